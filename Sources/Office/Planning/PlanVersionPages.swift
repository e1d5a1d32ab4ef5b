import Forms
import Kernel
import Languages
import Look
import Web

/// Versions of a plan: what each changed, and who said yes to it.
enum PlanVersionPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: YearPlan.ID = try visit.id("plan")
        let (plan, versions, words) = try await visit.read { act in
            let plan = try YearPlanStore.plan(id, in: act), versions = try PlanVersionStore.versions(of: id, in: act)
            let people = versions.flatMap { [$0.person] + $0.decisions.map(\.person) }
            return (plan, versions, try PlanWordsStore.words(of: [], besides: people, in: act))
        }
        return PlanVersionViews(reader: visit.reader).list(plan, versions, words, form)
    }

    @Sendable static func decide(_ visit: Visit) async throws -> Answer {
        let id: YearPlan.ID = try visit.id("plan"), decision = PlanDecision.ID(visit.typed["decision"])
        _ = try await visit.read { try YearPlanStore.plan(id, in: $0) }
        return try await visit.submit {
            guard let decision else { throw Problem.conflict(T.planning.notItsTurn) }
            let word = try PlanWord(visit.typed, own: visit.language)
            return try await visit.act { act in
                try PlanVersionStore.decide(decision, of: id, word, in: act)
                return Redirect(visit.link("/staff/plans/\(id)/versions"), word.isApproved ? T.planning.saidApproved : T.planning.saidReturned)
            }
        } again: { try await list(visit, $0) }
    }

    /// One version with its lines, and what it has that the one before had not.
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: YearPlan.ID = try visit.id("plan"), number = Int(typed: visit.parameters["version"] ?? "", in: 1...100_000)
        let against = visit.query.number("against", in: 1...100_000)
        let (plan, versions, version, items, other, difference, words) = try await visit.read { act in
            let plan = try YearPlanStore.plan(id, in: act), versions = try PlanVersionStore.versions(of: id, in: act)
            guard let version = versions.first(where: { $0.number == number }) else { throw Problem.missing }
            let other = versions.first { $0.number == against ?? version.number - 1 }
            let items = try PlanVersionStore.items(of: version.id, in: act), before = try other.map { try PlanVersionStore.items(of: $0.id, in: act) }
            return (
                plan, versions, version, items, other, before.map { PlanDifference(from: $0, to: items) },
                try PlanWordsStore.words(of: (items + (before ?? [])).map(\.details), besides: [version.person], in: act))
        }
        return visit.page(PlanVersionViews(reader: visit.reader).show(plan, version, items, of: versions, against: other, difference, words))
    }
}
