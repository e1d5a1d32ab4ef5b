import Centres
package import Kernel
import Languages
import Storage

/// Reminds those who work on papers, by the clock: before the day and after it, once each.
package enum RegistryDueStore {
    private static let hour = 7

    package static func remind(_ records: Records) async throws {
        let ready = try await records.read(as: .system) { try due(in: $0) }
        for id in ready { try await records.write(by: .system) { try remind(id, in: $0) } }
    }

    private static func due(in act: Act) throws -> [RegistryEntry.ID] {
        let today = Zone.utc.day(of: act.now).adding(days: 1)
        return try act.db.rows("""
            SELECT e.id FROM registry_entry e JOIN person p ON p.id = e.worker
            WHERE e.settled IS NULL AND e.withdrawn IS NULL AND p.erased IS NULL AND p.email IS NOT NULL AND p.verified IS NOT NULL
                AND e.due <= \(today.adding(days: RegistryDraft.noticeDays)) AND (e.reminded IS NULL OR (e.reminded_late IS NULL AND e.due < \(today)))
            ORDER BY e.id
            """).map { try $0["id"] }
    }

    private static func remind(_ id: RegistryEntry.ID, in act: Act) throws {
        try act.db.hold("registry_entry", id.value)
        guard let row = try act.db.row("""
            SELECT e.*, b.centre FROM registry_entry e JOIN registry_book b ON b.id = e.book
            WHERE e.id = \(id) AND e.settled IS NULL AND e.withdrawn IS NULL
            """) else { return }
        let entry = try RegistryEntry(row: row), (reminded, late): (Instant?, Instant?) = (try row["reminded"], try row["reminded_late"])
        let centre = try CentreStore.centre(row["centre"], in: act), today = centre.zone.day(of: act.now)
        guard centre.zone.time(of: act.now).hour >= hour, let worker = entry.draft.worker, let due = entry.draft.due else { return }
        if due < today, late == nil {
            try act.db.run("UPDATE registry_entry SET reminded = coalesce(reminded, \(act.now)), reminded_late = \(act.now) WHERE id = \(id)")
            try RegistryLetters.remind(worker, of: entry, due: due, centre.id, isLate: true, in: act)
        } else if reminded == nil, due >= today, today >= due.adding(days: -RegistryDraft.noticeDays) {
            try act.db.run("UPDATE registry_entry SET reminded = \(act.now) WHERE id = \(id)")
            try RegistryLetters.remind(worker, of: entry, due: due, centre.id, isLate: false, in: act)
        }
    }
}
