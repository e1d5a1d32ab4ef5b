import CSQLiteSetup
import Foundation
import GRDB

/// SQLite through GRDB's pool: many readers, one writer, write-ahead log, a full sync at each commit.
public final class SQLite: Database {
    public let engine = Engine.sqlite
    private let pool: DatabasePool

    /// SQLite's own accounting of memory takes a global lock at every allocation; it has to be switched off before the first open.
    private static let isSetUp: Bool = zbornica_sqlite_setup() == 0

    /// - Parameter path: the database file; made when it is missing, its folder must stand.
    public init(path: String) throws {
        _ = Self.isSetUp
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await pool.read { db in try translated { try body(SQLiteConnection(db: db)) } }
    }

    public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await pool.write { db in try translated { try body(SQLiteConnection(db: db)) } }
    }

    @discardableResult
    public func migrate(_ migrations: [Migration], before: @escaping @Sendable () async throws -> Void) async throws -> [Int] {
        let (missing, isEmpty) = try await write { connection in
            _ = try connection.run(SQL(stringLiteral: Migration.table(for: .sqlite)))
            let missing = try Migration.missing(from: migrations, in: connection)
            return (missing, try connection.count("SELECT count(*) FROM migration") == 0)
        }
        guard !missing.isEmpty else { return [] }
        if !isEmpty { try await before() }
        try await pool.write { db in
            try translated {
                for migration in missing {
                    do { try db.execute(sql: migration.sql(for: .sqlite)) } catch {
                        throw StorageError.migration("migration \(migration.number) (\(migration.name)): \(error)")
                    }
                    try db.execute(sql: "INSERT INTO migration (number, name, fingerprint) VALUES (?, ?, ?)",
                                   arguments: [migration.number, migration.name, migration.fingerprint])
                }
            }
        }
        return missing.map(\.number)
    }

    public func integrityFaults() async throws -> [String] {
        try await pool.read { db in
            let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try GRDB.Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "orphan in \($0[0] as String)" }
            return faults + orphans
        }
    }

    /// The tables and indexes as SQLite keeps them, in a fixed order: what `docs/schema.sql` holds.
    public func schema() async throws -> String {
        try await pool.read { db in
            try String.fetchAll(db, sql: """
                SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%'
                ORDER BY tbl_name, type DESC, name
                """).map { $0 + ";" }.joined(separator: "\n\n") + "\n"
        }
    }

    /// Copies the file page by page, as it stands at one moment; writers go on meanwhile.
    func copy(to file: String) async throws {
        let target = try DatabaseQueue(path: file)
        try await pool.read { source in
            try target.writeWithoutTransaction { try source.backup(to: $0) }
        }
        try target.close()
    }

    /// Writes everything into one new file that is the whole database, without a log beside it.
    func pack(into file: String) async throws {
        try await pool.vacuum(into: file)
    }

    public func close() async {
        try? pool.close()
    }
}

private struct SQLiteConnection: Connection {
    let db: GRDB.Database
    var engine: Engine { .sqlite }

    func rows(_ sql: SQL) throws -> [Row] {
        try translated {
            let statement = try prepared(sql)
            let cursor = try GRDB.Row.fetchCursor(statement)
            let columns = Row.Columns(statement.columnNames)
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: (0..<row.count).map { Stored(row[$0] as DatabaseValue) }))
            }
            return rows
        }
    }

    func run(_ sql: SQL) throws -> Int {
        let before = db.totalChangesCount
        try translated { try prepared(sql).execute() }
        return db.totalChangesCount - before
    }

    func hold(_ table: StaticString, _ id: Int64) throws {
        guard try exists("SELECT 1 AS stands FROM \(name: table) WHERE id = \(id)") else {
            throw StorageError.missing("no \(table) \(id)")
        }
    }

    func insert(many batch: Batch) throws {
        let places = batch.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: "INSERT INTO \(batch.table) (\(batch.columns.joined(separator: ", "))) VALUES (\(places))")
        for row in batch.rows {
            try statement.execute(arguments: StatementArguments(row.map(\.databaseValue)))
        }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        let statement = try db.cachedStatement(sql: sql.text { _ in "?" })
        statement.setUncheckedArguments(StatementArguments(sql.values.map(\.databaseValue)))
        return statement
    }
}

extension Stored {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .int(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .bool(let flag): (flag ? 1 : 0).databaseValue
        case .int(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}

/// GRDB's errors become ours; errors of the trade pass untouched.
private func translated<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
        let message = error.message ?? ""
        let name = String(message.split(separator: ":").last ?? "").trimmingCharacters(in: .whitespaces)
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: throw StorageError.constraint(kind: .unique, name: name)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: throw StorageError.constraint(kind: .foreignKey, name: name)
        case .SQLITE_CONSTRAINT_CHECK: throw StorageError.constraint(kind: .check, name: name)
        case .SQLITE_CONSTRAINT_NOTNULL: throw StorageError.constraint(kind: .notNull, name: name)
        default: throw StorageError.engine(code: "sqlite \(error.extendedResultCode.rawValue)", message: "\(message) in \(error.sql ?? "-")")
        }
    }
}
