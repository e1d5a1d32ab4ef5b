package import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// What happens to bookings, ideas and shifts when something happens to a person, or when their time is over; and what is told by the clock.
package enum ClubKeepingStore {
    /// So long after a session it stands which teacher came with a group; so long an idea stands that was not taken up; so long it stands who looked after a
    /// stand.
    static let yearsBookings = 3, yearsIdeas = 3, yearsVolunteers = 1
    /// So many days before a session its groups are reminded.
    static let daysBefore = 2
    /// In local time: letters do not come in the night.
    static let hour = 7

    /// The account goes: what it said goes. That a group of so many came stays; an idea that others joined stays without its author.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM club_join WHERE person = \(person)")
        try act.db.run("DELETE FROM club_volunteer WHERE person = \(person)")
        try act.db.run("DELETE FROM club_mentor WHERE person = \(person)")
        try act.db.run("UPDATE club_tally SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE club_session SET person = NULL WHERE person = \(person)")
        try giveUp(bookingsOf: person, in: act)
        try act.db.run("UPDATE club_booking SET person = NULL, note = '' WHERE person = \(person)")
        try act.db.run("DELETE FROM club_idea WHERE person = \(person) AND state IN ('sent', 'declined')")
        try act.db.run("UPDATE club_idea SET person = NULL, school = NULL WHERE person = \(person)")
        try act.db.run("UPDATE club_idea SET mentor = NULL WHERE mentor = \(person)")
        try act.touchPublicPages()
    }

    /// Groups that nobody brings any more take no places; who waits behind them gets theirs.
    private static func giveUp(bookingsOf person: Person.ID, in act: Act) throws {
        let rows = try act.db.rows("""
            SELECT DISTINCT b.session, c.centre FROM club_booking b JOIN club_session s ON s.id = b.session JOIN club c ON c.id = s.club
            WHERE b.person = \(person) AND b.state <> 'cancelled' AND s.state = 'planned' AND s.starts > \(act.now) ORDER BY b.session
            """)
        for row in rows {
            let id: ClubSession.ID = try row["session"]
            try ClubSessionStore.hold(id, in: act)
            try act.db.run("UPDATE club_booking SET state = 'cancelled' WHERE session = \(id) AND person = \(person)")
            try ClubBookingStore.admit(ClubSessionStore.session(id, at: row["centre"], in: act), in: act)
        }
    }

    static func forgetOld(in act: Act) throws {
        let days = 366, bookings = act.now.adding(days: -days * yearsBookings), ideas = act.now.adding(days: -days * yearsIdeas)
        let helpers = act.now.adding(days: -days * yearsVolunteers)
        try act.db.run("""
            UPDATE club_booking SET person = NULL, note = '' WHERE (person IS NOT NULL OR note <> '')
                AND session IN (SELECT id FROM club_session WHERE finishes < \(bookings))
            """)
        try act.db.run("DELETE FROM club_join WHERE idea IN (SELECT id FROM club_idea WHERE state IN ('sent', 'open', 'declined') AND sent < \(ideas))")
        try act.db.run("DELETE FROM club_idea WHERE state IN ('sent', 'open', 'declined') AND sent < \(ideas)")
        try act.db.run("DELETE FROM club_join WHERE idea IN (SELECT id FROM club_idea WHERE done < \(ideas))")
        try act.db.run("UPDATE club_idea SET person = NULL WHERE person IS NOT NULL AND done < \(ideas)")
        try act.db.run("DELETE FROM club_volunteer WHERE shift IN (SELECT id FROM club_shift WHERE finishes < \(helpers))")
        try act.db.run("UPDATE club_tally SET person = NULL WHERE person IS NOT NULL AND at < \(helpers)")
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in row.names.firstIndex(of: name).map { (name, written(row.values[$0])) } })
            }
        }
        var held = HeldData("club_booking", try rows("""
            SELECT b.session, b.school, b.name, b.state, b.pupils, b.adults, b.note, b.came_pupils, b.came_adults FROM club_booking b WHERE b.person = \(person)
            """, ["session", "school", "name", "state", "pupils", "adults", "note", "came_pupils", "came_adults"]))
        held.add("club_booking_grade", try rows("""
            SELECT g.booking, g.grade, g.pupils FROM club_booking_grade g JOIN club_booking b ON b.id = g.booking WHERE b.person = \(person)
            """, ["booking", "grade", "pupils"]))
        held.add("club_mentor", try rows("SELECT club, leads FROM club_mentor WHERE person = \(person)", ["club", "leads"]))
        held.add("club_session", try rows("SELECT club, title, day FROM club_session WHERE person = \(person)", ["club", "title", "day"]))
        held.add("club_idea", try rows("""
            SELECT title, words, school, grade, state, outcome FROM club_idea WHERE person = \(person) OR mentor = \(person)
            """, ["title", "words", "school", "grade", "state", "outcome"]))
        held.add("club_join", try rows("SELECT idea, pupils FROM club_join WHERE person = \(person)", ["idea", "pupils"]))
        held.add("club_volunteer", try rows("""
            SELECT v.shift, h.stand, h.starts, h.finishes FROM club_volunteer v JOIN club_shift h ON h.id = v.shift WHERE v.person = \(person)
            """, ["shift", "stand", "starts", "finishes"]))
        held.add("club_tally", try rows("SELECT stand, kind, number, at FROM club_tally WHERE person = \(person)", ["stand", "kind", "number", "at"]))
        return held
    }

    private static func written(_ value: Stored) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }

    // MARK: By the clock

    /// Reminds groups that come within two days, once.
    package static func tend(_ records: Records) async throws {
        for (booking, session) in try await records.read(as: .system, { try coming(in: $0) }) {
            try await records.write(by: .system) { act in
                let told = try act.db.run("UPDATE club_booking SET reminded = \(act.now) WHERE id = \(booking.id) AND reminded IS NULL AND state = 'booked'")
                guard told > 0 else { return }
                try ClubLetters.coming(booking, session, in: act)
            }
        }
    }

    /// Groups with places that booked earlier than yesterday.
    private static func coming(in act: Act) throws -> [(ClubBooking, ClubSession)] {
        let sessions = try ClubSessionStore.sessions("""
            s.state = 'planned' AND s.starts > \(act.now) AND s.starts < \(act.now.adding(days: daysBefore + 1))
                AND EXISTS (SELECT 1 FROM club_booking b WHERE b.session = s.id AND b.state = 'booked' AND b.reminded IS NULL)
            """, in: act)
        return try sessions.flatMap { session -> [(ClubBooking, ClubSession)] in
            let zone = try CentreStore.centre(session.centre, in: act).zone, today = zone.day(of: act.now)
            guard zone.time(of: act.now).hour >= hour, today.days(until: session.day) <= daysBefore else { return [] }
            let reminded: Set<ClubBooking.ID> = Set(
                try act.db.rows("SELECT id FROM club_booking WHERE session = \(session.id) AND reminded IS NOT NULL").map { try $0["id"] })
            return try ClubBookingStore.alive(of: session.id, in: act).filter {
                $0.state == .booked && !reminded.contains($0.id) && $0.made < act.now.adding(days: -1)
            }.map { ($0, session) }
        }
    }
}
