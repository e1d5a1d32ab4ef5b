import Forms
package import Kernel
package import Languages
package import Sheets

/// One line of a file while it is read: its cells by the names of the columns, and what is found wrong with it.
package struct ImportLine {
    package let number: Int
    private let cells: [Cell]
    private let places: [String: Int]
    package private(set) var faults: [(column: String?, phrase: Phrase)] = []
    package private(set) var doubts: [Phrase] = []

    init(_ row: TableRow, places: [String: Int]) {
        number = row.line
        cells = row.cells
        self.places = places
    }

    /// The text under a column as one line; empty when there is no such column.
    package subscript(_ column: String) -> String { WrittenText.line(cell(column).text) }

    /// The text under a column as several lines.
    package func lines(_ column: String) -> String { WrittenText.lines(cell(column).text) }

    /// What is wrong with any cell, whatever its column is for.
    fileprivate mutating func checkSigns() {
        for column in places.keys.sorted() {
            var faults = Faults()
            faults.readable(cell(column).text, column)
            refuse(faults)
        }
    }

    package func cell(_ column: String) -> Cell { places[column].map { cells[$0] } ?? .empty }

    /// A number that is written with leading zeros: a spreadsheet that took it for a quantity has dropped them.
    package func digits(_ column: String, count: Int) -> String {
        let cell = cell(column)
        guard case .number = cell, cell.text.count < count else { return cell.text }
        return String(repeating: "0", count: count - cell.text.count) + cell.text
    }

    package mutating func refuse(_ column: String?, _ phrase: Phrase) { faults.append((column, phrase)) }

    package mutating func refuse(_ faults: Faults) {
        do { try faults.check() } catch let problem as Problem {
            for fault in problem.faults { refuse(fault.field, fault.phrase) }
        } catch {}
    }

    /// Refuses a cell that is longer than what its column stands for.
    package mutating func limit(_ column: String, _ most: TextLimit? = nil) {
        var faults = Faults()
        faults.limit(lines(column), column, most)
        refuse(faults)
    }

    package mutating func doubt(_ phrase: Phrase) { doubts.append(phrase) }
}

/// A file whose heads are matched with the columns of a kind.
struct ImportTable {
    let lines: [ImportLine]
    let ignored: [String]

    /// - Throws: `Problem` at `file` when a column is missing or stands there twice.
    init(_ table: Table, columns: [ImportColumn], in act: Act) throws {
        let spellings = columns.flatMap { column in (column.spellings + act.spellings(of: column.label)).map { (Self.folded($0), column.name) } }
        let names = Dictionary(spellings, uniquingKeysWith: { first, _ in first })
        var places: [String: Int] = [:]
        var ignored: [String] = []
        for (place, head) in table.header.enumerated() where !head.isEmpty {
            guard let name = names[Self.folded(head)] else {
                ignored.append(head)
                continue
            }
            guard places[name] == nil else { throw Problem.invalid("file", T.imports.columnTwice(column: .text(head))) }
            places[name] = place
        }
        for column in columns where column.isRequired && places[column.name] == nil {
            throw Problem.invalid("file", T.imports.columnMissing(column: .phrase(column.label), spellings: .text(column.spellings.joined(separator: ", "))))
        }
        lines = table.rows.map { row in
            var line = ImportLine(row, places: places)
            line.checkSigns()
            return line
        }
        self.ignored = ignored
        guard !lines.isEmpty else { throw Problem.invalid("file", T.imports.fileWithoutRows) }
    }

    private static func folded(_ head: String) -> String { Fold.tokens(head).joined(separator: " ") }
}

extension Act {
    /// A word in all languages of the site: a file that was written by one page is read by any other.
    package func spellings(of phrase: Phrase) -> [String] {
        Language.allCases.map { words.texts($0, in: .utc)(phrase) }
    }
}

/// Reads what was uploaded, or says in the reader's words why it cannot be read.
package enum ImportFile {
    package static func read(_ bytes: [UInt8]) throws -> Table {
        do { return try Table.read(bytes) } catch {
            throw Problem.invalid("file", phrase(error))
        }
    }

    private static func phrase(_ problem: SheetProblem) -> Phrase {
        let line = problem.line ?? 1
        return switch problem.what {
        case .empty: T.imports.fileEmpty
        case .unknownKind, .oldExcel: T.imports.fileUnknown
        case .tooMuch: T.imports.fileTooMuch
        case .openQuote, .afterQuote: T.imports.fileQuote(line: .number(line))
        case .ragged(let cells, let header): T.imports.fileRagged(line: .number(line), cells: .number(cells), header: .number(header))
        default: T.imports.fileDamaged
        }
    }
}
