package import Languages

/// Amounts, days and currencies as banks' programs write them. An amount is read digit by digit, never as a number that floats.
package enum StatementValues {
    /// Reads `3500`, `3500.00`, `-2400`, `12437.2`, `3.000.000,00`. The last mark begins the hundredths; what is smaller than a hundredth has to be nothing.
    package static func minor(_ text: String) -> Int? {
        var digits = text.filter { !$0.isWhitespace }[...]
        let isBelow = digits.hasPrefix("-")
        if isBelow || digits.hasPrefix("+") { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 || $0 == 46 }) else { return nil }
        var (whole, rest) = (digits, Substring())
        if let mark = digits.lastIndex(where: { $0 == "." || $0 == "," }) {
            let sign = digits[mark], marks = digits.count { $0 == "." || $0 == "," }
            if marks == 1 || digits[..<mark].allSatisfy({ $0 != sign }) {
                (whole, rest) = (digits[..<mark], digits[digits.index(after: mark)...])
            }
        }
        let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), rest.dropFirst(2).allSatisfy({ $0 == "0" }) else { return nil }
        let digitsOfUnits = groups.joined(), units = digitsOfUnits.drop { $0 == "0" }
        guard !digitsOfUnits.isEmpty || !rest.isEmpty, units.count <= 11, let count = units.isEmpty ? 0 : Int(typed: units, in: 0...Money.most / 100) else { return nil }
        let hundredths = rest.prefix(2)
        guard let part = hundredths.isEmpty ? 0 : Int(hundredths) else { return nil }
        let minor = count * 100 + (hundredths.count == 1 ? part * 10 : part)
        return isBelow ? -minor : minor
    }

    package static func money(_ text: String, _ currency: Currency) -> Money? { minor(text).flatMap { Money(minor: $0, currency) } }

    /// Digits without a mark, the last two of them hundredths: `000000000350000`.
    package static func hundredths(_ text: some StringProtocol, _ currency: Currency) -> Money? {
        guard let minor = Int(typed: String(text.filter { !$0.isWhitespace }), in: -Money.most...Money.most) else { return nil }
        return Money(minor: minor, currency)
    }

    /// `DIN` and `CSD` are what some programs still call dinars.
    package static func currency(_ text: String) -> Currency? {
        switch text.uppercased() {
        case "RSD", "DIN", "CSD", "941", "891", "": .rsd
        case "EUR", "978": .eur
        default: nil
        }
    }

    /// `2026-10-01T00:00:00`, `2026-10-01`, `01.10.2026`, `01.10.26`, `20261001`, `01102026`, `011026`.
    package static func day(_ text: some StringProtocol) -> Day? {
        let text = String(text).filter { !$0.isWhitespace }, digits = text.filter(\.isNumber)
        guard text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        if text.count >= 10, let day = Day(iso: String(text.prefix(10))) { return day }
        let parts = text.split { $0 == "." || $0 == "/" || $0 == "-" }
        if parts.count == 3, parts[2].count == 4 { return Day(typed: text) }
        func number(_ from: Int, _ count: Int) -> Int? { Int(digits.dropFirst(from).prefix(count)) }
        guard parts.count == 1 || digits.count == 6 else { return nil }
        switch digits.count {
        case 6: return number(4, 2).flatMap { year in number(2, 2).flatMap { month in number(0, 2).flatMap { Day(year: 2000 + year, month: month, day: $0) } } }
        case 8:
            let isYearFirst = number(0, 4).map { (1990...2199).contains($0) } ?? false
            let (year, month, day) = isYearFirst ? (number(0, 4), number(4, 2), number(6, 2)) : (number(4, 4), number(2, 2), number(0, 2))
            return year.flatMap { year in month.flatMap { month in day.flatMap { Day(year: year, month: month, day: $0) } } }
        default: return nil
        }
    }

    /// One line, no longer than a column holds. What nobody can read, as a bank's program wrote it, is left out.
    package static func line(_ text: some StringProtocol, _ limit: TextLimit = .line) -> String {
        let scalars = WrittenText.line(String(text)).unicodeScalars.filter { $0 != "\u{FFFD}" && $0.properties.generalCategory != .privateUse }
        return WrittenText.line(String(String.UnicodeScalarView(scalars.prefix(limit.rawValue))))
    }
}
