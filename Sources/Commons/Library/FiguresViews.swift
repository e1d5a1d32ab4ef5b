import Forms
import HTML
import Kernel
import Languages
import Look

/// The year's figures.
struct FiguresViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ figures: StockFigures, _ parts: [(title: Phrase?, body: Markup)]) -> Screen {
        let years = Array((max(1990, reader.today.year - 9)...reader.today.year).reversed())
        return Screen(t(T.library.figures), trail: reader.libraryTrail) {
            Heading(t(T.library.figuresOf(year: .text("\(figures.year)"))), lead: t(T.library.figuresLead))
            FilterChips(t(T.library.year), years.map { NavItem("\($0)", href: reader.here("year", "\($0)"), isCurrent: $0 == figures.year) })
            h2 { t(T.library.stock) }
            stock(figures)
            h2 { t(T.library.acquisitions) }
            sums(t(T.library.origin), CopyOrigin.allCases.compactMap { origin in figures.origins[origin].map { (t(origin.label), $0) } }, figures)
            if !figures.sources.isEmpty {
                sums(t(T.library.source), figures.sources.map { ($0.label.isEmpty ? t(T.library.sourceUnsaid) : $0.label, $0) }, figures)
            }
            h2 { t(T.library.writtenOff) }
            sums(t(T.library.kind), TitleKind.allCases.compactMap { kind in figures.writtenOff[kind].map { (t(kind.label), $0) } }, figures)
            ForEach(parts) { part in
                if let title = part.title { h2 { t(title) } }
                part.body
            }
        }
    }

    @HTMLBuilder private func stock(_ figures: StockFigures) -> some HTML {
        let kinds = TitleKind.allCases.filter { figures.stock[$0] != nil }
        if kinds.isEmpty {
            HTML::p { t(T.library.figuresNone) }
        } else {
            DataTable(t(T.library.stock), rows: kinds, columns: [
                Column(t(T.library.kind), .name) { kind in t(kind.label) },
                Column(t(T.library.titles), .number) { kind in t.number(figures.stock[kind]?.titles ?? 0) },
                Column(t(T.library.copies), .number) { kind in t.number(figures.stock[kind]?.copies ?? 0) },
            ], isCaptionHidden: true, foot: [
                t(T.library.together), t.number(figures.stock.values.reduce(0) { $0 + $1.titles }), t.number(figures.stock.values.reduce(0) { $0 + $1.copies }),
            ])
        }
    }

    @HTMLBuilder private func sums(_ head: String, _ lines: [(label: String, sum: StockFigures.Sum)], _ figures: StockFigures) -> some HTML {
        if lines.isEmpty {
            HTML::p { t(T.library.figuresNone) }
        } else {
            DataTable(head, rows: lines, columns: [
                Column(head, .name) { line in line.label },
                Column(t(T.library.copies), .number) { line in t.number(line.sum.copies) },
                Column(t(T.library.price), .number) { line in Money(minor: line.sum.price, figures.currency).map { t.money($0) } ?? "" },
            ], isCaptionHidden: true)
        }
    }
}
