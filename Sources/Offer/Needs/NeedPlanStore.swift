package import Accounts
package import Catalogue
package import Centres
package import Kernel
package import Languages
import Storage

/// Plans of a school year as rows: everybody their own.
package enum NeedPlanStore {
    // MARK: Reads

    /// - Returns: nil where the person has begun none for the year.
    package static func plan(of person: Person.ID, in year: SchoolYear, in act: Act) throws -> NeedPlan? {
        guard let row = try act.db.row("SELECT * FROM need_plan WHERE person = \(person) AND year = \(year.start)") else { return nil }
        return try whole([NeedPlan(row: row)], in: act).first
    }

    /// All plans of a person, the newest first.
    package static func plans(of person: Person.ID, in act: Act) throws -> [NeedPlan] {
        try whole(act.db.rows("SELECT * FROM need_plan WHERE person = \(person) ORDER BY year DESC").map(NeedPlan.init(row:)), in: act)
    }

    /// What was planned before a year, for a plan that is carried over.
    static func latest(of person: Person.ID, before year: SchoolYear, in act: Act) throws -> NeedPlan? {
        let row = try act.db.row("SELECT * FROM need_plan WHERE person = \(person) AND year < \(year.start) ORDER BY year DESC LIMIT 1")
        return try row.map { try whole([NeedPlan(row: $0)], in: act)[0] }
    }

    /// Plans with what hangs on them: two queries, however many there are.
    static func whole(_ plans: [NeedPlan], in act: Act) throws -> [NeedPlan] {
        guard !plans.isEmpty else { return [] }
        let ids = plans.map(\.id)
        let ratings = try act.db.rows("SELECT * FROM plan_rating WHERE plan IN \(list: ids)").reduce(into: [NeedPlan.ID: [CycleCode.ID: Int]]()) { all, row in
            all[try row["plan"], default: [:]][try row["code"]] = try row["rating"]
        }
        let wishes = try act.db.rows("SELECT * FROM wish WHERE plan IN \(list: ids) ORDER BY plan, place").reduce(into: [NeedPlan.ID: [Wish]]()) { all, row in
            all[try row["plan"], default: []].append(try Wish(row: row))
        }
        return plans.map { plan in
            var plan = plan
            (plan.ratings, plan.wishes) = (ratings[plan.id] ?? [:], wishes[plan.id] ?? [])
            return plan
        }
    }

    /// The competences of the cycle that runs in the year where the centre is.
    package static func competences(at centre: Centre.ID, in year: SchoolYear, today: Day, in act: Act) throws -> [CycleCode] {
        let country = try CentreStore.centre(centre, in: act).country, day = max(today, year.first)
        guard let cycle = try CycleStore.cycles(in: act).first(where: { $0.accreditor.country == country && $0.contains(min(day, year.last)) }) else { return [] }
        return try CycleStore.codes(of: [cycle.id], in: act).filter { $0.list == .competence }
    }

    // MARK: Verbs of the person

    package static func set(_ about: NeedPlan.About, in year: SchoolYear, at centre: Centre.ID, in act: Act) throws {
        let id = try hold(year, at: centre, in: act)
        if let school = about.school {
            guard let person = act.by.person, try act.db.exists("SELECT 1 AS works FROM employment WHERE person = \(person) AND school = \(school)") else {
                throw Problem.invalid("school", T.common.errorChoose)
            }
        }
        try act.db.run("""
            UPDATE need_plan SET school = \(about.school), job = \(about.job), municipality = (SELECT s.municipality FROM school s WHERE s.id = \(about.school)),
                changed = \(act.now) WHERE id = \(id)
            """)
        try record(T.needs.planSaved, id, in: act)
    }

    /// - Parameter ratings: 1 to 4, of competences of the cycle.
    package static func set(_ ratings: [CycleCode.ID: Int], in year: SchoolYear, at centre: Centre.ID, in act: Act) throws {
        let id = try hold(year, at: centre, in: act)
        try act.db.run("DELETE FROM plan_rating WHERE plan = \(id)")
        for (code, rating) in ratings.sorted(by: { $0.key < $1.key }) {
            try act.db.run("INSERT INTO plan_rating (plan, code, rating) VALUES (\(id), \(code), \(rating))")
        }
        try touch(id, in: act)
        try record(T.needs.planSaved, id, in: act)
    }

    package static func set(_ ways: NeedPlan.Ways, in year: SchoolYear, at centre: Centre.ID, in act: Act) throws {
        let id = try hold(year, at: centre, in: act)
        let days = PlanDay.allCases.filter(ways.days.contains).map(\.rawValue).joined(separator: " ")
        let obstacles = Obstacle.allCases.filter(ways.obstacles.contains).map(\.rawValue).joined(separator: " ")
        try act.db.run("""
            UPDATE need_plan SET days = \(days), payer = \(ways.payer), km = \(ways.km), obstacles = \(obstacles), obstacle_note = \(ways.note),
                shows = \(ways.shows), writes = \(ways.writes), changed = \(act.now) WHERE id = \(id)
            """)
        try record(T.needs.planSaved, id, in: act)
    }

    package static func share(_ isShared: Bool, in year: SchoolYear, at centre: Centre.ID, in act: Act) throws {
        let id = try hold(year, at: centre, in: act)
        try act.db.run("UPDATE need_plan SET shared = \(isShared), changed = \(act.now) WHERE id = \(id)")
        try record(isShared ? T.needs.planShared : T.needs.planUnshared, id, in: act)
    }

    /// The plan of the actor for the year, begun if need be, and held until the act ends.
    static func hold(_ year: SchoolYear, at centre: Centre.ID, in act: Act) throws -> NeedPlan.ID {
        guard let person = act.by.person else { throw Problem.missing }
        let works = try act.db.row("""
            SELECT e.school, e.job, s.municipality FROM employment e JOIN school s ON s.id = e.school
            WHERE e.person = \(person) AND \(EmploymentStore.holds(on: Zone.utc.day(of: act.now))) ORDER BY e.id LIMIT 1
            """)
        let (school, municipality): (School.ID?, Municipality.ID?) = (try works.map { try $0["school"] }, try works.map { try $0["municipality"] })
        let job = NeedJob.guessed(try works.map { try $0["job"] } ?? "")
        try act.db.run("""
            INSERT INTO need_plan (person, year, centre, school, municipality, job, started, changed)
            VALUES (\(person), \(year.start), \(centre), \(school), \(municipality), \(job), \(act.now), \(act.now)) ON CONFLICT (person, year) DO NOTHING
            """)
        guard let id: NeedPlan.ID = try act.db.value("SELECT id FROM need_plan WHERE person = \(person) AND year = \(year.start)") else { throw Problem.missing }
        try act.db.hold("need_plan", id.value)
        return id
    }

    static func touch(_ id: NeedPlan.ID, in act: Act) throws { try act.db.run("UPDATE need_plan SET changed = \(act.now) WHERE id = \(id)") }

    static func record(_ deed: Phrase, _ id: NeedPlan.ID, in act: Act) throws {
        try act.record(deed, .other("need_plan", id.value), under: act.by.person.map { .person($0) })
    }
}

extension NeedPlan {
    init(row: Row) throws {
        guard let year = SchoolYear(start: try row["year"]) else { throw Problem.missing }
        let (days, obstacles): (String, String) = (try row["days"], try row["obstacles"])
        var ways = Ways()
        ways.days = Set(days.split(separator: " ").compactMap { PlanDay(rawValue: String($0)) })
        ways.obstacles = Set(obstacles.split(separator: " ").compactMap { Obstacle(rawValue: String($0)) })
        (ways.payer, ways.km, ways.note) = (try row["payer"], try row["km"], try row["obstacle_note"])
        (ways.shows, ways.writes) = (try row["shows"], try row["writes"])
        self.init(
            id: try row["id"], person: try row["person"], year: year, centre: try row["centre"], about: About(school: try row["school"], job: try row["job"]),
            ways: ways, isShared: try row["shared"], changed: try row["changed"])
    }
}

extension Wish {
    init(row: Row) throws {
        let carried: Int? = try row["carried"]
        self.init(
            place: try row["place"], topic: try row["topic"], chosen: try row["chosen"], words: try row["words"], form: try row["form"], term: try row["term"],
            isHidden: try row["hidden"], carried: carried.flatMap(SchoolYear.init(start:)), served: try row["served"])
    }
}
