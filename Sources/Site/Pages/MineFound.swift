import Forms
import HTML
import Kernel
import Languages
import Look
import Portfolio
import Web

/// What the one search finds for somebody of their own, and for nobody else: the papers, activities and goals of their portfolio.
struct MineFound: Sendable {
    let entries: [PortfolioEntry]
    let goals: [PortfolioGoal]

    static func find(_ words: String, limit: Int, in act: Act) throws -> MineFound {
        guard let person = act.by.person else { return MineFound(entries: [], goals: []) }
        let entries = try EntryStore.entries(of: person, in: act).filter { Fold.finds(words, in: "\($0.details.title) \($0.details.organiser) \($0.details.number)") }
        let goals = try EntryStore.goals(of: person, in: act).filter { Fold.finds(words, in: $0.details.text) }
        return MineFound(entries: Array(entries.prefix(limit)), goals: Array(goals.prefix(limit)))
    }

    var isEmpty: Bool { entries.isEmpty && goals.isEmpty }
}

struct MineFoundView: View {
    let found: MineFound
    let reader: Reader

    var body: Markup {
        let t = reader.t
        if !found.isEmpty {
            h2 { t(T.portfolio.title) }
            ul {
                ForEach(found.entries) { entry in li { a(.href(reader.link("/me/portfolio/entries/\(entry.id)"))) { t.run(entry.details.title) } } }
                ForEach(found.goals) { goal in li { a(.href(reader.link("/me/portfolio/goals/\(goal.id)"))) { t.run(goal.details.text) } } }
            }
        }
    }
}
