package import Languages
package import Storage

/// The way to the database for everything above: each `write` is one act, each `read` one consistent look.
package struct Records: Sendable {
    package let database: any Database
    package let words: TextCatalogue
    package let address: String
    private let clock: @Sendable () -> Instant
    /// What the rooms say to one another.
    package let exchange: Exchange
    private let shelf: Shelf
    package let underway: ActsUnderway

    package init(
        database: any Database, words: TextCatalogue, address: String, exchange: Exchange, shelf: Shelf = Shelf(),
        underway: ActsUnderway = ActsUnderway(), clock: @escaping @Sendable () -> Instant = Instant.now
    ) {
        self.database = database
        self.words = words
        self.address = address
        self.exchange = exchange
        self.shelf = shelf
        self.underway = underway
        self.clock = clock
    }

    package var now: Instant { clock() }

    /// The same records at a fixed moment: for filling in what happened before.
    package func at(_ moment: Instant) -> Records {
        Records(database: database, words: words, address: address, exchange: exchange, shelf: shelf, underway: underway, clock: { moment })
    }

    @discardableResult
    package func write<T: Sendable>(by actor: Actor, _ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        let now = clock()
        return try await database.write { [words, address, exchange, shelf] db in
            try body(Act(db: db, now: now, by: actor, words: words, address: address, exchange: exchange, shelf: shelf, sight: nil))
        }
    }

    package func read<T: Sendable>(as actor: Actor, _ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        let now = clock()
        return try await ShelfWork.look(at: shelf) { work in
            try await database.read { [words, address, exchange, shelf] db in
                try body(Act(db: db, now: now, by: actor, words: words, address: address, exchange: exchange, shelf: shelf, sight: ShelfSight(work)))
            }
        }
    }

    /// Commits a change that changes nothing.
    /// - Throws: when the database cannot be written now.
    package func proveWritable() async throws {
        try await write(by: .system) { try $0.db.run("UPDATE content_version SET written = written WHERE id = 1") }
    }
}
