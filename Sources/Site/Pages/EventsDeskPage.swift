import Centres
import Events
import Forms
import Kernel
import Languages
import Registration
import Web

/// A centre's events, for those who run them.
enum EventsDeskPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (id, query) = (visit.centre.id, visit.query)
        let states = EventsDesk.Asked(query["state"]).states
        let desk = try await visit.read { act in
            let ids = try EventStore.ids(of: id, in: states, words: query["q"], in: act)
            let paging = Paging(query.page, count: ids.count)
            let events = try EventStore.events(inOrder: Array(ids.dropFirst(paging.offset).prefix(Paging.size)), in: act)
            let seats = try RegistrationStore.seats(of: events, in: act)
            return EventsDesk(
                planned: events.map { EventsDesk.Planned(event: $0, seats: seats[$0.id] ?? Seats(seats: $0.plan.seats, taken: 0, waiting: 0)) },
                counts: try EventStore.counts(of: id, in: act), paging: paging, rules: try CentreStore.centre(id, in: act).rules)
        }
        return visit.page(EventsDeskViews(reader: visit.reader).list(desk))
    }
}
