import Kernel
import Storage

/// What was said of the doubtful lines of a file, kept as long as the file is.
enum ImportChoiceStore {
    /// By the numbers of the lines.
    static func choices(of draft: ImportDraft.ID, in act: Act) throws -> [Int: ImportChoice] {
        try act.db.rows("SELECT line, choice FROM import_choice WHERE draft = \(draft)").reduce(into: [:]) { choices, row in
            choices[try row["line"]] = ImportChoice(try row["choice"])
        }
    }

    /// Keeps what is said now over what was said before. The file waits for another day.
    /// - Parameter said: nil takes back what was said of a line.
    static func keep(_ said: [Int: ImportChoice?], of draft: ImportDraft.ID, in act: Act) throws {
        guard try act.db.run("UPDATE import_draft SET at = \(act.now) WHERE id = \(draft) AND person = \(act.by.person) AND (state IS NULL OR state <> 'running')") > 0
        else { throw Problem.missing }
        for lines in said.keys.sorted().chunked(by: 500) {
            try act.db.run("DELETE FROM import_choice WHERE draft = \(draft) AND line IN \(list: lines)")
            let rows = lines.compactMap { line in
                (said[line] ?? nil).map { [draft.stored, .int(Int64(line)), .text($0.word)] }
            }
            try act.db.insert(many: Batch("import_choice", ["draft", "line", "choice"], rows: rows))
        }
    }

    /// What was said of lines of a sheet means nothing for those of another.
    static func forget(of draft: ImportDraft.ID, in act: Act) throws { try act.db.run("DELETE FROM import_choice WHERE draft = \(draft)") }
}

extension Array {
    fileprivate func chunked(by size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
