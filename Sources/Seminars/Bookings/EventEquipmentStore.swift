import Centres
import Events
import Kernel
import Storage

/// What there is for an event.
enum EventEquipmentStore {
    static func equipment(of id: Event.ID, in act: Act) throws -> EventEquipment {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        let needed = Set(try EquipmentStore.needed(by: id, in: act)), zone = try CentreStore.centre(event.centre, in: act).zone
        let things = try EquipmentStore.equipment(of: event.centre, all: true, in: act).filter { !$0.isClosed || needed.contains($0.id) }
        let (claims, _) = Claim.settled(Claim.all(of: event, [:], equipment: things.map(\.id), in: zone))
        let first = claims.map(\.hours.lowerBound).min(), last = claims.map(\.hours.upperBound).max()
        let taken = try first.flatMap { first in try last.map { try BookingStore.bookings(of: event.centre, in: first..<$0, in: act) } } ?? []
        return EventEquipment(event: event, lines: things.map { thing in
            EventEquipment.Line(thing: thing, holder: taken.first { booking in
                booking.event != id && booking.thing == .equipment(thing.id) && claims.contains { $0.thing == booking.thing && $0.hours.overlaps(booking.hours) }
            })
        }, needed: needed)
    }
}
