import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
import Web

/// What a centre announces: as a list, as a month, and what has been.
enum EventsPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.query["view"] == "month" ? try await month(visit) : try await list(visit)
    }

    /// All that is to come, for calendars that follow the centre; narrowed as the list is where the address says so.
    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let (id, t, now, alphabet, query) = (visit.centre.id, visit.t, visit.now, visit.language.alphabet, visit.query)
        let (centre, events, changes, installation) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            var events = try EventStore.coming(of: centre, in: act)
            if !query.query.isEmpty {
                var filter = EventFilter(query)
                filter.scope = .coming
                let left = Set(EventListing(try EventStore.ground(of: centre, filter, alphabet, in: act).entries, filter, zone: centre.zone).found.map(\.id))
                events = events.filter { left.contains($0.id) }
            }
            return (centre, events, try EventStore.changes(of: events, in: act), try act.installation)
        }
        let calendar = EventCalendar(of: centre, t, origin: visit.centre.origin, stamped: now)
        return .feed(bytes: Array(calendar.text(events, changes: changes, from: installation).utf8), type: "text/calendar; charset=utf-8")
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let (id, language, today, filter) = (visit.centre.id, visit.language, visit.today, EventFilter(visit.query))
        let views = EventListViews(reader: visit.reader), seatsViews = SeatsViews(reader: visit.reader)
        let (listing, ground, rows, packages) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            let ground = try EventStore.ground(of: centre, filter, language.alphabet, in: act)
            let listing = EventListing(ground.entries, filter, zone: centre.zone, distances: EventListing.distances(from: filter.near, among: ground.towns))
            let events = try EventStore.listed(inOrder: listing.shown.map(\.id), in: act), seats = try RegistrationStore.seats(of: events, in: act)
            let keys = events.map { EventListViews.RowKey($0, in: listing, seatsViews.chip($0, seats[$0.id])) }
            let rows = try act.rows("events \(id) \(language) \(today)", by: EventListViews.RowKey.self).of(keys) { views.rows($0, listing, of: ground, events) }
            return (listing, ground, rows, filter.scope == .coming ? try EventPackageStore.applicable(at: id, in: centre.zone, act) : [])
        }
        return visit.page(views.list(listing, of: ground, rows, aside: Markup(aside(filter, packages, visit.reader))))
    }

    /// What leads on beside the list: to packages, or from what was to the archive of it.
    @HTMLBuilder private static func aside(_ filter: EventFilter, _ packages: [EventPackage], _ reader: Reader) -> some HTML {
        PackageLine(packages, reader)
        if filter.scope == .past { HTML::p(.class("aside")) { a(.href(reader.link("/archive"))) { reader.t(T.site.archive) } } }
    }

    private static func month(_ visit: Visit) async throws -> Answer {
        let (id, alphabet, filter) = (visit.centre.id, visit.language.alphabet, EventFilter(visit.query).ofMonth)
        let month = EventMonth(visit.query["month"], today: visit.today)
        let (listing, ground, events, packages) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            let ground = try EventStore.ground(of: centre, in: month, words: filter.words, alphabet, in: act)
            let listing = EventListing(ground.entries, filter, zone: centre.zone)
            return (listing, ground, try EventStore.events(listing.found.map(\.id), in: act), try EventPackageStore.applicable(at: id, in: centre.zone, act))
        }
        return visit.page(EventListViews(reader: visit.reader).month(month, listing, of: ground, events, aside: Markup(PackageLine(packages, visit.reader))))
    }
}
