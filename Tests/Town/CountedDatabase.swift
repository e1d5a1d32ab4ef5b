import Hummingbird
import Kernel
import Logging
package import NIOConcurrencyHelpers
import Operation
import Site
package import Storage

/// A database that counts what it is asked.
package struct CountedDatabase: Database {
    package let base: any Database
    package let count: NIOLockedValueBox<Int>
    package var engine: Engine { base.engine }

    /// The same town through another copy of the program, whose questions are counted.
    package static func browser(of town: Town) throws -> (Browser, NIOLockedValueBox<Int>) {
        let count = NIOLockedValueBox(0)
        let clock = town.clock
        let app = try App(
            place: town.app.place, database: CountedDatabase(base: town.app.records.database, count: count), carried: town.app.carried,
            settings: Settings(data: nil, environment: [:]), address: "http://localhost", isDemonstration: false, logger: Logger(label: "counted"), clock: { clock.now })
        return (Browser(app.router.buildResponder()), count)
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.read { try body(CountedConnection(base: $0, count: count)) }
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.write { try body(CountedConnection(base: $0, count: count)) }
    }

    package func migrate(_ migrations: [Migration], before: @escaping @Sendable () async throws -> Void) async throws -> [Int] {
        try await base.migrate(migrations, before: before)
    }

    package func integrityFaults() async throws -> [String] { try await base.integrityFaults() }
    package func close() async { await base.close() }
}

private struct CountedConnection: Connection {
    let base: any Connection
    let count: NIOLockedValueBox<Int>
    var engine: Engine { base.engine }

    func rows(_ sql: SQL) throws -> [Row] {
        count.withLockedValue { $0 += 1 }
        return try base.rows(sql)
    }

    func run(_ sql: SQL) throws -> Int {
        count.withLockedValue { $0 += 1 }
        return try base.run(sql)
    }

    func hold(_ table: StaticString, _ id: Int64) throws { try base.hold(table, id) }
    func insert(many batch: Batch) throws { try base.insert(many: batch) }
}
