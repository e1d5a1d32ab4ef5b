import Accounts
import Catalogue
import Kernel
import Languages

/// A proposal as its page shows it.
struct ProposalSheet: Sendable {
    let dossier: ProposalDossier
    /// The last day on which it can be sent.
    let deadline: Day?
    /// Why it could not be sent now, by the days of the call alone.
    let refusal: Phrase?
    let offered: [PilotEvidence]
    /// What was done, the newest first, with the names of whoever did it.
    let history: [(entry: JournalEntry, name: String)]
    let predecessor: ProgrammeTitle?
    /// The names of those who wrote versions and comments.
    let names: [Person.ID: String]
    /// Whether whoever looks is of the centre's people.
    let isStaff: Bool
    let isAuthor: Bool

    var proposal: Proposal { dossier.proposal }

    /// The fields in the order of the call; what stands in others that it does not ask for comes last.
    var parts: [(code: String, part: CallPart?)] {
        let asked = dossier.call?.fields ?? [], codes = Set(asked.map(\.code))
        let others = dossier.texts.keys.filter { !codes.contains($0) }.sorted()
        return others.filter { $0 == ProposalIdea.field }.map { ($0, nil) } + asked.map { ($0.code, $0) } + others.filter { $0 != ProposalIdea.field }.map { ($0, nil) }
    }
}

struct ProgrammeTitle: Sendable {
    let id: Programme.ID
    let number: String
    let title: String
    let language: Language
    let cycle: String
}

/// One field with all that was written and said of it.
struct FieldSheet: Sendable {
    let proposal: Proposal
    let code: String
    let part: CallPart?
    let versions: [TextVersion]
    let comments: [ProposalComment]
    let names: [Person.ID: String]

    var current: TextVersion? { versions.first { $0.standing == .current } }
    var beside: [TextVersion] { versions.filter { $0.standing == .beside } }
    /// Each paragraph by its number.
    var paragraphs: [String] { (current?.text ?? "").split(whereSeparator: \.isNewline).map(String.init) }
}

/// All proposals of a centre, with what its people want to know of each at one look.
struct ProposalBoard: Sendable {
    struct Line: Sendable {
        let proposal: Proposal
        let authors: [ProposalAuthor]
        let deadline: Day?
        let readiness: (met: Int, of: Int)?
    }

    let lines: [Line]
    let state: ProposalState?
    /// How many of each state.
    let counts: [ProposalState: Int]
    /// Authors by municipality; those of fewer than five together.
    let places: [(name: String, count: Int?)]
    let renewable: [ProgrammeTitle]
}
