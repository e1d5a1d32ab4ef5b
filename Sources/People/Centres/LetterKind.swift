package import Kernel
package import Languages
package import Look

/// A kind of letter, or a notice on a page, whose words a centre may choose. The room that writes it brings it.
package struct LetterKind: Sendable {
    /// In an address: `admitted`.
    package let name: String
    package let title: Phrase
    /// The texts that it is made of, filled with a sample; of a letter the first is its subject.
    package let texts: @Sendable (LetterSample) -> [Phrase]
    package let isLetter: Bool
    /// Whether the event stands in lines below its text.
    package let tellsEvent: Bool

    package init(
        _ name: StaticString, _ title: Phrase, isLetter: Bool = true, tellsEvent: Bool = true, _ texts: @escaping @Sendable (LetterSample) -> [Phrase]
    ) {
        self.name = name.description
        self.title = title
        self.isLetter = isLetter
        self.tellsEvent = isLetter && tellsEvent
        self.texts = texts
    }

    /// The keys of its texts. Which they are does not depend on what fills them.
    package var keys: [TextKey] { texts(.invented).map(\.key) }
}

/// What a letter is filled with when somebody looks at it before it is ever sent: as far as there is something real, that.
package struct LetterSample: Sendable {
    package let title: Value
    /// What kind of occasion it is.
    package let form: Value
    /// What of the event stands in lines below the text.
    package let facts: [(label: String, value: Run)]
    package let moment: Instant
    /// The day on which it is held.
    package let day: Value
    /// From when to when, on its first day.
    package let times: Value
    /// Somebody: whoever looks.
    package let name: Value
    /// What a part of it, or a paper, is called.
    package let part: Value

    package init(
        title: String, form: String, facts: [(label: String, value: Run)], moment: Instant, day: Day? = nil, times: Value = "…", name: String = "…",
        part: String = "…"
    ) {
        self.title = .text(title)
        self.form = .text(form)
        self.day = day.map { .day($0) } ?? .text("…")
        self.times = times
        (self.name, self.part) = (.text(name), .text(part))
        self.facts = facts
        self.moment = moment
    }

    static let invented = LetterSample(title: "…", form: "…", facts: [], moment: Instant(seconds: 0))
}

/// What the next event of a centre would fill a letter with: answered by the room that has events.
package struct LetterSampleAsked: Question {
    package typealias Answer = LetterSample
    package let centre: Centre
    package let t: Texts
}
