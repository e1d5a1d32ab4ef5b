package import Centres
package import Kernel
package import Languages
import Storage

/// What other rooms read of projects: how many are in which state, whose money it is, what was promised and reached.
package enum ProjectFigureStore {
    /// How many projects of a centre are in each state.
    package static func states(at centre: Centre.ID, in act: Act) throws -> [ProjectState: Int] {
        let rows = try act.db.rows("SELECT state, count(*) AS many FROM project WHERE centre = \(centre) GROUP BY state")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["state"], try $0["many"]) })
    }

    /// Budgets of projects that run in some days, by source of money and currency: a line that names no source has that of its project.
    package static func money(at centre: Centre.ID, in days: ClosedRange<Day>, in act: Act) throws -> [ProjectMoney] {
        let projects = try ProjectStore.projects("""
            p.centre = \(centre) AND p.state IN ('running', 'closed') AND p.first_day <= \(days.upperBound) AND p.last_day >= \(days.lowerBound)
            """, in: act)
        var sums: [ProjectMoney.Key: BudgetSum] = [:]
        for project in projects {
            for line in try BudgetStore.lines(of: project.id, in: act) {
                let source = line.details.source.isEmpty ? project.details.source : line.details.source
                let key = ProjectMoney.Key(source: source, currency: project.details.amount.currency)
                sums[key] = (sums[key] ?? BudgetSum()) + line.sum
            }
        }
        return sums.map { ProjectMoney(key: $0.key, sum: $0.value) }.sorted {
            ($0.key.source, $0.key.currency.rawValue) < ($1.key.source, $1.key.currency.rawValue)
        }
    }

    /// Indicators of projects that run or have ended in some days, each with its project.
    package static func indicators(at centre: Centre.ID, in days: ClosedRange<Day>, in act: Act) throws -> [(project: Project, indicators: [Indicator])] {
        let projects = try ProjectStore.projects("""
            p.centre = \(centre) AND p.state IN ('running', 'closed') AND p.first_day <= \(days.upperBound) AND p.last_day >= \(days.lowerBound)
            """, in: act)
        guard !projects.isEmpty else { return [] }
        let all = Dictionary(grouping: try IndicatorStore.indicators("i.project IN \(list: projects.map(\.id))", in: act), by: \.project)
        return projects.map { ($0, all[$0.id] ?? []) }
    }
}

/// Money of projects from one source.
package struct ProjectMoney: Sendable {
    package struct Key: Sendable, Hashable {
        package let source: String
        package let currency: Currency
    }

    package let key: Key
    package let sum: BudgetSum
}
