import Catalogue
package import Events
import Forms
import Kernel
import Languages
package import Look
package import Web

/// An event as a row of a list, with its seats: the same wherever events are listed.
package enum SeatsViews {
    package static func line(_ event: ListedEvent, _ seats: Seats?, _ visit: Visit) -> EventLine {
        event.line(visit.reader, state: chip(event, seats, visit))
    }

    /// What matters most of an event's state to somebody who looks for a seat.
    package static func chip(_ event: some Announced, _ seats: Seats?, _ visit: Visit) -> Chip? {
        let t = visit.t
        switch event.state {
        case .cancelled: return Chip(.bad, t(event.state.name))
        case .postponed, .draft: return Chip(.waiting, t(event.state.name))
        case .held, .closed: return Chip(.neutral, t(event.state.name))
        case .announced, .confirmed:
            guard let seats else { return nil }
            guard event.isOpen(at: visit.now, in: visit.centre.zone) else { return Chip(.neutral, t(T.registration.closedShort)) }
            return seats.left > 0 ? Chip(.good, t(T.registration.seatsLeftShort(count: seats.left))) : Chip(.waiting, t(T.registration.fullShort))
        }
    }
}
