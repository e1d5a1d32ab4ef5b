/// A text file with cells, and how it was read.
public struct CSV: Sendable {
    public let charset: Charset
    /// Whether no other charset would read other letters just as well.
    public let isSure: Bool
    public let delimiter: Delimiter
    public let lines: [SheetLine]

    /// What stands between two cells.
    public enum Delimiter: UInt8, Sendable, CaseIterable {
        case semicolon = 0x3B
        case comma = 0x2C
        case tab = 0x09
        case bar = 0x7C
        case colon = 0x3A
        case hash = 0x23
        case caret = 0x5E
        case tilde = 0x7E
    }

    /// Reads the bytes: finds the charset, then the delimiter by the first lines (or by a line `sep=;`, which Excel understands).
    public init(reading bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) {
        var (charset, isSure, text) = try Self.decoded(bytes, limits)
        let named = Self.named(in: text)
        if named == nil, let inner = Self.unwrapped(text, limits) { text = inner }
        let delimiter = named ?? Self.guessed(in: text, limits)
        var reader = CSVReader(text, delimiter, limits)
        if named != nil { _ = try reader.next() }
        var (lines, cells): ([SheetLine], Int) = ([], 0)
        while let line = try reader.next() {
            guard line.width > 0 else { continue }
            cells += line.width
            guard lines.count <= limits.rows else { throw SheetProblem(.tooMuch(.rows, limit: limits.rows), line: line.number) }
            guard cells <= limits.cells else { throw SheetProblem(.tooMuch(.cells, limit: limits.cells), line: line.number) }
            lines.append(line)
        }
        (self.charset, self.isSure, self.delimiter, self.lines) = (charset, isSure, delimiter, lines)
    }

    /// The letters of a text file in UTF-8, whatever its charset.
    private static func decoded(_ bytes: [UInt8], _ limits: Limits) throws(SheetProblem) -> (charset: Charset, isSure: Bool, text: [UInt8]) {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        let (charset, mark, isSure) = try Charset.of(bytes)
        let text = try charset.decode(bytes[mark...])
        guard !text.contains(0) else { throw SheetProblem(.unknownKind) }
        if let strange = StrangeText(text) { throw SheetProblem(strange.what) }
        return (charset, isSure, text)
    }

    /// What a text file says: for reports that hold several tables one under the other.
    public static func text(of bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) -> String {
        String(decoding: try decoded(bytes, limits).text, as: UTF8.self)
    }

    private static func named(in text: [UInt8]) -> Delimiter? {
        guard text.count > 4, text.starts(with: Array("sep=".utf8)), text.count == 5 || [0x0A, 0x0D].contains(text[5]) else { return nil }
        return Delimiter(rawValue: text[4])
    }

    /// The text without the quotation marks that stand around each whole line, as a spreadsheet writes it when it has taken a line for one cell. Nil where one
    /// line is not so, or where the lines within are not all of the same number of cells, such as a list of names with a comma in each.
    private static func unwrapped(_ text: [UInt8], _ limits: Limits) -> [UInt8]? {
        guard text.first == UInt8(ascii: "\"") else { return nil }
        var (reader, lines): (CSVReader, [String]) = (CSVReader(text, .comma, limits), [])
        do {
            while let line = try reader.next() {
                guard line.width > 0 else { continue }
                guard line.width == 1, case .text(let whole) = line.cells[0], lines.count <= limits.rows else { return nil }
                lines.append(whole)
            }
        } catch { return nil }
        let inner = Array(lines.joined(separator: "\n").utf8)
        guard lines.count > 1, best(of: [.semicolon, .comma, .tab], in: inner, limits).lines == min(lines.count, sampleLines) else { return nil }
        return inner
    }

    /// So many lines tell the delimiter.
    private static let sampleLines = 40

    /// The delimiter that gives most of the first lines the same number of cells, and the more of them; a title above the heads has none. What is rare as
    /// a delimiter counts only where it parts more lines than any usual one.
    private static func guessed(in text: [UInt8], _ limits: Limits) -> Delimiter {
        let usual: [Delimiter] = [.semicolon, .comma, .tab]
        let (first, other) = (best(of: usual, in: text, limits), best(of: Delimiter.allCases.filter { !usual.contains($0) }, in: text, limits))
        return other.lines > first.lines ? other.delimiter : first.delimiter
    }

    private static func best(of delimiters: [Delimiter], in text: [UInt8], _ limits: Limits) -> (delimiter: Delimiter, lines: Int) {
        var limits = limits
        limits.columns = .max
        let scores = delimiters.map { delimiter -> (Int, Int) in
            var reader = CSVReader(text, delimiter, limits)
            var counts: [Int: Int] = [:]
            var lines = 0
            while lines < sampleLines, let line = try? reader.next() {
                lines += 1
                if line.cells.count > 1 { counts[line.cells.count, default: 0] += 1 }
            }
            let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
            return most.map { ($0.value, $0.key) } ?? (0, 0)
        }
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        return scores[best].0 > 0 ? (delimiters[best], scores[best].0) : (.comma, 0)
    }
}
