import Events
import Forms
import Kernel
import Languages
package import Web

/// The report of an event that was held.
package enum ReportPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let report = try await report(visit)
        return visit.page(ReportViews(reader: visit.reader).show(report, visit.form(report.text?.typed ?? .nothing)))
    }

    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            let text = try ReportText(visit.typed)
            return try await visit.act { act in
                try ReportStore.write(text, of: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/report"), T.delivery.saidReported)
            }
        } again: { form in
            ReportViews(reader: visit.reader).show(try await report(visit), form)
        }
    }

    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let report = try await report(visit)
        return .file(
            bytes: try ReportWords(report: report, t: visit.t).sheets(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(visit.t(T.delivery.report)) – \(report.event.title(in: visit.language).text).xlsx")
    }

    static func report(_ visit: Visit) async throws -> EventReport {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try ReportStore.report(of: id, in: $0) }
    }
}
