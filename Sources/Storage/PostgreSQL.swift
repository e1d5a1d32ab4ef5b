#if PostgreSQL
    import Foundation
    import NIOConcurrencyHelpers
    import NIOPosix

    /// PostgreSQL through libpq. There are as many threads as connections, so that a thread always finds a free connection, and no event loop ever waits.
    public final class PostgreSQL: Database {
        public let engine = Engine.postgresql
        private let threads: NIOThreadPool
        private let idle: NIOLockedValueBox<[PostgreSQLConnection]>

        /// - Parameter address: `postgres://user:password@host:port/name`
        public init(address: String, connections: Int = 4) throws {
            let opened = try (0..<connections).map { _ in try PostgreSQLConnection(address: address) }
            idle = NIOLockedValueBox(opened)
            threads = NIOThreadPool(numberOfThreads: connections)
            threads.start()
        }

        public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
            try await withConnection { connection in
                try connection.transaction(opening: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
            }
        }

        public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
            try await withConnection { connection in
                try connection.transaction(opening: "BEGIN", body)
            }
        }

        /// Lets one copy of the program migrate at a time, by an advisory lock of this number.
        private static let migrationLock: Int64 = 0x5a62_6f72_6e69_6361

        @discardableResult
        public func migrate(_ migrations: [Migration], before: @escaping @Sendable () async throws -> Void) async throws -> [Int] {
            let (missing, isEmpty) = try await write { connection in
                _ = try connection.rows("SELECT pg_advisory_xact_lock(\(Self.migrationLock)) IS NULL AS locked")
                try connection.run(SQL(stringLiteral: Migration.table(for: .postgresql)))
                let missing = try Migration.missing(from: migrations, in: connection)
                return (missing, try connection.count("SELECT count(*) FROM migration") == 0)
            }
            guard !missing.isEmpty else { return [] }
            if !isEmpty { try await before() }
            return try await withConnection { connection in
                try connection.transaction(opening: "BEGIN") { _ in
                    _ = try connection.rows("SELECT pg_advisory_xact_lock(\(Self.migrationLock)) IS NULL AS locked")
                    // Another copy may have been faster.
                    let missing = try Migration.missing(from: migrations, in: connection)
                    for migration in missing {
                        do { try connection.script(migration.sql(for: .postgresql)) } catch {
                            throw StorageError.migration("migration \(migration.number) (\(migration.name)): \(error)")
                        }
                        _ = try connection.run("""
                            INSERT INTO migration (number, name, fingerprint)
                            VALUES (\(migration.number), \(migration.name), \(migration.fingerprint))
                            """)
                    }
                    return missing.map(\.number)
                }
            }
        }

        public func integrityFaults() async throws -> [String] {
            try await read { connection in
                try connection.rows("SELECT conname FROM pg_constraint WHERE NOT convalidated").map { "constraint \(try $0["conname"] as String) is not valid" }
                    + connection.brokenReferences()
            }
        }

        /// A statement that may not stand in a transaction, such as `CREATE DATABASE`.
        public func command(_ text: String) async throws {
            try await withConnection { try $0.script(text) }
        }

        public func close() async {
            try? await threads.shutdownGracefully()
            idle.withLockedValue { $0.removeAll() }
        }

        /// A database that nobody holds any more leaves no thread and no connection behind.
        deinit {
            threads.shutdownGracefully { _ in }
        }

        private func withConnection<T: Sendable>(_ body: @escaping @Sendable (PostgreSQLConnection) throws -> T) async throws -> T {
            try await threads.runIfActive { [idle] in
                let connection = idle.withLockedValue { $0.removeLast() }
                defer { idle.withLockedValue { $0.append(connection) } }
                return try body(connection)
            }
        }
    }
#endif
