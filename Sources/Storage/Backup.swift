import Foundation

/// A copy of a whole database as one SQLite file, whichever engine it came from.
///
/// So one kind of backup serves both engines, a centre can move from a folder to PostgreSQL by restoring, and any SQLite tool can read it in thirty years.
/// Uploaded files travel in it as a table `sqlar`, the archive table that the `sqlite3` program knows.
public enum Backup {
    /// Tables that are made again from the others, or that must not be copied.
    private static let skipped: Set<String> = ["migration", "search_entry"]

    /// Copies every table in one consistent read.
    /// - Parameter file: must not exist yet.
    public static func write(_ source: any Database, migrations: [Migration], files: [(path: String, bytes: [UInt8])], to file: String) async throws {
        guard !FileManager.default.fileExists(atPath: file) else { throw StorageError.connection("\(file) exists already") }
        let partial = file + ".partial"
        let packed = file + ".packed"
        defer { for path in [partial, partial + "-wal", partial + "-shm", packed] { try? FileManager.default.removeItem(atPath: path) } }
        for path in [partial, packed] { try? FileManager.default.removeItem(atPath: path) }
        let copy = try SQLite(path: partial)
        try await copy.migrate(migrations)
        let tables = try await tables(of: copy)
        let batches = try await source.read { connection in
            try tables.map { table in try batch(of: table, in: connection) }
        }
        try await copy.write { connection in
            try connection.run("PRAGMA defer_foreign_keys = ON")
            for batch in batches { try connection.insert(many: batch) }
            try connection.run("CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INTEGER, mtime INTEGER, sz INTEGER, data BLOB)")
            for (path, bytes) in files {
                try connection.run("INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (\(path), \(0o100600), 0, \(bytes.count), \(bytes))")
            }
        }
        let faults = try await copy.integrityFaults()
        guard faults.isEmpty else { throw StorageError.connection("the copy is not sound: \(faults.joined(separator: "; "))") }
        try await copy.pack(into: packed)
        await copy.close()
        try FileManager.default.moveItem(atPath: packed, toPath: file)
    }

    /// Puts a copy into an empty database and gives the files that travelled with it.
    /// - Throws: when the database is not empty, or the copy was made by a newer program.
    public static func restore(_ file: String, into target: any Database, migrations: [Migration]) async throws -> [(path: String, bytes: [UInt8])] {
        guard FileManager.default.fileExists(atPath: file) else { throw StorageError.missing("no file \(file)") }
        // An older copy is first brought to today's schema, on a copy of the copy.
        let working = FileManager.default.temporaryDirectory.appendingPathComponent("restore-\(UUID().uuidString).sqlite").path
        try FileManager.default.copyItem(atPath: file, toPath: working)
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: working + suffix) } }
        let copy = try SQLite(path: working)
        try await copy.migrate(migrations)
        try await target.migrate(migrations)
        let tables = try await tables(of: copy)
        let filled = try await target.read { connection in
            try tables.filter { try connection.exists("SELECT 1 AS stands FROM \(table: $0) LIMIT 1") }
        }
        guard filled.isEmpty else { throw StorageError.connection("restore needs an empty place; there are rows in \(filled.joined(separator: ", "))") }
        let (batches, files) = try await copy.read { connection in
            let batches = try tables.map { try batch(of: $0, in: connection) }
            let files = try connection.rows("SELECT name, data FROM sqlar ORDER BY name").map { (path: try $0["name"] as String, bytes: try $0["data"] as [UInt8]) }
            return (batches, files)
        }
        let booleans = try await booleanColumns(of: copy)
        try await target.write { connection in
            switch connection.engine {
            case .sqlite:
                try connection.run("PRAGMA defer_foreign_keys = ON")
                for batch in batches { try connection.insert(many: batch) }
            case .postgresql:
                // Foreign keys may point forwards and backwards: they are checked once, at the end.
                try connection.run("SET LOCAL session_replication_role = replica")
                for batch in batches { try connection.insert(many: batch.withBooleans(booleans[batch.table] ?? [])) }
                for batch in batches where batch.columns.contains("id") {
                    _ = try connection.rows("""
                        SELECT setval(pg_get_serial_sequence(\(batch.table), 'id'), coalesce((SELECT max(id) FROM \(table: batch.table)), 0) + 1, false) AS next
                        """)
                }
            }
        }
        await copy.close()
        return files
    }

    private static func tables(of database: SQLite) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("""
                SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%' ORDER BY rowid
                """).map { try $0["name"] as String }.filter { !skipped.contains($0) && $0 != "sqlar" }
        }
    }

    private static func booleanColumns(of database: SQLite) async throws -> [String: Set<String>] {
        let tables = try await tables(of: database)
        return try await database.read { connection in
            var found: [String: Set<String>] = [:]
            for table in tables {
                let names = try connection.rows("SELECT name FROM pragma_table_info(\(table)) WHERE type = 'BOOLEAN'").map { try $0["name"] as String }
                found[table] = Set(names)
            }
            return found
        }
    }

    private static func batch(of table: String, in connection: any Connection) throws -> Batch {
        let rows = try connection.rows("SELECT * FROM \(table: table)")
        return Batch(table: table, columns: rows.first?.names ?? [], rows: rows.map(\.values))
    }
}

extension Batch {
    /// SQLite keeps truth as 0 and 1; PostgreSQL wants to be told.
    fileprivate func withBooleans(_ names: Set<String>) -> Batch {
        let places = columns.indices.filter { names.contains(columns[$0]) }
        guard !places.isEmpty else { return self }
        var batch = self
        for row in batch.rows.indices {
            for place in places { batch.rows[row][place] = Bool(stored: batch.rows[row][place]).map { .bool($0) } ?? .null }
        }
        return batch
    }
}

extension SQL.StringInterpolation {
    /// The name of a table that the schema itself gave.
    fileprivate mutating func appendInterpolation(table: String) {
        appendLiteral(table)
    }
}
