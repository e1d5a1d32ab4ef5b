package import Centres
import Costs
import Evaluation
package import Events
package import Kernel
package import Languages
import Questionnaires
import Storage

/// Who came to what a centre held in some days, read from events, attendance and certificates: one query each, however many came.
package enum ReportFactsStore {
    /// By the last day of each event. What a form keeps inside the house, and lists of earlier years, are no part of it.
    /// - Parameters:
    ///   - event: of which alone, where one is named.
    ///   - withJobs: whether it is asked what people do.
    package static func facts(
        in days: ClosedRange<Day>, at centre: Centre, of event: Event.ID? = nil, withJobs: Bool = false, in act: Act
    ) throws -> ReportFacts {
        let held = try held(in: days, at: centre, of: event, in: act)
        var facts = ReportFacts(events: try events(held, days, centre, in: act), visits: try visits(held, in: act))
        let schools = Set(facts.visits.compactMap(\.school))
        for row in try act.db.rows("SELECT id, name, municipality FROM school ORDER BY id") {
            let id: School.ID = try row["id"]
            if schools.contains(id) { facts.schools[id] = ReportPlace(try row["name"], in: try row["municipality"]) }
        }
        facts.municipalities = try Dictionary(uniqueKeysWithValues: MunicipalityStore.all(in: act).map { ($0.id, $0.name) })
        if withJobs, !facts.visits.isEmpty { facts.jobs = try jobs(of: Set(facts.visits.map(\.person)), in: act) }
        return facts
    }

    /// The condition over `event e`.
    static func held(in days: ClosedRange<Day>, at centre: Centre, of event: Event.ID? = nil, in act: Act) throws -> SQL {
        let held = try RationalUseStore.held(in: days, at: centre, in: act)
        guard let event else { return held }
        return "\(held) AND e.id = \(event)"
    }

    private static func events(_ held: SQL, _ days: ClosedRange<Day>, _ centre: Centre, in act: Act) throws -> [ReportEvent] {
        let forms = try EventFormStore.all(in: act), grades = try grades(of: centre, since: days.lowerBound, in: act)
        let towns = try Dictionary(uniqueKeysWithValues: MunicipalityStore.all(in: act).map { ($0.id, $0.name) })
        var titles: [Event.ID: [Language: String]] = [:]
        for row in try act.db.rows("SELECT t.event, t.language, t.title FROM event_text t JOIN event e ON e.id = t.event WHERE \(held)") {
            titles[try row["event"], default: [:]][try row["language"]] = try row["title"]
        }
        return try act.db.rows("""
            SELECT e.id, e.form, e.programme, e.language, e.ends, e.points, e.municipality, v.visitors, p.number, k.code AS competence, q.code AS priority
            FROM event e LEFT JOIN event_report v ON v.event = e.id LEFT JOIN programme p ON p.id = e.programme
            LEFT JOIN cycle_code k ON k.id = p.competence LEFT JOIN cycle_code q ON q.id = p.priority
            WHERE \(held) ORDER BY e.ends, e.id
            """).map { row in
            let id: Event.ID = try row["id"], ends: Instant = try row["ends"], programme: Int64? = try row["programme"]
            let place: Municipality.ID? = try row["municipality"]
            let form: EventForm.ID = try row["form"], codes: [String?] = [try row["number"], try row["competence"], try row["priority"]]
            let title = Event.Wording(in: centre.language, else: try row["language"]) { titles[id]?[$0] }.text, grade = grades[id]
            return ReportEvent(
                id, title, form: forms[form]?.name(in: centre.language).text ?? "", on: centre.zone.day(of: ends.adding(minutes: -1)),
                place: place.flatMap { towns[$0] } ?? "", isProgramme: programme != nil || (forms[form]?.has(.programme) ?? false),
                codes: codes.compactMap(\.self).filter { !$0.isEmpty },
                points: try row["points"], visitors: try row["visitors"], answers: grade?.answers ?? 0, grades: grade?.sum ?? 0)
        }
    }

    /// What evaluations say of events, where enough people answered: how many, and the sum of their grades in hundredths.
    private static func grades(of centre: Centre, since day: Day, in act: Act) throws -> [Event.ID: (answers: Int, sum: Int)] {
        try EvaluationStore.points(of: centre.id, since: day, in: act).values.joined().reduce(into: [:]) { grades, point in
            guard let mean = point.grade.mean else { return }
            grades[point.event] = (point.grade.answers, mean * point.grade.answers)
        }
    }

    private static func visits(_ held: SQL, in act: Act) throws -> [ReportVisit] {
        var whole: [Event.ID: Int] = [:]
        for row in try act.db.rows("""
            SELECT n.event, CAST(sum(n.ends - n.begins) AS BIGINT) AS minutes FROM event_session n JOIN event e ON e.id = n.event
            WHERE \(held) AND n.seats = 0 GROUP BY n.event
            """) { whole[try row["event"]] = try row["minutes"] }
        var proofs: [Int64: Int] = [:]
        for row in try act.db.rows("""
            SELECT c.registration AS id, max(c.points) AS points FROM certificate c JOIN event e ON e.id = c.event
            WHERE \(held) AND c.state = 'valid' AND c.part = 'participant' AND c.registration IS NOT NULL GROUP BY c.registration
            """) { proofs[try row["id"]] = try row["points"] }
        // Session by session, as the indexes have them; each registration is brought together here, which is quicker than a sort of all of them.
        var places: [Int64: Int] = [:], visits: [ReportVisit] = []
        for row in try act.db.rows("""
            SELECT a.registration, r.event, r.person, r.school, n.ends - n.begins - a.missed AS minutes
            FROM event e JOIN event_session n ON n.event = e.id JOIN attendance a ON a.session = n.id JOIN registration r ON r.id = a.registration
            WHERE \(held) AND r.pupils = 0 AND a.mark IN ('present', 'late', 'left')
            """) {
            let registration: Int64 = try row["registration"], minutes: Int = max(0, try row["minutes"])
            if let place = places[registration] {
                visits[place].add(minutes)
                continue
            }
            let event: Event.ID = try row["event"], proof = proofs[registration]
            places[registration] = visits.count
            visits.append(ReportVisit(
                try row["person"], at: event, of: try row["school"], minutes: minutes, whole: whole[event] ?? 0, points: proof ?? 0, hasProof: proof != nil))
        }
        return visits
    }

    /// What people do: at the school where they work, else as they say. The same job in two writings is one, in the one that more people use.
    private static func jobs(of people: Set<ID<PersonTag>>, in act: Act) throws -> [ID<PersonTag>: String] {
        var written: [ID<PersonTag>: String] = [:]
        for row in try act.db.rows("SELECT id, occupation FROM person WHERE occupation <> '' AND erased IS NULL") {
            let person: ID<PersonTag> = try row["id"]
            if people.contains(person) { written[person] = try row["occupation"] }
        }
        for row in try act.db.rows("SELECT person, job FROM employment WHERE job <> '' AND until IS NULL ORDER BY id DESC") {
            let person: ID<PersonTag> = try row["person"]
            if people.contains(person) { written[person] = try row["job"] }
        }
        return ReportJobs.together(written)
    }
}
