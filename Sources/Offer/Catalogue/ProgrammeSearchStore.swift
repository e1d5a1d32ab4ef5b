package import Kernel
package import Languages
import Centres
import Storage

/// Finding programmes. Folded words in both scripts; every word must match, the last one as a beginning.
extension ProgrammeStore {
    /// What is found, best first: by number, then by title, then by anything else; among equals by title.
    /// - Parameter after: how many to pass over.
    package static func search(_ filters: ProgrammeFilters, order: Alphabet, after: Int, limit: Int, in act: Act) throws -> [ProgrammeLine] {
        let key: SQL = "p.\(SortKeys.column(order))"
        let conditions = SQL.joined(Facet.allCases.compactMap { $0.condition(filters) } + [standing(filters)], " AND ")
        let isSearch = !filters.words.isEmpty
        let source: SQL = isSearch ? "programme p JOIN \(act.db.found("programme", typed: filters.words)) f ON f.subject = p.id" : "programme p"
        // Among numbers that begin as typed, the shortest is nearest to what was typed.
        let rank: SQL = isSearch ? "f.grade, CASE WHEN f.grade = 0 THEN length(p.number) ELSE 0 END, \(key), p.id" : "\(key), p.id"
        let ids = try act.db.rows("SELECT p.id FROM \(source) WHERE \(conditions) ORDER BY \(rank) LIMIT \(limit) OFFSET \(after)")
            .map { try $0["id"] as Programme.ID }
        let lines = try act.db.rows("""
            SELECT p.id, p.number, p.title, p.language, p.institution, p.hours, p.form, p.free, p.competence, p.priority, p.area,
                   p.withdrawn, p.withdrawn_reason, \(named)
            FROM \(joined) WHERE p.id IN \(list: ids)
            """).map(ProgrammeLine.init(row:))
        let places = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0) })
        return ids.compactMap { places[$0] }
    }

    /// Counts for all facets of a list in one statement.
    package static func counts(_ filters: ProgrammeFilters, in act: Act) throws -> ProgrammeCounts {
        let source: SQL = if filters.words.isEmpty { "programme p" } else {
            "programme p JOIN \(act.db.found("programme", typed: filters.words)) f ON f.subject = p.id"
        }
        let arms = [count("'total'", "''", of: nil, filters)]
            + Facet.allCases.map { facet in count(facet.name, "CAST(p.\(facet.column) AS TEXT)", of: facet, filters) }
        return try ProgrammeCounts(rows: act.db.rows("""
            WITH p AS (SELECT p.cycle, p.area, p.competence, p.priority, p.form, p.hours, p.free FROM \(source) WHERE \(standing(filters)))
            \(SQL.joined(arms, " UNION ALL "))
            """))
    }

    private static func count(_ facet: SQL, _ value: SQL, of own: Facet?, _ filters: ProgrammeFilters) -> SQL {
        var conditions = Facet.allCases.filter { $0 != own }.compactMap { $0.condition(filters) }
        if own == .free { conditions.append("p.free = \(true)") } else if let own { conditions.append("p.\(own.column) IS NOT NULL") }
        let condition = conditions.isEmpty ? "1 = 1" : SQL.joined(conditions, " AND ")
        let group: SQL = own.map { "GROUP BY p.\($0.column)" } ?? ""
        return "SELECT \(facet) AS facet, \(value) AS value, count(*) AS count FROM p WHERE \(condition) \(group)"
    }

    private static func standing(_ filters: ProgrammeFilters) -> SQL {
        switch filters.state {
        case .valid: "p.withdrawn IS NULL"
        case .withdrawn: "p.withdrawn IS NOT NULL"
        }
    }
}

/// One way to narrow the list: its column, and what a filter asks of it.
private enum Facet: CaseIterable {
    case cycle, competence, priority, area, form, hours, free

    var column: SQL {
        switch self {
        case .cycle: "cycle"
        case .competence: "competence"
        case .priority: "priority"
        case .area: "area"
        case .form: "form"
        case .hours: "hours"
        case .free: "free"
        }
    }

    var name: SQL { "'\(column)'" }

    func condition(_ filters: ProgrammeFilters) -> SQL? {
        switch self {
        case .cycle:
            switch filters.cycle {
            case .every: nil
            case .since(let day): "p.cycle IN (SELECT id FROM cycle WHERE last_day >= \(day))"
            case .one(let cycle): "p.cycle = \(cycle)"
            }
        case .competence: list(.competence, filters)
        case .priority: list(.priority, filters)
        case .area: list(.area, filters)
        case .form: filters.form.map { "p.form = \($0)" }
        case .hours: filters.hours.map { "p.hours = \($0)" }
        case .free: filters.isFree ? "p.free = \(true)" : nil
        }
    }

    private func list(_ list: CodeList, _ filters: ProgrammeFilters) -> SQL? {
        filters.codes[list].map { "p.\(list.column) IN \(list: $0)" }
    }
}
