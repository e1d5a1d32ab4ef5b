/// A table that came in: named columns and the rows under them. Rows and columns that hold nothing are left out.
public struct Table: Sendable {
    /// The sheet's name; empty for CSV, which has none.
    public let name: String
    /// The heads as they were written; empty texts where there are none.
    public let header: [String]
    public let rows: [TableRow]

    /// Reads a file that begins with its heads. Of a workbook it takes the sheet with that name, or the first that is not hidden.
    public static func read(_ bytes: [UInt8], sheet: String? = nil, limits: Limits = Limits()) throws(SheetProblem) -> Table {
        let file = try SheetFile(reading: bytes, limits: limits)
        guard let sheet else { return try file.table(file.tabs.firstIndex { !$0.isHidden } ?? 0) }
        guard let tab = file.tab(sheet) else { throw SheetProblem(.noSheet(sheet)) }
        return try file.table(tab)
    }

    /// Refuses a table without exactly one column under these spellings: `try table.require("Школа", "Škola", "School")`.
    public func require(_ spellings: String...) throws(SheetProblem) {
        let keys = Set(spellings.map(Columns.key))
        switch header.count(where: { keys.contains(Columns.key($0)) }) {
        case 1: return
        case 0: throw SheetProblem(.noColumn(spellings.first ?? ""))
        default: throw SheetProblem(.twoColumns(spellings.first ?? ""))
        }
    }
}

/// One row of a table that came in.
public struct TableRow: Sendable {
    /// The line of the file or the row of the sheet where it starts, from 1.
    public let line: Int
    /// As many cells as the header has.
    public let cells: [Cell]
    /// Whether the spreadsheet keeps it from sight.
    public let isHidden: Bool
    let columns: Columns

    /// The text under a column, found by any of its spellings; letter case and blanks do not matter. Empty when there is none.
    public subscript(_ spellings: String...) -> String {
        columns.place(of: spellings).map { cells[$0].text } ?? ""
    }

    /// The cell under a column, found by any of its spellings.
    public func cell(_ spellings: String...) -> Cell {
        columns.place(of: spellings).map { cells[$0] } ?? .empty
    }
}

/// Where each column of a table stands. Of two with one name the left one counts.
struct Columns: Sendable {
    private let places: [String: Int]

    init(_ header: [String]) {
        places = Dictionary(header.enumerated().map { (Self.key($1), $0) }, uniquingKeysWith: { left, _ in left })
    }

    func place(of spellings: [String]) -> Int? {
        for spelling in spellings {
            if let place = places[Self.key(spelling)] { return place }
        }
        return nil
    }

    static func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Table {
    /// Makes a table of lines: what stands above the heads is no part of it, short rows are filled up. A longer one widens the header with nameless
    /// columns, or is refused where the delimiter decides what a column is.
    /// - Parameter header: the line of the heads; nil for the first, 0 for none.
    init(name: String, lines: [SheetLine], header: Int?, widens: Bool) throws(SheetProblem) {
        guard let first = lines.first else { throw SheetProblem(.empty) }
        let line = header ?? first.number
        let rows = lines.filter { $0.number > line }
        var heads = lines.first { $0.number == line }?.cells.map(\.text) ?? []
        while heads.last == "" { heads.removeLast() }
        if widens || line == 0 {
            let width = rows.reduce(heads.count) { max($0, $1.width) }
            heads += Array(repeating: "", count: width - heads.count)
        }
        let columns = Columns(heads)
        self.rows = try rows.map { row throws(SheetProblem) in
            guard row.width <= heads.count else {
                throw SheetProblem(.ragged(cells: row.width, header: heads.count), line: row.number, column: heads.count + 1)
            }
            var cells = row.cells.prefix(heads.count)
            cells += Array(repeating: .empty, count: heads.count - cells.count)
            return TableRow(line: row.number, cells: Array(cells), isHidden: row.isHidden, columns: columns)
        }
        (self.name, self.header) = (name, heads)
    }
}
