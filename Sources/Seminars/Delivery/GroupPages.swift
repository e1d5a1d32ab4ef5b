import Accounts
import Bookings
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Registration
package import Web

/// A trainer's own groups: all of them, and one.
package enum GroupPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, seal) = (visit.centre.id, visit.seal)
        let groups = try await visit.read { act in
            let (coming, past) = (try EventStore.led(by: person, at: centre, in: act), try EventStore.past(ledBy: person, at: centre, in: act))
            let address = CalendarAddress.groups(of: person, at: centre)
            return OwnGroups(
                coming: coming, past: past, seats: try RegistrationStore.seats(of: coming + past, in: act), isAtDoor: act.by.holds(.trainer, at: centre),
                calendar: FollowedCalendar(name: "", address: address, path: address.path(try CalendarAddressStore.round(of: address, in: act), seal)))
        }
        return visit.page(GroupViews(reader: visit.reader).list(groups))
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (roll, parts) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            // Only who leads it; for everybody else there is no such page.
            guard let person = act.by.person, event.state != .draft, event.plan.trainers.contains(where: { $0.person == person }) else { throw Problem.missing }
            return (try Roll(event, in: act), try act.ask(EventGroupAsked(event: event)))
        }
        return visit.page(GroupViews(reader: visit.reader).show(roll, parts.map { ($0.title, $0.show(visit.reader)) }))
    }
}
