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
        if row.isHidden { doubts.append(T.imports.rowHidden) }
    }

    /// The text under a column as one line; empty when there is no such column.
    package subscript(_ column: String) -> String { WrittenText.line(text(column)) }

    /// The text under a column as several lines.
    package func lines(_ column: String) -> String { WrittenText.lines(text(column)) }

    package func cell(_ column: String) -> Cell { places[column].map { $0 < cells.count ? cells[$0] : .empty } ?? .empty }

    package func has(_ column: String) -> Bool { places[column] != nil }

    /// Nothing where a program wrote a word for it.
    private func text(_ column: String) -> String {
        let cell = cell(column)
        if case .error = cell { return "" }
        return Self.nothing.contains(cell.text) ? "" : cell.text
    }

    private static let nothing: Set<String> = ["NULL", "null", "(null)", "NaN", "nan", "0000-00-00", "0000-00-00 00:00:00"]

    /// What people write where there is nothing: a stroke, *нема*.
    package func written(_ column: String) -> String {
        let text = self[column]
        return text.allSatisfy { !$0.isLetter && !$0.isNumber } || Self.none.contains(Fold.tokens(text).joined(separator: " ")) ? "" : text
    }

    private static let none: Set<String> = ["nema", "nema ih", "nemamo", "nije", "n a", "nera", "neturi", "none", "nepoznato", "nepoznat"]

    /// A number by which something is called: a spreadsheet may have made `377.0` of it.
    package func code(_ column: String) -> String {
        let text = self[column]
        guard let mark = text.lastIndex(where: { $0 == "." || $0 == "," }), text[text.index(after: mark)...].allSatisfy({ $0 == "0" }) else { return text }
        let whole = text[..<mark]
        return !whole.isEmpty && whole.allSatisfy(\.isWholeNumber) ? String(whole) : text
    }

    /// What is wrong with any cell, whatever its column is for.
    mutating func check(_ columns: [ImportColumn]) {
        for column in columns where has(column.name) {
            let cell = cell(column.name)
            switch cell {
            case .empty, .number, .truth: continue
            case .error(let word): doubt(T.imports.cellError(column: .phrase(column.label), word: .text(word)))
            case .date(let day): if column.form != .day { refuse(column.name, T.imports.cellDay(day: .text(day))) }
            case .text(let text): check(text, column)
            }
        }
    }

    private mutating func check(_ text: String, _ column: ImportColumn) {
        var faults = Faults()
        faults.readable(text, column.name)
        refuse(faults)
        if let said = OldLetters.readTwice(in: text) {
            refuse(column.name, T.imports.lettersTwice(word: .text(said)))
        } else if let said = OldLetters.sevenBit(in: text) {
            refuse(column.name, T.imports.lettersSevenBit(word: .text(said)))
        } else if let word = OldLetters.lost(in: text) {
            doubt(T.imports.lettersLost(word: .text(word)))
        }
        if column.form == .number, let day = DayInPlaceOfNumber(text) { refuse(column.name, T.imports.cellDay(day: .text(day.text))) }
    }

    /// A number that is written with leading zeros: a spreadsheet that took it for a quantity has dropped them.
    /// - Parameter mends: also where it is a text that lacks one: a list that was copied from such a spreadsheet.
    package func digits(_ column: String, count: Int, mends: Bool = false) -> String {
        let text = code(column)
        guard !text.isEmpty, text.count < count, text.allSatisfy({ ("0"..."9").contains($0) }) else { return text }
        if case .number = cell(column) { return String(repeating: "0", count: count - text.count) + text }
        return mends && text.count == count - 1 ? "0" + text : text
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
