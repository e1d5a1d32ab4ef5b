public import Foundation

/// The forms a counted noun takes, as CLDR names them.
public enum PluralForm: String, CaseIterable, Sendable, Codable {
    case one, few, many, other
}

extension Language {
    /// The form after a whole number: 21 место, 22 места, 25 места; 21 vieta, 22 vietos, 20 vietų.
    public func plural(_ count: Int) -> PluralForm {
        let number = count.magnitude
        let last = number % 10, lastTwo = number % 100
        switch self {
        case .sr, .srLatn:
            return Language.serbian(last: last, lastTwo: lastTwo)
        case .lt:
            let isTeen = (11...19).contains(lastTwo)
            if last == 1 && !isTeen { return .one }
            return (2...9).contains(last) && !isTeen ? .few : .other
        case .en:
            return number == 1 ? .one : .other
        }
    }

    /// The form after a number that may have decimals: in Serbian the decimals decide (0,1 сат; 1,5 сати), in Lithuanian every
    /// fraction is `many`. A whole number is counted as such.
    public func plural(_ number: Decimal) -> PluralForm {
        let parts = number.magnitude.description.split(separator: ".")
        guard parts.count == 2, let last = parts[1].last?.wholeNumberValue else {
            return plural(NSDecimalNumber(decimal: number).intValue)
        }
        switch self {
        case .sr, .srLatn:
            let lastTwo = Int(parts[1].suffix(2)) ?? last
            return Language.serbian(last: UInt(last), lastTwo: UInt(lastTwo))
        case .lt: return .many
        case .en: return .other
        }
    }

    /// The forms that a counted text must have. Whole numbers never need the Lithuanian `many`.
    public var pluralForms: [PluralForm] {
        switch self {
        case .sr, .srLatn, .lt: [.one, .few, .other]
        case .en: [.one, .other]
        }
    }

    private static func serbian(last: UInt, lastTwo: UInt) -> PluralForm {
        if last == 1 && lastTwo != 11 { return .one }
        return (2...4).contains(last) && !(12...14).contains(lastTwo) ? .few : .other
    }
}
