import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// What is recommended to heads, written and sent.
enum AdvicePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        let board = try await visit.read { try ReportAdviceStore.board(of: id, at: centre, in: $0) }
        return AdviceViews(reader: visit.reader).show(board, form)
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report"), typed = visit.typed
        return try await visit.submit {
            guard let school = School.ID(typed["school"]) else { throw Problem.invalid("school", T.common.errorChoose) }
            let text = typed.lines("text")
            return try await visit.act { act in
                try ReportAdviceStore.write(text, to: school, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/reports/\(id)/advice"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        return try await visit.submit {
            try await visit.act { act in
                let letters = try ReportAdviceStore.send(id, at: centre, in: act)
                return Redirect(visit.link("/staff/reports/\(id)/advice"), T.reports.saidAdviceSent(count: letters))
            }
        } again: { try await show(visit, $0) }
    }
}
