import CSQLiteSetup
import Foundation
import GRDB
import Synchronization

/// Connections for short reads, each used by one thread at a time. A read begins on the thread that asks for it and waits for nobody: a way through
/// queues and back takes longer than the queries of a short page. There come to be as many as threads ever read at once.
final class SQLiteReaders: Sendable {
    private let path: String
    private let configuration: Configuration
    private let free = Mutex<[SQLiteReader]>([])

    init(path: String, _ configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
    }

    /// One transaction, in which all statements see the same state. Nil when it was not short and has to be begun anew where it may take its time.
    func read<T>(_ body: (GRDB.Database) throws -> T) throws -> T? {
        let reader = try free.withLock { $0.popLast() } ?? SQLiteReader(DatabaseQueue(path: path, configuration: configuration))
        defer { free.withLock { $0.append(reader) } }
        return try reader.read(body)
    }

    func close() {
        for reader in free.withLock({ $0 }) { reader.close() }
    }
}

/// A connection that stops a read when it is no longer short.
private final class SQLiteReader: Sendable {
    private let queue: DatabaseQueue
    private let limit: TimeLimit

    init(_ queue: DatabaseQueue) {
        self.queue = queue
        limit = TimeLimit()
        queue.unsafeRead { db in limit.watch(db) }
    }

    func read<T>(_ body: (GRDB.Database) throws -> T) throws -> T? {
        limit.begin()
        do {
            let result = try queue.unsafeRead { db in try db.transaction("BEGIN") { try body(db) } }
            // A body may have taken the interruption for an answer.
            return limit.isPassed ? nil : result
        } catch {
            if limit.isPassed { return nil }
            throw error
        }
    }

    /// The connection ends before the limit that it asks.
    func close() { try? queue.close() }
}

/// How long a read may work on the thread that asked for it. The threads on which all requests are answered are as few as the processors.
///
/// What is measured is work, not the time on the wall: where the machine is busy, a short read that had to wait its turn is not done twice.
private final class TimeLimit: Sendable {
    private static let nanoseconds: UInt64 = 20_000_000
    /// Steps of SQLite's machine between two looks at the clock: tens of microseconds.
    private static let steps: Int32 = 1000

    private let end = Atomic<UInt64>(0)
    private let passed = Atomic<Bool>(false)

    var isPassed: Bool { passed.load(ordering: .relaxed) }

    func begin() {
        passed.store(false, ordering: .relaxed)
        end.store(Self.worked() + Self.nanoseconds, ordering: .relaxed)
    }

    /// SQLite asks during each statement whether to go on.
    func watch(_ db: GRDB.Database) {
        sqlite3_progress_handler(db.sqliteConnection, Self.steps, { limit in
            guard let limit else { return 0 }
            return Unmanaged<TimeLimit>.fromOpaque(limit).takeUnretainedValue().look() ? 1 : 0
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// What this thread has worked so far, in nanoseconds.
    private static func worked() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func look() -> Bool {
        if Self.worked() > end.load(ordering: .relaxed) { passed.store(true, ordering: .relaxed) }
        return isPassed
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
