package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Packages as rows.
package enum EventPackageStore {
    // MARK: Reads

    private static func packages(_ condition: SQL, in act: Act) throws -> [EventPackage] {
        let rows = try act.db.rows("SELECT p.* FROM event_package p \(condition)")
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0["id"] as EventPackage.ID }
        let parts = try act.db.rows("""
            SELECT x.package, x.event FROM event_package_part x JOIN event e ON e.id = x.event
            WHERE x.package IN \(list: ids) ORDER BY e.starts NULLS LAST, e.id
            """)
        let events: [EventPackage.ID: [Row]] = try Dictionary(grouping: parts) { try $0["package"] }
        return try rows.map { row in
            let id: EventPackage.ID = try row["id"]
            return EventPackage(
                id: id, centre: try row["centre"], isOpen: try row["open"],
                details: EventPackageDetails(title: try row["title"], text: try row["text"], events: try (events[id] ?? []).map { try $0["event"] }))
        }
    }

    /// - Throws: `Problem.missing` unless everybody may see it or the actor runs it.
    package static func package(_ id: EventPackage.ID, in act: Act) throws -> EventPackage {
        guard let package = try packages("WHERE p.id = \(id)", in: act).first, package.isOpen || act.by.coordinates(package.centre) else { throw Problem.missing }
        return package
    }

    /// All of a centre, the newest first.
    package static func packages(of centre: Centre.ID, openOnly isOpen: Bool = false, in act: Act) throws -> [EventPackage] {
        let only: SQL = isOpen ? "AND p.open" : ""
        return try packages("WHERE p.centre = \(centre) \(only) ORDER BY p.id DESC", in: act)
    }

    /// Open ones that hold an event.
    package static func packages(with event: Event.ID, in act: Act) throws -> [EventPackage] {
        try packages("JOIN event_package_part x ON x.package = p.id WHERE x.event = \(event) AND p.open ORDER BY p.id", in: act)
    }

    /// Open ones that hold any of these events.
    static func packages(of events: [Event.ID], in act: Act) throws -> [EventPackage] {
        events.isEmpty ? [] : try packages("""
            WHERE p.open AND EXISTS (SELECT 1 FROM event_package_part x WHERE x.package = p.id AND x.event IN \(list: events)) ORDER BY p.id DESC
            """, in: act)
    }

    /// Open ones of a centre that hold something one can apply for now.
    package static func applicable(at centre: Centre.ID, in zone: Zone, _ act: Act) throws -> [EventPackage] {
        let packages = try packages(of: centre, openOnly: true, in: act)
        guard !packages.isEmpty else { return [] }
        let open = Set(try EventStore.listed(inOrder: Set(packages.flatMap(\.details.events)).sorted(), in: act).filter { $0.isOpen(at: act.now, in: zone) }.map(\.id))
        return packages.filter { $0.details.events.contains(where: open.contains) }
    }

    /// Open ones that words find, the best first.
    package static func found(_ words: String, of centre: Centre.ID, limit: Int, in act: Act) throws -> [EventPackage] {
        try packages("""
            JOIN \(act.db.found("event_package", typed: words)) f ON f.subject = p.id WHERE p.centre = \(centre) AND p.open ORDER BY f.grade, p.id DESC LIMIT \(limit)
            """, in: act)
    }

    /// What may be put into a package at a centre, the nearest first.
    package static func choices(at centre: Centre.ID, in act: Act) throws -> [Event] {
        try EventStore.unfinished(at: centre, limit: 300, in: act).filter(\.form.fitsPackages)
    }

    // MARK: Verbs

    package static func add(_ details: EventPackageDetails, to centre: Centre.ID, in act: Act) throws -> EventPackage.ID {
        try require(details, at: centre, in: act)
        let id = EventPackage.ID(try act.db.insert("""
            INSERT INTO event_package (centre, title, text, open, created) VALUES (\(centre), \(details.title), \(details.text), \(true), \(act.now)) RETURNING id
            """))
        try write(details, of: id, in: act)
        try act.record(T.registration.packageAdded, .package(id), centre: centre, changes: changes(nil, details))
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: EventPackage.ID, to details: EventPackageDetails, in act: Act) throws {
        let before = try changeable(id, in: act)
        try require(details, at: before.centre, in: act)
        try act.db.run("UPDATE event_package SET title = \(details.title), text = \(details.text) WHERE id = \(id)")
        try act.db.run("DELETE FROM event_package_part WHERE package = \(id)")
        try write(details, of: id, in: act)
        try act.record(T.registration.packageChanged, .package(id), centre: before.centre, changes: changes(before.details, details))
        try act.touchPublicPages()
    }

    /// Shows it to everybody, or takes it back from sight; who applied keeps each application.
    package static func setOpen(_ isOpen: Bool, _ id: EventPackage.ID, in act: Act) throws {
        let package = try changeable(id, in: act)
        try act.db.run("UPDATE event_package SET open = \(isOpen) WHERE id = \(id)")
        try act.record(isOpen ? T.registration.packageOpened : T.registration.packageClosed, .package(id), centre: package.centre)
        try act.touchPublicPages()
    }

    /// A draft came to nothing.
    static func discard(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM event_package_part WHERE event = \(event)") }

    private static func changeable(_ id: EventPackage.ID, in act: Act) throws -> EventPackage {
        try act.db.hold("event_package", id.value)
        let package = try package(id, in: act)
        guard act.by.coordinates(package.centre) else { throw Problem.missing }
        return package
    }

    private static func require(_ details: EventPackageDetails, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        var faults = Faults()
        details.check(&faults)
        try faults.check()
        let events = try EventStore.events(details.events, in: act)
        guard events.count == Set(details.events).count, events.allSatisfy({ $0.centre == centre && $0.form.fitsPackages && !$0.isEarlier }) else {
            throw Problem.invalid("events", T.registration.packageEventWrong)
        }
    }

    private static func write(_ details: EventPackageDetails, of id: EventPackage.ID, in act: Act) throws {
        for event in Set(details.events).sorted() { try act.db.run("INSERT INTO event_package_part (package, event) VALUES (\(id), \(event))") }
        try index(id, details, in: act)
    }

    private static func index(_ id: EventPackage.ID, _ details: EventPackageDetails, in act: Act) throws {
        try act.db.index("event_package", id.value, SearchText(title: Fold.indexText(details.title), body: Fold.indexText(details.text)))
    }

    /// Makes its part of the search index again.
    @Sendable static func reindex(in act: Act) throws {
        for package in try packages("ORDER BY p.id", in: act) { try index(package.id, package.details, in: act) }
    }

    private static func changes(_ before: EventPackageDetails?, _ after: EventPackageDetails) -> [Change] {
        func numbers(_ details: EventPackageDetails?) -> String { (details?.events ?? []).map { "\($0)" }.joined(separator: ", ") }
        return [
            Change("title", from: before?.title ?? "", to: after.title), Change("text", from: before?.text ?? "", to: after.text),
            Change("events", from: numbers(before), to: numbers(after)),
        ]
    }
}
