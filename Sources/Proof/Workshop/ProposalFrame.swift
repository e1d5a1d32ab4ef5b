import Accounts
import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look
import Portfolio

/// The pages of one proposal, with the way from one to the other.
struct ProposalFrame {
    let reader: Reader
    private var t: Texts { reader.t }

    func screen(_ proposal: Proposal, at place: String, @HTMLBuilder content: () -> Markup) -> Screen {
        let own = reader.link("/proposals/\(proposal.id)"), inner = content()
        let tabs: [(String, Phrase)] = [
            ("", T.workshop.overview), ("/facts", T.workshop.facts), ("/authors", T.workshop.authors), ("/enclosures", T.workshop.enclosures), ("/copy", T.workshop.copy),
        ]
        return Screen(
            t.shown(proposal.facts.title), trail: [Look.Link(t(T.workshop.mine), href: reader.link("/me/proposals"))], isIndexed: false
        ) {
            Tabs(t(T.workshop.parts), tabs.map { NavItem(t($0.1), href: own + $0.0, isCurrent: $0.0 == place) })
            inner
        }
    }
}

/// What a field is called: as the call says, or as we call what it does not ask for.
struct FieldName: View {
    let reader: Reader
    let code: String
    let part: CallPart?

    private var run: Run {
        let t = reader.t
        if code == ProposalIdea.field { return Run(t(T.workshop.ideaField)) }
        guard let part else { return Run(code) }
        let said = part.words.said(in: t.language)
        return t.run(said.text, said.language)
    }

    var body: Markup { run }
}

/// The name of a proposal, where it stands, and what comes next.
struct ProposalHead: View {
    let reader: Reader
    let sheet: ProposalSheet
    private var t: Texts { reader.t }

    var body: Markup {
        let proposal = sheet.proposal, filing = proposal.filing
        Group {
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(proposal.kind.name)))
            HTML::p { Chip(proposal.state.tone, t(proposal.state.name)) }
            if proposal.state.isBefore, let refusal = sheet.refusal {
                Notice(.waiting) { HTML::p { t(refusal) } }
            }
            Facts {
                if let call = sheet.dossier.call {
                    let said = call.title.said(in: t.language)
                    FactLine(t(T.workshop.call)) {
                        t.run(said.text, said.language)
                        if call.certainty == .unconfirmed { " "; Chip(.waiting, t(T.workshop.unconfirmed)) }
                    }
                }
                if proposal.state.isBefore, let deadline = sheet.deadline { FactLine(t(T.workshop.deadline), t.day(deadline)) }
                if let predecessor = sheet.predecessor {
                    FactLine(t(T.workshop.predecessor)) { t.run(predecessor.title, predecessor.language); " ("; predecessor.number; ", "; t.run(predecessor.cycle); ")" }
                }
                if !proposal.subject.isEmpty { FactLine(t(T.workshop.subject), t.run(proposal.subject)) }
                if proposal.source.hasPrefix("/") {
                    FactLine(t(T.workshop.source)) { a(.href(reader.link(proposal.source))) { t(T.workshop.sourceHere) } }
                } else if !proposal.source.isEmpty {
                    FactLine(t(T.workshop.source), t.run(proposal.source))
                }
                if let day = filing.day { FactLine(t(T.workshop.filed), [filing.number, t.day(day)].filter { !$0.isEmpty }.joined(separator: ", ")) }
                if let decided = filing.decided { FactLine(t(T.workshop.decided), [filing.decision, t.day(decided)].filter { !$0.isEmpty }.joined(separator: ", ")) }
                if !filing.reasons.isEmpty { FactLine(t(T.workshop.reasons), t.run(filing.reasons)) }
                if proposal.state == .rejected, let until = filing.complaintUntil { FactLine(t(T.workshop.complaintUntil), t.day(until)) }
                if let until = filing.validUntil { FactLine(t(T.workshop.validUntil), t.day(until)) }
                if let programme = proposal.programme {
                    FactLine(t(T.workshop.inCatalogue)) { a(.href(reader.link("/programmes/\(programme)"))) { t.run(proposal.facts.title, proposal.facts.language) } }
                }
            }
        }
    }
}

/// How far a dossier is: one sentence, a bar, and under it each thing that is asked, with what to do.
struct Readiness: View {
    let reader: Reader
    let dossier: ProposalDossier
    private var t: Texts { reader.t }

    var body: Markup {
        let readiness = dossier.readiness
        let isReady = readiness.met == readiness.of
        let missing = dossier.checks.filter { !$0.isMet }.map { Value.phrase($0.kind.name) }
        let sentence = isReady ? t(T.workshop.ready(all: .number(readiness.of)))
            : t(T.workshop.readySome(met: .number(readiness.met), all: .number(readiness.of), missing: .list(missing)))
        Progress(sentence, Meter(sentence, value: readiness.met, of: readiness.of, isReady ? .good : .waiting), why: t(T.workshop.whatIsAsked)) {
            ul {
                ForEach(dossier.checks) { check in
                    li {
                        Chip(check.isMet ? .good : .waiting, t(check.kind.name))
                        ForEach(check.faults) { fault in " "; t(fault) }
                        if let remark = check.remark { " "; t(remark) }
                        if !check.isMet, !check.path.isEmpty {
                            " "
                            a(.href(reader.link("/proposals/\(dossier.proposal.id)\(check.path)"))) {
                                t(T.workshop.mend)
                                span(.class("unseen")) { ": "; t(check.kind.name) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A judgement with its marks.
struct JudgementShown: View {
    let reader: Reader
    let review: ProposalReview
    let criteria: [CallPart]
    private var t: Texts { reader.t }

    var body: Markup {
        Group {
            PersonLine(
                Run(review.name), detail: review.given.map { [Run(t.instant($0))] } ?? [],
                state: Chip(review.isReady ? .good : .waiting, t(review.isReady ? T.workshop.verdictReady : T.workshop.verdictRevise)))
            ul {
                ForEach(review.marks) { mark in
                    li {
                        if let part = criteria.first(where: { $0.code == mark.code }) { FieldName(reader: reader, code: mark.code, part: part) } else { mark.code }
                        ": "
                        t(T.workshop.markOf(mark: .number(mark.mark), most: .number(ProposalReview.bounds.upperBound)))
                        if !mark.note.isEmpty { ". "; t.run(mark.note) }
                    }
                }
            }
            if !review.note.isEmpty { HTML::p(.class("lines")) { t.run(review.note) } }
        }
    }
}
