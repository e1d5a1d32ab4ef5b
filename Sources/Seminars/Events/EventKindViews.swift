import Catalogue
import Centres
package import Forms
import HTML
import Kernel
import Languages
package import Look

/// The forms of event of a centre, and the form in which one of its own is made.
package struct EventKindViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    func list(_ forms: [EventForm]) -> Screen {
        Screen(t(T.events.forms), trail: reader.settingsTrail) {
            Heading(t(T.events.forms), lead: t(T.events.formsLead))
            DataTable(t(T.events.forms), rows: forms, columns: [
                Column(t(T.events.facetForm), .name) { form in name(form) },
                Column(t(T.events.applying)) { form in t(form.applying.name) },
                Column(t(T.events.formTraits)) { form in
                    EventTrait.allCases.filter(form.has).map { t($0.name) }.joined(separator: ", ")
                },
                Column(t(T.events.formPaper)) { form in t(form.details.paper.name) },
                Column(t(T.common.state)) { form in
                    Chip(form.isClosed ? .neutral : .good, t(form.isClosed ? T.events.formIsClosed : form.centre == nil ? T.events.formIsShared : T.events.formIsOwn))
                },
                Column(t(T.events.formAct), .act) { form in act(form) },
            ], isCaptionHidden: true)
            Buttons { LinkButton(t(T.events.formNew), href: reader.link("/settings/forms/new")) }
        }
    }

    @HTMLBuilder private func name(_ form: EventForm) -> some HTML {
        let name = t.run(form.name(in: t.language))
        if form.centre == nil { name } else { a(.href(reader.link("/settings/forms/\(form.id)"))) { name } }
    }

    @HTMLBuilder private func act(_ form: EventForm) -> some HTML {
        if form.centre == nil {
            LinkButton(t(T.events.formLike), href: reader.link("/settings/forms/new?like=\(form.id)"), .quiet)
        } else {
            ButtonForm(
                t(form.isClosed ? T.events.formReopen : T.events.formClose), .quiet,
                action: reader.link("/settings/forms/\(form.id)/\(form.isClosed ? "reopen" : "close")"), hidden: reader.hidden)
        }
    }

    func form(_ own: EventForm?, _ form: FilledForm) -> Screen {
        let title = own.map { t.run($0.name(in: t.language)) } ?? Run(t(T.events.formNew))
        let trail = reader.settingsTrail + [Look.Link(t(T.events.forms), href: reader.link("/settings/forms"))]
        return Screen(title.text, trail: trail) {
            FormFaults(form)
            Heading(title)
            Form(action: reader.link("/settings/forms/\(own?.id.description ?? "new")"), hidden: reader.hidden, isGuarded: true) {
                Fieldset(t(T.events.formName), hint: t(T.events.formNameHint)) {
                    form.field(T.events.inSerbian, "name", isOptional: true, autocomplete: "off").text()
                    form.field(T.events.inLithuanian, "name_lt", isOptional: true, autocomplete: "off").text()
                    form.field(T.events.inEnglish, "name_en", isOptional: true, autocomplete: "off").text()
                }
                form.field(T.events.applying, "applying").radios(Applying.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                Field(t(T.events.formTraits), name: "traits", error: form.fault("traits")).checkboxes(
                    EventTrait.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("traits")))
                form.field(T.events.formLead, "lead", hint: T.events.formLeadHint).select(EventLead.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.events.formPaper, "paper").select(EventPaper.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.events.formLeadPaper, "leadPaper").select(EventLeadPaper.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                Fieldset(t(T.events.formApproval), hint: t(T.events.formApprovalHint)) {
                    FieldRow {
                        form.field(T.events.formAskedDays, "askedDays", .short, isOptional: true).number()
                        form.field(T.events.formApprovedMonths, "approvedMonths", .short, isOptional: true).number()
                    }
                    form.field(T.events.formBasis, "basis", .full, hint: T.events.formBasisHint, isOptional: true, autocomplete: "off").text()
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings/forms"), .quiet)
                }
            }
        }
    }
}
