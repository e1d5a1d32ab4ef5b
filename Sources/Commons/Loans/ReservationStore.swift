package import Centres
package import Kernel
package import Languages
package import Library
import Queues
package import Storage

/// Who waits for what, as rows. What guards the queue of a title is its row.
package enum ReservationStore {
    // MARK: Reads

    package static func reservation(_ id: Reservation.ID, at centre: Centre.ID, in act: Act) throws -> Reservation {
        guard let one = try reservations("r.id = \(id) AND r.centre = \(centre)", in: act).first else { throw Problem.missing }
        return one
    }

    /// Those of a title that are open, in the order in which they came.
    package static func open(of title: LibraryTitle.ID, in act: Act) throws -> [Reservation] {
        try reservations("r.title = \(title) AND r.state IN ('waiting', 'ready')", in: act)
    }

    package static func open(of borrowers: [Borrower.ID], in act: Act) throws -> [Reservation] {
        borrowers.isEmpty ? [] : try reservations("r.borrower IN \(list: borrowers) AND r.state IN ('waiting', 'ready')", in: act)
    }

    /// The place in the queue of each that waits for one of these titles.
    package static func places(_ titles: [LibraryTitle.ID], in act: Act) throws -> [Reservation.ID: Int] {
        guard !titles.isEmpty else { return [:] }
        let waiting = try reservations("r.title IN \(list: Array(Set(titles))) AND r.state = 'waiting'", in: act)
        return Dictionary(grouping: waiting, by: \.title).values.reduce(into: [:]) { places, queue in
            let ids = queue.map(\.id)
            for id in ids { places[id] = ReservationQueue.place(of: id, in: ids) }
        }
    }

    /// - Parameter condition: over `reservation r`.
    static func reservations(_ condition: SQL, order: SQL = "r.id", most: Int = 2_000, in act: Act) throws -> [Reservation] {
        try act.db.rows("SELECT r.* FROM reservation r WHERE \(condition) ORDER BY \(order) LIMIT \(most)").map(Reservation.init(row:))
    }

    // MARK: Verbs

    /// So many titles one may wait for at a time.
    static let most = 20

    /// Somebody waits for a title from now on; where a copy stands on the shelf it is set aside at once.
    package static func reserve(_ title: LibraryTitle.ID, for id: Borrower.ID, at centre: Centre.ID, in act: Act) throws -> Reservation.ID {
        let borrower = try BorrowerStore.borrower(id, at: centre, in: act), known = try TitleStore.title(title, at: centre, in: act)
        guard LoanStore.mayAct(for: borrower, in: act) else { throw Problem.missing }
        try act.db.hold("borrower", id.value)
        try act.db.hold("title", title.value)
        let today = try LoanStore.today(at: centre, in: act), rule = try LoanRuleStore.rule(borrower.kind, known.kind, of: centre, on: today, in: act)
        guard rule.isReservable, rule.isLent else { throw Problem.conflict(T.loans.errorNotReservable) }
        guard !borrower.isBlocked else { throw Problem.conflict(T.loans.errorBlocked(why: .text(borrower.blocked))) }
        guard try !open(of: title, in: act).contains(where: { $0.borrower == id }) else { throw Problem.conflict(T.loans.errorReservedTwice) }
        guard try open(of: [id], in: act).count < most else { throw Problem.conflict(T.loans.errorReservedMost(count: most)) }
        let copies = try CopyStore.copies(of: title, in: act)
        guard copies.contains(where: { $0.state == .shelf || $0.state == .repair }) else { throw Problem.conflict(T.loans.errorNoCopies) }
        guard try !LoanStore.out(of: [id], in: act).contains(where: { loan in copies.contains { $0.id == loan.copy } }) else {
            throw Problem.conflict(T.loans.errorHasIt)
        }
        let reservation = Reservation.ID(try act.db.insert("""
            INSERT INTO reservation (centre, title, borrower, state, made) VALUES (\(centre), \(title), \(id), 'waiting', \(act.now)) RETURNING id
            """))
        try act.record(T.loans.reservedDeed, .reservation(reservation), under: .title(title), centre: centre)
        try act.touchSeats()
        try serve(title, at: centre, in: act)
        return reservation
    }

    package static func cancel(_ id: Reservation.ID, at centre: Centre.ID, in act: Act) throws {
        let known = try reservation(id, at: centre, in: act)
        guard LoanStore.mayAct(for: try BorrowerStore.borrower(known.borrower, at: centre, in: act), in: act) else { throw Problem.missing }
        try act.db.hold("title", known.title.value)
        guard try reservation(id, at: centre, in: act).state.isOpen else { throw Problem.conflict(T.loans.errorOver) }
        try end(id, .cancelled, in: act)
        try act.record(T.loans.unreservedDeed, .reservation(id), under: .title(known.title), centre: centre)
        try act.touchSeats()
        try serve(known.title, at: centre, in: act)
    }

    // MARK: The queue

    /// Sets aside what is free for those who wait longest. Whoever calls holds the title.
    /// - Returns: those that are ready by it.
    @discardableResult
    static func serve(_ title: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> [Reservation] {
        let waiting = try reservations("r.title = \(title) AND r.state = 'waiting'", in: act)
        guard !waiting.isEmpty else { return [] }
        let today = try LoanStore.today(at: centre, in: act), desk = try LoanRuleStore.desk(of: centre, on: today, in: act)
        let keep = try LoanRuleStore.open(of: centre, from: today, in: act).first(from: today.adding(days: desk.keepDays))
        let free: [Copy.ID] = try act.db.rows("""
            SELECT c.id FROM copy c WHERE c.title = \(title) AND c.state = 'shelf'
                AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.copy = c.id
                    AND (l.state = 'out' OR l.state = 'booked' AND l.held_from <= \(keep.number) AND l.held_until >= \(today.number)))
                AND NOT EXISTS (SELECT 1 FROM reservation r WHERE r.copy = c.id AND r.state = 'ready')
            ORDER BY c.id
            """).map { try $0["id"] }
        let served = ReservationQueue.serve(waiting.map(\.id), free)
        for (reservation, copy) in served {
            try act.db.run("UPDATE reservation SET state = 'ready', copy = \(copy), ready_at = \(act.now), keep_until = \(keep) WHERE id = \(reservation)")
            try act.record(T.loans.readyDeed, .reservation(reservation), under: .copy(copy), centre: centre)
            try LoanLetters.ready(reservation, until: keep, in: act)
        }
        if !served.isEmpty { try act.touchSeats() }
        return served.isEmpty ? [] : try reservations("r.id IN \(list: served.map(\.reservation))", in: act)
    }

    /// Somebody got what they waited for. Where another copy was set aside for them, it is free for the next.
    static func fulfil(_ copy: Copy, for borrower: Borrower.ID, in act: Act) throws -> Reservation.ID? {
        guard let own = try open(of: copy.title, in: act).first(where: { $0.borrower == borrower }) else { return nil }
        try act.db.run("UPDATE reservation SET state = 'lent', ended = \(act.now) WHERE id = \(own.id)")
        if own.state == .ready, own.copy != copy.id { try serve(copy.title, at: copy.centre, in: act) }
        return own.id
    }

    static func end(_ id: Reservation.ID, _ state: Reservation.State, in act: Act) throws {
        try act.db.run("UPDATE reservation SET state = \(state), ended = \(act.now) WHERE id = \(id)")
        _ = try act.recall(about: .reservation(id))
    }

    /// Whoever was told and did not come makes room for the next.
    static func lapse(_ id: Reservation.ID, at centre: Centre.ID, in act: Act) throws {
        let known = try reservation(id, at: centre, in: act)
        try act.db.hold("title", known.title.value)
        guard try reservation(id, at: centre, in: act).state == .ready else { return }
        try end(id, .lapsed, in: act)
        try act.record(T.loans.lapsedDeed, .reservation(id), under: .title(known.title), centre: centre)
        try act.touchSeats()
        try serve(known.title, at: centre, in: act)
    }
}

extension Reservation {
    init(row: Row) throws {
        (id, centre, title, borrower) = (try row["id"], try row["centre"], try row["title"], try row["borrower"])
        (state, copy, made, keepUntil) = (try row["state"], try row["copy"], try row["made"], try row["keep_until"])
    }
}
