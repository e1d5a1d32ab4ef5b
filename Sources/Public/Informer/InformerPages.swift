import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// Informers as everybody reads them, and as they are printed.
enum InformerPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(InformerViews(reader: visit.reader).list(try await visit.read { try InformerIssueStore.lines(of: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: Informer.ID = try visit.id("informer")
        return visit.page(InformerViews(reader: visit.reader).show(try await issue(visit), id))
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer { try await printed(try await issue(visit), .a4, visit) }

    /// Two pages side by side on each side of a sheet, to be folded and stapled.
    @Sendable static func booklet(_ visit: Visit) async throws -> Answer { try await printed(try await issue(visit), .a5, visit) }

    private static func issue(_ visit: Visit) async throws -> InformerIssue {
        let (id, centre, language): (Informer.ID, _, _) = (try visit.id("informer"), visit.centre.id, visit.language)
        return try await visit.read { try InformerIssueStore.issue(id, of: centre, in: language, in: $0) }
    }

    static func printed(_ issue: InformerIssue, _ format: InformerPaper.Format, _ visit: Visit) async throws -> Answer {
        let paper = InformerPaper(issue: issue, format: format, origin: visit.centre.origin, t: visit.t)
        var setting = try Typesetting(template: "informer", paper.content, stamp: visit.now.seconds)
        setting.isBooklet = format == .a5
        return .file(bytes: try await visit.set(setting), type: "application/pdf", name: "\(paper.name).pdf")
    }
}
