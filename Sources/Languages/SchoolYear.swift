/// A school year, from 1 September to 31 August, in local days: those that begin in the years 1 to 9998.
public struct SchoolYear: Hashable, Comparable, Sendable {
    /// The calendar year in which it begins.
    public let start: Int

    public init?(start: Int) {
        guard SchoolYear.starts.contains(start) else { return nil }
        self.start = start
    }

    private static let starts = 1...9998

    /// The school year that begins then, or the first or the last there is.
    private init(nearest start: Int) {
        self.start = min(max(start, SchoolYear.starts.lowerBound), SchoolYear.starts.upperBound)
    }

    public init(containing day: Day) {
        let (year, month, _) = day.civil
        self.init(nearest: month >= 9 ? year : year - 1)
    }

    public var first: Day { SchoolYear.september.adding(years: start - 2000) }
    public var last: Day { first.adding(years: 1).adding(days: -1) }
    public var days: ClosedRange<Day> { first...last }

    public var next: SchoolYear { SchoolYear(nearest: start + 1) }
    public var previous: SchoolYear { SchoolYear(nearest: start - 1) }

    public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }

    /// 1 September 2000.
    private static let september = Day(nearest: 11_201)
}
