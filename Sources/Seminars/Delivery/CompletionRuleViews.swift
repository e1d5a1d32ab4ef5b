import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// A centre's rules of completion, and the form of a new one.
struct CompletionRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ rules: [CompletionRule], _ form: FilledForm) -> Screen {
        Screen(t(T.delivery.ruleTitle), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.delivery.ruleTitle), lead: t(T.delivery.ruleLead))
            DataTable(t(T.delivery.ruleTitle), rows: rules + [CompletionRule.usual], columns: [
                Column(t(T.delivery.ruleSince), .name) { rule in rule.since.map { t.day($0, .plain) } ?? t(T.delivery.ruleBefore) },
                Column(t(T.delivery.ruleText)) { rule in t.rule(rule) },
                Column(t(T.registration.acts), .act) { rule in
                    if let since = rule.since {
                        ButtonForm(t(T.common.remove), .quiet, action: reader.link("/settings/completion/\(since.iso)/remove"), hidden: reader.hidden)
                    }
                },
            ], isCaptionHidden: true)
            h2 { t(T.delivery.ruleNew) }
            new(form)
        }
    }

    private func new(_ form: FilledForm) -> some HTML {
        Form(action: reader.link("/settings/completion"), hidden: reader.hidden) {
            form.day(T.delivery.ruleSince, "since", hint: T.delivery.ruleSinceHint)
            form.field(T.delivery.rulePercentField, "percent", .short).number()
            form.field(T.delivery.ruleMinutesField, "minutes", .short).number()
            form.field(T.delivery.ruleExcusedField, "excused").check(isOn: form["excused"] == "yes")
            Buttons { Submit(t(T.common.save)) }
        }
    }
}
