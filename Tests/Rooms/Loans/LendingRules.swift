import Kernel
import Languages
import Library
import Testing
@testable import Loans

/// When something is due, who may have it, and what is told when: pure tables.
@Suite struct LendingRules {
    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }
    private static let week = OpenDays([.monday, .tuesday, .wednesday, .thursday, .friday])

    @Test func `a day on which the desk is closed moves what is due to the next open one`() {
        // 2026-11-27 is a Friday.
        let holidays = OpenDays(Self.week.weekdays, closed: [Self.day("2026-12-31")...Self.day("2027-01-02"), Self.day("2027-01-07")...Self.day("2027-01-07")])
        let cases: [(open: OpenDays, from: String, days: Int, due: String)] = [
            (Self.week, "2026-11-27", 7, "2026-12-04"), (Self.week, "2026-11-27", 8, "2026-12-07"), (Self.week, "2026-11-27", 9, "2026-12-07"),
            (Self.week, "2026-11-27", 21, "2026-12-18"), (holidays, "2026-12-10", 21, "2027-01-04"), (holidays, "2026-12-17", 21, "2027-01-08"),
            (OpenDays([]), "2026-11-27", 7, "2026-12-04"),
        ]
        for one in cases { #expect(one.open.due(from: Self.day(one.from), days: one.days) == Self.day(one.due), "\(one.from) and \(one.days) days") }
    }

    @Test func `what somebody has booked is back on an open day before, or is not lent`() {
        let cases: [(booked: String, due: String?)] = [
            ("2026-12-31", "2026-12-18"), ("2026-12-19", "2026-12-18"), ("2026-12-18", "2026-12-17"), ("2026-12-14", "2026-12-11"),
            ("2026-12-01", "2026-11-30"),
            ("2026-11-30", nil), ("2026-11-29", nil), ("2026-11-27", nil),
        ]
        for one in cases {
            #expect(Self.week.due(from: Self.day("2026-11-27"), days: 21, before: Self.day(one.booked)) == one.due.map(Self.day), "booked from \(one.booked)")
        }
    }

    @Test func `the rule of the day counts, and the usual one where none was written`() {
        let rules = LoanRules([
            DatedLoanRule(since: Self.day("2026-09-01"), .person, .book, LoanRule(days: 28, most: 6)),
            DatedLoanRule(since: Self.day("2027-01-01"), .person, .book, LoanRule(days: 10, most: 2)),
        ])
        let cases: [(BorrowerKind, TitleKind, String, Int)] = [
            (.person, .book, "2026-08-31", 21), (.person, .book, "2026-09-01", 28), (.person, .book, "2026-12-31", 28), (.person, .book, "2027-01-01", 10),
            (.pupil, .book, "2027-01-01", 14), (.person, .digital, "2027-01-01", 0), (.pupil, .kit, "2027-01-01", 0),
        ]
        for (borrower, kind, day, days) in cases { #expect(rules.rule(borrower, kind, on: Self.day(day)).days == days, "\(borrower) \(kind) \(day)") }
    }

    @Test func `who may not have a copy is told the one reason that counts`() {
        let today = Self.day("2026-11-27")
        func decide(_ change: (inout Lending) -> Void) -> Lending.Decision {
            var lending = Lending(rule: LoanRule(days: 7, most: 2), desk: DeskRule(since: .zero), open: Self.week)
            change(&lending)
            return lending.decide(on: today)
        }
        #expect(decide { _ in } == .until(Self.day("2026-12-04")))
        #expect(decide { $0.overdue = 3 } == .until(Self.day("2026-12-04")), "the desk is warned, and lends")
        #expect(decide { ($0.overdue, $0.desk.refuses) = (3, true) } == .refused(.overdue(3)))
        #expect(decide { $0.othersWait = 4 } == .until(Self.day("2026-12-04")), "what stands on the shelf is lent to who holds it in the hand")
        #expect(decide { $0.copyState = .off } == .refused(.off))
        #expect(decide { $0.copyState = .lost } == .refused(.lost))
        #expect(decide { $0.copyState = .repair } == .refused(.repair))
        #expect(decide { ($0.isOut, $0.blocked) = (true, "дуг") } == .refused(.out))
        #expect(decide { $0.blocked = "дуг" } == .refused(.blocked("дуг")))
        #expect(decide { $0.has = 2 } == .refused(.most(2)))
        #expect(decide { $0.has = 1 } == .until(Self.day("2026-12-04")))
        #expect(decide { $0.rule = .none } == .refused(.notLent))
        #expect(decide { $0.keptForOther = Self.day("2026-12-01") } == .refused(.kept(until: Self.day("2026-12-01"))))
        #expect(decide { $0.booked = Self.day("2026-12-02") } == .until(Self.day("2026-12-01")))
        #expect(decide { $0.booked = today } == .refused(.booked(from: today)))
    }

    @Test func `a loan is lent on until somebody waits, the rule says enough, or its day has passed`() {
        let today = Self.day("2026-11-27"), due = Self.day("2026-11-30")
        func renew(_ due: Day, _ renewed: Int, atDesk: Bool = false, _ change: (inout Lending) -> Void = { _ in }) -> Lending.Decision {
            var lending = Lending(rule: LoanRule(days: 7, most: 2, renewals: 1), desk: DeskRule(since: .zero), open: Self.week)
            change(&lending)
            return lending.renew(due: due, renewed: renewed, atDesk: atDesk, on: today)
        }
        #expect(renew(due, 0) == .until(Self.day("2026-12-04")))
        #expect(renew(due, 1) == .refused(.renewed(1)))
        #expect(renew(due, 0) { $0.othersWait = 2 } == .refused(.awaited(2)))
        #expect(renew(Self.day("2026-11-26"), 0) == .refused(.late))
        #expect(renew(Self.day("2026-11-26"), 0, atDesk: true) == .until(Self.day("2026-12-04")))
        #expect(renew(due, 0) { $0.blocked = "дуг" } == .refused(.blocked("дуг")))
        #expect(renew(due, 0) { $0.booked = Self.day("2026-12-02") } == .until(Self.day("2026-12-01")))
        #expect(renew(due, 0) { $0.booked = Self.day("2026-12-01") } == .refused(.booked(from: Self.day("2026-12-01"))), "no later than it is due now")
        #expect(renew(Self.day("2026-12-10"), 0) == .refused(.renewed(0)), "a day never comes nearer by it")
    }

    @Test func `a letter goes before the day and one, seven and twenty-one days after it`() {
        let due = Self.day("2026-11-27")
        let cases: [(today: String, told: Reminder?)] = [
            ("2026-11-23", nil), ("2026-11-24", .before), ("2026-11-27", .before), ("2026-11-28", .one), ("2026-12-03", .one), ("2026-12-04", .seven),
            ("2026-12-17", .seven), ("2026-12-18", .twentyone), ("2027-12-18", .twentyone),
        ]
        for one in cases { #expect(Reminder.of(due: due, on: Self.day(one.today), beforeDays: 3) == one.told, "\(one.today)") }
        #expect(Reminder.of(due: due, on: due, beforeDays: 0) == nil)
        #expect(Reminder.allCases == Reminder.allCases.sorted())
    }

    @Test func `a scan is a card, a copy, a broken code or words`() throws {
        let card = try #require(LibraryCode(.card, of: .init(7), number: 42)), copy = try #require(LibraryCode(.copy, of: .init(7), number: 42))
        var broken = Array(card.text)
        broken[9] = broken[9] == "1" ? "2" : "1"
        let cases: [(String, Scan)] = [
            ("", .nothing), ("  \t", .nothing), (card.text, .card(card)), (" \(card.text) ", .card(card)), (copy.text, .label(copy.text)),
            (String(broken), .broken), (String(card.text.dropLast()), .broken), ("1234", .label("1234")), ("IV-1123/2", .label("IV-1123/2")),
            ("Ана Петровић", .words("Ана Петровић")), ("  петровић", .words("петровић")),
        ]
        for (typed, scan) in cases { #expect(Scan(typed) == scan, "\(typed)") }
    }

    @Test func `whoever waits longest is served first, and no copy goes to two`() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let waiting = (1...Int64.random(in: 1...12, using: &dice)).map { Reservation.ID($0) }.shuffled(using: &dice)
            let free = (1...Int64.random(in: 1...12, using: &dice)).map { Copy.ID($0 * 3) }.shuffled(using: &dice)
            let served = ReservationQueue.serve(waiting, free)
            #expect(served.count == min(waiting.count, free.count))
            #expect(Set(served.map(\.copy)).count == served.count && Set(served.map(\.reservation)).count == served.count)
            #expect(served.map(\.reservation) == Array(waiting.sorted().prefix(served.count)))
        }
        #expect(ReservationQueue.place(of: .init(5), in: [.init(9), .init(5), .init(2)]) == 2)
        #expect(ReservationQueue.place(of: .init(4), in: [.init(9)]) == nil)
    }

    @Test func `days are held by the first period that has one in common`() {
        func period(_ loan: Int64, _ from: String, _ until: String, _ state: Loan.State = .booked) -> HeldPeriod {
            HeldPeriod(loan: .init(loan), copy: .init(1), state: state, days: Self.day(from)...Self.day(until), due: Self.day(until), borrower: nil)
        }
        let periods = [period(1, "2026-12-01", "2026-12-05", .out), period(2, "2026-12-08", "2026-12-10"), period(3, "2026-12-20", "2026-12-21", .cancelled)]
        func holder(_ from: String, _ until: String, except: Int64? = nil) -> Int64? {
            periods.holder(of: Self.day(from)...Self.day(until), except: except.map { .init($0) })?.loan.value
        }
        #expect(holder("2026-12-05", "2026-12-09") == 1 && holder("2026-12-06", "2026-12-07") == nil && holder("2026-12-10", "2026-12-30") == 2)
        #expect(holder("2026-12-19", "2026-12-22") == nil && holder("2026-12-09", "2026-12-09", except: 2) == nil)
        #expect(periods[0].days(asOf: Self.day("2026-12-07")) == Self.day("2026-12-01")...Self.day("2026-12-07"), "what is late is still out")
    }
}
