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
    package let exchange: Exchange
    /// What many pages show alike.
    let shelf: Shelf
    /// The same as a look sees it; nil in an act that writes and reads anew.
    var sight: ShelfSight?

    /// States a fact to the rooms above. They react at once, the lower first, in this transaction; if one fails, the act fails.
    package func state(_ fact: some Fact) throws { try exchange.state(fact, in: self) }

    /// Looks at how the rows are spread, where the engine does not do so by itself.
    package func keepStatistics() throws { try db.keepStatistics() }

    /// Asks the rooms above. Each that has an answer gives it, the lower first.
    package func ask<Q: Question>(_ question: Q) throws -> [Q.Answer] { try exchange.ask(question, in: self) }
}
