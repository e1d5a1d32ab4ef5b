import Forms
import HTML
import Kernel
import Languages
import Look
import Planning

/// A table of a report with its words, its drawing and what is not told of it.
struct ReportTableViews {
    let reader: Reader
    let folder: ReportFolder
    let words: ReportWords
    private var t: Texts { reader.t }

    /// So many lines are drawn.
    private static let drawn = 12

    @HTMLBuilder func section(_ table: ReportTable) -> some HTML {
        h2(.id("part-\(table.part.rawValue)")) { t(table.part.name) }
        if let text = folder.texts[table.part] {
            ForEach(text.split(separator: "\n").map(String.init)) { line in HTML::p { t.run(line) } }
        }
        HTML::p(.class("small muted")) { t(table.part.definition) }
        if table.isHeldBack {
            Notice(.info) { HTML::p { t(T.reports.heldBack) } }
        } else if table.isEmpty {
            HTML::p { t(T.reports.nothing) }
        } else {
            chart(table)
            lines(table)
            if let hidden = words.hidden(table) { HTML::p(.class("small muted")) { hidden } }
        }
    }

    @HTMLBuilder private func chart(_ table: ReportTable) -> some HTML {
        if table.part.isDrawn, table.shown.count > 1, let field = table.part == .pupils ? .pupils : table.part.fields.first {
            BarChart(t(table.part.name), description: t(field.name), table.shown.prefix(Self.drawn).map { line in
                BarChart.Bar(words.name(line, of: table.part), line.values[field] ?? 0, words.number(field, of: line, in: table.part))
            })
        }
    }

    private func lines(_ table: ReportTable) -> some HTML {
        let fields = words.fields(table), part = table.part
        var columns: [Column<Shown>] = [Column(t(part.head), .name) { row in name(row, part) }]
        columns += fields.map { field in
            Column(t(field.name), .number) { row in words.number(field, of: row.line, in: part) }
        }
        if part == .summary {
            columns.append(Column(t(T.reports.rule), .number) { row in
                ReportFigure(rawValue: row.line.name).map { t.number($0.version(countedBy: folder.report.countedBy)) } ?? ""
            })
        }
        let rows = words.listed(table).map { Shown(line: $0, rest: nil) } + table.rests.map { Shown(line: $0, rest: words.rest(table, $0)) }
        var foot: [any HTML] = []
        if let sum = table.sum { foot = [t(T.reports.together)] + fields.map { field in sum[field].map { words.written($0, field.unit) } ?? "" } }
        return DataTable(t(part.name), rows: rows, columns: columns, onPhone: fields.count > 2 ? .scroll : .blocks, isCaptionHidden: true, foot: foot)
    }

    /// A line, or several hidden ones together.
    private struct Shown {
        let line: ReportTable.Line
        let rest: String?
    }

    @HTMLBuilder private func name(_ row: Shown, _ part: ReportPart) -> some HTML {
        if let rest = row.rest {
            rest
            if part == .schools, let place = row.line.under.flatMap({ under in folder.table(.schools).lines.first { $0.under == under }?.detail }) {
                HTML::p(.class("hint")) { t.run(place) }
            }
        } else {
            if let path = path(row.line, part) { a(.href(reader.link(path))) { words.name(row.line, of: part) } } else { words.name(row.line, of: part) }
            if part == .summary, let figure = ReportFigure(rawValue: row.line.name) { HTML::p(.class("hint")) { t(figure.definition) } }
            if words.isLate(row.line, in: part) { HTML::p { Chip(.bad, t(T.reports.neverHeld)) } }
            if row.line.day != nil || !row.line.detail.isEmpty {
                HTML::p(.class("hint")) {
                    if let day = row.line.day { t.day(day, .numeric) }
                    if row.line.day != nil, !row.line.detail.isEmpty { " · " }
                    t.run(row.line.detail)
                }
            }
        }
    }

    /// Where a line opens: a figure to its events, an event to its people, a row of another room to its page there.
    private func path(_ line: ReportTable.Line, _ part: ReportPart) -> String? {
        switch part {
        case .summary: ReportFigure(rawValue: line.name).flatMap { figure in path(of: figure) }
        case .programmes, .gatherings: line.subject.map { "\(folder.report.path)/people?event=\($0)" }
        case .projects: line.subject.map { "/staff/projects/\($0)" }
        case .publications: line.subject.map { "/staff/publications/\($0)" }
        case .income: line.subject.map { "/staff/purses/\($0)" }
        case .contests: line.subject.map { "/staff/contests/\($0)" }
        default: nil
        }
    }

    private func path(of figure: ReportFigure) -> String? {
        figure.opensEvents ? "\(folder.report.path)/figures/\(figure.rawValue)" : figure.path(of: folder.report.year.days.lowerBound.year)
    }
}
