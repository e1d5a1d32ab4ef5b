package import Catalogue
package import Centres
import Events
package import Kernel
package import Languages
package import Needs
import Storage

/// What an analysis of the offer counts: a fixed number of queries, however large the centre.
package enum OfferAnalysisStore {
    package static func analysis(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> OfferAnalysis {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let centre = try CentreStore.centre(centre, in: act)
        var counts = OfferAnalysis.Counts()
        counts.wished = try wished(centre.id, year, in: act)
        (counts.languages, counts.payers) = (try languages(centre.id, year, in: act), try payers(centre.id, year, in: act))
        counts.plans = counts.languages.values.reduce(0, +)
        counts.seats = try MunicipalityStore.all(in: act).reduce(into: [:]) { $0[$1.id] = $1.seat }
        let rule = try DemandCallStore.rule(of: centre.id, in: act), comers = try comers(centre.id, in: act)
        (counts.group, counts.km) = (rule.people, rule.km ?? counts.km)
        counts.comers = comers.topics
        counts.programmes = try programmes(centre, year, comers.programmes, in: act)
        counts.events = try events(centre, year, counts.seats, in: act)
        return OfferAnalysis(counts, topics: try TopicStore.list(in: act).all.filter(\.isOffered))
    }

    /// The cycles of the centre's country that run in a year; today, where that lies in it.
    package static func cycles(of centre: Centre, in year: SchoolYear, in act: Act) throws -> [Cycle] {
        let day = min(max(centre.zone.day(of: act.now), year.first), year.last)
        return try CycleStore.cycles(in: act).filter { $0.accreditor.country == centre.country && $0.contains(day) }
    }

    // MARK: What is wished

    private static func wished(_ centre: Centre.ID, _ year: SchoolYear, in act: Act) throws -> [OfferAnalysis.Wished] {
        try act.db.rows("""
            SELECT w.topic, p.municipality, p.km, count(*) AS wishes, CAST(sum(CASE WHEN w.served IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS unmet
            FROM need_plan p JOIN wish w ON w.plan = p.id WHERE p.centre = \(centre) AND p.year = \(year.start) GROUP BY w.topic, p.municipality, p.km
            """).map { row in
            OfferAnalysis.Wished(try row["topic"], from: try row["municipality"], km: try row["km"], all: try row["wishes"], open: try row["unmet"])
        }
    }

    private static func languages(_ centre: Centre.ID, _ year: SchoolYear, in act: Act) throws -> [Language: Int] {
        try act.db.rows("""
            SELECT n.language, count(*) AS plans FROM need_plan p JOIN person n ON n.id = p.person
            WHERE p.centre = \(centre) AND p.year = \(year.start) GROUP BY n.language
            """).reduce(into: [:]) { $0[try $1["language"]] = try $1["plans"] }
    }

    private static func payers(_ centre: Centre.ID, _ year: SchoolYear, in act: Act) throws -> [WhoPays: Int] {
        try act.db.rows("""
            SELECT payer, count(*) AS plans FROM need_plan WHERE centre = \(centre) AND year = \(year.start) AND payer IS NOT NULL GROUP BY payer
            """).reduce(into: [:]) { $0[try $1["payer"]] = try $1["plans"] }
    }

    private static func comers(_ centre: Centre.ID, in act: Act) throws -> (programmes: [Programme.ID: Int], topics: [Topic.ID: Int]) {
        var found: (programmes: [Programme.ID: Int], topics: [Topic.ID: Int]) = ([:], [:])
        for row in try act.db.rows("""
            SELECT x.programme, x.topic, count(*) AS people FROM would_come x LEFT JOIN demand_call c ON c.id = x.demand_call
            WHERE x.centre = \(centre) AND c.ended IS NULL GROUP BY x.programme, x.topic
            """) {
            if let programme: Programme.ID = try row["programme"] { found.programmes[programme] = try row["people"] }
            if let topic: Topic.ID = try row["topic"] { found.topics[topic] = try row["people"] }
        }
        return found
    }

    // MARK: What is offered

    private static func programmes(_ centre: Centre, _ year: SchoolYear, _ comers: [Programme.ID: Int], in act: Act) throws -> [OfferAnalysis.Offered] {
        let cycles = try cycles(of: centre, in: year, in: act), today = centre.zone.day(of: act.now)
        guard !cycles.isEmpty else { return [] }
        let asked = Set(cycles.filter { $0.asksWhatWasHeld(on: today) }.map(\.id)), names = Set(Language.allCases.map { CycleCode.key(centre.name(in: $0)) })
        let topics = try act.db.rows("""
            SELECT x.programme, x.topic FROM topic_programme x JOIN programme p ON p.id = x.programme WHERE p.cycle IN \(list: cycles.map(\.id))
            """).reduce(into: [Programme.ID: Set<Topic.ID>]()) { $0[try $1["programme"], default: []].insert(try $1["topic"]) }
        let told: [[Programme.ID: Runs]] = try act.kept("programme runs") { try act.ask(RunsAsked()) }
        let held = told.reduce(into: [Programme.ID: Int]()) { $0.merge($1.mapValues(\.held), uniquingKeysWith: +) }
        return try act.db.rows("""
            SELECT id, number, title, language, institution, cycle, price, free, competence, priority, area FROM programme
            WHERE cycle IN \(list: cycles.map(\.id)) AND withdrawn IS NULL ORDER BY key_azbuka, id
            """).map { row in
            let id: Programme.ID = try row["id"], codes: [CycleCode.ID?] = [try row["competence"], try row["priority"], try row["area"]]
            return OfferAnalysis.Offered(
                id, number: try row["number"], title: try row["title"], language: try row["language"], isOwn: names.contains(CycleCode.key(try row["institution"])),
                price: try row["price"], isFree: try row["free"], codes: Set(codes.compactMap(\.self)), topics: topics[id] ?? [], comers: comers[id] ?? 0,
                held: held[id] ?? 0, isAsked: asked.contains(try row["cycle"]))
        }
    }

    private static func events(_ centre: Centre, _ year: SchoolYear, _ seats: [Municipality.ID: Coordinates], in act: Act) throws -> [OfferAnalysis.Held] {
        let (from, until) = (centre.zone.startOfDay(year.first), centre.zone.endOfDay(year.last))
        // What nobody learns at is no offer, unless it answers a topic: a science club, a hired hall.
        let forms = try EventFormStore.all(in: act).values, learned = Set(forms.filter { $0.has(.points) || $0.has(.programme) }.map(\.id))
        let online = Set(forms.filter { $0.has(.online) }.map(\.id))
        let topics = try EventTopicStore.topics(at: centre.id, in: act)
        let rows = try act.db.rows("""
            SELECT id, programme, form, state, municipality, seats, fee, language FROM event
            WHERE centre = \(centre.id) AND state IN ('announced', 'confirmed', 'held', 'closed') AND NOT earlier
                AND starts >= \(from) AND starts < \(until) ORDER BY starts, id
            """).filter { row in try learned.contains(row["form"]) || topics[row["id"]] != nil }
        let came = try PlanDoneStore.people(at: rows.map { try $0["id"] }, in: act)
        let own = try CentreStore.seat(of: centre.id, in: act)
        return try rows.map { row in
            let id: Event.ID = try row["id"], state: EventState = try row["state"], place: Municipality.ID? = try row["municipality"]
            return OfferAnalysis.Held(
                try row["programme"], topics: topics[id] ?? [], isHeld: state == .held || state == .closed, seat: place.map { seats[$0] } ?? own,
                isOnline: online.contains(try row["form"]), seats: try row["seats"], came: came[id] ?? 0, fee: try row["fee"], language: try row["language"])
        }
    }

    // MARK: For the workshop

    /// Who wishes some topics, and how many of them would write a programme themselves.
    package static func wishers(of topics: [Topic.ID], at centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [Topic.ID: Wishers] {
        guard !topics.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT w.topic, p.job, w.term, p.writes, count(*) AS wishes FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.centre = \(centre) AND p.year = \(year.start) AND w.served IS NULL AND w.topic IN \(list: topics) GROUP BY w.topic, p.job, w.term, p.writes
            """).reduce(into: [:]) { found, row in
            let count: Int = try row["wishes"], writes: Bool = try row["writes"]
            found[try row["topic"], default: Wishers()].add(count, as: try row["job"], in: try row["term"], writes: writes)
        }
    }
}

/// Who wishes a topic.
package struct Wishers: Sendable, Hashable {
    package private(set) var jobs: [NeedJob: Int] = [:]
    package private(set) var terms: [WishTerm: Int] = [:]
    /// Would write a programme.
    package private(set) var writers = 0

    package init() {}

    mutating func add(_ count: Int, as job: NeedJob, in term: WishTerm?, writes: Bool) {
        jobs[job, default: 0] += count
        if let term { terms[term, default: 0] += count }
        if writes { writers += count }
    }

    package var job: NeedJob? { NeedJob.allCases.filter { jobs[$0] != nil }.max { (jobs[$0] ?? 0) < (jobs[$1] ?? 0) } }
    package var term: WishTerm? { WishTerm.allCases.filter { terms[$0] != nil }.max { (terms[$0] ?? 0) < (terms[$1] ?? 0) } }
}
