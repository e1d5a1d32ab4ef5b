import Catalogue
import Centres
import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// A centre's events as those who run them see them: by state, with what each still needs.
struct EventsDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ desk: EventsDesk) -> Screen {
        Screen(t(T.events.all)) {
            Heading(t(T.events.all))
            search
            FilterChips(t(T.common.state), chips(desk))
            if desk.planned.isEmpty {
                nothing(desk)
            } else {
                table(desk)
                desk.paging.links(reader)
            }
        }
    }

    /// There is nothing yet, nothing was found, or nothing stands in this state: three different things.
    private func nothing(_ desk: EventsDesk) -> some HTML {
        let (title, text) = desk.counts.isEmpty ? (T.events.deskEmptyTitle, T.events.deskEmptyText)
            : reader.query["q"].isEmpty ? (T.events.deskNothingTitle, T.events.deskNothingText) : (T.events.deskNoMatchTitle, T.events.deskNoMatchText)
        return EmptyState(t(title), t(text)) {
            Buttons {
                LinkButton(t(T.events.new), href: reader.link("/staff/events/new"))
                if !reader.query.query.isEmpty, !desk.counts.isEmpty { LinkButton(t(T.common.clear), href: reader.link("/staff/events"), .quiet) }
            }
        }
    }

    private var state: String { reader.query["state"] }

    private var search: some HTML {
        Form(
            action: reader.link("/staff/events"), method: .get, hidden: state.isEmpty ? [] : [Hidden("state", state)], isInline: true,
            label: t(T.events.search)
        ) {
            Field(t(T.events.searchWords), name: "q", value: reader.query["q"], optional: "").search()
            Submit(t(T.common.search), .quiet)
            LinkButton(t(T.events.new), href: reader.link("/staff/events/new"))
            LinkButton(t(T.registration.packages), href: reader.link("/staff/packages"), .quiet)
            LinkButton(t(T.delivery.groupFigures), href: reader.link("/staff/groups"), .quiet)
        }
    }

    private func chips(_ desk: EventsDesk) -> [NavItem] {
        let choices = [("", t(T.events.deskOpen))] + EventState.allCases.map { ($0.rawValue, t($0.name)) } + [("all", t(T.common.all))]
        return choices.map { value, label in
            let count = EventsDesk.Asked(value).states.reduce(0) { $0 + (desk.counts[$1] ?? 0) }
            return NavItem(label, href: reader.here("state", value), isCurrent: value == state, count: count)
        }
    }

    private func table(_ desk: EventsDesk) -> some HTML {
        DataTable(t(T.events.all), rows: desk.planned, columns: [
            Column(t(T.events.when)) { planned in planned.event.days.map { t.days($0) } ?? "" },
            Column(t(T.events.titleField), .name) { planned in
                a(.href(reader.link("/staff/events/\(planned.event.id)"))) { t.run(planned.event.title(in: t.language)) }
                span(.class("muted")) { " "; t.run(planned.event.form.name(in: t.language)) }
            },
            Column(t(T.common.state)) { planned in Chip(planned.event.state.tone, t(planned.event.state.name)) },
            Column(t(T.events.seats), .number) { planned in planned.event.form.takesApplications ? "\(planned.seats.taken)/\(planned.seats.seats)" : "" },
            Column(t(T.events.needs)) { planned in needs(planned, desk.rules) },
        ], isCaptionHidden: true)
    }

    /// What is missing or waits, in a few words.
    private func needs(_ planned: EventsDesk.Planned, _ rules: SeatRules) -> String {
        let (event, seats, zone) = (planned.event, planned.seats, reader.centre.zone)
        var needs: [String] = []
        if event.state == .announced, event.plan.seatsMin > seats.taken {
            needs.append(t(T.events.missing(count: event.plan.seatsMin - seats.taken)))
            if let day = event.decision(rules, in: zone) { needs.append(t(T.events.decidedOn(day: .day(day)))) }
        }
        if seats.waiting > 0 { needs.append(t(T.events.waitingLine(count: seats.waiting))) }
        if event.isOpen(at: reader.now, in: zone) { needs.append(t(T.events.deadlineLine(day: .day(event.plan.deadline, .plain)))) }
        return needs.joined(separator: " ")
    }
}
