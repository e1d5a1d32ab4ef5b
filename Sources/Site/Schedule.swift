import Kernel
import Languages
import People
import Web

extension Timetable {
    /// What the house does by the clock. Rooms add their lines here.
    static func house(_ backups: Backups) -> Timetable {
        Timetable([
            Line("backup", .daily(halfPastTwo)) { _, records in try await backups.nightly(records) },
            Line("sweep", .every(minutes: 60)) { _, records in try await records.write(by: .system) { try SessionStore.sweep(in: $0) } },
            Line("import drafts", .every(minutes: 60)) { _, records in try await records.write(by: .system) { try ImportDraftStore.sweep(in: $0) } },
        ])
    }

    /// When nobody works and the day's changes are done.
    private static let halfPastTwo = ClockTime(hour: 2, minute: 30) ?? .midnight
}
