package import Centres
package import Events
import Forms
package import Kernel
package import Languages
package import Storage

/// A newsletter of a centre: what it is called, what it is about, who may have it. Its issues are written one by one.
package struct Newsletter: Sendable {
    package typealias ID = Kernel.ID<Newsletter>

    package let id: ID
    package let centre: Centre.ID
    package let draft: NewsletterDraft
    /// Counts up with each change of what it says of itself, so that a consent knows what it was given to.
    package let version: Int
    /// Since when nobody joins it and nothing of it is written.
    package let ended: Instant?

    init(row: Row, texts: [Language: NewsletterText]) throws {
        (id, centre, version, ended) = (try row["id"], try row["centre"], try row["version"], try row["ended"])
        draft = NewsletterDraft(isOpen: try row["is_open"], texts: texts)
    }

    /// Whether people without an account may have it too.
    package var isOpen: Bool { draft.isOpen }
    package func name(in language: Language) -> Event.Wording { draft.wording(in: language, \.name) }
    package func about(in language: Language) -> Event.Wording { draft.wording(in: language, \.about) }
}

/// What a newsletter says of itself in one language.
package struct NewsletterText: Sendable, Hashable {
    package var name: String
    package var about: String

    package init(_ name: String, about: String = "") { (self.name, self.about) = (name, about) }
}

/// A newsletter as it is written down, before anything is decided about it.
package struct NewsletterDraft: Sendable, Hashable {
    /// The languages that it is written in; Serbian in Latin is derived, as everywhere.
    package static let languages: [Language] = [.sr, .lt, .en]

    package var isOpen: Bool
    package var texts: [Language: NewsletterText]

    package init(isOpen: Bool, texts: [Language: NewsletterText]) {
        self.isOpen = isOpen
        self.texts = texts.filter { !$0.value.name.isEmpty || !$0.value.about.isEmpty }
    }

    func wording(in language: Language, _ part: (NewsletterText) -> String) -> Event.Wording {
        Event.Wording(in: language, else: Self.languages.first { texts[$0] != nil } ?? .sr) { texts[$0].map(part) }
    }

    func check(_ faults: inout Faults) {
        faults.require(texts.values.contains { !$0.name.isEmpty }, "name-\(Self.languages[0].rawValue)", T.newsletter.errorName)
        for (language, text) in texts {
            let own = language.rawValue
            faults.require(!text.name.isEmpty, "name-\(own)", T.newsletter.errorNameOfText)
            faults.limit(text.name, "name-\(own)", .line)
            faults.limit(text.about, "note-\(own)", .note)
        }
    }
}

/// How fast letters leave, and when an address is given up.
package struct NewsletterRule: Sendable, Hashable {
    package static let usual = NewsletterRule(pace: 60, bounces: 3, days: 30)
    static let paces = 1...20_000, bounceBounds = 1...20, dayBounds = 1...365

    /// Letters a minute.
    package let pace: Int
    /// So many letters that came back within so many days end an address.
    package let bounces: Int
    package let days: Int

    package init(pace: Int, bounces: Int, days: Int) { (self.pace, self.bounces, self.days) = (pace, bounces, days) }

    /// How many letters may still be written in a minute.
    /// - Parameter written: how many were, of all issues together.
    func left(after written: Int) -> Int { max(0, pace - written) }

    /// How many minutes it takes.
    package func minutes(for letters: Int) -> Int { (letters + pace - 1) / pace }
}

extension Subject {
    package static func newsletter(_ id: Newsletter.ID) -> Subject { .other("newsletter", id.value) }
    package static func newsletterIssue(_ id: NewsletterIssue.ID) -> Subject { .other("newsletter_issue", id.value) }
    static func newsletterSegment(_ id: Segment.ID) -> Subject { .other("newsletter_segment", id.value) }
    static func newsletterSubscriber(_ id: Subscriber.ID) -> Subject { .other("newsletter_subscriber", id.value) }
}
