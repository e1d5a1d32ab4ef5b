package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// What is wished, counted by the database. Only those who run the centre read it exactly.
package enum DemandStore {
    /// The lines of a table of a year, those of most persons first.
    package static func lines(
        of centre: Centre.ID, in year: SchoolYear, by axes: [Demand.Axis], _ filter: Demand.Filter = Demand.Filter(), in act: Act
    ) throws -> [Demand.Line] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let columns: [(axis: Demand.Axis, column: SQL)] = [(.topic, "w.topic"), (.municipality, "p.municipality"), (.job, "p.job"), (.term, "w.term")]
        let chosen = columns.filter { axes.contains($0.axis) }.map(\.column)
        let split: SQL = chosen.isEmpty ? "" : "GROUP BY \(SQL.joined(chosen, ", "))"
        return Demand.ordered(try act.db.rows("""
            SELECT \(SQL.joined(chosen + ["count(*) AS wishes", "count(DISTINCT w.plan) AS persons"], ", "))
            FROM need_plan p JOIN wish w ON w.plan = p.id WHERE \(wished(centre, year, filter)) \(split)
            """).compactMap { row in
            let count = Demand.Count(persons: try row["persons"], wishes: try row["wishes"])
            guard count.wishes > 0 else { return nil }
            return Demand.Line(Demand.Cell(
                topic: axes.contains(.topic) ? try row["topic"] : nil, municipality: axes.contains(.municipality) ? try row["municipality"] : nil,
                job: axes.contains(.job) ? try row["job"] : .other, term: axes.contains(.term) ? try row["term"] : nil), count)
        })
    }

    /// How many persons wish any of it, each of them once. Their wishes are the sum over the lines of any table.
    package static func persons(of centre: Centre.ID, in year: SchoolYear, _ filter: Demand.Filter = Demand.Filter(), in act: Act) throws -> Int {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.count("""
            SELECT count(*) FROM need_plan p
            WHERE \(planned(centre, year, filter)) AND EXISTS (SELECT 1 FROM wish w WHERE w.plan = p.id AND \(wished(filter)))
            """)
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
        """
        FROM need_plan p JOIN wish w ON w.plan = p.id JOIN person n ON n.id = p.person LEFT JOIN school s ON s.id = p.school
        WHERE \(wished(centre, year, filter))
        """
    }

    // MARK: What a filter leaves, of `need_plan p` and `wish w`

    private static func wished(_ centre: Centre.ID, _ year: SchoolYear, _ filter: Demand.Filter) -> SQL {
        "\(planned(centre, year, filter)) AND \(wished(filter))"
    }

    private static func planned(_ centre: Centre.ID, _ year: SchoolYear, _ filter: Demand.Filter) -> SQL {
        var conditions: [SQL] = ["p.centre = \(centre)", "p.year = \(year.start)"]
        if let municipality = filter.municipality { conditions.append("p.municipality = \(municipality)") }
        if let job = filter.job { conditions.append("p.job = \(job)") }
        return SQL.joined(conditions, " AND ")
    }

    private static func wished(_ filter: Demand.Filter) -> SQL {
        var conditions: [SQL] = ["w.served IS NULL"]
        if let topic = filter.topic { conditions.append("w.topic = \(topic)") }
        if filter.isUnmatched { conditions.append("w.topic IS NULL") }
        if let term = filter.term { conditions.append("w.term = \(term)") }
        return SQL.joined(conditions, " AND ")
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
