package import Accounts
package import Centres
package import Kernel
import Languages
import Schools
import Storage

/// Groups that come to sessions, as rows.
package enum ClubBookingStore {
    // MARK: Reads

    /// One for its teacher, and for those who work with the groups.
    package static func booking(_ id: ClubBooking.ID, at centre: Centre.ID, in act: Act) throws -> ClubBooking {
        guard let booking = try bookings("b.id = \(id)", in: act).first, let session = try? ClubSessionStore.session(booking.session, at: centre, in: act),
              try booking.person != nil && booking.person == act.by.person || ClubSessionStore.leads(session, in: act)
        else { throw Problem.missing }
        return booking
    }

    /// All of a session in their order, those that were given up last.
    package static func bookings(of session: ClubSession.ID, in act: Act) throws -> [ClubBooking] {
        try bookings("b.session = \(session)", in: act).sorted { left, right in
            (left.state == .cancelled ? 1 : 0, left.id) < (right.state == .cancelled ? 1 : 0, right.id)
        }
    }

    static func alive(of session: ClubSession.ID, in act: Act) throws -> [ClubBooking] {
        try bookings("b.session = \(session) AND b.state <> 'cancelled'", in: act)
    }

    /// Somebody's own, what comes first.
    package static func mine(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [ClubVisit] {
        try visits("b.person = \(person)", at: centre, in: act)
    }

    /// Those that come from a school, for whoever looks after it.
    package static func coming(from school: School.ID, at centre: Centre.ID, in act: Act) throws -> [ClubVisit] {
        guard act.by.looksAfter(school) else { return [] }
        let visits = try visits("b.school = \(school) AND b.state <> 'cancelled'", at: centre, in: act)
        return visits.filter { $0.session.state == .planned && $0.session.hours.upperBound > act.now }
    }

    private static func visits(_ condition: SQL, at centre: Centre.ID, in act: Act) throws -> [ClubVisit] {
        let bookings = try bookings(condition, in: act), ids = Set(bookings.map(\.session)).sorted()
        let sessions = try ids.isEmpty ? [] : ClubSessionStore.sessions("s.id IN \(list: ids) AND c.centre = \(centre)", in: act)
        let waiting = Set(bookings.filter { $0.state == .waiting }.map(\.session)).sorted()
        let queues = try Dictionary(uniqueKeysWithValues: waiting.compactMap { id in
            try sessions.first { $0.id == id }.map { (id, try queue(of: $0, in: act)) }
        })
        return sessions.flatMap { session in
            bookings.filter { $0.session == session.id }.map { ClubVisit(booking: $0, session: session, turn: queues[session.id]?.turn(of: $0.id)) }
        }
    }

    /// With its session and its place in the queue.
    package static func visit(_ id: ClubBooking.ID, at centre: Centre.ID, in act: Act) throws -> ClubVisit {
        let booking = try booking(id, at: centre, in: act), session = try ClubSessionStore.session(booking.session, at: centre, in: act)
        return ClubVisit(booking: booking, session: session, turn: try queue(of: session, in: act).turn(of: id))
    }

    private static let most = 2_000

    private static func bookings(_ condition: SQL, in act: Act) throws -> [ClubBooking] {
        let rows = try act.db.rows("""
            SELECT b.*, h.name AS school_name, p.given_name, p.family_name
            FROM club_booking b LEFT JOIN school h ON h.id = b.school LEFT JOIN person p ON p.id = b.person
            WHERE \(condition) ORDER BY b.id LIMIT \(most)
            """)
        let ids: [ClubBooking.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let lines = try act.db.rows("SELECT booking, grade, pupils FROM club_booking_grade WHERE booking IN \(list: ids) ORDER BY booking, grade")
        let grades = try lines.reduce(into: [ClubBooking.ID: [Int: Int]]()) { grades, row in
            grades[try row["booking"], default: [:]][try row["grade"]] = try row["pupils"] as Int
        }
        return try rows.map { try ClubBooking(row: $0, grades: grades[$0["id"]] ?? [:]) }
    }

    static func queue(of session: ClubSession, in act: Act) throws -> ClubQueue<ClubBooking.ID> {
        let groups = try act.db.rows("""
            SELECT id, pupils, state FROM club_booking WHERE session = \(session.id) AND state <> 'cancelled' ORDER BY id
            """).map { row in
            ClubQueue.Group(try row["id"] as ClubBooking.ID, pupils: try row["pupils"], hasPlaces: try row["state"] as String == "booked")
        }
        return ClubQueue(places: session.draft.places, groups)
    }

    /// The schools for which somebody may book: where they work, and those that they look after.
    package static func schools(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [ClubSchool] {
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        let works = try EmploymentStore.schools(of: person, on: today, in: act).map { ClubSchool(id: $0.id, name: $0.name) }
        return works + (try SchoolTeamStore.schools(of: person, in: act)).map { ClubSchool(id: $0.school, name: $0.name) }.filter { !works.contains($0) }
    }

    // MARK: Booked, changed, given up

    /// A group gets its places at once, or waits whole in its turn.
    /// - Throws: a problem at the numbers where the group is larger than the session; where the school is not the teacher's.
    @discardableResult
    package static func book(_ draft: ClubBookingDraft, for id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws -> ClubBooking.ID {
        guard let person = act.by.person else { throw Problem.missing }
        try ClubSessionStore.hold(id, in: act)
        let session = try ClubSessionStore.session(id, at: centre, in: act)
        guard session.takesGroups(at: act.now) else { throw Problem.conflict(T.club.errorNoGroups) }
        try check(draft, of: person, session, in: act)
        let queue = try queue(of: session, in: act)
        guard queue.couldHold(draft.pupils) else { throw Problem.invalid("pupils1", T.club.errorTooMany(count: session.draft.places)) }
        if try act.db.exists("SELECT id FROM club_booking WHERE session = \(id) AND person = \(person) AND name = \(draft.name) AND state <> 'cancelled'") {
            throw Problem.invalid("name", T.club.errorTwice)
        }
        let state: ClubBooking.State = queue.admits(draft.pupils) ? .booked : .waiting
        let booking = ClubBooking.ID(try act.db.insert("""
            INSERT INTO club_booking (session, school, name, person, state, pupils, adults, note, made)
            VALUES (\(id), \(draft.school), \(draft.name), \(person), \(state), \(draft.pupils), \(draft.adults), \(draft.note), \(act.now)) RETURNING id
            """))
        try set(draft.grades, of: booking, in: act)
        try act.record(state == .booked ? T.club.bookedDeed : T.club.waitingDeed, .clubBooking(booking), under: .clubSession(id), centre: centre)
        try act.touchSeats()
        try ClubLetters.booked(self.booking(booking, at: centre, in: act), session, in: act)
        return booking
    }

    private static func check(_ draft: ClubBookingDraft, of person: Person.ID, _ session: ClubSession, in act: Act) throws {
        let schools = try schools(of: person, at: session.centre, in: act)
        guard let school = draft.school, schools.contains(where: { $0.id == school }) else { throw Problem.invalid("school", T.common.errorChoose) }
        try checkGrades(draft, session)
    }

    private static func checkGrades(_ draft: ClubBookingDraft, _ session: ClubSession) throws {
        guard let grades = session.grades, !draft.strays(from: grades).isEmpty else { return }
        throw Problem.invalid("grade1", T.club.errorGrades(grades: .phrase(ClubGrade.name(grades))))
    }

    private static func set(_ grades: [Int: Int], of booking: ClubBooking.ID, in act: Act) throws {
        try act.db.run("DELETE FROM club_booking_grade WHERE booking = \(booking)")
        for (grade, pupils) in grades.sorted(by: { $0.key < $1.key }) {
            try act.db.run("INSERT INTO club_booking_grade (booking, grade, pupils) VALUES (\(booking), \(grade), \(pupils))")
        }
    }

    /// Other numbers. A group with places gets more only where nobody waits; a smaller one frees places for who waits.
    package static func change(_ id: ClubBooking.ID, to draft: ClubBookingDraft, at centre: Centre.ID, in act: Act) throws {
        let (booking, session) = try held(id, at: centre, in: act)
        guard booking.person != nil && booking.person == act.by.person else { throw Problem.missing }
        try checkGrades(draft, session)
        switch try queue(of: session, in: act).growth(of: id, to: draft.pupils) {
        case .tooMany: throw Problem.invalid("pupils1", T.club.errorTooMany(count: session.draft.places))
        case .lacks(let free): throw Problem.invalid("pupils1", T.club.errorLacks(count: free))
        case .stays: break
        }
        try act.db.run("""
            UPDATE club_booking SET name = \(draft.name), pupils = \(draft.pupils), adults = \(draft.adults), note = \(draft.note) WHERE id = \(id)
            """)
        try set(draft.grades, of: id, in: act)
        try act.record(T.club.numbersDeed, .clubBooking(id), under: .clubSession(session.id), centre: centre, changes: [
            Change("pupils", from: "\(booking.pupils)", to: "\(draft.pupils)"),
        ])
        try act.touchSeats()
        try admit(session, in: act)
    }

    /// The group does not come. Its teacher gives it up, or those who run the club do, with a reason that the teacher reads.
    package static func cancel(_ id: ClubBooking.ID, because reason: String = "", at centre: Centre.ID, in act: Act) throws {
        let (booking, session) = try held(id, at: centre, in: act)
        let isOwn = booking.person != nil && booking.person == act.by.person
        guard isOwn || !reason.isEmpty else { throw Problem.invalid("reason", T.club.errorReason) }
        try act.db.run("UPDATE club_booking SET state = 'cancelled' WHERE id = \(id)")
        try act.record(T.club.givenUpDeed, .clubBooking(id), under: .clubSession(session.id), centre: centre, changes: [Change("reason", from: "", to: reason)])
        try act.touchSeats()
        if !isOwn { try ClubLetters.refused(booking, session, because: reason, in: act) }
        try admit(session, in: act)
    }

    /// Whoever waits gets places in turn, as long as the next group fits, and is told.
    static func admit(_ session: ClubSession, in act: Act) throws {
        guard session.takesGroups(at: act.now) else { return }
        for id in try queue(of: session, in: act).admitted {
            try act.db.run("UPDATE club_booking SET state = 'booked' WHERE id = \(id)")
            try act.record(T.club.admittedDeed, .clubBooking(id), under: .clubSession(session.id), centre: session.centre)
            try act.touchSeats()
            if let booking = try bookings("b.id = \(id)", in: act).first { try ClubLetters.admitted(booking, session, in: act) }
        }
    }

    /// The session is held before its places are looked at.
    private static func held(_ id: ClubBooking.ID, at centre: Centre.ID, in act: Act) throws -> (ClubBooking, ClubSession) {
        try ClubSessionStore.hold(booking(id, at: centre, in: act).session, in: act)
        let booking = try booking(id, at: centre, in: act), session = try ClubSessionStore.session(booking.session, at: centre, in: act)
        guard booking.state != .cancelled, session.takesGroups(at: act.now) else { throw Problem.conflict(T.club.errorNoGroups) }
        return (booking, session)
    }

    // MARK: Who came

    /// Tells who came: of each group that had places or waited for them, and without booking. Told again, it takes the place of what was told.
    package static func count(
        _ came: [ClubBooking.ID: (pupils: Int, adults: Int)], visitors: ClubVisitors, of id: ClubSession.ID, at centre: Centre.ID, in act: Act
    ) throws {
        _ = try ClubSessionStore.led(id, at: centre, in: act)
        try ClubSessionStore.hold(id, in: act)
        let session = try ClubSessionStore.session(id, at: centre, in: act)
        guard session.isCounted(at: act.now) else { throw Problem.conflict(T.club.errorNotYet) }
        for booking in try alive(of: id, in: act) {
            guard let counted = came[booking.id] else { continue }
            try act.db.run("UPDATE club_booking SET came_pupils = \(counted.pupils), came_adults = \(counted.adults) WHERE id = \(booking.id)")
        }
        try act.db.run("""
            UPDATE club_session SET state = 'held', pupils = \(visitors.pupils), teachers = \(visitors.teachers), others = \(visitors.others) WHERE id = \(id)
            """)
        try act.record(T.club.countedDeed, .clubSession(id), under: .club(session.club), centre: centre)
        if session.state != .held { try act.touchPublicPages() }
    }
}

extension ClubBooking {
    init(row: Row, grades: [Int: Int]) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"], pupils: Int? = try row["came_pupils"],
            adults: Int? = try row["came_adults"]
        (id, session, person, state, made) = (try row["id"], try row["session"], try row["person"], try row["state"], try row["made"])
        draft = ClubBookingDraft(school: try row["school"], name: try row["name"], grades: grades, adults: try row["adults"], note: try row["note"])
        schoolName = try (row["school_name"] as String?) ?? ""
        personName = PersonName(given: given ?? "", family: family ?? "").full
        came = pupils.map { ($0, adults ?? 0) }
    }
}
