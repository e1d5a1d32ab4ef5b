package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// A hall or a thing that only one can have at a time.
package enum Bookable: Hashable, Sendable, Comparable {
    case hall(Hall.ID)
    case equipment(Equipment.ID)

    var hall: Hall.ID? { if case .hall(let id) = self { id } else { nil } }
    var equipment: Equipment.ID? { if case .equipment(let id) = self { id } else { nil } }

    /// As a form and an address name it: `hall-3`.
    var text: String {
        switch self {
        case .hall(let id): "hall-\(id)"
        case .equipment(let id): "equipment-\(id)"
        }
    }

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "hall": if let id = Hall.ID(parts[1]) { self = .hall(id) } else { return nil }
        case "equipment": if let id = Equipment.ID(parts[1]) { self = .equipment(id) } else { return nil }
        default: return nil
        }
    }

    /// The order in which they are held, so that nobody waits in a circle: halls first, each kind by its number.
    private var order: (Int, Int64) {
        switch self {
        case .hall(let id): (0, id.value)
        case .equipment(let id): (1, id.value)
        }
    }

    package static func < (left: Bookable, right: Bookable) -> Bool { left.order < right.order }
}

/// A hall or a thing by its name.
package struct NamedBookable: Sendable, Hashable {
    package let thing: Bookable
    package let name: String
}

/// One hall or one thing, for some hours in somebody's hands.
package struct Booking: Sendable {
    package typealias ID = Kernel.ID<Booking>

    /// The session that has it, with its own hours, without the time for setting up and clearing.
    package struct Session: Sendable {
        package let id: EventSession.ID
        package let event: Event.ID
        package let begins: ClockTime
        package let ends: ClockTime
    }

    package let id: ID
    package let thing: Bookable
    /// With the time for setting up and clearing.
    package let hours: Range<Instant>
    /// Nil where the centre keeps it for itself.
    package let session: Session?
    /// Who wrote down that the centre keeps it, where that is known.
    package let by: String
    /// What one reads of it: the title of the event, or what the centre keeps it for.
    package let title: String
    package let written: Instant

    package var event: Event.ID? { session?.event }

    init(row: Row) throws {
        id = try row["id"]
        written = try row["written"]
        let hall: Hall.ID? = try row["hall"], equipment: Equipment.ID? = try row["equipment"]
        guard let thing = hall.map(Bookable.hall) ?? equipment.map(Bookable.equipment) else { throw Problem.missing }
        self.thing = thing
        let (begins, ends): (Instant, Instant) = (try row["begins"], try row["ends"])
        hours = begins..<max(begins, ends)
        if let event: Event.ID = try row["event"] {
            session = Session(id: try row["session"], event: event, begins: try row["session_begins"], ends: try row["session_ends"])
            title = try (row["title"] as String?) ?? ""
            by = ""
        } else {
            session = nil
            title = try row["purpose"]
            let given: String? = try row["given_name"], family: String? = try row["family_name"]
            by = [given ?? "", family ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// The hours as one reads them, those of the session itself, on one day; what goes on before or after that day stops at its ends.
    func times(on day: Day, in zone: Zone) -> (begins: ClockTime, ends: ClockTime) {
        if let session { return (session.begins, session.ends) }
        return Self.times(hours, on: day, in: zone)
    }

    /// The part of some hours that lies on a day, on the wall.
    static func times(_ hours: Range<Instant>, on day: Day, in zone: Zone) -> (begins: ClockTime, ends: ClockTime) {
        let begins = zone.day(of: hours.lowerBound) < day ? ClockTime.midnight : zone.time(of: hours.lowerBound)
        let isLater = zone.day(of: hours.upperBound) > day
        return (begins, isLater ? ClockTime(minutes: ClockTime.minutesOfDay) ?? .midnight : zone.time(of: hours.upperBound))
    }

    /// The days that it touches; what ends at midnight does not touch the day that begins then.
    func days(in zone: Zone) -> ClosedRange<Day> {
        let first = zone.day(of: hours.lowerBound)
        return first...max(first, zone.day(of: hours.upperBound.adding(seconds: -1)))
    }
}

extension Subject {
    package static func booking(_ id: Booking.ID) -> Subject { .other("booking", id.value) }
    package static func equipment(_ id: Equipment.ID) -> Subject { .other("equipment", id.value) }
}
