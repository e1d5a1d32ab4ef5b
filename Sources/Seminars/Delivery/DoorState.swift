import Accounts
import Kernel
import Languages

/// How everybody stands, for the script of the door.
struct DoorState: Encodable {
    struct Person: Encodable {
        let mark: String
        let word: String
    }

    /// The server's clock, by which the device says when a mark was made.
    let now: Int64
    /// By registration.
    let marks: [String: Person]
    /// Keys of marks that the device need not send again.
    let done: [String]
    /// Whose marks were refused, and why.
    let refused: [String]

    /// For a device that only looks.
    init(_ sight: DoorSight, at now: Instant, _ t: Texts) {
        self.now = now.seconds
        marks = Self.marks(sight.roll, sight.session.id, t)
        (done, refused) = ([], [])
    }

    /// For a device that sent marks.
    init(_ merged: AttendanceStore.Merged, _ session: DatedSession.ID, at now: Instant, _ t: Texts) {
        self.now = now.seconds
        marks = Self.marks(merged.roll, session, t)
        done = merged.done
        let names = Dictionary(merged.roll.rows.map { ($0.registration, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        refused = merged.refused.map { "\(names[$0.registration].map { "\($0): " } ?? "")\(t($0.because))" }
    }

    private static func marks(_ roll: Roll, _ session: DatedSession.ID, _ t: Texts) -> [String: Person] {
        Dictionary(roll.rows.map { row in
            let mark = roll.mark(row.registration, session)
            return ("\(row.registration)", Person(mark: mark?.mark?.rawValue ?? "", word: t.mark(mark)))
        }, uniquingKeysWith: { first, _ in first })
    }
}
