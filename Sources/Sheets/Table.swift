/// A table that came in: named columns and the rows under them. Rows and columns that hold nothing are left out.
public struct Table: Sendable {
    /// The sheet's name; empty for CSV, which has none.
    public let name: String
    /// The first row that holds anything, as it was written.
    public let header: [String]
    public let rows: [TableRow]

    /// Reads XLSX or CSV, told apart by their content. Of a workbook it takes the sheet with that name, or the first that is not hidden.
    public static func read(_ bytes: [UInt8], sheet: String? = nil, limits: Limits = Limits()) throws(SheetProblem) -> Table {
        switch Kind(of: bytes) {
        case .zip: try XLSX(reading: bytes, sheet: sheet, limits: limits).table
        case .compound: throw SheetProblem(.oldExcel)
        case .text: try CSV(reading: bytes, limits: limits).table
        }
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
    /// Makes a table of its lines: the first becomes the header, short ones are filled up. A longer one widens the header with
    /// nameless columns, or is refused where the delimiter decides what a column is.
    init(name: String, lines: [Line], widens: Bool) throws(SheetProblem) {
        guard let first = lines.first else { throw SheetProblem(.empty) }
        var header = first.cells.map(\.text)
        while header.last == "" { header.removeLast() }
        if widens {
            let width = lines.reduce(header.count) { max($0, $1.width) }
            header += Array(repeating: "", count: width - header.count)
        }
        let columns = Columns(header)
        var rows: [TableRow] = []
        rows.reserveCapacity(lines.count - 1)
        for line in lines.dropFirst() {
            guard line.width <= header.count else {
                throw SheetProblem(.ragged(cells: line.width, header: header.count), line: line.number, column: header.count + 1)
            }
            var cells = line.cells.prefix(header.count)
            cells += Array(repeating: .empty, count: header.count - cells.count)
            rows.append(TableRow(line: line.number, cells: Array(cells), columns: columns))
        }
        (self.name, self.header, self.rows) = (name, header, rows)
    }
}

/// A line with something in it, before anybody knows its columns.
struct Line {
    let number: Int
    let cells: [Cell]

    /// Cells up to the last that holds something.
    var width: Int { (cells.lastIndex { $0 != .empty } ?? -1) + 1 }
}

/// What a file is, by its first bytes.
private enum Kind {
    case zip, compound, text

    init(of bytes: [UInt8]) {
        self =
            if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { .zip }
            else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { .compound }
            else { .text }
    }
}
