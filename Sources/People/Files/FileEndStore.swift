import Foundation
package import Kernel
import Languages
import Storage

/// Files that must be gone at once, because somebody asked for it. What is asked by the clock goes with the nightly sweep.
package enum FileEndStore {
    /// Forgets files to which nothing points any more.
    /// - Returns: the digests of bytes that no row names now; whoever has them removed does so after the act, with ``FileFolder/remove(_:)``.
    package static func forget(_ ids: [StoredFile.ID], in act: Act) throws -> Set<String> {
        let used = try act.exchange.all(FileColumn.self).reduce(into: Set<StoredFile.ID>()) { used, column in
            for row in try act.db.rows("SELECT \(name: column.name) AS file FROM \(name: column.table) WHERE \(name: column.name) IN \(list: ids)") {
                used.insert(try row["file"])
            }
        }
        let gone = ids.filter { !used.contains($0) }
        guard !gone.isEmpty else { return [] }
        var digests = Set<String>()
        for row in try act.db.rows("SELECT digest FROM file WHERE id IN \(list: gone) UNION SELECT digest FROM file_size WHERE file IN \(list: gone)") {
            digests.insert(try row["digest"])
        }
        try act.db.run("DELETE FROM file_size WHERE file IN \(list: gone)")
        try act.db.run("DELETE FROM file WHERE id IN \(list: gone)")
        let named = Array(digests)
        for row in try act.db.rows("SELECT digest FROM file WHERE digest IN \(list: named) UNION SELECT digest FROM file_size WHERE digest IN \(list: named)") {
            digests.remove(try row["digest"])
        }
        return digests
    }
}

extension FileFolder {
    /// Removes bytes that no row names.
    package func remove(_ digests: Set<String>) { for digest in digests { try? FileManager.default.removeItem(at: place(of: digest)) } }
}
