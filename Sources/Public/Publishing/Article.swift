package import Events
package import Files
import Forms
package import Kernel
package import Languages
package import Markdown
package import Storage

/// Something that a centre writes for everybody: a piece of news, a page of its own, or information from elsewhere that grows old.
package struct Article: Sendable {
    package typealias ID = Kernel.ID<Article>

    package enum Kind: String, CaseIterable, Sendable {
        case news, page
        /// A page that says whose it is, when it was checked and until when it holds.
        case information

        /// As the row has it: information is a page with a mark of its own.
        var column: String { self == .news ? "news" : "page" }

        init?(column: String, isInformation: Bool) {
            if isInformation { self = .information } else { self.init(rawValue: column) }
        }
    }

    /// Where it is on its way.
    package enum State: String, CaseIterable, Sendable, Storable { case draft, published, withdrawn }

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let kind: Kind
    package let state: State
    package let draft: ArticleDraft
    package let picture: StoredFile?
    package let changed: Instant

    package init(row: Row, texts: [Language: ArticleText], picture: StoredFile?) throws {
        id = try row["id"]
        centre = try row["centre"]
        let isInformation: Bool = try row["information"], column: String = try row["kind"]
        guard let kind = Kind(column: column, isInformation: isInformation) else { throw Problem.missing }
        self.kind = kind
        state = try row["state"]
        draft = ArticleDraft(day: try row["day"], texts: texts, term: try ArticleTerm(row: row))
        self.picture = picture
        changed = try row["changed"]
    }

    package func title(in language: Language) -> Event.Wording { draft.wording(in: language, \.title) }
    package func summary(in language: Language) -> Event.Wording { draft.wording(in: language, \.summary) }
    package func text(in language: Language) -> Event.Wording { draft.wording(in: language, \.text) }

    /// Where everybody reads it, behind the language.
    package var path: String {
        switch kind {
        case .news: "/news/\(id)"
        case .page: "/pages/\(id)"
        case .information: "/information/\(id)"
        }
    }

    /// Whether everybody could read it at some time until now; it may have ended since.
    package func wasPublic(at now: Instant, today: Day) -> Bool { state == .published && draft.day <= today && draft.term.hasBegun(at: now) }
}

/// What stands in an article in one language.
package struct ArticleText: Sendable, Hashable {
    package var title: String
    package var summary: String
    /// Markdown.
    package var text: String

    package init(title: String, summary: String = "", text: String = "") {
        self.title = title
        self.summary = summary
        self.text = text
    }

    var isEmpty: Bool { title.isEmpty && summary.isEmpty && text.isEmpty }
}

/// What is written of an article, before anything is decided about it.
package struct ArticleDraft: Sendable, Hashable {
    /// The languages that it is written in; Serbian in Latin is derived, as everywhere.
    package static let languages: [Language] = [.sr, .lt, .en]

    package var day: Day
    package var texts: [Language: ArticleText]
    package var term: ArticleTerm

    package init(day: Day, texts: [Language: ArticleText], term: ArticleTerm = .forGood) {
        (self.day, self.term) = (day, term)
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    func wording(in language: Language, _ part: (ArticleText) -> String) -> Event.Wording {
        Event.Wording(in: language, else: texts.keys.sorted { $0.rawValue > $1.rawValue }.first ?? .sr) { texts[$0].map(part) }
    }

    /// What cannot stand in an article is refused where it was typed: nothing disappears in silence.
    func check(_ faults: inout Faults) {
        faults.require(texts.values.contains { !$0.title.isEmpty }, "title-\(Self.languages[0].rawValue)", T.publishing.titleMissing)
        for (language, text) in texts {
            let own = language.rawValue
            faults.require(!text.title.isEmpty, "title-\(own)", T.publishing.titleOfText)
            faults.limit(text.title, "title-\(own)")
            faults.limit(text.summary, "summary-\(own)")
            faults.limit(text.text, "text-\(own)")
            if let dropped = Markdown(text.text).dropped.first { faults.add("text-\(own)", dropped.phrase) }
        }
    }
}

extension Markdown.Dropped {
    /// Why it cannot stand there, and what to write in its place.
    package var phrase: Phrase {
        func short(_ text: String) -> Value { .text(String(text.split(separator: "\n").first ?? "").prefix(60).description) }
        return switch self {
        case .markup(let markup): T.publishing.noMarkup(markup: short(markup))
        case .address(let address): T.publishing.noAddress(address: short(address))
        case .picture: T.publishing.noPicture
        case .depth: T.publishing.tooDeep
        }
    }
}
