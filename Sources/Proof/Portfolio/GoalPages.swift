import Forms
import Kernel
import Languages
import Look
import Web

/// What one means to learn.
enum GoalPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let year = SchoolYear(containing: visit.today)
        return try await visit.submit {
            let goal = try GoalDetails(visit.typed, in: year)
            return try await visit.act { act in
                try EntryStore.add(goal, of: person, in: act)
                return Redirect(visit.link("/me/portfolio/goals"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let goal = try await goal(visit)
        return visit.page(GoalViews(reader: visit.reader).form(goal, visit.form(goal.details.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let goal = try await goal(visit)
        return try await visit.submit {
            let details = try GoalDetails(visit.typed, in: goal.details.year)
            return try await visit.act { act in
                try EntryStore.change(goal.id, to: details, in: act)
                return Redirect(visit.link("/me/portfolio/goals"), T.common.saved)
            }
        } again: { GoalViews(reader: visit.reader).form(goal, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let id: PortfolioGoal.ID = try visit.id("goal")
        return try await visit.act { act in
            try EntryStore.removeGoal(id, in: act)
            return Redirect(visit.link("/me/portfolio/goals"), T.portfolio.saidRemoved)
        }
    }

    private static func goal(_ visit: Visit) async throws -> PortfolioGoal {
        let id: PortfolioGoal.ID = try visit.id("goal")
        return try await visit.read { try EntryStore.goal(id, in: $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (goals, entries) = try await visit.read { (try EntryStore.goals(of: person, in: $0), try EntryStore.entries(of: person, in: $0)) }
        return GoalViews(reader: visit.reader).list(goals, entries, form)
    }
}
