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
    let sight: ShelfSight?

    /// States a fact to the rooms above. They react at once, in floor order, in this transaction; if one fails, the act fails.
    package func state(_ fact: some Fact) throws {
        for reaction in reactions.all { try reaction(fact, self) }
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
