package import Centres
package import Kernel
package import Languages
package import Library
import Storage

/// By which rules a centre lends, and when its desk is open.
package enum LoanRuleStore {
    package static func rules(of centre: Centre.ID, in act: Act) throws -> LoanRules {
        LoanRules(try act.db.rows("""
            SELECT since, borrower, kind, days, most, renewals, reservable, deposit FROM loan_rule WHERE centre = \(centre) ORDER BY since DESC, id
            """).map { row in
                DatedLoanRule(since: try row["since"], try row["borrower"], try row["kind"], LoanRule(
                    days: try row["days"], most: try row["most"], renewals: try row["renewals"], isReservable: try row["reservable"],
                    deposit: try row["deposit"]))
            })
    }

    /// The rule by which a kind of borrower gets a kind of title on a day.
    package static func rule(_ borrower: BorrowerKind, _ kind: TitleKind, of centre: Centre.ID, on day: Day, in act: Act) throws -> LoanRule {
        let row = try act.db.row("""
            SELECT days, most, renewals, reservable, deposit FROM loan_rule
            WHERE centre = \(centre) AND borrower = \(borrower) AND kind = \(kind) AND since <= \(day) ORDER BY since DESC LIMIT 1
            """)
        return try row.map {
            LoanRule(days: try $0["days"], most: try $0["most"], renewals: try $0["renewals"], isReservable: try $0["reservable"], deposit: try $0["deposit"])
        } ?? .usual(borrower, kind)
    }

    /// Writes down what one kind of borrower may have from a day on.
    package static func set(_ rules: [TitleKind: LoanRule], for borrower: BorrowerKind, since: Day, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        var changes: [Change] = []
        let before = try self.rules(of: centre, in: act)
        for (kind, rule) in rules.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let old = before.rule(borrower, kind, on: since)
            guard old != rule else { continue }
            try act.db.run("""
                INSERT INTO loan_rule (centre, since, borrower, kind, days, most, renewals, reservable, deposit)
                VALUES (\(centre), \(since), \(borrower), \(kind), \(rule.days), \(rule.most), \(rule.renewals), \(rule.isReservable), \(rule.deposit))
                ON CONFLICT (centre, borrower, kind, since) DO UPDATE SET days = excluded.days, most = excluded.most, renewals = excluded.renewals,
                    reservable = excluded.reservable, deposit = excluded.deposit
                """)
            changes.append(Change("\(borrower.rawValue) \(kind.rawValue)", from: old.trace, to: rule.trace))
        }
        try act.record(T.loans.rulesSet, .centre(centre), centre: centre, changes: changes)
        try act.touchPublicPages()
    }

    // MARK: The desk

    package static func desk(of centre: Centre.ID, on day: Day, in act: Act) throws -> DeskRule {
        try deskRules(of: centre, in: act).first { $0.since <= day } ?? DeskRule(since: .zero)
    }

    /// All of a centre, the newest first.
    package static func deskRules(of centre: Centre.ID, in act: Act) throws -> [DeskRule] {
        try act.db.rows("""
            SELECT since, weekdays, keep_days, before_days, refuses, pupil_days, past_days FROM desk_rule WHERE centre = \(centre) ORDER BY since DESC
            """).map(DeskRule.init(row:))
    }

    package static func set(_ rule: DeskRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        try act.db.run("""
            INSERT INTO desk_rule (centre, since, weekdays, keep_days, before_days, refuses, pupil_days, past_days)
            VALUES (\(centre), \(rule.since), \(rule.weekdayNumbers), \(rule.keepDays), \(rule.beforeDays), \(rule.refuses), \(rule.pupilDays),
                \(rule.pastDays))
            ON CONFLICT (centre, since) DO UPDATE SET weekdays = excluded.weekdays, keep_days = excluded.keep_days, before_days = excluded.before_days,
                refuses = excluded.refuses, pupil_days = excluded.pupil_days, past_days = excluded.past_days
            """)
        try act.record(T.loans.deskRuleSet, .centre(centre), centre: centre, changes: [
            Change("weekdays", from: "", to: rule.weekdayNumbers), Change("keepDays", from: "", to: "\(rule.keepDays)"),
            Change("refuses", from: "", to: "\(rule.refuses)"),
        ])
    }

    // MARK: Closed days

    package static func closures(of centre: Centre.ID, since day: Day, in act: Act) throws -> [DeskClosure] {
        try act.db.rows("""
            SELECT id, first_day, last_day, name FROM desk_closure WHERE centre = \(centre) AND last_day >= \(day) ORDER BY first_day, id
            """).map { row in
                let first: Day = try row["first_day"], last: Day = try row["last_day"]
                return DeskClosure(id: try row["id"], days: first...max(first, last), name: try row["name"])
            }
    }

    /// The desk is closed for some days: what is due in them is due after them, as far as nobody else has booked it.
    /// - Returns: how many loans have another day now.
    @discardableResult
    package static func close(_ days: ClosedRange<Day>, name: String, at centre: Centre.ID, in act: Act) throws -> Int {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        try act.db.run("INSERT INTO desk_closure (centre, first_day, last_day, name) VALUES (\(centre), \(days.lowerBound), \(days.upperBound), \(name))")
        try act.record(T.loans.closed, .centre(centre), centre: centre, changes: [
            Change("days", from: "", to: "\(days.lowerBound.iso) – \(days.upperBound.iso)"), Change("name", from: "", to: name),
        ])
        return try LoanStore.moveDue(in: days, at: centre, in: act)
    }

    package static func reopen(_ id: Int64, at centre: Centre.ID, in act: Act) throws {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        guard try act.db.run("DELETE FROM desk_closure WHERE id = \(id) AND centre = \(centre)") == 1 else { throw Problem.missing }
        try act.record(T.loans.reopened, .centre(centre), centre: centre)
    }

    /// On which days something can be brought back from a day on: by the rule of the desk, what was closed, and the holidays that the calendar of the school
    /// year names.
    package static func open(of centre: Centre.ID, from day: Day, in act: Act) throws -> OpenDays {
        let closed = try closures(of: centre, since: day, in: act).map(\.days) + act.ask(HolidaysAsked(centre: centre, from: day)).flatMap(\.self)
        return OpenDays(try desk(of: centre, on: day, in: act).weekdays, closed: closed)
    }
}

extension LoanRule {
    /// As the journal has it.
    fileprivate var trace: String { "\(days)/\(most)/\(renewals)/\(isReservable ? "+" : "-")/\(deposit)" }
}

extension DeskRule {
    var weekdayNumbers: String { weekdays.map(\.rawValue).sorted().map(String.init).joined() }

    init(row: Row) throws {
        let numbers: String = try row["weekdays"]
        self.init(
            since: try row["since"], weekdays: Set(numbers.compactMap { $0.wholeNumberValue.flatMap(Weekday.init(rawValue:)) }), keepDays: try row["keep_days"],
            beforeDays: try row["before_days"], refuses: try row["refuses"], pupilDays: try row["pupil_days"], pastDays: try row["past_days"])
    }
}
