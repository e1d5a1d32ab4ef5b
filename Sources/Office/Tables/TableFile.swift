import Languages
import Sheets

/// A table on its way out: as a workbook, or as text for spreadsheets, written as it is read.
struct TableFile {
    enum Kind: String {
        case xlsx, csv

        var type: String {
            switch self {
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .csv: "text/csv; charset=utf-8"
            }
        }
    }

    let kind: Kind
    let name: String
    let columns: [Sheet.Column]
    private let writer: SheetWriter?
    private var bytes: [UInt8] = []
    /// Texts as they stand in a file, for most of them come again and again.
    private var written: [Cell: [UInt8]] = [:]
    private var rows = 0

    /// More rows no sheet of a workbook holds; the next begins.
    private static let sheetMost = 1_000_000

    init(_ kind: Kind, _ name: String, _ columns: [Sheet.Column]) throws {
        (self.kind, self.name, self.columns) = (kind, name, columns)
        writer = try kind == .xlsx ? SheetWriter() : nil
        try writer?.begin(name, columns: columns)
        if kind == .csv { bytes = Sheet(name, columns: columns).csv() }
    }

    mutating func add(_ cells: [[Cell]]) throws {
        guard let writer else {
            for row in cells { add(line: row) }
            return
        }
        for row in cells {
            if rows == Self.sheetMost {
                try writer.begin(name, columns: columns)
                rows = 0
            }
            rows += 1
            try writer.add(row)
        }
    }

    /// A line as `Sheet.csv` writes it for spreadsheets.
    private mutating func add(line: [Cell]) {
        for (place, cell) in line.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ";")) }
            switch cell {
            case .empty: break
            case .date(let iso): bytes.append(contentsOf: iso.utf8)
            case .number: bytes.append(contentsOf: cell.text.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 })
            case .text, .truth, .error: bytes.append(contentsOf: text(of: cell))
            }
        }
        bytes.append(contentsOf: Self.lineEnd)
    }

    private mutating func text(of cell: Cell) -> [UInt8] {
        if let known = written[cell] { return known }
        let text = Array(Sheet("", columns: [""], rows: [[cell]]).csv().dropFirst(Self.bare).dropLast(Self.lineEnd.count))
        if written.count == Self.textsMost { written.removeAll() }
        written[cell] = text
        return text
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
    private static let textsMost = 20_000
    /// What stands before the first line of a sheet whose one column has no name.
    private static let bare = Sheet("", columns: [""]).csv().count

    func finish() throws -> [UInt8] { try writer?.finish() ?? bytes }
}
