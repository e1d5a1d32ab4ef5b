import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The page on which workshops are chosen anew, and the one on which staff see who is where.
struct WorkshopViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func choose(_ sight: Sight, _ form: FilledForm) -> Screen {
        let path = reader.link("/registrations/\(sight.registration.id)"), title = sight.event.title(in: reader.language)
        return Screen(t(T.registration.workshopsChange), trail: [Look.Link(t.run(title), href: path)], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.registration.workshopsChange), lead: t(T.registration.workshopsText))
            Form(action: path + "/workshops", hidden: reader.hidden, isGuarded: true) {
                WorkshopFields(sight.event, sight.workshops, own: sight.choices, form)
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: path, .quiet)
                }
            }
        }
    }

    func desk(_ shown: WorkshopDesk) -> Screen {
        let event = shown.desk.event, title = event.title(in: reader.language), path = reader.link("/staff/events/\(event.id)")
        return Screen(
            t(T.registration.workshops), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]
        ) {
            Heading(t(T.registration.workshops))
            Buttons { LinkButton(t(T.registration.download), href: path + "/workshops.xlsx", .quiet) }
            if !shown.unchosen.isEmpty {
                Notice(.info) { HTML::p { t(T.registration.workshopsUnchosen(count: shown.unchosen.count)) } }
                Disclosure(t(T.registration.listTitle)) { ul { ForEach(shown.unchosen) { row in li { person(row) } } } }
            }
            ForEach(shown.open) { open in workshop(open, shown) }
        }
    }

    @HTMLBuilder private func workshop(_ open: OpenWorkshop, _ shown: WorkshopDesk) -> some HTML {
        let event = shown.desk.event, session = open.workshop.session, people = shown.people(of: open.workshop)
        h2 { t.run(event.title(of: session, in: t.language)) }
        HTML::p {
            t.day(session.day, .long); ", "; t.times(session.begins, to: session.ends)
            let place = EventSummary.place(session, of: event)
            if !place.isEmpty { " · "; t.run(event.wording(place)) }
        }
        HTML::p {
            Chip(open.seats.left > 0 ? .good : .waiting, t(T.registration.workshopTaken(taken: .number(open.seats.taken), seats: .number(open.seats.seats))))
            if open.seats.waiting > 0 { " "; Chip(.waiting, t(T.registration.workshopWaiting(waiting: .number(open.seats.waiting)))) }
        }
        if people.isEmpty {
            HTML::p { t(T.registration.workshopNobody) }
        } else {
            DataTable(session.title, rows: people, columns: [
                Column(t(T.registration.familyAndGiven), .name) { line in person(line.row) },
                Column(t(T.registration.school)) { line in t.run(line.row.school) },
                Column(t(T.registration.state)) { line in
                    Chip(line.choice.standing == .admitted ? .good : .waiting, t(line.choice.standing == .waiting ? line.choice.remark ?? line.choice.standing.name
                        : line.choice.standing.name))
                },
            ], isCaptionHidden: true)
        }
    }

    private func person(_ row: DeskRow) -> some HTML {
        a(.href(reader.link("/registrations/\(row.registration.id)/workshops"))) { row.name.listed }
    }
}
