import Foundation

/// The lines of one sheet, as its file lists them.
final class Worksheet: XMLListener {
    private var lines: [SheetLine] = []
    private var merges: [MergedCells] = []
    /// Cells that hold something.
    private(set) var filled = 0
    private let (texts, styles, countsFrom1904, limits): ([String], Styles, Bool, Limits)

    /// Spreadsheets have so many rows; what says more is no spreadsheet.
    private static let lastRow = 1_048_576

    private var row = 0
    private var cells: [Cell] = []
    private var column = 0
    private var kind = ""
    private var style = 0
    private var text: CellText
    private var isHidden = false

    init(texts: [String], styles: Styles, countsFrom1904: Bool, limits: Limits) {
        (self.texts, self.styles, self.countsFrom1904, self.limits) = (texts, styles, countsFrom1904, limits)
        text = CellText(limit: limits.cell)
    }

    func opens(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem) {
        switch name {
        case "row":
            let number = attributes["r"].map { Int($0) } ?? row + 1
            guard let number, number > row, number <= Self.lastRow else { throw SheetProblem(.damaged("rows out of order"), line: row) }
            (row, column, cells) = (number, 0, [])
            isHidden = ["1", "true"].contains(attributes["hidden"])
        case "c":
            let place = attributes["r"].map(Self.column) ?? column + 1
            guard let place, place > column else { throw SheetProblem(.damaged("cells out of order"), line: row, column: column) }
            (column, kind, style) = (place, attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
            text.start()
        case "mergeCell":
            guard merges.count < limits.rows else { throw SheetProblem(.tooMuch(.cells, limit: limits.rows)) }
            if let merge = attributes["ref"].flatMap(MergedCells.init) { merges.append(merge) }
        default: text.opens(name)
        }
    }

    /// The lines, merged cells filled with the value that stands in the first of them alone; and how many were filled.
    func finished() throws(SheetProblem) -> ([SheetLine], merged: Int) {
        let merged = try MergedCells.fill(&lines, merges, limits)
        return (lines, merged)
    }

    func reads(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {
        do { try text.reads(bytes) } catch { throw SheetProblem(error.what, line: row, column: column) }
    }

    func closes(_ name: String) throws(SheetProblem) {
        switch name {
        case "c": try put(cell())
        case "row" where !cells.isEmpty:
            guard lines.count <= limits.rows else { throw SheetProblem(.tooMuch(.rows, limit: limits.rows), line: row) }
            lines.append(SheetLine(number: row, cells: cells, isHidden: isHidden))
        default: text.closes(name)
        }
    }

    /// Puts a cell under its column; cells that hold nothing cost nothing, however far to the right they stand.
    private func put(_ cell: Cell) throws(SheetProblem) {
        guard cell != .empty else { return }
        guard column > cells.count else { throw SheetProblem(.damaged("a cell within a cell"), line: row, column: column) }
        guard column <= limits.columns else { throw SheetProblem(.tooMuch(.columns, limit: limits.columns), line: row) }
        filled += 1
        guard filled <= limits.cells else { throw SheetProblem(.tooMuch(.cells, limit: limits.cells), line: row) }
        cells += repeatElement(.empty, count: column - 1 - cells.count)
        cells.append(cell)
    }

    private func cell() throws(SheetProblem) -> Cell {
        let value = text.value
        switch kind {
        case "s":
            if value.isEmpty { return .empty }
            guard let index = Int(value), texts.indices.contains(index) else {
                throw SheetProblem(.damaged("no shared text \(value)"), line: row, column: column)
            }
            return Cell(read: texts[index])
        case "n":
            if value.isEmpty { return .empty }
            guard let number = Double(value), number.isFinite else {
                throw SheetProblem(.damaged("no number: \(value)"), line: row, column: column)
            }
            if styles.showsDate(style), let moment = Moment(serial: number, from1904: countsFrom1904) { return .date(moment.iso) }
            return .number(Self.decimal(number))
        case "b": return value.isEmpty ? .empty : .truth(value == "1" || value == "true")
        case "d": return Moment(iso: value).map { .date($0.iso) } ?? Cell(read: value)
        case "e": return value.isEmpty ? .empty : .error(value)
        default: return Cell(read: value)
        }
    }

    /// A number as spreadsheets show it, in fifteen digits, so that 0.1 + 0.2 is 0.3 and not 0.30000000000000004.
    static func decimal(_ number: Double) -> Decimal {
        if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 { return Decimal(whole) }
        let exact = Decimal(string: number.description) ?? 0
        guard exact != 0, exact.isFinite else { return exact }
        var (given, rounded) = (exact, Decimal())
        let digits = exact.significand.description.count
        NSDecimalRound(&rounded, &given, -exact.exponent - max(0, digits - 15), .plain)
        return rounded
    }

    /// The number of a column from a reference such as `AB12`; nil for what is none.
    static func column(_ reference: String) -> Int? {
        var number = 0
        for letter in reference.utf8 {
            guard (65...90).contains(letter) else { return number > 0 && (48...57).contains(letter) ? number : nil }
            number = number * 26 + Int(letter) - 64
            guard number <= 16_384 else { return nil }
        }
        return nil
    }
}
