public import Foundation

/// What a cell means when people typed it as text, as they do in CSV. Nothing is guessed: what can be read in two ways is nil.
extension Cell {
    /// A whole number, written in digits only.
    public var whole: Int? {
        switch self {
        case .number(let number): Int(number.description)
        case .text: Int(text)
        case .empty, .date, .truth, .error: nil
        }
    }

    /// A number with a decimal comma or point. With both marks the last is the decimal one (`3.500,00`, `3,500.00`); a single
    /// mark before exactly three digits (`3.500`) is thousands to some and a fraction to others, so it is nil.
    public var decimal: Decimal? {
        switch self {
        case .number(let number): number
        case .text: Self.decimal(in: text)
        case .empty, .date, .truth, .error: nil
        }
    }

    /// A day as `YYYY-MM-DD`, from a date cell or from text such as `25.2.2026.`, `25. 02. 2026` or `2026.02.25`.
    public var day: String? {
        switch self {
        case .date(let date): Moment(iso: date)?.day?.description
        case .text: Self.day(in: text)
        case .empty, .number, .truth, .error: nil
        }
    }

    private static func decimal(in text: String) -> Decimal? {
        let signed = text.filter { !$0.isWhitespace }
        let digits = signed.hasPrefix("-") ? signed.dropFirst() : signed[...]
        guard let first = digits.first, first.isASCII, first.isNumber, digits.last?.isNumber == true,
            digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," })
        else { return nil }
        let marks = digits.filter { $0 == "." || $0 == "," }
        guard let decimal = marks.last else { return Decimal(string: signed) }

        let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
        let thousands = decimal == "," ? "." : ","
        let groups = parts[0].split(separator: Character(thousands), omittingEmptySubsequences: false)
        let grouped = groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard parts.count == 2, !parts[1].contains(thousands), groups.count == 1 || grouped,
            groups.count > 1 || parts[1].count != 3 || parts[0] == "0"
        else { return nil }
        return Decimal(string: (signed.hasPrefix("-") ? "-" : "") + groups.joined() + "." + parts[1])
    }

    private static func day(in text: String) -> String? {
        if let moment = Moment(iso: text) { return moment.day?.description }
        let dotted = text.filter { !$0.isWhitespace }
        let parts = (dotted.hasSuffix(".") ? dotted.dropLast() : dotted[...])
            .split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let first = parts[0], let month = parts[1], let last = parts[2] else { return nil }
        let (year, day) = first > 999 ? (first, last) : (last, first)
        return year > 999 ? CellDay(year, month, day)?.description : nil
    }
}
