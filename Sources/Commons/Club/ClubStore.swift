package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Clubs, their mentors and topics as rows.
package enum ClubStore {
    // MARK: Reads

    /// All clubs of a centre, those that are open first.
    package static func clubs(at centre: Centre.ID, in act: Act) throws -> [Club] { try clubs("c.centre = \(centre)", in: act) }

    package static func club(_ id: Club.ID, at centre: Centre.ID, in act: Act) throws -> Club {
        guard let club = try clubs("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return club
    }

    /// One for whoever runs it: the centre's people.
    package static func run(_ id: Club.ID, at centre: Centre.ID, in act: Act) throws -> Club {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try club(id, at: centre, in: act)
    }

    private static let most = 200

    private static func clubs(_ condition: SQL, in act: Act) throws -> [Club] {
        let rows = try act.db.rows("SELECT c.* FROM club c WHERE \(condition) ORDER BY c.closed, c.name, c.id LIMIT \(most)"),
            ids: [Club.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let mentors = try act.db.rows("""
            SELECT m.club, m.person, m.leads, p.given_name, p.family_name FROM club_mentor m JOIN person p ON p.id = m.person
            WHERE m.club IN \(list: ids) ORDER BY m.leads DESC, m.since, m.id
            """)
        let own = try Dictionary(grouping: mentors) { try $0["club"] as Club.ID }
        return try rows.map { try Club(row: $0, mentors: (own[$0["id"]] ?? []).map(ClubMentor.init(row:))) }
    }

    /// Whether somebody works with groups at any club of a centre.
    package static func isMentor(_ person: Person.ID?, at centre: Centre.ID, in act: Act) throws -> Bool {
        guard let person else { return false }
        return try act.db.exists("""
            SELECT m.id FROM club_mentor m JOIN club c ON c.id = m.club WHERE m.person = \(person) AND c.centre = \(centre) AND NOT c.closed LIMIT 1
            """)
    }

    /// Those who read ideas first: the centre's people, and the mentors of its clubs.
    package static func screens(at centre: Centre.ID, in act: Act) throws -> Bool {
        if act.by.coordinates(centre) { return true }
        return try isMentor(act.by.person, at: centre, in: act)
    }

    // MARK: Verbs

    package static func add(_ details: ClubDetails, at centre: Centre.ID, in act: Act) throws -> Club.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try require(details.hall, at: centre, in: act)
        let id = Club.ID(try act.db.insert("""
            INSERT INTO club (centre, language, name, summary, about, hall, place, created)
            VALUES (\(centre), \(details.language), \(details.name), \(details.summary), \(details.about), \(details.hall), \(details.place),
                \(act.now)) RETURNING id
            """))
        try act.record(T.club.addedDeed, .club(id), centre: centre, changes: [Change("name", from: "", to: details.name)])
        try index(id, details, in: act)
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: Club.ID, to details: ClubDetails, at centre: Centre.ID, in act: Act) throws {
        let before = try run(id, at: centre, in: act)
        try require(details.hall, at: centre, in: act)
        try act.db.run("""
            UPDATE club SET language = \(details.language), name = \(details.name), summary = \(details.summary), about = \(details.about),
                hall = \(details.hall),
                place = \(details.place) WHERE id = \(id)
            """)
        try act.record(T.club.changedDeed, .club(id), centre: centre, changes: [Change("name", from: before.name, to: details.name)])
        if !before.isClosed { try index(id, details, in: act) }
        try act.touchPublicPages()
    }

    /// - Throws: a conflict while sessions are still to come.
    package static func setClosed(_ isClosed: Bool, _ id: Club.ID, at centre: Centre.ID, in act: Act) throws {
        let club = try run(id, at: centre, in: act)
        guard club.isClosed != isClosed else { return }
        try act.db.hold("club", id.value)
        if isClosed, try act.db.exists("SELECT id FROM club_session WHERE club = \(id) AND state = 'planned' AND finishes > \(act.now) LIMIT 1") {
            throw Problem.conflict(T.club.errorStillPlanned)
        }
        try act.db.run("UPDATE club SET closed = \(isClosed) WHERE id = \(id)")
        try act.record(isClosed ? T.club.closedDeed : T.club.reopenedDeed, .club(id), centre: centre)
        if isClosed { try act.db.unindex("club", id.value) } else { try index(id, club.details, in: act) }
        try act.touchPublicPages()
    }

    private static func require(_ hall: Hall.ID?, at centre: Centre.ID, in act: Act) throws {
        guard let hall else { return }
        let isKnown = try HallStore.halls(of: centre, all: true, in: act).contains { $0.id == hall }
        guard isKnown else { throw Problem.invalid("hall", T.common.errorChoose) }
    }

    // MARK: Mentors

    /// Somebody works with the groups from now on, and is told.
    package static func name(_ person: Person.ID, lead isLead: Bool, of id: Club.ID, at centre: Centre.ID, in act: Act) throws {
        let club = try run(id, at: centre, in: act)
        try act.db.hold("club", id.value)
        if isLead { try act.db.run("UPDATE club_mentor SET leads = \(false) WHERE club = \(id)") }
        try act.db.run("""
            INSERT INTO club_mentor (club, person, leads, since) VALUES (\(id), \(person), \(isLead), \(act.now))
            ON CONFLICT (club, person) DO UPDATE SET leads = excluded.leads
            """)
        try act.record(T.club.mentorDeed, .club(id), under: .person(person), centre: centre)
        try act.touchPublicPages()
        if !club.isMentored(by: person) { try ClubLetters.named(person, club, in: act) }
    }

    package static func drop(_ person: Person.ID, of id: Club.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try run(id, at: centre, in: act)
        guard try act.db.run("DELETE FROM club_mentor WHERE club = \(id) AND person = \(person)") > 0 else { throw Problem.missing }
        // What is still to come needs somebody else.
        try act.db.run("UPDATE club_session SET person = NULL WHERE club = \(id) AND person = \(person) AND state = 'planned'")
        try act.record(T.club.mentorGoneDeed, .club(id), under: .person(person), centre: centre)
        try act.touchPublicPages()
    }

    // MARK: Topics

    /// Those of a club by name, those that are offered first.
    package static func topics(of club: Club.ID, in act: Act) throws -> [ClubTopic] {
        try act.db.rows("SELECT * FROM club_topic WHERE club = \(club) ORDER BY closed, name, id LIMIT \(most)").map(ClubTopic.init(row:))
    }

    package static func topic(_ id: ClubTopic.ID, of club: Club.ID, in act: Act) throws -> ClubTopic {
        guard let row = try act.db.row("SELECT * FROM club_topic WHERE id = \(id) AND club = \(club)") else { throw Problem.missing }
        return try ClubTopic(row: row)
    }

    package static func add(_ topic: ClubTopicDetails, to club: Club.ID, at centre: Centre.ID, in act: Act) throws -> ClubTopic.ID {
        _ = try run(club, at: centre, in: act)
        return try insert(topic, to: club, at: centre, in: act)
    }

    static func insert(_ topic: ClubTopicDetails, to club: Club.ID, at centre: Centre.ID, in act: Act) throws -> ClubTopic.ID {
        let id = ClubTopic.ID(try act.db.insert("""
            INSERT INTO club_topic (club, name, summary, grade_from, grade_to, minutes, places, needs)
            VALUES (\(club), \(topic.name), \(topic.summary), \(topic.grades?.lowerBound), \(topic.grades?.upperBound), \(topic.minutes), \(topic.places),
                \(topic.needs))
            RETURNING id
            """))
        try act.record(T.club.topicDeed, .club(club), centre: centre, changes: [Change("topic", from: "", to: topic.name)])
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: ClubTopic.ID, to topic: ClubTopicDetails, closed isClosed: Bool, of club: Club.ID, at centre: Centre.ID, in act: Act)
        throws {
        _ = try run(club, at: centre, in: act)
        let before = try self.topic(id, of: club, in: act)
        try act.db.run("""
            UPDATE club_topic SET name = \(topic.name), summary = \(topic.summary), grade_from = \(topic.grades?.lowerBound),
                grade_to = \(topic.grades?.upperBound),
                minutes = \(topic.minutes), places = \(topic.places), needs = \(topic.needs), closed = \(isClosed) WHERE id = \(id)
            """)
        try act.record(T.club.topicChangedDeed, .club(club), centre: centre, changes: [Change("topic", from: before.name, to: topic.name)])
        try act.touchPublicPages()
    }

    // MARK: Found

    /// Clubs that words find.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Club] {
        let ids: [Club.ID] = try act.db.rows("""
            SELECT f.subject FROM (\(act.db.found("club", typed: words))) f JOIN club c ON c.id = f.subject
            WHERE c.centre = \(centre) AND NOT c.closed ORDER BY f.grade, f.subject LIMIT \(limit)
            """).map { try $0["subject"] }
        let clubs = try clubs("c.id IN \(list: ids)", in: act)
        return ids.compactMap { id in clubs.first { $0.id == id } }
    }

    private static func index(_ id: Club.ID, _ details: ClubDetails, in act: Act) throws {
        let own = details.language
        try act.db.index("club", id.value, SearchText(titles: [(details.name, own)], bodies: [(details.summary, own), (details.about, own)]))
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        for club in try clubs("NOT c.closed", in: act) { try index(club.id, club.details, in: act) }
    }
}

extension Club {
    init(row: Row, mentors: [ClubMentor]) throws {
        (id, centre, isClosed) = (try row["id"], try row["centre"], try row["closed"])
        details = ClubDetails(
            try row["name"], in: try row["language"], summary: try row["summary"], about: try row["about"], hall: try row["hall"], place: try row["place"])
        self.mentors = mentors
    }
}

extension ClubMentor {
    init(row: Row) throws {
        self.init(person: try row["person"], name: PersonName(given: try row["given_name"], family: try row["family_name"]).full, isLead: try row["leads"])
    }
}

extension ClubTopic {
    init(row: Row) throws {
        (id, club, isClosed) = (try row["id"], try row["club"], try row["closed"])
        details = ClubTopicDetails(
            try row["name"], summary: try row["summary"], grades: try Self.grades(row), minutes: try row["minutes"], places: try row["places"],
                needs: try row["needs"])
    }

    static func grades(_ row: Row) throws -> ClosedRange<Int>? {
        let (from, to): (Int?, Int?) = (try row["grade_from"], try row["grade_to"])
        guard let from, let to else { return nil }
        return from...max(from, to)
    }
}
