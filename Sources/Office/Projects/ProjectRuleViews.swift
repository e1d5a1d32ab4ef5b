import Forms
import HTML
import Kernel
import Languages
import Look

/// How long names and hours of closed projects stand.
struct ProjectRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ rules: [ProjectRule], mayChange: Bool, _ form: FilledForm) -> Screen {
        Screen(t(T.projects.ruleTitle), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.projects.ruleTitle), lead: t(T.projects.ruleLead))
            if rules.isEmpty { HTML::p { t(T.projects.ruleUsual(count: ProjectRule.usual)) } } else {
                DataTable(t(T.projects.ruleTitle), rows: rules, columns: [
                    Column(t(T.projects.ruleSince), .name) { rule in t.day(rule.since) },
                    Column(t(T.projects.ruleYears), .number) { rule in t.number(rule.years) },
                ], isCaptionHidden: true)
            }
            if mayChange {
                Look::Form(action: reader.link("/settings/projects"), hidden: reader.hidden, label: t(T.projects.ruleTitle)) {
                    form.day(T.projects.ruleSince, "since", hint: T.projects.ruleSinceHint)
                    form.field(T.projects.ruleYears, "years", .short).number()
                    Buttons { Submit(t(T.common.save)) }
                }
            } else { HTML::p { t(T.projects.ruleDirector) } }
        }
    }
}
