package import Accounts
package import Centres
package import Kernel
package import Languages
import Schools
import Storage

/// The answers of schools, as rows.
package enum SchoolNeedStore {
    // MARK: For the school

    /// The answer of a school, for whoever looks after it; nil where nothing was written.
    package static func own(_ school: School.ID, in year: SchoolYear, in act: Act) throws -> SchoolNeed? {
        _ = try SchoolTeamStore.school(school, in: act)
        return try need("school = \(school) AND year = \(year.start)", in: act)
    }

    private static func need(_ condition: SQL, in act: Act) throws -> SchoolNeed? {
        guard let row = try act.db.row("SELECT n.*, c.currency FROM school_need n JOIN centre c ON c.id = n.centre WHERE \(condition)") else { return nil }
        let id: SchoolNeed.ID = try row["id"]
        var details = SchoolNeedDetails()
        let budget: Int? = try row["budget"], code: String = try row["currency"], currency = Currency(rawValue: code) ?? .rsd
        details.budget = budget.flatMap { Money(minor: $0, currency) }
        (details.contact, details.note) = (try row["contact"], try row["note"])
        for row in try act.db.rows("SELECT job, people FROM school_need_job WHERE need = \(id)") { details.jobs[try row["job"]] = try row["people"] }
        for row in try act.db.rows("SELECT * FROM school_need_topic WHERE need = \(id) ORDER BY kind, place") {
            let wish = SchoolWish(try row["words"], topic: try row["topic"], people: try row["people"], month: try row["month"]), kind: String = try row["kind"]
            if kind == "top" { details.top.append(wish) } else { details.inside.append(wish) }
        }
        guard let year = SchoolYear(start: try row["year"]) else { throw Problem.missing }
        return SchoolNeed(
            id: id, school: try row["school"], year: year, centre: try row["centre"], details: details, asked: try row["asked"], changed: try row["changed"],
            sent: try row["sent"], writtenBy: try row["written_by"])
    }

    /// Whether the centre has asked a school and waits for its answer this year, as a count.
    @Sendable static func awaited(from school: School.ID, in act: Act) -> SQL {
        let year = SchoolYear(containing: Zone.utc.day(of: act.now))
        return "SELECT count(*) FROM school_need WHERE school = \(school) AND year = \(year.start) AND asked IS NOT NULL AND sent IS NULL"
    }

    /// Whoever looks after the school writes its answer; once it is sent the centre sees it, and each change of it.
    package static func set(_ details: SchoolNeedDetails, of school: School.ID, in year: SchoolYear, at centre: Centre.ID, sends isSent: Bool, in act: Act) throws {
        _ = try SchoolTeamStore.school(school, in: act)
        let id = try hold(school, in: year, at: centre, in: act)
        try act.db.run("""
            UPDATE school_need SET budget = \(details.budget?.minor), contact = \(details.contact), note = \(details.note), changed = \(act.now),
                sent = CASE WHEN \(isSent) THEN coalesce(sent, \(act.now)) ELSE sent END, written_by = \(act.by.person) WHERE id = \(id)
            """)
        try act.db.run("DELETE FROM school_need_job WHERE need = \(id)")
        try act.db.run("DELETE FROM school_need_topic WHERE need = \(id)")
        for (job, people) in details.jobs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try act.db.run("INSERT INTO school_need_job (need, job, people) VALUES (\(id), \(job), \(people))")
        }
        for (kind, wishes) in [("top", details.top), ("inside", details.inside)] {
            for (place, wish) in wishes.enumerated() {
                let wished = try TopicStore.list(in: act).wished(wish.words)
                try act.db.run("""
                    INSERT INTO school_need_topic (need, kind, place, topic, words, key, people, month)
                    VALUES (\(id), \(kind), \(place + 1), \(wished.topic?.id), \(wished.words), \(TopicWord.key(wished.words)), \(wish.people), \(wish.month))
                    """)
            }
        }
        try act.record(isSent ? T.needs.answerSentDeed : T.needs.answerSaved, .other("school_need", id.value), under: .school(school), centre: centre)
    }

    private static func hold(_ school: School.ID, in year: SchoolYear, at centre: Centre.ID, in act: Act) throws -> SchoolNeed.ID {
        try act.db.run("INSERT INTO school_need (school, year, centre) VALUES (\(school), \(year.start), \(centre)) ON CONFLICT (school, year) DO NOTHING")
        guard let id: SchoolNeed.ID = try act.db.value("SELECT id FROM school_need WHERE school = \(school) AND year = \(year.start)") else { throw Problem.missing }
        try act.db.hold("school_need", id.value)
        return id
    }

    // MARK: For the centre

    /// All schools of the territory that are open, and how each stands.
    package static func lines(at centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [SchoolAnswerLine] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT s.id, s.name, m.name AS municipality, n.asked, n.changed, n.sent,
                CASE WHEN EXISTS (SELECT 1 FROM role r WHERE r.school = s.id AND r.role = 'school') THEN 1 ELSE 0 END AS kept
            FROM school s JOIN centre_territory t ON t.municipality = s.municipality JOIN municipality m ON m.id = s.municipality
            LEFT JOIN school_need n ON n.school = s.id AND n.year = \(year.start)
            WHERE t.centre = \(centre) AND NOT s.closed ORDER BY s.key_azbuka, s.id
            """).map { row in
            let (asked, changed, sent): (Instant?, Instant?, Instant?) = (try row["asked"], try row["changed"], try row["sent"]), kept: Int = try row["kept"]
            return SchoolAnswerLine(
                school: try row["id"], name: try row["name"], municipality: try row["municipality"], asked: asked, sent: sent,
                state: sent != nil ? .sent : changed != nil ? .begun : asked != nil ? .asked : .quiet, isKept: kept == 1)
        }
    }

    /// The answer of a school as it was sent.
    /// - Throws: `Problem.missing` where nothing was sent, and for other centres.
    package static func sent(by school: School.ID, in year: SchoolYear, at centre: Centre.ID, in act: Act) throws -> (need: SchoolNeed, school: School) {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let found = try SchoolStore.school(school, in: act)
        guard found.holder == centre, let need = try need("school = \(school) AND year = \(year.start) AND sent IS NOT NULL", in: act) else { throw Problem.missing }
        return (need, found)
    }

    /// Asks all schools that have not sent their answer, by a letter to whoever looks after each; within a week nobody is asked twice.
    /// - Returns: how many schools were asked.
    package static func ask(at centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> Int {
        let waiting = try lines(at: centre, in: year, in: act).filter { line in
            line.state != .sent && line.isKept && (line.asked.map { $0 < act.now.adding(days: -restDays) } ?? true)
        }
        for line in waiting {
            let id = try hold(line.school, in: year, at: centre, in: act), school = try SchoolStore.school(line.school, in: act)
            try act.db.run("UPDATE school_need SET asked = \(act.now) WHERE id = \(id)")
            for keeper in try SchoolTeamStore.keepers(of: line.school, in: act) {
                try NeedsLetters.asked(keeper.person, of: school, in: year, from: centre, isAgain: line.asked != nil, in: act)
            }
        }
        if !waiting.isEmpty { try act.record(T.needs.schoolsAsked, .centre(centre), centre: centre) }
        return waiting.count
    }

    private static let restDays = 7

    // MARK: Plans that people of a school share

    /// Plans of a year that those who work at the school share with it, by names. For whoever looks after it.
    package static func plans(of school: School.ID, in year: SchoolYear, on today: Day, in act: Act) throws -> [SharedPlan] {
        _ = try SchoolTeamStore.school(school, in: act)
        let rows = try act.db.rows("""
            SELECT p.*, n.given_name, n.family_name FROM need_plan p JOIN person n ON n.id = p.person
            WHERE p.school = \(school) AND p.year = \(year.start) AND p.shared
                AND EXISTS (SELECT 1 FROM employment e WHERE e.person = p.person AND e.school = p.school AND \(EmploymentStore.holds(on: today)))
            ORDER BY n.key_azbuka, p.id
            """)
        let names = try rows.map { PersonName(given: try $0["given_name"], family: try $0["family_name"]) }
        return zip(names, try NeedPlanStore.whole(rows.map(NeedPlan.init(row:)), in: act)).map { name, plan in
            SharedPlan(name: name, job: plan.about.job, wishes: plan.forSchool, shows: plan.ways.shows, writes: plan.ways.writes)
        }
    }
}

/// What a school sees of somebody's plan.
package struct SharedPlan: Sendable {
    package let name: PersonName
    package let job: NeedJob
    package let wishes: [Wish]
    package let shows: Bool
    package let writes: Bool
}
