import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The people of a school and where they stand.
struct SchoolRecordViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func trail(_ school: School) -> [Look.Link] { [Look.Link(t.run(school.name), href: reader.link("/me/schools/\(school.id)"))] }

    func matrix(_ record: SchoolRecord) -> Screen {
        let base = "/me/schools/\(record.school.id)/standing"
        return Screen(t(T.portfolio.matrix), trail: trail(record.school), isIndexed: false) {
            Heading(t(T.portfolio.matrix), lead: t(T.portfolio.matrixLead))
            FilterChips(t(T.portfolio.year), record.years.map { year in
                NavItem(t.schoolYear(year), href: reader.link("\(base)?year=\(year.start)"), isCurrent: year == record.year)
            })
            if record.lines.isEmpty {
                EmptyState(t(T.portfolio.matrixNone), t(T.portfolio.matrixNoneText)) {
                    LinkButton(t(T.portfolio.toSchool), href: reader.link("/me/schools/\(record.school.id)"))
                }
            } else {
                sums(record)
                table(record)
                papers(record)
            }
        }
    }

    @HTMLBuilder private func sums(_ record: SchoolRecord) -> some HTML {
        if let pack = record.pack {
            BarChart(t(T.portfolio.metTitle), description: t(T.portfolio.metText), of: record.lines.count, pack.requirements.map { requirement in
                let met = record.met(requirement)
                return BarChart.Bar(t.run(requirement.title.wording(in: t.language)), met, t(T.portfolio.ofAll(met: .number(met), all: .number(record.lines.count))))
            })
        }
    }

    private func table(_ record: SchoolRecord) -> some HTML {
        let columns = (record.pack?.requirements ?? []).enumerated().map { place, requirement in
            Column<SchoolRecord.Line>(t.run(requirement.title.wording(in: t.language))) { line in cell(line.standing?.lines[place]) }
        }
        let name = Column<SchoolRecord.Line>(t(T.portfolio.bearer), .name) { line in line.name.listed }
        let papers = Column<SchoolRecord.Line>(t(T.portfolio.report)) { line in
            let base = reader.link("/me/schools/\(record.school.id)"), query = "?year=\(record.year.start)&person=\(line.person)"
            div {
                a(.href("\(base)/report.pdf\(query)"), .aria("label", "\(t(T.portfolio.report)) PDF: \(line.name.full)")) { "PDF" }
                " "
                a(.href("\(base)/report.docx\(query)"), .aria("label", "\(t(T.portfolio.report)) DOCX: \(line.name.full)")) { "DOCX" }
            }
        }
        return DataTable(t(T.portfolio.matrix), rows: record.lines, columns: [name] + columns + [papers], isCaptionHidden: true)
    }

    @HTMLBuilder private func cell(_ line: Standing.Line?) -> some HTML {
        if let line {
            let words = t(T.portfolio.cell(sum: .number(line.sumWithSaid), least: .number(line.requirement.least)))
            Chip(line.isFulfilled ? .good : line.isFulfilledAsSaid ? .info : .waiting, words)
        }
    }

    private func papers(_ record: SchoolRecord) -> some HTML {
        let base = reader.link("/me/schools/\(record.school.id)"), query = "?year=\(record.year.start)"
        return Group {
            h2 { t(T.portfolio.papers) }
            HTML::p { t(T.portfolio.papersText) }
            Buttons {
                LinkButton(t(T.portfolio.reportPDF), href: "\(base)/report.pdf\(query)", icon: .download)
                LinkButton(t(T.portfolio.reportDOCX), href: "\(base)/report.docx\(query)", .quiet, icon: .download)
                LinkButton(t(T.portfolio.planPDF), href: "\(base)/plan.pdf\(query)", .quiet, icon: .download)
                LinkButton(t(T.portfolio.planDOCX), href: "\(base)/plan.docx\(query)", .quiet, icon: .download)
                LinkButton(t(T.portfolio.matrixXLSX), href: "\(base)/standing.xlsx\(query)", .quiet, icon: .download)
            }
        }
    }

    // MARK: What waits for the school's word

    func waiting(_ waiting: [(entry: PortfolioEntry, name: PersonName)], in school: School, _ form: FilledForm) -> Screen {
        Screen(t(T.portfolio.activities), trail: trail(school), isIndexed: false) {
            FormFaults(form)
            Heading(t(T.portfolio.activities), lead: t(T.portfolio.activitiesLead))
            if waiting.isEmpty { EmptyState(t(T.portfolio.proofsNone), t(T.portfolio.activitiesNone)) { Empty() } }
            ForEach(waiting) { one in
                let details = one.entry.details
                PersonLine(
                    Run(one.name.listed), detail: [
                        t.run(details.title), Run(t(details.isLed ? T.portfolio.led : T.portfolio.attended)), Run(t.day(details.day, .numeric)),
                    ] + (details.points.map { [Run(t(T.portfolio.pointsCount(count: $0)))] } ?? []))
                Form(
                    action: reader.link("/me/schools/\(school.id)/activities/\(one.entry.id)"), hidden: reader.hidden + [one.entry.seen],
                    label: "\(one.name.full): \(t.shown(details.title))"
                ) {
                    if reader.path.hasSuffix("/\(one.entry.id)") {
                        form.field(T.portfolio.reason, "reason", isOptional: true).text()
                    } else {
                        Field(t(T.portfolio.reason), name: "reason", row: "\(one.entry.id)", optional: t(T.common.optional)).text()
                    }
                    Buttons {
                        Submit(t(T.portfolio.checkGood), name: "good", value: "yes")
                        Submit(t(T.portfolio.checkBad), .danger)
                    }
                }
            }
        }
    }
}
