import GRDB
import Synchronization

/// Connections for reading, each used by one thread at a time. A read runs on the thread that asks for it and waits for nobody, because the way through
/// a queue and back took longer than the queries of a short page. There are as many connections as threads have ever read at the same time.
final class SQLiteReaders: Sendable {
    private let path: String
    private let configuration: Configuration
    private let free = Mutex<[DatabaseQueue]>([])

    init(path: String, _ configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
    }

    /// One transaction, in which all statements see the same state.
    func read<T>(_ body: (GRDB.Database) throws -> T) throws -> T {
        let reader = try free.withLock { $0.popLast() } ?? DatabaseQueue(path: path, configuration: configuration)
        defer { free.withLock { $0.append(reader) } }
        return try reader.unsafeRead { db in try db.transaction("BEGIN") { try body(db) } }
    }

    func close() {
        for reader in free.withLock({ $0 }) { try? reader.close() }
    }
}

extension GRDB.Database {
    /// `BEGIN` and `COMMIT` are prepared once. GRDB's own transactions parse them each time.
    func transaction<T>(_ beginning: String, _ body: () throws -> T) throws -> T {
        try cachedStatement(sql: beginning).execute()
        do {
            let result = try body()
            try cachedStatement(sql: "COMMIT").execute()
            return result
        } catch {
            if isInsideTransaction { try? rollback() }
            throw error
        }
    }
}
