import Forms
package import Kernel
import Languages
import Look
package import Web

/// What of the centre's programmes ends, was never held, or stands alone.
package enum StandingPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let standing = try await visit.read { try ProgrammeStore.standing(of: centre, in: $0) }
        return visit.page(StandingViews(reader: visit.reader).show(standing))
    }

    @Sendable package static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let standing = try ProgrammeStore.standing(of: asked.centre.id, in: act)
        var warnings: [TodayPart.Warning] = []
        if standing.unheldCount > 0 { warnings.append(.init(.waiting, T.catalogue.todayUnheld(count: standing.unheldCount), path: "/catalogue/standing")) }
        if standing.endingCount > 0 { warnings.append(.init(.info, T.catalogue.todayEnding(count: standing.endingCount), path: "/catalogue/standing")) }
        return TodayPart(warnings: warnings)
    }
}
