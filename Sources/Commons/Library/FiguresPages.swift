import Forms
import Kernel
import Languages
import Look
import Web

/// The year's figures of the stock, and of what rooms above know.
enum FiguresPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        let year = visit.query.number("year", in: 1990...today.year) ?? today.year
        let (figures, parts) = try await visit.read { act in
            (try StockFiguresStore.figures(of: year, at: centre, in: act), try act.ask(LibraryFiguresAsked(centre: centre, year: year)))
        }
        let reader = visit.reader, shown = parts.sorted { $0.place < $1.place }.map { ($0.part.title, $0.part.show(reader)) }
        return visit.page(FiguresViews(reader: reader).show(figures, shown))
    }
}
