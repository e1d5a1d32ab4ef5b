import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
import Web

/// The report as a page that prints.
enum ReportViews {
    static func show(_ visit: Visit, _ report: EventReport, _ problem: Problem?) -> Answer {
        let t = visit.t
        let words = ReportWords(report: report, t: t)
        let title = report.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(report.event.id)")
        let trail = [Look.Link(t(T.events.all), href: visit.link("/staff/events")), Look.Link(title.text, href: base)]
        return visit.page(t(T.delivery.report), trail: trail, status: problem == nil ? 200 : 422) {
            PrintHeader(office: visit.site, title: t(T.delivery.report), lines: [title.text])
            ErrorSummary(t(T.registration.notDone), visit.mistakes(problem))
            Heading(t(T.delivery.report), lead: title.text)
            if let problem, visit.mistakes(problem).isEmpty { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            warnings(visit, report, base)
            Buttons {
                LinkButton(t(T.delivery.reportPaper), href: base + "/report.pdf", .quiet, icon: .print)
                LinkButton(t(T.delivery.reportSheet), href: base + "/report.xlsx", .quiet, icon: .download)
                LinkButton(t(T.delivery.letters), href: base + "/letters", .quiet)
                PrintButton(t(T.common.print))
            }
            Facts { ForEach(words.facts) { line in Fact(line.label, line.value) } }
            h2 { t(T.delivery.numbers) }
            Facts { ForEach(words.numbers) { line in Fact(line.label, line.value) } }
            text(visit, report, base, problem)
            h2 { t(T.delivery.whoTookPart) }
            chart(t(T.delivery.bySchool), report.schools, words, t)
            chart(t(T.delivery.byMunicipality), report.municipalities, words, t)
            chart(t(T.delivery.byOccupation), report.occupations, words, t)
            h2 { t(T.delivery.people) }
            people(report, words, t)
            Disclosure(t(T.delivery.copyTitle)) {
                HTML::p { t(T.delivery.copyText) }
                textarea(.rows(16), .readonly(), .aria("label", t(T.delivery.copyTitle)), .class("full copied")) { words.text }
            }
        }
    }

    /// What is still to do before the report is whole.
    private static func warnings(_ visit: Visit, _ report: EventReport, _ base: String) -> some HTML {
        let t = visit.t
        let unmarked = report.roll.sessions.reduce(0) { $0 + report.roll.unmarked($1.id) }
        return Group {
            if report.event.state != .held, report.event.state != .closed { Notice(.waiting) { HTML::p { t(T.delivery.notHeldYet) } } }
            if unmarked > 0, !report.roll.rows.isEmpty {
                Notice(.waiting) { HTML::p { t(T.delivery.marksMissing(count: unmarked)); " "; a(.href(base + "/attendance")) { t(T.delivery.attendance) } } }
            }
        }
    }

    private static func text(_ visit: Visit, _ report: EventReport, _ base: String, _ problem: Problem?) -> some HTML {
        let t = visit.t
        let isTyped = problem != nil
        let course = isTyped ? visit.typed["course"] : report.text?.course ?? ""
        let remark = isTyped ? visit.typed["remark"] : report.text?.remark ?? ""
        let isWritable = report.event.state == .held || report.event.state == .closed
        return Group {
            if let text = report.text {
                h2 { t(T.delivery.course) }
                ForEach(text.course.split(separator: "\n\n")) { paragraph in HTML::p { t.shown(String(paragraph)) } }
                if !text.remark.isEmpty {
                    h2 { t(T.delivery.remark) }
                    ForEach(text.remark.split(separator: "\n\n")) { paragraph in HTML::p { t.shown(String(paragraph)) } }
                }
            }
            if isWritable {
                Disclosure(t(report.text == nil ? T.delivery.writeReport : T.delivery.editReport), isOpen: report.text == nil || isTyped) {
                    Look::Form(action: base + "/report", hidden: visit.hidden, isGuarded: true) {
                        Field(t(T.delivery.course), name: "course", value: course, hint: t(T.delivery.courseHint), error: visit.mistake("course", problem), width: .full).area(rows: 6)
                        Field(t(T.delivery.remark), name: "remark", value: remark, hint: t(T.delivery.remarkHint), error: visit.mistake("remark", problem), optional: t(T.common.optional), width: .full).area(rows: 4)
                        Buttons { Submit(t(T.common.save)) }
                    }
                }
            }
        }
    }

    private static func chart(_ title: String, _ shares: [EventReport.Share], _ words: ReportWords, _ t: Texts) -> some HTML {
        Group {
            if !shares.isEmpty {
                BarChart(title, shares.map { share in
                    BarChart.Bar(words.name(share), share.admitted, t(T.delivery.shareText(admitted: .number(share.admitted), complete: .number(share.complete))))
                })
            }
        }
    }

    private static func people(_ report: EventReport, _ words: ReportWords, _ t: Texts) -> some HTML {
        let rows = report.roll.rows.enumerated().map { words.person($0, $1) }
        return DataTable(t(T.delivery.people), rows: rows, columns: words.heads.enumerated().map { index, head in
            Column(head, index == 1 ? .name : index == 0 || index == 6 ? .number : .text) { row in row[index] }
        }, isCaptionHidden: true)
    }
}
