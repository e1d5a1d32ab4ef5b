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

/// Days in which a copy is somebody's; rules of a day; what is counted.
@Suite struct PeriodStories {
    @Test func `no two have a copy on one day, whoever asks first`() async throws {
        let town = try await Town(), (_, copies) = try await town.title("Роботи", .kit), centre = town.centre, today = town.today
        let (ana, branko) = (try await town.borrower(town.ana), try await town.borrower(town.branko))
        let days = today.adding(days: 10)...today.adding(days: 14)
        let one = try await town.vesna.does { try LoanStore.book(copies[0], for: ana, held: days, due: days.upperBound, at: centre, in: $0) }
        for (from, until) in [(5, 10), (14, 20), (11, 12), (1, 30)] {
            let asked = today.adding(days: from)...today.adding(days: until)
            let problem = try await town.refusal {
                _ = try await town.vesna.does { try LoanStore.book(copies[0], for: branko, held: asked, due: asked.upperBound, at: centre, in: $0) }
            }
            #expect(problem == .conflict(T.loans.errorTaken(days: .days(days))), "\(from)–\(until)")
        }
        let after = today.adding(days: 15)...today.adding(days: 16)
        let two = try await town.vesna.does { try LoanStore.book(copies[0], for: branko, held: after, due: after.upperBound, at: centre, in: $0) }
        // What is out until then is due before it, and cannot be lent on beyond it.
        let lent = try await town.lend(copies[0], to: branko)
        #expect(try await town.loan(lent).due < days.lowerBound)
        #expect(try await town.refusal { try await town.vesna.does { try LoanStore.handOut(one, at: centre, in: $0) } } == .conflict(T.loans.errorOut))
        // It is not back in time: whoever booked it is told, once.
        town.clock.passes(days: 10)
        try await town.goesOn()
        try await town.goesOn()
        #expect(town.mail.to(town.ana.email).count == 1)
        try await town.takeBack(lent)
        try await town.vesna.does { try LoanStore.handOut(one, at: centre, in: $0) }
        try await town.takeBack(one)
        try await town.vesna.does { try LoanStore.move(two, to: days, due: days.upperBound, at: centre, in: $0) }
        try await town.vesna.does { try LoanStore.cancel(two, at: centre, in: $0) }
        #expect(try await town.refusal { try await town.vesna.does { try LoanStore.cancel(two, at: centre, in: $0) } } == .conflict(T.loans.errorOver))
        let mine = try await town.refusal {
            _ = try await town.goran.does { try LoanStore.book(copies[0], for: ana, held: after, due: after.upperBound, at: centre, in: $0) }
        }
        #expect(mine == .missing, "nobody books for somebody else")
    }

    @Test func `of many who book the same days at one moment one gets them`() async throws {
        let town = try await Town(), (_, copies) = try await town.title("Роботи", .kit), centre = town.centre, today = town.today
        let ana = try await town.borrower(town.ana)
        let won = await withTaskGroup(of: Bool.self) { group in
            for shift in 0..<6 {
                group.addTask {
                    let days = today.adding(days: 10 + shift % 3)...today.adding(days: 14 + shift)
                    do {
                        _ = try await town.vesna.does { try LoanStore.book(copies[0], for: ana, held: days, due: days.upperBound, at: centre, in: $0) }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(won == 1)
        #expect(try await town.count("loan WHERE state = 'booked'") == 1)
    }

    @Test func `whatever happens in whatever order, no copy is with two and nobody is passed over`() async throws {
        let town = try await Town(), (title, copies) = try await town.title(copies: 3), centre = town.centre, start = town.today
        var all: [Borrower.ID] = []
        for person in [town.ana, town.branko, town.milena, town.ruta] { all.append(try await town.borrower(person)) }
        let borrowers = all
        var dice = SeededDice(20_261_127)
        for step in 0..<160 {
            let (copy, borrower) = (copies[dice.next(copies.count)], borrowers[dice.next(borrowers.count)]), today = town.today
            let from = today.adding(days: dice.next(12)), days = from...from.adding(days: dice.next(6)), choice = dice.next(9), pick = dice.next(50)
            _ = try await town.refusal {
                try await town.vesna.does { act in
                    let open = try LoanStore.holding(copies, in: act), waiting = try ReservationStore.open(of: title, in: act)
                    switch choice {
                    case 0, 1: _ = try LendStore.lend(copy, to: borrower, at: centre, in: act)
                    case 2, 3:
                        if let loan = open.filter({ $0.state == .out }).dropFirst(pick % 3).first { try LoanStore.takeBack(loan.id, at: centre, in: act) }
                    case 4, 5: _ = try ReservationStore.reserve(title, for: borrower, at: centre, in: act)
                    case 6: _ = try LoanStore.book(copy, for: borrower, held: days, due: days.upperBound, at: centre, in: act)
                    case 7: if let loan = open.first(where: { $0.state == .booked }) { try LoanStore.cancel(loan.id, at: centre, in: act) }
                    default: if let one = waiting.dropFirst(pick % 4).first { try ReservationStore.cancel(one.id, at: centre, in: act) }
                    }
                }
            }
            if step % 8 == 7 { try await town.goesOn(days: 1) }
            let (loans, queue) = try await town.finds { (try LoanStore.holding(copies, in: $0), try ReservationStore.open(of: title, in: $0)) }
            for copy in copies {
                let mine = loans.filter { $0.copy == copy }.sorted { $0.held.lowerBound < $1.held.lowerBound }
                #expect(mine.count(where: { $0.state == .out }) <= 1)
                for (one, next) in zip(mine, mine.dropFirst()) { #expect(!one.held.overlaps(next.held), "step \(step): \(one.held) and \(next.held)") }
                let aside = queue.filter { $0.copy == copy && $0.state == .ready }
                #expect(aside.count <= 1 && (aside.isEmpty || !mine.contains { $0.state == .out }), "step \(step): set aside and out")
            }
            // Whoever waits came after everybody for whom something is set aside, or that one was served when a copy of theirs came.
            #expect(Set(queue.map(\.borrower)).count == queue.count)
        }
        #expect(town.today > start)
    }

    @Test func `a rule holds from its day, a closed day moves what is due, and a holiday does`() async throws {
        let town = try await Town(), (_, copies) = try await town.title(copies: 3), ana = try await town.borrower(town.ana), centre = town.centre
        try await town.vesna.becomes(.director, at: centre)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/settings/loans/person")
        let faulty: [KeyValuePairs<String, String>] = [
            ["since": "1.1.2020."], ["since": ""], ["bookDays": "-1"], ["bookMost": "много"], ["bookDeposit": "пуно"],
        ]
        for values in faulty {
            try await town.vesna.opens("/settings/loans/person")
            #expect(try await town.vesna.sends("/settings/loans/person", values).status == 422, "\(values)")
        }
        #expect(try await town.count("loan_rule") == 0)
        try await town.vesna.opens("/settings/loans/person")
        let next = town.today.adding(days: 5)
        try await town.vesna.sends("/settings/loans/person", ["since": next.iso, "bookDays": "7", "bookMost": "1"])
        let before = try await town.lend(copies[0], to: ana)
        #expect(try await town.loan(before).due == town.today.adding(days: 21))
        town.clock.passes(days: 5)
        #expect(try await town.refusal { _ = try await town.lend(copies[1], to: ana) } == .conflict(T.loans.errorMost(count: 1)))
        try await town.takeBack(before)
        // Monday, 9 February 2026, and a week: 16 February is a holiday, and then it is closed for two days.
        #expect(town.today == Day(iso: "2026-02-09"))
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/settings/calendar")
        try await town.vesna.sends("/settings/calendar", ["name": "Сретење", "first": "15.2.2026.", "last": "16.2.2026.", "kind": "holiday"])
        let loan = try await town.lend(copies[1], to: ana)
        #expect(try await town.loan(loan).due == Day(iso: "2026-02-17"))
        try await town.vesna.opens("/settings/loans")
        #expect(try await town.vesna.sends("/settings/loans/closures", ["first": "20.2.2026.", "last": "1.2.2026."]).status == 422)
        try await town.vesna.opens("/settings/loans")
        let closed = try await town.vesna.sends("/settings/loans/closures", ["first": "17.2.2026.", "last": "18.2.2026.", "name": "попис"])
        #expect(closed.shows(town.say(T.loans.saidMoved(count: 1))) && closed.shows("попис"))
        #expect(try await town.loan(loan).due == Day(iso: "2026-02-19"))
        #expect(try await town.vesna.sends("/settings/loans", ["since": town.today.iso, "weekdays": "2", "keepDays": "0", "beforeDays": "3"]).status == 422)
        try await town.vesna.opens("/settings/loans")
        #expect(try await town.vesna.sends("/settings/loans", ["since": town.today.iso, "keepDays": "2", "refuses": "yes"]).status == 200)
        #expect(try await town.value("SELECT keep_days FROM desk_rule", as: Int.self) == 2)
    }

    @Test func `what was lent is counted by kind, month and audience, and what was undone is not`() async throws {
        let town = try await Town(), (title, copies) = try await town.title(copies: 2), never = try await town.title("Нико не чита"), centre = town.centre
        let ana = try await town.borrower(town.ana)
        try await town.takeBack(town.lend(copies[0], to: ana))
        try await town.vesna.opens("/staff/desk?borrower=\(ana)")
        _ = try await town.scan(copies[1])
        try await town.vesna.sends("/staff/desk/undo")
        try await town.vesna.does { act in _ = try DeskStore.useOnSite(copies[0], at: centre, in: act) }
        let page = try await town.vesna.opens("/staff/loans/figures")
        #expect(page.shows("Прича о разломцима") && page.shows("Нико не чита") && page.shows(town.say(T.loans.neverLentOf(never: 1, all: 2))))
        let out = try await town.finds { try $0.ask(CopiesOutAsked(centre: centre)) }
        #expect(out.allSatisfy { $0.isEmpty })
        let loan = try await town.lend(copies[0], to: ana), due = try await town.loan(loan).due
        #expect(try await town.finds { try $0.ask(CopiesOutAsked(centre: centre)) }.first == [copies[0]: CopyOut(due: due)])
        _ = (title, never)
    }
}

/// The same throws each time.
struct SeededDice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, sides)))
    }
}
