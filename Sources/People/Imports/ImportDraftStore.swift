package import Kernel
import Languages
import Storage

/// A file between its upload and the act. It is kept in the database, so that every copy of the program finds it, and sealed, because a
/// list of people is nobody else's business.
package struct ImportDraft: Sendable {
    package typealias ID = Kernel.ID<ImportDraft>

    package let kind: ImportKind
    package let file: String
    package let bytes: [UInt8]
}

/// An uploaded file that waits for whoever uploaded it.
struct WaitingDraft: Sendable {
    let id: ImportDraft.ID
    let kind: ImportKind
    let file: String
    let at: Instant
}

/// Uploaded files as rows.
package enum ImportDraftStore {
    private static let hours = 24
    private static let purpose = "import draft"

    /// Keeps a file for a day, and forgets those that nobody came back to.
    /// - Parameter sealed: made by `seal(_:with:)` before the act.
    static func keep(_ sealed: [UInt8], _ kind: ImportKind, file: String, in act: Act) throws -> ImportDraft.ID {
        try sweep(in: act)
        return ImportDraft.ID(try act.db.insert("""
            INSERT INTO import_draft (kind, person, file, sealed, at) VALUES (\(kind), \(act.by.person), \(file), \(sealed), \(act.now)) RETURNING id
            """))
    }

    static func seal(_ bytes: [UInt8], with seal: Seal) throws -> [UInt8] { try seal.seal(bytes, for: purpose) }

    /// - Throws: `Problem.missing` when it is gone, or another person's.
    static func found(_ id: ImportDraft.ID, _ seal: Seal, in act: Act) throws -> ImportDraft {
        let oldest = act.now.adding(hours: -hours)
        guard let person = act.by.person,
              let row = try act.db.row("SELECT kind, file, sealed FROM import_draft WHERE id = \(id) AND person = \(person) AND at > \(oldest)")
        else { throw Problem.missing }
        return ImportDraft(kind: try row["kind"], file: try row["file"], bytes: try seal.open(row["sealed"], for: purpose))
    }

    /// The files of whoever acts that wait to be looked at, the newest first.
    static func waiting(in act: Act) throws -> [WaitingDraft] {
        guard let person = act.by.person else { return [] }
        return try act.db.rows("""
            SELECT id, kind, file, at FROM import_draft WHERE person = \(person) AND at > \(act.now.adding(hours: -hours)) ORDER BY id DESC LIMIT 50
            """).map { WaitingDraft(id: try $0["id"], kind: try $0["kind"], file: try $0["file"], at: try $0["at"]) }
    }

    static func drop(_ id: ImportDraft.ID, in act: Act) throws {
        try act.db.run("DELETE FROM import_draft WHERE id = \(id) AND person = \(act.by.person)")
    }

    /// Files that somebody uploaded and did not come back to.
    package static func forget(of person: ID<PersonTag>, in act: Act) throws {
        try act.db.run("DELETE FROM import_draft WHERE person = \(person)")
    }

    package static func sweep(in act: Act) throws {
        try act.db.run("DELETE FROM import_draft WHERE at <= \(act.now.adding(hours: -hours))")
    }
}
