import Forms
import Kernel
import Languages
package import Web

/// The catalogue as everybody sees it.
package enum CataloguePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (query, today, language, centre) = (visit.query.with("state", nil), visit.today, visit.language, visit.centre.id)
        let views = ProgrammeListViews(reader: visit.reader)
        let (listing, rows) = try await visit.read { act in
            let listing = try ProgrammeListing.read(query, today: today, order: language.alphabet, in: act)
            let isOfSeveral = listing.isOfSeveralCycles
            let rows = try act.rows("programmes \(centre) \(language) \(isOfSeveral)", by: Programme.ID.self).of(listing.shown) { ids in
                try ProgrammeStore.lines(inOrder: ids, in: act).reduce(into: [:]) { $0[$1.id] = views.row($1, isOfSeveralCycles: isOfSeveral) }
            }
            return (listing, rows)
        }
        return visit.page(views.list(listing, rows))
    }
}
