import Catalogue
package import Events
package import Forms
import Kernel
import Languages
package import Look

/// An event as a row of a list, with its seats: the same wherever events are listed.
package struct SeatsViews {
    let reader: Reader

    package init(reader: Reader) { self.reader = reader }

    package func line(_ event: ListedEvent, _ seats: Seats?) -> EventLine {
        event.line(reader, state: chip(event, seats))
    }

    /// What matters most of an event's state to somebody who looks for a seat.
    package func chip(_ event: some Announced, _ seats: Seats?) -> Chip? {
        let t = reader.t
        switch event.state {
        case .cancelled: return Chip(.bad, t(event.state.name))
        case .postponed, .draft: return Chip(.waiting, t(event.state.name))
        case .held, .closed: return Chip(.neutral, t(event.state.name))
        case .announced, .confirmed:
            switch event.form.applying {
            case .none: return Chip(.info, t(T.registration.notNeededShort))
            case .invited: return Chip(.neutral, t(T.registration.invitedShort))
            case .open, .group: break
            }
            guard let seats else { return nil }
            guard event.isOpen(at: reader.now, in: reader.centre.zone) else { return Chip(.neutral, t(T.registration.closedShort)) }
            return seats.left > 0 ? Chip(.good, t(T.registration.seatsLeftShort(count: seats.left))) : Chip(.waiting, t(T.registration.fullShort))
        }
    }
}
