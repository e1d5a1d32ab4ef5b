import Languages

/// How offices write hours, days and groups in a list of programmes: in digits, in words, with what they count behind them.
enum CatalogueWriting {
    /// *16 сати* is 16 hours, *два дана (16 сати)* too; a number that says nothing of itself is hours.
    static func hours(_ text: String) -> (hours: Int?, days: Int?) {
        let counted = counted(text)
        let hours = counted.first { $0.of(hourWords) } ?? counted.first { !$0.of(dayWords) }
        return (hours?.number, counted.first { $0.of(dayWords) }?.number)
    }

    /// *20–30*, *до 30*, *од 15 до 30*, *најмање 15*, *30*.
    static func seats(_ text: String) -> (least: Int?, most: Int?) {
        let numbers = counted(text).map(\.number), tokens = Fold.tokens(text)
        if numbers.count > 1 { return (numbers.min(), numbers.max()) }
        let isLeast = tokens.contains { leastWords.contains($0) }
        return isLeast ? (numbers.first, nil) : (nil, numbers.first)
    }

    /// The one number of a cell.
    static func number(_ text: String) -> Int? { counted(text).first?.number }

    private struct Counted {
        let number: Int
        /// The folded word behind it.
        let word: String

        func of(_ beginnings: [String]) -> Bool { beginnings.contains { word.hasPrefix($0) } }
    }

    private static func counted(_ text: String) -> [Counted] {
        let tokens = Fold.tokens(whole(text))
        return tokens.enumerated().compactMap { place, token in
            let digits = token.prefix { $0.isWholeNumber }
            let rest = String(token.dropFirst(digits.count))
            let next = place + 1 < tokens.count ? tokens[place + 1] : ""
            if let number = Int(typed: digits, in: 0...1_000_000) { return Counted(number: number, word: rest.isEmpty ? next : rest) }
            return words[token].map { Counted(number: $0, word: next) }
        }
    }

    /// 16.0 and 16,0 are 16: a spreadsheet wrote them.
    private static func whole(_ text: String) -> String {
        let trimmed = text.filter { !$0.isWhitespace }
        guard trimmed.hasSuffix(".0") || trimmed.hasSuffix(",0"), trimmed.dropLast(2).allSatisfy(\.isWholeNumber) else { return text }
        return String(trimmed.dropLast(2))
    }

    /// Folded beginnings of words, in the languages of the site.
    private static let hourWords = ["sat", "cas", "h", "val", "akad", "ak"]
    private static let dayWords = ["dan", "dien", "day"]
    private static let leastWords: Set = ["najmanje", "minimum", "min", "maziausiai", "least", "bar"]
    private static let words = [
        "jedan": 1, "dva": 2, "tri": 3, "cetiri": 4, "pet": 5, "viena": 1, "vienas": 1, "dvi": 2, "du": 2, "trys": 3, "one": 1, "two": 2, "three": 3,
    ]
}
