import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// The catalogue of the resource centre as everybody sees it.
enum LibraryPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (query, centre, language, today) = (visit.query, visit.centre.id, visit.language, visit.today)
        let views = LibraryViews(reader: visit.reader)
        let (listing, rows) = try await visit.read { act in
            let listing = try TitleListStore.listing(
                query["q"], TitleFilters(query), isNewest: query["order"] == "new", page: query.page, at: centre, order: language.alphabet, size: Paging.size, in: act)
            let rows = try act.rows("titles \(centre) \(language) \(today)", by: TitleShown.self).of(listing.shown) { shown in
                try TitleListStore.lines(of: shown, in: act).reduce(into: [:]) { $0[TitleShown(id: $1.id, standing: $1.standing)] = views.row($1) }
            }
            return (listing, rows)
        }
        return visit.page(views.list(listing, rows, Paging(query.page, count: listing.count)))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (id, centre, today): (LibraryTitle.ID, _, _) = (try visit.id("title"), visit.centre.id, visit.today)
        let sight = try await visit.read { act in
            let title = try TitleStore.title(id, at: centre, in: act), copies = try CopyStore.copies(of: id, in: act)
            let sight = try TitleSight(title, copies, at: centre, today: today, in: act)
            guard sight.isPublic else { throw Problem.missing }
            return sight
        }
        let reader = visit.reader
        return visit.page(TitleViews(reader: reader).page(sight, sight.brought.map { $0.show(reader) }))
    }
}
