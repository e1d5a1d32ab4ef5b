import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

struct GroupFigureViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ figures: GroupFigures) -> Screen {
        let sums = figures.sums
        return Screen(t(T.delivery.groupFigures), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events"))]) {
            Heading(t(T.delivery.groupFigures), lead: t(T.delivery.groupFiguresLead))
            FilterChips(t(T.delivery.groupFigureYears), [figures.year.previous, figures.year, figures.year.next].map { year in
                NavItem(t.schoolYear(year), href: reader.here("year", "\(year.start)"), isCurrent: year == figures.year)
            })
            if figures.parts.isEmpty {
                EmptyState(t(T.delivery.groupFiguresNone), t(T.delivery.groupFiguresNoneText)) {
                    LinkButton(t(T.events.new), href: reader.link("/staff/events/new"), .quiet)
                }
            } else {
                Figures([
                    .init(t.number(sums.events), t(T.delivery.groupFigureEvents)), .init(t.number(sums.groups), t(T.delivery.groupFigureGroups)),
                    .init(t.number(sums.pupils), t(T.registration.groupPupils)),
                    .init(t.number(sums.pupilsCame), t(T.delivery.groupFigureCameOf(counted: .number(sums.counted), groups: .number(sums.groups))), .good),
                ])
                table(t(T.delivery.groupFigureByForm), figures.byForm(t).map { ($0.name, nil, $0.sums) }, sums)
                table(t(T.delivery.groupFigureBySchool), figures.bySchool(t).map { ($0.school, $0.form, $0.sums) }, nil)
                Buttons { LinkButton(t(T.delivery.groupFigureTable), href: reader.link("/staff/groups.xlsx?year=\(figures.year.start)"), .quiet, icon: .download) }
            }
        }
    }

    private typealias Line = (name: Run, form: Run?, sums: GroupFigures.Sums)

    private func table(_ title: String, _ lines: [Line], _ sums: GroupFigures.Sums?) -> some HTML {
        let isBySchool = lines.contains { $0.form != nil }
        var columns = [Column<Line>(t(isBySchool ? T.registration.school : T.events.facetForm), .name) { line in line.name }]
        if isBySchool { columns.append(Column(t(T.events.facetForm)) { line in line.form ?? "" }) }
        columns += [
            number(T.delivery.groupFigureEvents, \.events), number(T.delivery.groupFigureGroups, \.groups), number(T.registration.groupPupils, \.pupils),
            number(T.registration.groupCompanions, \.companions), Column(t(T.delivery.groupFigureCame), .number) { line in came(line.sums) },
        ]
        let foot: [any HTML] = sums.map { sums in
            [t(T.delivery.groupFigureAll), t.number(sums.events), t.number(sums.groups), t.number(sums.pupils), t.number(sums.companions), came(sums)]
        } ?? []
        return DataTable(title, rows: lines, columns: columns, foot: foot)
    }

    private func number(_ head: Phrase, _ value: @escaping (GroupFigures.Sums) -> Int) -> Column<Line> {
        Column(t(head), .number) { line in t.number(value(line.sums)) }
    }

    /// What nobody counted is no zero.
    private func came(_ sums: GroupFigures.Sums) -> String { sums.counted == 0 ? "–" : t.number(sums.pupilsCame) }
}
