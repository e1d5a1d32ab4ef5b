package import Accounts
package import Bookings
package import Centres
package import Kernel
import Kits
package import Languages
package import Library
import Storage

/// Sessions of clubs as rows. What guards the places of one is its row: it is held, then looked at, then written.
package enum ClubSessionStore {
    // MARK: Reads

    package static func session(_ id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws -> ClubSession {
        guard let session = try sessions("s.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return session
    }

    /// One for those who work with its groups: the centre's people, whoever leads it, the mentors of its club.
    package static func led(_ id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws -> ClubSession {
        let session = try session(id, at: centre, in: act)
        guard try leads(session, in: act) else { throw Problem.missing }
        return session
    }

    static func leads(_ session: ClubSession, in act: Act) throws -> Bool {
        if act.by.coordinates(session.centre) { return true }
        guard let person = act.by.person else { return false }
        return try session.mentor == person || act.db.exists("SELECT id FROM club_mentor WHERE club = \(session.club) AND person = \(person)")
    }

    /// The programme of some days, of one club or of all.
    package static func programme(of centre: Centre.ID, in days: ClosedRange<Day>, club: Club.ID? = nil, in act: Act) throws -> [ClubSession] {
        let own: SQL = club.map { "AND s.club = \($0)" } ?? ""
        return try sessions("c.centre = \(centre) AND s.day >= \(days.lowerBound) AND s.day <= \(days.upperBound) \(own)", in: act)
    }

    /// What comes, the first first.
    package static func coming(of centre: Centre.ID, club: Club.ID? = nil, limit: Int = 200, in act: Act) throws -> [ClubSession] {
        let own: SQL = club.map { "AND s.club = \($0)" } ?? ""
        return try sessions("c.centre = \(centre) AND s.finishes > \(act.now) AND s.state = 'planned' \(own)", limit: limit, in: act)
    }

    /// What was, and of which nobody has told who came.
    package static func uncounted(of centre: Centre.ID, in act: Act) throws -> [ClubSession] {
        try sessions("c.centre = \(centre) AND s.finishes <= \(act.now) AND s.state = 'planned'", in: act)
    }

    /// Those that somebody leads: what comes, and what is not told yet.
    package static func led(by person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [ClubSession] {
        try sessions("""
            c.centre = \(centre) AND s.state = 'planned' AND (s.person = \(person)
                OR s.person IS NULL AND EXISTS (SELECT 1 FROM club_mentor m WHERE m.club = s.club AND m.person = \(person) AND m.leads))
            """, in: act)
    }

    static func sessions(_ condition: SQL, limit: Int = 1_000, in act: Act) throws -> [ClubSession] {
        try act.db.rows("""
            SELECT s.*, c.centre, c.name AS club_name, c.language, t.summary, t.grade_from, t.grade_to, h.name AS hall_name, p.given_name, p.family_name,
                (SELECT CAST(coalesce(sum(b.pupils), 0) AS BIGINT) FROM club_booking b WHERE b.session = s.id AND b.state = 'booked') AS taken,
                (SELECT count(*) FROM club_booking b WHERE b.session = s.id AND b.state = 'waiting') AS waiting
            FROM club_session s JOIN club c ON c.id = s.club LEFT JOIN club_topic t ON t.id = s.topic LEFT JOIN hall h ON h.id = s.hall
            LEFT JOIN person p ON p.id = s.person
            WHERE \(condition) ORDER BY s.starts, s.id LIMIT \(limit)
            """).map(ClubSession.init(row:))
    }

    /// What was booked for it.
    package static func things(of id: ClubSession.ID, in act: Act) throws -> [ClubThing] {
        try act.db.rows("SELECT * FROM club_thing WHERE session = \(id) ORDER BY id").map {
            ClubThing(id: try $0["id"], name: try $0["name"], booking: try $0["booking"], kit: try $0["kit_booking"])
        }
    }

    // MARK: Planned

    /// Plans a session, or one each week: all of them, or none. Their hall is booked with them.
    package static func plan(_ drafts: [ClubSessionDraft], of id: Club.ID, at centre: Centre.ID, in act: Act) throws -> [ClubSession.ID] {
        let club = try ClubStore.run(id, at: centre, in: act), zone = try CentreStore.centre(centre, in: act).zone
        guard !club.isClosed else { throw Problem.conflict(T.club.errorClubClosed) }
        try act.db.hold("club", id.value)
        let hours = try drafts.map { try self.hours($0, zone, in: act) }
        for draft in drafts.prefix(1) { try check(draft, club, in: act) }
        let titled = try drafts.map { try named($0, of: id, in: act) }
        var kept: [Booking.ID?] = drafts.map { _ in nil }
        if let hall = drafts.first?.hall {
            kept = try BlockStore.add(zip(titled, hours).map { Block(.hall(hall), $1, purpose: purpose($0, club)) }, at: centre, in: act)
        }
        return try zip(zip(titled, hours), kept).map { one, booking in
            let (draft, hours) = one
            let session = ClubSession.ID(try act.db.insert("""
                INSERT INTO club_session (club, kind, topic, title, day, begins, ends, starts, finishes, places, hall, place, person, state)
                VALUES (\(id), \(draft.kind), \(draft.topic), \(draft.title), \(draft.day), \(draft.begins.minutes), \(draft.ends.minutes), \(hours.lowerBound),
                        \(hours.upperBound), \(draft.places), \(draft.hall), \(draft.place), \(draft.mentor), 'planned') RETURNING id
                """))
            if let booking { try keep(booking: booking, name: hallName(draft.hall, at: centre, in: act), for: session, in: act) }
            try act.record(T.club.plannedDeed, .clubSession(session), under: .club(id), centre: centre, changes: [Change("day", from: "", to: draft.day.iso)])
            try act.touchPublicPages()
            return session
        }
    }

    private static func hours(_ draft: ClubSessionDraft, _ zone: Zone, in act: Act) throws -> Range<Instant> {
        guard let begins = try? zone.instant(draft.day, draft.begins) else { throw Problem.invalid("begins", T.club.errorSkippedHour) }
        guard let ends = try? zone.instant(draft.day, draft.ends), begins < ends else { throw Problem.invalid("ends", T.club.errorEnds) }
        guard begins > act.now else { throw Problem.invalid("day", T.club.errorPast) }
        return begins..<ends
    }

    private static func check(_ draft: ClubSessionDraft, _ club: Club, in act: Act) throws {
        if let mentor = draft.mentor, !club.isMentored(by: mentor) { throw Problem.invalid("mentor", T.common.errorChoose) }
        guard let hall = draft.hall else { return }
        let isOffered = try HallStore.halls(of: club.centre, in: act).contains { $0.id == hall }
        guard isOffered else { throw Problem.invalid("hall", T.common.errorChoose) }
    }

    /// What it is called: as its topic, or as it was typed.
    private static func named(_ draft: ClubSessionDraft, of club: Club.ID, in act: Act) throws -> ClubSessionDraft {
        var draft = draft
        guard draft.kind == .workshop else {
            (draft.topic, draft.places) = (nil, 0)
            return draft
        }
        guard let id = draft.topic, let topic = try? ClubStore.topic(id, of: club, in: act) else { throw Problem.invalid("topic", T.common.errorChoose) }
        draft.title = topic.name
        return draft
    }

    private static func purpose(_ draft: ClubSessionDraft, _ club: Club) -> String {
        String("\(club.name): \(draft.title)".prefix(TextLimit.line.rawValue))
    }

    private static func hallName(_ hall: Hall.ID?, at centre: Centre.ID, in act: Act) throws -> String {
        guard let hall else { return "" }
        return try HallStore.halls(of: centre, all: true, in: act).first { $0.id == hall }?.name ?? ""
    }

    static func hold(_ id: ClubSession.ID, in act: Act) throws { try act.db.hold("club_session", id.value) }

    // MARK: Moved, cancelled

    /// Another day, other hours, another place, more or fewer places. Whoever comes is told of what concerns them; who waited may get places.
    package static func change(_ id: ClubSession.ID, to draft: ClubSessionDraft, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try hold(id, in: act)
        let before = try session(id, at: centre, in: act), club = try ClubStore.club(before.club, at: centre, in: act)
        guard before.state == .planned else { throw Problem.conflict(T.club.errorState(state: .phrase(before.state.name))) }
        var draft = draft
        (draft.kind, draft.topic) = (before.kind, before.draft.topic)
        let zone = try CentreStore.centre(centre, in: act).zone, hours = try hours(draft, zone, in: act)
        if draft.mentor != before.mentor || draft.hall != before.draft.hall { try check(draft, club, in: act) }
        draft = before.kind == .workshop ? draft : try named(draft, of: club.id, in: act)
        if before.kind == .workshop {
            draft.title = before.title
            guard draft.places >= before.taken else { throw Problem.invalid("places", T.club.errorTaken(count: before.taken)) }
        }
        if draft.hall != before.draft.hall || hours != before.hours {
            try freeHall(of: before, in: act)
            if let hall = draft.hall {
                let kept = try BlockStore.add(Block(.hall(hall), hours, purpose: purpose(draft, club)), at: centre, in: act)
                if let booking = kept.first { try keep(booking: booking, name: hallName(hall, at: centre, in: act), for: id, in: act) }
            }
        }
        try act.db.run("""
            UPDATE club_session SET title = \(draft.title), day = \(draft.day), begins = \(draft.begins.minutes), ends = \(draft.ends.minutes),
                starts = \(hours.lowerBound),
                finishes = \(hours.upperBound), places = \(draft.places), hall = \(draft.hall), place = \(draft.place),
                    person = \(draft.mentor) WHERE id = \(id)
            """)
        try act.record(T.club.movedDeed, .clubSession(id), under: .club(club.id), centre: centre, changes: [
            Change("day", from: before.day.iso, to: draft.day.iso), Change("begins", from: before.draft.begins.iso, to: draft.begins.iso),
            Change("places", from: "\(before.draft.places)", to: "\(draft.places)"),
        ])
        try act.touchPublicPages()
        let now = try session(id, at: centre, in: act)
        if now.hours != before.hours || now.place != before.place {
            try act.db.run("UPDATE club_booking SET reminded = NULL WHERE session = \(id)")
            for booking in try ClubBookingStore.alive(of: id, in: act) { try ClubLetters.moved(booking, now, in: act) }
        }
        try ClubBookingStore.admit(now, in: act)
    }

    /// It is not held: what was booked for it is free again, and every group is told why.
    package static func cancel(_ id: ClubSession.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.club.errorReason) }
        try hold(id, in: act)
        let session = try session(id, at: centre, in: act)
        guard session.state == .planned else { throw Problem.conflict(T.club.errorState(state: .phrase(session.state.name))) }
        try act.db.run("UPDATE club_session SET state = 'cancelled', reason = \(reason) WHERE id = \(id)")
        try act.record(T.club.sessionCancelledDeed, .clubSession(id), under: .club(session.club), centre: centre,
            changes: [Change("reason", from: "", to: reason)])
        try act.touchPublicPages()
        for thing in try things(of: id, in: act) { try free(thing, at: centre, in: act) }
        let told = try self.session(id, at: centre, in: act)
        for booking in try ClubBookingStore.alive(of: id, in: act) { try ClubLetters.called(off: booking, told, in: act) }
    }

    // MARK: What it needs

    /// Keeps a thing of the centre for the hours of a session.
    package static func need(_ thing: Bookable, named name: String, for id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try hold(id, in: act)
        let session = try open(id, at: centre, in: act), club = try ClubStore.club(session.club, at: centre, in: act)
        do {
            let kept = try BlockStore.add(Block(thing, session.hours, purpose: purpose(session.draft, club)), at: centre, in: act)
            if let booking = kept.first { try keep(booking: booking, name: name, for: id, in: act) }
        } catch let problem as Problem where problem.kind == .invalid {
            // What is wrong with its hours concerns the thing that was chosen.
            throw Problem(.invalid, problem.faults.map { Problem.Fault("thing", $0.phrase) })
        }
        try act.record(T.club.thingDeed, .clubSession(id), under: .club(session.club), centre: centre, changes: [Change("thing", from: "", to: name)])
    }

    /// Books a kit of the resource centre for the day of a session; whoever leads it takes it over.
    package static func need(kit: LibraryTitle.ID, for id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try hold(id, in: act)
        let session = try open(id, at: centre, in: act), club = try ClubStore.club(session.club, at: centre, in: act)
        guard let receiver = session.mentor ?? club.mentors.first?.person ?? act.by.person else { throw Problem.invalid("kit", T.club.errorNobody) }
        let name = try KitStore.kit(kit, at: centre, in: act).title.name
        let stop = KitStop(place: String(club.name.prefix(TextLimit.line.rawValue)), days: session.day...session.day)
        let draft = KitDraft(KitRoute([stop], KitTimes()), receivers: [receiver], purpose: session.title)
        do {
            let booking = try KitBookingStore.book(draft, of: kit, at: centre, in: act)
            let kept = String(name.prefix(TextLimit.sentence.rawValue))
            try act.db.run("INSERT INTO club_thing (session, kit_booking, name) VALUES (\(id), \(booking.value), \(kept))")
        } catch let problem as Problem where problem.kind == .invalid {
            throw Problem(.invalid, problem.faults.map { Problem.Fault("kit", $0.phrase) })
        }
        try act.record(T.club.thingDeed, .clubSession(id), under: .club(session.club), centre: centre, changes: [Change("thing", from: "", to: name)])
    }

    package static func release(_ thing: ClubThing.ID, of id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        _ = try session(id, at: centre, in: act)
        guard let thing = try things(of: id, in: act).first(where: { $0.id == thing }) else { throw Problem.missing }
        try free(thing, at: centre, in: act)
        try act.record(T.club.thingGoneDeed, .clubSession(id), centre: centre, changes: [Change("thing", from: thing.name, to: "")])
    }

    private static func open(_ id: ClubSession.ID, at centre: Centre.ID, in act: Act) throws -> ClubSession {
        let session = try session(id, at: centre, in: act)
        guard session.state == .planned else { throw Problem.conflict(T.club.errorState(state: .phrase(session.state.name))) }
        return session
    }

    private static func keep(booking: Booking.ID, name: String, for id: ClubSession.ID, in act: Act) throws {
        try act.db.run("INSERT INTO club_thing (session, booking, name) VALUES (\(id), \(booking.value), \(name))")
    }

    /// The hall is the booking that bears its name.
    private static func freeHall(of session: ClubSession, in act: Act) throws {
        guard !session.hallName.isEmpty else { return }
        let hall = try things(of: session.id, in: act).first { $0.booking != nil && $0.name == session.hallName }
        if let hall { try free(hall, at: session.centre, in: act) }
    }

    /// Another hand may have freed it already, in the calendar or at the desk of the kits; a kit that is out comes back as all do.
    private static func free(_ thing: ClubThing, at centre: Centre.ID, in act: Act) throws {
        try act.db.run("DELETE FROM club_thing WHERE id = \(thing.id)")
        do {
            if let booking = thing.booking { try BlockStore.remove(Booking.ID(booking), in: act) }
            if let kit = thing.kit { try KitBookingStore.cancel(KitBooking.ID(kit), at: centre, in: act) }
        } catch let problem as Problem where problem.kind == .missing || problem.kind == .conflict {
            return
        }
    }
}

extension ClubSession {
    init(row: Row) throws {
        let (begins, ends): (Int, Int) = (try row["begins"], try row["ends"]), (starts, finishes): (Instant, Instant) = (try row["starts"], try row["finishes"])
        let given: String? = try row["given_name"], family: String? = try row["family_name"], pupils: Int? = try row["pupils"]
        (id, club, centre, clubName, language) = (try row["id"], try row["club"], try row["centre"], try row["club_name"], try row["language"])
        draft = ClubSessionDraft(
            try row["kind"], topic: try row["topic"], title: try row["title"], day: try row["day"], begins: ClockTime(minutes: begins) ?? .midnight,
            ends: ClockTime(minutes: ends) ?? .midnight, places: try row["places"], hall: try row["hall"], place: try row["place"], mentor: try row["person"])
        summary = try (row["summary"] as String?) ?? ""
        grades = try ClubTopic.grades(row)
        hours = starts..<max(starts, finishes)
        hallName = try (row["hall_name"] as String?) ?? ""
        mentorName = PersonName(given: given ?? "", family: family ?? "").full
        (state, reason, taken, waiting) = (try row["state"], try row["reason"], try row["taken"], try row["waiting"])
        visitors = try pupils.map { ClubVisitors(pupils: $0, teachers: try (row["teachers"] as Int?) ?? 0, others: try (row["others"] as Int?) ?? 0) }
    }
}
