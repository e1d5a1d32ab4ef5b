import Accounts
import Certificates
import Delivery
import Imports
import Kernel
import Languages
import Registration
import Web

extension Timetable {
    /// What the house does by the clock. Rooms add their lines here.
    static func house(_ backups: Backups) -> Timetable {
        Timetable([
            Line("backup", .daily(halfPastTwo)) { _, records in try await backups.nightly(records) },
            Line("sweep", .every(minutes: 60)) { _, records in try await records.write(by: .system) { try SessionStore.sweep(in: $0) } },
            Line("forget", .daily(fourOClock)) { _, records in
                try await records.write(by: .system) { act in
                    _ = try PersonStore.purgeUnverified(in: act)
                    try SignInLinks.sweep(in: act)
                    try ImportDraftStore.sweep(in: act)
                    try AttendanceStore.sweepKeys(in: act)
                    try act.forgetOldLetters()
                }
            },
            Line("certificates.forget", .daily(fourOClock), RetentionStore.forget),
            Line("offers", .every(minutes: 1), offers),
        ])
    }

    /// Offered seats that nobody took in time go on to the next who waits.
    @Sendable private static func offers(_ job: Job, _ records: Records) async throws {
        for event in try await records.read(as: .system, { try RegistrationStore.due(in: $0) }) {
            try await records.write(by: .system) { try RegistrationStore.advance(event, in: $0) }
        }
    }

    /// When nobody works and the day's changes are done.
    private static let halfPastTwo = ClockTime(hour: 2, minute: 30) ?? .midnight
    private static let fourOClock = ClockTime(hour: 4, minute: 0) ?? .midnight
}
