package import Accounts
package import Catalogue
package import Centres
package import Files
package import Kernel
package import Languages
import Storage

/// A programme or a gathering on its way from an idea to the decision about it.
package struct Proposal: Sendable {
    package typealias ID = Kernel.ID<Proposal>

    package let id: ID
    package let centre: Centre.ID
    package let call: Call.ID?
    package let kind: ProposalKind
    package let state: ProposalState
    package let facts: ProposalFacts
    package let subject: String
    /// Where the idea comes from, in words or as an address.
    package let source: String
    package let predecessor: Programme.ID?
    package let renews: ID?
    /// What it became in the catalogue.
    package let programme: Programme.ID?
    package let begun: Instant
    package let changed: Instant
    package let filing: ProposalFiling
}

/// What is said of it in numbers and choices; all else is text of its fields.
package struct ProposalFacts: Sendable, Hashable {
    package var title: String
    package var language: Language
    package var hours: Int?
    package var days: Int?
    package var form = Programme.Form.direct
    package var seatsMin = 0
    package var seatsMax = 30
    package var competence: CycleCode.ID?
    package var priority: CycleCode.ID?
    package var area: CycleCode.ID?
    /// Of a gathering: its first day, and where.
    package var starts: Day?
    package var place = ""

    package init(_ title: String, in language: Language) { (self.title, self.language) = (title, language) }

    package static let hourBounds = 1...1_000
    package static let dayBounds = 1...60
    package static let seatBounds = 0...1_000
}

/// How it was sent and decided.
package struct ProposalFiling: Sendable, Hashable {
    package var number = ""
    package var day: Day?
    /// The number in the catalogue, or of the approval.
    package var decision = ""
    package var decided: Day?
    package var reasons = ""
    /// The last day on which one may complain.
    package var complaintUntil: Day?
    package var complained: Day?
    package var validUntil: Day?

    package init() {}
}

/// What somebody would like to see in the catalogue, before anything is written of it: what another room hands over, or what is typed.
package struct ProposalIdea: Sendable {
    package var kind: ProposalKind
    package var title: String
    package var description: String
    /// The subject or competence, in words.
    package var subject: String
    /// Where it comes from: words, or an address on this site.
    package var source: String
    package var language: Language

    package init(_ kind: ProposalKind, title: String, description: String, subject: String = "", source: String = "", language: Language) {
        (self.kind, self.title, self.description, self.subject, self.source, self.language) = (kind, title, description, subject, source, language)
    }

    /// The field in which its description stands.
    package static let field = "idea"
}

/// Who writes it or would lead it, with what they agreed to.
package struct ProposalAuthor: Sendable {
    package typealias ID = Kernel.ID<ProposalAuthor>

    package let id: ID
    package let proposal: Proposal.ID
    package let person: Person.ID
    package let name: String
    package let occupation: String
    package let isLead: Bool
    package let isAuthor: Bool
    package let isRealiser: Bool
    package let agreed: Instant?
    package let declined: Instant?
    /// What they say of themselves in every proposal; empty until they have.
    package let biography: String
}

/// The link by which somebody agrees to be named.
package struct ConsentLink: Hashable, Sendable {
    package let author: ProposalAuthor.ID
    package let proposal: Proposal.ID

    package init(_ author: ProposalAuthor.ID, of proposal: Proposal.ID) { (self.author, self.proposal) = (author, proposal) }

    package func text(_ seal: Seal) -> String { "\(author)-\(proposal)-\(mark(seal))" }

    private func mark(_ seal: Seal) -> String { seal.mark("\(author) \(proposal)", for: "consent link") }

    /// - Returns: nil for a link that was not given by this installation.
    package init?(_ text: String, _ seal: Seal) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let author = ProposalAuthor.ID(parts[0]), let proposal = Proposal.ID(parts[1]) else { return nil }
        self.init(author, of: proposal)
        guard mark(seal) == parts[2] else { return nil }
    }
}

package struct ProposalEnclosure: Sendable {
    package typealias ID = Kernel.ID<ProposalEnclosure>

    package let id: ID
    package let code: String
    package let file: StoredFile
}

/// The judgement of one of the centre's people.
package struct ProposalReview: Sendable {
    package typealias ID = Kernel.ID<ProposalReview>

    package struct Mark: Sendable, Hashable {
        package let code: String
        package let mark: Int
        package let note: String

        package init(_ code: String, _ mark: Int, _ note: String = "") { (self.code, self.mark, self.note) = (code, mark, note) }
    }

    package let id: ID
    package let reviewer: Person.ID?
    package let name: String
    package let asked: Instant
    package let given: Instant?
    package let isReady: Bool
    package let note: String
    package let marks: [Mark]

    package static let bounds = 1...4
}

/// What a pilot or the programme before it has shown: as it was counted on one day.
package struct PilotEvidence: Sendable, Hashable {
    package let source: String
    package let title: String
    package let language: Language
    package var frozen: Day
    package var events = 0
    /// Of the evaluation: how many answered, and the mean in hundredths; nothing where too few did.
    package var answers = 0
    package var mean: Int?
    /// Of the use in class: as `UseIndex` counts it; nothing where it is not told.
    package var asked = 0
    package var answered = 0
    package var used = 0

    package init(_ source: String, title: String, language: Language, frozen: Day) {
        (self.source, self.title, self.language, self.frozen) = (source, title, language, frozen)
    }

    package var isEmpty: Bool { mean == nil && answered == 0 }
}

extension Subject {
    package static func proposal(_ id: Proposal.ID) -> Subject { .other("proposal", id.value) }
}
