package import Accounts
package import Centres
import Events
package import Kernel
package import Languages
package import Library
import Loans
import Schools
import Storage

/// Bookings of kits as rows.
package enum KitBookingStore {
    // MARK: Reads

    /// One for whoever has to do with it, and for the desk.
    /// - Throws: `Problem.missing` for everybody else.
    package static func booking(_ id: KitBooking.ID, at centre: Centre.ID, in act: Act) throws -> KitBooking {
        guard let booking = try bookings("b.id = \(id) AND l.centre = \(centre)", in: act).first, act.by.lends(at: centre) || booking.concerns(act.by.person)
        else { throw Problem.missing }
        return booking
    }

    /// What is booked or out of a centre's kits, the first to leave first.
    package static func open(at centre: Centre.ID, in act: Act) throws -> [KitBooking] {
        try bookings("l.centre = \(centre) AND l.state IN ('booked', 'out')", in: act)
    }

    /// All of a kit whose days touch some days.
    package static func bookings(of title: LibraryTitle.ID, in days: ClosedRange<Day>, in act: Act) throws -> [KitBooking] {
        try bookings("""
            c.title = \(title) AND l.state <> 'cancelled' AND l.held_from <= \(days.upperBound.number) AND l.held_until >= \(days.lowerBound.number)
            """, in: act)
    }

    /// Those with which somebody has to do, the last first.
    package static func mine(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [KitBooking] {
        try bookings("""
            l.centre = \(centre) AND (b.person = \(person) OR EXISTS (SELECT 1 FROM kit_stop s WHERE s.booking = b.id AND s.person = \(person)))
            """, in: act).reversed()
    }

    /// Those that come to a school, for whoever looks after it.
    package static func coming(to school: School.ID, at centre: Centre.ID, from today: Day, in act: Act) throws -> [KitBooking] {
        guard act.by.looksAfter(school) else { return [] }
        return try bookings("""
            l.centre = \(centre) AND l.state IN ('booked', 'out')
                AND EXISTS (SELECT 1 FROM kit_stop s WHERE s.booking = b.id AND s.school = \(school) AND s.last_day >= \(today))
            """, in: act)
    }

    private static let most = 2_000

    /// - Parameter condition: over `kit_booking b`, `loan l`, `copy c` and `title t`.
    static func bookings(_ condition: SQL, in act: Act) throws -> [KitBooking] {
        let rows = try act.db.rows("""
            SELECT b.*, l.centre, l.copy, l.borrower, l.state, l.held_from, l.held_until, l.due, c.title, c.number, t.name
            FROM kit_booking b JOIN loan l ON l.id = b.loan JOIN copy c ON c.id = l.copy JOIN title t ON t.id = c.title
            WHERE \(condition) ORDER BY l.held_from, b.id LIMIT \(most)
            """)
        guard !rows.isEmpty else { return [] }
        let ids: [KitBooking.ID] = try rows.map { try $0["id"] }
        let stays = try act.db.rows("""
            SELECT s.*, p.given_name, p.family_name, h.name AS school_name FROM kit_stop s LEFT JOIN person p ON p.id = s.person LEFT JOIN school h ON h.id = s.school
            WHERE s.booking IN \(list: ids) ORDER BY s.booking, s.number
            """)
        let staysOf = try Dictionary(grouping: stays) { try $0["booking"] as KitBooking.ID }
        return try rows.map { row in try KitBooking(row: row, stays: try (staysOf[row["id"]] ?? []).map(KitStay.init(row:))) }
    }

    // MARK: Booking

    /// Books the first copy that is free on all days of a route.
    /// - Throws: a problem at the first day that tells when it is free next; at a stop that cannot be reached in time; where the days are for others.
    @discardableResult
    package static func book(_ draft: KitDraft, of title: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> KitBooking.ID {
        _ = try KitStore.kit(title, at: centre, in: act)
        guard !draft.route.stops.isEmpty else { throw Problem(.invalid, [KitRoute.Fault.empty.problem]) }
        // People and schools are held before titles, and titles before copies: nobody waits in a circle.
        let borrower = try borrower(draft, at: centre, in: act)
        try act.db.hold("title", title.value)
        let kit = try KitStore.kit(title, at: centre, in: act), today = try KitStore.today(at: centre, in: act), isDesk = act.by.lends(at: centre)
        var draft = draft
        draft.route.times = kit.times
        if !isDesk { try checkOwn(&draft, kit, today, in: act) }
        let faults = draft.route.faults(today: today, most: isDesk ? nil : kit.rule.mostDays)
        guard faults.isEmpty else { throw Problem(.invalid, faults.map(\.problem)) }
        guard let copy = kit.shelf.free(for: draft.route) else { throw Problem.invalid("first1", taken(draft.route, kit)) }
        if let event = draft.event { _ = try EventStore.event(event, in: act) }
        let loan = try LoanStore.book(
            copy, for: borrower, held: draft.route.window, due: draft.route.isBack, at: centre, in: act)
        let id = KitBooking.ID(try act.db.insert("""
            INSERT INTO kit_booking (loan, set_up, transport, purpose, event, person)
            VALUES (\(loan), \(kit.times.setUp), \(kit.times.transport), \(draft.purpose), \(draft.event), \(act.by.person)) RETURNING id
            """))
        for (place, stop) in draft.route.stops.enumerated() {
            try act.db.run("""
                INSERT INTO kit_stop (booking, number, school, place, person, first_day, last_day)
                VALUES (\(id), \(place + 1), \(stop.school), \(stop.place), \(draft.receiver(at: place)), \(stop.days.lowerBound), \(stop.days.upperBound))
                """)
        }
        try act.record(T.kits.bookedDeed, .kitBooking(id), under: .title(title), centre: centre, changes: [
            Change("days", from: "", to: "\(draft.route.window.lowerBound.iso)–\(draft.route.window.upperBound.iso)"),
        ])
        try act.touchSeats()
        guard let booking = try bookings("b.id = \(id)", in: act).first else { throw Problem.missing }
        for stay in booking.stays { if let person = stay.person { try KitLetters.booked(person, booking, stay, in: act) } }
        return id
    }

    /// Somebody books for the own class: one school, where they work or which they look after, and not on days that are others'.
    private static func checkOwn(_ draft: inout KitDraft, _ kit: Kit, _ today: Day, in act: Act) throws {
        guard let person = act.by.person, draft.route.stops.count == 1, let stop = draft.route.stops.first else { throw Problem.missing }
        guard let school = stop.school else { throw Problem.invalid("school1", T.common.errorChoose) }
        guard try act.by.looksAfter(school) || EmploymentStore.schools(of: person, on: today, in: act).contains(where: { $0.id == school }) else {
            throw Problem.invalid("school1", T.common.errorChoose)
        }
        if let term = KitTerm.bar(to: person, on: stop.days, kit.terms) {
            throw Problem.invalid("first1", T.kits.errorTerm(day: .day(term.days.upperBound), title: .title(term.title)))
        }
        draft.receivers = [person]
        draft.event = KitTerm.event(of: person, on: stop.days, kit.terms)
    }

    private static func taken(_ route: KitRoute, _ kit: Kit) -> Phrase {
        guard !kit.copies.isEmpty else { return T.kits.errorNoCopy }
        guard let next = kit.shelf.next(route)?.stops.first?.days.lowerBound else { return T.kits.errorTaken }
        return T.kits.errorTakenUntil(day: .day(next))
    }

    /// The desk lends to the first school; somebody who books alone borrows alone.
    private static func borrower(_ draft: KitDraft, at centre: Centre.ID, in act: Act) throws -> Borrower.ID {
        if act.by.lends(at: centre) {
            if let school = draft.route.stops.first?.school {
                if let known = try BorrowerStore.institution(school, at: centre, in: act) { return known.id }
                return try BorrowerStore.add(InstitutionDetails(school: school, person: draft.receiver(at: 0)), at: centre, in: act)
            }
            guard let person = draft.receiver(at: 0) else { throw Problem.invalid("email1", T.kits.errorNobody) }
            return try BorrowerStore.own(makingFor: person, at: centre, in: act)
        }
        guard let person = act.by.person else { throw Problem.missing }
        return try BorrowerStore.own(makingFor: person, at: centre, in: act)
    }

    /// What has not left is given up: by whoever booked it, or by the desk.
    package static func cancel(_ id: KitBooking.ID, at centre: Centre.ID, in act: Act) throws {
        let booking = try held(id, at: centre, in: act)
        guard act.by.lends(at: centre) || booking.person == act.by.person else { throw Problem.missing }
        guard booking.state == .booked else { throw Problem.conflict(T.kits.errorState(state: .phrase(booking.state.name))) }
        try LoanStore.cancel(booking.loan, at: centre, in: act)
        try act.record(T.kits.cancelledDeed, .kitBooking(id), under: .title(booking.title), centre: centre)
        try act.touchSeats()
        let others = Set(booking.stays.compactMap(\.person) + [booking.person].compactMap(\.self)).subtracting([act.by.person].compactMap(\.self))
        for person in others.sorted() { try KitLetters.cancelled(person, booking, in: act) }
    }

    static func held(_ id: KitBooking.ID, at centre: Centre.ID, in act: Act) throws -> KitBooking {
        let booking = try booking(id, at: centre, in: act)
        try act.db.hold("title", booking.title.value)
        return try self.booking(booking.id, at: centre, in: act)
    }
}

extension KitRoute.Fault {
    /// Where it is told.
    var problem: Problem.Fault {
        switch self {
        case .empty: Problem.Fault("first1", T.common.errorMissing)
        case .tooMany: Problem.Fault("first1", T.kits.errorTooMany(most: .number(KitRoute.stopsMost)))
        case .tooEarly(let number, let earliest): Problem.Fault("first\(number)", T.kits.errorTooEarly(day: .day(earliest)))
        case .notReady(let earliest): Problem.Fault("first1", T.kits.errorNotReady(day: .day(earliest)))
        case .tooFar: Problem.Fault("first1", T.kits.errorTooFar(most: .number(KitRoute.daysAhead)))
        case .tooLong(let number, let most): Problem.Fault("last\(number)", T.kits.errorTooLong(count: most))
        }
    }
}

extension KitBooking {
    init(row: Row, stays: [KitStay]) throws {
        let (first, last): (Int, Int) = (try row["held_from"], try row["held_until"])
        guard let from = Day(number: first), let until = Day(number: max(first, last)) else { throw Problem.missing }
        (id, centre, loan) = (try row["id"], try row["centre"], try row["loan"])
        (title, copy, number, name) = (try row["title"], try row["copy"], try row["number"], try row["name"])
        (state, window, due) = (try row["state"], from...until, try row["due"])
        times = KitTimes(setUp: try row["set_up"], transport: try row["transport"])
        self.stays = stays
        (purpose, event, person, borrower) = (try row["purpose"], try row["event"], try row["person"], try row["borrower"])
    }
}

extension KitStay {
    init(row: Row) throws {
        let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"]), school: String? = try row["school_name"], place: String = try row["place"]
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        self.init(
            id: try row["id"], number: try row["number"], school: try row["school"], place: school ?? place, days: first...max(first, last), person: try row["person"],
            personName: PersonName(given: given ?? "", family: family ?? "").full)
    }
}
