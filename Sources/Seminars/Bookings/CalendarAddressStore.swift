import Accounts
package import Centres
package import Events
package import Kernel
import Languages
import Storage

/// How often the address of a calendar was made anew, and what the calendars hold.
package enum CalendarAddressStore {
    package static func round(of address: CalendarAddress, in act: Act) throws -> Int {
        try act.db.value("SELECT coalesce(max(round), 0) AS round FROM calendar_address WHERE \(row(of: address))") ?? 0
    }

    /// From now on the old address opens nothing.
    package static func renew(_ address: CalendarAddress, in act: Act) throws {
        try act.db.hold("centre", address.centre.value)
        let next = try round(of: address, in: act) + 1
        try act.db.run("DELETE FROM calendar_address WHERE \(row(of: address))")
        let (hall, person) = parts(of: address)
        try act.db.run("INSERT INTO calendar_address (centre, hall, person, round) VALUES (\(address.centre), \(hall), \(person), \(next))")
        try act.record(T.bookings.feedRenewed, person.map(Subject.person) ?? .centre(address.centre), centre: address.centre)
    }

    private static func parts(of address: CalendarAddress) -> (Hall.ID?, Person.ID?) {
        switch address {
        case .halls: (nil, nil)
        case .hall(let id, _): (id, nil)
        case .groups(let id, _): (nil, id)
        }
    }

    private static func row(of address: CalendarAddress) -> SQL {
        switch address {
        case .halls(let centre): "centre = \(centre) AND hall IS NULL AND person IS NULL"
        case .hall(let id, let centre): "centre = \(centre) AND hall = \(id)"
        case .groups(let id, let centre): "centre = \(centre) AND person = \(id)"
        }
    }

    /// What a calendar of halls tells: a month back and a year ahead.
    static func booked(_ address: CalendarAddress, in act: Act) throws -> (halls: [Hall], bookings: [Booking]) {
        let halls = try HallStore.halls(of: address.centre, all: true, in: act).filter { hall in
            if case .hall(let id, _) = address { hall.id == id } else { true }
        }
        let hours = act.now.adding(days: -31)..<act.now.adding(days: 366)
        return (halls, try BookingStore.bookings(of: address.centre, in: hours, of: Set(halls.map { .hall($0.id) }), in: act))
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("calendar_address", try act.db.rows("SELECT centre, round FROM calendar_address WHERE person = \(person) ORDER BY id").map {
            ["centre": "\(try $0["centre"] as Centre.ID)", "renewed": "\(try $0["round"] as Int)"]
        })
    }
}
