package import Community
package import Events
import Forms
package import Kernel
package import Languages
import Markdown
package import Planning
package import Publishing
package import Storage

/// One issue of a newsletter: its text in each language, what it tells of, to whom it goes, how far it has come.
package struct NewsletterIssue: Sendable {
    package typealias ID = Kernel.ID<NewsletterIssue>

    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, scheduled
        /// Frozen: letters are being written.
        case sending
        /// Somebody stopped it on its way.
        case stopped
        case finished
    }

    package let id: ID
    package let newsletter: Newsletter.ID
    package let state: State
    package let draft: IssueDraft
    package let edits: Int
    package let due: Instant?
    package let begun: Instant?
    package let finished: Instant?
    /// To whom it goes, counted when it began.
    package let readers: Int
    package let sent: Int
    package let skipped: Int
    package let made: Instant

    init(row: Row, texts: [Language: IssueText], picks: [IssuePick]) throws {
        (id, newsletter, state, edits) = (try row["id"], try row["newsletter"], try row["state"], try row["edits"])
        (due, begun, finished) = (try row["due"], try row["begun"], try row["finished"])
        (readers, sent, skipped, made) = (try row["readers"], try row["sent"], try row["skipped"], try row["made"])
        draft = IssueDraft(segment: try row["segment"], texts: texts, picks: picks)
    }

    package func title(in language: Language) -> Event.Wording { draft.wording(in: language, \.title) }
    package func text(in language: Language) -> Event.Wording { draft.wording(in: language, \.text) }

    /// Where everybody reads it, behind the language.
    package var path: String { "/newsletters/\(id)" }
    package var deskPath: String { "/staff/newsletters/issues/\(id)" }
    /// Whether it may still be changed.
    package var isOpen: Bool { state == .draft || state == .scheduled }
    package var waiting: Int { max(0, readers - sent - skipped) }
}

package struct IssueText: Sendable, Hashable {
    package var title: String
    /// Markdown.
    package var text: String

    package init(_ title: String, _ text: String = "") { (self.title, self.text) = (title, text) }
}

/// An issue as it is written, before it begins.
package struct IssueDraft: Sendable, Hashable {
    package static let languages = NewsletterDraft.languages
    /// So much an issue tells of, besides its text.
    static let mostPicks = 40

    package var segment: Segment.ID?
    package var texts: [Language: IssueText]
    package var picks: [IssuePick]

    package init(segment: Segment.ID? = nil, texts: [Language: IssueText] = [:], picks: [IssuePick] = []) {
        self.segment = segment
        self.texts = texts.filter { !$0.value.title.isEmpty || !$0.value.text.isEmpty }
        self.picks = picks
    }

    func wording(in language: Language, _ part: (IssueText) -> String) -> Event.Wording {
        Event.Wording(in: language, else: Self.languages.first { texts[$0] != nil } ?? .sr) { texts[$0].map(part) }
    }

    /// What cannot stand in a letter is refused where it was typed: nothing disappears in silence.
    func check(_ faults: inout Faults) {
        faults.require(texts.values.contains { !$0.title.isEmpty }, "title-\(Self.languages[0].rawValue)", T.newsletter.errorTitle)
        faults.require(picks.count <= Self.mostPicks, "pick", T.newsletter.errorPicks(count: Self.mostPicks))
        for (language, text) in texts {
            let own = language.rawValue
            faults.require(!text.title.isEmpty, "title-\(own)", T.newsletter.errorTitleOfText)
            faults.limit(text.title, "title-\(own)", .sentence)
            faults.limit(text.text, "text-\(own)", .letter)
            if let dropped = Markdown(text.text).dropped.first { faults.add("text-\(own)", dropped.phrase) }
        }
    }
}

/// Something that an issue tells of.
package enum IssuePick: Sendable, Hashable {
    case offer(MonthOffer.ID)
    case event(Event.ID)
    case news(Article.ID)
    case practice(Practice.ID)

    /// In this order they stand in an issue.
    package enum Kind: String, CaseIterable, Sendable, Storable { case offer, event, news, practice }

    package var kind: Kind {
        switch self {
        case .offer: .offer
        case .event: .event
        case .news: .news
        case .practice: .practice
        }
    }

    /// As a form names it: `event-12`.
    package var text: String {
        switch self {
        case .offer(let id): "offer-\(id)"
        case .event(let id): "event-\(id)"
        case .news(let id): "news-\(id)"
        case .practice(let id): "practice-\(id)"
        }
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let id = Kernel.ID<IssuePick>(parts[1]) else { return nil }
        self = switch kind {
        case .offer: .offer(MonthOffer.ID(id.value))
        case .event: .event(Event.ID(id.value))
        case .news: .news(Article.ID(id.value))
        case .practice: .practice(Practice.ID(id.value))
        }
    }
}

/// What an issue tells of, in finished words of one language.
package struct IssueLine: Sendable, Hashable {
    package let kind: IssuePick.Kind
    package let title: Event.Wording
    /// Days of an event, authors of a note: as it stands, for a name is never converted.
    package let lead: String
    package let detail: Event.Wording
    /// Behind the language.
    package let path: String

    package init(_ kind: IssuePick.Kind, _ title: Event.Wording, lead: String = "", detail: Event.Wording, path: String) {
        (self.kind, self.title, self.lead, self.detail, self.path) = (kind, title, lead, detail, path)
    }
}

/// An issue in one language, as it is read: in a letter, on a page, before it begins.
package struct IssueSheet: Sendable {
    package let newsletter: Event.Wording
    package let title: Event.Wording
    package let text: Event.Wording
    package let lines: [IssueLine]
    package let day: Day
    package let path: String

    /// The lines by what they tell of.
    package var parts: [(kind: IssuePick.Kind, lines: [IssueLine])] {
        IssuePick.Kind.allCases.compactMap { kind in
            let own = lines.filter { $0.kind == kind }
            return own.isEmpty ? nil : (kind, own)
        }
    }
}

extension IssueText {
    /// The words alone, for search and for a summary.
    static func plain(_ text: String) -> String { Markdown(text).plain }
}
