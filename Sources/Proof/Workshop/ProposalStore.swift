package import Accounts
package import Catalogue
package import Centres
import Files
package import Kernel
import Languages
import Portfolio
import Storage

/// Proposals as rows.
package enum ProposalStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` unless the actor writes it, or is of the centre's people.
    package static func proposal(_ id: Proposal.ID, in act: Act) throws -> Proposal {
        guard let proposal = try read("WHERE p.id = \(id)", in: act).first else { throw Problem.missing }
        if act.by.coordinates(proposal.centre) { return proposal }
        guard let person = act.by.person,
            try act.db.exists("SELECT 1 AS writes FROM proposal_author WHERE proposal = \(id) AND person = \(person) AND declined IS NULL")
        else { throw Problem.missing }
        return proposal
    }

    /// All of a centre, what was changed last in front.
    package static func proposals(at centre: Centre.ID, in act: Act) throws -> [Proposal] {
        try read("WHERE p.centre = \(centre) ORDER BY p.changed DESC, p.id DESC", in: act)
    }

    package static func proposals(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Proposal] {
        try read("""
            WHERE p.centre = \(centre) AND p.id IN (SELECT proposal FROM proposal_author WHERE person = \(person) AND declined IS NULL)
            ORDER BY p.changed DESC, p.id DESC
            """, in: act)
    }

    static func read(_ condition: SQL, in act: Act) throws -> [Proposal] {
        try act.db.rows("SELECT p.* FROM proposal p \(condition)").map(Proposal.init(row:))
    }

    /// A proposal for a change: whoever comes second waits.
    static func held(_ id: Proposal.ID, in act: Act) throws -> Proposal {
        _ = try proposal(id, in: act)
        try act.db.hold("proposal", id.value)
        return try proposal(id, in: act)
    }

    // MARK: Verbs

    /// An idea becomes a proposal: the only way in, for a form and for every other room.
    /// - Parameter authors: whose work it comes from, the first of whom leads it; whoever acts where nobody is named.
    @discardableResult
    package static func begin(_ idea: ProposalIdea, by authors: [Person.ID] = [], at centre: Centre.ID, in act: Act) throws -> Proposal.ID {
        guard let person = authors.first ?? act.by.person else { throw Problem.missing }
        var faults = Faults()
        faults.require(!idea.title.isEmpty, "title", T.common.errorMissing)
        try faults.check()
        let call = try CallStore.usual(idea.kind, at: centre, in: act)
        let id = Proposal.ID(try act.db.insert("""
            INSERT INTO proposal (centre, call, kind, state, title, language, subject, source, begun, changed)
            VALUES (\(centre), \(call?.id), \(idea.kind), 'idea', \(idea.title), \(idea.language), \(idea.subject), \(idea.source), \(act.now), \(act.now)) RETURNING id
            """))
        try act.db.run("""
            INSERT INTO proposal_author (proposal, person, lead, author, realiser, invited) VALUES (\(id), \(person), \(true), \(true), \(true), \(act.now))
            """)
        for other in authors.dropFirst() where other != person {
            try act.db.run("""
                INSERT INTO proposal_author (proposal, person, lead, author, realiser, invited) VALUES (\(id), \(other), \(false), \(true), \(false), \(act.now))
                """)
        }
        if !idea.description.isEmpty { try ProposalTextStore.put(idea.description, ProposalIdea.field, of: id, in: act) }
        try act.record(T.workshop.deedBegin, .proposal(id), centre: centre)
        return id
    }

    /// A programme of the catalogue is proposed anew for the next cycle, with all that it says.
    @discardableResult
    package static func renew(_ id: Programme.ID, at centre: Centre.ID, in act: Act) throws -> Proposal.ID {
        guard act.by.coordinates(centre), let person = act.by.person else { throw Problem.missing }
        try act.db.hold("programme", id.value)
        let old = try ProgrammeStore.programme(id, in: act)
        if try act.db.exists("SELECT 1 AS open FROM proposal WHERE centre = \(centre) AND predecessor = \(id) AND state <> 'withdrawn'") {
            throw Problem.conflict(T.workshop.errorRenewed)
        }
        let before = try read("WHERE p.centre = \(centre) AND p.programme = \(id)", in: act).first
        let call = try CallStore.usual(.programme, at: centre, in: act)
        let new = Proposal.ID(try act.db.insert("""
            INSERT INTO proposal (centre, call, kind, state, title, language, hours, days, form, seats_min, seats_max, predecessor, renews, begun, changed)
            VALUES (\(centre), \(call?.id), 'programme', 'draft', \(old.title), \(old.language), \(old.hours), \(old.days), \(old.form), \(old.seatsMin), \(old.seatsMax),
                \(id), \(before?.id), \(act.now), \(act.now)) RETURNING id
            """))
        let known: [(String, String)] = [
            (ContentField.goal, old.goal), (ContentField.specificGoals, old.specificGoals), (ContentField.outcomes, old.outcomes), (ContentField.topics, old.topics),
            (ContentField.target, old.target), (ContentField.phases, old.phases), (ContentField.evaluation, old.evaluation), (ContentField.followUp, old.followUp),
            (ContentField.price, old.priceCovers),
        ]
        var texts = Dictionary(uniqueKeysWithValues: known)
        if let before { for (field, version) in try ProposalTextStore.current(of: before.id, in: act) { texts[field] = version.text } }
        for (field, text) in texts.sorted(by: { $0.key < $1.key }) where !text.isEmpty { try ProposalTextStore.put(text, field, of: new, in: act) }
        var people: [Person.ID: (author: Bool, realiser: Bool)] = [:]
        for named in old.authors { if let person = named.person { people[person, default: (false, false)].author = true } }
        for named in old.trainers { if let person = named.person { people[person, default: (false, false)].realiser = true } }
        if people.isEmpty { people[person] = (true, false) }
        let lead = people.keys.min()
        for (person, parts) in people.sorted(by: { $0.key < $1.key }) {
            try act.db.run("""
                INSERT INTO proposal_author (proposal, person, lead, author, realiser, invited)
                VALUES (\(new), \(person), \(person == lead), \(parts.author), \(parts.realiser), \(act.now))
                """)
        }
        try act.record(T.workshop.deedRenew, .proposal(new), centre: centre)
        return new
    }

    /// Says it in numbers and choices, and which call it answers.
    package static func set(_ facts: ProposalFacts, call: Call.ID?, of id: Proposal.ID, in act: Act) throws {
        let before = try held(id, in: act)
        guard before.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        let details = try call.map { try CallStore.call($0, at: before.centre, in: act).details }
        var faults = Faults()
        faults.require(details == nil || details?.kind == before.kind, "call", T.common.errorChoose)
        let codes = try details?.cycle.map { try CycleStore.codes(of: [$0], in: act) } ?? []
        func known(_ code: CycleCode.ID?, _ list: CodeList) -> CycleCode.ID? { codes.contains { $0.id == code && $0.list == list } ? code : nil }
        faults.require(facts.seatsMin <= facts.seatsMax, "seatsMin", T.catalogue.seatsMinTooMany)
        try faults.check()
        try act.db.run("""
            UPDATE proposal SET call = \(call), title = \(facts.title), language = \(facts.language), hours = \(facts.hours), days = \(facts.days), form = \(facts.form),
                seats_min = \(facts.seatsMin), seats_max = \(facts.seatsMax), competence = \(known(facts.competence, .competence)),
                priority = \(known(facts.priority, .priority)), area = \(known(facts.area, .area)), starts = \(facts.starts), place = \(facts.place),
                changed = \(act.now), reminded = NULL
            WHERE id = \(id)
            """)
        try start(before, in: act)
        try act.record(T.workshop.deedFacts, .proposal(id), centre: before.centre, changes: [
            Change("title", from: before.facts.title, to: facts.title),
            Change("hours", from: before.facts.hours.map { "\($0)" } ?? "", to: facts.hours.map { "\($0)" } ?? ""),
        ])
    }

    /// An idea of which something is written is a draft.
    static func start(_ proposal: Proposal, in act: Act) throws {
        guard proposal.state == .idea else { return }
        try act.db.run("UPDATE proposal SET state = 'draft' WHERE id = \(proposal.id)")
    }

    // MARK: The dossier

    package static func dossier(_ id: Proposal.ID, in act: Act) throws -> ProposalDossier { try dossier(of: proposal(id, in: act), in: act) }

    static func dossier(of proposal: Proposal, in act: Act) throws -> ProposalDossier {
        let id = proposal.id
        let split: [String] = try act.db.rows("SELECT DISTINCT field FROM proposal_text WHERE proposal = \(id) AND standing = 'beside'").map { try $0["field"] }
        return ProposalDossier(
            proposal: proposal, call: try proposal.call.flatMap { try CallStore.details(of: $0, in: act) }, texts: try ProposalTextStore.current(of: id, in: act),
            authors: try ProposalAuthorStore.authors(of: [id], in: act)[id] ?? [], enclosures: try ProposalEnclosureStore.enclosures(of: id, in: act),
            evidence: try PilotEvidenceStore.evidence(of: id, in: act), reviews: try ProposalReviewStore.reviews(of: id, in: act),
            comments: try ProposalTextStore.comments(of: id, in: act), split: Set(split), heldBefore: try heldBefore(proposal.predecessor, in: act))
    }

    private static let cyclesMost = 10

    /// How often the programmes before it were held, each in its cycle, the last in front.
    private static func heldBefore(_ first: Programme.ID?, in act: Act) throws -> [Int] {
        guard first != nil else { return [] }
        let runs = try act.ask(RunsAsked()).reduce(into: [Programme.ID: Runs]()) { $0.merge($1) { Runs(held: $0.held + $1.held, coming: $0.coming + $1.coming) } }
        var counts: [Int] = [], next = first
        while let id = next, counts.count < cyclesMost {
            let programme = try ProgrammeStore.programme(id, in: act)
            counts.append(runs[id]?.held ?? 0)
            next = programme.predecessor
            if next == nil { counts += programme.earlier.compactMap(\.held) }
        }
        return counts
    }
}

extension Proposal {
    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        call = try row["call"]
        kind = try row["kind"]
        state = try row["state"]
        var facts = ProposalFacts(try row["title"], in: try row["language"])
        (facts.hours, facts.days, facts.form) = (try row["hours"], try row["days"], try row["form"])
        (facts.seatsMin, facts.seatsMax) = (try row["seats_min"], try row["seats_max"])
        (facts.competence, facts.priority, facts.area) = (try row["competence"], try row["priority"], try row["area"])
        (facts.starts, facts.place) = (try row["starts"], try row["place"])
        self.facts = facts
        subject = try row["subject"]
        source = try row["source"]
        predecessor = try row["predecessor"]
        renews = try row["renews"]
        programme = try row["programme"]
        begun = try row["begun"]
        changed = try row["changed"]
        var filing = ProposalFiling()
        (filing.number, filing.day, filing.decision, filing.decided) = (try row["filed_number"], try row["filed"], try row["decision"], try row["decided"])
        (filing.reasons, filing.complaintUntil, filing.complained) = (try row["reasons"], try row["complaint_until"], try row["complained"])
        filing.validUntil = try row["valid_until"]
        self.filing = filing
    }
}
