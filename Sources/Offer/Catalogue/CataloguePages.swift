import Forms
import Kernel
import Languages
package import Web

/// The catalogue as everybody sees it.
package enum CataloguePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (query, today, order) = (visit.query.with("state", nil), visit.today, visit.language.alphabet)
        let listing = try await visit.read { try ProgrammeListing.read(query, today: today, order: order, in: $0) }
        return visit.page(ProgrammeListViews(reader: visit.reader).list(listing))
    }
}
