package import Kernel
import Languages
import Storage

/// Files as rows. What they are for, the rooms above say.
package enum FileStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` unless a room shows it to the actor, or it is of the actor's own centre.
    package static func visible(_ id: StoredFile.ID, in act: Act) throws -> StoredFile {
        guard let file = try files([id], in: act)[id] else { throw Problem.missing }
        let isOfCentre = try act.by.coordinates(file.centre) && !isPersonal(id, in: act)
        guard try isOfCentre || act.ask(FileSightAsked(file: id)).contains(true) else { throw Problem.missing }
        return file
    }

    /// Whether it is somebody's own, as the scan of a paper.
    private static func isPersonal(_ id: StoredFile.ID, in act: Act) throws -> Bool {
        try act.exchange.all(FileColumn.self).contains { column in
            try column.isPersonal && act.db.exists("SELECT 1 AS own FROM \(name: column.table) WHERE \(name: column.name) = \(id)")
        }
    }

    package static func files(_ ids: [StoredFile.ID], in act: Act) throws -> [StoredFile.ID: StoredFile] {
        guard !ids.isEmpty else { return [:] }
        let sizes = try act.db.rows("SELECT * FROM file_size WHERE file IN \(list: ids) ORDER BY file, width").map { row in
            (try row["file"] as StoredFile.ID, StoredFile.Size(width: try row["width"], height: try row["height"], digest: try row["digest"]))
        }
        let sizesOf = Dictionary(grouping: sizes) { $0.0 }
        return try Dictionary(uniqueKeysWithValues: act.db.rows("SELECT * FROM file WHERE id IN \(list: ids)").map { row in
            let id: StoredFile.ID = try row["id"]
            return (id, try StoredFile(row: row, sizes: sizesOf[id]?.map(\.1) ?? []))
        })
    }

    /// The digests of all bytes that rows name.
    package static func digests(in act: Act) throws -> Set<String> {
        Set(try act.db.rows("SELECT digest FROM file UNION SELECT digest FROM file_size").map { try $0["digest"] })
    }

    // MARK: Verbs

    package static func add(_ file: NewFile, of centre: ID<CentreTag>, in act: Act) throws -> StoredFile.ID {
        let id = StoredFile.ID(try act.db.insert("""
            INSERT INTO file (centre, kind, type, name, digest, size, alt, added)
            VALUES (\(centre), \(file.kind), \(file.type), \(file.name), \(file.digest), \(file.size), \(file.alt), \(act.now)) RETURNING id
            """))
        for size in file.sizes {
            try act.db.run("INSERT INTO file_size (file, width, height, digest) VALUES (\(id), \(size.width), \(size.height), \(size.digest))")
        }
        return id
    }

    /// Forgets the files to which nothing points any more.
    static func forgetUnused(in act: Act) throws {
        let unused = try act.exchange.all(FileColumn.self).reduce("added < \(act.now.adding(seconds: -FileFolder.graceSeconds))" as SQL) { condition, column in
            "\(condition) AND NOT EXISTS (SELECT 1 FROM \(name: column.table) WHERE \(name: column.name) = file.id)"
        }
        let ids: [StoredFile.ID] = try act.db.rows("SELECT id FROM file WHERE \(unused)").map { try $0["id"] }
        guard !ids.isEmpty else { return }
        try act.db.run("DELETE FROM file_size WHERE file IN \(list: ids)")
        try act.db.run("DELETE FROM file WHERE id IN \(list: ids)")
    }
}
