package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// What is wished, counted by the database. Only those who run the centre read it exactly.
package enum DemandStore {
    /// The sums of a year that some questions need.
    package static func demand(of centre: Centre.ID, in year: SchoolYear, _ wanted: [Demand.Level] = Demand.Level.all, in act: Act) throws -> Demand {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        var levels: [Demand.Level: [Demand.Cell: Demand.Count]] = [:]
        for level in Set(wanted) {
            let topic: SQL = level.contains(.topic) ? "w.topic" : "0", term: SQL = level.contains(.term) ? "w.term" : "''"
            let split = SQL.joined(["p.municipality", "p.job"] + (level.contains(.topic) ? ["w.topic"] : []) + (level.contains(.term) ? ["w.term"] : []), ", ")
            levels[level] = try act.db.rows("""
                SELECT p.municipality, p.job, \(topic) AS topic, \(term) AS term, count(*) AS wishes, count(DISTINCT w.plan) AS persons
                FROM need_plan p JOIN wish w ON w.plan = p.id
                WHERE p.centre = \(centre) AND p.year = \(year.start) AND w.served IS NULL GROUP BY \(split)
                """).reduce(into: [:]) { cells, row in
                let term: String? = try row["term"]
                let cell = Demand.Cell(
                    topic: level.contains(.topic) ? try row["topic"] : nil, municipality: try row["municipality"], job: try row["job"],
                    term: term.flatMap { WishTerm(rawValue: $0) })
                cells[cell] = Demand.Count(persons: try row["persons"], wishes: try row["wishes"])
            }
        }
        return Demand(levels)
    }

    /// The same as single wishes: what the sums are made of.
    package static func entries(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [Demand.Entry] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT p.person, p.municipality, p.job, w.topic, w.term FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.centre = \(centre) AND p.year = \(year.start) AND w.served IS NULL
            """).map { row in
            Demand.Entry(try row["person"], Demand.Cell(topic: try row["topic"], municipality: try row["municipality"], job: try row["job"], term: try row["term"]))
        }
    }

    /// How many plans there are, and how many of them are shared.
    package static func plans(of centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM need_plan WHERE centre = \(centre) AND year = \(year.start)")
    }

    /// Municipalities that stand in a table.
    static func municipalities(in act: Act) throws -> [Municipality.ID: Municipality] {
        Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.id, $0) })
    }

    // MARK: The rows behind a number

    /// Wishes that a filter leaves, with whose they are.
    package static func rows(of centre: Centre.ID, in year: SchoolYear, _ filter: Demand.Filter, limit: Int, offset: Int, in act: Act) throws -> [DemandRow] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT p.person, n.given_name, n.family_name, s.name AS school, p.job, w.* \(tables(centre, year, filter))
            ORDER BY n.key_azbuka, p.person, w.place LIMIT \(limit) OFFSET \(offset)
            """).map { row in
            DemandRow(
                person: try row["person"], name: PersonName(given: try row["given_name"], family: try row["family_name"]), school: try row["school"],
                job: try row["job"], wish: try Wish(row: row))
        }
    }

    static func count(of centre: Centre.ID, in year: SchoolYear, _ filter: Demand.Filter, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) \(tables(centre, year, filter))")
    }

    private static func tables(_ centre: Centre.ID, _ year: SchoolYear, _ filter: Demand.Filter) -> SQL {
        var conditions: [SQL] = ["p.centre = \(centre)", "p.year = \(year.start)", "w.served IS NULL"]
        if let topic = filter.topic { conditions.append("w.topic = \(topic)") }
        if filter.isUnmatched { conditions.append("w.topic IS NULL") }
        if let municipality = filter.municipality { conditions.append("p.municipality = \(municipality)") }
        if let job = filter.job { conditions.append("p.job = \(job)") }
        if let term = filter.term { conditions.append("w.term = \(term)") }
        return """
            FROM need_plan p JOIN wish w ON w.plan = p.id JOIN person n ON n.id = p.person LEFT JOIN school s ON s.id = p.school
            WHERE \(SQL.joined(conditions, " AND "))
            """
    }
}

/// One wish behind a number.
package struct DemandRow: Sendable {
    package let person: Person.ID
    package let name: PersonName
    package let school: String?
    package let job: NeedJob
    package let wish: Wish
}
