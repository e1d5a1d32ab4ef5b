/// A table that came as text, and how it was read.
public struct CSV: Sendable {
    public let charset: Charset
    public let delimiter: Delimiter
    public let table: Table

    /// What stands between two cells.
    public enum Delimiter: UInt8, Sendable, CaseIterable {
        case semicolon = 0x3B
        case comma = 0x2C
        case tab = 0x09
    }

    /// Reads the bytes: finds the charset, then the delimiter by the first lines (or by a line `sep=;`, which Excel understands).
    public init(reading bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        let (charset, mark) = try Charset.of(bytes)
        let text = try charset.decode(bytes[mark...])
        guard !text.contains(0) else { throw SheetProblem(.unknownKind) }

        let named = Self.named(in: text)
        let delimiter = named ?? Self.guessed(in: text, limits)
        var reader = CSVReader(text, delimiter, limits)
        if named != nil { _ = try reader.next() }
        var (lines, cells): ([Line], Int) = ([], 0)
        while let line = try reader.next() {
            guard line.width > 0 else { continue }
            cells += line.width
            guard lines.count <= limits.rows else { throw SheetProblem(.tooMuch(.rows, limit: limits.rows), line: line.number) }
            guard cells <= limits.cells else { throw SheetProblem(.tooMuch(.cells, limit: limits.cells), line: line.number) }
            lines.append(line)
        }
        (self.charset, self.delimiter) = (charset, delimiter)
        table = try Table(name: "", lines: lines, widens: false)
    }

    private static func named(in text: [UInt8]) -> Delimiter? {
        guard text.count > 4, text.starts(with: Array("sep=".utf8)), text.count == 5 || [0x0A, 0x0D].contains(text[5]) else { return nil }
        return Delimiter(rawValue: text[4])
    }

    /// The delimiter under which most of the first lines have as many cells as the header, and the header has the most.
    private static func guessed(in text: [UInt8], _ limits: Limits) -> Delimiter {
        var limits = limits
        limits.columns = .max
        let scores = Delimiter.allCases.map { delimiter in
            var reader = CSVReader(text, delimiter, limits)
            var counts: [Int] = []
            while counts.count < 20, let line = try? reader.next() {
                if line.width > 0 || line.cells.count > 1 { counts.append(line.cells.count) }
            }
            let header = counts.first ?? 1
            return header > 1 ? (counts.count { $0 == header }, header) : (0, 0)
        }
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        return scores[best] > (0, 0) ? Delimiter.allCases[best] : .comma
    }
}
