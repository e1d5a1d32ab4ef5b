import Accounts
package import Centres
package import Events
package import Kernel
import Languages
import Registration
import Storage

/// Which centres offer an event together, as rows. The centre that holds it asks, the other one answers; either may end it.
package enum JointEventStore {
    // MARK: Reads

    private static func joints(_ condition: SQL, in act: Act) throws -> [JointEvent] {
        try act.db.rows("SELECT j.* FROM joint_event j WHERE \(condition) ORDER BY j.id").map(JointEvent.init(row:))
    }

    /// The centres that offer it with the one that holds it, for everybody.
    package static func partners(of event: Event.ID, in act: Act) throws -> [Centre] {
        try joints("j.event = \(event) AND j.state = 'agreed'", in: act).map { try CentreStore.centre($0.centre, in: act) }
    }

    /// Who was asked, for those who run the event.
    package static func all(of event: Event.ID, in act: Act) throws -> [JointEvent] { try joints("j.event = \(event)", in: act) }

    /// What a centre was asked, and what it offers with others, while that is to come.
    static func lines(at centre: Centre.ID, in act: Act) throws -> [JointLine] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let found = try joints("""
            (j.centre = \(centre) AND j.state <> 'declined' OR EXISTS (SELECT 1 AS stands FROM event e WHERE e.id = j.event AND e.centre = \(centre)))
            AND EXISTS (SELECT 1 AS stands FROM event e WHERE e.id = j.event AND (e.ends IS NULL OR e.ends >= \(act.now.adding(days: -60))))
            """, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(inOrder: Array(Set(found.map(\.event))), in: act).map { ($0.id, $0) })
        let centres = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0) })
        return found.compactMap { joint in
            guard let event = events[joint.event], let home = centres[event.centre], let other = centres[joint.centre] else { return nil }
            return JointLine(joint: joint, event: event, home: home, other: other)
        }
    }

    /// One that a centre was asked about or offers.
    static func line(_ id: JointEvent.ID, at centre: Centre.ID, in act: Act) throws -> JointLine {
        guard let line = try lines(at: centre, in: act).first(where: { $0.joint.id == id }) else { throw Problem.missing }
        return line
    }

    /// The one list, for the centre that offers the event too: who has a seat or waits for one. Nothing but name and school; the look is written down.
    static func seats(of line: JointLine, at centre: Centre.ID, in act: Act) throws -> [JointSeat] {
        guard line.other.id == centre, line.joint.state == .agreed else { throw Problem.missing }
        try act.record(T.networkfront.lookedDeed, .event(line.event.id), centre: centre)
        return try act.db.rows("""
            SELECT p.given_name, p.family_name, s.name AS school_name, r.state FROM registration r JOIN person p ON p.id = r.person LEFT JOIN school s ON s.id = r.school
            WHERE r.event = \(line.event.id) AND r.state IN ('admitted', 'waiting', 'offered') ORDER BY r.state, p.family_name, p.given_name, r.id
            """).map { row in
            let (given, family): (String, String) = (try row["given_name"], try row["family_name"]), school: String? = try row["school_name"]
            return JointSeat(name: "\(family) \(given)", school: school ?? "", isAdmitted: try row["state"] as String == "admitted")
        }
    }

    /// Who runs things at a centre.
    static func staff(of centre: Centre.ID, in act: Act) throws -> [Person.ID] {
        try act.db.rows("""
            SELECT DISTINCT r.person FROM role r JOIN person p ON p.id = r.person
            WHERE r.centre = \(centre) AND r.role IN ('coordinator', 'director') AND p.erased IS NULL ORDER BY r.person
            """).map { try $0["person"] }
    }

    // MARK: Verbs

    /// The centre that holds the event asks another one. Asked again after a no, it is asked anew.
    static func ask(_ other: Centre.ID, for event: Event.ID, words: String, at home: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(home) else { throw Problem.missing }
        try act.db.hold("event", event.value)
        let held = try EventStore.event(event, in: act)
        guard held.centre == home else { throw Problem.missing }
        guard other != home, try CentreStore.all(in: act).contains(where: { $0.id == other }) else { throw Problem.invalid("centre", T.networkfront.errorCentre) }
        guard !held.state.isOff, held.ends.map({ $0 > act.now }) ?? true else { throw Problem.conflict(T.networkfront.errorOver) }
        if let before = try joints("j.event = \(event) AND j.centre = \(other)", in: act).first {
            guard before.state == .declined else { throw Problem.invalid("centre", T.networkfront.errorTwice) }
            try act.db.run("DELETE FROM joint_event WHERE id = \(before.id)")
        }
        try act.db.run("""
            INSERT INTO joint_event (event, centre, state, words, asked, asked_by) VALUES (\(event), \(other), 'asked', \(words), \(act.now), \(act.by.person))
            """)
        try act.record(T.networkfront.askedDeed, .event(event), centre: home)
        try JointLetters.tell(.asked, held, about: home, to: other, in: act)
    }

    /// The other centre says yes or no.
    static func answer(_ id: JointEvent.ID, agrees: Bool, at centre: Centre.ID, in act: Act) throws {
        let line = try line(id, at: centre, in: act)
        try act.db.hold("event", line.event.id.value)
        guard line.other.id == centre else { throw Problem.missing }
        guard try joints("j.id = \(id) AND j.state = 'asked'", in: act).count == 1 else { throw Problem.conflict(T.networkfront.errorAnswered) }
        try act.db.run("""
            UPDATE joint_event SET state = \(agrees ? "agreed" : "declined"), answered = \(act.now), answered_by = \(act.by.person) WHERE id = \(id)
            """)
        try act.record(agrees ? T.networkfront.agreedDeed : T.networkfront.declinedDeed, .event(line.event.id), centre: centre)
        try act.touchPublicPages()
        try JointLetters.tell(agrees ? .agreed : .declined, line.event, about: centre, to: line.home.id, in: act)
    }

    /// Either of them takes it back. The list stays where it is.
    static func end(_ id: JointEvent.ID, at centre: Centre.ID, in act: Act) throws {
        let line = try line(id, at: centre, in: act)
        try act.db.hold("event", line.event.id.value)
        guard try act.db.run("DELETE FROM joint_event WHERE id = \(id)") == 1 else { throw Problem.missing }
        try act.record(T.networkfront.endedDeed, .event(line.event.id), centre: centre)
        try act.touchPublicPages()
        if line.joint.state != .declined { try JointLetters.tell(.ended, line.event, about: centre, to: centre == line.home.id ? line.other.id : line.home.id, in: act) }
    }

    // MARK: When somebody or something goes

    static func forget(_ person: ID<PersonTag>, in act: Act) throws {
        try act.db.run("UPDATE joint_event SET asked_by = NULL WHERE asked_by = \(person)")
        try act.db.run("UPDATE joint_event SET answered_by = NULL WHERE answered_by = \(person)")
    }

    static func drop(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM joint_event WHERE event = \(event)") }
}
