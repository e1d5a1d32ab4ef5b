package import Centres
package import Community
package import Kernel
package import Languages
package import Planning
package import Publishing
package import Storage

/// The informer of a month: what its editor writes and picks. What everybody reads is the ``InformerIssue`` that was made of it.
package struct Informer: Sendable {
    package typealias ID = Kernel.ID<Informer>

    package enum State: String, CaseIterable, Sendable, Storable { case draft, published, withdrawn }

    package let id: ID
    package let centre: Centre.ID
    package let month: OfferMonth
    /// Within its year.
    package let number: Int
    package let state: State
    package let draft: InformerDraft
    /// How often it was published.
    package let edition: Int
    package let edits: Int
    package let published: Instant?

    init(row: Row, words: [Language: String], articles: Set<Article.ID>) throws {
        let first: Day = try row["first_day"]
        (id, centre, month, number) = (try row["id"], try row["centre"], OfferMonth(first), try row["number"])
        (state, edition, edits, published) = (try row["state"], try row["edition"], try row["edits"], try row["published"])
        draft = InformerDraft(
            words: words, sign: try row["sign"], articles: articles, practice: try row["practice"], hasShelf: try row["with_shelf"], hasHeld: try row["with_held"])
    }

    /// Where everybody reads it, behind the language.
    package var path: String { "/informers/\(id)" }
    package var deskPath: String { "/staff/informers/\(id)" }
}

/// What is written and picked for an informer.
package struct InformerDraft: Sendable, Hashable {
    /// The languages that the editor writes in; Serbian in Latin is derived, as everywhere.
    package static let languages: [Language] = [.sr, .lt, .en]

    /// Markdown.
    package var words: [Language: String]
    package var sign: String
    package var articles: Set<Article.ID>
    package var practice: Practice.ID?
    package var hasShelf: Bool
    package var hasHeld: Bool

    package init(
        words: [Language: String] = [:], sign: String = "", articles: Set<Article.ID> = [], practice: Practice.ID? = nil, hasShelf: Bool = true,
        hasHeld: Bool = true
    ) {
        self.words = words.filter { !$0.value.isEmpty }
        (self.sign, self.articles, self.practice, self.hasShelf, self.hasHeld) = (sign, articles, practice, hasShelf, hasHeld)
    }

    /// The editor's words for a reader, in the language in which they really are.
    func words(in language: Language) -> (text: String, language: Language)? {
        let own: Language = language == .srLatn ? .sr : language
        let found = [own, .sr, .lt, .en].first { words[$0] != nil }
        return found.flatMap { found in words[found].map { ($0, found) } }
    }
}

extension OfferMonth {
    /// The month before, of which an informer tells what was held.
    var before: OfferMonth { OfferMonth(days.lowerBound.adding(days: -1)) }
    var year: Int { days.lowerBound.year }

    /// As it stands in a title: *март 2026.*
    package func name(_ t: Texts) -> String { t.month(days.lowerBound.month, days.lowerBound.year) }
}

extension Subject {
    package static func informer(_ id: Informer.ID) -> Subject { .other("informer", id.value) }
}
