import Forms
import Kernel
import Languages
package import Web

/// The bookable halls of a centre.
package enum HallPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let halls = try await visit.read { try HallStore.halls(of: centre, all: true, in: $0) }
        return visit.page(HallViews(reader: visit.reader).list(halls))
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer { visit.page(HallViews(reader: visit.reader).form(nil, visit.form())) }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try HallDetails(visit.typed)
            return try await visit.act { act in
                try HallStore.add(details, to: centre, in: act)
                return Redirect(visit.link("/settings/halls"), T.centres.hallAdded)
            }
        } again: { form in
            HallViews(reader: visit.reader).form(nil, form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let hall = try await hall(of: visit)
        return visit.page(HallViews(reader: visit.reader).form(hall, visit.form(hall.details.typed)))
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let hall = try await hall(of: visit)
        return try await visit.submit {
            let details = try HallDetails(visit.typed)
            return try await visit.act { act in
                try HallStore.edit(hall.id, to: details, in: act)
                return Redirect(visit.link("/settings/halls"), T.common.saved)
            }
        } again: { form in
            HallViews(reader: visit.reader).form(hall, form)
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
}
