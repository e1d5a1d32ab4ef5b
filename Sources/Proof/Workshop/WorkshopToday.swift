import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Proposals on the pages that several rooms share.
enum WorkshopToday {
    /// So many days before its end a call is spoken of.
    private static let soon = 14

    /// What waits to be judged, and what must soon be sent.
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        let open = try ProposalStore.proposals(at: asked.centre.id, in: act).filter { $0.state.isBefore && $0.state != .idea }
        let lines: [TodayPart.Line] = try open.compactMap { proposal in
            let title = asked.t.run(proposal.facts.title, proposal.facts.language), path = "/staff/workshop/\(proposal.id)"
            if proposal.state == .review {
                return TodayPart.Line(.waiting, asked.today, title, T.workshop.todayReview, T.workshop.toReview, path: path + "/review")
            }
            guard let deadline = try WorkshopKeepingStore.deadline(of: proposal, in: act), (0...soon).contains(asked.today.days(until: deadline)) else { return nil }
            return TodayPart.Line(
                asked.today.days(until: deadline) <= 3 ? .bad : .waiting, deadline, title, T.workshop.todayCloses(day: .day(deadline)), T.workshop.toProposal, path: path)
        }
        return TodayPart(lines: lines)
    }

    /// What somebody writes, what they are asked to judge, and where their consent is asked.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let centre = asked.centre.id
        let consents = try ProposalAuthorStore.waiting(for: asked.person, at: centre, in: act)
        let reviews = try ProposalReviewStore.waiting(for: asked.person, at: centre, in: act)
        let own = try ProposalStore.proposals(of: asked.person, at: centre, in: act).filter { !$0.state.isOver }
        guard !consents.isEmpty || !reviews.isEmpty || !own.isEmpty else { return MePart() }
        return MePart((58, PagePart(T.workshop.mine) { reader in
            let t = reader.t
            ActList(consents.map { one in
                ActList.Line(
                    .waiting, when: t(T.workshop.consentAsked), t.run(one.proposal.facts.title, one.proposal.facts.language),
                    act: Look.Link(t(T.workshop.toConsent), href: reader.link("/consents/\(ConsentLink(one.author.id, of: one.proposal.id).text(asked.seal))")))
            } + reviews.map { proposal in
                ActList.Line(
                    .waiting, when: t(T.workshop.reviewAsked), t.run(proposal.facts.title, proposal.facts.language),
                    act: Look.Link(t(T.workshop.toReview), href: reader.link("/staff/workshop/\(proposal.id)/review")))
            })
            ForEach(own) { proposal in
                PersonLine(
                    t.run(proposal.facts.title, proposal.facts.language), href: reader.link("/proposals/\(proposal.id)"), detail: [Run(t(proposal.kind.name))],
                    state: Chip(proposal.state.tone, t(proposal.state.name)))
            }
            HTML::p { a(.href(reader.link("/me/proposals"))) { t(T.workshop.toMine) } }
        }))
    }
}
