package import Centres
package import Kernel
import Languages
import Storage

/// What the centre keeps for itself.
package enum BlockStore {
    @discardableResult
    package static func add(_ block: Block, at centre: Centre.ID, in act: Act) throws -> [Booking.ID] { try add([block], at: centre, in: act) }

    /// Keeps one thing for some spans of hours: for all, or for none.
    /// - Throws: a problem at the field of the hours that names who has it, and what is free.
    @discardableResult
    package static func add(_ blocks: [Block], at centre: Centre.ID, in act: Act) throws -> [Booking.ID] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard let thing = blocks.first?.thing, let begins = blocks.map(\.hours.lowerBound).min(), let ends = blocks.map(\.hours.upperBound).max() else { return [] }
        try BookingStore.hold(thing, in: act)
        let halls = try BookingStore.halls(of: centre, in: act), equipment = try EquipmentStore.equipment(of: centre, all: true, in: act)
        let name: String
        switch thing {
        case .hall(let id):
            guard let hall = halls[id] else { throw Problem.missing }
            name = hall.name
        case .equipment(let id):
            guard let thing = equipment.first(where: { $0.id == id }) else { throw Problem.missing }
            name = thing.name
        }
        guard blocks.allSatisfy({ $0.hours.upperBound > act.now }) else { throw Problem.invalid("day", T.bookings.isOver) }
        let refusal = Refusal(
            taken: try BookingStore.bookings(of: centre, in: (begins..<ends).around(minutes: 1_000), in: act), halls: halls, equipment: equipment,
            zone: try CentreStore.centre(centre, in: act).zone)
        for block in blocks {
            if let holder = refusal.holder(of: thing, block.hours) { throw Problem.invalid("begins", refusal.phrase(thing, block.hours, holder)) }
        }
        return try blocks.map { block in
            let id = Booking.ID(try act.db.insert("""
                INSERT INTO booking (centre, hall, equipment, purpose, begins, ends, person, written)
                VALUES (\(centre), \(thing.hall), \(thing.equipment), \(block.purpose), \(block.hours.lowerBound), \(block.hours.upperBound), \(act.by.person),
                        \(act.now))
                RETURNING id
                """))
            try act.record(
                T.bookings.blocked, .booking(id), under: .centre(centre), centre: centre,
                changes: [Change("thing", from: "", to: name), Change("purpose", from: "", to: block.purpose)])
            return id
        }
    }

    /// Frees what the centre kept for itself; what a session has, only its event frees.
    @discardableResult
    package static func remove(_ id: Booking.ID, in act: Act) throws -> Booking {
        guard let row = try act.db.row("SELECT centre FROM booking WHERE id = \(id) AND session IS NULL"),
              act.by.coordinates(try row["centre"]), let booking = try BookingStore.rows("b.id = \(id)", in: act).first
        else { throw Problem.missing }
        let centre: Centre.ID = try row["centre"]
        try BookingStore.hold(booking.thing, in: act)
        guard try act.db.run("DELETE FROM booking WHERE id = \(id)") == 1 else { throw Problem.missing }
        try act.record(T.bookings.unblocked, .booking(id), under: .centre(centre), centre: centre, changes: [Change("purpose", from: booking.title, to: "")])
        return booking
    }
}

extension Range where Bound == Instant {
    /// The same and so many minutes before and after.
    func around(minutes: Int) -> Range<Instant> { lowerBound.adding(minutes: -minutes)..<upperBound.adding(minutes: minutes) }
}
