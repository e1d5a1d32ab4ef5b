package import Languages

/// The month that the calendar shows.
package struct EventMonth: Sendable {
    package let days: ClosedRange<Day>

    /// - Parameter text: as an address names it, `2026-02`. What names no month, or one that no calendar needs, stands for the month of today.
    package init(_ text: String, today: Day) {
        let named = Day(iso: text + "-01")
        days = (named.flatMap { (today.year - 60...today.year + 5).contains($0.year) ? $0 : nil } ?? today).monthDays
    }
}
