/// A database of either engine. Each closure runs in one transaction. What it returns may leave the transaction; the connection may not.
public protocol Database: Sendable {
    var engine: Engine { get }

    /// A consistent picture: all statements of the closure see the same state. SQLite may run the closure again when it was not short:
    /// it must have no effect outside.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// One transaction. PostgreSQL may run the closure again after a conflict or a lost connection: it must have no effect
    /// outside the database, and random values are made before it.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Applies what is missing, in order, all or nothing. Copies of the program that start together wait for one another.
    /// - Parameter before: called once, only if something is missing and the database is not empty (a backup is taken there).
    /// - Returns: the numbers applied now.
    @discardableResult
    func migrate(_ migrations: [Migration], before: @escaping @Sendable () async throws -> Void) async throws -> [Int]

    /// Tells what the engine itself finds wrong; empty when sound.
    func integrityFaults() async throws -> [String]

    func close() async
}

extension Database {
    @discardableResult
    public func migrate(_ migrations: [Migration]) async throws -> [Int] {
        try await migrate(migrations, before: {})
    }

    /// The migrations of this program that the database does not have yet; all of them when it has no schema at all.
    public func missing(_ migrations: [Migration]) async throws -> [Int] {
        try await read { connection in
            let hasSchema = switch connection.engine {
            case .sqlite: try connection.exists("SELECT 1 AS stands FROM sqlite_master WHERE name = 'migration'")
            case .postgresql: try connection.exists("SELECT 1 AS stands WHERE to_regclass('migration') IS NOT NULL")
            }
            return hasSchema ? try Migration.missing(from: migrations, in: connection).map(\.number) : migrations.map(\.number)
        }
    }
}

/// What can go wrong between the program and its database.
public enum StorageError: Error, Sendable, CustomStringConvertible {
    /// A constraint of the schema said no. `name` is the constraint, index or column as far as the engine tells it.
    case constraint(kind: Constraint, name: String)
    case column(String)
    case missing(String)
    case migration(String)
    case connection(String)
    /// The connection broke while the transaction was being committed, so that nobody knows whether it stands. To ask again with the same act token tells.
    case commitUnknown(String)
    /// The disk has no room; nothing of the transaction stands.
    case full(String)
    case engine(code: String, message: String)

    public enum Constraint: String, Sendable { case unique, foreignKey, check, notNull }

    public var description: String {
        switch self {
        case .constraint(let kind, let name): "constraint \(kind.rawValue): \(name)"
        case .column(let text), .missing(let text), .migration(let text): text
        case .connection(let text): "connection: \(text)"
        case .commitUnknown(let text): "commit unknown: \(text)"
        case .full(let text): "no room: \(text)"
        case .engine(let code, let message): "\(code): \(message)"
        }
    }
}
