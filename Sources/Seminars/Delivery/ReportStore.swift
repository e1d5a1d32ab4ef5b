import Accounts
import Catalogue
package import Events
package import Kernel
package import Languages
package import Centres
import Storage

/// Reports and what was sent after an event, as rows.
package enum ReportStore {
    // MARK: Reads

    package static func report(of id: Event.ID, in act: Act) throws -> EventReport {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        let roll = try Roll(event, in: act)
        let counts = try act.db.rows("SELECT state, count(*) AS count FROM registration WHERE event = \(id) GROUP BY state")
        return EventReport(
            roll: roll, programme: try EventStore.programme(event.plan.programme, in: act),
            states: try Dictionary(uniqueKeysWithValues: counts.map { (try $0["state"], try $0["count"]) }), text: try text(of: id, in: act),
            conclusions: try ConclusionStore.all(of: id, in: act), groups: try GroupCountStore.roll(of: event, roll.rows, in: act))
    }

    package static func text(of id: Event.ID, in act: Act) throws -> ReportText? {
        try act.db.row("SELECT * FROM event_report WHERE event = \(id)").map { row in
            ReportText(course: try row["course"], remark: try row["remark"], visitors: try row["visitors"], photoNote: try row["photo_note"])
        }
    }

    /// Events of a centre with which somebody still has something to do.
    package struct Waiting: Sendable {
        /// A session is over, and somebody who has a seat is not marked in it.
        package var unmarked: [Event.ID] = []
        /// The event was held, and nobody has written its report.
        package var unreported: [Event.ID] = []
    }

    package static func waiting(at centre: Centre.ID, in act: Act) throws -> Waiting {
        let day = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        let counting = try EventFormStore.all(in: act).values.filter(\.countsVisitors).map(\.id)
        let unmarked: [Event.ID] = try act.db.rows("""
            SELECT DISTINCT e.id FROM event e JOIN event_session s ON s.event = e.id JOIN registration r ON r.event = e.id AND r.state = 'admitted'
            LEFT JOIN attendance a ON a.registration = r.id AND a.session = s.id
            WHERE e.centre = \(centre) AND e.state IN ('announced', 'confirmed', 'held') AND s.day < \(day) AND a.mark IS NULL
                AND e.form NOT IN \(list: counting) AND (s.seats = 0 OR EXISTS (
                    SELECT 1 FROM workshop_choice c WHERE c.registration = r.id AND c.session = s.id AND c.standing = 'admitted'))
            ORDER BY e.id
            """).map { try $0["id"] }
        let unreported: [Event.ID] = try act.db.rows("""
            SELECT e.id FROM event e LEFT JOIN event_report p ON p.event = e.id WHERE e.centre = \(centre) AND e.state = 'held' AND p.event IS NULL ORDER BY e.id
            """).map { try $0["id"] }
        return Waiting(unmarked: unmarked, unreported: unreported)
    }

    /// Sessions of that day, with their events, at which the actor may stand at the door.
    package static func sessions(on day: Day, at centre: Centre.ID, in act: Act) throws -> [(event: Event, session: DatedSession)] {
        guard act.by.coordinates(centre) || act.by.holds(.trainer, at: centre) else { return [] }
        let ids: [Event.ID] = try act.db.rows("""
            SELECT DISTINCT s.event FROM event_session s JOIN event e ON e.id = s.event
            WHERE e.centre = \(centre) AND e.state IN ('announced', 'confirmed', 'held') AND s.day = \(day) ORDER BY s.event
            """).map { try $0["event"] }
        let zone = try CentreStore.centre(centre, in: act).zone
        let events = try EventStore.events(ids, in: act).filter { event in act.by.coordinates(centre) || event.plan.trainers.contains { $0.person == act.by.person } }
        return try events.flatMap { event in try event.sessions(in: zone).filter { $0.day == day }.map { (event, $0) } }
    }

    /// Whom a letter can go to, with what was sent before.
    package static func recipients(_ letter: ReportLetter, of roll: Roll, in act: Act) throws -> [ReportLetter.Recipient] {
        let letters = try act.db.rows("SELECT recipient, at FROM event_letter WHERE event = \(roll.event.id) AND kind = \(letter.rawValue)")
        let sent: [ReportLetter.Recipient.ID: Instant] = try Dictionary(
            letters.map { (try $0["recipient"], try $0["at"]) }, uniquingKeysWith: { _, last in last })
        if letter == .thanksToTrainer {
            let people = roll.event.plan.trainers.compactMap(\.person)
            return try act.db.rows("""
                SELECT id, given_name, family_name, email, phone, language FROM person WHERE id IN \(list: people) AND erased IS NULL ORDER BY id
                """).map { row in
                let id: ReportLetter.Recipient.ID = try row["id"]
                let name = PersonName(given: try row["given_name"], family: try row["family_name"])
                return ReportLetter.Recipient(
                    id: id, name: name.full, email: try (row["email"] as String?) ?? "", phone: try row["phone"], language: try row["language"],
                    people: 0, sent: sent[id])
            }
        }
        let counts = Dictionary(grouping: roll.rows.compactMap(\.schoolID), by: \.self).mapValues(\.count)
        let key = SortKeys.column(roll.event.plan.language.alphabet)
        return try act.db.rows("SELECT id, name, place, email, phone FROM school WHERE id IN \(list: Array(counts.keys)) ORDER BY \(key), id").map { row in
            let id: School.ID = try row["id"]
            let recipient = ReportLetter.Recipient.ID(id.value)
            let (name, place): (String, String) = (try row["name"], try row["place"])
            return ReportLetter.Recipient(
                id: recipient, name: [name, place].filter { !$0.isEmpty }.joined(separator: ", "), email: try row["email"], phone: try row["phone"],
                language: roll.centre.language, people: counts[id] ?? 0, sent: sent[recipient])
        }
    }

    // MARK: Verbs

    package static func write(_ text: ReportText, of id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.wasHeld else { throw Problem.conflict(T.delivery.notHeldYet) }
        try text.check()
        let before = try self.text(of: id, in: act)
        try act.db.run("""
            INSERT INTO event_report (event, course, remark, visitors, photo_note, person, at)
            VALUES (\(id), \(text.course), \(text.remark), \(text.visitors), \(text.photoNote), \(act.by.person), \(act.now))
            ON CONFLICT (event) DO UPDATE SET course = excluded.course, remark = excluded.remark, visitors = excluded.visitors,
                photo_note = excluded.photo_note, person = excluded.person, at = excluded.at
            """)
        try act.record(T.delivery.reported, .event(id), centre: event.centre, changes: [
            Change("course", from: before?.course ?? "", to: text.course), Change("remark", from: before?.remark ?? "", to: text.remark),
            Change("visitors", from: before?.visitors.map { "\($0)" } ?? "", to: text.visitors.map { "\($0)" } ?? ""),
        ])
    }

    /// Writes to all whom the draft reaches, in one act.
    /// - Returns: how many letters leave.
    package static func send(_ draft: ReportLetter.Draft, of id: Event.ID, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let report = try report(of: id, in: act)
        guard report.event.wasHeld else { throw Problem.conflict(T.delivery.notHeldYet) }
        let recipients = try recipients(draft.letter, of: report.roll, in: act).filter { $0.isReached(by: draft) }
        for recipient in recipients {
            try act.db.run("""
                INSERT INTO event_letter (event, kind, recipient, at) VALUES (\(id), \(draft.letter.rawValue), \(recipient.id), \(act.now))
                ON CONFLICT (event, kind, recipient) DO UPDATE SET times = event_letter.times + 1, at = excluded.at
                """)
            try ReportLetters.write(draft, to: recipient, report, in: act)
        }
        if !recipients.isEmpty {
            try act.record(T.delivery.lettersSent, .event(id), centre: report.event.centre, changes: [
                Change("kind", from: "", to: draft.letter.rawValue), Change("recipients", from: "", to: recipients.map(\.name).joined(separator: "; ")),
            ])
        }
        return recipients.count
    }
}
