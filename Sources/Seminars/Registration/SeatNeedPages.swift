import Centres
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// Seats of an event that are given by need: the rule for everybody, and what staff set and see.
package enum SeatNeedPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        visit.page(SeatNeedViews(reader: visit.reader).show(try await sight(visit)))
    }

    @Sendable package static func json(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return .text(sight.json, type: "application/json; charset=utf-8", name: "need-\(sight.event.id).json")
    }

    private static func sight(_ visit: Visit) async throws -> NeedSight {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try NeedSight(id, in: $0) }
    }

    // MARK: Staff

    @Sendable package static func desk(_ visit: Visit) async throws -> Answer {
        let desk = try await read(visit)
        let typed = Typed(["day": desk.draw?.day.iso ?? ""])
        return visit.page(SeatNeedViews(reader: visit.reader).desk(desk, visit.form(typed)))
    }

    private static func read(_ visit: Visit) async throws -> NeedDesk {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try NeedDesk(id, in: $0) }
    }

    @Sendable package static func set(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            let day = try Day(need: visit.typed, today: visit.today), seed = Token.random()
            return try await visit.act { act in
                try SeatNeedStore.set(until: day, seed: seed, for: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/need"), T.common.saved)
            }
        } again: { SeatNeedViews(reader: visit.reader).desk(try await read(visit), $0) }
    }

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            try await visit.act { act in
                try SeatNeedStore.remove(from: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/need"), T.common.saved)
            }
        } again: { SeatNeedViews(reader: visit.reader).desk(try await read(visit), $0) }
    }
}

/// How many points a centre gives for what: the director's choice.
package enum NeedPointsPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let points = try await visit.read { try SeatNeedStore.points(of: centre, in: $0) }
        return visit.page(SeatNeedViews(reader: visit.reader).settings(visit.form(points.typed)))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let points = try NeedPoints(visit.typed)
            return try await visit.act { act in
                try SeatNeedStore.set(points, of: centre, in: act)
                return Redirect(visit.link("/settings/need"), T.common.saved)
            }
        } again: { SeatNeedViews(reader: visit.reader).settings($0) }
    }
}
