package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// A proposal of centres to change a rule or a practice. One centre coordinates it; those that are asked say where they stand, and what became of it is
/// told to everybody.
package struct Initiative: Sendable {
    package typealias ID = Kernel.ID<Initiative>

    package let id: ID
    /// Which coordinates it.
    package let centre: Centre.ID
    package let state: InitiativeState
    package let details: InitiativeDetails
    package let made: Instant
    package let adopted: Day?
    /// Of the register of documents.
    package let number: String
    package let ended: Day?
    /// Why it was dropped.
    package let reason: String
    package let outcome: InitiativeOutcome?

    init(row: Row) throws {
        (id, centre, state) = (try row["id"], try row["centre"], try row["state"])
        details = InitiativeDetails(
            title: try row["title"], recipient: try row["recipient"], reasons: try row["reasons"], language: try row["language"], deadline: try row["deadline"],
            keeper: try row["keeper"])
        (made, adopted, number) = (try row["made"], try row["adopted"], try row["number"])
        (ended, reason) = (try row["ended"], try row["reason"])
        let kind: InitiativeOutcome.Kind? = try row["outcome"]
        outcome = try kind.map { InitiativeOutcome($0, words: try row["outcome_words"], proof: try row["proof"]) }
    }

    /// Where everybody reads it once it is adopted, behind the language.
    package var path: String { "/initiatives/\(id)" }
    /// Where the centres work on it.
    package var deskPath: String { "/staff/initiatives/\(id)" }
    /// Where members of circles read and comment it.
    package var ownPath: String { "/me/initiatives/\(id)" }

    /// Whether positions and comments are still taken: to the very minute of the deadline.
    package func takesWords(at now: Instant) -> Bool { state == .open && now <= details.deadline }
}

/// What is said of an initiative beside its text.
package struct InitiativeDetails: Sendable, Hashable {
    package static let languages: [Language] = [.sr, .lt, .en]

    package var title: String
    /// To whom it is addressed.
    package var recipient: String
    /// Why, as Markdown.
    package var reasons: String
    package var language: Language
    package var deadline: Instant
    package var keeper: Person.ID?

    package init(title: String, recipient: String, reasons: String = "", language: Language, deadline: Instant, keeper: Person.ID? = nil) {
        (self.title, self.recipient, self.reasons) = (title, recipient, reasons)
        (self.language, self.deadline, self.keeper) = (language, deadline, keeper)
    }
}

/// How far an initiative is. It goes one way: what was adopted is not written on.
package enum InitiativeState: String, CaseIterable, Sendable, Storable {
    case draft, open, adopted, sent, closed, dropped

    /// Whether its text is still written.
    package var isWritten: Bool { self == .draft || self == .open }
    /// Whether everybody reads it.
    package var isPublic: Bool { self == .adopted || self == .sent || self == .closed }
    package var isOver: Bool { self == .closed || self == .dropped }
}

/// What became of it in the end.
package struct InitiativeOutcome: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable, Storable {
        case accepted, part, refused
        /// Nobody has answered.
        case silence
    }

    package let kind: Kind
    package let words: String
    /// Where it can be read: an address, a number of the official gazette.
    package let proof: String

    package init(_ kind: Kind, words: String = "", proof: String = "") { (self.kind, self.words, self.proof) = (kind, words, proof) }

    /// What was accepted, in whole or in part, names where it can be read.
    package var lacksProof: Bool { (kind == .accepted || kind == .part) && proof.isEmpty }
}

extension Subject {
    package static func initiative(_ id: Initiative.ID) -> Subject { .other("initiative", id.value) }
}
