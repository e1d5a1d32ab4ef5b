package import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// Ideas, who would take part, and what became of them, as rows.
package enum ClubIdeaStore {
    // MARK: Reads

    /// What everybody reads, the newest first.
    package static func board(of centre: Centre.ID, in act: Act) throws -> [ClubIdea] {
        try ideas("i.centre = \(centre) AND i.state IN ('open', 'taken', 'done')", in: act)
    }

    /// What nobody has read yet.
    package static func waiting(of centre: Centre.ID, in act: Act) throws -> [ClubIdea] {
        try ideas("i.centre = \(centre) AND i.state = 'sent'", in: act).reversed()
    }

    package static func mine(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [ClubIdea] {
        try ideas("i.centre = \(centre) AND i.person = \(person)", in: act)
    }

    /// One that everybody reads; before that its author does, and those who read ideas first.
    package static func idea(_ id: ClubIdea.ID, at centre: Centre.ID, in act: Act) throws -> ClubIdea {
        guard let idea = try ideas("i.id = \(id) AND i.centre = \(centre)", in: act).first,
              try idea.state.isPublic || idea.person != nil && idea.person == act.by.person || ClubStore.screens(at: centre, in: act)
        else { throw Problem.missing }
        return idea
    }

    private static let most = 500

    private static func ideas(_ condition: SQL, in act: Act) throws -> [ClubIdea] {
        try act.db.rows("""
            SELECT i.*, h.name AS school_name, p.given_name, p.family_name, m.given_name AS mentor_given, m.family_name AS mentor_family, t.club,
                (SELECT count(*) FROM club_join j WHERE j.idea = i.id) AS people,
                (SELECT CAST(coalesce(sum(j.pupils), 0) AS BIGINT) FROM club_join j WHERE j.idea = i.id) AS pupils
            FROM club_idea i LEFT JOIN school h ON h.id = i.school LEFT JOIN person p ON p.id = i.person LEFT JOIN person m ON m.id = i.mentor
            LEFT JOIN club_topic t ON t.id = i.topic
            WHERE \(condition) ORDER BY i.sent DESC, i.id DESC LIMIT \(most)
            """).map(ClubIdea.init(row:))
    }

    /// Whether somebody would take part.
    package static func isJoined(_ id: ClubIdea.ID, in act: Act) throws -> Bool {
        guard let person = act.by.person else { return false }
        return try act.db.exists("SELECT id FROM club_join WHERE idea = \(id) AND person = \(person)")
    }

    // MARK: Written, read, joined

    /// So many ideas of one author wait to be read at once.
    static let waitingMost = 5

    package static func send(_ draft: ClubIdeaDraft, at centre: Centre.ID, in act: Act) throws -> ClubIdea.ID {
        guard let person = act.by.person else { throw Problem.missing }
        try act.db.hold("person", person.value)
        guard try act.db.count("SELECT count(*) FROM club_idea WHERE person = \(person) AND state = 'sent'") < waitingMost else {
            throw Problem.conflict(T.club.errorManyIdeas)
        }
        if let school = draft.school, try !ClubBookingStore.schools(of: person, at: centre, in: act).contains(where: { $0.id == school }) {
            throw Problem.invalid("school", T.common.errorChoose)
        }
        let id = ClubIdea.ID(try act.db.insert("""
            INSERT INTO club_idea (centre, language, title, words, person, school, grade, state, sent)
            VALUES (\(centre), \(draft.language), \(draft.title), \(draft.words), \(person), \(draft.school), \(draft.grade), 'sent', \(act.now)) RETURNING id
            """))
        try act.record(T.club.ideaDeed, .clubIdea(id), centre: centre)
        return id
    }

    /// The centre has read it: everybody may, or its author is told why not.
    package static func screen(_ id: ClubIdea.ID, publish isPublished: Bool, because reason: String, at centre: Centre.ID, in act: Act) throws {
        let idea = try move(id, to: isPublished ? .open : .declined, at: centre, in: act)
        guard isPublished || !reason.isEmpty else { throw Problem.invalid("reason", T.club.errorReason) }
        try act.db.run("""
            UPDATE club_idea SET state = \(isPublished ? ClubIdea.State.open : .declined), screened = \(act.now),
                outcome = \(isPublished ? "" : reason) WHERE id = \(id)
            """)
        try act.record(isPublished ? T.club.ideaOpenDeed : T.club.ideaDeclinedDeed, .clubIdea(id), centre: centre)
        try act.touchPublicPages()
        try ClubLetters.screened(idea, isPublished: isPublished, because: reason, in: act)
    }

    /// Others would take part, with so many pupils; said again, it takes the place of what was said.
    package static func join(_ id: ClubIdea.ID, pupils: Int, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        let idea = try idea(id, at: centre, in: act)
        guard idea.state == .open || idea.state == .taken else { throw Problem.conflict(T.club.errorIdeaState(state: .phrase(idea.state.name))) }
        guard idea.person != person else { throw Problem.conflict(T.club.errorOwnIdea) }
        try act.db.run("""
            INSERT INTO club_join (idea, person, pupils, at) VALUES (\(id), \(person), \(pupils), \(act.now))
            ON CONFLICT (idea, person) DO UPDATE SET pupils = excluded.pupils
            """)
        try act.record(T.club.joinedDeed, .clubIdea(id), centre: centre)
        try act.touchPublicPages()
    }

    package static func leave(_ id: ClubIdea.ID, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        _ = try idea(id, at: centre, in: act)
        guard try act.db.run("DELETE FROM club_join WHERE idea = \(id) AND person = \(person)") > 0 else { throw Problem.missing }
        try act.record(T.club.leftDeed, .clubIdea(id), centre: centre)
        try act.touchPublicPages()
    }

    // MARK: Taken up

    /// A mentor takes it up: as a topic of a club, which is made with the idea's own words; as a project; as an entry of a contest. All who joined are told.
    package static func take(
        _ id: ClubIdea.ID, as way: ClubIdea.Way, club: Club.ID?, link: String, saying words: String, at centre: Centre.ID, in act: Act
    ) throws {
        let idea = try move(id, to: .taken, at: centre, in: act)
        var topic: ClubTopic.ID?
        if way == .topic {
            guard let club, let own = try? ClubStore.club(club, at: centre, in: act), !own.isClosed,
                act.by.coordinates(centre) || own.isMentored(by: act.by.person)
            else { throw Problem.invalid("club", T.common.errorChoose) }
            let name = String(idea.title.prefix(TextLimit.line.rawValue)), summary = String(idea.draft.words.prefix(TextLimit.sentence.rawValue))
            topic = try ClubStore.insert(ClubTopicDetails(name, summary: summary), to: club, at: centre, in: act)
        }
        if way == .contest, link.isEmpty { throw Problem.invalid("link", T.common.errorMissing) }
        try act.db.run("""
            UPDATE club_idea SET state = 'taken', way = \(way), topic = \(topic), link = \(way == .contest ? link : ""), outcome = \(words),
                mentor = \(act.by.person),
                taken = \(act.now) WHERE id = \(id)
            """)
        try act.record(T.club.ideaTakenDeed, .clubIdea(id), centre: centre)
        try act.touchPublicPages()
        try tell(self.idea(id, at: centre, in: act), in: act)
    }

    /// What became of it, for all to read.
    package static func finish(_ id: ClubIdea.ID, saying words: String, link: String, at centre: Centre.ID, in act: Act) throws {
        let idea = try move(id, to: .done, at: centre, in: act)
        guard !words.isEmpty else { throw Problem.invalid("outcome", T.common.errorMissing) }
        let kept = link.isEmpty ? idea.link : link
        try act.db.run("UPDATE club_idea SET state = 'done', outcome = \(words), link = \(kept), done = \(act.now) WHERE id = \(id)")
        try act.record(T.club.ideaDoneDeed, .clubIdea(id), centre: centre)
        try act.touchPublicPages()
        try tell(self.idea(id, at: centre, in: act), in: act)
    }

    private static func tell(_ idea: ClubIdea, in act: Act) throws {
        let joined: [Person.ID] = try act.db.rows("SELECT person FROM club_join WHERE idea = \(idea.id) ORDER BY person").map { try $0["person"] }
        for person in Set(joined + [idea.person].compactMap(\.self)).subtracting([act.by.person].compactMap(\.self)).sorted() {
            try ClubLetters.became(idea, to: person, in: act)
        }
    }

    /// The idea is held; those who read ideas first move it, along the one table of moves.
    private static func move(_ id: ClubIdea.ID, to state: ClubIdea.State, at centre: Centre.ID, in act: Act) throws -> ClubIdea {
        guard try ClubStore.screens(at: centre, in: act) else { throw Problem.missing }
        _ = try idea(id, at: centre, in: act)
        try act.db.hold("club_idea", id.value)
        let idea = try idea(id, at: centre, in: act)
        guard idea.state.next.contains(state) else { throw Problem.conflict(T.club.errorIdeaState(state: .phrase(idea.state.name))) }
        return idea
    }
}

extension ClubIdea {
    init(row: Row) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        let mentorGiven: String? = try row["mentor_given"], mentorFamily: String? = try row["mentor_family"]
        (id, centre, person, state, way) = (try row["id"], try row["centre"], try row["person"], try row["state"], try row["way"])
        draft = ClubIdeaDraft(try row["title"], in: try row["language"], words: try row["words"], school: try row["school"], grade: try row["grade"])
        schoolName = try (row["school_name"] as String?) ?? ""
        personName = PersonName(given: given ?? "", family: family ?? "").full
        (topic, club, link, outcome, mentor, sent) = (try row["topic"], try row["club"], try row["link"], try row["outcome"], try row["mentor"],
            try row["sent"])
        mentorName = PersonName(given: mentorGiven ?? "", family: mentorFamily ?? "").full
        joined = (try row["people"], try row["pupils"])
    }
}
