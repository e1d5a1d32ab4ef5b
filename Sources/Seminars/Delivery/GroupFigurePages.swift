import Forms
import Kernel
import Languages
import Sheets
package import Web

/// Groups of schools through a year: numbers by school and form, on a page and as a table.
enum GroupFigurePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        visit.page(GroupFigureViews(reader: visit.reader).page(try await figures(visit)))
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let figures = try await figures(visit)
        return .file(
            bytes: try figures.sheet(visit.t).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: visit.t(T.delivery.groupFigureFile(year: .schoolYear(figures.year))) + ".xlsx")
    }

    /// Of the year that the address names by its beginning; else of this one.
    private static func figures(_ visit: Visit) async throws -> GroupFigures {
        let (centre, today) = (visit.centre.id, visit.today)
        let year = visit.query.number("year", in: 1...9998).flatMap { SchoolYear(start: $0) } ?? SchoolYear(containing: today)
        return try await visit.read { try GroupFigureStore.figures(of: year, at: centre, in: $0) }
    }
}
