import Forms
package import Kernel
import Languages
import Look
package import Web

/// What people corrected of their own data, for the staff to see.
package enum CorrectionPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(CorrectionViews(reader: visit.reader).list(try await visit.read { try CorrectionStore.waiting(at: centre, in: $0) }))
    }

    @Sendable package static func see(_ visit: Visit) async throws -> Answer {
        try await seen(visit, try visit.id("person", of: PersonTag.self))
    }

    @Sendable package static func seeAll(_ visit: Visit) async throws -> Answer { try await seen(visit, nil) }

    private static func seen(_ visit: Visit, _ person: Person.ID?) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.act { act in
            try CorrectionStore.see(person, at: centre, in: act)
            let left = try CorrectionStore.count(at: centre, in: act)
            return Redirect(visit.link(left > 0 ? "/people/corrections" : "/staff"), T.accounts.correctionsSeenSaid)
        }
    }

    @Sendable package static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let count = try CorrectionStore.count(at: asked.centre.id, in: act)
        return TodayPart(warnings: count == 0 ? [] : [.init(.info, T.accounts.correctionsToday(count: count), path: "/people/corrections")])
    }
}
