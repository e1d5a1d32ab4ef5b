import Forms
import HTML
import Kernel
import Languages
import Look

/// What is recommended to heads of schools.
struct AdviceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ board: AdviceBoard, _ form: FilledForm) -> Screen {
        let report = board.report, base = reader.link("\(report.path)/advice"), waiting = board.advice.count { $0.sent == nil }
        return Screen(t(T.reports.advice), trail: ReportListViews.trail(reader, report)) {
            FormFaults(form)
            Heading(t(T.reports.advice), kind: t(report.title), lead: t(T.reports.adviceLead))
            if board.advice.isEmpty {
                EmptyState(t(T.reports.adviceNone), t(T.reports.adviceNoneText)) { Empty() }
            } else {
                DataTable(t(T.reports.advice), rows: board.advice, columns: [
                    Column(t(T.reports.headSchool), .name) { advice in t.run(advice.name) },
                    Column(t(T.reports.recommended)) { advice in t.run(advice.text) },
                    Column(t(T.common.state)) { advice in
                        if let sent = advice.sent { Chip(.good, t(T.reports.adviceSent(count: advice.heads, at: .instant(sent)))) } else {
                            Chip(.waiting, t(T.reports.adviceWaits))
                        }
                    },
                ], isCaptionHidden: true)
                if waiting > 0, report.state == .signed { ButtonForm(t(T.reports.sendAdvice), action: "\(base)/send", hidden: reader.hidden) }
                if waiting > 0, report.isDraft { HTML::p { t(T.reports.sendAfterSigning) } }
            }
            h2 { t(T.reports.writeAdvice) }
            Form(action: base, hidden: reader.hidden, isGuarded: true, label: t(T.reports.writeAdvice)) {
                form.field(T.reports.headSchool, "school").select(
                    (board.advice.filter { $0.sent == nil }.map { (id: $0.school, name: $0.name) } + board.schools).map {
                        Field.Choice("\($0.id)", t.run($0.name))
                    })
                form.field(T.reports.recommended, "text", .full, hint: T.reports.recommendedHint).area(rows: 5)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
