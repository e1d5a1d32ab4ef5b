import Forms
import HTML
import Kernel
import Languages
import Library
import Look

struct LoanFigureViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ figures: LoanFigures) -> Screen {
        Screen(t(T.loans.figures)) {
            Heading(t(T.loans.figures), lead: t(T.loans.figuresLead))
            LoanTabs(reader: reader, current: .figures)
            FilterChips(t(T.loans.year), [figures.year - 1, figures.year, figures.year + 1].map {
                NavItem(String($0), href: reader.link("/staff/loans/figures?year=\($0)"), isCurrent: $0 == figures.year)
            })
            Figures([
                Figures.Figure(t.number(figures.sum), t(T.loans.loans)), Figures.Figure(t.number(figures.renewals), t(T.loans.renewals)),
                Figures.Figure(t.number(figures.uses), t(T.loans.usesOnSite)),
                Figures.Figure(t.number(figures.borrowers.values.reduce(0, +)), t(T.loans.borrowers)),
            ])
            if figures.sum == 0 {
                EmptyState(t(T.loans.figuresNone), t(T.loans.figuresNoneText)) { Empty() }
            } else {
                kinds(figures)
                BarChart(t(T.loans.byMonth), (1...12).map { month in
                    BarChart.Bar(Run(t.month(month, figures.year)), figures.months[month] ?? 0, t.number(figures.months[month] ?? 0))
                })
                BarChart(t(T.loans.byAudience), figures.audiences.map { BarChart.Bar(Run(t($0.audience.label)), $0.loans, t.number($0.loans)) })
                DataTable(t(T.loans.mostLent), rows: figures.most, columns: [
                    Column(t(T.loans.title), .name) { row in a(.href(reader.link(row.title.deskPath))) { t.run(row.title.name, row.title.language) } },
                    Column(t(T.loans.loans), .number) { row in t.number(row.loans) },
                ])
            }
            h2 { t(T.loans.neverLent) }
            HTML::p { t(T.loans.neverLentOf(never: .number(figures.neverLent.count), all: .number(figures.neverLent.of))) }
            if !figures.neverLent.some.isEmpty {
                Disclosure(t(T.loans.neverLentSome)) {
                    ul { ForEach(figures.neverLent.some) { title in li { a(.href(reader.link(title.deskPath))) { t.run(title.name, title.language) } } } }
                }
            }
        }
    }

    private func kinds(_ figures: LoanFigures) -> some HTML {
        let borrowers = BorrowerKind.allCases.map { borrower in
            Column<LoanFigures.Line>(t(borrower.plural), .number) { line in t.number(line.loans[borrower] ?? 0) }
        }
        let name = Column<LoanFigures.Line>(t(T.loans.kind), .name) { line in t(line.kind.label) }
        let sum = Column<LoanFigures.Line>(t(T.loans.together), .number) { line in t.number(line.sum) }
        return DataTable(t(T.loans.byKind), rows: figures.lines, columns: [name] + borrowers + [sum])
    }
}
