package import Accounts
package import Centres
package import Events
package import Kernel
import Languages
package import Schools
import Storage

/// What others make of notes: tried in class, wished to be shown.
package enum PracticeReuseStore {
    // MARK: Read

    /// In numbers, of many.
    package static func reuse(of practices: [Practice.ID], in act: Act) throws -> [Practice.ID: PracticeReuse] {
        guard !practices.isEmpty else { return [:] }
        var all: [Practice.ID: PracticeReuse] = [:]
        for row in try act.db.rows("""
            SELECT practice, count(*) AS tried, CAST(sum(CASE WHEN outcome = 'worked' THEN 1 ELSE 0 END) AS BIGINT) AS worked
            FROM practice_try WHERE practice IN \(list: practices) GROUP BY practice
            """) {
            all[try row["practice"], default: PracticeReuse()] = PracticeReuse(tried: try row["tried"], worked: try row["worked"])
        }
        for row in try act.db.rows("""
            SELECT practice, count(*) AS wishes, count(DISTINCT school) AS schools FROM practice_wish
            WHERE practice IN \(list: practices) AND event IS NULL GROUP BY practice
            """) {
            all[try row["practice"], default: PracticeReuse()].wishes = try row["wishes"]
            all[try row["practice"], default: PracticeReuse()].schools = try row["schools"]
        }
        return all
    }

    /// All who tried one, the newest first, with their names as far as they let them be known.
    package static func tries(of practice: Practice.ID, in act: Act) throws -> [PracticeTry] {
        try act.db.rows("""
            SELECT t.*, p.given_name, p.family_name FROM practice_try t LEFT JOIN person p ON p.id = t.person
            WHERE t.practice = \(practice) ORDER BY t.tried DESC, t.id DESC
            """).map { row in
                let given: String? = try row["given_name"], family: String? = try row["family_name"], isNamed: Bool = try row["named"]
                let name = isNamed ? PersonName(given: given ?? "", family: family ?? "").full : ""
                return PracticeTry(
                    id: try row["id"], practice: practice, person: try row["person"], name: name,
                    said: SaidTry(try row["outcome"], words: try row["words"], isNamed: isNamed), tried: try row["tried"], shown: try row["shown"])
            }
    }

    package static func hasWished(_ person: Person.ID, for practice: Practice.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS wished FROM practice_wish WHERE practice = \(practice) AND person = \(person)")
    }

    // MARK: Tried

    /// Whoever tried it says what came of it, once; its authors hear of it.
    package static func say(_ said: SaidTry, of id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        let practice = try published(id, at: centre, in: act)
        guard !practice.isOf(person) else { throw Problem.conflict(T.community.errorOwnTry) }
        let added = try act.db.run("""
            INSERT INTO practice_try (practice, person, outcome, words, named, tried)
            VALUES (\(id), \(person), \(said.outcome), \(said.words), \(said.isNamed), \(act.now)) ON CONFLICT DO NOTHING
            """)
        guard added > 0 else { throw Problem.conflict(T.community.errorTriedTwice) }
        try act.record(T.community.triedDeed, .practice(id), under: .person(person), centre: centre)
        for author in practice.named { try CommunityLetters.tried(practice, said, by: said.isNamed ? act.by.name : nil, to: author.person, in: act) }
        try act.touchPublicPages()
    }

    /// An author, or the centre, lets everybody read what somebody wrote of it, or no more.
    package static func show(_ isShown: Bool, _ one: PracticeTry.ID, of id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try published(id, at: centre, in: act)
        guard practice.isKept(by: act.by.person) || act.by.coordinates(centre) else { throw Problem.missing }
        let shown: Instant? = isShown ? act.now : nil
        guard try act.db.run("UPDATE practice_try SET shown = \(shown) WHERE id = \(one) AND practice = \(id) AND words <> ''") > 0 else { throw Problem.missing }
        try act.record(isShown ? T.community.wordsShown : T.community.wordsHidden, .practice(id), centre: centre)
        try act.touchPublicPages()
    }

    private static func published(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Practice {
        let practice = try PracticeStore.held(id, at: centre, in: act)
        guard practice.state == .published else { throw Problem.conflict(T.community.errorNotPublished) }
        return practice
    }

    // MARK: Wished to be shown

    /// - Parameter school: on whose behalf, where the actor works there or looks after it.
    package static func wish(for id: Practice.ID, school: School.ID?, at centre: Centre.ID, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        let practice = try published(id, at: centre, in: act)
        guard !practice.isOf(person) else { throw Problem.conflict(T.community.errorOwnWish) }
        if let school { guard try schools(of: person, in: act).contains(where: { $0.id == school }) else { throw Problem.invalid("school", T.common.errorChoose) } }
        let added = try act.db.run("""
            INSERT INTO practice_wish (practice, person, school, wished) VALUES (\(id), \(person), \(school), \(act.now)) ON CONFLICT DO NOTHING
            """)
        guard added > 0 else { throw Problem.conflict(T.community.errorWishedTwice) }
        try act.record(T.community.wishedDeed, .practice(id), under: .person(person), centre: centre)
    }

    /// The schools for which the actor may wish: where they work, and which they look after.
    package static func schools(of person: Person.ID, in act: Act) throws -> [School] {
        let own = try EmploymentStore.schools(of: person, on: Zone.utc.day(of: act.now), in: act)
        let kept = try act.by.schoolsLookedAfter.subtracting(own.map(\.id)).sorted().map { try SchoolStore.school($0, in: act) }
        return own + kept
    }

    /// What the centre made of the wishes can be applied for: whoever wished hears of it.
    static func announced(_ event: Event, in act: Act) throws {
        for row in try act.db.rows("SELECT practice, person FROM practice_wish WHERE event = \(event.id) AND person IS NOT NULL ORDER BY id") {
            guard let practice = try PracticeStore.practices("p.id = \(try row["practice"] as Practice.ID)", in: act).first else { continue }
            try CommunityLetters.shown(practice, at: event, to: row["person"], in: act)
        }
    }

    /// A draft came to nothing: the wishes stand again.
    static func drop(_ event: Event.ID, in act: Act) throws { try act.db.run("UPDATE practice_wish SET event = NULL WHERE event = \(event)") }
}
