import Forms
import Kernel
import Languages
import Look
import Web

/// How long names and hours of closed projects stand: told to the centre's own people, set by its director.
enum ProjectRulePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.page(try await show(visit, visit.form(Typed(["since": visit.today.iso, "years": "\(ProjectRule.usual)"]))))
    }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let rules = try await visit.read { try ProjectKeepingStore.rules(of: centre, in: $0) }
        return ProjectRuleViews(reader: visit.reader).show(rules, mayChange: visit.actor.holds(.director, at: centre), form)
    }

    @Sendable static func set(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language
        return try await visit.submit {
            var faults = Faults()
            let since = faults.dayTyped(typed, "since", own: own), years = faults.number(typed, "years", in: ProjectRule.bounds)
            try faults.check()
            guard let since, let years else { throw Problem.missing }
            return try await visit.act { act in
                try ProjectKeepingStore.set(ProjectRule(since: since, years: years), of: centre, in: act)
                return Redirect(visit.link("/settings/projects"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }
}
