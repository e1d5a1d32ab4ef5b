package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Who writes proposals, what they agreed to, and what they say of themselves.
package enum ProposalAuthorStore {
    private static let most = 20

    package static func authors(of proposals: [Proposal.ID], in act: Act) throws -> [Proposal.ID: [ProposalAuthor]] {
        guard !proposals.isEmpty else { return [:] }
        return try Dictionary(grouping: read("WHERE a.proposal IN \(list: proposals)", in: act), by: \.proposal)
    }

    private static func read(_ condition: SQL, in act: Act) throws -> [ProposalAuthor] {
        try act.db.rows("""
            SELECT a.*, p.given_name, p.family_name, p.occupation, b.text AS biography
            FROM proposal_author a JOIN person p ON p.id = a.person LEFT JOIN biography b ON b.person = a.person \(condition)
            ORDER BY a.proposal, CASE WHEN a.lead THEN 0 ELSE 1 END, a.id
            """).map(ProposalAuthor.init(row:))
    }

    /// What a link asks, with the proposal that it is about.
    /// - Throws: `Problem.missing` for a link that was not given here, and where the person is gone.
    package static func asked(_ link: ConsentLink, at centre: Centre.ID, in act: Act) throws -> (author: ProposalAuthor, proposal: Proposal) {
        guard let author = try read("WHERE a.id = \(link.author) AND a.proposal = \(link.proposal)", in: act).first,
            let proposal = try ProposalStore.read("WHERE p.id = \(link.proposal) AND p.centre = \(centre)", in: act).first
        else { throw Problem.missing }
        return (author, proposal)
    }

    /// What of a person at a centre waits for their consent.
    package static func waiting(for person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [(author: ProposalAuthor, proposal: Proposal)] {
        try read("WHERE a.person = \(person) AND a.agreed IS NULL AND a.declined IS NULL", in: act).compactMap { author in
            try ProposalStore.read("WHERE p.id = \(author.proposal) AND p.centre = \(centre)", in: act).first.flatMap { $0.state.isOver ? nil : (author, $0) }
        }
    }

    // MARK: Verbs

    /// Names somebody who writes it too, or would lead it: a letter asks for their consent.
    package static func invite(
        _ name: PersonName, _ email: EmailAddress, author isAuthor: Bool, realiser isRealiser: Bool, of id: Proposal.ID, _ seal: Seal, in act: Act
    ) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        guard isAuthor || isRealiser else { throw Problem.invalid("part", T.common.errorChoose) }
        let person = try PersonStore.newcomer(name: name, email: email.text, language: proposal.facts.language, in: act)
        let there = try authors(of: [id], in: act)[id] ?? []
        guard !there.contains(where: { $0.person == person }) else { throw Problem.invalid("email", T.workshop.errorNamed) }
        guard there.count < most else { throw Problem.conflict(T.workshop.errorManyAuthors(most: .number(most))) }
        // Whoever has judged it does not become one of those who wrote it.
        if try act.db.exists("SELECT 1 AS judged FROM proposal_review WHERE proposal = \(id) AND reviewer = \(person)") {
            throw Problem.invalid("email", T.workshop.errorReviewerWrites)
        }
        let author = ProposalAuthor.ID(try act.db.insert("""
            INSERT INTO proposal_author (proposal, person, lead, author, realiser, invited)
            VALUES (\(id), \(person), \(false), \(isAuthor), \(isRealiser), \(act.now)) RETURNING id
            """))
        try act.record(T.workshop.deedInvite, .proposal(id), centre: proposal.centre)
        try ProposalLetters.consent(ConsentLink(author, of: id), to: person, proposal, seal, in: act)
    }

    /// Takes somebody out again; whoever began it stays.
    package static func remove(_ author: ProposalAuthor.ID, of id: Proposal.ID, in act: Act) throws {
        let proposal = try ProposalStore.held(id, in: act)
        guard proposal.state.isOpen else { throw Problem.conflict(T.workshop.errorClosed) }
        guard let gone = try authors(of: [id], in: act)[id]?.first(where: { $0.id == author }) else { throw Problem.missing }
        guard !gone.isLead else { throw Problem.conflict(T.workshop.errorLead) }
        try act.db.run("DELETE FROM proposal_author WHERE id = \(author)")
        try act.record(T.workshop.deedRemoveAuthor, .proposal(id), centre: proposal.centre)
    }

    /// Agrees to be named, with what is said of them, or does not.
    /// - Parameter words: their biography; empty leaves what stands there.
    package static func answer(_ agrees: Bool, _ words: String, under link: ConsentLink, at centre: Centre.ID, in act: Act) throws {
        let (author, _) = try asked(link, at: centre, in: act)
        try act.db.hold("proposal", link.proposal.value)
        let (_, proposal) = try asked(link, at: centre, in: act)
        guard proposal.state.isBefore || proposal.state == .corrections else { throw Problem.conflict(T.workshop.errorClosed) }
        try act.db.run("""
            UPDATE proposal_author SET agreed = \(agrees ? act.now : nil), declined = \(agrees ? nil : act.now) WHERE id = \(link.author)
            """)
        if agrees {
            try PersonStore.keep(author.person, in: act)
            if !words.isEmpty { try write(words, of: author.person, in: act) }
        }
        try act.record(agrees ? T.workshop.deedAgree : T.workshop.deedDecline, .proposal(link.proposal), under: .person(author.person), centre: centre)
    }

    package static func biography(of person: Person.ID, in act: Act) throws -> String {
        try act.db.value("SELECT text FROM biography WHERE person = \(person)") ?? ""
    }

    /// Says who one is, once for all proposals.
    package static func write(_ text: String, of person: Person.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO biography (person, text, changed) VALUES (\(person), \(text), \(act.now))
            ON CONFLICT (person) DO UPDATE SET text = excluded.text, changed = excluded.changed
            """)
        try act.record(T.workshop.deedBiography, .person(person))
    }

    /// A query of those who write for a centre.
    static func ties(to centre: ID<CentreTag>) -> SQL {
        "SELECT a.person FROM proposal_author a JOIN proposal p ON p.id = a.proposal WHERE p.centre = \(centre)"
    }

    // MARK: From where they come

    /// How many people of each municipality write for a centre: by where they work.
    package static func municipalities(at centre: Centre.ID, on day: Day, in act: Act) throws -> [Municipality.ID: Int] {
        let people: [Person.ID] = try act.db.rows("""
            SELECT DISTINCT a.person FROM proposal_author a JOIN proposal p ON p.id = a.proposal
            WHERE p.centre = \(centre) AND a.declined IS NULL AND p.state <> 'withdrawn' ORDER BY a.person
            """).map { try $0["person"] }
        return try people.reduce(into: [:]) { counts, person in
            let places = Set(try EmploymentStore.schools(of: person, on: day, in: act).map(\.details.municipality))
            for place in places { counts[place, default: 0] += 1 }
        }
    }
}

extension ProposalAuthor {
    init(row: Row) throws {
        self.init(
            id: try row["id"], proposal: try row["proposal"], person: try row["person"],
            name: PersonName(given: try row["given_name"], family: try row["family_name"]).full, occupation: try row["occupation"], isLead: try row["lead"],
            isAuthor: try row["author"], isRealiser: try row["realiser"], agreed: try row["agreed"], declined: try row["declined"],
            biography: (try row["biography"] as String?) ?? "")
    }
}
