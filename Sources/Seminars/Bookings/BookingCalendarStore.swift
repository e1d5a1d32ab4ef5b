import Centres
import Events
import Kernel
import Languages
import Storage

/// What the calendar shows: two queries, whatever it holds.
enum BookingCalendarStore {
    static func calendar(_ asked: BookingCalendar.Asked, of centre: Centre.ID, in zone: Zone, _ act: Act) throws -> BookingCalendar {
        let offered = try named(asked.kind, of: centre, in: act)
        let hours = zone.startOfDay(asked.days.lowerBound)..<zone.endOfDay(asked.days.upperBound)
        let bookings = try BookingStore.bookings(of: centre, in: hours, of: Set(offered.map(\.thing)), in: act)
        // What is closed is shown where it held something then.
        let held = Set(bookings.map(\.thing))
        return BookingCalendar(asked: asked, offered: offered.filter { !$0.isClosed || held.contains($0.thing) }.map(\.named), bookings: bookings, zone: zone)
    }

    /// All that can be booked now, halls first.
    static func things(of centre: Centre.ID, in act: Act) throws -> [NamedBookable] {
        try BookingCalendar.Kind.allCases.flatMap { try named($0, of: centre, in: act) }.filter { !$0.isClosed }.map(\.named)
    }

    /// What the centre keeps for itself; what a session has is shown by its event.
    static func own(_ id: Booking.ID, of centre: Centre.ID, in act: Act) throws -> Booking {
        guard let booking = try BookingStore.rows("b.id = \(id) AND b.centre = \(centre) AND b.session IS NULL", in: act).first else { throw Problem.missing }
        return booking
    }

    private struct Known {
        let thing: Bookable
        let name: String
        let isClosed: Bool
        var named: NamedBookable { NamedBookable(thing: thing, name: name) }
    }

    private static func named(_ kind: BookingCalendar.Kind, of centre: Centre.ID, in act: Act) throws -> [Known] {
        switch kind {
        case .halls: try HallStore.halls(of: centre, all: true, in: act).map { Known(thing: .hall($0.id), name: $0.name, isClosed: $0.isClosed) }
        case .equipment:
            try EquipmentStore.equipment(of: centre, all: true, in: act).map { Known(thing: .equipment($0.id), name: $0.name, isClosed: $0.isClosed) }
        }
    }
}
