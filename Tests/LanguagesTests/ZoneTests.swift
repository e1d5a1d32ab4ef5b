import Languages
import Testing

@Suite struct `A zone` {
    let belgrade: Zone

    init() throws {
        belgrade = try #require(Zone("Europe/Belgrade"))
    }

    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    func time(_ typed: String) throws -> ClockTime { try #require(ClockTime(typed: typed)) }

    @Test(arguments: [
        ("2026-02-25", "9:00", "2026-02-25T08:00:00Z"), ("2026-07-01", "9:00", "2026-07-01T07:00:00Z"),
        ("2026-03-29", "1:59", "2026-03-29T00:59:00Z"), ("2026-03-29", "3:00", "2026-03-29T01:00:00Z"),
        ("2026-10-25", "1:59", "2026-10-24T23:59:00Z"), ("2026-10-25", "3:00", "2026-10-25T02:00:00Z"),
    ])
    func `finds the moment of a time on the wall and back`(iso: String, typed: String, utc: String) throws {
        let instant = try belgrade.instant(day(iso), time(typed))
        #expect(instant.iso == utc)
        #expect(Instant(iso: utc) == instant)
        #expect(belgrade.day(of: instant).iso == iso)
        #expect(try belgrade.time(of: instant) == time(typed))
    }

    @Test(arguments: ["2:00", "2:30", "2:59"])
    func `refuses the hour that summer time skips`(typed: String) throws {
        let (day, time) = (try day("2026-03-29"), try time(typed))
        let refusal = #expect(throws: SkippedHour.self) { try belgrade.instant(day, time) }
        #expect(refusal?.day == day && refusal?.time == time)
    }

    @Test func `takes the first of an hour that comes twice`() throws {
        #expect(try belgrade.instant(day("2026-10-25"), time("2:30")).iso == "2026-10-25T00:30:00Z")
    }

    @Test(arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-08-31", 24), ("2026-12-31", 24)])
    func `ends a deadline at 24:00, however long the day was`(iso: String, hours: Int) throws {
        let day = try day(iso)
        #expect(belgrade.endOfDay(day).seconds(since: belgrade.startOfDay(day)) == hours * 3600)
        #expect(belgrade.day(of: belgrade.endOfDay(day)) == day.adding(days: 1))
        #expect(belgrade.day(of: belgrade.endOfDay(day).adding(seconds: -1)) == day)
    }

    @Test func `changes the school year at local midnight`() throws {
        let before = try #require(Instant(iso: "2026-08-31T21:59:59Z")), after = try #require(Instant(iso: "2026-08-31T22:00:00Z"))
        #expect(SchoolYear(containing: belgrade.day(of: before)).start == 2025)
        #expect(SchoolYear(containing: belgrade.day(of: after)).start == 2026)
    }

    @Test func `begins a day without midnight at its first moment`() throws {
        let cairo = try #require(Zone("Africa/Cairo"))
        let day = try day("2025-04-25")
        #expect(cairo.startOfDay(day).iso == "2025-04-24T22:00:00Z")
        #expect(cairo.day(of: cairo.startOfDay(day)) == day)
    }

    @Test func `does not exist under a made-up name`() {
        #expect(Zone("Europe/Sombor") == nil)
        #expect(Zone("") == nil)
    }

    @Test(arguments: ["2026-02-25T09:05:00", "2026-02-25T24:00:00Z", "2026-02-30T09:05:00Z", "2026-02-25 09:05:00Z", ""])
    func `reads no moment from what is none`(iso: String) {
        #expect(Instant(iso: iso) == nil)
    }
}
