package import Languages

/// How a year of a source went down, month by month: what was spent and reserved at the end of each, and what was left.
package struct BurnDown: Sendable {
    /// What was posted in one month.
    package struct Change: Sendable, Hashable {
        package let month: Int
        package let reserved: Int
        package let spent: Int

        package init(month: Int, reserved: Int = 0, spent: Int = 0) { (self.month, self.reserved, self.spent) = (month, reserved, spent) }
    }

    /// How it stood at the end of a month.
    package struct Month: Sendable, Hashable {
        package let month: Int
        package let sum: PurseSum
    }

    package let year: Int
    package let planned: Int?
    /// From January to the month of that day, or to December of a year that is over; none of a year to come.
    package let months: [Month]

    package init(_ year: Int, planned: Int?, _ changes: [Change], today: Day) {
        (self.year, self.planned) = (year, planned)
        let last = year < today.year ? 12 : year > today.year ? (changes.map(\.month).max() ?? 0) : max(today.month, changes.map(\.month).max() ?? 0)
        var sum = PurseSum(planned: planned), months: [Month] = []
        for month in stride(from: 1, through: last, by: 1) {
            for change in changes where change.month == month {
                sum.reserved += change.reserved
                sum.spent += change.spent
            }
            months.append(Month(month: month, sum: sum))
        }
        self.months = months
    }

    /// What the longest bar stands for.
    package var whole: Int { max(1, planned ?? 0, months.map(\.sum.taken).max() ?? 0) }

    /// So much would be taken at the end of a month if it went evenly over the year.
    package func even(_ month: Int) -> Int? { planned.map { Int(Double($0) * Double(month) / 12) } }
}
