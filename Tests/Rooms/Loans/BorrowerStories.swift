@testable import Accounts
import Centres
import Kernel
import Languages
import Library
@testable import Loans
import Schools
import Site
import Storage
import Testing
import Town
import Web

/// People, institutions and pupils: who answers, who is told, and whose name goes when.
@Suite struct BorrowerStories {
    @Test func `letters go before the day and after it, one for all that somebody has`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 3), ana = try await town.borrower(town.ana)
        for copy in copies { _ = try await town.lend(copy, to: ana) }
        let due = try #require(try await town.value("SELECT max(due) FROM loan", as: Day.self)), left = town.today.days(until: due)
        func letters() -> Int { town.mail.to(town.ana.email).count }
        try await town.goesOn(days: left - 4)
        #expect(letters() == 0)
        for (days, count) in [(1, 1), (0, 1), (2, 1), (1, 1), (1, 2), (5, 2), (1, 3), (13, 3), (1, 4), (40, 4)] {
            try await town.goesOn(days: days)
            try await town.goesOn()
            #expect(letters() == count, "\(days) days later")
        }
        #expect(town.mail.to(town.ana.email).allSatisfy { $0.plain.contains("Прича о разломцима") })
        #expect(town.mail.to(town.branko.email).isEmpty)
    }

    @Test func `a teacher gives a pupil a card, answers for it, and the name goes by the rule`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 2), centre = town.centre
        try await town.ana.opens("/me/pupils")
        let faulty: [(KeyValuePairs<String, String>, Phrase)] = [
            (["pupil": "Лука", "class": "6-2"], T.loans.errorConsent), (["pupil": "", "class": "6-2", "consent": "yes"], T.common.errorMissing),
            (["pupil": "Лука", "class": "", "consent": "yes"], T.common.errorMissing),
        ]
        for (values, said) in faulty {
            let refused = try await town.ana.sends("/me/pupils", values)
            #expect(refused.status == 422 && refused.shows(town.say(said)), "\(values)")
        }
        #expect(try await town.count("borrower") == 0)
        #expect(try await town.ana.sends("/me/pupils", ["pupil": "Лука Пантић", "class": "6-2", "consent": "yes"]).shows("Лука Пантић"))
        let pupil = try #require(try await town.value("SELECT id FROM borrower", as: Borrower.ID.self))
        let loan = try await town.lend(copies[0], to: pupil)
        // The teacher is told of it and sees it; nobody else does.
        #expect(try await town.ana.opens("/me/loans").shows("Лука Пантић"))
        #expect(!(try await town.goran.opens("/me/loans").shows("Лука Пантић")))
        try await town.goesOn(days: 20)
        try await town.ana.enters()
        #expect(town.mail.to(town.ana.email).contains { $0.plain.contains("Лука Пантић") })
        // While something is out the name stands; a month after it is back it goes, and the loan stays as a number.
        town.clock.passes(days: 60)
        try await town.does { try LoanKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("borrower") == 1)
        try await town.takeBack(loan)
        town.clock.passes(days: 29)
        try await town.does { try LoanKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("borrower") == 1)
        town.clock.passes(days: 2)
        try await town.does { try LoanKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("borrower") == 0)
        #expect(try await town.count("loan WHERE state = 'back' AND borrower IS NULL AND borrower_kind = 'pupil'") == 1)
        #expect(try await town.count("journal_detail WHERE changes LIKE '%Лука%'") == 0)
        // A number that was given is never given again.
        try await town.ana.enters()
        try await town.ana.opens("/me/pupils")
        try await town.ana.sends("/me/pupils", ["pupil": "Мила Рот", "class": "5-1", "consent": "yes"])
        let card = try #require(try await town.value("SELECT card FROM borrower", as: String.self)), code = try #require(LibraryCode(typed: card))
        #expect(code.number == 2 && code.centre == centre)
    }

    @Test func `a school borrows through its team, once, and others see nothing of it`() async throws {
        let town = try await Town(), school = try await town.school(of: town.milena), (_, copies) = try await town.title(), centre = town.centre
        try await town.milena.looksAfter(school)
        try await town.vesna.opens("/staff/borrowers/new")
        #expect(try await town.vesna.sends("/staff/borrowers/new/institution", ["school": "", "name": ""]).status == 422)
        #expect(try await town.vesna.sends("/staff/borrowers/new/institution", ["name": "Клуб", "keeper": "nikoga@nema.example"]).status == 422)
        let details = InstitutionDetails(school: school, responsible: "секретар школе")
        let institution = try await town.vesna.does { try BorrowerStore.add(details, at: centre, in: $0) }
        let twice = try await town.refusal {
            _ = try await town.vesna.does { try BorrowerStore.add(InstitutionDetails(school: school, responsible: "директор"), at: centre, in: $0) }
        }
        #expect(twice == .invalid("school", T.loans.errorHasCard))
        let loan = try await town.lend(copies[0], to: institution)
        let page = try await town.milena.opens("/me/schools/\(school)/centre")
        #expect(page.shows(town.say(T.loans.schoolHas)) && page.shows("Прича о разломцима"))
        town.clock.passes(days: 3)
        try await town.milena.does { try LendStore.renew(loan, at: centre, in: $0) }
        let problem = try await town.refusal { _ = try await town.ana.does { try LendStore.renew(loan, at: centre, in: $0) } }
        #expect(problem == .missing)
    }

    @Test func `whoever deletes the account keeps a name at the desk only until all is back`() async throws {
        let town = try await Town(), (title, copies) = try await town.title(copies: 2), ana = try await town.borrower(town.ana), centre = town.centre
        let loan = try await town.lend(copies[0], to: ana), other = try await town.title("Друга")
        _ = try await town.reserve(other.id, for: ana)
        let held = try await town.finds { act in try LoanKeepingStore.held(about: town.ana.id, in: act).all }
        #expect(held["loan"]?.first?["title"] == "Прича о разломцима" && held["reservation"]?.count == 1 && held["borrower"]?.count == 1)
        try await town.does { try AccountStore.erase(town.ana.id, in: $0) }
        let kept = try await town.finds { try BorrowerStore.borrower(ana, at: centre, in: $0) }
        #expect(kept.name == "Ана Ђорђевић" && kept.person == nil)
        #expect(try await town.count("reservation WHERE state IN ('waiting', 'ready')") == 0)
        try await town.takeBack(loan)
        try await town.does { try LoanKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("borrower") == 0)
        #expect(try await town.count("loan WHERE borrower IS NULL") == 1)
        // Whoever has nothing leaves nothing.
        let branko = try await town.borrower(town.branko)
        try await town.takeBack(town.lend(copies[1], to: branko))
        try await town.does { try AccountStore.erase(town.branko.id, in: $0) }
        #expect(try await town.count("borrower") == 0)
        _ = title
    }

    @Test func `who had what stands a year, and then only that it was lent`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(), ana = try await town.borrower(town.ana)
        let loan = try await town.lend(copies[0], to: ana)
        try await town.takeBack(loan)
        town.clock.passes(days: 365)
        try await town.does { try LoanKeepingStore.forgetOld(in: $0) }
        #expect(try await town.loan(loan).borrower == ana)
        town.clock.passes(days: 2)
        try await town.does { try LoanKeepingStore.forgetOld(in: $0) }
        #expect(try await town.loan(loan).borrower == nil)
        #expect(try await town.count("desk_act") == 0)
        #expect(try await town.count("borrower") == 1)
    }

    @Test func `a lost card opens nothing, and the new one does`() async throws {
        let town = try await Town(), ana = try await town.borrower(town.ana), old = try await town.card(of: ana)
        try await town.vesna.opens("/staff/borrowers/\(ana)")
        #expect(try await town.vesna.sends("/staff/borrowers/\(ana)/card").status == 200)
        let new = try await town.card(of: ana)
        try await town.vesna.opens("/staff/desk")
        #expect(try await town.scan(old).status == 422)
        #expect(new != old, "the number is another one")
        #expect(try await town.scan(new).shows("Ана Ђорђевић"))
        try await town.vesna.opens("/staff/borrowers/\(ana)")
        #expect(try await town.vesna.sends("/staff/borrowers/\(ana)/block", ["why": "дуг"]).shows("дуг"))
        #expect(try await town.ana.opens("/me/loans").shows(new))
    }
}
