import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The conclusions of an event: what was agreed, who does it, by when, and what came of it.
struct ConclusionViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ conclusions: [Conclusion], of event: Event, _ form: FilledForm) -> Screen {
        let title = event.title(in: t.language)
        return Screen(t(T.delivery.conclusions), trail: trail(event)) {
            PrintHeader(office: reader.site, title: t(T.delivery.conclusions), lines: [t.run(title)])
            FormFaults(form, title: T.registration.notDone)
            Heading(Run(t(T.delivery.conclusions)), lead: t.run(title))
            if conclusions.isEmpty {
                EmptyState(t(T.delivery.conclusionsNone), t(T.delivery.conclusionsNoneText)) { Empty() }
            } else {
                PrintButton(t(T.common.print))
                DataTable(t(T.delivery.conclusions), rows: conclusions, columns: columns, isCaptionHidden: true) { conclusion in
                    Markup(RowDetails(t(T.registration.handle), of: conclusion.details.text) { acts(conclusion) })
                }
            }
            if event.state != .draft, event.state != .cancelled {
                h2 { t(T.delivery.conclusionNew) }
                fields(form, action: reader.link("/staff/events/\(event.id)/conclusions"), back: nil)
            } else {
                Notice(.info) { HTML::p { t(T.delivery.conclusionNotYet) } }
            }
        }
    }

    func form(_ conclusion: Conclusion, of event: Event, _ form: FilledForm) -> Screen {
        let back = Look.Link(t(T.delivery.conclusions), href: reader.link("/staff/events/\(event.id)/conclusions"))
        return Screen(t(T.delivery.conclusionEdit), trail: trail(event) + [back]) {
            FormFaults(form)
            Heading(Run(t(T.delivery.conclusionEdit)), lead: t.run(event.title(in: t.language)))
            fields(form, action: reader.link("/staff/conclusions/\(conclusion.id)"), back: back.href)
            ButtonForm(t(T.common.remove), .danger, action: reader.link("/staff/conclusions/\(conclusion.id)/remove"), hidden: reader.hidden)
        }
    }

    private func trail(_ event: Event) -> [Look.Link] {
        [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(event.title(in: t.language)), href: reader.link("/staff/events/\(event.id)"))]
    }

    private var columns: [Column<Conclusion>] {
        [
            Column(t(T.delivery.conclusion), .name) { conclusion in
                t.run(conclusion.details.text)
                if !conclusion.outcome.isEmpty { span(.class("small")) { " "; t(T.delivery.conclusionOutcome); ": "; t.run(conclusion.outcome) } }
            },
            Column(t(T.delivery.conclusionOwner)) { conclusion in conclusion.details.owner },
            Column(t(T.delivery.conclusionDue)) { conclusion in conclusion.details.due.map { t.day($0, .plain) } ?? "" },
            Column(t(T.common.state)) { conclusion in
                if let done = conclusion.done {
                    Chip(.good, t(T.delivery.conclusionIsDone)); span(.class("small")) { " "; t.day(t.zone.day(of: done), .plain) }
                } else if let due = conclusion.details.due, due < reader.today {
                    Chip(.bad, t(T.delivery.conclusionIsLate))
                } else {
                    Chip(.waiting, t(T.delivery.conclusionIsOpen))
                }
            },
        ]
    }

    @HTMLBuilder private func acts(_ conclusion: Conclusion) -> some HTML {
        let path = reader.link("/staff/conclusions/\(conclusion.id)")
        if conclusion.done == nil {
            Form(action: path + "/done", hidden: reader.hidden, id: "done-\(conclusion.id)") {
                FieldRow {
                    Field(
                        t(T.delivery.conclusionOutcome), name: "outcome", row: "\(conclusion.id)", optional: "", width: .full, most: ConclusionDetails.longestText
                    ).text()
                    Submit(t(T.delivery.conclusionFinish), .quiet)
                }
            }
        } else {
            ButtonForm(t(T.delivery.conclusionReopen), .quiet, action: path + "/reopen", hidden: reader.hidden)
        }
        HTML::p { a(.href(path)) { t(T.common.edit) } }
    }

    private func fields(_ form: FilledForm, action: String, back: String?) -> some HTML {
        Form(action: action, hidden: reader.hidden, isGuarded: true) {
            form.field(T.delivery.conclusionText, "text", .full, hint: T.delivery.conclusionTextHint, most: ConclusionDetails.longestText).area(rows: 3)
            FieldRow {
                form.field(
                    T.delivery.conclusionOwner, "owner", hint: T.delivery.conclusionOwnerHint, isOptional: true, autocomplete: "off",
                    most: ConclusionDetails.longestOwner
                ).text()
                form.day(T.delivery.conclusionDue, "due", isOptional: true)
            }
            Buttons {
                Submit(t(T.common.save))
                if let back { LinkButton(t(T.common.cancel), href: back, .quiet) }
            }
        }
    }
}
