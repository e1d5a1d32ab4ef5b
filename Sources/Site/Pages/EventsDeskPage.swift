import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
import Web

/// A centre's events as those who run them see them: by state, with what each still needs.
enum EventsDeskPage {
    private static let perPage = 50

    /// What a list of states is called in an address; nothing stands for all that is not over.
    private static func states(_ text: String) -> [EventState] {
        if let state = EventState(rawValue: text) { return [state] }
        return text == "all" ? EventState.allCases : [.draft, .announced, .confirmed, .postponed, .held]
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centreID, query, t, now) = (visit.centre.id, visit.query, visit.t, visit.now)
        let states = states(query["state"])
        let (centre, counts, total, page, events, seats) = try await visit.read { act in
            let centre = try CentreStore.centre(centreID, in: act)
            let counts = try EventStore.counts(of: centreID, in: act)
            let ids = try EventStore.ids(of: centreID, in: states, words: query["q"], in: act)
            let page = min(max(1, query.number("page") ?? 1), max(1, (ids.count + perPage - 1) / perPage))
            let events = try EventStore.events(inOrder: Array(ids.dropFirst((page - 1) * perPage).prefix(perPage)), in: act)
            return (centre, counts, ids.count, page, events, try RegistrationStore.seats(of: events, in: act))
        }
        let rows = events.map { Row(event: $0, seats: seats[$0.id] ?? Seats(seats: $0.plan.seats, taken: 0, waiting: 0)) }
        return visit.page(t(T.events.all)) {
            Heading(t(T.events.all))
            Form(
                action: visit.link("/staff/events"), method: .get, hidden: query["state"].isEmpty ? [] : [Hidden("state", query["state"])], isInline: true,
                label: t(T.events.search)
            ) {
                Field(t(T.events.searchWords), name: "q", value: query["q"], optional: "").search()
                Submit(t(T.common.search), .quiet)
                LinkButton(t(T.events.new), href: visit.link("/staff/events/new"))
            }
            FilterChips(t(T.common.state), chips(visit, counts))
            if rows.isEmpty {
                EmptyState(t(T.events.deskNothingTitle), t(T.events.deskNothingText)) {
                    Buttons {
                        LinkButton(t(T.events.new), href: visit.link("/staff/events/new"))
                        if !query.query.isEmpty { LinkButton(t(T.common.clear), href: visit.link("/staff/events"), .quiet) }
                    }
                }
            } else {
                table(rows, centre, visit, now)
                pages(visit, page: page, total: total)
            }
        }
    }

    private struct Row {
        let event: Event
        let seats: Seats
    }

    private static func chips(_ visit: Visit, _ counts: [EventState: Int]) -> [NavItem] {
        let t = visit.t
        let chosen = visit.query["state"]
        let choices = [("", t(T.events.deskOpen))] + EventState.allCases.map { ($0.rawValue, t($0.name)) } + [("all", t(T.common.all))]
        return choices.map { value, label in
            let count = states(value).reduce(0) { $0 + (counts[$1] ?? 0) }
            let query = visit.query.with("page", nil).with("state", value).query
            return NavItem(label, href: visit.link("/staff/events") + (query.isEmpty ? "" : "?\(query)"), isCurrent: value == chosen, count: count)
        }
    }

    private static func table(_ rows: [Row], _ centre: Centre, _ visit: Visit, _ now: Instant) -> some HTML {
        let t = visit.t
        return DataTable(t(T.events.all), rows: rows, columns: [
            Column(t(T.events.when)) { row in row.event.days.map { t.days($0) } ?? "" },
            Column(t(T.events.titleField), .name) { row in
                a(.href(visit.link("/staff/events/\(row.event.id)"))) { t.run(row.event.title(in: t.language)) }
            },
            Column(t(T.common.state)) { row in Chip(row.event.state.tone, t(row.event.state.name)) },
            Column(t(T.events.seats), .number) { row in "\(row.seats.taken)/\(row.seats.seats)" },
            Column(t(T.events.needs)) { row in needs(row, centre, t, now) },
        ], isCaptionHidden: true)
    }

    /// What is missing or waits, in a few words.
    private static func needs(_ row: Row, _ centre: Centre, _ t: Texts, _ now: Instant) -> String {
        var needs: [String] = []
        if row.event.state == .announced, row.event.plan.seatsMin > row.seats.taken {
            needs.append(t(T.events.missing(count: row.event.plan.seatsMin - row.seats.taken)))
            if let day = row.event.decision(centre.rules, in: centre.zone) { needs.append(t(T.events.decidedOn(day: .day(day)))) }
        }
        if row.seats.waiting > 0 { needs.append(t(T.events.waitingLine(count: row.seats.waiting))) }
        if row.event.isOpen(at: now, in: centre.zone) { needs.append(t(T.events.deadlineLine(day: .day(row.event.plan.deadline)))) }
        return needs.joined(separator: " ")
    }

    @HTMLBuilder
    private static func pages(_ visit: Visit, page: Int, total: Int) -> some HTML {
        if total > perPage {
            let t = visit.t
            let href = { (page: Int) in visit.link("/staff/events?" + visit.query.with("page", "\(page)").query) }
            Pagination(
                t(T.events.pages),
                place: t(T.events.placeAmong(first: .number((page - 1) * perPage + 1), last: .number(min(page * perPage, total)), all: .number(total))),
                previous: page > 1 ? Look.Link(t(T.common.previousPage), href: href(page - 1)) : nil,
                next: page * perPage < total ? Look.Link(t(T.common.nextPage), href: href(page + 1)) : nil)
        }
    }
}
