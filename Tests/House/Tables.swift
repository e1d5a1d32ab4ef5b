/// Whose each table is. A migration is named `NNNN-<room>.sql` or `NNNN-<room>-what.sql`, and what it creates is that room's; a table that the program
/// itself creates belongs to the target that does.
struct Tables: Sendable {
    /// What has tables and is no room, from the bottom up.
    static let ground = ["storage", "kernel", "queues", "web"]

    /// One owner under two names. Queues are a part of Kernel as long as code of Kernel writes letters and jobs, or code of Queues what is Kernel's.
    static let together = ["queues": "kernel"]

    let order: RoomOrder
    let together: [String: String]
    private(set) var owners: [String: String] = [:]

    init(of order: RoomOrder, migrations: [SourceTree.File], sources: [SourceTree.File] = [], together: [String: String] = Self.together) {
        (self.order, self.together) = (order, together)
        for file in sources { for table in Self.made(in: file) { owners[table] = owner(of: file) } }
        for file in migrations { for table in Self.made(in: file) { owners[table] = migration(file).map(one) } }
    }

    static let ours = Tables(of: .ours, migrations: SourceTree.migrations, sources: SourceTree.sources)

    static func made(in file: SourceTree.File) -> [String] {
        file.text.matches(of: /CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)/).map { String($0.1) }
    }

    /// The room, or part of the ground, that a migration is named after; nil when there is none of that name.
    func migration(_ file: SourceTree.File) -> String? {
        guard let name = file.stem.firstMatch(of: /^\d{4}-([a-z]+)(?:-[a-z-]+)?$/).map({ String($0.1) }) else { return nil }
        return Self.ground.contains(name) || order.rooms.contains { $0.name.lowercased() == name } ? name : nil
    }

    func owner(of file: SourceTree.File) -> String? { order.target(of: file).map { one($0.lowercased()) } }

    /// Whether what belongs to `owner` may be read by `reader`: its own, the ground that it stands on, and the rooms below. Site sees the whole house.
    func mayRead(_ reader: String, of owner: String) -> Bool {
        if reader == owner { return true }
        if let place = Self.ground.firstIndex(of: reader) { return Self.ground[..<place].contains(owner) }
        guard let room = order.rooms.first(where: { $0.name.lowercased() == reader }) else { return true }
        return Self.ground.contains(owner) || room.below.contains { $0.lowercased() == owner }
    }

    private func one(_ name: String) -> String { together[name] ?? name }
}
