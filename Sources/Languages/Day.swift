/// A civil date of the Gregorian calendar, without a time or a zone. There are those of the years 1 to 9999 and no others: what is counted beyond the
/// first or the last is that one.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    /// 1 January of the year 1.
    public static let first = Day(within: -719_162)
    /// 31 December 9999.
    public static let last = Day(within: 2_932_896)
    /// 1 January 1970, from which days are counted.
    public static let zero = Day(within: 0)

    /// Fails outside the years 1 to 9999.
    public init?(number: Int) {
        guard Day.numbers.contains(number) else { return nil }
        self.init(within: number)
    }

    private static let numbers = -719_162...2_932_896

    /// The day of that number, or the first or the last there is.
    init(nearest number: Int) {
        self.init(within: min(max(number, Day.numbers.lowerBound), Day.numbers.upperBound))
    }

    private init(within number: Int) {
        self.number = number
    }

    /// Fails for a date that no calendar has, such as 30 February, and outside the years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
              (1...Day.length(ofMonth: month, year: year)).contains(day) else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    /// Year, month and day at once, cheaper than one by one.
    public var civil: (year: Int, month: Int, day: Int) {
        // Years are counted from 1 March, so that the leap day is the last of its year; an era is 400 years.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    public var weekday: Weekday {
        Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1) ?? .monday
    }

    public func adding(days: Int) -> Day { Day(nearest: number.plus(days)) }

    /// The same day of another month, or that month's last day if it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let count = (year * 12 + month - 1).plus(months)
        guard (12...119_999).contains(count) else { return months < 0 ? .first : .last }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return Day(validYear: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
    }

    public func adding(years: Int) -> Day { adding(months: years.times(12)) }

    public func days(until later: Day) -> Int { later.number - number }

    /// The first and the last day of the month this day is in.
    public var monthDays: ClosedRange<Day> {
        let (year, month, day) = civil
        let first = adding(days: 1 - day)
        return first...first.adding(days: Day.length(ofMonth: month, year: year) - 1)
    }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private init(validYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }
}

extension Day: Strideable {
    public func advanced(by days: Int) -> Day { adding(days: days) }
    public func distance(to other: Day) -> Int { other.number - number }
}

/// A day of the week; the raw value is its number, Monday is 1.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}
