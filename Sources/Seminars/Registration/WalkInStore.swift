package import Accounts
import Catalogue
package import Events
package import Kernel
import Languages
import Storage

/// Those who come without having applied: to the door, or onto the free lines of the list that was signed there.
extension RegistrationStore {
    /// From so long before the first session somebody can be taken in at the door.
    private static let walkInMinutes = 60

    /// Gives somebody who stands at the door a free seat. While somebody waits, only for a reason, which the journal keeps: nobody is passed over in
    /// silence. Whoever has a seat keeps it; whoever waits leaves the queue for it. After the last session, too, there is a reason: the list was typed
    /// later.
    package static func walkIn(
        _ person: Person.ID, for id: Event.ID, _ application: Application, because reason: String, in act: Act
    ) throws -> Registration {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.state == .announced || event.state == .confirmed || event.state == .held, let starts = event.starts, let ends = event.ends,
              act.now >= starts.adding(minutes: -walkInMinutes)
        else { throw Problem.conflict(T.registration.walkInNotNow) }
        guard act.now <= ends || !reason.isEmpty else { throw Problem.invalid("reason", T.registration.walkInLate) }
        try PersonStore.keep(person, in: act)
        if let open = try open(of: person, for: id, in: act) {
            switch open.state {
            case .admitted: return open
            case .offered: break
            default: try requireSeats(open.people, event, besides: open, because: reason, in: act)
            }
            let admitted = try settle(open, Decision(.admitted, T.registration.walkedIn, because: reason), of: event, in: act)
            // Whoever never confirmed the address stands in line only now.
            if admitted.queued == nil { try act.db.run("UPDATE registration SET queued = \(act.now) WHERE id = \(admitted.id)") }
            return admitted
        }
        try requireSeats(application.people, event, besides: nil, because: reason, in: act)
        let registration = try insert(application, of: person, for: event, .admitted, in: act)
        let changes = [Change("reason", from: "", to: reason)]
        try act.record(T.registration.walkedIn, .registration(registration.id), under: .event(id), centre: event.centre, changes: changes)
        try act.touchSeats()
        return registration
    }

    private static func requireSeats(_ people: Int, _ event: Event, besides own: Registration?, because reason: String, in act: Act) throws {
        let seats = try seats(of: event, in: act)
        guard seats.taken + people <= seats.seats else { throw Problem.conflict(T.registration.walkInFull) }
        let isFirst = try own.map { try place(of: $0, in: act) == 1 } ?? false
        guard seats.waiting == 0 || isFirst || !reason.isEmpty else { throw Problem.invalid("reason", T.registration.skipReasonMissing) }
    }
}
