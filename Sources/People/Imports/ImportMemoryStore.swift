import Foundation
package import Kernel
import Languages
import Storage

/// What is remembered of how files are read, by centre.
package enum ImportMemoryStore {
    /// What nobody needed for so long is forgotten.
    private static let days = 3 * 366

    package static func memory(_ kind: ImportKind, at centre: ID<CentreTag>, in act: Act) throws -> ImportMemory {
        ImportMemory(try act.db.rows("SELECT heads, meanings FROM import_memory WHERE kind = \(kind) AND centre = \(centre)").reduce(into: [:]) { said, row in
            let (heads, meanings): (String, String) = (try row["heads"], try row["meanings"])
            said[heads] = try JSONDecoder().decode([String: String].self, from: Data(meanings.utf8))
        })
    }

    /// The last word counts.
    static func remember(_ reading: ImportReading, _ kind: ImportKind, at centre: ID<CentreTag>, in act: Act) throws {
        let heads = reading.columns.map(\.head)
        guard heads.contains(where: { !$0.isEmpty }) else { return }
        let coder = JSONEncoder()
        coder.outputFormatting = .sortedKeys
        let meanings = String(decoding: try coder.encode(ImportMemory.meanings(reading)), as: UTF8.self)
        try act.db.run("""
            INSERT INTO import_memory (kind, centre, heads, meanings, at) VALUES (\(kind), \(centre), \(ImportMemory.key(of: heads)), \(meanings), \(act.now))
            ON CONFLICT (kind, centre, heads) DO UPDATE SET meanings = excluded.meanings, at = excluded.at
            """)
    }

    static func sweep(in act: Act) throws {
        try act.db.run("DELETE FROM import_memory WHERE at <= \(act.now.adding(hours: -24 * days))")
    }
}
