package import Centres
package import Kernel
package import Languages
package import Library
import Storage

/// Lending at once, and lending on.
package enum LendStore {
    /// What a loan leads to.
    package struct Lent: Sendable {
        package let loan: Loan.ID
        package let due: Day
        /// Sooner than the rule says, because somebody has booked it.
        package let isShort: Bool
        /// So many other things of the borrower are overdue.
        package let overdue: Int
        /// What has to be left for it.
        package let deposit: Int
        /// The reservation that is served by it.
        package let reservation: Reservation.ID?
    }

    /// Lends a copy to somebody who stands at the desk.
    /// - Throws: a conflict that says why not, and what can be done.
    package static func lend(_ copy: Copy.ID, to id: Borrower.ID, at centre: Centre.ID, in act: Act) throws -> Lent {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        _ = try BorrowerStore.borrower(id, at: centre, in: act)
        try act.db.hold("borrower", id.value)
        try LoanStore.hold(copy, at: centre, in: act)
        let borrower = try BorrowerStore.borrower(id, at: centre, in: act), copy = try CopyStore.copy(copy, at: centre, in: act)
        let today = try LoanStore.today(at: centre, in: act), lending = try lending(copy, to: borrower, on: today, in: act)
        switch lending.decide(on: today) {
        case .refused(let refusal): throw Problem.conflict(refusal.phrase)
        case .until(let due):
            let loan = Loan.ID(try act.db.insert("""
                INSERT INTO loan (centre, copy, borrower, borrower_kind, state, held_from, held_until, due, out_at, deposit, person, made)
                VALUES (\(centre), \(copy.id), \(id), \(borrower.kind), 'out', \(today.number), \(due.number), \(due), \(act.now), \(lending.rule.deposit),
                        \(act.by.person), \(act.now)) RETURNING id
                """))
            try act.record(T.loans.lentDeed, .loan(loan), under: .copy(copy.id), centre: centre)
            try act.touchSeats()
            let served = try ReservationStore.fulfil(copy, for: id, in: act)
            return Lent(
                loan: loan, due: due, isShort: due < lending.open.first(from: today.adding(days: lending.rule.days)), overdue: lending.overdue,
                deposit: lending.rule.deposit, reservation: served)
        }
    }

    /// Lends on what somebody has.
    @discardableResult
    package static func renew(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws -> Day {
        let loan = try LoanStore.actable(id, at: centre, in: act)
        guard loan.state == .out, let borrower = loan.borrower else { throw Problem.conflict(T.loans.errorNotOut) }
        let copy = try CopyStore.copy(loan.copy, at: centre, in: act), today = try LoanStore.today(at: centre, in: act)
        var lending = try lending(copy, to: BorrowerStore.borrower(borrower, at: centre, in: act), on: today, in: act)
        // The days of the way back stay behind the new day.
        let way = loan.due.days(until: loan.held.upperBound)
        lending.booked = lending.booked?.adding(days: -way)
        switch lending.renew(due: loan.due, renewed: loan.renewed, atDesk: act.by.lends(at: centre), on: today) {
        case .refused(let refusal): throw Problem.conflict(refusal.phrase)
        case .until(let due):
            try act.db.run("UPDATE loan SET due = \(due), held_until = \(due.number + way), renewed = renewed + 1, told = NULL WHERE id = \(id)")
            try act.record(T.loans.renewedDeed, .loan(id), under: .copy(loan.copy), centre: centre, changes: [Change("due", from: loan.due.iso, to: due.iso)])
            try act.touchSeats()
            return due
        }
    }

    /// All that decides whether a copy is lent to somebody.
    package static func lending(_ copy: Copy, to borrower: Borrower, on today: Day, in act: Act) throws -> Lending {
        guard let kind = try TitleStore.titles([copy.title], in: act)[copy.title]?.kind else { throw Problem.missing }
        let centre = borrower.centre
        var lending = Lending(
            rule: try LoanRuleStore.rule(borrower.kind, kind, of: centre, on: today, in: act), desk: try LoanRuleStore.desk(of: centre, on: today, in: act),
            open: try LoanRuleStore.open(of: centre, from: today, in: act), copyState: copy.state)
        let periods = try LoanStore.periods(of: [copy.id], from: today, in: act)
        lending.isOut = periods.contains { $0.state == .out }
        lending.booked = periods.filter { $0.state == .booked }.map { max($0.days.lowerBound, today) }.min()
        lending.blocked = borrower.blocked
        let counts = try act.db.row("""
            SELECT CAST(coalesce(sum(CASE WHEN t.kind = \(kind) THEN 1 ELSE 0 END), 0) AS BIGINT) AS same,
                CAST(coalesce(sum(CASE WHEN l.due < \(today) THEN 1 ELSE 0 END), 0) AS BIGINT) AS late
            FROM loan l JOIN copy c ON c.id = l.copy JOIN title t ON t.id = c.title WHERE l.borrower = \(borrower.id) AND l.state = 'out'
            """)
        (lending.has, lending.overdue) = (try counts?["same"] ?? 0, try counts?["late"] ?? 0)
        let open = try ReservationStore.open(of: copy.title, in: act)
        lending.keptForOther = open.first { $0.copy == copy.id && $0.borrower != borrower.id }?.keepUntil
        lending.othersWait = open.filter { $0.state == .waiting && $0.borrower != borrower.id }.count
        return lending
    }
}

extension LoanStore {
    /// The desk is closed in these days: what is due in them is due on the first open day after them, as far as nobody has booked it until then.
    static func moveDue(in days: ClosedRange<Day>, at centre: Centre.ID, in act: Act) throws -> Int {
        let open = try LoanRuleStore.open(of: centre, from: days.lowerBound, in: act), due = open.first(from: days.upperBound.adding(days: 1))
        let inside = try loans("l.centre = \(centre) AND l.state = 'out' AND l.due >= \(days.lowerBound) AND l.due <= \(days.upperBound)", most: 5_000, in: act)
        return try inside.reduce(0) { moved, loan in
            try hold(loan.copy, at: centre, in: act)
            let held = loan.held.lowerBound...due.adding(days: loan.due.days(until: loan.held.upperBound))
            guard try periods(of: [loan.copy], from: held.lowerBound, in: act).holder(of: held, except: loan.id) == nil else { return moved }
            try act.db.run("UPDATE loan SET due = \(due), held_until = \(held.upperBound.number), told = NULL WHERE id = \(loan.id)")
            let changes = [Change("due", from: loan.due.iso, to: due.iso)]
            try act.record(T.loans.movedDeed, .loan(loan.id), under: .copy(loan.copy), centre: centre, changes: changes)
            return moved + 1
        }
    }
}
