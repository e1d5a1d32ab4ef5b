import Centres
import Forms
import Kernel
import Languages
import Look
import Web

enum LoanFigurePages {
    /// Years that may be asked for.
    private static let years = 1990...2200

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, year = visit.query.number("year", in: years) ?? visit.today.year
        let figures = try await visit.read { try LoanFigureStore.figures(of: year, at: centre, in: $0) }
        return visit.page(LoanFigureViews(reader: visit.reader).page(figures))
    }
}
