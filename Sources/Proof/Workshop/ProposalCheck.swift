import Accounts
import Catalogue
package import Languages

/// All that is known of a proposal when somebody asks whether it can be sent.
package struct ProposalDossier: Sendable {
    package let proposal: Proposal
    package let call: CallDetails?
    /// What stands in the fields, by their codes.
    package var texts: [String: TextVersion]
    package var authors: [ProposalAuthor]
    package var enclosures: [ProposalEnclosure]
    package var evidence: [PilotEvidence]
    package var reviews: [ProposalReview]
    package var comments: [ProposalComment]
    /// Fields in which two texts wait to be joined.
    package var split: Set<String>
    /// How often the programmes before it were held, each in its cycle, the last in front.
    package var heldBefore: [Int]

    package func text(_ code: String) -> String { texts[code]?.text ?? "" }
}

/// One thing that a dossier must have: met, or what is missing and what to do.
package struct ProposalCheck: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable {
        case title, fields, limits, hours, outcomes, realisers, consents, biographies, enclosures, comments, joined, held
    }

    package let kind: Kind
    /// Why it is not met, each in a sentence with the way out.
    package let faults: [Phrase]
    /// Something to know that stops nobody.
    package var remark: Phrase?
    /// Where it is mended, behind the proposal's own address.
    package let path: String

    package var isMet: Bool { faults.isEmpty }
}

extension ProposalDossier {
    package var checks: [ProposalCheck] { ProposalCheck.Kind.allCases.compactMap(check) }

    /// How far it is: so many checks are met of so many.
    package var readiness: (met: Int, of: Int) { (checks.count(where: \.isMet), checks.count) }

    private func check(_ kind: ProposalCheck.Kind) -> ProposalCheck? {
        let facts = proposal.facts, isProgramme = proposal.kind == .programme
        switch kind {
        case .title:
            let isWhole = !facts.title.isEmpty && (isProgramme ? facts.hours != nil : facts.starts != nil)
            return ProposalCheck(kind: kind, faults: isWhole ? [] : [isProgramme ? T.workshop.faultFacts : T.workshop.faultStarts], path: "/facts")
        case .fields:
            guard let call else { return ProposalCheck(kind: kind, faults: [T.workshop.faultNoCall], path: "/facts") }
            let empty = call.fields.filter { $0.isRequired && text($0.code).isEmpty }
            return ProposalCheck(kind: kind, faults: empty.map { T.workshop.faultEmpty(field: .title(said($0))) }, path: empty.first.map { "/fields/\($0.code)" } ?? "")
        case .limits:
            let long = (call?.fields ?? []).filter { part in part.most.map { ContentLine.letters(of: text(part.code)) > $0 } ?? false }
            return ProposalCheck(kind: kind, faults: long.map { part in
                let (count, most) = (ContentLine.letters(of: text(part.code)), part.most ?? 0)
                return T.workshop.faultLong(field: .title(said(part)), letters: .number(count), most: .number(most), over: .number(count - most))
            }, path: long.first.map { "/fields/\($0.code)" } ?? "")
        case .hours: return isProgramme ? hours : nil
        case .outcomes: return isProgramme ? outcomes : nil
        case .realisers:
            return ProposalCheck(kind: kind, faults: authors.contains(where: \.isRealiser) ? [] : [T.workshop.faultNoRealiser], path: "/authors")
        case .consents:
            let open = authors.filter { $0.agreed == nil }
            return ProposalCheck(kind: kind, faults: open.map { author in
                author.declined == nil ? T.workshop.faultNoConsent(name: .text(author.name)) : T.workshop.faultDeclined(name: .text(author.name))
            }, path: "/authors")
        case .biographies:
            let open = authors.filter { $0.biography.isEmpty }
            return ProposalCheck(kind: kind, faults: open.map { T.workshop.faultNoBiography(name: .text($0.name)) }, path: "/authors")
        case .enclosures:
            let there = Set(enclosures.map(\.code)), missing = (call?.enclosures ?? []).filter { $0.isRequired && !there.contains($0.code) }
            return ProposalCheck(kind: kind, faults: missing.map { T.workshop.faultNoEnclosure(name: .title(said($0))) }, path: "/enclosures")
        case .comments:
            let open = comments.filter(\.isOpen)
            return ProposalCheck(
                kind: kind, faults: open.isEmpty ? [] : [T.workshop.faultComments(count: open.count)], path: open.first.map { "/fields/\($0.field)" } ?? "")
        case .joined:
            return ProposalCheck(
                kind: kind, faults: split.isEmpty ? [] : [T.workshop.faultSplit(count: split.count)], path: split.min().map { "/fields/\($0)" } ?? "")
        case .held: return isProgramme ? held : nil
        }
    }

    private func said(_ part: CallPart) -> String { part.words.said(in: proposal.facts.language).text }

    /// The hours of its contents are its hours.
    private var hours: ProposalCheck {
        let lines = ContentLine.read(text(ContentField.topics)), path = "/fields/\(ContentField.topics)"
        if lines.isEmpty { return ProposalCheck(kind: .hours, faults: [T.workshop.faultNoTopics], path: path) }
        let bare = lines.filter { $0.hours == nil }
        if let first = bare.first { return ProposalCheck(kind: .hours, faults: [T.workshop.faultTopicHours(topic: .title(first.title))], path: path) }
        let sum = lines.reduce(0) { $0 + ($1.hours ?? 0) }, wanted = proposal.facts.hours ?? 0
        return ProposalCheck(
            kind: .hours, faults: sum == wanted ? [] : [T.workshop.faultHours(sum: .number(sum), hours: .number(wanted))], path: path)
    }

    /// Each outcome is served by a content, and no content serves one that is not there.
    private var outcomes: ProposalCheck {
        let list = ContentLine.list(text(ContentField.outcomes)), lines = ContentLine.read(text(ContentField.topics))
        if list.isEmpty { return ProposalCheck(kind: .outcomes, faults: [T.workshop.faultNoOutcomes], path: "/fields/\(ContentField.outcomes)") }
        let served = lines.reduce(into: Set<Int>()) { $0.formUnion($1.outcomes) }
        let unserved = list.indices.map { $0 + 1 }.filter { !served.contains($0) }, strange = served.filter { $0 > list.count }.sorted()
        let faults = unserved.map { T.workshop.faultOutcome(number: .number($0), outcome: .title(list[$0 - 1])) }
            + strange.map { T.workshop.faultStrange(number: .number($0)) }
        return ProposalCheck(kind: .outcomes, faults: faults, path: "/fields/\(ContentField.topics)")
    }

    /// What was approved in two cycles and never held is not taken any more; what was approved once and never held is judged as new.
    private var held: ProposalCheck {
        let isNever = !heldBefore.isEmpty && heldBefore.allSatisfy { $0 == 0 }
        var check = ProposalCheck(kind: .held, faults: isNever && heldBefore.count > 1 ? [T.workshop.faultNeverHeld] : [], path: "/facts")
        if isNever, heldBefore.count == 1 { check.remark = T.workshop.remarkAsNew }
        return check
    }
}

/// Codes of fields whose words go into the catalogue; a call may ask for others beside them.
package enum ContentField {
    package static let goal = "goal", specificGoals = "specificGoals", outcomes = "outcomes", topics = "topics", target = "target", phases = "phases"
    package static let evaluation = "evaluation", followUp = "followUp", price = "price"
}

extension ProposalCheck.Kind {
    var name: Phrase {
        switch self {
        case .title: T.workshop.checkTitle
        case .fields: T.workshop.checkFields
        case .limits: T.workshop.checkLimits
        case .hours: T.workshop.checkHours
        case .outcomes: T.workshop.checkOutcomes
        case .realisers: T.workshop.checkRealisers
        case .consents: T.workshop.checkConsents
        case .biographies: T.workshop.checkBiographies
        case .enclosures: T.workshop.checkEnclosures
        case .comments: T.workshop.checkComments
        case .joined: T.workshop.checkJoined
        case .held: T.workshop.checkHeld
        }
    }
}
