import Forms
import HTML
import Kernel
import Languages
import Look

struct PaymentRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ form: FilledForm) -> Screen {
        Screen(t(T.statements.rule), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.statements.rule), lead: t(T.statements.ruleLead))
            Form(action: reader.link("/settings/payments"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.statements.holdsPapers, "holdsPapers", hint: T.statements.holdsPapersHint).check(isOn: form.typed.has("holdsPapers"))
                form.field(T.statements.reminds, "reminds", hint: T.statements.remindsHint).check(isOn: form.typed.has("reminds"))
                FieldRow {
                    form.field(T.statements.lateDays, "lateDays", .short, hint: T.statements.lateDaysHint).number()
                    form.field(T.statements.againDays, "againDays", .short, hint: T.statements.againDaysHint).number()
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings"), .quiet)
                }
            }
        }
    }
}
