/// A school year, from 1 September to 31 August, in local days.
public struct SchoolYear: Hashable, Comparable, Sendable, Codable {
    /// The calendar year in which it begins.
    public let start: Int

    public init(start: Int) {
        self.start = start
    }

    public init(containing day: Day) {
        let (year, month, _) = day.civil
        self.init(start: month >= 9 ? year : year - 1)
    }

    public var first: Day { SchoolYear.september.adding(years: start - 2000) }
    public var last: Day { next.first.adding(days: -1) }
    public var days: ClosedRange<Day> { first...last }

    public var next: SchoolYear { SchoolYear(start: start + 1) }
    public var previous: SchoolYear { SchoolYear(start: start - 1) }

    public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }

    /// 1 September 2000.
    private static let september = Day(number: 11_201)
}
