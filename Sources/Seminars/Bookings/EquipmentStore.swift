package import Events
package import Kernel
import Languages
import Storage

/// Equipment as rows. A thing belongs to one centre and is changed by that centre's people.
package enum EquipmentStore {
    /// - Parameter all: what is closed too.
    package static func equipment(of centre: ID<CentreTag>, all: Bool = false, in act: Act) throws -> [Equipment] {
        let found = try act.db.rows("SELECT * FROM equipment WHERE centre = \(centre) ORDER BY closed, name, id").map(Equipment.init(row:))
        return all ? found : found.filter { !$0.isClosed }
    }

    /// A thing that the actor may change; for everybody else it is not there.
    package static func changeable(_ id: Equipment.ID, in act: Act) throws -> Equipment {
        guard let thing = try act.db.row("SELECT * FROM equipment WHERE id = \(id)").map(Equipment.init(row:)), act.by.coordinates(thing.centre) else {
            throw Problem.missing
        }
        return thing
    }

    @discardableResult
    package static func add(_ details: EquipmentDetails, to centre: ID<CentreTag>, in act: Act) throws -> Equipment.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try requireNew(details.name, of: centre, except: nil, in: act)
        let id = Equipment.ID(try act.db.insert("INSERT INTO equipment (centre, name, note) VALUES (\(centre), \(details.name), \(details.note)) RETURNING id"))
        try act.record(T.bookings.equipmentAdded, .equipment(id), under: .centre(centre), centre: centre, changes: changes(from: nil, to: details))
        return id
    }

    package static func edit(_ id: Equipment.ID, to details: EquipmentDetails, in act: Act) throws {
        let thing = try changeable(id, in: act)
        try requireNew(details.name, of: thing.centre, except: id, in: act)
        try act.db.run("UPDATE equipment SET name = \(details.name), note = \(details.note) WHERE id = \(id)")
        try act.record(
            T.bookings.equipmentChanged, .equipment(id), under: .centre(thing.centre), centre: thing.centre, changes: changes(from: thing.details, to: details))
    }

    /// - Throws: a conflict while it is booked for days to come.
    package static func setClosed(_ isClosed: Bool, _ id: Equipment.ID, in act: Act) throws {
        let thing = try changeable(id, in: act)
        guard thing.isClosed != isClosed else { return }
        try act.db.hold("equipment", id.value)
        if isClosed { try BookingStore.requireFree(.equipment(id), named: thing.name, of: thing.centre, in: act) }
        try act.db.run("UPDATE equipment SET closed = \(isClosed) WHERE id = \(id)")
        try act.record(
            isClosed ? T.bookings.equipmentClosed : T.bookings.equipmentReopened, .equipment(id), under: .centre(thing.centre), centre: thing.centre)
    }

    // MARK: What an event needs

    package static func needed(by event: Event.ID, in act: Act) throws -> [Equipment.ID] {
        try act.db.rows("SELECT equipment FROM event_equipment WHERE event = \(event) ORDER BY equipment").map { try $0["equipment"] }
    }

    /// Says what an event needs, and books it where the event is alive.
    /// - Throws: a problem at the field `equipment` that names who has a thing.
    package static func need(_ things: Set<Equipment.ID>, for id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.state.isChangeable else { throw Problem.conflict(T.bookings.equipmentTooLate(state: .phrase(event.state.name))) }
        let before = Set(try needed(by: id, in: act))
        let own = try equipment(of: event.centre, all: true, in: act)
        let known = Set(own.filter { !$0.isClosed }.map(\.id)).union(before)
        guard things.isSubset(of: known) else { throw Problem.invalid("equipment", T.common.errorChoose) }
        guard things != before else { return }
        try act.db.run("DELETE FROM event_equipment WHERE event = \(id)")
        for thing in things.sorted() { try act.db.run("INSERT INTO event_equipment (event, equipment) VALUES (\(id), \(thing))") }
        func names(_ things: Set<Equipment.ID>) -> String { own.filter { things.contains($0.id) }.map(\.name).joined(separator: ", ") }
        try act.record(T.bookings.equipmentNeeded, .event(id), centre: event.centre, changes: [Change("equipment", from: names(before), to: names(things))])
        if event.state.isAlive { try BookingStore.book(event, equipmentField: "equipment", in: act) }
    }

    /// A copy needs what the event needs from which it was made, as far as that is still in use. Like every draft it binds nothing yet.
    static func copy(_ from: Event.ID, to event: Event.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO event_equipment (event, equipment)
            SELECT \(event), e.id FROM event_equipment n JOIN equipment e ON e.id = n.equipment WHERE n.event = \(from) AND NOT e.closed
            """)
    }

    /// Two things of one name cannot be told apart on a plan.
    private static func requireNew(_ name: String, of centre: ID<CentreTag>, except id: Equipment.ID?, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        let same = try equipment(of: centre, all: true, in: act).contains { $0.id != id && $0.name == name }
        if same { throw Problem.invalid("name", T.bookings.equipmentNameTaken) }
    }

    private static func changes(from before: EquipmentDetails?, to after: EquipmentDetails) -> [Change] {
        [Change("name", from: before?.name ?? "", to: after.name), Change("note", from: before?.note ?? "", to: after.note)]
    }
}
