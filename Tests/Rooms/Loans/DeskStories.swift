import Centres
import Kernel
import Languages
import Library
import Loans
import Site
import Storage
import Testing
import Town
import Web

/// The desk: one field for whatever is scanned.
@Suite struct DeskStories {
    @Test func `a card, three copies, one of them back, and the last of it undone`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 3), ana = try await town.borrower(town.ana)
        let page = try await town.vesna.opens("/staff/desk")
        #expect(page.status == 200 && page.html.contains("autofocus") && page.html.contains("id=\"code\""))
        #expect(try await town.scan(town.card(of: ana)).shows("Ана Ђорђевић"))
        for copy in copies {
            let lent = try await town.scan(copy)
            #expect(lent.status == 200 && lent.shows(town.say(T.loans.actLend)) && lent.html.contains("data-beep=\"good\""), "\(copy)")
            #expect(lent.shows("Ана Ђорђевић"), "whoever stands at the desk stays")
        }
        #expect(try await town.count("loan WHERE state = 'out' AND borrower = \(ana)") == 3)
        let back = try await town.scan(copies[1])
        #expect(back.shows(town.say(T.loans.actReturn)))
        #expect(try await town.count("loan WHERE state = 'out'") == 2)
        // What was done last is taken back, and then what was done before it.
        #expect(try await town.vesna.sends("/staff/desk/undo").shows(town.say(T.loans.undone)))
        #expect(try await town.count("loan WHERE state = 'out'") == 3)
        try await town.vesna.sends("/staff/desk/undo")
        #expect(try await town.count("loan WHERE state = 'out'") == 2)
        #expect(try await town.count("loan WHERE state = 'cancelled'") == 1, "the last loan was none")
        // Nobody undoes another one's act, nor one that is over.
        let form = try #require(try town.vesna.browser.page.form("/staff/desk/undo"))
        town.clock.passes(hours: 2)
        #expect(try await town.vesna.browser.post(form).status == 409)
        #expect(try await town.count("loan WHERE state = 'out'") == 2)
        #expect(try await town.journal("copy", copies[1].value).isEmpty == false)
    }

    @Test func `fifty loans in a row go without a mouse, and each says itself once`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 50), ana = try await town.borrower(town.ana)
        let centre = town.centre, today = town.today
        try await town.does { act in try LoanRuleStore.set([.book: LoanRule(days: 21, most: 60)], for: .person, since: today, of: centre, in: act) }
        try await town.vesna.opens("/staff/desk")
        try await town.scan(town.card(of: ana))
        for copy in copies { #expect(try await town.scan(copy).status == 200) }
        #expect(try await town.count("loan WHERE state = 'out' AND borrower = \(ana)") == 50)
        #expect(try await town.count("desk_act") == 50)
    }

    @Test func `a copy that is scanned twice in a second is one act`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(), ana = try await town.borrower(town.ana)
        try await town.vesna.opens("/staff/desk")
        try await town.scan(town.card(of: ana))
        let label = try await town.label(of: copies[0])
        town.clock.passes(seconds: 5)
        let form = try #require(try town.vesna.browser.page.form("/staff/desk"))
        try await town.vesna.browser.post(form, ["code": label])
        // The same form again, then the page that came meanwhile.
        #expect(try await town.vesna.browser.post(form, ["code": label]).status == 200)
        town.clock.passes(seconds: 1)
        let echo = try await town.vesna.sends("/staff/desk", ["code": label])
        #expect(echo.shows(town.say(T.loans.echo)) && echo.html.contains("data-beep=\"waiting\""))
        #expect(try await town.count("loan") == 1)
        #expect(try await town.count("loan WHERE state = 'out'") == 1)
        #expect(try await town.scan(label).shows(town.say(T.loans.actReturn)), "some seconds later it is meant")
        #expect(try await town.count("loan WHERE state = 'back'") == 1)
    }

    @Test func `what is no code of ours, is broken, or belongs to another centre says what to do`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(), ana = try await town.borrower(town.ana)
        let other = try await town.does { act in
            try CentreStore.found(
                name: "Центар Прибој", nameInLithuanian: nil, nameInEnglish: nil, country: .serbia, zone: try #require(Zone("Europe/Belgrade")), language: .sr,
                currency: .rsd, street: "", phone: "", email: "", host: "priboj.example", in: act)
        }
        let today = town.today, branko = town.branko.id
        let (foreignCard, foreignCopy) = try await town.does { act in
            let title = try TitleStore.add(TitleDraft("Страна књига"), at: other, in: act)
            let copy = try #require(try CopyStore.takeIn([CopyDraft(acquired: today)], of: title, at: other, in: act).first)
            let borrower = try BorrowerStore.own(makingFor: branko, at: other, in: act)
            return (try BorrowerStore.borrower(borrower, at: other, in: act).card, try CopyStore.copy(copy, at: other, in: act).label)
        }
        try await town.vesna.opens("/staff/desk")
        let card = try await town.card(of: ana), name = Value.title("Центар Прибој")
        var broken = Array(card)
        broken[9] = broken[9] == "1" ? "2" : "1"
        let unknown = try #require(LibraryCode(.card, of: town.centre, number: 4_711)).text
        let cases: [(code: String, said: Phrase)] = [
            ("", T.loans.errorNothing), (String(broken), T.loans.errorBroken), (String(card.dropLast()), T.loans.errorBroken),
            (unknown, T.loans.errorUnknownCard),
            ("IV-4711", T.loans.errorUnknown), (foreignCard, T.loans.errorOtherCard(centre: name)), (foreignCopy, T.loans.errorOtherCopy(centre: name)),
        ]
        for one in cases {
            let refused = try await town.scan(one.code)
            #expect(refused.status == 422 && refused.shows(town.say(one.said)) && refused.html.contains("data-beep=\"bad\""), "\(one.code)")
            #expect(refused.form("/staff/desk")?.fields.contains { $0.name == "code" && !$0.value.isEmpty } != true, "the field is ready for the next scan")
        }
        #expect(try await town.count("loan") == 0)
        // A copy without a card tells what it is; used on site it is counted.
        #expect(try await town.scan(copies[0]).shows(town.say(T.loans.onShelf)))
        #expect(try await town.vesna.sends("/staff/desk/site").shows(town.say(T.loans.actSite)))
        try await town.vesna.sends("/staff/desk/undo")
        #expect(try await town.value("SELECT uses FROM site_use", as: Int.self) == 0)
        // A name finds whoever has a card, in either script; whoever has none can be given one there.
        let found = try await town.scan("djordjevic")
        #expect(found.shows("Ана Ђорђевић") && found.html.contains("/staff/desk?borrower=\(ana)"))
        #expect(try await town.scan("никога таквог").shows(town.say(T.loans.foundNobody)))
    }

    @Test func `whoever is late is lent to with a warning, or not, as the rule says`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 3), ana = try await town.borrower(town.ana)
        _ = try await town.lend(copies[0], to: ana)
        town.clock.passes(days: 30)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/staff/desk?borrower=\(ana)")
        let warned = try await town.scan(copies[1])
        #expect(warned.status == 200 && warned.shows(town.say(T.loans.warnOverdue(count: 1))) && warned.html.contains("data-beep=\"waiting\""))
        let centre = town.centre, today = town.today
        try await town.does { try LoanRuleStore.set(DeskRule(since: today, refuses: true), of: centre, in: $0) }
        let refused = try await town.scan(copies[2])
        #expect(refused.status == 409 && refused.shows(town.say(T.loans.errorOverdue(count: 1))) && refused.html.contains("data-beep=\"bad\""))
        #expect(try await town.count("loan WHERE state = 'out'") == 2)
        // Somebody with whom it is stopped gets nothing, and the desk reads why.
        try await town.does { try BorrowerStore.block(ana, why: "изгубљена књига", at: centre, in: $0) }
        #expect(try await town.scan(copies[2]).shows(town.say(T.loans.errorBlocked(why: .text("изгубљена књига")))))
    }

    @Test func `a thing is lost and found, and what is out leaves no inventory`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 2), ana = try await town.borrower(town.ana), centre = town.centre
        let loan = try await town.lend(copies[0], to: ana), today = town.today
        let problem = try await town.refusal {
            try await town.vesna.does { try CopyStore.writeOff([copies[0]], WriteOff(today, by: "12/2026"), at: centre, in: $0) }
        }
        #expect(problem == .conflict(T.loans.errorHeld))
        try await town.vesna.opens("/staff/loans/\(loan)")
        #expect(try await town.vesna.sends("/staff/loans/\(loan)/lose").shows(town.say(T.loans.saidLost)))
        #expect(try await town.value("SELECT state FROM copy WHERE id = \(copies[0])", as: String.self) == "lost")
        #expect(try await town.loan(loan).state == .lost)
        // Somebody brings it after all: a scan is enough.
        try await town.vesna.opens("/staff/desk")
        #expect(try await town.scan(copies[0]).shows(town.say(T.loans.actReturn)))
        #expect(try await town.value("SELECT state FROM copy WHERE id = \(copies[0])", as: String.self) == "shelf")
        // Back with damage it goes to be mended, and nobody is lent it meanwhile.
        let second = try await town.lend(copies[1], to: ana)
        try await town.vesna.opens("/staff/loans/\(second)")
        #expect(try await town.vesna.sends("/staff/loans/\(second)/return", ["damage": String(repeating: "ш", count: 1_001)]).status == 422)
        try await town.vesna.sends("/staff/loans/\(second)/return", ["damage": "корице", "mend": "yes"])
        #expect(try await town.loan(second).damage == "корице")
        #expect(try await town.refusal { _ = try await town.lend(copies[1], to: ana) } == .conflict(T.loans.errorRepair))
    }

    @Test func `only who lends stands at the desk, and a librarian does`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(), ana = try await town.borrower(town.ana)
        let loan = try await town.lend(copies[0], to: ana)
        for path in [
            "/staff/desk", "/staff/loans", "/staff/loans/\(loan)", "/staff/reservations", "/staff/borrowers", "/staff/borrowers/\(ana)", "/staff/loans/figures",
            "/settings/loans",
        ] {
            #expect(try await town.goran.opens(path).status != 200, "\(path)")
            #expect(try await town.vesna.opens(path).status == 200, "\(path)")
        }
        #expect(try await town.vesna.opens("/settings/loans/person").status == 404, "rules are the director's")
        try await town.branko.becomes(.librarian, at: town.centre)
        try await town.branko.enters(withFactor: true)
        try await town.branko.opens("/staff/desk")
        town.clock.passes(seconds: 5)
        #expect(try await town.branko.sends("/staff/desk", ["code": town.label(of: copies[0])]).shows(town.say(T.loans.actReturn, .srLatn)))
        let centre = town.centre
        let problem = try await town.refusal { _ = try await town.goran.does { try LendStore.lend(copies[0], to: ana, at: centre, in: $0) } }
        #expect(problem == .missing)
    }
}
