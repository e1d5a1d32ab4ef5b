/// One transaction's view of the database. It is synchronous and must not leave the closure that received it.
public protocol Connection {
    var engine: Engine { get }

    func rows(_ sql: SQL) throws -> [Row]

    /// Runs a statement that answers no rows, and tells how many it changed.
    @discardableResult func run(_ sql: SQL) throws -> Int

    /// Locks the row that guards a rule until the transaction ends. SQLite has one writer at a time, so there it only checks that the row stands.
    func hold(_ table: StaticString, _ id: Int64) throws

    /// Many rows at once: `COPY` on PostgreSQL, one prepared statement on SQLite.
    func insert(many batch: Batch) throws
}

extension Connection {
    /// The first row, or nil.
    public func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

    /// The first column of the first row: a count, a sum, an id. Nil when there is no row or the column is null.
    public func value<T: Storable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        guard let row = try rows(sql).first else { return nil }
        guard let value = Optional<T>(stored: row.values[0]) else {
            throw StorageError.column("\(row.names[0]) does not hold \(T.self)")
        }
        return value
    }

    public func count(_ sql: SQL) throws -> Int { try value(sql) ?? 0 }

    public func exists(_ sql: SQL) throws -> Bool { try !rows(sql).isEmpty }

    /// Runs an `INSERT … RETURNING id` and gives the id.
    public func insert(_ sql: SQL) throws -> Int64 {
        guard let id = try value(sql, as: Int64.self) else { throw StorageError.column("the statement returned no id") }
        return id
    }

    /// The number that the table would give its next row, as far as rows that stand tell it.
    public func nextNumber(of table: StaticString) throws -> Int64 {
        try value("SELECT coalesce(max(id), 0) + 1 AS next FROM \(name: table)") ?? 1
    }

    /// Looks at how the rows are spread, so that queries find their way: after many rows at once.
    public func analyze() throws { try run("ANALYZE") }

    /// The table goes on behind the greatest number that stands in it: after rows that brought numbers of their own.
    public func continueNumbers(of table: StaticString) throws {
        guard engine == .postgresql else { return }
        _ = try rows("SELECT setval(pg_get_serial_sequence(\(table.description), 'id'), \(try nextNumber(of: table)), false) AS next")
    }
}

public enum Engine: String, Sendable {
    case sqlite, postgresql
}

/// Rows for one table, in the order of `columns`.
public struct Batch: Sendable {
    public let table: String
    public let columns: [String]
    public var rows: [[Stored]]

    public init(_ table: StaticString, _ columns: [StaticString], rows: [[Stored]] = []) {
        self.table = table.description
        self.columns = columns.map(\.description)
        self.rows = rows
    }

    /// For copies of whole tables, whose names come from the schema itself.
    init(table: String, columns: [String], rows: [[Stored]]) {
        self.table = table
        self.columns = columns
        self.rows = rows
    }
}
