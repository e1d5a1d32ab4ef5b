import Languages
import Testing

@Suite struct `A day` {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-09-01", 11_201), ("2026-02-25", 20_509), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func `has a number and is found by it`(iso: String, number: Int) {
        #expect(Day(iso: iso)?.number == number)
        #expect(Day(number: number)?.iso == iso)
    }

    @Test func `comes back from its parts, through eight hundred years`() {
        for number in stride(from: -200_000, to: 100_000, by: 7) {
            guard let (year, month, day) = Day(number: number)?.civil else { continue }
            #expect(Day(year: year, month: month, day: day)?.number == number)
        }
    }

    @Test(arguments: ["2025-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-01 ", "2026/01/01", "0000-01-01", "", "x"])
    func `is refused when no calendar has it or it is not written as asked`(iso: String) {
        #expect(Day(iso: iso) == nil)
    }

    @Test(arguments: ["25.2.2026.", "25. 2. 2026", "25.02.2026", "25/2/2026", "2026-02-25", "2026.02.25", "2026. 2. 25.", " 25.2.2026 "])
    func `is read as people type it`(typed: String) {
        #expect(Day(typed: typed)?.iso == "2026-02-25")
    }

    @Test(arguments: ["31.4.2026.", "25.2.26", "25.2.", "februar 2026", "2026", "1.2.3.2026", "25.2.2026 9:00", "٢٥.2.2026"])
    func `is not guessed`(typed: String) {
        #expect(Day(typed: typed) == nil)
    }

    @Test func `knows its weekday, also before 1970`() {
        #expect(Day(iso: "2026-02-25")?.weekday == .wednesday)
        #expect(Day(iso: "1970-01-01")?.weekday == .thursday)
        #expect(Day(iso: "1969-12-28")?.weekday == .sunday)
        #expect(Day(iso: "1899-12-31")?.weekday == .sunday)
    }

    @Test func `moves by months and stays inside them`() throws {
        let last = try #require(Day(iso: "2024-01-31"))
        #expect(last.adding(months: 1).iso == "2024-02-29")
        #expect(last.adding(months: 13).iso == "2025-02-28")
        #expect(last.adding(months: -2).iso == "2023-11-30")
        #expect(last.adding(years: 1).iso == "2025-01-31")
        #expect(last.adding(days: 30).iso == "2024-03-01")
        #expect(last.monthDays.count == 31)
        #expect(try #require(Day(iso: "2024-02-10")).monthDays.upperBound.iso == "2024-02-29")
    }

    @Test func `belongs to the school year that begins on 1 September`() throws {
        let last = try #require(Day(iso: "2026-08-31")), first = try #require(Day(iso: "2026-09-01"))
        #expect(SchoolYear(containing: last) == SchoolYear(start: 2025))
        #expect(SchoolYear(containing: first) == SchoolYear(start: 2026))
        #expect(SchoolYear(start: 2025)?.days.upperBound == last)
        #expect(SchoolYear(start: 2026)?.days.lowerBound == first)
        #expect(SchoolYear(start: 2023)?.days.count == 366)
        #expect(SchoolYear(start: 1999)?.first.iso == "1999-09-01")
    }
}

@Suite struct `A time on the clock` {
    @Test(arguments: [
        ("9:30", 570), ("09:30", 570), ("9.30", 570), ("9", 540), ("9h", 540), ("9 ч", 540), ("9:30 val.", 570), ("0:00", 0), ("24:00", 1440),
        ("23:59", 1439),
    ])
    func `is read as people type it`(typed: String, minutes: Int) {
        #expect(ClockTime(typed: typed)?.minutes == minutes)
    }

    @Test(arguments: ["", "9:3", "25:00", "24:01", "9:60", "9:30:00", "-1", "nine", ":30", "9:"])
    func `is not guessed`(typed: String) {
        #expect(ClockTime(typed: typed) == nil)
    }
}
