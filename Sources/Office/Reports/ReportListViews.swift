import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Planning

/// The reports of a centre, and how another is begun.
struct ReportListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    static func trail(_ reader: Reader, _ report: Report? = nil) -> [Look.Link] {
        [Look.Link(reader.t(T.reports.title), href: reader.link("/staff/reports"))]
            + (report.map { [Look.Link(reader.t($0.title), href: reader.link($0.path))] } ?? [])
    }

    func list(_ reports: [Report], _ kinds: [ReportKind], _ towns: [Municipality], _ form: FilledForm) -> Screen {
        let names = Dictionary(towns.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return Screen(t(T.reports.title)) {
            FormFaults(form)
            Heading(t(T.reports.title), lead: t(T.reports.lead))
            Buttons { LinkButton(t(T.reports.rules), href: reader.link("/staff/reports/rules"), .quiet) }
            if reports.isEmpty {
                EmptyState(t(T.reports.none), t(T.reports.noneText)) { Empty() }
            } else {
                DataTable(t(T.reports.title), rows: reports, columns: [
                    Column(t(T.reports.report), .name) { report in
                        a(.href(reader.link(report.path))) { t(report.title) }
                        if let place = report.municipality.flatMap({ names[$0] }) { HTML::p(.class("hint")) { t.run(place) } }
                    },
                    Column(t(T.common.state)) { report in Chip(report.state.tone, t(report.state.name)) },
                    Column(t(T.reports.number)) { report in report.number.isEmpty ? "–" : report.number },
                    Column(t(T.reports.signedOn)) { report in report.signed.map { t.day($0, .numeric) } ?? "–" },
                    Column(t(T.reports.reckonedAt)) { report in t.instant(report.reckoned) },
                ], isCaptionHidden: true)
            }
            h2 { t(T.reports.begin) }
            Form(action: reader.link("/staff/reports"), hidden: reader.hidden, label: t(T.reports.begin)) {
                form.field(T.reports.kind, "kind").select(kinds.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.reports.year, "year").select(years.map { Field.Choice($0.choice, t($0.written)) })
                form.field(T.reports.place, "place", hint: T.reports.placeHint, isOptional: true).select(
                    [Field.Choice("", t(T.reports.allPlaces))] + towns.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.reports.beginNow)) }
            }
        }
    }

    /// Years that have begun, calendar and school, the last first.
    private var years: [PlanYear] {
        let school = PlanYear.containing(reader.today, .school).start
        return (0..<5).flatMap { back in [PlanYear(.calendar, reader.today.year - back), PlanYear(.school, school - back)] }
    }
}

extension PlanYear {
    var written: Phrase { kind == .school ? T.reports.schoolYear(year: value) : T.reports.calendarYear(year: value) }
}
