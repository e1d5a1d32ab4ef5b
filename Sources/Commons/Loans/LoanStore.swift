package import Centres
package import Kernel
package import Languages
package import Library
import Schools
package import Storage

/// Loans and bookings as rows. What guards a copy is its row: it is held, then looked at, then written.
package enum LoanStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` when the centre has none.
    package static func loan(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws -> Loan {
        guard let loan = try loans("l.id = \(id) AND l.centre = \(centre)", in: act).first else { throw Problem.missing }
        return loan
    }

    package static func loans(_ ids: [Loan.ID], in act: Act) throws -> [Loan.ID: Loan] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(uniqueKeysWithValues: try loans("l.id IN \(list: ids)", most: ids.count, in: act).map { ($0.id, $0) })
    }

    /// - Parameter condition: over `loan l`.
    static func loans(_ condition: SQL, order: SQL = "l.due, l.id", most: Int = 1_000, offset: Int = 0, in act: Act) throws -> [Loan] {
        try act.db.rows("SELECT l.* FROM loan l WHERE \(condition) ORDER BY \(order) LIMIT \(most) OFFSET \(offset)").map(Loan.init(row:))
    }

    /// What these have out, the soonest due first.
    package static func out(of borrowers: [Borrower.ID], in act: Act) throws -> [Loan] {
        borrowers.isEmpty ? [] : try loans("l.borrower IN \(list: borrowers) AND l.state = 'out'", in: act)
    }

    /// Who has a copy now.
    package static func out(_ copy: Copy.ID, in act: Act) throws -> Loan? { try loans("l.copy = \(copy) AND l.state = 'out'", in: act).first }

    /// Who has these copies now or has booked them.
    package static func holding(_ copies: [Copy.ID], in act: Act) throws -> [Loan] {
        copies.isEmpty ? [] : try loans("l.copy IN \(list: copies) AND l.state IN ('out', 'booked')", order: "l.held_from, l.id", in: act)
    }

    /// In which days some copies are held, from a day on; what is out past its day stands among them.
    package static func periods(of copies: [Copy.ID], from day: Day, in act: Act) throws -> [HeldPeriod] {
        guard !copies.isEmpty else { return [] }
        return try loans("""
            l.copy IN \(list: copies) AND (l.state = 'out' OR l.state = 'booked' AND l.held_until >= \(day.number))
            """, order: "l.held_from, l.id", most: 20_000, in: act).map {
                HeldPeriod(loan: $0.id, copy: $0.copy, state: $0.state, days: $0.held, due: $0.due, borrower: $0.borrower)
            }
    }

    /// Whether whoever acts may do so for a borrower: at the desk, for oneself, for a pupil or a body for which one answers, for the school that one looks
    /// after.
    package static func mayAct(for borrower: Borrower, in act: Act) -> Bool {
        if act.by.lends(at: borrower.centre) { return true }
        if let person = borrower.person, person == act.by.person { return true }
        return borrower.kind == .institution && borrower.school.map { act.by.looksAfter($0) } ?? false
    }

    // MARK: Booked ahead

    /// Holds a copy for somebody in some days to come.
    /// - Parameters:
    ///   - held: with the days for setting up and for the way.
    ///   - due: the day on which it is brought back.
    /// - Throws: a conflict that names from when to when it is taken.
    package static func book(
        _ copy: Copy.ID, for borrower: Borrower.ID, held: ClosedRange<Day>, due: Day, at centre: Centre.ID, in act: Act
    ) throws -> Loan.ID {
        let borrower = try BorrowerStore.borrower(borrower, at: centre, in: act)
        guard mayAct(for: borrower, in: act), held.contains(due) else { throw Problem.missing }
        guard !borrower.isBlocked else { throw Problem.conflict(T.loans.errorBlocked(why: .text(borrower.blocked))) }
        try require(copy, isFree: held, at: centre, in: act)
        let id = Loan.ID(try act.db.insert("""
            INSERT INTO loan (centre, copy, borrower, borrower_kind, state, held_from, held_until, due, person, made)
            VALUES (\(centre), \(copy), \(borrower.id), \(borrower.kind), 'booked', \(held.lowerBound.number), \(held.upperBound.number), \(due),
                \(act.by.person), \(act.now))
            RETURNING id
            """))
        try act.record(T.loans.bookedDeed, .loan(id), under: .copy(copy), centre: centre, changes: [
            Change("days", from: "", to: "\(held.lowerBound.iso) – \(held.upperBound.iso)"),
        ])
        try act.touchSeats()
        return id
    }

    /// Other days for what is booked, or for what is out and goes on to the next place.
    package static func move(_ id: Loan.ID, to held: ClosedRange<Day>, due: Day, at centre: Centre.ID, in act: Act) throws {
        let loan = try actable(id, at: centre, in: act)
        guard loan.state.holds, held.contains(due) else { throw Problem.conflict(T.loans.errorOver) }
        try require(loan.copy, isFree: held, except: id, at: centre, in: act)
        try act.db.run("""
            UPDATE loan SET held_from = \(held.lowerBound.number), held_until = \(held.upperBound.number), due = \(due), told = NULL WHERE id = \(id)
            """)
        try act.record(T.loans.movedDeed, .loan(id), under: .copy(loan.copy), centre: centre, changes: [
            Change("days", from: "\(loan.held.lowerBound.iso) – \(loan.held.upperBound.iso)", to: "\(held.lowerBound.iso) – \(held.upperBound.iso)"),
        ])
        try act.touchSeats()
    }

    /// What was booked is not wanted after all.
    package static func cancel(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws {
        let loan = try actable(id, at: centre, in: act)
        guard loan.state == .booked else { throw Problem.conflict(T.loans.errorOver) }
        try act.db.run("UPDATE loan SET state = 'cancelled' WHERE id = \(id)")
        try act.record(T.loans.cancelledDeed, .loan(id), under: .copy(loan.copy), centre: centre)
        try act.touchSeats()
    }

    /// What was booked is handed out; it may be before its first day, as far as nobody else has it.
    package static func handOut(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let loan = try actable(id, at: centre, in: act), today = try today(at: centre, in: act)
        guard loan.state == .booked else { throw Problem.conflict(T.loans.errorOver) }
        guard try CopyStore.copy(loan.copy, at: centre, in: act).isLendable else { throw Problem.conflict(T.loans.errorOff) }
        guard try out(loan.copy, in: act) == nil else { throw Problem.conflict(T.loans.errorOut) }
        let held = min(loan.held.lowerBound, today)...max(loan.held.upperBound, today)
        try require(loan.copy, isFree: held, except: id, at: centre, in: act)
        try act.db.run("""
            UPDATE loan SET state = 'out', out_at = \(act.now), held_from = \(held.lowerBound.number), held_until = \(held.upperBound.number) WHERE id = \(id)
            """)
        try act.record(T.loans.lentDeed, .loan(id), under: .copy(loan.copy), centre: centre)
        try act.touchSeats()
    }

    // MARK: Back

    /// It is back. Who waits for it gets it next.
    /// - Parameters:
    ///   - damage: what is wrong with it.
    ///   - mend: whether it goes to be mended before anybody else gets it.
    /// - Returns: for whom it is set aside now.
    @discardableResult
    package static func takeBack(_ id: Loan.ID, damage: String = "", mend: Bool = false, at centre: Centre.ID, in act: Act) throws -> Reservation? {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let loan = try actable(id, at: centre, in: act)
        guard loan.state == .out || loan.state == .lost else { throw Problem.conflict(T.loans.errorNotOut) }
        try act.db.run("UPDATE loan SET state = 'back', back_at = \(act.now), damage = \(damage) WHERE id = \(id)")
        try act.record(T.loans.returnedDeed, .loan(id), under: .copy(loan.copy), centre: centre, changes: [Change("damage", from: "", to: damage)])
        if loan.state == .lost { try CopyStore.stand(.shelf, loan.copy, at: centre, in: act) }
        if mend { try CopyStore.stand(.repair, loan.copy, at: centre, in: act) }
        try act.touchSeats()
        let title = try CopyStore.copy(loan.copy, at: centre, in: act).title
        return try ReservationStore.serve(title, at: centre, in: act).first { $0.copy == loan.copy }
    }

    /// Whoever had it does not bring it back. It may be found after all.
    package static func lose(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let loan = try actable(id, at: centre, in: act)
        guard loan.state == .out else { throw Problem.conflict(T.loans.errorNotOut) }
        try act.db.run("UPDATE loan SET state = 'lost' WHERE id = \(id)")
        try CopyStore.stand(.lost, loan.copy, at: centre, in: act)
        try act.record(T.loans.lostDeed, .loan(id), under: .copy(loan.copy), centre: centre)
        try act.touchSeats()
    }

    // MARK: Steps

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }

    /// A loan that is about to be changed, by who may: the title and the copy are held before it is looked at again.
    static func actable(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws -> Loan {
        let loan = try loan(id, at: centre, in: act)
        guard let borrower = loan.borrower else { throw Problem.conflict(T.loans.errorOver) }
        guard mayAct(for: try BorrowerStore.borrower(borrower, at: centre, in: act), in: act) else { throw Problem.missing }
        try hold(loan.copy, at: centre, in: act)
        return try self.loan(id, at: centre, in: act)
    }

    /// In one order everywhere, so that nobody waits in a circle: borrower, title, copy.
    static func hold(_ copy: Copy.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("title", CopyStore.copy(copy, at: centre, in: act).title.value)
        try act.db.hold("copy", copy.value)
    }

    /// - Throws: a conflict that names when it is taken.
    private static func require(_ copy: Copy.ID, isFree days: ClosedRange<Day>, except loan: Loan.ID? = nil, at centre: Centre.ID, in act: Act) throws {
        guard try CopyStore.copy(copy, at: centre, in: act).state != .off else { throw Problem.conflict(T.loans.errorOff) }
        try hold(copy, at: centre, in: act)
        guard let holder = try periods(of: [copy], from: days.lowerBound, in: act).holder(of: days, except: loan) else { return }
        throw Problem.conflict(T.loans.errorTaken(days: .days(holder.days)))
    }
}

extension Loan {
    init(row: Row) throws {
        let first: Int = try row["held_from"], last: Int = try row["held_until"], from = Day(number: first) ?? .zero
        (id, centre, copy, borrower) = (try row["id"], try row["centre"], try row["copy"], try row["borrower"])
        (borrowerKind, state, due) = (try row["borrower_kind"], try row["state"], try row["due"])
        held = from...max(from, Day(number: last) ?? from)
        (out, back, renewed) = (try row["out_at"], try row["back_at"], try row["renewed"])
        (deposit, damage, told, made) = (try row["deposit"], try row["damage"], try row["told"], try row["made"])
    }
}
