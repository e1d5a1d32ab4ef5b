import Forms
import Kernel
import Languages
package import Web

/// What anybody may know of a centre.
package enum AboutPages {
    @Sendable package static func about(_ visit: Visit) async throws -> Answer {
        let (id, alphabet) = (visit.centre.id, visit.language.alphabet)
        let (centre, towns, halls, schools) = try await visit.read { act in
            (try CentreStore.centre(id, in: act), try TerritoryStore.territory(of: id, alphabet, in: act), try HallStore.halls(of: id, in: act),
             try SchoolStore.count(.init(territory: id), in: act))
        }
        return visit.page(AboutViews(reader: visit.reader).about(centre, towns, halls, schools: schools))
    }

    @Sendable package static func schools(_ visit: Visit) async throws -> Answer { visit.page(AboutViews(reader: visit.reader).schools()) }
}
