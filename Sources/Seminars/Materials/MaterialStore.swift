package import Accounts
package import Events
package import Files
package import Kernel
import Languages
import Storage

/// The files of events as rows.
package enum MaterialStore {
    // MARK: Reads

    /// What the actor is to an event.
    package static func sight(of event: Event, in act: Act) throws -> MaterialSight {
        guard let person = act.by.person else { return MaterialSight(isTeam: act.by.coordinates(event.centre), isAdmitted: false) }
        let isTrainer = event.plan.trainers.contains { $0.person == person }
        let isAdmitted = try act.db.exists("""
            SELECT 1 AS stands FROM registration WHERE event = \(event.id) AND person = \(person) AND state = 'admitted' AND NOT unnamed LIMIT 1
            """)
        return MaterialSight(isTeam: isTrainer || act.by.coordinates(event.centre), isAdmitted: isAdmitted)
    }

    /// What of an event the actor sees, in the order in which it was put there.
    package static func materials(of event: Event, in act: Act) throws -> [Material] {
        let all = try materials("WHERE m.event = \(event.id) ORDER BY m.id", in: act)
        guard !all.isEmpty else { return [] }
        let sight = try sight(of: event, in: act)
        return all.filter { sight.sees($0.details.audience) }
    }

    /// What everybody sees of many events at once: two queries.
    package static func everybodys(of events: [Event.ID], in act: Act) throws -> [Event.ID: [Material]] {
        guard !events.isEmpty else { return [:] }
        return Dictionary(grouping: try materials("WHERE m.event IN \(list: events) AND m.audience = 'public' ORDER BY m.id", in: act), by: \.event)
    }

    /// A material of an event whose files the actor keeps.
    static func changeable(_ id: Material.ID, of event: Event.ID, in act: Act) throws -> Material {
        _ = try kept(event, in: act)
        guard let material = try materials("WHERE m.id = \(id) AND m.event = \(event)", in: act).first else { throw Problem.missing }
        return material
    }

    /// An event whose files the actor keeps; for everybody else there is no such page.
    static func kept(_ id: Event.ID, in act: Act) throws -> Event {
        let event = try EventStore.event(id, in: act)
        guard try sight(of: event, in: act).isTeam else { throw Problem.missing }
        return event
    }

    /// The papers of the events in which somebody has a seat, the newest first.
    static func papers(for person: Person.ID, limit: Int, in act: Act) throws -> [(material: Material, event: Event)] {
        let materials = try materials("""
            JOIN file f ON f.id = m.file WHERE m.audience <> 'staff' AND f.kind = 'document'
                AND m.event IN (SELECT event FROM registration WHERE person = \(person) AND state = 'admitted' AND NOT unnamed) ORDER BY m.id DESC LIMIT \(limit)
            """, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(materials.map(\.event))), in: act).map { ($0.id, $0) })
        return materials.compactMap { material in events[material.event].map { (material, $0) } }
    }

    /// Whether an event shows the file to the actor.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        for row in try act.db.rows("SELECT event, audience FROM event_material WHERE file = \(file)") {
            guard let event = try EventStore.events([row["event"]], in: act).first, event.isPublic || act.by.coordinates(event.centre) else { continue }
            if try sight(of: event, in: act).sees(row["audience"]) { return true }
        }
        return nil
    }

    /// - Parameter condition: over `event_material m`.
    private static func materials(_ condition: SQL, in act: Act) throws -> [Material] {
        let rows = try act.db.rows("SELECT m.* FROM event_material m \(condition)")
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.compactMap { row in try files[row["file"]].map { try Material(row: row, file: $0) } }
    }

    // MARK: Verbs

    package static func add(_ file: NewFile, _ details: MaterialDetails, to id: Event.ID, in act: Act) throws {
        let event = try kept(id, in: act)
        let file = try FileStore.add(file, of: event.centre, in: act)
        let material = try act.db.insert("""
            INSERT INTO event_material (event, file, title, audience, consent, added)
            VALUES (\(id), \(file), \(details.title), \(details.audience), \(details.consent), \(act.now)) RETURNING id
            """)
        try act.record(T.materials.added, .other("event_material", material), under: .event(id), centre: event.centre, changes: changes(from: nil, to: details))
        try act.touchPublicPages()
    }

    static func edit(_ id: Material.ID, of event: Event.ID, to details: MaterialDetails, in act: Act) throws {
        let (material, centre) = (try changeable(id, of: event, in: act), try kept(event, in: act).centre)
        try act.db.run("""
            UPDATE event_material SET title = \(details.title), audience = \(details.audience), consent = \(details.consent) WHERE id = \(id)
            """)
        let changes = changes(from: material.details, to: details)
        try act.record(T.materials.changed, .other("event_material", id.value), under: .event(event), centre: centre, changes: changes)
        try act.touchPublicPages()
    }

    static func remove(_ id: Material.ID, of event: Event.ID, in act: Act) throws {
        let (material, centre) = (try changeable(id, of: event, in: act), try kept(event, in: act).centre)
        try act.db.run("DELETE FROM event_material WHERE id = \(id)")
        try act.record(
            T.materials.removed, .other("event_material", id.value), under: .event(event), centre: centre,
            changes: [Change("title", from: material.details.title, to: "")])
        try act.touchPublicPages()
    }

    /// The draft goes, and its files with it.
    static func forget(_ event: Event.ID, in act: Act) throws {
        try act.db.run("DELETE FROM event_material WHERE event = \(event)")
    }

    private static func changes(from before: MaterialDetails?, to after: MaterialDetails) -> [Change] {
        [
            Change("title", from: before?.title ?? "", to: after.title), Change("audience", from: before?.audience.rawValue ?? "", to: after.audience.rawValue),
            Change("consent", from: before?.consent ?? "", to: after.consent),
        ]
    }
}
