import Languages

/// A day where a number is meant: `12-maj` was *12-5*, `20.05.2026.` was *20-5*. What it was before the spreadsheet took it for a day nobody knows for sure.
struct DayInPlaceOfNumber {
    let text: String

    init?(_ text: String) {
        let parts = text.split { !$0.isLetter && !$0.isNumber }.map { Fold.tokens(String($0)).joined() }
        let isMonth = parts.contains { part in part.count >= 3 && part.count <= 9 && Self.months.contains(String(part.prefix(3))) }
        let numbers = parts.filter { !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }
        let isNamed = isMonth && parts.count == 2 && numbers.count == 1 && (numbers[0].count <= 2 || numbers[0].count == 4)
        let isWhole = parts.count == 3 && numbers.count == 3 && text.contains(where: { "./-".contains($0) }) && !text.contains(" - ")
            && (parts[0].count == 4 || parts[2].count == 4)
        guard isNamed || isWhole else { return nil }
        self.text = text
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "avg", "aug", "sep", "okt", "oct", "nov", "dec", "sau", "vas", "kov", "bal", "geg", "bir", "lie", "rgp", "rgs",
        "spa", "lap", "gru",
    ]
}
