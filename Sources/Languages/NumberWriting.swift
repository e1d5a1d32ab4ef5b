public import Foundation

extension Language {
    /// 1.234
    public func write(_ number: Int) -> String {
        (number < 0 ? "−" : "") + grouped(String(number.magnitude))
    }

    /// 1.234,5, with no more decimals than it has.
    public func write(_ number: Decimal) -> String {
        let parts = number.magnitude.description.split(separator: ".")
        let whole = grouped(parts.first.map(String.init) ?? "0")
        return (number < 0 ? "−" : "") + (parts.count == 2 ? whole + decimalMark + parts[1] : whole)
    }

    /// 3.500 динара; hundredths only where there are some.
    public func write(_ money: Money) -> String {
        let units = Int(money.minor.magnitude / 100), hundredths = Int(money.minor.magnitude % 100)
        let amount = write(units) + (hundredths == 0 ? "" : decimalMark + padded(hundredths))
        let form = hundredths == 0 ? plural(units) : plural(Decimal(money.minor) / 100)
        let sign = money.minor < 0 ? "−" : ""
        switch (self, money.currency) {
        case (.sr, .rsd), (.srLatn, .rsd): return sign + amount + "\u{A0}" + inScript(form == .one ? "динар" : "динара")
        case (.sr, .eur), (.srLatn, .eur): return sign + amount + "\u{A0}" + inScript(form == .one ? "евро" : "евра")
        case (.lt, .rsd): return sign + amount + "\u{A0}RSD"
        case (.lt, .eur): return sign + amount + "\u{A0}€"
        case (.en, .rsd): return sign + "RSD\u{A0}" + amount
        case (.en, .eur): return sign + "€" + amount
        }
    }

    /// а, б и в
    public func write(list: [String]) -> String {
        guard let last = list.last, list.count > 1 else { return list.first ?? "" }
        let and = switch self {
        case .sr, .srLatn: inScript("и")
        case .lt: "ir"
        case .en: "and"
        }
        return "\(list.dropLast().joined(separator: ", ")) \(and) \(last)"
    }

    private var decimalMark: String { self == .en ? "." : "," }

    private var groupMark: Character {
        switch self {
        case .sr, .srLatn: "."
        case .lt: "\u{A0}"
        case .en: ","
        }
    }

    private func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.utf8.count - place) % 3 == 0 { grouped.append(groupMark) }
            grouped.append(digit)
        }
        return grouped
    }
}
