import Centres
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// The figures of a year as a page, a workbook and a paper.
enum ClubFigurePages {
    private static let first = 2000

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let figures = try await figures(visit)
        return visit.page(ClubFigureViews(reader: visit.reader).show(figures))
    }

    @Sendable static func workbook(_ visit: Visit) async throws -> Answer {
        let figures = try await figures(visit)
        return .file(
            bytes: try ClubFigureSheet(t: visit.t).sheets(figures).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(visit.t(T.club.figuresTitle)) \(figures.year).xlsx")
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let figures = try await figures(visit), centre = visit.centre.id
        let office = try await visit.read { try CentreStore.centre(centre, in: $0) }
        return try await visit.printed(
            ClubPaper(t: visit.t, office: office).figures(figures), with: "report", name: "\(visit.t(T.club.figuresTitle)) \(figures.year).pdf")
    }

    private static func figures(_ visit: Visit) async throws -> ClubFigures {
        let centre = visit.centre.id, year = visit.query.number("year", in: first...visit.today.year + 1) ?? visit.today.year
        return try await visit.read { try ClubFigureStore.figures(of: year, at: centre, in: $0) }
    }
}
