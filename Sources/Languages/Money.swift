/// A currency in which centres are paid; both have hundredths.
public enum Currency: String, CaseIterable, Sendable, Codable {
    case rsd = "RSD"
    case eur = "EUR"
}

/// An amount in whole hundredths (para, cents) of one currency, of up to ten thousand millions.
public struct Money: Hashable, Sendable {
    public let minor: Int
    public let currency: Currency

    /// The greatest amount there is, in hundredths; the smallest is as far below nothing.
    public static let most = 1_000_000_000_000

    public init?(minor: Int, _ currency: Currency) {
        guard (-Money.most...Money.most).contains(minor) else { return nil }
        self.init(within: minor, currency)
    }

    private init(within minor: Int, _ currency: Currency) {
        self.minor = minor
        self.currency = currency
    }

    public static func nothing(_ currency: Currency) -> Money { Money(within: 0, currency) }
    public static func rsd(_ dinars: Int) -> Money { whole(dinars, .rsd) }
    public static func eur(_ euros: Int) -> Money { whole(euros, .eur) }

    /// So many whole units, or the greatest amount there is.
    private static func whole(_ units: Int, _ currency: Currency) -> Money {
        Money(within: min(max(units.times(100), -most), most), currency)
    }

    public var isZero: Bool { minor == 0 }
}

extension Money {
    /// Reads what people type: `3500`, `3.500`, `3.500,00`, `3 500,5`, `1,234.56`, with the currency behind or before it or without.
    /// A mark followed by three digits groups thousands; the last one followed by one or two digits begins the hundredths.
    public init?(typed: String, _ currency: Currency) {
        var text = typed.lowercased().filter { !$0.isWhitespace }
        for name in currency.typedNames {
            if text.hasSuffix(name) { text.removeLast(name.count); break }
            if text.hasPrefix(name) { text.removeFirst(name.count); break }
        }
        guard let minor = Money.minor(typed: text) else { return nil }
        self.init(minor: minor, currency)
    }

    private static func minor(typed text: String) -> Int? {
        let groups = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return nil }
        var whole = groups[...]
        var hundredths = 0
        if let last = whole.last, whole.count > 1, last.count <= 2 {
            hundredths = (Int(last) ?? 0) * (last.count == 1 ? 10 : 1)
            whole.removeLast()
        }
        guard whole.dropFirst().allSatisfy({ $0.count == 3 }), whole.count == 1 || (whole.first?.count ?? 0) <= 3 else { return nil }
        let digits = whole.joined()
        guard let units = Int(typed: digits, in: 0...Money.most / 100) else { return nil }
        return units * 100 + hundredths
    }
}

extension Currency {
    /// Lower-case names, longer ones first.
    fileprivate var typedNames: [String] {
        switch self {
        case .rsd: ["динара", "dinara", "динар", "dinar", "дин.", "din.", "дин", "din", "рсд", "rsd"]
        case .eur: ["евра", "evra", "евро", "evro", "eura", "euro", "eur", "€"]
        }
    }
}
