import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// The call for everybody, and a proposal for its author.
enum PaperPages {
    @Sendable static func call(_ visit: Visit) async throws -> Answer {
        let (event, call) = try await shown(visit)
        return visit.page(PaperCallViews(reader: visit.reader).page(call, of: event))
    }

    private static func shown(_ visit: Visit) async throws -> (Event, PaperCall) {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            guard let call = try PaperCallStore.shown(of: event, in: act) else { throw Problem.missing }
            return (event, call)
        }
    }

    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let (event, call) = try await shown(visit)
        guard event.state == .announced || event.state == .confirmed else { throw Problem.conflict(T.papers.notOpenNow) }
        guard call.stage(on: visit.today) == .open else { throw Problem.conflict(closed(call, visit.today)) }
        let today = visit.today
        let own = try await visit.read { act in
            guard let id = act.by.person else { throw Problem.missing }
            let person = try PersonStore.person(id, in: act)
            return PaperAuthor(
                name: person.name.full, email: person.email ?? "", school: try EmploymentStore.schools(of: id, on: today, in: act).first?.name ?? "")
        }
        let draft = PaperDraft(PaperText(title: ""), authors: [own])
        return visit.page(PaperViews(reader: visit.reader).form(visit.form(draft.typed), call, of: event, paper: nil, round: 1))
    }

    private static func closed(_ call: PaperCall, _ today: Day) -> Phrase {
        call.stage(on: today) == .coming ? T.papers.opensOn(day: .day(call.details.days.opens)) : T.papers.closedOn(day: .day(call.details.days.deadline))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (event, call) = try await shown(visit)
        let sends = visit.typed["deed"] == "send"
        return try await visit.submit {
            let draft = try PaperDraft(visit.typed, call.details)
            return try await visit.act { act in
                let paper = try PaperStore.add(draft, to: event.id, sends: sends, in: act)
                return Redirect(visit.link("/papers/\(paper)"), sends ? T.papers.saidSent : T.papers.saidDrafted)
            }
        } again: { form in
            PaperViews(reader: visit.reader).form(form, call, of: event, paper: nil, round: 1)
        }
    }

    // MARK: One's own

    private struct Own: Sendable {
        let paper: Paper
        let call: PaperCall
        let event: Event
        /// Of rounds that were decided.
        let reviews: [Review]
    }

    private static func own(_ visit: Visit) async throws -> Own {
        let id: Paper.ID = try visit.id("paper")
        return try await visit.read { act in
            let (paper, call, event) = try PaperStore.own(id, in: act)
            let reviews = try ReviewStore.reviews(of: [id], in: act)[id] ?? []
            return Own(paper: paper, call: call, event: event, reviews: reviews.filter { $0.given != nil && ($0.round < paper.round || paper.decides(on: $0.round)) })
        }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let own = try await own(visit)
        return visit.page(PaperViews(reader: visit.reader).page(own.paper, own.call, of: own.event, reviews: own.reviews))
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let own = try await own(visit)
        guard let round = own.paper.openRound(own.call, on: visit.today), let text = own.paper.draft?.text else {
            throw Problem.conflict(T.papers.notOpenNow)
        }
        let form = visit.form(PaperDraft(text, authors: own.paper.authors).typed)
        return visit.page(PaperViews(reader: visit.reader).form(form, own.call, of: own.event, paper: own.paper, round: round))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let own = try await own(visit)
        let sends = visit.typed["deed"] == "send"
        let round = own.paper.openRound(own.call, on: visit.today) ?? own.paper.round
        return try await visit.submit {
            let draft = try PaperDraft(visit.typed, own.call.details)
            return try await visit.act { act in
                try PaperStore.edit(own.paper.id, to: draft, sends: sends, in: act)
                let said = own.paper.state == .sent ? T.common.saved : sends ? T.papers.saidSent : T.papers.saidDrafted
                return Redirect(visit.link("/papers/\(own.paper.id)"), said)
            }
        } again: { form in
            PaperViews(reader: visit.reader).form(form, own.call, of: own.event, paper: own.paper, round: round)
        }
    }

    @Sendable static func askWithdraw(_ visit: Visit) async throws -> Answer {
        let own = try await own(visit)
        guard own.paper.canBeWithdrawn else { throw Problem.conflict(own.paper.talk == nil ? T.papers.notWithdrawn : T.papers.inProgramme) }
        return visit.page(PaperViews(reader: visit.reader).askWithdraw(own.paper, of: own.event))
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let own = try await own(visit)
        return try await visit.act { act in
            try PaperStore.withdraw(own.paper.id, in: act)
            let isDraft = own.paper.state == .draft
            return Redirect(visit.link(isDraft ? "/me" : "/papers/\(own.paper.id)"), isDraft ? T.papers.saidDiscarded : T.papers.saidWithdrawn)
        }
    }

    // MARK: Reviews

    @Sendable static func reviews(_ visit: Visit) async throws -> Answer {
        let sheets = try await visit.read { act in
            guard let person = act.by.person else { throw Problem.missing }
            return try ReviewStore.sheets(of: person, in: act)
        }
        return visit.page(ReviewViews(reader: visit.reader).list(sheets))
    }

    @Sendable static func review(_ visit: Visit) async throws -> Answer {
        let sheet = try await sheet(visit)
        return visit.page(ReviewViews(reader: visit.reader).page(sheet, visit.form(sheet.review.typed)))
    }

    @Sendable static func give(_ visit: Visit) async throws -> Answer {
        let sheet = try await sheet(visit)
        return try await visit.submit {
            let judgement = try Judgement(visit.typed, sheet.call)
            return try await visit.act { act in
                try ReviewStore.give(sheet.review.id, judgement, in: act)
                return Redirect(visit.link("/reviews"), T.papers.saidReviewed)
            }
        } again: { form in
            ReviewViews(reader: visit.reader).page(sheet, form)
        }
    }

    private static func sheet(_ visit: Visit) async throws -> ReviewSheet {
        let id: Review.ID = try visit.id("review")
        return try await visit.read { try ReviewStore.sheet(id, in: $0) }
    }
}

extension Paper {
    /// Whether the centre has decided about what was read in a round.
    func decides(on round: Int) -> Bool { round == self.round && (state == .changes || state == .accepted || state == .refused) }
}
