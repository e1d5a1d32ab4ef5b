package import Kernel
package import Languages
package import Storage

package enum LetterState: String, CaseIterable, Sendable, Storable {
    case queued, sent, dead
}

/// A letter as a centre's staff see it in their outbox.
package struct LetterRow: Sendable {
    package typealias ID = Kernel.ID<LetterRow>

    package let id: ID
    package let name: String
    package let address: String
    package let language: Language
    package let subject: String
    package let text: String
    package let state: LetterState
    package let fault: String?
    package let written: Instant
    package let sent: Instant?
    /// Whether it holds a link that lets somebody in. Its text and the name are then for the addressee alone and are never read here.
    package let isSecret: Bool

    private init(row: Row) throws {
        id = try row["id"]
        address = try row["address"]
        language = try row["language"]
        subject = try row["subject"]
        isSecret = try row["secret"]
        name = isSecret ? "" : try row["name"]
        text = isSecret ? "" : try row["text"]
        state = try row["state"]
        fault = try row["fault"]
        written = try row["written"]
        sent = try row["sent"]
    }

    /// - Parameters:
    ///   - condition: over `letter`, beginning with AND.
    ///   - order: with its limits.
    package static func list(of centre: Kernel.ID<CentreTag>, state: LetterState?, _ condition: SQL, _ order: SQL, in act: Act) throws -> [LetterRow] {
        let only: SQL = state.map { "AND state = \($0)" } ?? ""
        return try act.db.rows("SELECT * FROM letter WHERE centre = \(centre) \(only) \(condition) \(order)").map(LetterRow.init(row:))
    }

    package static func counts(of centre: Kernel.ID<CentreTag>, _ condition: SQL = "", in act: Act) throws -> [LetterState: Int] {
        let rows = try act.db.rows("SELECT state, count(*) AS count FROM letter WHERE centre = \(centre) \(condition) GROUP BY state")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["state"], try $0["count"]) })
    }

    /// - Throws: `Problem.missing` when it is not this centre's.
    package static func letter(_ id: ID, of centre: Kernel.ID<CentreTag>, in act: Act) throws -> LetterRow {
        guard let row = try act.db.row("SELECT * FROM letter WHERE id = \(id) AND centre = \(centre)") else { throw Problem.missing }
        return try LetterRow(row: row)
    }

    /// The newest letter of a centre that did not arrive at this address of a person; nil when all did.
    package static func dead(to person: Kernel.ID<PersonTag>, at address: String, of centre: Kernel.ID<CentreTag>, in act: Act) throws -> LetterRow? {
        try act.db.row("""
            SELECT * FROM letter WHERE person = \(person) AND state = 'dead' AND centre = \(centre) AND address = \(address) ORDER BY id DESC LIMIT 1
            """).map(LetterRow.init(row:))
    }

    /// A dead letter is tried again from the beginning.
    package static func sendAgain(_ id: ID, in act: Act) throws {
        let changed = try act.db.run("UPDATE letter SET state = 'queued', tries = 0, fault = NULL, lease = NULL, due = \(act.now) WHERE id = \(id) AND state = 'dead'")
        guard changed == 1 else { throw Problem.missing }
    }
}
