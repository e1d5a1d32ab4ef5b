import Events
import Languages
import Testing

/// The month that an address names.
@Suite struct MonthTests {
    private static let today = Day(iso: "2026-11-26")!

    @Test(arguments: [
        ("2026-02", "2026-02-01", "2026-02-28"), ("2028-02", "2028-02-01", "2028-02-29"),
        ("1966-01", "1966-01-01", "1966-01-31"), ("2031-12", "2031-12-01", "2031-12-31"),
        ("", "2026-11-01", "2026-11-30"), ("2026-13", "2026-11-01", "2026-11-30"), ("1965-12", "2026-11-01", "2026-11-30"), ("2032-01", "2026-11-01", "2026-11-30"),
        ("2026-02-03", "2026-11-01", "2026-11-30"), ("пас", "2026-11-01", "2026-11-30"),
    ])
    func `a month is one that a calendar needs, else that of today`(_ text: String, _ first: String, _ last: String) {
        let days = EventMonth(text, today: Self.today).days
        #expect([days.lowerBound.iso, days.upperBound.iso] == [first, last])
    }
}
