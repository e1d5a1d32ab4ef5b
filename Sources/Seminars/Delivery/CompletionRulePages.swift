import Catalogue
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
package import Web

/// Where a centre's director says what has to be attended.
package enum CompletionRulePages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { try await page(visit, nil) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        do {
            let rule = try rule(visit)
            return try await visit.act { act in
                try CompletionRuleStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/completion"), T.delivery.saidRule)
            }
        } catch let problem as Problem where problem.kind == .invalid { return try await page(visit, problem) }
    }

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        guard let since = Day(iso: visit.parameters["since"] ?? "") else { throw Problem.missing }
        return try await visit.act { act in
            try CompletionRuleStore.remove(since: since, of: centre, in: act)
            return Redirect(visit.link("/settings/completion"), T.delivery.saidRuleRemoved)
        }
    }

    private static func rule(_ visit: Visit) throws -> CompletionRule {
        let typed = visit.typed
        var faults = Faults()
        let since = Day(typed: typed["since"])
        if since == nil { faults.add("since", T.common.errorDay(example: .day(visit.today, .numeric))) }
        for field in ["percent", "minutes"] { faults.require(typed.number(field) != nil, field, T.common.errorNumber) }
        try faults.check()
        return CompletionRule(since: since, percent: typed.number("percent") ?? 100, countsExcused: typed["excused"] == "yes", minutesMissed: typed.number("minutes") ?? 0)
    }

    private static func page(_ visit: Visit, _ problem: Problem?) async throws -> Answer {
        let centre = visit.centre.id
        let rules = try await visit.read { try CompletionRuleStore.all(of: centre, in: $0) }
        let t = visit.t
        let typed = problem == nil ? Typed(["percent": "100", "minutes": "45"]) : visit.typed
        return visit.page(t(T.delivery.ruleTitle), trail: [Look.Link(t(T.forms.settings), href: visit.link("/settings"))], status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.delivery.ruleTitle), lead: t(T.delivery.ruleLead))
            DataTable(t(T.delivery.ruleTitle), rows: rules + [CompletionRule.usual], columns: [
                Column(t(T.delivery.ruleSince), .name) { rule in rule.since.map { t.day($0, .plain) } ?? t(T.delivery.ruleBefore) },
                Column(t(T.delivery.ruleText)) { rule in AttendanceViews.rule(rule, t) },
                Column(t(T.registration.acts), .act) { rule in
                    if let since = rule.since { ButtonForm(t(T.common.remove), .quiet, action: visit.link("/settings/completion/\(since.iso)/remove"), hidden: visit.hidden) }
                },
            ], isCaptionHidden: true)
            h2 { t(T.delivery.ruleNew) }
            Look::Form(action: visit.link("/settings/completion"), hidden: visit.hidden) {
                Field(t(T.delivery.ruleSince), name: "since", value: typed["since"], hint: t(T.delivery.ruleSinceHint), error: visit.mistake("since", problem), width: .short,
                      .placeholder(t.day(visit.today, .numeric))).text()
                Field(t(T.delivery.rulePercentField), name: "percent", value: typed["percent"], error: visit.mistake("percent", problem), width: .short).number()
                Field(t(T.delivery.ruleMinutesField), name: "minutes", value: typed["minutes"], error: visit.mistake("minutes", problem), width: .short).number()
                Field(t(T.delivery.ruleExcusedField), name: "excused", error: visit.mistake("excused", problem)).check(isOn: typed["excused"] == "yes")
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
