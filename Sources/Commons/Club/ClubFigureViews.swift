import Forms
import HTML
import Kernel
import Languages
import Look

/// The figures of a year.
struct ClubFigureViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ figures: ClubFigures) -> Screen {
        let years = Array((reader.today.year - 4...reader.today.year).reversed())
        return Screen(t(T.club.figuresTitle), trail: [Look.Link(t(T.club.title), href: reader.link("/staff/club"))]) {
            Heading(t(T.club.figuresOf(year: .text("\(figures.year)"))), lead: t(T.club.figuresLead))
            FilterChips(t(T.club.year), years.map { NavItem("\($0)", href: reader.here("year", "\($0)"), isCurrent: $0 == figures.year) })
            Figures([
                .init(t.number(figures.together.activities), t(T.club.figureActivities)), .init(t.number(figures.together.visitors.pupils), t(T.club.pupils)),
                .init(t.number(figures.together.visitors.teachers), t(T.club.teachers)), .init(t.number(figures.reached.count), t(T.club.schoolsReached)),
                .init(t.number(figures.never.count), t(T.club.neverReached), figures.never.isEmpty ? .good : .waiting),
            ])
            Buttons {
                LinkButton(t(T.club.asWorkbook), href: reader.link("/staff/club/figures.xlsx?year=\(figures.year)"), .quiet, icon: .download)
                LinkButton(t(T.club.asPaper), href: reader.link("/staff/club/figures.pdf?year=\(figures.year)"), .quiet, icon: .print)
            }
            h2 { t(T.club.byKind) }
            table(T.club.byKind, T.club.kind, ClubFigures.Kind.allCases.map { (Run(t($0.name)), figures.kinds[$0] ?? ClubFigures.Sum()) }, figures.together)
            h2 { t(T.club.byMonth) }
            table(T.club.byMonth, T.club.month, (1...12).compactMap { month in figures.months[month].map { (Run(t.month(month, figures.year)), $0) } },
                figures.together)
            schools(figures)
            h2 { t(T.club.neverReached) }
            if figures.never.isEmpty { HTML::p { t(T.club.allReached) } } else {
                DataTable(t(T.club.neverReached), rows: figures.never, columns: [
                    Column(t(T.club.school), .name) { place in t.run(place.name) }, Column(t(T.club.municipality)) { place in t.run(place.municipality) },
                ], isCaptionHidden: true)
            }
        }
    }

    @HTMLBuilder private func table(_ caption: Phrase, _ head: Phrase, _ rows: [(Run, ClubFigures.Sum)], _ together: ClubFigures.Sum) -> some HTML {
        if rows.isEmpty {
            HTML::p { t(T.club.figuresNone) }
        } else {
            DataTable(t(caption), rows: rows, columns: [
                Column(t(head), .name) { row in row.0 }, Column(t(T.club.figureActivities), .number) { row in t.number(row.1.activities) },
                Column(t(T.club.pupils), .number) { row in t.number(row.1.visitors.pupils) },
                Column(t(T.club.teachers), .number) { row in t.number(row.1.visitors.teachers) },
                Column(t(T.club.others), .number) { row in t.number(row.1.visitors.others) },
            ], isCaptionHidden: true, foot: [
                t(T.club.together), t.number(together.activities), t.number(together.visitors.pupils), t.number(together.visitors.teachers),
                t.number(together.visitors.others),
            ])
        }
    }

    @HTMLBuilder private func schools(_ figures: ClubFigures) -> some HTML {
        h2 { t(T.club.bySchool) }
        if figures.reached.isEmpty {
            HTML::p { t(T.club.figuresNone) }
        } else {
            DataTable(t(T.club.bySchool), rows: figures.reached, columns: [
                Column(t(T.club.school), .name) { line in t.run(line.school.name) }, Column(t(T.club.municipality)) { line in t.run(line.school.municipality) },
                Column(t(T.club.figureActivities), .number) { line in t.number(line.sum.activities) },
                Column(t(T.club.pupils), .number) { line in t.number(line.sum.visitors.pupils) },
                Column(t(T.club.teachers), .number) { line in t.number(line.sum.visitors.teachers) },
            ], isCaptionHidden: true)
        }
        if figures.elsewhere.activities > 0 { HTML::p { t(T.club.elsewhere(count: figures.elsewhere.visitors.pupils)) } }
    }
}
