package import Centres
package import Kernel
import Languages
import Storage

/// A file of statements between its upload and the act.
package struct StatementDraft: Sendable {
    package typealias ID = Kernel.ID<StatementDraft>

    package let id: ID
    package let name: String
    package let file: StatementFile
}

/// Uploaded statements as rows. They are kept in the database, so that every copy of the program finds them, sealed and for a day.
package enum StatementDraftStore {
    private static let hours = 24
    private static let purpose = "statement draft"

    package static func seal(_ bytes: [UInt8], with seal: Seal) throws -> [UInt8] { try seal.seal(bytes, for: purpose) }

    /// - Parameters:
    ///   - sealed: made by `seal(_:with:)` before the act.
    ///   - recap: the same of what came beside it.
    package static func keep(_ sealed: [UInt8], recap: [UInt8]?, name: String, at centre: Centre.ID, in act: Act) throws -> StatementDraft.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try sweep(in: act)
        let name = StatementValues.line(name, .sentence)
        return StatementDraft.ID(try act.db.insert("""
            INSERT INTO statement_draft (centre, person, file, sealed, recap, at)
            VALUES (\(centre), \(act.by.person), \(name), \(sealed), \(recap), \(act.now)) RETURNING id
            """))
    }

    /// - Throws: `Problem.missing` when it is gone, or another person's.
    package static func draft(_ id: StatementDraft.ID, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> StatementDraft {
        guard act.by.coordinates(centre), let person = act.by.person, let row = try act.db.row("""
            SELECT file, sealed, recap FROM statement_draft WHERE id = \(id) AND centre = \(centre) AND person = \(person) AND at > \(act.now.adding(hours: -hours))
            """)
        else { throw Problem.missing }
        let sealed: [UInt8] = try row["sealed"], recap: [UInt8]? = try row["recap"]
        let bytes = try seal.open(sealed, for: purpose), beside = try recap.map { try seal.open($0, for: purpose) }
        return StatementDraft(id: id, name: try row["file"], file: try StatementFile(bytes, recap: beside))
    }

    package static func drop(_ id: StatementDraft.ID, in act: Act) throws {
        try act.db.run("DELETE FROM statement_draft WHERE id = \(id) AND person = \(act.by.person)")
    }

    package static func forget(of person: ID<PersonTag>, in act: Act) throws { try act.db.run("DELETE FROM statement_draft WHERE person = \(person)") }

    package static func sweep(in act: Act) throws { try act.db.run("DELETE FROM statement_draft WHERE at <= \(act.now.adding(hours: -hours))") }
}
