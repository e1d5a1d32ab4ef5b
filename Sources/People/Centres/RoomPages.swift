import Forms
import Kernel
import Languages
package import Web

/// The bookable rooms of a centre.
package enum RoomPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let rooms = try await visit.read { try RoomStore.rooms(of: centre, all: true, in: $0) }
        return visit.page(RoomViews(reader: visit.reader).list(rooms))
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer { visit.page(RoomViews(reader: visit.reader).form(nil, visit.form())) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try RoomDetails(visit.typed)
            return try await visit.act { act in
                try RoomStore.add(details, to: centre, act)
                return Redirect(visit.link("/settings/rooms"), T.centres.roomAdded)
            }
        } again: { form in
            RoomViews(reader: visit.reader).form(nil, form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let room = try await room(of: visit)
        return visit.page(RoomViews(reader: visit.reader).form(room, visit.form(room.details.typed)))
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let room = try await room(of: visit)
        return try await visit.submit {
            let details = try RoomDetails(visit.typed)
            return try await visit.act { act in
                try RoomStore.edit(room.id, to: details, act)
                return Redirect(visit.link("/settings/rooms"), T.common.saved)
            }
        } again: { form in
            RoomViews(reader: visit.reader).form(room, form)
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
}
