import Accounts
import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// All that the centre's people do with proposals: the board, the judgement, how it was sent and decided.
enum WorkshopDeskPages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer { visit.page(try await boardScreen(visit, visit.form())) }

    /// A programme of the catalogue is proposed anew.
    @Sendable static func renew(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, programme = Programme.ID(visit.typed["programme"])
        return try await visit.submit {
            guard let programme else { throw Problem.invalid("programme", T.common.errorChoose) }
            return try await visit.act { act in
                let id = try ProposalStore.renew(programme, at: centre, in: act)
                return Redirect(visit.link("/staff/workshop/\(id)"), T.workshop.saidRenewed)
            }
        } again: { try await boardScreen(visit, $0) }
    }

    private static func boardScreen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, state = ProposalState(rawValue: visit.query["state"]), language = visit.language
        let board = try await visit.read { try WorkshopDeskStore.board(of: centre, state: state, language, in: $0) }
        return WorkshopDeskViews(reader: visit.reader).board(board, form)
    }

    // MARK: One proposal

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, nil)) }

    @Sendable static func reviewer(_ visit: Visit) async throws -> Answer {
        try await act(visit) { id, act in
            guard let reviewer = Person.ID(visit.typed["reviewer"]) else { throw Problem.invalid("reviewer", T.common.errorChoose) }
            try ProposalReviewStore.ask(reviewer, of: id, in: act)
        }
    }

    @Sendable static func move(_ visit: Visit) async throws -> Answer {
        try await act(visit) { id, act in
            guard let move = ProposalMove(rawValue: visit.typed["move"]) else { throw Problem.invalid("move", T.common.errorChoose) }
            try ProposalMoveStore.make(move, of: id, in: act)
        }
    }

    @Sendable static func submit(_ visit: Visit) async throws -> Answer {
        try await act(visit) { id, act in
            let number = visit.typed["filed"], day = try DecisionDay.read(visit.typed, today: visit.today, own: visit.language)
            var faults = Faults()
            faults.limit(number, "filed", .number)
            try faults.check()
            try ProposalMoveStore.submit(id, number: number, on: day, in: act)
        }
    }

    @Sendable static func approve(_ visit: Visit) async throws -> Answer {
        try await act(visit) { id, act in
            let number = visit.typed["decision"], price = visit.typed["price"], day = try DecisionDay.read(visit.typed, today: visit.today, own: visit.language)
            var faults = Faults()
            faults.require(!number.isEmpty, "decision", T.common.errorMissing)
            faults.limit(number, "decision", .number)
            try faults.check()
            do { try ProposalMoveStore.approve(id, number: number, cycle: Cycle.ID(visit.typed["cycle"]), price: price, on: day, in: act) } catch let problem as Problem {
                // The catalogue calls its number by another name than this form.
                throw Problem(problem.kind, problem.faults.map { Problem.Fault($0.field == "number" ? "decision" : $0.field, $0.phrase) })
            }
        }
    }

    @Sendable static func reject(_ visit: Visit) async throws -> Answer {
        try await act(visit) { id, act in
            let reasons = visit.typed.lines("reason"), day = try DecisionDay.read(visit.typed, today: visit.today, own: visit.language)
            var faults = Faults()
            faults.limit(reasons, "reason", .note)
            try faults.check()
            try ProposalMoveStore.reject(id, because: reasons, on: day, in: act)
        }
    }

    @Sendable static func complain(_ visit: Visit) async throws -> Answer {
        try await act(visit) { id, act in
            try ProposalMoveStore.complain(id, on: DecisionDay.read(visit.typed, today: visit.today, own: visit.language), in: act)
        }
    }

    private static func act(_ visit: Visit, _ deed: @escaping @Sendable (Proposal.ID, Act) throws -> Void) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try own(id, at: centre, in: act)
                try deed(id, act)
                return Redirect(visit.link("/staff/workshop/\(id)"), T.workshop.saidMoved)
            }
        } again: { try await screen(visit, $0) }
    }

    /// A proposal of another centre is not there, even for somebody who works at both.
    private static func own(_ id: Proposal.ID, at centre: Centre.ID, in act: Act) throws {
        guard try ProposalStore.proposal(id, in: act).centre == centre else { throw Problem.missing }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let id: Proposal.ID = try visit.id("proposal"), centre = visit.centre.id
        let desk = try await visit.read { act in
            try own(id, at: centre, in: act)
            let judges = try ProposalReviewStore.judges(of: id, in: act), names = try PersonStore.names(of: Set(judges), in: act)
            return ProposalDesk(
                sheet: try WorkshopDeskStore.sheet(id, in: act), judges: judges.map { ($0, names[$0] ?? "") }, cycles: try CycleStore.cycles(in: act))
        }
        let cycle = desk.sheet.dossier.call?.cycle.map { "\($0)" } ?? ""
        return WorkshopDeskViews(reader: visit.reader).page(desk, form ?? visit.form(Typed(["day": visit.today.iso, "cycle": cycle])))
    }

    // MARK: The judgement

    @Sendable static func review(_ visit: Visit) async throws -> Answer { visit.page(try await reviewScreen(visit, visit.form())) }

    @Sendable static func judge(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), centre = visit.centre.id, typed = visit.typed
        let criteria = try await visit.read { act in
            try own(id, at: centre, in: act)
            return try ProposalStore.dossier(id, in: act).call?.criteria ?? []
        }
        return try await visit.submit {
            let marks = try [ProposalReview.Mark].read(typed, criteria), note = typed.lines("note"), isReady = typed["verdict"] == "ready"
            return try await visit.act { act in
                try ProposalReviewStore.give(marks, note, isReady: isReady, of: id, in: act)
                return Redirect(visit.link("/staff/workshop/\(id)"), isReady ? T.workshop.saidPassed : T.workshop.saidReturned)
            }
        } again: { try await reviewScreen(visit, $0) }
    }

    private static func reviewScreen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Proposal.ID = try visit.id("proposal"), centre = visit.centre.id
        let sheet = try await visit.read { act in
            try own(id, at: centre, in: act)
            return try WorkshopDeskStore.sheet(id, in: act)
        }
        return JudgementViews(reader: visit.reader).page(sheet, form)
    }
}

/// A proposal as the centre's people decide about it.
struct ProposalDesk: Sendable {
    let sheet: ProposalSheet
    let judges: [(person: Person.ID, name: String)]
    let cycles: [Cycle]
}
