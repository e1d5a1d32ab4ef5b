import Accounts
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

/// Who waits, who is told, who gets it next; what is renewed by whoever has it.
@Suite struct ReservationStories {
    @Test func `two wait for one book, and it goes to the first, then to the second`() async throws {
        let town = try await Town(), (title, copies) = try await town.title()
        let (ana, branko, milena) = (try await town.borrower(town.ana), try await town.borrower(town.branko), try await town.borrower(town.milena))
        let loan = try await town.lend(copies[0], to: ana)
        let first = try await town.reserve(title, for: branko), second = try await town.reserve(title, for: milena)
        #expect(try await town.refusal { _ = try await town.reserve(title, for: branko) } == .conflict(T.loans.errorReservedTwice))
        #expect(try await town.refusal { _ = try await town.reserve(title, for: ana) } == .conflict(T.loans.errorHasIt))
        // The desk is told for whom it is; the letter waits until it can be undone no more.
        try await town.vesna.opens("/staff/desk")
        let back = try await town.scan(copies[0])
        #expect(back.shows("Бранко Његован") && back.html.contains("data-beep=\"waiting\""))
        try await town.settles()
        #expect(town.mail.to(town.branko.email).isEmpty)
        try await town.vesna.sends("/staff/desk/undo")
        #expect(try await town.state(of: first) == "waiting")
        #expect(try await town.loan(loan).state == .out)
        town.clock.passes(minutes: 20)
        try await town.settles()
        #expect(town.mail.to(town.branko.email).isEmpty, "what was undone is not told")
        try await town.vesna.opens("/staff/desk")
        _ = try await town.scan(copies[0])
        town.clock.passes(minutes: 20)
        try await town.settles()
        #expect(town.mail.to(town.branko.email).count == 1 && town.mail.to(town.milena.email).isEmpty)
        // Set aside for one, it is lent to nobody else.
        let keep = try #require(try await town.value("SELECT keep_until FROM reservation WHERE id = \(first)", as: Day.self))
        #expect(try await town.refusal { _ = try await town.lend(copies[0], to: ana) } == .conflict(T.loans.errorKept(day: .day(keep))))
        // Whoever does not come makes room for the next.
        try await town.goesOn(days: town.today.days(until: keep))
        #expect(try await town.state(of: first) == "ready")
        try await town.goesOn(days: 1)
        #expect(try await town.state(of: first) == "lapsed")
        #expect(try await town.state(of: second) == "ready")
        _ = try await town.lend(copies[0], to: milena)
        #expect(try await town.state(of: second) == "lent")
    }

    @Test func `a reader reserves on the page of a title, sees the place in the queue and cancels`() async throws {
        let town = try await Town(), (title, copies) = try await town.title()
        let branko = try await town.borrower(town.branko), loan = try await town.lend(copies[0], to: branko), path = "/library/\(title)/reserve"
        #expect(try await town.stranger.opens(path).status != 404)
        let page = try await town.ana.opens(path)
        #expect(page.status == 200 && page.shows(town.say(T.loans.nobodyWaits)))
        #expect(try await town.ana.sends(path).shows(town.say(T.loans.placeInQueue(place: 1))))
        #expect(try await town.count("borrower WHERE person = \(town.ana.id)") == 1, "a card is made on the way")
        try await town.ana.opens(path)
        #expect(try await town.ana.sends(path).status == 409)
        let reservation = try #require(try await town.value("SELECT id FROM reservation", as: Reservation.ID.self))
        // Nobody else cancels it, and whoever has the book cannot keep it now.
        let form = try #require(try await town.ana.opens("/me/loans").form("/me/reservations/\(reservation)/cancel"))
        #expect(try await town.state(of: reservation) == "waiting")
        let centre = town.centre
        let problem = try await town.refusal { _ = try await town.branko.does { try LendStore.renew(loan, at: centre, in: $0) } }
        #expect(problem == .conflict(T.loans.errorAwaited(count: 1)))
        #expect(try await town.ana.browser.post(form).shows(town.say(T.loans.saidCancelled)))
        #expect(try await town.state(of: reservation) == "cancelled")
        let refused = try await town.refusal { try await town.goran.does { try ReservationStore.cancel(reservation, at: centre, in: $0) } }
        #expect(refused == .missing)
        let kit = try await town.title("Роботи", .kit)
        #expect(try await town.refusal { _ = try await town.reserve(kit.id, for: branko) } == .conflict(T.loans.errorNotReservable))
    }

    @Test func `whoever has it renews it as often as the rule says, and nobody else does`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(), ana = try await town.borrower(town.ana)
        let loan = try await town.lend(copies[0], to: ana)
        let due = try await town.loan(loan).due, centre = town.centre
        town.clock.passes(days: 10)
        #expect(try await town.ana.opens("/me").shows("Прича о разломцима"))
        try await town.ana.opens("/me/loans")
        let form = try #require(try town.ana.browser.page.form("/me/loans/\(loan)/renew"))
        let problem = try await town.refusal { _ = try await town.goran.does { try LendStore.renew(loan, at: centre, in: $0) } }
        #expect(problem == .missing)
        #expect(try await town.ana.browser.post(form).status == 200)
        let renewed = try await town.loan(loan)
        #expect(renewed.due > due && renewed.renewed == 1)
        town.clock.passes(days: 3)
        #expect(try await town.ana.sends("/me/loans/\(loan)/renew").status == 200)
        town.clock.passes(days: 3)
        let refused = try await town.ana.sends("/me/loans/\(loan)/renew")
        #expect(refused.status == 409 && refused.shows(town.say(T.loans.errorRenewed(count: 2))))
        #expect(try await town.loan(loan).renewed == 2)
    }

    @Test func `a copy taken in or mended goes to who waits, and one that is broken lets them wait on`() async throws {
        let town = try await Town(), (title, copies) = try await town.title(), centre = town.centre
        let (ana, branko) = (try await town.borrower(town.ana), try await town.borrower(town.branko))
        _ = try await town.lend(copies[0], to: ana)
        let waiting = try await town.reserve(title, for: branko), today = town.today
        let new = try await town.does { try CopyStore.takeIn([CopyDraft(acquired: today)], of: title, at: centre, in: $0) }
        try await town.goesOn()
        #expect(try await town.state(of: waiting) == "ready")
        try await town.does { try CopyStore.stand(.repair, new[0], at: centre, in: $0) }
        #expect(try await town.state(of: waiting) == "waiting")
        town.clock.passes(minutes: 20)
        try await town.settles()
        #expect(town.mail.to(town.branko.email).isEmpty, "the letter was recalled")
        try await town.goesOn()
        #expect(try await town.state(of: waiting) == "waiting")
        try await town.does { try CopyStore.stand(.shelf, new[0], at: centre, in: $0) }
        try await town.goesOn()
        #expect(try await town.state(of: waiting) == "ready")
    }

    @Test func `the page of a title leads to the queue, and only the desk's tells who has it`() async throws {
        let town = try await Town(), (title, copies) = try await town.title(), ana = try await town.borrower(town.ana)
        let free = try await town.stranger.opens("/library/\(title)")
        #expect(free.status == 200 && free.html.contains("/library/\(title)/reserve") && free.shows(town.say(T.loans.lentFor(count: 21))))
        try await town.vesna.opens("/staff/desk?borrower=\(ana)")
        _ = try await town.scan(copies[0])
        let due = try #require(try await town.value("SELECT due FROM loan", as: Day.self))
        let out = try await town.stranger.opens("/library/\(title)")
        #expect(out.html != free.html && !out.shows("Ана"), "the page is made anew, and names nobody")
        #expect(out.shows(Language.sr.write(due, .numeric)) || out.shows(Language.sr.write(due, .plain)) || out.shows(Language.sr.write(due, .inSentence)))
        #expect(try await town.vesna.opens("/staff/library/\(title)").shows("Ана Ђорђевић"))
        try await town.goran.opens("/library/\(title)/reserve")
        #expect(try await town.goran.sends("/library/\(title)/reserve").shows(town.say(T.loans.saidReserved)))
        #expect(try await town.stranger.opens("/library/\(title)").shows(town.say(T.loans.othersWait(count: 1))))
    }
}
