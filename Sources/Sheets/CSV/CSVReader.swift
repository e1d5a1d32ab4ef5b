/// Walks through CSV in UTF-8 as RFC 4180 describes it, line ends being CRLF, LF or CR. A quotation mark inside an unquoted cell is a letter.
struct CSVReader {
    private let text: [UInt8]
    private let delimiter: UInt8
    private let limits: Limits
    private var place = 0
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let (newline, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

    init(_ text: [UInt8], _ delimiter: CSV.Delimiter, _ limits: Limits) {
        (self.text, self.delimiter, self.limits) = (text, delimiter.rawValue, limits)
    }

    /// The next line, which may hold nothing; nil at the end.
    mutating func next() throws(SheetProblem) -> SheetLine? {
        guard place < text.count else { return nil }
        let start = line
        var cells: [Cell] = []
        repeat {
            guard cells.count < limits.columns else { throw SheetProblem(.tooMuch(.columns, limit: limits.columns), line: start) }
            let isQuoted = place < text.count && text[place] == Self.quote
            cells.append(isQuoted ? try quoted(column: cells.count + 1) : try plain(column: cells.count + 1))
        } while passesDelimiter()
        passLineEnd()
        return SheetLine(number: start, cells: cells)
    }

    private mutating func plain(column: Int) throws(SheetProblem) -> Cell {
        let start = place
        while place < text.count, !endsCell(text[place]) { place += 1 }
        return try cell(text[start..<place], line, column)
    }

    private mutating func quoted(column: Int) throws(SheetProblem) -> Cell {
        let start = line
        var content: [UInt8] = []
        place += 1
        while place < text.count {
            let byte = text[place]
            place += 1
            if byte != Self.quote {
                content.append(byte)
                if byte == Self.newline || (byte == Self.carriage && !stands(Self.newline)) { line += 1 }
            } else if stands(Self.quote) {
                content.append(byte)
                place += 1
            } else {
                guard place == text.count || endsCell(text[place]) else { throw SheetProblem(.afterQuote, line: line, column: column) }
                return try cell(content[...], start, column)
            }
            guard content.count <= limits.cell else { throw SheetProblem(.tooMuch(.cell, limit: limits.cell), line: start, column: column) }
        }
        throw SheetProblem(.openQuote, line: start, column: column)
    }

    /// The cell these bytes are. An apostrophe before a character that begins a formula is a guard (see `FormulaGuard`), not text.
    private func cell(_ bytes: ArraySlice<UInt8>, _ line: Int, _ column: Int) throws(SheetProblem) -> Cell {
        guard bytes.count <= limits.cell else { throw SheetProblem(.tooMuch(.cell, limit: limits.cell), line: line, column: column) }
        let written = String(decoding: bytes, as: UTF8.self), text = FormulaGuard.taken(from: written)
        return Cell(read: text == written ? Self.digitsKept(text) ?? text : text)
    }

    /// How offices keep a spreadsheet from taking a number for a quantity: `="0641"`, or an apostrophe before it.
    private static func digitsKept(_ text: String) -> String? {
        let inner = text.hasPrefix("=\"") && text.hasSuffix("\"") ? text.dropFirst(2).dropLast() : text.hasPrefix("'") ? text.dropFirst() : ""
        return !inner.isEmpty && inner.allSatisfy { $0.isNumber || " /-+.()".contains($0) } ? String(inner) : nil
    }

    private mutating func passesDelimiter() -> Bool {
        guard stands(delimiter) else { return false }
        place += 1
        return true
    }

    private mutating func passLineEnd() {
        if stands(Self.carriage) { place += 1 }
        if stands(Self.newline) { place += 1 }
        line += 1
    }

    private func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == Self.newline || byte == Self.carriage }
    private func stands(_ byte: UInt8) -> Bool { place < text.count && text[place] == byte }
}
