/// Why a file was refused, and where.
public struct SheetProblem: Error, Hashable, Sendable {
    public enum What: Hashable, Sendable {
        /// No row holds anything.
        case empty
        /// Neither text nor a spreadsheet we read.
        case unknownKind
        /// A binary form of Excel, which `OldExcel` reads.
        case oldExcel
        /// A web page under the name of a spreadsheet.
        case webPage
        /// Excel's XML of 2003.
        case spreadsheetXML
        /// Under a password.
        case locked
        /// The program that reads such a file is not there.
        case noReader
        /// More than a limit allows.
        case tooMuch(Measure, limit: Int)
        /// A quotation mark opens a cell and nothing closes it.
        case openQuote
        /// Something stands between a closing quotation mark and the next cell.
        case afterQuote
        /// More cells than the header has columns.
        case ragged(cells: Int, header: Int)
        /// The file contradicts its own format; the reason is for the log.
        case damaged(String)
        /// A document type or an entity, which no spreadsheet needs and attacks use.
        case forbidden
        case noSheet(String)
        case noColumn(String)
        case twoColumns(String)
        /// The file could not be written; the reason is for the log.
        case unwritten(String)
        /// The disk is full.
        case noRoom
    }

    public enum Measure: String, Hashable, Sendable {
        case bytes, unpacked, ratio, rows, columns, cells, cell, tabs, seconds
    }

    public let what: What
    /// The line of the file or the row of the sheet, from 1.
    public let line: Int?
    /// The cell in that line, from 1.
    public let column: Int?

    init(_ what: What, line: Int? = nil, column: Int? = nil) {
        (self.what, self.line, self.column) = (what, line, column)
    }
}

extension SheetProblem: CustomStringConvertible {
    public var description: String {
        let place = [line.map { "line \($0)" }, column.map { "column \($0)" }].compactMap(\.self).joined(separator: ", ")
        return place.isEmpty ? "\(what)" : "\(place): \(what)"
    }
}
