package import Kernel
import Languages
import Storage

/// Rooms as rows. A room belongs to one centre and is changed by that centre's people.
package enum RoomStore {
    /// - Parameter all: those that are closed too.
    package static func rooms(of centre: Centre.ID, all: Bool = false, in act: Act) throws -> [Room] {
        let rooms = try act.db.rows("SELECT * FROM room WHERE centre = \(centre) ORDER BY closed, id").map(Room.init(row:))
        return all ? rooms : rooms.filter { !$0.isClosed }
    }

    /// A room that the actor may change; for everybody else it is not there.
    package static func changeable(_ id: Room.ID, in act: Act) throws -> Room {
        guard let room = try act.db.row("SELECT * FROM room WHERE id = \(id)").map(Room.init(row:)), act.by.coordinates(room.centre) else { throw Problem.missing }
        return room
    }

    @discardableResult
    package static func add(_ details: RoomDetails, to centre: Centre.ID, _ act: Act) throws -> Room.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try requireNew(details.name, in: centre, except: nil, act)
        let id = Room.ID(try act.db.insert("""
            INSERT INTO room (centre, name, seats, address) VALUES (\(centre), \(details.name), \(details.seats), \(details.address)) RETURNING id
            """))
        try act.record(T.centres.roomAdded, .other("room", id.value), under: .centre(centre), centre: centre, changes: changes(from: nil, to: details))
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: Room.ID, to details: RoomDetails, _ act: Act) throws {
        let room = try changeable(id, in: act)
        try requireNew(details.name, in: room.centre, except: id, act)
        try act.db.run("UPDATE room SET name = \(details.name), seats = \(details.seats), address = \(details.address) WHERE id = \(id)")
        try act.record(T.centres.roomChanged, .other("room", id.value), under: .centre(room.centre), centre: room.centre, changes: changes(from: room.details, to: details))
        try act.touchPublicPages()
    }

    package static func setClosed(_ isClosed: Bool, _ id: Room.ID, _ act: Act) throws {
        let room = try changeable(id, in: act)
        guard room.isClosed != isClosed else { return }
        try act.db.run("UPDATE room SET closed = \(isClosed) WHERE id = \(id)")
        try act.record(isClosed ? T.centres.roomClosed : T.centres.roomReopened, .other("room", id.value), under: .centre(room.centre), centre: room.centre)
        try act.touchPublicPages()
    }

    /// Two rooms of one name cannot be told apart on a plan.
    private static func requireNew(_ name: String, in centre: Centre.ID, except id: Room.ID?, _ act: Act) throws {
        try act.db.hold("centre", centre.value)
        let same = try rooms(of: centre, all: true, in: act).contains { $0.id != id && $0.name == name }
        if same { throw Problem.invalid("name", T.centres.roomNameTaken) }
    }

    private static func changes(from before: RoomDetails?, to after: RoomDetails) -> [Change] {
        [
            Change("name", from: before?.name ?? "", to: after.name),
            Change("seats", from: before?.seats.map(String.init) ?? "", to: after.seats.map(String.init) ?? ""),
            Change("address", from: before?.address ?? "", to: after.address),
        ]
    }
}
