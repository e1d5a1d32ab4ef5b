import Forms
import Kernel
import Languages
import Web

/// Who says yes to plans, and where the money comes from: the director's choice.
enum PlanSettingsPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let settings = try await visit.read { act in
            PlanSettings(
                steps: try PlanSettingsStore.steps(of: centre, in: act), sources: try PlanSettingsStore.sources(of: centre, in: act),
                headStart: try HeadStartRuleStore.days(of: centre, in: act))
        }
        return visit.page(PlanSettingsViews(reader: visit.reader).form(visit.form(settings.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let settings = try PlanSettings(visit.typed)
            return try await visit.act { act in
                try PlanSettingsStore.set(settings, of: centre, in: act)
                return Redirect(visit.link("/settings/planning"), T.common.saved)
            }
        } again: { PlanSettingsViews(reader: visit.reader).form($0) }
    }
}
