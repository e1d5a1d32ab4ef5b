import Kernel
import Languages
package import Web

/// The bookable rooms of a centre.
package enum RoomPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let rooms = try await visit.read { try RoomStore.rooms(of: centre, all: true, in: $0) }
        return RoomViews(visit: visit).list(rooms)
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer { RoomViews(visit: visit).form(nil, .nothing, nil) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        do {
            let details = try read(visit.typed)
            return try await visit.act { act in
                try RoomStore.add(details, to: centre, act)
                return Redirect(visit.link("/settings/rooms"), T.centres.roomAdded)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return RoomViews(visit: visit).form(nil, visit.typed, problem)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let room = try await room(of: visit)
        let typed = Typed(["name": room.name, "seats": room.details.seats.map(String.init) ?? "", "address": room.details.address])
        return RoomViews(visit: visit).form(room, typed, nil)
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let room = try await room(of: visit)
        do {
            let details = try read(visit.typed)
            return try await visit.act { act in
                try RoomStore.edit(room.id, to: details, act)
                return Redirect(visit.link("/settings/rooms"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return RoomViews(visit: visit).form(room, visit.typed, problem)
        }
    }

    @Sendable package static func close(_ visit: Visit) async throws -> Answer { try await setClosed(true, visit) }
    @Sendable package static func reopen(_ visit: Visit) async throws -> Answer { try await setClosed(false, visit) }

    private static func setClosed(_ isClosed: Bool, _ visit: Visit) async throws -> Answer {
        let id = try visit.id("room", of: Room.self)
        return try await visit.act { act in
            try RoomStore.setClosed(isClosed, id, act)
            return Redirect(visit.link("/settings/rooms"), isClosed ? T.centres.roomClosed : T.centres.roomReopened)
        }
    }

    private static func room(of visit: Visit) async throws -> Room {
        let id = try visit.id("room", of: Room.self)
        return try await visit.read { try RoomStore.changeable(id, in: $0) }
    }

    private static func read(_ typed: Typed) throws -> RoomDetails {
        var faults = Faults()
        let seats = typed.number("seats")
        faults.require(typed["seats"].isEmpty || seats != nil, "seats", T.common.errorNumber)
        let details = RoomDetails(name: typed["name"], seats: seats, address: typed["address"])
        details.check(&faults)
        try faults.check()
        return details
    }
}
