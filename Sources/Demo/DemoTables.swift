import Kernel
import Languages
import Tables

/// Tables that people of the invented centre keep.
enum DemoTables {
    /// Each ready table that they kept, under a name of their own.
    private static let kept: [(name: String, kind: TableKind, group: String, isShared: Bool)] = [
        ("Учешће по општинама, за оснивача", .registrations, "schoolPlace", true),
        ("Учешће по школама, за састанак већа директора", .registrations, "school", true),
        ("Одржано по месецима", .events, "day", true), ("Ко шта предаје", .people, "teaches", false),
    ]

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let centre = town.centre, ready = ReadyTable.all(on: town.zone.day(of: records.now)).map(\.query)
        try await records.write(by: actor) { act in
            for table in kept {
                guard let query = ready.first(where: { $0.kind == table.kind && $0.groups.first?.column == table.group }) else { continue }
                try OwnTableStore.add(OwnTableDraft(table.name, isShared: table.isShared), query, at: centre, in: act)
            }
        }
    }
}
