import Accounts
package import Centres
package import Kernel
package import Languages
package import Needs
import Portfolio
package import Storage

/// Forecasts: made of what is known today, and frozen as rows.
package enum ForecastStore {
    // MARK: Today

    /// What a forecast for a year would say, by what is known in the year before it.
    /// - Returns: nil where no year has plans.
    package static func draft(of id: Centre.ID, for year: SchoolYear, in act: Act) throws -> Forecast? {
        guard act.by.coordinates(id) else { throw Problem.missing }
        let centre = try CentreStore.centre(id, in: act), now = year.previous, today = centre.zone.day(of: act.now)
        let first = (1..<Forecast.years).reduce(now) { year, _ in year.previous }
        let plans = try act.db.rows("""
            SELECT year, count(*) AS plans FROM need_plan WHERE centre = \(id) AND year BETWEEN \(first.start) AND \(now.start) GROUP BY year
            """).reduce(into: [Int: Int]()) { $0[try $1["year"]] = try $1["plans"] }
        let years = stride(from: now.start, through: first.start, by: -1).filter { (plans[$0] ?? 0) > 0 }
        let fresh = try act.db.rows("""
            SELECT p.year, w.topic, count(*) AS wishes FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.centre = \(id) AND p.year BETWEEN \(first.start) AND \(now.start) AND w.carried IS NULL GROUP BY p.year, w.topic
            """).reduce(into: [Int: [Topic.ID?: Int]]()) { $0[try $1["year"], default: [:]][try $1["topic"]] = try $1["wishes"] }
        let staff = try staff(id, today: today, then: year, in: act)
        return Forecast(
            of: year, Forecast.Basis(years: years.compactMap(SchoolYear.init(start:)), plans: years.first.flatMap { plans[$0] } ?? 0, staff: staff),
            carried: try carried(id, from: now, to: year, in: act), fresh: years.map { fresh[$0] ?? [:] }, asNow: try wished(id, in: now, in: act),
            duties: try duties(centre, now, staff, in: act))
    }

    /// All wishes of a year by topic, met or not: what came.
    package static func wished(_ centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [Topic.ID?: Int] {
        try act.db.rows("""
            SELECT w.topic, count(*) AS wishes FROM need_plan p JOIN wish w ON w.plan = p.id WHERE p.centre = \(centre) AND p.year = \(year.start) GROUP BY w.topic
            """).reduce(into: [:]) { $0[try $1["topic"]] = try $1["wishes"] }
    }

    /// Open wishes whose people stay: whoever is written down to leave takes theirs along.
    private static func carried(_ centre: Centre.ID, from now: SchoolYear, to year: SchoolYear, in act: Act) throws -> [Topic.ID?: Int] {
        try act.db.rows("""
            SELECT w.topic, count(*) AS wishes FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.centre = \(centre) AND p.year = \(now.start) AND w.served IS NULL AND (
                NOT EXISTS (SELECT 1 FROM employment o WHERE o.person = p.person)
                OR EXISTS (SELECT 1 FROM employment e WHERE e.person = p.person AND \(EmploymentStore.holds(in: year.days))))
            GROUP BY w.topic
            """).reduce(into: [:]) { $0[try $1["topic"]] = try $1["wishes"] }
    }

    private static func staff(_ centre: Centre.ID, today: Day, then year: SchoolYear, in act: Act) throws -> Forecast.Staff {
        func count(_ condition: SQL) throws -> Int {
            try act.db.count("""
                SELECT count(DISTINCT e.person) FROM employment e JOIN school s ON s.id = e.school JOIN centre_territory t ON t.municipality = s.municipality
                WHERE t.centre = \(centre) AND \(condition)
                """)
        }
        let first = year.first.iso
        return Forecast.Staff(
            now: try count(EmploymentStore.holds(on: today)), then: try count(EmploymentStore.holds(in: year.days)),
            leaving: try count("""
                \(EmploymentStore.holds(on: today)) AND NOT EXISTS (SELECT 1 FROM employment o WHERE o.person = e.person AND (o.until IS NULL OR o.until >= \(first)))
                """))
    }

    /// What the rules ask of each year, by the figures of last night.
    private static func duties(_ centre: Centre, _ now: SchoolYear, _ staff: Forecast.Staff, in act: Act) throws -> [Forecast.Duty] {
        guard let pack = try RulePackStore.packs(of: centre.country, in: act).judging(now) else { return [] }
        let figures = try act.db.rows("""
            SELECT requirement, people, met FROM standing_figure WHERE centre = \(centre.id) AND year = \(now.start)
            """).reduce(into: [String: (people: Int, met: Int)]()) { $0[try $1["requirement"]] = (try $1["people"], try $1["met"]) }
        return pack.requirements.compactMap { requirement in
            figures[requirement.name].map { Forecast.Duty(requirement.name, people: $0.people, met: $0.met, years: requirement.years, staff: staff) }
        }
    }

    // MARK: Frozen

    /// Freezes what is known today.
    @discardableResult
    package static func make(for year: SchoolYear, at centre: Centre.ID, in act: Act) throws -> Forecast.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        guard let forecast = try draft(of: centre, for: year, in: act) else { throw Problem.conflict(T.planning.forecastNoYears) }
        let number = try act.db.count("SELECT count(*) FROM forecast WHERE centre = \(centre) AND year = \(year.start)") + 1, staff = forecast.basis.staff
        let id = Forecast.ID(try act.db.insert("""
            INSERT INTO forecast (centre, year, number, at, person, plans, staff_now, staff_then, leaving, joining)
            VALUES (\(centre), \(year.start), \(number), \(act.now), \(act.by.person), \(forecast.basis.plans), \(staff.now), \(staff.then), \(staff.leaving),
                    \(staff.joining)) RETURNING id
            """))
        let columns: [StaticString] = [
            "forecast", "kind", "topic", "name", "carried", "fresh", "fresh_before", "fresh_first", "as_now", "expected", "least", "most",
        ]
        try act.db.insert(many: Batch("forecast_line", columns, rows: forecast.lines.map { line in
            let kind = line.subject.kind, counts = line.counts, estimate = line.estimate
            // A year without plans leaves its column empty; of a duty there is one number.
            let places = kind.word == "duty" ? [0] : forecast.basis.years.map { year.start - 1 - $0.start }
            let fresh = Dictionary(zip(places, counts.fresh), uniquingKeysWith: { first, _ in first })
            return [
                id.stored, .text(kind.word), kind.topic.stored, .text(kind.name), counts.carried.stored, fresh[0].stored, fresh[1].stored, fresh[2].stored,
                counts.asNow.stored, estimate.expected.stored, (estimate.range?.lowerBound).stored, (estimate.range?.upperBound).stored,
            ]
        }))
        try act.record(T.planning.forecastMade, .other("forecast", id.value), centre: centre, changes: [
            Change("year", from: "", to: "\(year.start)"), Change("expected", from: "", to: "\(forecast.sum?.estimate.expected ?? 0)"),
        ])
        return id
    }

    /// The newest forecasts of the given years, each year once.
    package static func newest(of centre: Centre.ID, for years: [SchoolYear], in act: Act) throws -> [SchoolYear: MadeForecast] {
        guard act.by.coordinates(centre), !years.isEmpty else { throw Problem.missing }
        let rows = try act.db.rows("SELECT * FROM forecast WHERE centre = \(centre) AND year IN \(list: years.map(\.start)) ORDER BY year, number")
        let heads = Dictionary(try rows.map { (try $0["year"] as Int, $0) }, uniquingKeysWith: { _, last in last })
        let ids: [Forecast.ID] = try heads.values.map { try $0["id"] }
        let lines = try act.db.rows("SELECT * FROM forecast_line WHERE forecast IN \(list: ids) ORDER BY forecast, id")
        let own = try Dictionary(grouping: lines) { try $0["forecast"] as Forecast.ID }
        return try heads.reduce(into: [:]) { made, entry in
            guard let year = SchoolYear(start: entry.key) else { return }
            made[year] = try MadeForecast(row: entry.value, year: year, lines: own[entry.value["id"]] ?? [])
        }
    }
}

extension Forecast.Subject {
    fileprivate var kind: (word: String, topic: Topic.ID?, name: String) {
        switch self {
        case .sum: ("sum", nil, "")
        case .topic(let id): ("topic", id, "")
        case .words: ("words", nil, "")
        case .duty(let name): ("duty", nil, name)
        }
    }
}

extension MadeForecast {
    init(row: Row, year: SchoolYear, lines: [Row]) throws {
        let staff = Forecast.Staff(now: try row["staff_now"], then: try row["staff_then"], leaving: try row["leaving"], joining: try row["joining"])
        let sum = try lines.first { try $0["kind"] as String == "sum" }
        let known: [Int?] = try sum.map { [try $0["fresh"], try $0["fresh_before"], try $0["fresh_first"]] } ?? []
        let years = known.enumerated().compactMap { place, count in count == nil ? nil : SchoolYear(start: year.start - 1 - place) }
        self.init(
            id: try row["id"], number: try row["number"], at: try row["at"],
            forecast: Forecast(year: year, basis: Forecast.Basis(years: years, plans: try row["plans"], staff: staff), lines: try lines.map(Forecast.Line.init(row:))))
    }
}

extension Forecast.Line {
    init(row: Row) throws {
        let kind: String = try row["kind"], topic: Topic.ID? = try row["topic"], name: String = try row["name"]
        let fresh: [Int?] = [try row["fresh"], try row["fresh_before"], try row["fresh_first"]]
        let (least, most): (Int?, Int?) = (try row["least"], try row["most"])
        let subject: Forecast.Subject = topic.map { .topic($0) } ?? (kind == "sum" ? .sum : kind == "duty" ? .duty(name) : .words)
        self.init(
            subject, Forecast.Counts(carried: try row["carried"], fresh: fresh.compactMap(\.self), asNow: try row["as_now"]),
            Forecast.Estimate(expected: try row["expected"], range: least.flatMap { least in most.map { least...max(least, $0) } }))
    }
}
