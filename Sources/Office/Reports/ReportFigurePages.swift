import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// From a figure to its events and their people.
enum ReportFigurePages {
    @Sendable static func open(_ visit: Visit) async throws -> Answer {
        guard let figure = ReportFigure(rawValue: visit.parameters["figure"] ?? "") else { throw Problem.missing }
        return try await open(figure, visit)
    }

    private static func open(_ figure: ReportFigure, _ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        let (opening, folder) = try await visit.read { act in
            (try ReportOpeningStore.open(figure, of: id, at: centre, in: act), try ReportStore.folder(id, at: centre, in: act))
        }
        return visit.page(ReportFigureViews(reader: visit.reader).open(opening, folder))
    }

    /// Those who came to one event; where none is named, the events to choose from. Who looks at people leaves a line in the journal.
    @Sendable static func people(_ visit: Visit) async throws -> Answer {
        guard !visit.query["event"].isEmpty else { return try await open(.participations, visit) }
        guard let event = Event.ID(visit.query["event"]) else { throw Problem.missing }
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        try await visit.witnessed { try ReportOpeningStore.look(at: event, in: id, at: centre, in: $0) }
        let rows = try await visit.read { try ReportOpeningStore.rows(of: event, in: id, at: centre, in: $0) }
        return visit.page(ReportFigureViews(reader: visit.reader).rows(rows))
    }
}
