import Foundation

/// The tables of an OpenDocument file, as it lists them. Rows and cells that are said to repeat a thousand times cost nothing while they hold nothing.
final class OpenDocumentContent: XMLListener {
    private(set) var tabs: [SheetFile.Tab] = []
    private let limits: Limits

    private var style = ""
    private var hiddenStyles: Set<String> = []

    /// Tables within the cells of a table are none of ours.
    private var depth = 0
    private var (name, isTabHidden) = ("", false)
    private var lines: [SheetLine] = []
    private var merges: [MergedCells] = []
    private var row = 0
    private var (rowRepeats, isRowHidden) = (1, false)
    private var cells: [Cell] = []
    private var (column, filled) = (0, 0)
    private var cell: OpenDocumentCell?
    private var notes = 0

    init(_ limits: Limits) { self.limits = limits }

    func opens(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem) {
        switch name {
        case "style": style = attributes["name"] ?? ""
        case "table-properties": if attributes["display"] == "false" { hiddenStyles.insert(style) }
        case "table":
            depth += 1
            guard depth == 1 else { return }
            guard tabs.count < limits.tabs else { throw SheetProblem(.tooMuch(.tabs, limit: limits.tabs)) }
            (self.name, isTabHidden) = (attributes["name"] ?? "", hiddenStyles.contains(attributes["style-name"] ?? ""))
            (lines, merges, row) = ([], [], 0)
        case "annotation": notes += 1
        default: if depth == 1, notes == 0 { try opensPart(name, attributes) }
        }
    }

    private func opensPart(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem) {
        switch name {
        case "table-row":
            rowRepeats = Self.number(attributes["number-rows-repeated"])
            isRowHidden = ["collapse", "filter"].contains(attributes["visibility"])
            (cells, column) = ([], 0)
        case "table-cell", "covered-table-cell":
            cell = OpenDocumentCell(attributes, limit: limits.cell)
            let rows = Self.number(attributes["number-rows-spanned"])
            if rows > 1, let merge = MergedCells(column: column + 1, first: row + 1, count: rows) {
                guard merges.count < limits.rows else { throw SheetProblem(.tooMuch(.cells, limit: limits.rows)) }
                merges.append(merge)
            }
        default: try cell?.opens(name, attributes)
        }
    }

    func reads(_ text: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {
        guard depth == 1, notes == 0 else { return }
        try cell?.reads(text)
    }

    func closes(_ name: String) throws(SheetProblem) {
        switch name {
        case "table":
            if depth == 1 {
                let merged = try MergedCells.fill(&lines, merges, limits)
                tabs.append(SheetFile.Tab(name: self.name, isHidden: isTabHidden, lines: lines, merged: merged))
            }
            depth -= 1
        case "annotation": notes -= 1
        default: if depth == 1, notes == 0 { try closesPart(name) }
        }
    }

    private func closesPart(_ name: String) throws(SheetProblem) {
        switch name {
        case "table-cell", "covered-table-cell":
            if let cell { try put(cell.value, cell.repeats) }
            cell = nil
        case "table-row":
            defer { row += rowRepeats }
            guard !cells.isEmpty else { return }
            for number in (row + 1)...(row + rowRepeats) {
                guard lines.count <= limits.rows else { throw SheetProblem(.tooMuch(.rows, limit: limits.rows), line: number) }
                lines.append(SheetLine(number: number, cells: cells, isHidden: isRowHidden))
                if number > row + 1 { try count(cells.count) }
            }
        default: cell?.closes(name)
        }
    }

    private func put(_ value: Cell, _ repeats: Int) throws(SheetProblem) {
        defer { column += repeats }
        guard value != .empty else { return }
        guard column + repeats <= limits.columns else { throw SheetProblem(.tooMuch(.columns, limit: limits.columns), line: row + 1) }
        try count(repeats)
        cells += Array(repeating: .empty, count: column - cells.count) + Array(repeating: value, count: repeats)
    }

    private func count(_ more: Int) throws(SheetProblem) {
        filled += more
        guard filled <= limits.cells else { throw SheetProblem(.tooMuch(.cells, limit: limits.cells), line: row + 1) }
    }

    /// How often something repeats; spreadsheets have no more than a million rows.
    private static func number(_ text: String?) -> Int { min(max(text.flatMap { Int($0) } ?? 1, 1), 1_048_576) }
}

/// One cell while it is read: what it says it is, and the paragraphs that it shows.
private struct OpenDocumentCell {
    let repeats: Int
    private let kind: String
    private let said: String?
    private let limit: Int
    private var text: [UInt8] = []
    private var paragraphs = 0
    private var isText = false

    init(_ attributes: XMLAttributes, limit: Int) {
        repeats = min(max(attributes["number-columns-repeated"].flatMap { Int($0) } ?? 1, 1), 1_048_576)
        kind = attributes["value-type"] ?? ""
        said = switch kind {
        case "float", "percentage", "currency": attributes["value"]
        case "date": attributes["date-value"]
        case "boolean": attributes["boolean-value"]
        default: nil
        }
        self.limit = limit
    }

    mutating func opens(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem) {
        switch name {
        case "p":
            paragraphs += 1
            if paragraphs > 1 { try add([0x0A]) }
            isText = true
        case "s": try add(Array(repeating: 0x20, count: min(max(attributes["c"].flatMap { Int($0) } ?? 1, 0), 100)))
        case "tab": try add([0x09])
        case "line-break": try add([0x0A])
        default: break
        }
    }

    mutating func reads(_ more: UnsafeBufferPointer<UInt8>) throws(SheetProblem) { if isText { try add(Array(more)) } }

    mutating func closes(_ name: String) { if name == "p" { isText = false } }

    private mutating func add(_ more: [UInt8]) throws(SheetProblem) {
        text += more
        guard text.count <= limit else { throw SheetProblem(.tooMuch(.cell, limit: limit)) }
    }

    var value: Cell {
        let shown = Cell(read: String(decoding: text, as: UTF8.self))
        guard let said, !said.isEmpty, shown == .empty || kind != "string" else { return shown }
        if case .error = shown { return shown }
        return switch kind {
        case "date": Moment(iso: String(said.prefix(19))).map { .date($0.iso) } ?? shown
        case "boolean": .truth(said == "true")
        default: Double(said).flatMap { $0.isFinite ? .number(Worksheet.decimal($0)) : nil } ?? shown
        }
    }
}
