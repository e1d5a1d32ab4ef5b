import Foundation
import GRDB

/// A copy of a whole database as one SQLite file, whichever engine it came from.
///
/// The same kind of backup serves both engines. A centre can move from a folder to PostgreSQL by restoring one, and any SQLite tool can read it in thirty
/// years.
/// Uploaded files travel in it as a table `sqlar`, the archive table that the `sqlite3` program knows.
public enum Backup {
    /// Tables that are made again from the others, or that must not be copied.
    private static let skipped: Set<String> = ["migration", "search_word"]

    /// A file that travels with the rows. Its bytes are read when its turn comes, so that never more than one is in memory.
    public struct File: Sendable {
        public let path: String
        public let read: @Sendable () throws -> [UInt8]

        public init(_ path: String, read: @escaping @Sendable () throws -> [UInt8]) {
            self.path = path
            self.read = read
        }
    }

    /// Copies every table in one consistent read.
    /// - Parameters:
    ///   - files: asked after the rows are copied: what a row speaks of is there before the row.
    ///   - file: must not exist yet.
    public static func write(_ source: any Database, migrations: [Migration], files: @escaping @Sendable () throws -> [File], to file: String) async throws {
        guard !FileManager.default.fileExists(atPath: file) else { throw StorageError.connection("\(file) exists already") }
        let partial = file + ".partial"
        let packed = file + ".packed"
        defer { for path in [partial, partial + "-wal", partial + "-shm", packed] { try? FileManager.default.removeItem(atPath: path) } }
        for path in [partial, packed] { try? FileManager.default.removeItem(atPath: path) }
        let copy = try await copied(source, migrations: migrations, to: partial)
        try await copy.write { connection in
            try connection.run("CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INTEGER, mtime INTEGER, sz INTEGER, data BLOB)")
            for file in try files() {
                let bytes = try file.read()
                try connection.run("INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (\(file.path), \(0o100600), 0, \(bytes.count), \(bytes))")
            }
        }
        let faults = try await copy.integrityFaults()
        guard faults.isEmpty else { throw StorageError.connection("the copy is not sound: \(faults.joined(separator: "; "))") }
        try await copy.pack(into: packed)
        await copy.close()
        try FileManager.default.moveItem(atPath: packed, toPath: file)
    }

    /// Puts a copy into an empty database, and gives the files that travelled with it one after another.
    /// - Returns: how many files there were.
    /// - Throws: when the database is not empty, or the copy was made by a newer program.
    public static func restore(
        _ file: String, into target: any Database, migrations: [Migration], put: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) async throws -> Int {
        guard FileManager.default.fileExists(atPath: file) else { throw StorageError.missing("no file \(file)") }
        // An older copy is first brought to today's schema, on a copy of the copy.
        let working = FileManager.default.temporaryDirectory.appendingPathComponent("restore-\(UUID().uuidString).sqlite").path
        try FileManager.default.copyItem(atPath: file, toPath: working)
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: working + suffix) } }
        let copy = try SQLite(path: working)
        try await copy.migrate(migrations)
        try await target.migrate(migrations)
        let tables = try await tables(of: copy)
        let laid = try await laidCounts(of: tables, migrations: migrations)
        let filled = try await target.read { connection in
            try tables.filter { try connection.count("SELECT count(*) FROM \(table: $0)") > laid[$0] ?? 0 }
        }
        guard filled.isEmpty else { throw StorageError.connection("restore needs an empty place; there are rows in \(filled.joined(separator: ", "))") }
        let (batches, files) = try await copy.read { connection in
            let batches = try tables.map { try batch(of: $0, in: connection) }.filter { !$0.rows.isEmpty }
            return (batches, try connection.rows("SELECT name FROM sqlar ORDER BY name").map { try $0["name"] as String })
        }
        for path in files {
            let bytes: [UInt8]? = try await copy.read { try $0.value("SELECT data FROM sqlar WHERE name = \(path)") }
            try put(path, bytes ?? [])
        }
        let booleans = try await booleanColumns(of: copy)
        try await target.write { connection in
            if connection.engine == .sqlite { try connection.run("PRAGMA defer_foreign_keys = ON") }
            for table in tables.reversed() { try connection.run("DELETE FROM \(table: table)") }
            // Tables are filled in the order in which they were made. What a row refers to is therefore there before it, or comes in the same statement.
            for batch in batches { try connection.insert(many: connection.engine == .sqlite ? batch : batch.withBooleans(booleans[batch.table] ?? [])) }
            guard connection.engine == .postgresql else { return }
            for batch in batches where batch.numbersItself {
                _ = try connection.rows("""
                    SELECT setval(pg_get_serial_sequence(\(batch.table), 'id'), coalesce((SELECT max(id) FROM \(table: batch.table)), 0) + 1, false) AS next
                    """)
            }
        }
        await copy.close()
        return files.count
    }

    /// What SQLite finds wrong in a copy, which is only read; empty when it is sound.
    public static func faults(in file: String) async throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let copy = try DatabaseQueue(path: file, configuration: configuration)
        let faults = try await copy.read { db in
            try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
                + (try db.tableExists("migration") ? [] : ["it is no copy of an installation"])
        }
        try copy.close()
        return faults
    }

    /// SQLite copies itself page by page while others go on writing; the rows of another engine are carried over, table by table.
    private static func copied(_ source: any Database, migrations: [Migration], to file: String) async throws -> SQLite {
        if let source = source as? SQLite {
            try await source.copy(to: file)
            return try SQLite(path: file)
        }
        let copy = try SQLite(path: file)
        try await copy.migrate(migrations)
        let tables = try await tables(of: copy)
        let batches = try await source.read { connection in
            try tables.map { try batch(of: $0, in: connection) }.filter { !$0.rows.isEmpty }
        }
        try await copy.write { connection in
            try connection.run("PRAGMA defer_foreign_keys = ON")
            for table in tables { try connection.run("DELETE FROM \(table: table)") }
            for batch in batches { try connection.insert(many: batch) }
        }
        return copy
    }

    /// How many rows the migrations themselves put into each table. A database with these rows alone still counts as empty.
    private static func laidCounts(of tables: [String], migrations: [Migration]) async throws -> [String: Int] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("laid-\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + suffix) } }
        let fresh = try SQLite(path: file)
        try await fresh.migrate(migrations)
        let counts = try await fresh.read { connection in
            try tables.map { ($0, try connection.count("SELECT count(*) FROM \(table: $0)")) }
        }
        await fresh.close()
        return Dictionary(uniqueKeysWithValues: counts)
    }

    private static func tables(of database: SQLite) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("""
                SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid
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
    /// Whether its rows are numbered. Some are not: a signing key is known by a name.
    fileprivate var numbersItself: Bool {
        guard let place = columns.firstIndex(of: "id"), case .int? = rows.first?[place] else { return false }
        return true
    }

    /// SQLite keeps true and false as 1 and 0. PostgreSQL has a type of its own for them and does not take numbers.
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
