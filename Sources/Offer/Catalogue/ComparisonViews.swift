package import Forms
package import HTML
package import Kernel
import Languages
package import Look

/// Up to three programmes side by side, to be read and printed: where they differ as a table, what they share once below it.
package struct ComparisonViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    /// - Parameter dates: when each is held next; the rooms above know.
    package func show(_ programmes: [Programme], _ comparison: ProgrammeComparison, dates: @escaping (Programme) -> Markup) -> Screen {
        Screen(t(T.catalogue.compareTitle), trail: [Look.Link(t(T.catalogue.programmes), href: list(comparison))], isIndexed: false) {
            Heading(t(T.catalogue.compareTitle))
            if comparison.isCut { Notice(.info) { HTML::p { t(T.catalogue.compareCut(most: .number(ProgrammeComparison.most))) } } }
            if programmes.count < 2 {
                EmptyState(t(T.catalogue.compareNothing), t(T.catalogue.compareText)) { LinkButton(t(T.catalogue.programmes), href: list(comparison), .quiet) }
            } else {
                let rows = rows(dates).filter { row in row.isAlways || programmes.contains { row.has($0) } }
                let shared = rows.filter { row in Set(programmes.map { renderFragment(row.cell($0)) }).count == 1 }
                div(.class("compare")) {
                    DataTable(t(T.catalogue.compareDiffers), rows: rows.filter { row in !shared.contains { $0.label == row.label } }, columns: columns(programmes))
                }
                if let first = programmes.first, !shared.isEmpty {
                    h2 { t(T.catalogue.compareShared) }
                    Facts { ForEach(shared) { row in FactLine(row.label) { row.cell(first) } } }
                }
                HTML::p { a(.href(list(comparison))) { t(T.catalogue.compareOthers) } }
            }
        }
    }

    private func list(_ comparison: ProgrammeComparison) -> String {
        reader.link("/programmes") + (comparison.ids.isEmpty ? "" : "?\(ProgrammeComparison.field)=\(comparison.text)")
    }

    private struct Row {
        let label: String
        let has: (Programme) -> Bool
        var isAlways = false
        let cell: (Programme) -> Markup
    }

    private func columns(_ programmes: [Programme]) -> [Column<Row>] {
        [Column(t(T.catalogue.compareFact), .name) { row in row.label }]
            + programmes.map { programme in
                Column(Run("\(programme.number) · \(t.shown(programme.title))", lang: t.lang(of: programme.language))) { row in row.cell(programme) }
            }
    }

    private func row(_ label: Phrase, isAlways: Bool = false, _ has: @escaping (Programme) -> Bool = { _ in true },
        @HTMLBuilder cell: @escaping (Programme) -> Markup) -> Row {
        Row(label: t(label), has: has, isAlways: isAlways, cell: cell)
    }

    private func text(_ label: Phrase, _ place: KeyPath<Programme, String>) -> Row {
        row(label, { !$0[keyPath: place].isEmpty }) { programme in
            if !programme[keyPath: place].isEmpty { Lines(programme[keyPath: place], t.lang(of: programme.language), t) }
        }
    }

    private func code(_ label: Phrase, _ place: KeyPath<Programme, CycleCode?>) -> Row {
        row(label, { $0[keyPath: place] != nil }) { programme in
            if let code = programme[keyPath: place] { t.run(code, of: programme.cycle) }
        }
    }

    private func rows(_ dates: @escaping (Programme) -> Markup) -> [Row] {
        [
            row(T.catalogue.title, isAlways: true) { programme in
                a(.href(reader.link("/programmes/\(programme.id)")), .lang(t.lang(of: programme.language))) { t.shown(programme.title) }
            },
            row(T.catalogue.cycle, isAlways: true) { programme in t.run(programme.cycle) },
            row(T.catalogue.dates, isAlways: true) { programme in dates(programme) },
            row(T.catalogue.duration, isAlways: true) { programme in ProgrammeFacts.duration(programme, t) },
            row(T.catalogue.price, { $0.isFree || $0.price != nil }) { programme in
                if programme.isFree || programme.price?.isZero == true { t(T.catalogue.free) } else if let price = programme.price { t.money(price) }
                if !programme.isFree, !programme.priceCovers.isEmpty { br(); t.run(programme.priceCovers, programme.language) }
            },
            row(T.catalogue.form, isAlways: true) { programme in t.name(programme.form) },
            row(T.catalogue.group, isAlways: true) { programme in ProgrammeFacts.group(programme, t) },
            row(T.catalogue.target, { !$0.targets.isEmpty || !$0.target.isEmpty }) { programme in
                ForEach(programme.targets) { code in div { t.run(code, of: programme.cycle) } }
                if !programme.target.isEmpty { Lines(programme.target, t.lang(of: programme.language), t) }
            },
            code(T.catalogue.area, \.area), code(T.catalogue.competence, \.competence), code(T.catalogue.priority, \.priority),
            row(T.catalogue.trainers, { !$0.trainers.isEmpty }) { programme in
                ForEach(programme.trainers) { named in div { t.run(name: named.written, programme.language) } }
            },
            text(T.catalogue.institution, \.institution), text(T.catalogue.goal, \.goal), text(T.catalogue.specificGoals, \.specificGoals),
            text(T.catalogue.outcomes, \.outcomes), text(T.catalogue.topics, \.topics), text(T.catalogue.phases, \.phases),
            text(T.catalogue.evaluation, \.evaluation), text(T.catalogue.followUp, \.followUp),
        ]
    }
}
