import Forms
import HTML
import Kernel
import Languages
import Look
package import Web

/// The catalogue as everybody sees it.
package enum CataloguePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (query, today, order) = (visit.query.with("state", nil), visit.today, visit.language.alphabet)
        let listing = try await visit.read { try ProgrammeListing.read(query, today: today, order: order, in: $0) }
        let t = visit.t
        let isPlain = query.query.isEmpty
        return visit.page(t(T.catalogue.programmes), description: t(T.catalogue.lead), isIndexed: isPlain) {
            ProgrammeListView(listing: listing, action: visit.link("/programmes"), today: today, t: t) { line in
                visit.link("/programmes/\(line.id)")
            }
        }
    }
}
