package import Accounts
import Centres
package import Kernel
import Languages
package import Library
import Queues
import Storage

/// What happens to borrowers and their loans when something happens to the person, the copy, or when their time is over.
package enum LoanKeepingStore {
    /// So long it can be looked up what was done at the desk.
    static let deskDays = 3

    // MARK: The person

    /// The account goes. Whoever still has something keeps a name at the desk until it is back; of everybody else it stands no more that they borrowed.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE borrower SET person = NULL WHERE person = \(person) AND kind <> 'person'")
        for borrower in try BorrowerStore.borrowers("b.person = \(person)", in: act) {
            try endOpen(borrower.id, in: act)
            if try act.db.exists("SELECT 1 AS stands FROM loan WHERE borrower = \(borrower.id) AND state IN ('out', 'lost') LIMIT 1") {
                try act.db.run("UPDATE borrower SET name = \(borrower.name), person = NULL WHERE id = \(borrower.id)")
            } else {
                try remove([borrower.id], in: act)
            }
        }
    }

    /// What somebody has booked and waits for is free for others.
    private static func endOpen(_ borrower: Borrower.ID, in act: Act) throws {
        try act.db.run("UPDATE loan SET state = 'cancelled' WHERE borrower = \(borrower) AND state = 'booked'")
        for one in try ReservationStore.open(of: [borrower], in: act) { try ReservationStore.end(one.id, .cancelled, in: act) }
        try act.touchSeats()
    }

    private static func remove(_ borrowers: [Borrower.ID], in act: Act) throws {
        for id in borrowers {
            try act.forget(about: .borrower(id))
            try act.db.run("UPDATE loan SET borrower = NULL WHERE borrower = \(id)")
            try forgetReservations("borrower = \(id)", in: act)
            try act.db.run("DELETE FROM borrower WHERE id = \(id)")
        }
    }

    private static func forgetReservations(_ condition: SQL, in act: Act) throws {
        let ids: [Reservation.ID] = try act.db.rows("SELECT id FROM reservation WHERE \(condition)").map { try $0["id"] }
        guard !ids.isEmpty else { return }
        try act.db.run("UPDATE desk_act SET reservation = NULL WHERE reservation IN \(list: ids)")
        try act.db.run("DELETE FROM reservation WHERE id IN \(list: ids)")
    }

    // MARK: By night

    static func forgetOld(in act: Act) throws {
        try act.db.run("DELETE FROM desk_act WHERE at < \(act.now.adding(days: -deskDays))")
        for centre in try CentreStore.all(in: act) {
            let rule = try LoanRuleStore.desk(of: centre.id, on: centre.zone.day(of: act.now), in: act)
            try forgetPupils(at: centre.id, before: act.now.adding(days: -rule.pupilDays), in: act)
            let past = act.now.adding(days: -rule.pastDays)
            try act.db.run("""
                UPDATE loan SET borrower = NULL WHERE centre = \(centre.id) AND borrower IS NOT NULL AND state IN ('back', 'lost', 'cancelled')
                    AND coalesce(back_at, out_at, made) < \(past)
                """)
            try forgetReservations("centre = \(centre.id) AND ended < \(past)", in: act)
            try remove(gone("b.kind = 'person' AND b.person IS NULL", at: centre.id, in: act), in: act)
        }
    }

    /// Pupils' names go so long after the last thing came back, or after a card was given with which nothing was borrowed.
    private static func forgetPupils(at centre: Centre.ID, before moment: Instant, in act: Act) throws {
        let idle = try gone("""
            b.kind = 'pupil' AND b.made < \(moment)
                AND NOT EXISTS (SELECT 1 FROM loan m WHERE m.borrower = b.id AND coalesce(m.back_at, m.out_at, m.made) >= \(moment))
                AND NOT EXISTS (SELECT 1 FROM reservation r WHERE r.borrower = b.id AND r.state IN ('waiting', 'ready'))
            """, at: centre, in: act)
        try remove(idle, in: act)
    }

    /// Those of a kind who have nothing out and owe nothing.
    private static func gone(_ condition: SQL, at centre: Centre.ID, in act: Act) throws -> [Borrower.ID] {
        try act.db.rows("""
            SELECT b.id FROM borrower b WHERE b.centre = \(centre) AND \(condition)
                AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.borrower = b.id AND l.state IN ('booked', 'out', 'lost')) ORDER BY b.id
            """).map { try $0["id"] }
    }

    // MARK: The copy

    /// A copy that is with somebody leaves no inventory; one that waits for somebody and is not there waits no more.
    static func changing(_ fact: CopyStateChanging, in act: Act) throws {
        if fact.to == .off {
            let isHeld = try act.db.exists("SELECT 1 AS held FROM loan WHERE copy = \(fact.copy.id) AND state IN ('booked', 'out') LIMIT 1")
            guard !isHeld else { throw Problem.conflict(T.loans.errorHeld) }
        } else if try LoanStore.out(fact.copy.id, in: act) != nil {
            throw Problem.conflict(T.loans.errorHeld)
        }
        guard fact.to != .shelf else { return }
        // Whoever was told waits again at the place in the queue that was theirs.
        for one in try ReservationStore.reservations("r.copy = \(fact.copy.id) AND r.state = 'ready'", in: act) {
            try act.db.run("UPDATE reservation SET state = 'waiting', copy = NULL, ready_at = NULL, keep_until = NULL WHERE id = \(one.id)")
            _ = try act.recall(about: .reservation(one.id))
        }
    }

    /// What was ever lent stays in the book.
    static func remove(_ copy: Copy.ID, in act: Act) throws {
        let wasLent = try act.db.exists("SELECT 1 AS lent FROM loan WHERE copy = \(copy) LIMIT 1")
        let isKept = try act.db.exists("SELECT 1 AS kept FROM reservation WHERE copy = \(copy) AND state = 'ready'")
        guard !wasLent, !isKept else { throw Problem.conflict(T.loans.errorWasLent) }
        try act.db.run("DELETE FROM desk_act WHERE copy = \(copy)")
        try act.db.run("DELETE FROM site_use WHERE copy = \(copy)")
        try act.db.run("UPDATE reservation SET copy = NULL WHERE copy = \(copy)")
    }

    /// Nobody waits any more for a title that goes.
    static func remove(_ title: LibraryTitle.ID, in act: Act) throws {
        guard try !act.db.exists("SELECT 1 AS waits FROM reservation WHERE title = \(title) AND state IN ('waiting', 'ready')") else {
            throw Problem.conflict(T.loans.errorTitleAwaited)
        }
        try act.db.run("UPDATE desk_act SET reservation = NULL WHERE reservation IN (SELECT id FROM reservation WHERE title = \(title))")
        try act.db.run("DELETE FROM reservation WHERE title = \(title)")
    }

    /// Copies that are with somebody, or wait for somebody.
    static func copiesOut(of centre: Centre.ID, in act: Act) throws -> [Copy.ID: CopyOut] {
        let out = try act.db.rows("SELECT copy, due FROM loan WHERE centre = \(centre) AND state = 'out'").map {
            (try $0["copy"] as Copy.ID, CopyOut(due: try $0["due"]))
        }
        let kept = try act.db.rows("SELECT copy FROM reservation WHERE centre = \(centre) AND state = 'ready'").map {
            (try $0["copy"] as Copy.ID, CopyOut(due: nil))
        }
        return Dictionary(out + kept, uniquingKeysWith: { first, _ in first })
    }

    // MARK: What is held

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let borrowers = try BorrowerStore.borrowers("b.person = \(person)", in: act), own = borrowers.filter { $0.kind == .person }.map(\.id)
        // Of a pupil for whom somebody answers the name is the pupil's, not theirs.
        var held = HeldData("borrower", borrowers.map { borrower in
            [
                "kind": borrower.kind.rawValue, "card": borrower.card, "blocked": borrower.kind == .pupil ? "" : borrower.blocked,
                "name": borrower.kind == .institution ? borrower.name : "",
            ]
        })
        held.add("loan", try own.isEmpty ? [] : LoanStore.lines(LoanStore.loans("l.borrower IN \(list: own)", in: act), in: act).map { line in
            [
                "title": line.title.name, "copy": line.copy.label, "state": line.loan.state.rawValue, "due": line.loan.due.iso, "out": line.loan.out?.iso ?? "",
                "back": line.loan.back?.iso ?? "", "renewed": "\(line.loan.renewed)", "damage": line.loan.damage,
            ]
        })
        let waited = try own.isEmpty ? [] : ReservationStore.reservations("r.borrower IN \(list: own)", in: act)
        held.add("reservation", try ReservationStore.lines(waited, in: act).map { line in
            [
                "title": line.title.name, "state": line.reservation.state.rawValue, "made": line.reservation.made.iso,
                "keep_until": line.reservation.keepUntil?.iso ?? "",
            ]
        })
        return held
    }

    /// With whom a centre has to do.
    static func ties(to centre: Centre.ID) -> SQL { "SELECT person FROM borrower WHERE centre = \(centre) AND person IS NOT NULL" }
}
