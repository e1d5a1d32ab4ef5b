import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Planning
import Web

/// What reports bring to pages that rooms share.
enum ReportSharedPages {
    /// Reports whose day comes or has passed and that nobody has signed.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        return TodayPart(lines: try ReportDueStore.due(at: asked.centre.id, on: asked.today, in: act).map { due in
            TodayPart.Line(
                due.day < asked.today ? .bad : .waiting, due.day, Run(asked.t(T.reports.titleOf(kind: .phrase(due.kind.name), year: due.year.value))),
                due.draft == nil ? T.reports.todayBegin : T.reports.todaySign, due.draft == nil ? T.reports.begin : T.reports.open,
                path: due.draft.map { "/staff/reports/\($0)" } ?? "/staff/reports")
        })
    }
}
