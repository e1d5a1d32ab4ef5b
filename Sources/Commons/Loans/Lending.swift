package import Languages
package import Library

/// All that decides whether a copy is lent to somebody, and until when.
package struct Lending: Sendable {
    package var rule: LoanRule
    package var desk: DeskRule
    package var open: OpenDays
    package var copyState: CopyState
    /// Whether somebody has it.
    package var isOut = false
    /// Whether it waits for another one than who is here, and until when.
    package var keptForOther: Day?
    /// From when it is booked.
    package var booked: Day?
    package var blocked = ""
    /// How many of the kind they have out.
    package var has = 0
    /// How many of all that they have are overdue.
    package var overdue = 0
    /// How many others wait for the title, for whom nothing is set aside.
    package var othersWait = 0

    package init(rule: LoanRule, desk: DeskRule, open: OpenDays, copyState: CopyState = .shelf) {
        (self.rule, self.desk, self.open, self.copyState) = (rule, desk, open, copyState)
    }

    package enum Refusal: Hashable, Sendable {
        case out, repair, lost, off, notLent, late
        case blocked(String)
        case overdue(Int)
        case most(Int)
        case kept(until: Day)
        case booked(from: Day)
        case renewed(Int)
        case awaited(Int)

        package var phrase: Phrase {
            switch self {
            case .out: T.loans.errorOut
            case .repair: T.loans.errorRepair
            case .lost: T.loans.errorLost
            case .off: T.loans.errorOff
            case .notLent: T.loans.errorNotLent
            case .late: T.loans.errorLate
            case .blocked(let why): T.loans.errorBlocked(why: .text(why))
            case .overdue(let count): T.loans.errorOverdue(count: count)
            case .most(let count): T.loans.errorMost(count: count)
            case .kept(let day): T.loans.errorKept(day: .day(day))
            case .booked(let day): T.loans.errorBooked(day: .day(day))
            case .renewed(let count): T.loans.errorRenewed(count: count)
            case .awaited(let count): T.loans.errorAwaited(count: count)
            }
        }
    }

    package enum Decision: Hashable, Sendable {
        /// Until that day; it may be sooner than the rule says where somebody has booked it.
        case until(Day)
        case refused(Refusal)
    }

    /// Whether it is lent now.
    package func decide(on today: Day) -> Decision {
        switch copyState {
        case .off: return .refused(.off)
        case .lost: return .refused(.lost)
        case .repair: return .refused(.repair)
        case .shelf: break
        }
        if isOut { return .refused(.out) }
        if !blocked.isEmpty { return .refused(.blocked(blocked)) }
        guard rule.isLent else { return .refused(.notLent) }
        if desk.refuses, overdue > 0 { return .refused(.overdue(overdue)) }
        if has >= rule.most { return .refused(.most(rule.most)) }
        if let keptForOther { return .refused(.kept(until: keptForOther)) }
        guard let due = open.due(from: today, days: rule.days, before: booked) else { return .refused(.booked(from: booked ?? today)) }
        return .until(due)
    }

    /// Whether a loan goes on. Whoever has it may do so until its day; after that only the desk.
    /// - Parameters:
    ///   - due: its day now, which never comes nearer by this.
    ///   - renewed: how often that was done.
    ///   - atDesk: whether it is done by who stands at the desk, and not by whoever has it.
    package func renew(due: Day, renewed: Int, atDesk: Bool, on today: Day) -> Decision {
        if !blocked.isEmpty { return .refused(.blocked(blocked)) }
        if renewed >= rule.renewals { return .refused(.renewed(rule.renewals)) }
        if othersWait > 0 { return .refused(.awaited(othersWait)) }
        if !atDesk, due < today { return .refused(.late) }
        guard let new = open.due(from: today, days: rule.days, before: booked), new > due else {
            return .refused(booked.map { .booked(from: $0) } ?? .renewed(renewed))
        }
        return .until(new)
    }
}
