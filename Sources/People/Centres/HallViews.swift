import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

struct HallViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ halls: [Hall]) -> Screen {
        Screen(t(T.centres.halls), trail: reader.settingsTrail) {
            Heading(t(T.centres.halls), lead: t(T.centres.hallsLead))
            if halls.isEmpty {
                EmptyState(t(T.centres.noHallsTitle), t(T.centres.noHalls)) { Empty() }
            } else {
                DataTable(t(T.centres.halls), rows: halls, columns: [
                    Column(t(T.centres.hall), .name) { hall in a(.href(reader.link("/settings/halls/\(hall.id)"))) { t.run(hall.name) } },
                    Column(t(T.centres.seats), .number) { hall in hall.details.seats.map { t.number($0) } ?? "" },
                    Column(t(T.centres.address)) { hall in t.run(hall.details.address) },
                    Column(t(T.centres.setupAndClearing)) { hall in
                        t(T.centres.setupMinutes(before: .number(hall.details.setup), after: .number(hall.details.clearing)))
                    },
                    Column(t(T.common.state)) { hall in hall.isClosed ? Chip(.neutral, t(T.centres.hallIsClosed)) : Chip(.good, t(T.centres.hallIsOpen)) },
                    Column(t(T.centres.act), .act) { hall in
                        ButtonForm(t(hall.isClosed ? T.centres.reopenHall : T.centres.closeHall), .quiet,
                                   action: reader.link("/settings/halls/\(hall.id)/\(hall.isClosed ? "reopen" : "close")"), hidden: reader.hidden)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.centres.newHall), href: reader.link("/settings/halls/new")) }
        }
    }

    func form(_ hall: Hall?, _ form: FilledForm) -> Screen {
        let title = hall.map { t.shown($0.name) } ?? t(T.centres.newHall)
        let trail = reader.settingsTrail + [Look.Link(t(T.centres.halls), href: reader.link("/settings/halls"))]
        return Screen(title, trail: trail) {
            FormFaults(form)
            Heading(hall.map { t.run($0.name) } ?? Run(title))
            Form(action: reader.link("/settings/halls/\(hall?.id.description ?? "new")"), hidden: reader.hidden) {
                form.field(T.centres.hallName, "name").text()
                form.field(T.centres.seats, "seats", .short, isOptional: true).number()
                form.field(T.centres.address, "address", .full, hint: T.centres.hallAddressHint, isOptional: true).text()
                FieldRow {
                    form.field(T.centres.setup, "setup", .short, isOptional: true).number()
                    form.field(T.centres.clearing, "clearing", .short, isOptional: true).number()
                }
                HTML::p(.class("hint")) { t(T.centres.setupHint) }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings/halls"), .quiet)
                }
            }
        }
    }
}
