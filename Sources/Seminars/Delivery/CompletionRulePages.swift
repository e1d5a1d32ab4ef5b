import Forms
import Kernel
import Languages
import Look
package import Web

/// Where a centre's director says what has to be attended.
package enum CompletionRulePages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, fresh(visit))) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let rule = try CompletionRule(visit.typed, today: visit.today)
            return try await visit.act { act in
                try CompletionRuleStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/completion"), T.delivery.saidRule)
            }
        } again: { form in
            try await list(visit, form)
        }
    }

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        guard let since = Day(iso: visit.parameters["since"] ?? "") else { throw Problem.missing }
        return try await visit.submit {
            try await visit.act { act in
                try CompletionRuleStore.remove(since: since, of: centre, in: act)
                return Redirect(visit.link("/settings/completion"), T.delivery.saidRuleRemoved)
            }
        } again: { form in
            try await list(visit, fresh(visit, form.problem))
        }
    }

    /// The form of a new rule, which asks what is usual.
    private static func fresh(_ visit: Visit, _ problem: Problem? = nil) -> FilledForm { visit.form(CompletionRule.usual.typed, problem) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let rules = try await visit.read { try CompletionRuleStore.all(of: centre, in: $0) }
        return CompletionRuleViews(reader: visit.reader).list(rules, form)
    }
}
