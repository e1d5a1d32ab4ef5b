package import Accounts
package import Kernel
package import Languages
package import Workshop

/// One article of the text.
package struct InitiativeArticle: Sendable, Hashable {
    package typealias ID = Kernel.ID<InitiativeArticle>

    /// Stays the same through all versions.
    package let id: ID
    package var heading: String
    package var text: String

    package init(id: ID, heading: String, text: String) { (self.id, self.heading, self.text) = (id, heading, text) }

    /// All of it, to be compared.
    var whole: String { heading.isEmpty ? text : "\(heading)\n\(text)" }

    /// More articles than these are a law and no initiative.
    package static let most = 100
}

/// A text that was put before those who take part. It never changes.
package struct InitiativeVersion: Sendable {
    package typealias ID = Kernel.ID<InitiativeVersion>

    package let id: ID
    package let number: Int
    package let published: Instant
    package let author: Person.ID?
    /// What is new in it.
    package let note: String
    package let articles: [InitiativeArticle]
}

/// What happened to an article from one text to the next.
package struct ArticleChange: Sendable {
    package enum Kind: Sendable, Hashable { case same, added, removed, changed }

    package let kind: Kind
    /// As it is now; what was removed, as it was.
    package let article: InitiativeArticle
    /// Its number in the text to which it belongs.
    package let number: Int
    /// What was taken away and added, where it was changed.
    package let difference: TextDifference?

    /// All articles of the newer text in its order; each that was removed stands where it stood before.
    package static func list(from old: [InitiativeArticle], to new: [InitiativeArticle]) -> [ArticleChange] {
        let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }, after = Set(new.map(\.id))
        var changes = new.enumerated().map { place, article in
            guard let own = before[article.id] else { return ArticleChange(kind: .added, article: article, number: place + 1, difference: nil) }
            guard own.whole != article.whole else { return ArticleChange(kind: .same, article: article, number: place + 1, difference: nil) }
            // A heading that stands is read above its text.
            let (old, new) = own.heading == article.heading ? (own.text, article.text) : (own.whole, article.whole), difference = TextDifference(from: old, to: new)
            return ArticleChange(kind: .changed, article: article, number: place + 1, difference: difference)
        }
        for (place, article) in old.enumerated() where !after.contains(article.id) {
            let earlier = Set(old.prefix(place).map(\.id))
            let behind = changes.lastIndex { earlier.contains($0.article.id) }.map { $0 + 1 } ?? 0
            changes.insert(ArticleChange(kind: .removed, article: article, number: place + 1, difference: nil), at: behind)
        }
        return changes
    }
}

/// What was said of an article, or of the whole.
package struct InitiativeComment: Sendable {
    package typealias ID = Kernel.ID<InitiativeComment>

    package let id: ID
    package let version: Int
    package let article: InitiativeArticle.ID?
    package let text: String
    package let written: Instant
    package let person: Person.ID?
    /// In whose name; nil for a member of a circle.
    package let centre: Kernel.ID<CentreTag>?
    package let answer: String
    package let answered: Instant?
    /// Whether the text took it over.
    package let isTaken: Bool

    package var isOpen: Bool { answered == nil }
}
