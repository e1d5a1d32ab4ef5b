public import Foundation

/// A text by its key, with the values for its places: what rules and problems hold until a page says in which language.
///
/// `T.registration.seatsLeft(count: 3)` makes one.
public struct Phrase: Hashable, Sendable {
    public let key: TextKey
    public let values: [Named]

    /// A value beside the name of its place.
    public struct Named: Hashable, Sendable {
        public let name: String
        public let value: Value
    }

    public init(_ key: TextKey, _ values: KeyValuePairs<String, Value> = [:]) {
        self.key = key
        self.values = values.map { Named(name: $0.key, value: $0.value) }
    }

    subscript(name: Substring) -> Value? {
        values.first { $0.name == name }?.value
    }
}

/// What may stand in a place of a text; it is written as the page's language writes it.
public indirect enum Value: Hashable, Sendable {
    /// As it is, whatever the page: names of people above all.
    case text(String)
    /// A title or another text the centre publishes: in Latin on a page in Serbian Latin.
    case title(String)
    case number(Int)
    case decimal(Decimal)
    case money(Money)
    case day(Day, DayForm = .inSentence)
    case days(ClosedRange<Day>)
    case time(ClockTime)
    case times(ClockTime, ClockTime)
    case instant(Instant, DayForm = .inSentence)
    case schoolYear(SchoolYear)
    case phrase(Phrase)
    case list([Value])
}

extension Value: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
}
