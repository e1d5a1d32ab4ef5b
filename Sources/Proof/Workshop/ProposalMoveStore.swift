import Accounts
package import Catalogue
import Centres
package import Kernel
package import Languages
import Storage

/// What brings a proposal on: each move one act, with its row in the journal.
package enum ProposalMoveStore {
    /// A move that carries nothing but itself: to be looked at, back to those who write, given up.
    package static func make(_ move: ProposalMove, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard move.isAuthors || act.by.coordinates(proposal.centre) else { throw Problem.missing }
        guard [.write, .askReview, .reopen, .askCorrections, .withdraw].contains(move) else { throw Problem.missing }
        try self.move(proposal, move, in: act)
        if move == .askReview || move == .askCorrections {
            try act.db.run("UPDATE proposal SET reminded = NULL WHERE id = \(id)")
        }
        if move == .askCorrections {
            for author in try ProposalAuthorStore.authors(of: [id], in: act)[id] ?? [] where author.declined == nil {
                try ProposalLetters.write(.corrections, to: author.person, proposal, in: act)
            }
        }
    }

    /// - Throws: a conflict where it cannot be made now.
    static func move(_ proposal: Proposal, _ move: ProposalMove, in act: Act) throws {
        guard let next = proposal.state.after(move) else { throw Problem.conflict(T.workshop.errorMove(state: .phrase(proposal.state.name))) }
        try act.db.run("UPDATE proposal SET state = \(next), changed = \(act.now) WHERE id = \(proposal.id)")
        try act.record(move.deed, .proposal(proposal.id), centre: proposal.centre, changes: [
            Change("state", from: proposal.state.rawValue, to: next.rawValue),
        ], retention: .register)
    }

    /// Writes down that it was sent, under its number: only whole, and not later than the call says.
    package static func submit(_ id: Proposal.ID, number: String, on day: Day, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act), centre = try CentreStore.centre(proposal.centre, in: act)
        guard act.by.coordinates(proposal.centre) else { throw Problem.missing }
        let move: ProposalMove = proposal.state == .corrections ? .resubmit : .submit
        guard proposal.state.after(move) != nil else { throw Problem.conflict(T.workshop.errorMove(state: .phrase(proposal.state.name))) }
        let dossier = try ProposalStore.dossier(of: proposal, in: act), open = dossier.checks.filter { !$0.isMet }
        // What was sent in time and is only put right knows no deadline of ours: the accreditor named its own.
        if move == .submit, let refusal = dossier.call?.refusal(at: act.now, starts: proposal.facts.starts, in: centre.zone) { throw Problem.conflict(refusal) }
        guard open.isEmpty else { throw Problem(.conflict, open.flatMap(\.faults).prefix(12).map { Problem.Fault(nil, $0) }) }
        let today = centre.zone.day(of: act.now)
        guard day <= today else { throw Problem.invalid("day", T.workshop.errorFuture) }
        try self.move(proposal, move, in: act)
        try act.db.run("UPDATE proposal SET filed_number = \(number), filed = \(day) WHERE id = \(id)")
    }

    /// Refused, with the reasons; how long one may complain, the call says.
    package static func reject(_ id: Proposal.ID, because reasons: String, on day: Day, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard act.by.coordinates(proposal.centre) else { throw Problem.missing }
        guard !reasons.isEmpty else { throw Problem.invalid("reason", T.common.errorMissing) }
        try check(day, proposal, in: act)
        let term = proposal.filing.complained == nil ? try proposal.call.flatMap { try CallStore.details(of: $0, in: act)?.complaintDays } : nil
        try move(proposal, .reject, in: act)
        try act.db.run("""
            UPDATE proposal SET reasons = \(reasons), decided = \(day), complaint_until = \(term.map { day.adding(days: $0) }) WHERE id = \(id)
            """)
        try tell(.rejected, proposal, in: act)
    }

    /// A complaint is sent, within its term, once.
    package static func complain(_ id: Proposal.ID, on day: Day, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act), filing = proposal.filing
        guard act.by.coordinates(proposal.centre) else { throw Problem.missing }
        guard proposal.state.after(.complain) != nil, filing.complained == nil else { throw Problem.conflict(T.workshop.errorMove(state: .phrase(proposal.state.name))) }
        try check(day, proposal, in: act)
        if let until = filing.complaintUntil, day > until { throw Problem.invalid("day", T.workshop.errorComplaintLate(day: .day(until))) }
        try move(proposal, .complain, in: act)
        try act.db.run("UPDATE proposal SET complained = \(day) WHERE id = \(id)")
    }

    /// Approved: a programme stands in the catalogue in the same act, with its authors and those who may lead it.
    /// - Parameter price: as typed; what the dossier says of it stays beside it.
    package static func approve(_ id: Proposal.ID, number: String, cycle: Cycle.ID?, price: String = "", on day: Day, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard act.by.coordinates(proposal.centre) else { throw Problem.missing }
        guard !number.isEmpty else { throw Problem.invalid("number", T.common.errorMissing) }
        try check(day, proposal, in: act)
        let dossier = try ProposalStore.dossier(of: proposal, in: act)
        try move(proposal, .approve, in: act)
        var programme: Programme.ID?
        if proposal.kind == .programme {
            guard let cycle else { throw Problem.invalid("cycle", T.common.errorChoose) }
            programme = try publish(dossier, number: number, price: price, in: CycleStore.cycle(cycle, in: act), in: act)
        }
        let months = dossier.call?.validMonths
        try act.db.run("""
            UPDATE proposal SET decision = \(number), decided = \(day), programme = \(programme),
                valid_until = \(months.map { day.adding(months: $0).adding(days: -1) }) WHERE id = \(id)
            """)
        try tell(.approved, proposal, in: act)
    }

    private static func publish(_ dossier: ProposalDossier, number: String, price: String, in cycle: Cycle, in act: Act) throws -> Programme.ID {
        let proposal = dossier.proposal, centre = try CentreStore.centre(proposal.centre, in: act), facts = proposal.facts
        var draft = ProgrammeDraft(
            cycle: cycle.id, number: number, title: facts.title, language: facts.language, institution: centre.name(in: facts.language), hours: facts.hours ?? 0,
            form: facts.form, seatsMax: max(1, facts.seatsMax))
        let codes = try CycleStore.codes(of: [cycle.id], in: act)
        func known(_ code: CycleCode.ID?) -> CycleCode.ID? { codes.contains { $0.id == code } ? code : nil }
        (draft.competence, draft.priority, draft.area) = (known(facts.competence), known(facts.priority), known(facts.area))
        (draft.days, draft.seatsMin) = (facts.days, min(facts.seatsMin, draft.seatsMax))
        (draft.goal, draft.specificGoals) = (dossier.text(ContentField.goal), dossier.text(ContentField.specificGoals))
        draft.outcomes = dossier.text(ContentField.outcomes)
        draft.topics = ContentLine.read(dossier.text(ContentField.topics)).map(\.title).joined(separator: "\n")
        (draft.target, draft.phases) = (dossier.text(ContentField.target), dossier.text(ContentField.phases))
        (draft.evaluation, draft.followUp) = (dossier.text(ContentField.evaluation), dossier.text(ContentField.followUp))
        let currency = cycle.accreditor.country.currency
        draft.price = Money(typed: price, currency)?.minor
        guard price.isEmpty || draft.price != nil else {
            throw Problem.invalid("price", T.catalogue.priceWrong(example: .text(currency == .rsd ? "3.500,00" : "35,00")))
        }
        draft.priceCovers = String(dossier.text(ContentField.price).unicodeScalars.prefix(TextLimit.sentence.rawValue).map(Character.init))
        let people = dossier.authors.filter { $0.declined == nil }
        draft.authors = people.filter(\.isAuthor).map(\.line)
        draft.trainers = people.filter(\.isRealiser).map(\.line)
        let id = try ProgrammeStore.add(draft, in: act)
        for author in people {
            if author.isAuthor { try ProgrammeStore.tie(.author, named: author.named, of: id, to: author.person, at: proposal.centre, in: act) }
            if author.isRealiser { try ProgrammeStore.tie(.trainer, named: author.named, of: id, to: author.person, at: proposal.centre, in: act) }
        }
        if let predecessor = proposal.predecessor { try ProgrammeStore.link(id, predecessor: predecessor, in: act) }
        return id
    }

    private static func check(_ day: Day, _ proposal: Proposal, in act: Act) throws {
        let today = try CentreStore.centre(proposal.centre, in: act).zone.day(of: act.now)
        guard day <= today else { throw Problem.invalid("day", T.workshop.errorFuture) }
        guard proposal.filing.day.map({ day >= $0 }) ?? true else { throw Problem.invalid("day", T.workshop.errorBeforeFiled) }
    }

    private static func tell(_ kind: ProposalLetters.Kind, _ proposal: Proposal, in act: Act) throws {
        for author in try ProposalAuthorStore.authors(of: [proposal.id], in: act)[proposal.id] ?? [] where author.declined == nil {
            try ProposalLetters.write(kind, to: author.person, proposal, in: act)
        }
    }
}

extension ProposalAuthor {
    /// As a line of a catalogue has the name: a comma would end it.
    var named: String { name.replacing(",", with: " ") }
    var line: String { occupation.isEmpty ? named : "\(named), \(occupation)" }
}
