package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Who looks at a note, and what they say of it.
package enum PracticeReviewStore {
    // MARK: Who may be asked

    /// Lets the centre ask a person to look at notes of a subject, or no more.
    /// - Parameter subject: nil takes it back.
    package static func offer(_ subject: String?, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        if let subject {
            try act.db.run("""
                INSERT INTO practice_reviewer (centre, person, subject, since) VALUES (\(centre), \(person), \(subject), \(act.now))
                ON CONFLICT (centre, person) DO UPDATE SET subject = excluded.subject
                """)
            try act.record(T.community.offered, .person(person), centre: centre)
        } else {
            try act.db.run("DELETE FROM practice_reviewer WHERE centre = \(centre) AND person = \(person)")
            try act.record(T.community.offeredNoMore, .person(person), centre: centre)
        }
    }

    package static func offered(by person: Person.ID, at centre: Centre.ID, in act: Act) throws -> String? {
        try act.db.value("SELECT subject FROM practice_reviewer WHERE centre = \(centre) AND person = \(person)")
    }

    /// Those who may be asked for a note: who knows its subject first; never who wrote it, nor who was asked already.
    package static func proposed(for practice: Practice, in act: Act) throws -> [PracticeReviewer] {
        let asked = Set(try reviews(of: practice, in: act).map(\.person))
        let all = try act.db.rows("""
            SELECT r.person, r.subject, p.given_name, p.family_name FROM practice_reviewer r JOIN person p ON p.id = r.person
            WHERE r.centre = \(practice.centre) AND p.erased IS NULL ORDER BY p.\(SortKeys.column(.azbuka)), r.id
            """).map { row in
                let name = PersonName(given: try row["given_name"], family: try row["family_name"])
                return PracticeReviewer(person: try row["person"], name: name.full, subject: try row["subject"])
            }.filter { !practice.isOf($0.person) && !asked.contains($0.person) }
        return all.filter { $0.knows(practice.draft.subject) } + all.filter { !$0.knows(practice.draft.subject) }
    }

    // MARK: Asked

    /// What was asked and said in the present round.
    package static func reviews(of practice: Practice, in act: Act) throws -> [PracticeReview] {
        try reviews("r.practice = \(practice.id) AND r.round = \(practice.round)", in: act)
    }

    static func reviews(_ condition: SQL, in act: Act) throws -> [PracticeReview] {
        try act.db.rows("""
            SELECT r.*, p.given_name, p.family_name FROM practice_review r JOIN person p ON p.id = r.person WHERE \(condition) ORDER BY r.id
            """).map(PracticeReview.init(row:))
    }

    /// What waits for the actor's word, the oldest first.
    package static func waiting(for person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [(review: PracticeReview, title: String, language: Language)] {
        try act.db.rows("""
            SELECT r.*, p.given_name, p.family_name, n.title, n.language FROM practice_review r JOIN person p ON p.id = r.person JOIN practice n ON n.id = r.practice
            WHERE r.person = \(person) AND r.given IS NULL AND n.state = 'review' AND n.round = r.round AND n.centre = \(centre)
                AND NOT EXISTS (SELECT 1 FROM authorship a WHERE a.practice = n.id AND a.person = r.person)
            ORDER BY r.asked, r.id
            """).map { (try PracticeReview(row: $0), try $0["title"], try $0["language"]) }
    }

    /// The author asks one of those who let the centre ask them and know the subject; the centre's people ask whom they like.
    package static func ask(_ reviewer: Person.ID, about id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try PracticeStore.held(id, at: centre, in: act), isDesk = act.by.coordinates(centre)
        guard isDesk || practice.isKept(by: act.by.person) else { throw Problem.missing }
        guard practice.state == .review else { throw Problem.conflict(T.community.errorNotNow) }
        guard !practice.isOf(reviewer) else { throw Problem.invalid("reviewer", T.community.errorOwn) }
        let reviews = try reviews(of: practice, in: act)
        guard reviews.count < ReviewRound.needed else { throw Problem.conflict(T.community.errorEnough(count: ReviewRound.needed)) }
        guard !reviews.contains(where: { $0.person == reviewer }) else { throw Problem.invalid("reviewer", T.community.errorAsked) }
        if !isDesk {
            let known = try proposed(for: practice, in: act).filter { $0.knows(practice.draft.subject) }
            guard known.contains(where: { $0.person == reviewer }) else { throw Problem.invalid("reviewer", T.common.errorChoose) }
        }
        try ask(reviewer, practice, round: practice.round, in: act)
        try act.record(T.community.reviewAsked, .practice(id), under: .person(reviewer), centre: centre)
    }

    /// The centre's people ask somebody by the address of their account.
    package static func ask(email: String, about id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard let person = try PersonStore.person(email: email, in: act), person.verified != nil else { throw Problem.invalid("email", T.community.errorNobody) }
        do { try ask(person.id, about: id, at: centre, in: act) } catch let problem as Problem {
            throw problem.fault(at: "reviewer").map { Problem.invalid("email", $0) } ?? problem
        }
    }

    static func ask(_ reviewer: Person.ID, _ practice: Practice, round: Int, in act: Act) throws {
        let review = try act.db.insert("""
            INSERT INTO practice_review (practice, round, person, asked) VALUES (\(practice.id), \(round), \(reviewer), \(act.now)) RETURNING id
            """)
        try CommunityLetters.asked(practice, review: PracticeReview.ID(review), to: reviewer, in: act)
    }

    /// Whoever has not answered is asked no more, so that another can be.
    package static func release(_ review: PracticeReview.ID, of id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try PracticeStore.desked(id, at: centre, in: act)
        guard try act.db.run("DELETE FROM practice_review WHERE id = \(review) AND practice = \(id) AND given IS NULL") > 0 else { throw Problem.missing }
        try act.record(T.community.reviewReleased, .practice(id), centre: centre)
    }

    // MARK: Said

    /// One that the actor was asked for, with its note.
    /// - Throws: `Problem.missing` for everybody else, and for whoever proves to have written it.
    package static func review(_ id: PracticeReview.ID, at centre: Centre.ID, in act: Act) throws -> (review: PracticeReview, practice: Practice) {
        guard let review = try reviews("r.id = \(id)", in: act).first, review.person == act.by.person else { throw Problem.missing }
        let practice = try PracticeStore.practice(review.practice, at: centre, in: act)
        guard !practice.isOf(review.person), practice.round == review.round else { throw Problem.missing }
        return (review, practice)
    }

    package static func say(_ said: SaidReview, in id: PracticeReview.ID, at centre: Centre.ID, in act: Act) throws {
        let before = try review(id, at: centre, in: act)
        try act.db.hold("practice", before.practice.id.value)
        let (review, practice) = try review(id, at: centre, in: act)
        guard practice.state == .review, review.given == nil else { throw Problem.conflict(T.community.errorSaid) }
        try act.db.run("""
            UPDATE practice_review SET aim = \(said.marks[.aim]), course = \(said.marks[.course]), proof = \(said.marks[.proof]), material = \(said.marks[.material]),
                words = \(said.words), verdict = \(said.verdict), given = \(act.now) WHERE id = \(id)
            """)
        try act.record(T.community.reviewGiven, .practice(practice.id), centre: centre)
        guard try ReviewRound.outcome(reviews(of: practice, in: act).map { $0.said?.verdict }) == .revise else { return }
        try act.db.run("UPDATE practice SET state = 'revision', changed = \(act.now) WHERE id = \(practice.id)")
        for author in practice.named { try CommunityLetters.givenBack(practice, to: author.person, in: act) }
    }
}

extension PracticeReview {
    init(row: Row) throws {
        id = try row["id"]
        practice = try row["practice"]
        round = try row["round"]
        person = try row["person"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
        asked = try row["asked"]
        given = try row["given"]
        let verdict: ReviewVerdict? = try row["verdict"], words: String = try row["words"]
        var marks: [ReviewQuestion: Int] = [:]
        (marks[.aim], marks[.course], marks[.proof], marks[.material]) = (try row["aim"], try row["course"], try row["proof"], try row["material"])
        said = verdict.map { SaidReview(marks, words, $0) }
    }
}
