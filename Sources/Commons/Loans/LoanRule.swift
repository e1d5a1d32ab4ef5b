package import Languages
package import Library

/// What one kind of borrower may have of one kind of titles: data with a day from which it holds.
package struct LoanRule: Sendable, Hashable {
    /// For so many days; none, and it is not lent to them.
    package var days: Int
    /// So many of the kind at a time.
    package var most: Int
    /// So often a loan may be renewed.
    package var renewals: Int
    package var isReservable: Bool
    /// What is left for it, in minor units of the centre's currency.
    package var deposit: Int

    package init(days: Int, most: Int, renewals: Int = 0, isReservable: Bool = true, deposit: Int = 0) {
        (self.days, self.most, self.renewals, self.isReservable, self.deposit) = (days, most, renewals, isReservable, deposit)
    }

    package static let dayBounds = 0...400
    package static let mostBounds = 0...500
    package static let renewalBounds = 0...50

    package var isLent: Bool { days > 0 && most > 0 }
    package static let none = LoanRule(days: 0, most: 0, isReservable: false)

    /// What holds where a centre has written nothing down.
    package static func usual(_ borrower: BorrowerKind, _ kind: TitleKind) -> LoanRule {
        switch (borrower, kind) {
        case (_, .digital): none
        case (.person, .book): LoanRule(days: 21, most: 10, renewals: 2)
        case (.person, .journal), (.person, .video), (.person, .audio), (.person, .game): LoanRule(days: 14, most: 5, renewals: 1)
        case (.person, .kit): LoanRule(days: 14, most: 1, isReservable: false)
        case (.person, .device): LoanRule(days: 7, most: 2, isReservable: false)
        case (.institution, .book): LoanRule(days: 30, most: 40, renewals: 2)
        case (.institution, .journal), (.institution, .video), (.institution, .audio), (.institution, .game): LoanRule(days: 21, most: 10, renewals: 1)
        case (.institution, .kit): LoanRule(days: 21, most: 3, isReservable: false)
        case (.institution, .device): LoanRule(days: 14, most: 5, isReservable: false)
        case (.pupil, .book): LoanRule(days: 14, most: 3, renewals: 1)
        case (.pupil, .journal), (.pupil, .video), (.pupil, .audio), (.pupil, .game): LoanRule(days: 7, most: 1)
        case (.pupil, .kit), (.pupil, .device): none
        }
    }
}

/// A rule with the day from which it holds and for whom.
package struct DatedLoanRule: Sendable, Hashable {
    package let since: Day
    package let borrower: BorrowerKind
    package let kind: TitleKind
    package let rule: LoanRule

    package init(since: Day, _ borrower: BorrowerKind, _ kind: TitleKind, _ rule: LoanRule) {
        (self.since, self.borrower, self.kind, self.rule) = (since, borrower, kind, rule)
    }
}

/// All rules of a centre.
package struct LoanRules: Sendable {
    package let dated: [DatedLoanRule]

    package init(_ dated: [DatedLoanRule]) { self.dated = dated.sorted { $0.since > $1.since } }

    /// The newest that had begun on a day, or the usual one.
    package func rule(_ borrower: BorrowerKind, _ kind: TitleKind, on day: Day) -> LoanRule {
        dated.first { $0.borrower == borrower && $0.kind == kind && $0.since <= day }?.rule ?? .usual(borrower, kind)
    }
}

/// How the desk works, from a day on.
package struct DeskRule: Sendable, Hashable {
    package var since: Day
    package var weekdays: Set<Weekday>
    /// What is ready waits so long for whoever reserved it.
    package var keepDays: Int
    /// So long before it is due a letter reminds; none, and it does not.
    package var beforeDays: Int
    /// Whether nothing is lent to whoever has something overdue; else the desk is warned.
    package var refuses: Bool
    /// So long after the last thing came back a pupil's name stands.
    package var pupilDays: Int
    /// So long it stands who had what.
    package var pastDays: Int

    package init(
        since: Day, weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday], keepDays: Int = 5, beforeDays: Int = 3, refuses: Bool = false,
        pupilDays: Int = 30, pastDays: Int = 366
    ) {
        (self.since, self.weekdays, self.keepDays, self.beforeDays) = (since, weekdays, keepDays, beforeDays)
        (self.refuses, self.pupilDays, self.pastDays) = (refuses, pupilDays, pastDays)
    }

    package static let keepBounds = 1...60
    package static let beforeBounds = 0...30
    package static let pupilBounds = 1...366
    package static let pastBounds = 30...3_660
}
