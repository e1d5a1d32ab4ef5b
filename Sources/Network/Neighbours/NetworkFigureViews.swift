import Forms
import HTML
import Kernel
import Languages
import Look

/// Figures of the network: what each installation counted, added up.
struct NetworkFigureViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ figures: NetworkFigures, years: [SchoolYear]) -> Screen {
        let sum = figures.sum
        return Screen(t(T.neighbours.figures), trail: [Look.Link(t(T.neighbours.title), href: reader.link("/staff/neighbours"))]) {
            Heading(t(T.neighbours.figures), lead: t(T.neighbours.figuresLead))
            NeighbourTabs(reader: reader)
            FilterChips(t(T.neighbours.year), years.map { year in
                NavItem(t.schoolYear(year), href: reader.here("year", "\(year.start)"), isCurrent: year == figures.year)
            })
            Figures([
                .init(t.number(sum.events), t(T.neighbours.events)), .init(t.number(sum.hours), t(T.neighbours.hours)),
                .init(least(sum.participations, sum), t(T.neighbours.participations)), .init(least(sum.persons, sum), t(T.neighbours.persons)),
            ])
            if sum.hidden > 0 { Notice(.info) { HTML::p { t(T.neighbours.hiddenText) } } }
            if sum.missing > 0 {
                Notice(.waiting, t(T.neighbours.missing(count: sum.missing))) {
                    ul { ForEach(figures.lines.filter { $0.figures == nil }) { line in li { name(line); line.neighbour.map { ": \(reason($0))" } ?? "" } } }
                }
            }
            DataTable(t(T.neighbours.figures), rows: figures.lines, columns: [
                Column(t(T.neighbours.centre), .name) { line in name(line) },
                Column(t(T.neighbours.events), .number) { line in number(line.figures?.events) },
                Column(t(T.neighbours.hours), .number) { line in number(line.figures?.hours) },
                Column(t(T.neighbours.participations), .number) { line in people(line.figures, line.figures?.participations) },
                Column(t(T.neighbours.persons), .number) { line in people(line.figures, line.figures?.persons) },
                Column(t(T.neighbours.made)) { line in line.neighbour == nil ? t(T.neighbours.now) : line.made.map { t.instant($0) } ?? "–" },
            ], isCaptionHidden: true, foot: [
                t(T.neighbours.total), t.number(sum.events), t.number(sum.hours), least(sum.participations, sum), least(sum.persons, sum), "",
            ])
            h2 { t(T.neighbours.meaning) }
            HTML::p { t(T.neighbours.meaningText) }
        }
    }

    @HTMLBuilder private func name(_ line: NetworkFigures.Line) -> some HTML {
        if let neighbour = line.neighbour { a(.href(reader.link(neighbour.path))) { NeighbourViews.run(neighbour, t) } } else { reader.centre.run(in: t.language) }
    }

    private func reason(_ neighbour: Neighbour) -> String { t(neighbour.fault?.name ?? (neighbour.heard == nil ? T.neighbours.stateNew : T.neighbours.tellsNone)) }

    private func number(_ number: Int?) -> String { number.map { t.number($0) } ?? "–" }
    private func people(_ figures: YearFigures?, _ number: Int?) -> String { figures == nil ? "–" : number.map { t.number($0) } ?? t(T.neighbours.hidden) }
    private func least(_ number: Int, _ sum: NetworkFigures.Sum) -> String { sum.hidden > 0 ? t(T.neighbours.atLeast(number: .number(number))) : t.number(number) }
}
