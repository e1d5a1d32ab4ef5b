import Catalogue
import Events
import Kernel
import Languages
import Planning
import Testing

/// The rules of plans and offers, as tables.
@Suite struct PlanRules {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    private func days(_ from: String, _ until: String) throws -> ClosedRange<Day> { try day(from)...day(until) }

    @Test func `a plan has twelve months, from September or from January`() throws {
        let (school, calendar) = (PlanYear(.school, 2025), PlanYear(.calendar, 2026))
        #expect(try school.days == days("2025-09-01", "2026-08-31") && calendar.days == days("2026-01-01", "2026-12-31"))
        #expect(try school.months.count == 12 && school.months.last == day("2026-08-01"))
        let today = try day("2026-02-04")
        #expect(PlanYear.containing(today, .school) == school && PlanYear.containing(today, .calendar) == calendar)
    }

    @Test func `a year later a month is a month, and days are days`() throws {
        var item = PlanItemDetails(programme: ID(7), title: "Читање", days: try days("2024-02-01", "2024-02-29"))
        #expect(try item.nextYear { _, _ in true }.days == days("2025-02-01", "2025-02-28"))
        #expect(item.nextYear { _, _ in true }.programme == ID(7))
        #expect(item.nextYear { _, _ in false }.programme == nil, "its cycle has ended: the title stays")
        item.days = try days("2026-03-14", "2026-03-15")
        #expect(try item.nextYear { _, _ in true }.days == days("2027-03-14", "2027-03-15"))
    }

    @Test(arguments: [
        ([], PlanState.notBegun), ([.draft], .notBegun), ([.announced], .announced), ([.cancelled, .confirmed], .announced), ([.cancelled], .cancelled),
        ([.cancelled, .draft], .notBegun), ([.postponed, .cancelled], .postponed), ([.announced, .held], .held), ([.closed, .cancelled], .held),
    ] as [([EventState], PlanState)])
    func `a line stands as its events do`(states: [EventState], state: PlanState) { #expect(PlanState(states) == state) }

    @Test func `what was not done by its term, or later, deviates`() throws {
        let term = try days("2026-03-01", "2026-03-31")
        let cases: [(PlanState, [String], String, PlanDeviation?)] = [
            (.notBegun, [], "2026-03-31", nil), (.notBegun, [], "2026-04-01", .notDone), (.announced, [], "2026-04-01", .notDone), (.cancelled, [],
                "2026-03-02", nil),
            (.cancelled, [], "2026-05-01", .notDone), (.held, ["2026-03-31"], "2026-05-01", nil), (.held, ["2026-04-01"], "2026-05-01", .later),
            (.held, ["2026-04-11", "2026-03-14"], "2026-05-01", nil), (.held, ["2026-02-20"], "2026-02-21", nil),
        ]
        for (state, held, today, deviation) in cases {
            #expect(try PlanDeviation(state, term: term, held: held.map(day), today: day(today)) == deviation, "\(state) \(held) \(today)")
        }
    }

    @Test func `two versions differ by lines, and a renamed line is no new one`() throws {
        let term = try days("2026-03-01", "2026-03-31")
        func item(_ id: Int64, _ title: String, people: Int? = nil) -> PlanItem { PlanItem(id: ID(id), details: PlanItemDetails(title: title,
            days: term, people: people)) }
        let before = [item(1, "А"), item(2, "Б"), item(3, "В")]
        let difference = PlanDifference(from: before, to: [item(3, "В"), item(1, "А", people: 30), item(4, "Г")])
        #expect(difference.added.map(\.title) == ["Г"] && difference.removed.map(\.title) == ["Б"])
        #expect(difference.changed.map(\.after.title) == ["А"] && difference.changed[0].fields == [.people])
        #expect(PlanDifference(from: before, to: before.reversed()).isNothing, "the order is no difference")
    }

    @Test func `a clash is the same programme at two centres in one week, from Monday to Sunday`() throws {
        func line(_ centre: Int64, _ programme: Int64?, _ from: String, _ until: String) throws -> TogetherLine {
            TogetherLine(centre: ID(centre), programme: programme.map { ID($0) }, title: "", days: try days(from, until))
        }
        let own = try line(1, 7, "2026-03-11", "2026-03-12")  // a Wednesday
        for (other, clashes) in [
            (try line(2, 7, "2026-03-09", "2026-03-09"), true), (try line(2, 7, "2026-03-15", "2026-03-15"), true), (try line(2, 7, "2026-03-16",
                "2026-03-16"), false),
            (try line(2, 7, "2026-03-08", "2026-03-08"), false), (try line(2, 7, "2026-03-07", "2026-03-09"), true), (try line(1, 7, "2026-03-11",
                "2026-03-11"), false),
            (try line(2, 8, "2026-03-11", "2026-03-11"), false), (try line(2, 7, "2026-03-01", "2026-03-31"), false), (try line(2, nil, "2026-03-11",
                "2026-03-11"), false),
        ] {
            #expect(own.clashes(with: other) == clashes && other.clashes(with: own) == clashes, "\(other.days)")
        }
    }

    @Test func `a month is read from its address, and nothing else is`() {
        #expect(OfferMonth("2026-03")?.text == "2026-03")
        for text in ["", "2026", "2026-3", "2026-13", "0001-01", "2026-03-01", "latest", "9999-12"] { #expect(OfferMonth(text) == nil, "\(text)") }
    }
}
