/// The number of a book (ISBN, ISO 2108) as thirteen digits: the ten of older books are written anew, hyphens and blanks are the writer's affair.
package struct BookNumber: Sendable, Hashable {
    package let digits: String

    /// - Returns: nil for what is no number of a book, such as one with a digit too much or a wrong last one.
    package init?(_ text: String) {
        let signs = text.uppercased().filter { !$0.isWhitespace && !"-‐‑–".contains($0) }
        guard signs.allSatisfy({ $0.isASCII }) else { return nil }
        switch signs.count {
        case 13:
            guard signs.allSatisfy(\.isWholeNumber), signs.hasPrefix("978") || signs.hasPrefix("979"), Self.check(signs.dropLast()) == signs.last else { return nil }
            digits = signs
        case 10:
            let values = signs.enumerated().map { place, sign in place == 9 && sign == "X" ? 10 : sign.wholeNumberValue }
            guard let sum = Self.weighed(values, from: 10), sum.isMultiple(of: 11) else { return nil }
            let body = "978" + signs.dropLast()
            digits = body + String(Self.check(body[...]))
        default: return nil
        }
    }

    private static func check(_ digits: Substring) -> Character {
        let sum = digits.compactMap(\.wholeNumberValue).enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }
        return Character("\((10 - sum % 10) % 10)")
    }

    /// The sum of the values, of which the first counts most; nil where one is none.
    fileprivate static func weighed(_ values: [Int?], from weight: Int) -> Int? {
        values.enumerated().reduce(Int?.some(0)) { sum, value in sum.flatMap { sum in value.element.map { sum + $0 * (weight - value.offset) } } }
    }
}

/// The number of a journal (ISSN, ISO 3297): *1450-8583*, of which the last sign may be an X.
package struct JournalNumber: Sendable, Hashable {
    package let text: String

    /// - Returns: nil for what is no number of a journal.
    package init?(_ typed: String) {
        let signs = typed.uppercased().filter { !$0.isWhitespace && !"-‐‑–".contains($0) }
        guard signs.count == 8, signs.allSatisfy(\.isASCII) else { return nil }
        let values = signs.enumerated().map { place, sign in place == 7 && sign == "X" ? 10 : sign.wholeNumberValue }
        guard let sum = BookNumber.weighed(values, from: 8), sum.isMultiple(of: 11) else { return nil }
        text = "\(signs.prefix(4))-\(signs.suffix(4))"
    }
}
