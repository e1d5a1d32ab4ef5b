import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// Which form a new event has: the one that was chosen, and the others as links, each with how one comes to a seat.
struct EventFormChoice: View {
    let planning: EventPlanning
    let reader: Reader

    init(_ planning: EventPlanning, _ reader: Reader) {
        self.planning = planning
        self.reader = reader
    }

    var body: Markup {
        let t = reader.t
        Disclosure(t(T.events.formOther), isOpen: false) {
            ul(.class("choices")) {
                ForEach(planning.forms.filter { $0.id != planning.form.id }) { form in
                    li {
                        a(.href(reader.link("/staff/events/new?form=\(form.id)"))) { t.run(form.name(in: t.language)) }
                        span(.class("muted")) { " · "; t(form.applying.name) }
                    }
                }
            }
        }
    }
}

/// When the approval was asked for, its number and day, and the consent to hold it once more.
struct EventApprovalFields: View {
    let kind: EventForm
    let form: FilledForm
    let t: Texts

    init(_ kind: EventForm, form: FilledForm, t: Texts) {
        self.kind = kind
        self.form = form
        self.t = t
    }

    var body: Markup {
        Fieldset(t(T.events.approval), hint: t(T.events.approvalHint(count: kind.details.askedDays, basis: .title(kind.details.basis)))) {
            form.day(T.events.askedField, "asked", hint: T.events.askedHint, isOptional: true)
            FieldRow {
                form.field(T.events.approvalNumberField, "approvalNumber", isOptional: true, autocomplete: "off").text()
                form.day(T.events.approvalDayField, "approvalDay", isOptional: true)
            }
            form.day(T.events.consentField, "consent", hint: T.events.consentHint, isOptional: true)
        }
    }
}
