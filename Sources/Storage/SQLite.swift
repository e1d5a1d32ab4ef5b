import CSQLiteSetup
import Foundation
import GRDB

/// SQLite through GRDB's pool: many readers, one writer, write-ahead log, a full sync at each commit. Short reads have connections of their own.
public final class SQLite: Database {
    public let engine = Engine.sqlite
    private let pool: DatabasePool
    private let readers: SQLiteReaders

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
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY; PRAGMA analysis_limit = 400")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        readers = SQLiteReaders(path: path, configuration)
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        if let result = try readers.read({ db in try translated { try body(SQLiteConnection(db: db)) } }) { return result }
        return try await pool.read { db in try translated { try body(SQLiteConnection(db: db)) } }
    }

    public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await pool.writeWithoutTransaction { db in
            try translated { try db.transaction("BEGIN IMMEDIATE") { try body(SQLiteConnection(db: db)) } }
        }
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
            try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" } + SQLiteConnection(db: db).brokenReferences()
        }
    }

    /// The tables and indexes as SQLite keeps them, in a fixed order: what `docs/schema.sql` holds.
    public func schema() async throws -> String {
        try await pool.read { db in
            try String.fetchAll(db, sql: """
                SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
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
    public func pack(into file: String) async throws {
        try await pool.vacuum(into: file)
    }

    public func close() async {
        readers.close()
        try? await write { try $0.keepStatistics() }
        try? pool.close()
    }
}

private struct SQLiteConnection: Connection {
    let db: GRDB.Database
    var engine: Engine { .sqlite }

    func rows(_ sql: SQL) throws -> [Row] {
        try translated {
            let statement = try prepared(sql)
            let names = statement.columnNames
            let columns = 0..<Int32(names.count)
            var rows: [Row] = []
            try step(statement) { row in rows.append(Row(names: names, values: columns.map { Stored(row, $0) })) }
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
        try translated {
            for row in batch.rows { try bound(statement, row).execute() }
        }
    }

    /// The statement with its values bound. GRDB would convert its own arguments through a key path that it makes anew for each statement, which took 3 % of
    /// the time of a page.
    private func prepared(_ sql: SQL) throws -> Statement {
        try bound(db.cachedStatement(sql: sql.text { _ in "?" }), sql.values)
    }

    private func bound(_ statement: Statement, _ values: [Stored]) -> Statement {
        statement.setUncheckedArguments(StatementArguments())
        for (place, value) in values.enumerated() { value.bind(to: statement.sqliteStatement, at: Int32(place + 1)) }
        return statement
    }

    /// Goes through the rows by SQLite's own steps. GRDB's cursors that are open to all cut a text at its first zero, or read one column alone.
    private func step(_ statement: Statement, _ body: (SQLiteStatement) throws -> Void) throws {
        let steps = statement.sqliteStatement
        defer { sqlite3_reset(steps) }
        while true {
            switch sqlite3_step(steps) {
            case SQLITE_ROW: try body(steps)
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: .init(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
            }
        }
    }
}

extension Stored {
    /// A column of the row on which a statement stands.
    fileprivate init(_ statement: OpaquePointer, _ column: Int32) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .int(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement, column)
            self = .text(String(decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            self = .blob([UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))))
        default: self = .null
        }
    }

    /// SQLite keeps a copy of the bytes.
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) {
        let copied = zbornica_sqlite_copied()
        switch self {
        case .null: sqlite3_bind_null(statement, place)
        case .bool(let flag): sqlite3_bind_int64(statement, place, flag ? 1 : 0)
        case .int(let number): sqlite3_bind_int64(statement, place, number)
        case .real(let number): sqlite3_bind_double(statement, place, number)
        case .text(let text): sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), copied)
        case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(statement, place, 0)
        case .blob(let bytes): sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
        }
    }
}

/// Turns errors of GRDB into errors of ours. Every other error is left as it is.
private func translated<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError {
        let message = error.message ?? ""
        let name = String(message.split(separator: ":").last ?? "").trimmingCharacters(in: .whitespaces)
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: throw StorageError.constraint(kind: .unique, name: name)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: throw StorageError.constraint(kind: .foreignKey, name: name)
        case .SQLITE_CONSTRAINT_CHECK: throw StorageError.constraint(kind: .check, name: name)
        case .SQLITE_CONSTRAINT_NOTNULL: throw StorageError.constraint(kind: .notNull, name: name)
        case .SQLITE_FULL: throw StorageError.full(message)
        case .SQLITE_INTERRUPT: throw CancellationError()
        default: throw StorageError.engine(code: "sqlite \(error.extendedResultCode.rawValue)", message: "\(message) in \(error.sql ?? "-")")
        }
    }
}
