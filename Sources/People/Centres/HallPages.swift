import Kernel
import Languages
package import Web

/// The bookable halls of a centre.
package enum HallPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let halls = try await visit.read { try HallStore.halls(of: centre, all: true, in: $0) }
        return HallViews(visit: visit).list(halls)
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer { HallViews(visit: visit).form(nil, .nothing, nil) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        do {
            let details = try read(visit.typed)
            return try await visit.act { act in
                try HallStore.add(details, to: centre, in: act)
                return Redirect(visit.link("/settings/halls"), T.centres.hallAdded)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return HallViews(visit: visit).form(nil, visit.typed, problem)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let hall = try await hall(of: visit)
        let typed = Typed(["name": hall.name, "seats": hall.details.seats.map(String.init) ?? "", "address": hall.details.address])
        return HallViews(visit: visit).form(hall, typed, nil)
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let hall = try await hall(of: visit)
        do {
            let details = try read(visit.typed)
            return try await visit.act { act in
                try HallStore.edit(hall.id, to: details, in: act)
                return Redirect(visit.link("/settings/halls"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return HallViews(visit: visit).form(hall, visit.typed, problem)
        }
    }

    @Sendable package static func close(_ visit: Visit) async throws -> Answer { try await setClosed(true, visit) }
    @Sendable package static func reopen(_ visit: Visit) async throws -> Answer { try await setClosed(false, visit) }

    private static func setClosed(_ isClosed: Bool, _ visit: Visit) async throws -> Answer {
        let id = try visit.id("hall", of: Hall.self)
        return try await visit.act { act in
            try HallStore.setClosed(isClosed, id, in: act)
            return Redirect(visit.link("/settings/halls"), isClosed ? T.centres.hallClosed : T.centres.hallReopened)
        }
    }

    private static func hall(of visit: Visit) async throws -> Hall {
        let id = try visit.id("hall", of: Hall.self)
        return try await visit.read { try HallStore.changeable(id, in: $0) }
    }

    private static func read(_ typed: Typed) throws -> HallDetails {
        var faults = Faults()
        let seats = typed.number("seats")
        faults.require(typed["seats"].isEmpty || seats != nil, "seats", T.common.errorNumber)
        let details = HallDetails(name: typed["name"], seats: seats, address: typed["address"])
        details.check(&faults)
        try faults.check()
        return details
    }
}
