package import Centres
package import Kernel
package import Languages
import Storage

/// Years that a centre values, as rows.
package enum SelfYearStore {
    // MARK: Reads

    /// Everything at once: a centre has a dozen features and as many years.
    /// - Parameter withFacts: whether they are shown, and so have to be counted.
    package static func board(of centre: Centre.ID, withFacts: Bool = false, in act: Act) throws -> SelfBoard {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let office = try CentreStore.centre(centre, in: act)
        return SelfBoard(
            areas: try SelfSchemeStore.areas(of: centre, in: act), rules: try SelfSchemeStore.rules(of: centre, in: act),
            accreditations: try SelfSchemeStore.accreditations(of: centre, in: act), years: try years("centre = \(centre)", withFacts: withFacts, in: act),
            today: office.zone.day(of: act.now))
    }

    /// The days that lie ahead, and a year before this one that nobody has closed: without counting anything, for a page that everybody opens.
    package static func ahead(of centre: Centre.ID, on today: Day, in act: Act) throws -> (countdowns: [SelfCountdown], late: (id: SelfYear.ID, year: Int)?) {
        let rule = SelfRule.holding(on: today, try SelfSchemeStore.rules(of: centre, in: act))
        let accreditation = Accreditation.latest(try SelfSchemeStore.accreditations(of: centre, in: act))
        let late = try act.db.row("""
            SELECT id, year FROM self_year WHERE centre = \(centre) AND closed IS NULL AND year < \(today.year) ORDER BY year LIMIT 1
            """)
        return (SelfCountdown.all(accreditation, rule, on: today), try late.map { (try $0["id"], try $0["year"]) })
    }

    /// Without its facts.
    /// - Throws: `Problem.missing` unless the centre values it and the actor works there.
    package static func year(_ year: Int, at centre: Centre.ID, in act: Act) throws -> SelfYear {
        guard act.by.coordinates(centre), let found = try years("centre = \(centre) AND year = \(year)", in: act).first else { throw Problem.missing }
        return found
    }

    /// The newest first. An open year has the facts of this moment, a closed one those that were kept.
    private static func years(_ condition: SQL, withFacts: Bool = false, in act: Act) throws -> [SelfYear] {
        try act.db.rows("SELECT * FROM self_year WHERE \(condition) ORDER BY year DESC").map { row in
            let id: SelfYear.ID = try row["id"], closed: Day? = try row["closed"], number: Int = try row["year"], centre: Centre.ID = try row["centre"]
            let answers = try act.db.rows("SELECT * FROM self_answer WHERE year = \(id)").reduce(into: [SelfFeature.ID: SelfAnswer]()) { answers, row in
                answers[try row["feature"]] = SelfAnswer(try row["words"], score: try row["score"], edits: try row["edits"])
            }
            let facts: [SelfFact: Int] = try !withFacts ? [:] : closed == nil ? SelfFactStore.facts(of: number, at: centre, in: act) : kept(id, in: act)
            return SelfYear(id: id, centre: centre, year: number, conclusions: try row["conclusions"], closed: closed, answers: answers, facts: facts)
        }
    }

    private static func kept(_ id: SelfYear.ID, in act: Act) throws -> [SelfFact: Int] {
        try act.db.rows("SELECT fact, number FROM self_fact WHERE year = \(id)").reduce(into: [:]) { facts, row in
            if let fact = SelfFact(rawValue: try row["fact"]) { facts[fact] = try row["number"] }
        }
    }

    // MARK: Verbs

    @discardableResult
    package static func open(_ year: Int, at centre: Centre.ID, in act: Act) throws -> SelfYear.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        guard year <= today.year else { throw Problem.invalid("year", T.selfevaluation.errorYearComes) }
        guard try !act.db.exists("SELECT 1 AS stands FROM self_year WHERE centre = \(centre) AND year = \(year)") else {
            throw Problem.invalid("year", T.selfevaluation.errorYearOpen)
        }
        let id = SelfYear.ID(try act.db.insert("INSERT INTO self_year (centre, year, opened) VALUES (\(centre), \(year), \(act.now)) RETURNING id"))
        try act.record(T.selfevaluation.deedOpened, .selfYear(id), centre: centre)
        return id
    }

    /// Writes what is said of a feature. Of two who write at once the second is told, and keeps what was typed.
    package static func write(_ answer: SelfAnswer, of feature: SelfFeature.ID, in year: Int, at centre: Centre.ID, in act: Act) throws {
        let found = try openYear(year, at: centre, in: act), board = try board(of: centre, in: act)
        guard board.features(of: found).contains(where: { $0.id == feature }) else { throw Problem.missing }
        guard (found.answers[feature]?.edits ?? 0) == answer.edits else { throw Problem.conflict(T.selfevaluation.errorMeanwhile) }
        if let score = answer.score, !(1...board.rule(of: found).levels).contains(score) { throw Problem.invalid("score", T.common.errorChoose) }
        try act.db.run("""
            INSERT INTO self_answer (year, feature, words, score, person, changed)
            VALUES (\(found.id), \(feature), \(answer.words), \(answer.score), \(act.by.person), \(act.now))
            ON CONFLICT (year, feature) DO UPDATE SET words = excluded.words, score = excluded.score, person = excluded.person, changed = excluded.changed,
                edits = self_answer.edits + 1
            """)
        try act.record(T.selfevaluation.deedWritten, .selfYear(found.id), centre: centre, changes: [
            Change("score", from: found.answers[feature]?.score.map { "\($0)" } ?? "", to: answer.score.map { "\($0)" } ?? ""),
        ])
    }

    package static func conclude(_ words: String, in year: Int, at centre: Centre.ID, in act: Act) throws {
        let found = try openYear(year, at: centre, in: act)
        try act.db.run("UPDATE self_year SET conclusions = \(words) WHERE id = \(found.id)")
        try act.record(T.selfevaluation.deedConcluded, .selfYear(found.id), centre: centre)
    }

    /// Keeps the facts as they are; nothing of the year changes any more.
    package static func close(_ year: Int, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let found = try openYear(year, at: centre, in: act), board = try board(of: centre, in: act), features = board.features(of: found)
        guard year < board.today.year || board.today.month == 12 else { throw Problem.conflict(T.selfevaluation.errorYearGoesOn) }
        guard found.scored(features) == features.count else { throw Problem.conflict(T.selfevaluation.errorUnscored) }
        guard !found.conclusions.isEmpty else { throw Problem.conflict(T.selfevaluation.errorNoConclusions) }
        for (fact, number) in try SelfFactStore.facts(of: year, at: centre, in: act).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try act.db.run("INSERT INTO self_fact (year, fact, number) VALUES (\(found.id), \(fact), \(number))")
        }
        try act.db.run("UPDATE self_year SET closed = \(board.today), closed_by = \(act.by.person) WHERE id = \(found.id)")
        try act.record(T.selfevaluation.deedClosed, .selfYear(found.id), centre: centre, retention: .register)
    }

    private static func openYear(_ year: Int, at centre: Centre.ID, in act: Act) throws -> SelfYear {
        let first = try self.year(year, at: centre, in: act)
        try act.db.hold("self_year", first.id.value)
        let found = try self.year(year, at: centre, in: act)
        guard !found.isClosed else { throw Problem.conflict(T.selfevaluation.errorClosed) }
        return found
    }

    // MARK: People

    /// The account goes; what was written is the centre's.
    static func forget(_ person: ID<PersonTag>, in act: Act) throws {
        try act.db.run("UPDATE self_answer SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE self_year SET closed_by = NULL WHERE closed_by = \(person)")
    }

    static func held(about person: ID<PersonTag>, in act: Act) throws -> [[String: String]] {
        try act.db.rows("""
            SELECT y.year, f.name, a.words, a.score, a.changed FROM self_answer a JOIN self_year y ON y.id = a.year JOIN self_feature f ON f.id = a.feature
            WHERE a.person = \(person) ORDER BY a.id
            """).map { row in
            [
                "year": "\(try row["year"] as Int)", "feature": try row["name"], "words": try row["words"],
                "score": try (row["score"] as Int?).map { "\($0)" } ?? "",
                "changed": (try row["changed"] as Instant).iso,
            ]
        }
    }

    static func closedYears(by person: ID<PersonTag>, in act: Act) throws -> [[String: String]] {
        try act.db.rows("SELECT year, closed FROM self_year WHERE closed_by = \(person) ORDER BY year").map { row in
            ["year": "\(try row["year"] as Int)", "closed": (try row["closed"] as Day?)?.iso ?? ""]
        }
    }
}
