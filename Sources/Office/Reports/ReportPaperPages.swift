import Centres
import Documents
import Forms
import Kernel
import Languages
import Sheets
import Web

/// A report as a file: set, to go on writing in, as a workbook; and the rows of which it was made.
enum ReportPaperPages {
    private static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        let made = try await paper(visit), paper = made.paper
        return try await visit.printed(paper, with: "report", pictures: made.pictures, name: "\(paper.title).pdf")
    }

    @Sendable static func word(_ visit: Visit) async throws -> Answer {
        var paper = try await paper(visit).paper
        // A Word document has no picture of ours; the name of the centre stands there.
        paper.centre?.logo = nil
        return try await visit.written(paper, name: "\(paper.title).docx")
    }

    private static func paper(_ visit: Visit) async throws -> (paper: Paper, pictures: [String: [UInt8]]) {
        let folder = try await ReportPages.folder(visit), centre = visit.centre.id
        let (office, logo) = try await visit.read { (try CentreStore.centre(centre, in: $0), try LogoStore.logo(of: centre, in: $0)) }
        return (ReportPaper(t: visit.t, office: office, logo: logo, folder: folder).paper, logo?.pictures ?? [:])
    }

    @Sendable static func workbook(_ visit: Visit) async throws -> Answer {
        let folder = try await ReportPages.folder(visit)
        return .file(bytes: try ReportSheet(t: visit.t, folder: folder).sheets.xlsx(), type: workbookType, name: "\(visit.t(folder.report.title)).xlsx")
    }

    /// Without names, but person by person: so it is a look too.
    @Sendable static func rows(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        try await visit.witnessed { try ReportOpeningStore.look(at: nil, in: id, at: centre, in: $0) }
        let source = try await visit.read { try ReportOpeningStore.source(of: id, at: centre, in: $0) }
        return .file(
            bytes: try ReportSheet(t: visit.t, folder: source.folder).rows(source).xlsx(), type: workbookType,
            name: "\(visit.t(source.folder.report.title)) – \(visit.t(T.reports.rowsName)).xlsx")
    }
}
