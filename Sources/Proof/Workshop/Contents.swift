import Languages

/// A line of what a programme contains: what, how many hours, and which outcomes it serves: *Повратна информација; 4; 1, 2*.
package struct ContentLine: Sendable, Hashable {
    package let title: String
    package let hours: Int?
    package let outcomes: Set<Int>

    private static let hourBounds = 0...1_000
    private static let outcomeBounds = 1...99

    /// - Returns: the lines of a text; what cannot be read of a line stays out of it, and is told by the checks.
    package static func read(_ text: String) -> [ContentLine] {
        text.split(whereSeparator: \.isNewline).map { line in
            let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { WrittenText.line(String($0)) }
            let digits = parts.count > 1 ? String(parts[1].prefix { $0.isWholeNumber }) : ""
            let outcomes = parts.count > 2 ? parts[2].split { !$0.isWholeNumber }.compactMap { Int(typed: String($0), in: outcomeBounds) } : []
            return ContentLine(title: parts[0], hours: Int(typed: digits, in: hourBounds), outcomes: Set(outcomes))
        }.filter { !$0.title.isEmpty || $0.hours != nil }
    }

    /// So many letters, as people count them: a letter with its mark is one, a line end too.
    package static func letters(of text: String) -> Int { text.count }

    /// One a line, as a programme's outcomes are written.
    package static func list(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty } }
}
