import Foundation
package import Kernel
import Languages
import Storage

/// Imports as acts: one transaction, one row in the journal, and all that is needed to take them back.
package enum ImportStore {
    /// - Parameter choices: what was said of doubtful lines; nil where nobody can be asked.
    package static func preview(
        _ kind: any Importable.Type, _ list: ImportedList, _ choices: [Int: ImportChoice]? = nil, most: Int? = nil, in act: Act
    ) throws -> ImportPreview {
        func look<Kind: Importable>(_ kind: Kind.Type) throws -> ImportPreview { try ImportPlan<Kind>(list, choices, most: most, in: act).preview() }
        guard kind.admits(act.by) else { throw Problem.missing }
        return try look(kind)
    }

    /// Does what the file says, when nobody waits to see how far it is.
    package static func apply(
        _ kind: any Importable.Type, _ list: ImportedList, file: String, centre: ID<CentreTag>?, in act: Act
    ) throws -> (id: Import.ID?, preview: ImportPreview) {
        try apply(kind, list, nil, file: file, centre: centre, outcome: nil, underway: nil, in: act)
    }

    /// Does what the file says.
    /// - Parameters:
    ///   - choices: what was said of doubtful lines; nil where nobody can be asked.
    ///   - outcome: of the preview that somebody agreed to; nil when nobody looked, on the command line.
    /// - Returns: the import, nil when there was nothing to do; and what was done.
    static func apply(
        _ kind: any Importable.Type, _ list: ImportedList, _ choices: [Int: ImportChoice]?, file: String, centre: ID<CentreTag>?, outcome: String?,
        underway: ActUnderway?, in act: Act
    ) throws -> (id: Import.ID?, preview: ImportPreview) {
        guard kind.admits(act.by) else { throw Problem.missing }
        try act.db.hold("content_version", 1)
        return try write(kind, list, choices, file, centre, outcome, underway, in: act)
    }

    private static func write<Kind: Importable>(
        _ kind: Kind.Type, _ list: ImportedList, _ choices: [Int: ImportChoice]?, _ file: String, _ centre: ID<CentreTag>?, _ outcome: String?,
        _ underway: ActUnderway?, in act: Act
    ) throws -> (id: Import.ID?, preview: ImportPreview) {
        let plan = try ImportPlan<Kind>(list, choices, in: act)
        let preview = try plan.preview()
        if let outcome, outcome != preview.outcome { throw Problem.conflict(T.imports.moved) }
        let counts = preview.counts
        guard !counts.changesNothing else { return (nil, preview) }
        let id = Import.ID(try act.db.insert("""
            INSERT INTO import (kind, file, at, person, centre, added, changed, unchanged, left_out, refused)
            VALUES (\(Kind.kind), \(file), \(act.now), \(act.by.person), \(centre), \(counts.added), \(counts.changed), \(counts.unchanged),
                    \(counts.left + counts.doubtful), \(counts.refused))
            RETURNING id
            """))
        var written = Written<Kind>(id, plan.kind)
        for line in plan.lines {
            try underway?.step()
            switch line.fate {
            case .added(let key, let entry, let apart): try written.add(line, key, entry, apart, in: act)
            case .changed(let id, let old, let new):
                try plan.kind.change(id, to: new, in: act)
                try written.tell(line, id, from: old, to: new)
            case .unchanged, .doubtful, .left, .refused: continue
            }
        }
        try written.finish(in: act)
        try act.record(T.imports.imported, .other("import", id.value), centre: centre)
        try act.touchPublicPages()
        return (id, preview)
    }

    /// Takes a whole import back: changed rows become what they were, added rows go. A row that was changed since, or that something
    /// refers to, stays as it is, and the import tells which.
    package static func undo(_ id: Import.ID, of kinds: [any Importable.Type], in act: Act) throws {
        let (done, kind) = try standing(id, of: kinds, in: act)
        try takeBack(kind, id, in: act)
        try act.db.run("UPDATE import SET undone = \(act.now) WHERE id = \(id)")
        try act.record(T.imports.undone, .other("import", id.value), centre: done.centre)
        try act.touchPublicPages()
    }

    /// What taking an import back would leave as it is, found by doing it.
    static func kept(byUndo id: Import.ID, of kinds: [any Importable.Type], in act: Act) throws -> (done: Import, rows: [ImportedRow]) {
        let (done, kind) = try standing(id, of: kinds, in: act)
        return (done, try act.db.trial {
            try takeBack(kind, id, in: act)
            return try act.db.rows("SELECT line, title, before, kept FROM import_row WHERE import = \(id) AND kept IS NOT NULL ORDER BY line, id")
                .map(ImportedRow.init(row:))
        })
    }

    /// An import that whoever acts may take back, and that nobody else takes back meanwhile.
    private static func standing(_ id: Import.ID, of kinds: [any Importable.Type], in act: Act) throws -> (Import, any Importable.Type) {
        try act.db.hold("content_version", 1)
        let done = try found(id, in: act)
        guard let kind = kinds.first(where: { $0.kind == done.kind }), kind.admits(act.by) else { throw Problem.missing }
        guard done.undone == nil else { throw Problem.conflict(T.imports.undoneBefore) }
        return (done, kind)
    }

    private static func takeBack<Kind: Importable>(_ kind: Kind.Type, _ id: Import.ID, in act: Act) throws {
        let kind = try Kind(in: act)
        for row in try act.db.rows("SELECT id, subject, before, after FROM import_row WHERE import = \(id) ORDER BY line DESC, id DESC") {
            let subject: ID<Kind.Identified> = try row["subject"]
            let before: String? = try row["before"]
            guard let now = try kind.entry(subject, in: act) else { continue }
            var kept: ImportedRow.Kept?
            if try now != entry(of: Kind.self, row["after"]) {
                kept = .changed
            } else if let before {
                try kind.change(subject, to: entry(of: Kind.self, before), in: act)
            } else if try !act.db.attempt({ try kind.remove(subject, in: act) }) {
                kept = .used
            }
            if let kept { try act.db.run("UPDATE import_row SET kept = \(kept) WHERE id = \(row["id"] as Int64)") }
        }
    }

    private static func entry<Kind: Importable>(of kind: Kind.Type, _ json: String) throws -> Kind.Entry {
        try JSONDecoder().decode(Kind.Entry.self, from: Data(json.utf8))
    }

    fileprivate static func json(_ entry: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(entry), as: UTF8.self)
    }
}

/// The rows of an import while it is written: what is new is added in small heaps, and each row is told, so that it can be taken back.
private struct Written<Kind: Importable> {
    private let id: Import.ID
    private let kind: Kind
    private var waiting: [(line: ImportPlan<Kind>.Line, key: Kind.Key, entry: Kind.Entry, apart: [Kernel.ID<Kind.Identified>])] = []
    private var rows = Batch("import_row", ["import", "line", "title", "subject", "before", "after"])

    private static var heap: Int { 500 }

    init(_ id: Import.ID, _ kind: Kind) { (self.id, self.kind) = (id, kind) }

    mutating func add(_ line: ImportPlan<Kind>.Line, _ key: Kind.Key, _ entry: Kind.Entry, _ apart: [Kernel.ID<Kind.Identified>], in act: Act) throws {
        waiting.append((line, key, entry, apart))
        if waiting.count >= Self.heap { try finish(in: act) }
    }

    mutating func tell(_ line: ImportPlan<Kind>.Line, _ subject: ID<Kind.Identified>, from before: Kind.Entry?, to after: Kind.Entry) throws {
        rows.rows.append([
            id.stored, .int(Int64(line.read.number)), .text(line.title), subject.stored, try before.map(ImportStore.json).stored, try ImportStore.json(after).stored,
        ])
    }

    mutating func finish(in act: Act) throws {
        let ids = try kind.add(many: waiting.map { ($0.key, $0.entry) }, in: act)
        for (added, id) in zip(waiting, ids) {
            try tell(added.line, id, from: nil, to: added.entry)
            if !added.apart.isEmpty { try kind.tellApart(id, from: added.apart, in: act) }
        }
        try act.db.insert(many: rows)
        (waiting, rows.rows) = ([], [])
    }
}

extension ImportStore {
    /// What imports of a kind wrote about one of its rows, for whom it concerns.
    package static func held(_ kind: ImportKind, about subject: ID<some Any>, in act: Act) throws -> [[String: String]] {
        try act.db.rows("""
            SELECT i.file, i.at, r.line, r.title, r.before, r.after FROM import_row r JOIN import i ON i.id = r.import
            WHERE i.kind = \(kind) AND r.subject = \(subject) ORDER BY r.id
            """).map { row in
            let (at, line): (Instant, Int) = (try row["at"], try row["line"])
            return [
                "file": try row["file"], "at": at.iso, "line": "\(line)", "title": try row["title"], "before": try (row["before"] as String?) ?? "",
                "after": try row["after"],
            ]
        }
    }

    /// Forgets what imports of a kind wrote about one of its rows. How many rows there were stays.
    package static func forget(_ kind: ImportKind, about subject: ID<some Any>, in act: Act) throws {
        try act.db.run("DELETE FROM import_row WHERE subject = \(subject) AND import IN (SELECT id FROM import WHERE kind = \(kind))")
    }

    /// The newest imports: an administrator's are all, a centre's people see those of their centre.
    package static func recent(at centre: ID<CentreTag>, limit: Int = 50, in act: Act) throws -> [Import] {
        let own: SQL = act.by.isAdministrator ? "" : "WHERE centre = \(centre)"
        return try named(act.db.rows("SELECT * FROM import \(own) ORDER BY id DESC LIMIT \(limit)"), in: act)
    }

    /// - Throws: `Problem.missing` when there is none, or another centre did it.
    package static func found(_ id: Import.ID, in act: Act) throws -> Import {
        let done = try named(act.db.rows("SELECT * FROM import WHERE id = \(id)"), in: act).first
        guard let done, done.centre.map({ act.by.coordinates($0) }) ?? act.by.isAdministrator else { throw Problem.missing }
        return done
    }

    /// Imports with the names of those who did them.
    private static func named(_ rows: [Row], in act: Act) throws -> [Import] {
        let people = try rows.compactMap { try $0["person"] as ID<PersonTag>? }
        let names = try act.ask(NamesAsked(Set(people))).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        return try rows.map { try Import(row: $0, names: names) }
    }

    package static func rows(of id: Import.ID, limit: Int, offset: Int, in act: Act) throws -> [ImportedRow] {
        try act.db.rows("""
            SELECT line, title, before, kept FROM import_row WHERE import = \(id)
            ORDER BY CASE WHEN kept IS NULL THEN 1 ELSE 0 END, line, id LIMIT \(limit) OFFSET \(offset)
            """).map(ImportedRow.init(row:))
    }
}
