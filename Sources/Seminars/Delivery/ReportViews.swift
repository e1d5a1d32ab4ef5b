import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The report as a page that prints.
struct ReportViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ report: EventReport, _ form: FilledForm) -> Screen {
        let words = ReportWords(report: report, t: t)
        let title = report.event.title(in: reader.language)
        let base = reader.link("/staff/events/\(report.event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: base)]
        return Screen(t(T.delivery.report), trail: trail) {
            PrintHeader(office: reader.site, title: t(T.delivery.report), lines: [t.run(title)])
            FormFaults(form, title: T.registration.notDone)
            Heading(Run(t(T.delivery.report)), lead: t.run(title))
            warnings(report, base)
            ActBar(t(T.common.more), rest: [Look.Link(t(T.delivery.reportSheet), href: base + "/report.xlsx")]) {
                LinkButton(t(T.delivery.reportPaper), href: base + "/report.pdf", .quiet, icon: .print)
                LinkButton(t(T.delivery.letters), href: base + "/letters", .quiet, icon: .letter)
                PrintButton(t(T.common.print))
            }
            Facts { ForEach(words.facts) { line in FactLine(line.label, Run(line.value, lang: line.lang)) } }
            h2 { t(T.delivery.numbers) }
            Facts { ForEach(words.numbers) { line in FactLine(line.label, line.value) } }
            if let text = report.text { written(text) }
            if report.event.wasHeld { writing(report, base, form) }
            if !report.conclusions.isEmpty {
                h2 { t(T.delivery.conclusions) }
                ul { ForEach(report.conclusions) { conclusion in li { t.run(words.line(conclusion)) } } }
            }
            if !report.groups.isEmpty {
                h2 { t(T.delivery.groups) }
                GroupTable(report.groups, t)
                HTML::p { a(.href(base + "/groups")) { t(T.delivery.groupsWrite) } }
            }
            if hasPeople(report) { h2 { t(T.delivery.whoTookPart) } }
            if hasPeople(report) {
                chart(t(T.delivery.bySchool), report.schools, words)
                chart(t(T.delivery.byMunicipality), report.municipalities, words)
                chart(t(T.delivery.byOccupation), report.occupations, words)
                h2 { t(T.delivery.people) }
                people(report, words)
            }
            Disclosure(t(T.delivery.copyTitle)) {
                HTML::p { t(T.delivery.copyText) }
                textarea(.rows(16), .readonly(), .aria("label", t(T.delivery.copyTitle)), .class("full copied")) { Verbatim(words.text) }
            }
        }
    }

    /// Whether people are known by name; of groups there are numbers.
    private func hasPeople(_ report: EventReport) -> Bool { !report.roll.rows.isEmpty && report.groups.isEmpty }

    /// What is still to do before the report is whole.
    @HTMLBuilder private func warnings(_ report: EventReport, _ base: String) -> some HTML {
        let unmarked = report.roll.sessions.reduce(0) { $0 + report.roll.unmarked($1.id) }
        if !report.event.wasHeld { Notice(.waiting) { HTML::p { t(T.delivery.notHeldYet) } } }
        if unmarked > 0, !report.roll.rows.isEmpty {
            Notice(.waiting) { HTML::p { t(T.delivery.marksMissing(count: unmarked)); " "; a(.href(base + "/attendance")) { t(T.delivery.attendance) } } }
        }
    }

    @HTMLBuilder private func written(_ text: ReportText) -> some HTML {
        h2 { t(T.delivery.course) }
        ForEach(text.course.split(separator: "\n\n")) { paragraph in HTML::p { t.run(String(paragraph)) } }
        if !text.remark.isEmpty {
            h2 { t(T.delivery.remark) }
            ForEach(text.remark.split(separator: "\n\n")) { paragraph in HTML::p { t.run(String(paragraph)) } }
        }
        if !text.photoNote.isEmpty { HTML::p { t(T.delivery.photoNote); ": "; t.run(text.photoNote) } }
    }

    private func writing(_ report: EventReport, _ base: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(report.text == nil ? T.delivery.writeReport : T.delivery.editReport), isOpen: report.text == nil || form.problem != nil) {
            Form(action: base + "/report", hidden: reader.hidden, isGuarded: true) {
                if report.event.form.countsVisitors, report.groups.came == nil {
                    form.field(T.delivery.visitors, "visitors", .short, hint: T.delivery.visitorsHint, isOptional: true, autocomplete: "off").number()
                    if report.seated > 0 { HTML::p(.class("small")) { t(T.delivery.visitorsSeated(count: report.seated)) } }
                }
                form.field(T.delivery.course, "course", .full, hint: T.delivery.courseHint).area(rows: 6)
                form.field(T.delivery.remark, "remark", .full, hint: T.delivery.remarkHint, isOptional: true).area(rows: 4)
                if !report.event.form.has(.programme) {
                    form.field(T.delivery.photoNote, "photoNote", .full, hint: T.delivery.photoNoteHint, isOptional: true, most: ReportText.longestNote).area(rows: 2)
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    @HTMLBuilder private func chart(_ title: String, _ shares: [EventReport.Share], _ words: ReportWords) -> some HTML {
        if !shares.isEmpty {
            BarChart(title, shares.map { share in
                BarChart.Bar(words.run(share), share.admitted, t(T.delivery.shareText(admitted: .number(share.admitted), complete: .number(share.complete))))
            })
        }
    }

    private func people(_ report: EventReport, _ words: ReportWords) -> some HTML {
        let rows = report.roll.rows.enumerated().map { index, row in
            // What people wrote of themselves names its language.
            words.person(index, row).enumerated().map { $0 == 2 ? t.run(words.school(of: row)) : $0 == 3 ? t.run(row.occupation) : Run($1) }
        }
        return DataTable(t(T.delivery.people), rows: rows, columns: words.heads.enumerated().map { index, head in
            Column(head, index == 1 ? .name : index == 0 || index == 6 ? .number : .text) { row in row[index] }
        }, isCaptionHidden: true)
    }
}
