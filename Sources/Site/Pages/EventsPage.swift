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

/// What a centre announces: as a list, as a month, and what has been.
enum EventsPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.query["view"] == "month" ? try await month(visit) : try await list(visit)
    }

    /// All that is to come, for calendars that follow the centre.
    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let (id, t, now) = (visit.centre.id, visit.t, visit.now)
        let (centre, events) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            return (centre, try EventStore.coming(of: centre, in: act))
        }
        return .text(EventCalendar(of: centre, t, origin: visit.centre.origin, stamped: now).text(events), type: "text/calendar; charset=utf-8")
    }

    // MARK: The list

    private struct Shown: Sendable {
        let centre: Centre
        let listing: EventListing
        let towns: [Municipality]
        let codes: [CycleCode.ID: EventCode]
        let competences: [Event.ID: EventCode]
        let events: [ListedEvent]
        let seats: [Event.ID: Seats]
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let (id, query, alphabet, today) = (visit.centre.id, visit.query, visit.language.alphabet, visit.today)
        let shown = try await visit.read { act -> Shown in
            let centre = try CentreStore.centre(id, in: act)
            let filter = EventFilter(query)
            let ground = try EventStore.ground(of: centre, filter, alphabet, in: act)
            let (codes, towns) = (ground.codes, ground.towns)
            let listing = EventListing(ground.entries, filter, zone: centre.zone, distances: EventListing.distances(from: filter.near, among: towns))
            let rows = Array(listing.found[listing.places])
            let events = try EventStore.listed(inOrder: rows.map(\.id), in: act)
            let competences = rows.reduce(into: [:]) { $0[$1.id] = $1.competence.flatMap { codes[$0] } }
            return Shown(
                centre: centre, listing: listing, towns: towns, codes: codes, competences: competences, events: events, seats: try RegistrationStore.seats(of: events, in: act))
        }
        let t = visit.t
        let listing = shown.listing
        let towns = Dictionary(uniqueKeysWithValues: shown.towns.map { ($0.id, $0) })
        let lines = shown.events.map { event in
            event.line(
                t, href: visit.link("/events/\(event.id)"), town: event.municipality.flatMap { towns[$0] }, competence: shown.competences[event.id],
                distance: listing.kilometres(to: event), zone: shown.centre.zone, today: today,
                state: SeatsViews(reader: visit.reader).chip(event, shown.seats[event.id]))
        }
        let isPast = listing.filter.scope == .past
        return visit.page(t(T.events.all), description: t(T.events.listLead), isIndexed: query.query.isEmpty) {
            Heading(t(T.events.all), lead: t(T.events.listLead))
            tabs(visit, current: isPast ? "past" : "")
            EventFilters(listing, EventFilterWords(towns: shown.towns, codes: shown.codes, t), query: query, action: visit.link("/events"))
            if lines.isEmpty {
                nothing(visit, isPast: isPast)
            } else {
                HTML::p(.class("muted")) {
                    t(T.events.found(count: listing.found.count))
                    if !isPast { " · "; a(.href(visit.link("/events.ics"))) { t(T.events.follow) } }
                }
                EventList(lines)
                pages(visit, listing)
            }
        }
    }

    private static func tabs(_ visit: Visit, current: String) -> some HTML {
        let t = visit.t
        let kept = visit.query.with("page", nil).with("month", nil).with("when", nil)
        return Tabs(t(T.events.views), [("", T.events.tabComing), ("month", T.events.tabMonth), ("past", T.events.tabPast)].map { view, name in
            let query = kept.with("view", view).query
            return NavItem(t(name), href: visit.link("/events") + (query.isEmpty ? "" : "?\(query)"), isCurrent: view == current)
        })
    }

    @HTMLBuilder
    private static func nothing(_ visit: Visit, isPast: Bool) -> some HTML {
        let t = visit.t
        if !visit.query.with("view", nil).with("page", nil).query.isEmpty {
            EmptyState(t(T.events.nothingTitle), t(T.events.nothingText)) {
                LinkButton(t(T.common.clear), href: visit.link("/events") + (isPast ? "?view=past" : ""), .quiet)
            }
        } else if isPast {
            EmptyState(t(T.events.noneYetTitle), t(T.events.noneYetText)) { LinkButton(t(T.events.tabComing), href: visit.link("/events"), .quiet) }
        } else {
            EmptyState(t(T.events.noneComingTitle), t(T.events.noneComingText)) {
                Buttons {
                    LinkButton(t(T.catalogue.programmes), href: visit.link("/programmes"), .quiet)
                    LinkButton(t(T.events.tabPast), href: visit.link("/events?view=past"), .quiet)
                }
            }
        }
    }

    @HTMLBuilder
    private static func pages(_ visit: Visit, _ listing: EventListing) -> some HTML {
        if listing.pages > 1 {
            let t = visit.t
            let href = { (page: Int) in visit.link("/events?" + visit.query.with("page", "\(page)").query) }
            Pagination(
                t(T.events.pages),
                place: t(T.events.placeAmong(first: .number(listing.places.lowerBound + 1), last: .number(listing.places.upperBound), all: .number(listing.found.count))),
                previous: listing.page > 1 ? Look.Link(t(T.common.previousPage), href: href(listing.page - 1)) : nil,
                next: listing.page < listing.pages ? Look.Link(t(T.common.nextPage), href: href(listing.page + 1)) : nil)
        }
    }

    // MARK: The month

    private static func month(_ visit: Visit) async throws -> Answer {
        let (id, query, alphabet, today) = (visit.centre.id, visit.query, visit.language.alphabet, visit.today)
        let days = EventMonth.month(query["month"], today: today)
        let (listing, words, events) = try await visit.read { [t = visit.t] act in
            let centre = try CentreStore.centre(id, in: act)
            var filter = EventFilter(query)
            filter.chosen[.when] = nil
            filter.near = nil
            let entries = try EventStore.entries(of: centre, on: days, words: filter.words, in: act)
            let listing = EventListing(entries, filter, zone: centre.zone)
            let codes = try EventStore.codes(of: entries, in: act)
            let words = EventFilterWords(towns: try MunicipalityStore.all(alphabet, country: centre.country, in: act), codes: codes, t)
            return (listing, words, try EventStore.events(listing.found.map(\.id), in: act))
        }
        let t = visit.t
        return visit.page(t(T.events.all), isIndexed: false) {
            Heading(t(T.events.all), lead: t(T.events.listLead))
            tabs(visit, current: "month")
            EventFilters(listing, words, query: query, action: visit.link("/events"), facets: EventFacet.allCases.filter { $0 != .when })
            EventMonth.calendar(events, days, today: today, t, href: { visit.link("/events/\($0)") }) { month in
                visit.link("/events?" + query.with("page", nil).with("month", month).query)
            }
            if events.isEmpty { HTML::p(.class("muted")) { t(T.events.nothingInMonth) } }
        }
    }
}
