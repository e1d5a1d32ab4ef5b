package import Accounts
package import Guests
package import Kernel
package import Languages
package import Storage

/// What an author proposes to a call: a talk, a workshop, a poster, whatever kinds the call names.
package struct Paper: Sendable {
    package typealias ID = Kernel.ID<Paper>

    package let id: ID
    package let call: PaperCall.ID
    /// Who sent it and hears of it; none once the account was deleted.
    package let person: Person.ID?
    package private(set) var state: PaperState
    /// In which round it is read; 2 once a second version was sent.
    package let round: Int
    package let created: Instant
    package let decided: Instant?
    /// Where it was when the centre decided; nil while nothing was decided.
    package let decidedFrom: PaperState?
    /// Of the centre, with the last decision.
    package private(set) var words: String
    package let talk: Talk.ID?
    /// What was sent in each round, or is being written.
    package let versions: [PaperVersion]
    package let authors: [PaperAuthor]

    init(row: Row, versions: [PaperVersion], authors: [PaperAuthor]) throws {
        id = try row["id"]
        call = try row["call"]
        person = try row["person"]
        state = try row["state"]
        round = try row["round"]
        created = try row["created"]
        decided = try row["decided"]
        decidedFrom = try row["decided_from"]
        words = try row["words"]
        talk = try row["talk"]
        self.versions = versions
        self.authors = authors
    }

    /// What reviewers and the programme read: the last version that was sent, or the draft.
    package var version: PaperVersion? { versions.last { $0.sent != nil } ?? versions.last }
    /// What its author writes at.
    package var draft: PaperVersion? { versions.last }

    /// The round whose version its author writes at, while that can be changed; nil when it cannot.
    package func openRound(_ call: PaperCall, on today: Day) -> Int? {
        switch state {
        case .draft: call.stage(on: today) == .open ? 1 : nil
        case .sent: call.published != nil && today <= call.deadline(in: round) ? round : nil
        case .changes: today <= call.deadline(in: 2) ? 2 : nil
        case .accepted, .refused, .withdrawn: nil
        }
    }

    /// Whether the centre can decide now: authors have no more time, so that nobody decides about what still changes.
    package func canBeDecided(_ call: PaperCall, on today: Day) -> Bool {
        (state == .sent || state == .changes) && openRound(call, on: today) == nil
    }

    /// So long a decision waits before its author learns of it.
    package static let graceSeconds = 600

    /// Whether it was decided a moment ago, so that its author was told nothing yet and the centre can take it back.
    package func isFresh(at now: Instant) -> Bool {
        guard hasDecision, let decided else { return false }
        return now < decided.adding(seconds: Self.graceSeconds)
    }

    /// Whether what was decided is what stands: nothing has followed from it.
    private var hasDecision: Bool {
        guard decidedFrom != nil, talk == nil else { return false }
        return state == .accepted || state == .refused || state == .changes
    }

    /// Whether the centre can decide otherwise, of which a new letter tells.
    package func canBeRedecided(at now: Instant) -> Bool { hasDecision && !isFresh(at: now) && (state != .changes || version == draft) }

    /// As its author sees it: a decision that is not told yet has not been made.
    func told(at now: Instant) -> Paper {
        guard isFresh(at: now), let before = decidedFrom else { return self }
        var paper = self
        (paper.state, paper.words) = (before, "")
        return paper
    }

    /// Whether its author can take it back.
    package var canBeWithdrawn: Bool { state != .withdrawn && state != .refused && talk == nil }

    /// Whether somebody is among its authors, by the account or by the address: nobody reviews or decides about their own.
    package func isOf(_ person: Person) -> Bool {
        self.person == person.id || authors.contains { !$0.email.isEmpty && $0.email == person.email }
    }
}

/// Where a proposal is on its way.
package enum PaperState: String, CaseIterable, Sendable, Storable {
    case draft, sent
    /// It would be accepted with changes: a second version is awaited.
    case changes
    case accepted, refused, withdrawn

    package var name: Phrase {
        switch self {
        case .draft: T.papers.stateDraft
        case .sent: T.papers.stateSent
        case .changes: T.papers.stateChanges
        case .accepted: T.papers.stateAccepted
        case .refused: T.papers.stateRefused
        case .withdrawn: T.papers.stateWithdrawn
        }
    }
}

/// What was sent, or is being written, for one round.
package struct PaperVersion: Sendable, Hashable {
    package let round: Int
    package let text: PaperText
    package let sent: Instant?

    init(row: Row) throws {
        round = try row["round"]
        text = PaperText(
            title: try row["title"], abstract: try row["abstract"], keywords: try row["keywords"], kind: try row["kind"], note: try row["note"])
        sent = try row["sent"]
    }
}

package struct PaperText: Sendable, Hashable {
    package var title: String
    package var abstract: String
    /// Parted by commas.
    package var keywords: String
    package var kind: String
    /// What was changed, for those who read it a second time.
    package var note: String

    package init(title: String, abstract: String = "", keywords: String = "", kind: String = "", note: String = "") {
        (self.title, self.abstract, self.keywords, self.kind, self.note) = (title, abstract, keywords, kind, note)
    }

    package var words: Int { abstract.split(whereSeparator: \.isWhitespace).count }
    package var keys: [String] { keywords.split(separator: ",").map { WrittenText.line(String($0)) }.filter { !$0.isEmpty } }
}

package struct PaperAuthor: Sendable, Hashable {
    package var name: String
    /// Empty where none was told.
    package var email: String
    package var school: String

    package init(name: String, email: String = "", school: String = "") {
        (self.name, self.email, self.school) = (name, email, school)
    }

    static let longest = TextLimit.line.rawValue
}

/// A proposal as its author writes it.
package struct PaperDraft: Sendable, Hashable {
    package var text: PaperText
    package var authors: [PaperAuthor]

    package init(_ text: PaperText, authors: [PaperAuthor]) {
        (self.text, self.authors) = (text, authors)
    }

    static let longestTitle = TextLimit.sentence.rawValue, longestAbstract = TextLimit.letter.rawValue, longestNote = TextLimit.note.rawValue

    /// What keeps it from being sent. A draft may lack anything but a title.
    package func faults(_ call: PaperCallDetails) -> Faults {
        var faults = Faults()
        faults.require(!text.title.isEmpty, "title", T.common.errorMissing)
        faults.require(!text.abstract.isEmpty, "abstract", T.common.errorMissing)
        faults.require(text.words <= call.abstractWords, "abstract", T.papers.abstractTooLong(words: .number(text.words), most: .number(call.abstractWords)))
        faults.require(text.keys.count <= call.keywordsMost, "keywords", T.papers.keywordsTooMany(count: call.keywordsMost))
        faults.require(call.kinds.isEmpty || call.kinds.contains(text.kind), "kind", T.common.errorChoose)
        faults.require(!authors.isEmpty, "name1", T.papers.authorMissing)
        for (index, author) in authors.enumerated() { faults.require(!author.name.contains(","), "name\(index + 1)", T.papers.authorComma) }
        let together = authors.map(\.name).joined(separator: ", ").unicodeScalars.count
        faults.require(together <= Self.longestTitle, "name1", T.common.errorTooLong(most: .number(Self.longestTitle)))
        faults.require(authors.count <= call.authorsMost, "name1", T.papers.authorsTooMany(count: call.authorsMost))
        return faults
    }
}

extension Subject {
    package static func paper(_ id: Paper.ID) -> Subject { .other("paper", id.value) }
}
