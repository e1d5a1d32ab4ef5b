package import Kernel
package import Languages
import Storage

package enum LetterState: String, CaseIterable, Sendable, Storable {
    case queued, sent, dead
}

/// A letter as a centre's staff see it in their outbox.
package struct LetterRow: Sendable {
    package let id: Int64
    package let name: String
    package let address: String
    package let language: Language
    package let subject: String
    package let text: String
    package let state: LetterState
    package let fault: String?
    package let written: Instant
    package let sent: Instant?
    /// Holds a way in; its text is nobody else's.
    package let isSecret: Bool

    private init(row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        address = try row["address"]
        language = try row["language"]
        subject = try row["subject"]
        isSecret = try row["secret"]
        text = isSecret ? "" : try row["text"]
        state = try row["state"]
        fault = try row["fault"]
        written = try row["written"]
        sent = try row["sent"]
    }

    /// Newest first, from below a number.
    package static func list(of centre: ID<CentreTag>, state: LetterState?, before: Int64, limit: Int, in act: Act) throws -> [LetterRow] {
        let only: SQL = state.map { "AND state = \($0)" } ?? ""
        return try act.db.rows("SELECT * FROM letter WHERE centre = \(centre) AND id < \(before) \(only) ORDER BY id DESC LIMIT \(limit)").map(LetterRow.init(row:))
    }

    package static func counts(of centre: ID<CentreTag>, in act: Act) throws -> [LetterState: Int] {
        let rows = try act.db.rows("SELECT state, count(*) AS count FROM letter WHERE centre = \(centre) GROUP BY state")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["state"], try $0["count"]) })
    }

    /// - Throws: `Problem.missing` when it is not this centre's.
    package static func letter(_ id: Int64, of centre: ID<CentreTag>, in act: Act) throws -> LetterRow {
        guard let row = try act.db.row("SELECT * FROM letter WHERE id = \(id) AND centre = \(centre)") else { throw Problem.missing }
        return try LetterRow(row: row)
    }

    /// A dead letter is tried again from the beginning.
    package static func sendAgain(_ id: Int64, in act: Act) throws {
        let changed = try act.db.run("UPDATE letter SET state = 'queued', tries = 0, fault = NULL, lease = NULL, due = \(act.now) WHERE id = \(id) AND state = 'dead'")
        guard changed == 1 else { throw Problem.missing }
    }
}
