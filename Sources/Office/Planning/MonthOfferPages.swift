import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Offers of months as everybody reads them, and as programs follow them.
enum MonthOfferPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let months = try await visit.read { try MonthOfferStore.months(of: centre, in: $0) }
        return visit.page(MonthOfferViews(reader: visit.reader).list(months))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let published = try await published(visit)
        return visit.page(MonthOfferViews(reader: visit.reader).show(published))
    }

    /// The events of an offer as entries of a calendar: the same rows.
    @Sendable static func calendar(_ visit: Visit) async throws -> Answer {
        let published = try await published(visit), id = visit.centre.id
        let own = (published.current?.lines ?? []).compactMap { $0.event.flatMap { published.events[$0] } }
        let (centre, changes, installation) = try await visit.read { act in
            (try CentreStore.centre(id, in: act), try EventStore.changes(of: own, in: act), try act.installation)
        }
        let calendar = EventCalendar(of: centre, visit.t, origin: visit.centre.origin, stamped: visit.now)
        return .feed(bytes: Array(calendar.text(own, changes: changes, from: installation).utf8), type: "text/calendar; charset=utf-8")
    }

    /// Each publication for programs that follow them (RFC 4287).
    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let news = try await visit.read { try MonthOfferStore.news(of: centre, limit: OfferFeed.most, in: $0) }
        return .feed(bytes: Array(OfferFeed(visit.reader).text(news).utf8), type: "application/atom+xml; charset=utf-8")
    }

    /// The month that the address names, or the newest.
    private static func published(_ visit: Visit) async throws -> PublishedOffer {
        let (centre, text) = (visit.centre.id, visit.parameters["month"] ?? ""), month = OfferMonth(text)
        guard month != nil || text == "latest" else { throw Problem.missing }
        return try await visit.read { try MonthOfferStore.published(month, of: centre, in: $0) }
    }
}
