import Centres
import Forms
import Kernel
import Languages
package import Web

/// One event as the pattern of many dates.
package enum EventSeriesPages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        visit.page(EventSeriesViews(reader: visit.reader).form(try await event(visit), visit.form()))
    }

    @Sendable package static func make(_ visit: Visit) async throws -> Answer {
        let event = try await event(visit)
        guard let first = event.days?.lowerBound else { throw Problem.missing }
        return try await visit.submit {
            let series = try EventSeries(visit.typed, after: first, today: visit.today)
            let announces = visit.typed.has("announce")
            return try await visit.act { act in
                let made = try EventStore.repeated(event.id, on: series, announces: announces, in: act)
                return Redirect(visit.link("/staff/events?state=\(announces ? "announced" : "draft")"), T.events.seriesMade(count: made.count))
            }
        } again: { form in
            EventSeriesViews(reader: visit.reader).form(event, form)
        }
    }

    private static func event(_ visit: Visit) async throws -> Event {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try EventStore.event(runBy: $0.by, id, in: $0) }
    }
}
