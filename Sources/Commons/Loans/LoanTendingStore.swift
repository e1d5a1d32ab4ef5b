import Centres
package import Kernel
import Languages
import Library
import Storage

/// What the clock does for loans: letters before and after a day, copies that wait no longer, queues that go on. Each is an act of its own.
package enum LoanTendingStore {
    package static func tend(_ records: Records) async throws {
        for (borrower, centre) in try await records.read(as: .system, { try waiting(in: $0) }) {
            try await records.write(by: .system) { try remind(borrower, at: centre, in: $0) }
        }
        for (id, centre) in try await records.read(as: .system, { try over(in: $0) }) {
            try await records.write(by: .system) { try ReservationStore.lapse(id, at: centre, in: $0) }
        }
        for (title, centre) in try await records.read(as: .system, { try unserved(in: $0) }) {
            try await records.write(by: .system) { act in
                try act.db.hold("title", title.value)
                try ReservationStore.serve(title, at: centre, in: act)
            }
        }
        for loan in try await records.read(as: .system, { try heldUp(in: $0) }) {
            try await records.write(by: .system) { try tellHeldUp(loan, in: $0) }
        }
    }

    // MARK: Letters

    /// Borrowers of whom some loan has come to a day of which they were not told.
    private static func waiting(in act: Act) throws -> [(Borrower.ID, Centre.ID)] {
        // A day of some zone may have begun that has not in another: the centre's own is looked at below.
        let latest = Zone.utc.day(of: act.now).adding(days: DeskRule.beforeBounds.upperBound + 1)
        let rows = try act.db.rows("""
            SELECT l.borrower, l.centre, l.due, l.told FROM loan l
            WHERE l.state = 'out' AND l.borrower IS NOT NULL AND l.due <= \(latest) AND (l.told IS NULL OR l.told <> 'twentyone') ORDER BY l.borrower, l.id
            """)
        var places: [Centre.ID: (today: Day, before: Int)?] = [:], found: [(Borrower.ID, Centre.ID)] = []
        for row in rows {
            let centre: Centre.ID = try row["centre"], borrower: Borrower.ID = try row["borrower"], told: Reminder? = try row["told"]
            if found.last?.0 == borrower { continue }
            if places[centre] == nil { places[centre] = try place(centre, in: act) }
            guard let place = places[centre] ?? nil, let stage = Reminder.of(due: try row["due"], on: place.today, beforeDays: place.before) else { continue }
            if told.map({ $0 < stage }) ?? true { found.append((borrower, centre)) }
        }
        return found
    }

    /// Nil before the hour at which letters leave.
    private static func place(_ centre: Centre.ID, in act: Act) throws -> (today: Day, before: Int)? {
        let zone = try CentreStore.centre(centre, in: act).zone, today = zone.day(of: act.now)
        guard zone.time(of: act.now).hour >= Reminder.hour else { return nil }
        return (today, try LoanRuleStore.desk(of: centre, on: today, in: act).beforeDays)
    }

    /// One letter of everything: what is new in it was not told before.
    private static func remind(_ id: Borrower.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("borrower", id.value)
        guard let place = try place(centre, in: act) else { return }
        let loans = try LoanStore.out(of: [id], in: act)
        let stages = loans.compactMap { loan in Reminder.of(due: loan.due, on: place.today, beforeDays: place.before).map { (loan: loan, stage: $0) } }
        let new = stages.filter { one in one.loan.told.map { $0 < one.stage } ?? true }
        guard let stage = new.map(\.stage).max() else { return }
        for (loan, stage) in new { try act.db.run("UPDATE loan SET told = \(stage) WHERE id = \(loan.id)") }
        let borrower = try BorrowerStore.borrower(id, at: centre, in: act)
        if try LoanLetters.remind(borrower, LoanStore.lines(stages.map(\.loan), in: act), stage, on: place.today, in: act) {
            try act.record(T.loans.remindedDeed, .borrower(id), centre: centre)
        }
    }

    // MARK: Queues

    private static func over(in act: Act) throws -> [(Reservation.ID, Centre.ID)] {
        let ready = try ReservationStore.reservations("r.state = 'ready' AND r.keep_until <= \(Zone.utc.day(of: act.now))", in: act)
        return try ready.compactMap { one in
            guard let until = one.keepUntil, until < (try LoanStore.today(at: one.centre, in: act)) else { return nil }
            return (one.id, one.centre)
        }
    }

    /// Titles for which somebody waits though a copy stands on the shelf: one came back from being mended, or was taken in.
    private static func unserved(in act: Act) throws -> [(LibraryTitle.ID, Centre.ID)] {
        try act.db.rows("""
            SELECT DISTINCT r.title, r.centre FROM reservation r JOIN copy c ON c.title = r.title
            WHERE r.state = 'waiting' AND c.state = 'shelf' AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.copy = c.id AND l.state = 'out')
                AND NOT EXISTS (SELECT 1 FROM reservation x WHERE x.copy = c.id AND x.state = 'ready')
            ORDER BY r.title
            """).map { (try $0["title"], try $0["centre"]) }
    }

    // MARK: Booked, and not there

    /// So many days before a booking begins whoever booked is told that the copy is not back.
    private static let daysAhead = 2

    /// Bookings that begin soon of a copy that is out past its day. That it was told stands where a loan has its last letter.
    private static func heldUp(in act: Act) throws -> [Loan.ID] {
        let today = Zone.utc.day(of: act.now)
        return try act.db.rows("""
            SELECT b.id FROM loan b JOIN loan o ON o.copy = b.copy AND o.state = 'out'
            WHERE b.state = 'booked' AND b.told IS NULL AND b.held_from <= \(today.adding(days: daysAhead).number) AND b.held_until >= \(today.number)
                AND o.due < \(today)
            ORDER BY b.id
            """).map { try $0["id"] }
    }

    private static func tellHeldUp(_ id: Loan.ID, in act: Act) throws {
        guard let loan = try LoanStore.loans([id], in: act)[id], loan.state == .booked, loan.told == nil else { return }
        try act.db.run("UPDATE loan SET told = 'before' WHERE id = \(id)")
        guard let line = try LoanStore.lines([loan], in: act).first else { return }
        try LoanLetters.heldUp(line, in: act)
        try act.record(T.loans.heldUpDeed, .loan(id), under: .copy(loan.copy), centre: loan.centre)
    }
}
