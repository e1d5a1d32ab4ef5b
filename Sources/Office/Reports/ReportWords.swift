import Club
import Costs
import Documents
import Foundation
import Kernel
import Languages
import Library
import Look
import Questionnaires
import Sheets

/// Lines and numbers of reports in words: the same on a page, on paper and in a workbook.
struct ReportWords {
    let t: Texts
    let currency: Currency

    /// What a line is called.
    func name(_ line: ReportTable.Line, of part: ReportPart) -> Run {
        let code: Phrase? = switch part {
        case .summary: ReportFigure(rawValue: line.name)?.name
        case .pupils: ClubFigures.Kind(rawValue: line.name)?.name
        case .library: TitleKind(rawValue: line.name)?.label
        case .costs: Cost.Kind(rawValue: line.name)?.name
        case .places where line.name.isEmpty, .use where line.name.isEmpty: T.reports.noPlace
        case .jobs where line.name.isEmpty: T.reports.noJob
        case .income where line.name.isEmpty: T.reports.ownIncome
        default: nil
        }
        return code.map { Run(t($0)) } ?? (line.name.isEmpty ? Run("–") : t.run(line.name))
    }

    func unit(_ field: ReportField, of line: ReportTable.Line, in part: ReportPart) -> ReportField.Unit {
        part == .summary ? ReportFigure(rawValue: line.name)?.unit ?? .count : field.unit
    }

    /// A number as people read it; a stroke where it is not told, or where there is none.
    func number(_ field: ReportField, of line: ReportTable.Line, in part: ReportPart) -> String {
        guard !line.isHidden, let value = line.values[field] else { return "–" }
        return written(value, unit(field, of: line, in: part))
    }

    func written(_ value: Int, _ unit: ReportField.Unit) -> String {
        switch unit {
        case .count: t.number(value)
        case .hundredths: t.mean(value)
        case .money: t.money(currency.money(value))
        }
    }

    func cell(_ field: ReportField, of line: ReportTable.Line, in part: ReportPart) -> Sheets.Cell {
        guard !line.isHidden, let value = line.values[field] else { return .empty }
        return unit(field, of: line, in: part) == .count ? .number(value) : .number(Decimal(value) / 100)
    }

    /// Fields of which any line or the sum has a number.
    func fields(_ table: ReportTable) -> [ReportField] {
        let there = Set((table.shown + table.rests).flatMap(\.values.keys)).union(table.sum?.keys ?? [:].keys)
        return table.part.fields.filter { there.contains($0) }
    }

    /// Lines that are listed: events and duties with a stroke in place of their numbers, places and jobs not at all.
    func listed(_ table: ReportTable) -> [ReportTable.Line] { [.programmes, .gatherings, .summary].contains(table.part) ? table.lines : table.shown }

    func rest(_ table: ReportTable, _ line: ReportTable.Line) -> String {
        t(T.reports.restOf(count: table.lines.count { $0.isHidden && $0.under == line.under }))
    }

    /// What is said under a table where something of it is not told.
    func hidden(_ table: ReportTable) -> String? {
        if table.isHeldBack { return t(T.reports.heldBack) }
        return table.hiddenCount > 0 ? t(T.reports.hiddenLines(count: table.hiddenCount)) : nil
    }

    /// A programme that was never held though its approval has run for long.
    func isLate(_ line: ReportTable.Line, in part: ReportPart) -> Bool {
        part == .approved && line.values[.runs] == 0 && line.values[.due].map { (line.values[.month] ?? 0) >= $0 } ?? false
    }

    /// What is said of a line beside its numbers.
    func detail(_ line: ReportTable.Line) -> [String] { [line.day.map { t.day($0, .numeric) } ?? "", t.shown(line.detail)].filter { !$0.isEmpty } }

    /// The same where nothing but words can say that a programme is late.
    func detail(_ line: ReportTable.Line, of part: ReportPart) -> [String] { detail(line) + (isLate(line, in: part) ? [t(T.reports.neverHeld)] : []) }
}
