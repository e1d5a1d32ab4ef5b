package import Languages
package import Storage

/// Who, when and the transaction travel together. The time is fixed for the whole act.
package struct Act {
    package let db: any Connection
    package let now: Instant
    package let by: Actor
    package let words: TextCatalogue
    /// Where this installation is reached when a centre has no host of its own: `http://127.0.0.1:8080`.
    package let address: String
    let reactions: Reactions
    /// Nil where the act may write.
    let shelf: Shelf?

    /// States a fact to the rooms above. They react at once, in floor order, in this transaction; if one fails, the act fails.
    package func state(_ fact: some Fact) throws {
        for reaction in reactions.all { try reaction(fact, self) }
    }

    /// Public pages made before this act are stale from now on. On PostgreSQL each connection counts in a row of its own: one row for all would be
    /// held until the commit, and every event would wait for the act of another.
    package func touchPublicPages() throws {
        let own: SQL = db.engine == .postgresql ? "pg_backend_pid() % 64 + 1" : "1"
        try db.run("INSERT INTO content_version (id, version) VALUES (\(own), 1) ON CONFLICT (id) DO UPDATE SET version = content_version.version + 1")
    }
}

/// Something that has just become true and concerns rooms above the one that did it.
package protocol Fact: Sendable {}

/// The table of who reacts to what; it is written in one place, at the top of the house.
package struct Reactions: Sendable {
    package typealias Reaction = @Sendable (any Fact, Act) throws -> Void
    var all: [Reaction] = []

    package init() {}

    /// Adds a reaction to one kind of fact, after those added before.
    package mutating func on<F: Fact>(_ fact: F.Type, _ react: @escaping @Sendable (F, Act) throws -> Void) {
        all.append { fact, act in
            if let fact = fact as? F { try react(fact, act) }
        }
    }
}
