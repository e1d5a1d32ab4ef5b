package import Accounts
import Catalogue
package import Events
package import Kernel
import Languages
import Registration
import Storage

/// Who was there, as rows.
package enum AttendanceStore {
    // MARK: Reads

    /// Whether everybody who has a seat completed the event, in the order of the list.
    package static func completions(of event: Event.ID, in act: Act) throws -> [Completion] {
        try Roll(EventStore.event(event, in: act), in: act).completions
    }

    /// An event for those who may stand at its door: who runs it, and its own trainers.
    /// - Throws: `Problem.missing` for everybody else.
    package static func event(atDoorOf id: Event.ID, in act: Act) throws -> Event {
        let event = try EventStore.event(id, in: act)
        if act.by.coordinates(event.centre) { return event }
        guard let person = act.by.person, act.by.holds(.trainer, at: event.centre), event.plan.trainers.contains(where: { $0.person == person }) else {
            throw Problem.missing
        }
        return event
    }

    /// People who have a seat, by the alphabet of the event's language. A person's code is the place among all who ever stood in line, so that nobody's
    /// code changes.
    static func rows(of event: Event, in act: Act) throws -> [RollRow] {
        try act.db.rows("""
            SELECT r.id, r.people, r.pupils, r.grade, r.person, r.school, n.code, p.given_name, p.family_name, p.other_script_given, p.other_script_family, p.email,
            p.language,
                   CASE WHEN coalesce(w.job, '') <> '' THEN w.job ELSE p.occupation END AS work,
                   s.name AS school_name, s.place AS school_place, m.name AS municipality_name
            FROM registration r
            JOIN (SELECT id, row_number() OVER (ORDER BY queued, id) AS code FROM registration WHERE event = \(event.id) AND queued IS NOT NULL) n ON n.id = r.id
            JOIN person p ON p.id = r.person LEFT JOIN school s ON s.id = r.school LEFT JOIN municipality m ON m.id = s.municipality
            LEFT JOIN employment w ON w.id = \(EmploymentStore.latest(of: "r.person", at: "r.school"))
            WHERE r.event = \(event.id) AND r.state = 'admitted' AND NOT r.unnamed ORDER BY p.\(SortKeys.column(event.plan.language.alphabet)), r.id
            """).map { row in
            let given: String? = try row["other_script_given"], family: String? = try row["other_script_family"]
            let name = PersonName(given: try row["given_name"], family: try row["family_name"])
            let (people, pupils): (Int, Int) = (try row["people"], try row["pupils"])
            return RollRow(
                // A person who deleted the account has no name.
                registration: try row["id"], person: try row["person"], name: name.full.isEmpty ? PersonName(given: "", family: "–") : name,
                otherName: given.flatMap { given in family.map { PersonName(given: given, family: $0) } }, email: try row["email"], language: try row["language"],
                occupation: try row["work"], schoolID: try row["school"], school: try (row["school_name"] as String?) ?? "",
                place: try (row["school_place"] as String?) ?? "", municipality: try (row["municipality_name"] as String?) ?? "", code: try row["code"],
                people: people, group: pupils == 0 ? nil : PupilGroup(grade: try row["grade"], pupils: pupils, companions: people - pupils))
        }
    }

    static func marks(of event: Event.ID, in act: Act) throws -> [Registration.ID: [DatedSession.ID: Attendance]] {
        let marks = try act.db.rows("""
            SELECT a.* FROM attendance a JOIN event_session s ON s.id = a.session WHERE s.event = \(event)
            """).map(Attendance.init(row:))
        return Dictionary(grouping: marks, by: \.registration).mapValues { Dictionary($0.map { ($0.session, $0) }, uniquingKeysWith: { _, last in last }) }
    }

    // MARK: Verbs

    /// Marks people, all or none.
    /// - Parameter reason: why it is done after the event was closed; it stands in the journal.
    /// - Returns: how many marks differ from before.
    @discardableResult
    package static func mark(_ marks: [Attendance], of id: Event.ID, because reason: String = "", in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let roll = try Roll(event(atDoorOf: id, in: act), in: act)
        let rule = roll.markingRule
        try rule.require(because: reason)
        return try marks.count { mark in
            try rule.check(mark, at: act.now)
            return try write(mark, roll, because: reason, in: act)
        }
    }

    /// Everybody about whom nothing was said yet was there.
    package static func markRest(_ session: DatedSession.ID, of id: Event.ID, because reason: String = "", in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let roll = try Roll(event(atDoorOf: id, in: act), in: act)
        let rest = roll.rows(in: session).filter { roll.mark($0.registration, session)?.mark == nil }
        return try mark(
            rest.map { Attendance(registration: $0.registration, session: session, mark: .present, source: .rest, at: act.now) }, of: id, because: reason, in: act)
    }

    /// Takes back what was said of all the rest of a session: those of whom something else was said since keep it.
    /// - Throws: a conflict when the event is closed, as at the door.
    package static func takeBackRest(_ session: DatedSession.ID, of id: Event.ID, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let roll = try Roll(event(atDoorOf: id, in: act), in: act)
        try roll.markingRule.requireAtDoor()
        return try roll.rest(session).count { mark in
            try write(Attendance(registration: mark.registration, session: session, mark: nil, source: .sheet, at: act.now), roll, because: "", in: act)
        }
    }

    /// - Returns: whether anything changed. An older mark changes nothing, and neither does the same mark again.
    static func write(_ new: Attendance, _ roll: Roll, because reason: String, in act: Act) throws -> Bool {
        let old = roll.mark(new.registration, new.session)
        guard new.prevails(over: old) else { return false }
        let missed = new.mark?.hasMinutes == true ? new.missed : 0
        try act.db.run("""
            INSERT INTO attendance (registration, session, mark, missed, source, person, at)
            VALUES (\(new.registration), \(new.session), \(new.mark), \(missed), \(new.source), \(act.by.person), \(new.at))
            ON CONFLICT (registration, session) DO UPDATE SET mark = excluded.mark, missed = excluded.missed, source = excluded.source,
                person = excluded.person, at = excluded.at
            """)
        let isOther = old?.mark != new.mark || (old?.missed ?? 0) != missed
        guard isOther else { return false }
        let session = try roll.markingRule.session(new.session)
        try act.record(
            new.mark == nil ? T.delivery.unmarked : new.source == .own ? T.delivery.markedSelf : T.delivery.marked,
            .registration(new.registration), under: .event(roll.event.id), centre: roll.event.centre,
            changes: [
                Change("session", from: "", to: "\(session.day.iso) \(session.begins.iso)"),
                Change("mark", from: written(old?.mark, old?.missed ?? 0), to: written(new.mark, missed)), Change("reason", from: "", to: reason),
            ])
        return true
    }

    private static func written(_ mark: Mark?, _ missed: Int) -> String {
        guard let mark else { return "" }
        return missed > 0 ? "\(mark.rawValue) \(missed)" : mark.rawValue
    }

    // MARK: When something happens to a session or a person

    /// Sessions are about to be removed. One in which somebody is marked may not be.
    package static func drop(_ sessions: [EventSession.ID], in act: Act) throws {
        if try act.db.exists("SELECT 1 AS marked FROM attendance WHERE session IN \(list: sessions) AND mark IS NOT NULL") {
            throw Problem.conflict(T.delivery.sessionMarked)
        }
        try act.db.run("DELETE FROM attendance WHERE session IN \(list: sessions)")
        try act.db.run("DELETE FROM attendance_key WHERE session IN \(list: sessions)")
    }

    /// What is held here about a person, for the person.
    package static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("""
            SELECT a.mark, a.missed, a.source, a.at, s.event, s.day, s.begins FROM attendance a
            JOIN registration r ON r.id = a.registration JOIN event_session s ON s.id = a.session
            WHERE r.person = \(person) ORDER BY s.day, s.begins, a.id
            """)
        return HeldData("attendance", try rows.map { row in
            let (event, day, begins, at): (Int, Day, ClockTime, Instant) = (try row["event"], try row["day"], try row["begins"], try row["at"])
            let missed: Int = try row["missed"]
            return [
                "event": "\(event)", "session": "\(day.iso) \(begins.iso)", "mark": try (row["mark"] as String?) ?? "", "missed": missed > 0 ? "\(missed)" : "",
                "source": try row["source"], "at": at.iso,
            ]
        })
    }
}
