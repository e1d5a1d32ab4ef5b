/// The number of a book (ISO 2108), as thirteen digits with a check digit; hyphens and blanks between them are the writer's affair.
package struct ISBN: Sendable, Hashable {
    package let digits: String

    /// - Returns: nil for what is no number of a book, such as one with a digit too much or a wrong last one.
    package init?(_ text: String) {
        let digits = text.filter { !$0.isWhitespace && !"-‐‑–".contains($0) }
        guard digits.count == 13, digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.hasPrefix("978") || digits.hasPrefix("979") else { return nil }
        let sum = digits.compactMap(\.wholeNumberValue).enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }
        guard sum.isMultiple(of: 10) else { return nil }
        self.digits = digits
    }
}
