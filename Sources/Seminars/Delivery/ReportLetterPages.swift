import Events
import Forms
import Kernel
import Languages
package import Web

/// Letters after an event: the list to each school, thanks to trainers and schools. Edited, looked at, sent once.
package enum ReportLetterPages {
    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit, visit.query["kind"])
        return visit.page(ReportLetterViews(reader: visit.reader).form(desk, visit.form(desk.proposal(visit.t).typed)))
    }

    @Sendable package static func look(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit, visit.typed["kind"])
        return try await visit.submit {
            let draft = try ReportLetter.Draft(desk.letter, visit.typed, for: desk.recipients)
            return visit.page(ReportLetterViews(reader: visit.reader).preview(desk, draft))
        } again: { form in
            ReportLetterViews(reader: visit.reader).form(desk, form)
        }
    }

    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let desk = try await desk(visit, visit.typed["kind"])
        return try await visit.submit {
            let draft = try ReportLetter.Draft(desk.letter, visit.typed, for: desk.recipients)
            return try await visit.act { act in
                let count = try ReportStore.send(draft, of: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/letters?kind=\(draft.letter.rawValue)"), T.delivery.saidLetters(count: count))
            }
        } again: { form in
            ReportLetterViews(reader: visit.reader).form(desk, form)
        }
    }

    private static func desk(_ visit: Visit, _ kind: String) async throws -> ReportLetterDesk {
        let id: Event.ID = try visit.id("event")
        let letter = ReportLetter(rawValue: kind) ?? .list
        return try await visit.read { act in
            let report = try ReportStore.report(of: id, in: act)
            return ReportLetterDesk(report: report, letter: letter, recipients: try ReportStore.recipients(letter, of: report.roll, in: act))
        }
    }
}
