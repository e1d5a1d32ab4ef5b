import Foundation
package import Kernel
import Languages
import Storage

/// A file between its upload and the act. It is kept in the database, so that every copy of the program finds it, and sealed, because a
/// list of people is nobody else's business.
package struct ImportDraft: Sendable {
    package typealias ID = Kernel.ID<ImportDraft>

    package let kind: ImportKind
    package let file: String
    /// It was made of an old workbook.
    let isOld: Bool
    package let bytes: [UInt8]
    /// What was said of how it is read.
    package let saying: ImportSaying
    /// Whether anything was.
    package let isSaid: Bool
    /// How a long import of it stands; nil when it was not agreed to.
    let state: State?
    /// How many lines are written of how many, as the copy that does it told last.
    let told: (done: Int, total: Int)?
    /// What came of it.
    let done: Import.ID?

    enum State: String, Storable {
        /// It waits for its turn, or is being done.
        case running
        case done
        /// Somebody stopped it.
        case stopped
        /// The records had changed, so that it would have done something else than was agreed to.
        case moved
        case refused
        /// Something went wrong on our side.
        case failed
    }
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
    package static func keep(_ sealed: [UInt8], _ kind: ImportKind, file: String, isOld: Bool = false, in act: Act) throws -> ImportDraft.ID {
        try sweep(in: act)
        return ImportDraft.ID(try act.db.insert("""
            INSERT INTO import_draft (kind, person, file, old, sealed, at) VALUES (\(kind), \(act.by.person), \(file), \(isOld), \(sealed), \(act.now)) RETURNING id
            """))
    }

    package static func seal(_ bytes: [UInt8], with seal: Seal) throws -> [UInt8] { try seal.seal(bytes, for: purpose) }

    /// - Throws: `Problem.missing` when it is gone, or another person's.
    static func found(_ id: ImportDraft.ID, _ seal: Seal, in act: Act) throws -> ImportDraft {
        let oldest = act.now.adding(hours: -hours)
        guard let person = act.by.person,
              let row = try act.db.row("""
                  SELECT kind, file, old, sealed, saying, state, written, lines, import FROM import_draft WHERE id = \(id) AND person = \(person) AND at > \(oldest)
                  """)
        else { throw Problem.missing }
        let saying: String? = try row["saying"], state: ImportDraft.State? = try row["state"], written: Int? = try row["written"], lines: Int? = try row["lines"]
        return ImportDraft(
            kind: try row["kind"], file: try row["file"], isOld: try row["old"], bytes: state == .done ? [] : try seal.open(row["sealed"], for: purpose),
            saying: try saying.map { try JSONDecoder().decode(ImportSaying.self, from: Data($0.utf8)) } ?? ImportSaying(), isSaid: saying != nil,
            state: state, told: written.flatMap { done in lines.map { (done, $0) } }, done: try row["import"])
    }

    /// A long import that was agreed to and is not done yet.
    struct Running: Sendable {
        let draft: ImportDraft
        let outcome: String
        let centre: ID<CentreTag>
    }

    static func begin(_ id: ImportDraft.ID, outcome: String, centre: ID<CentreTag>, in act: Act) throws {
        try act.db.run("""
            UPDATE import_draft SET state = 'running', outcome = \(String(outcome.prefix(40))), centre = \(centre), written = NULL, lines = NULL, import = NULL
            WHERE id = \(id) AND person = \(act.by.person)
            """)
    }

    /// - Throws: `Problem.missing` when it is done, stopped or gone.
    static func running(_ id: ImportDraft.ID, _ seal: Seal, in act: Act) throws -> Running {
        let draft = try found(id, seal, in: act)
        guard draft.state == .running, let row = try act.db.row("SELECT outcome, centre FROM import_draft WHERE id = \(id)") else { throw Problem.missing }
        return Running(draft: draft, outcome: try row["outcome"], centre: try row["centre"])
    }

    /// What came of one that was running.
    static func stand(_ id: ImportDraft.ID, _ state: ImportDraft.State, in act: Act) throws {
        try act.db.run("UPDATE import_draft SET state = \(state) WHERE id = \(id) AND person = \(act.by.person) AND state = 'running'")
    }

    /// Tells how far it is.
    /// - Returns: whether it still runs.
    static func tell(_ done: Int, of total: Int, _ id: ImportDraft.ID, in act: Act) throws -> Bool {
        try act.db.run("UPDATE import_draft SET written = \(done), lines = \(total) WHERE id = \(id) AND person = \(act.by.person) AND state = 'running'") > 0
    }

    /// Nothing of the file is kept beside what it has written.
    static func finish(_ id: ImportDraft.ID, as done: Import.ID?, in act: Act) throws {
        let nothing: [UInt8] = []
        let count = try act.db.run("""
            UPDATE import_draft SET state = 'done', import = \(done), sealed = \(nothing) WHERE id = \(id) AND person = \(act.by.person) AND state = 'running'
            """)
        // Stopped or done meanwhile: then this time counts for nothing.
        guard count > 0 else { throw Problem.missing }
    }

    /// Keeps how a file is read.
    static func say(_ saying: ImportSaying, of id: ImportDraft.ID, in act: Act) throws {
        let json = String(decoding: try JSONEncoder().encode(saying), as: UTF8.self)
        try act.db.run("UPDATE import_draft SET saying = \(json) WHERE id = \(id) AND person = \(act.by.person)")
    }

    /// One sheet of the file is in: it waits for the next one, and nothing that was said of the first counts for it.
    static func goOn(_ id: ImportDraft.ID, to tab: Int, in act: Act) throws {
        try say(ImportSaying(tab: tab), of: id, in: act)
        try ImportChoiceStore.forget(of: id, in: act)
        try act.db.run("UPDATE import_draft SET state = NULL WHERE id = \(id) AND person = \(act.by.person)")
    }

    /// The files of whoever acts that wait to be looked at, the newest first.
    static func waiting(in act: Act) throws -> [WaitingDraft] {
        guard let person = act.by.person else { return [] }
        return try act.db.rows("""
            SELECT id, kind, file, at FROM import_draft WHERE person = \(person) AND at > \(act.now.adding(hours: -hours)) AND (state IS NULL OR state <> 'done')
            ORDER BY id DESC LIMIT 50
            """).map { WaitingDraft(id: try $0["id"], kind: try $0["kind"], file: try $0["file"], at: try $0["at"]) }
    }

    static func drop(_ id: ImportDraft.ID, in act: Act) throws {
        try act.db.run("DELETE FROM import_draft WHERE id = \(id) AND person = \(act.by.person)")
    }

    /// Files that somebody uploaded and did not come back to, and what others said of them for files of their own.
    package static func forget(of person: ID<PersonTag>, in act: Act) throws {
        try act.db.run("DELETE FROM import_draft WHERE person = \(person)")
        try act.db.run("DELETE FROM import_choice WHERE choice = \(ImportChoice.same(.row(person.value)).word)")
    }

    package static func sweep(in act: Act) throws {
        try act.db.run("DELETE FROM import_draft WHERE at <= \(act.now.adding(hours: -hours))")
    }
}
