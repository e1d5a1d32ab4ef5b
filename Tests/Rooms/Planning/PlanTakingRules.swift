import Catalogue
import Kernel
import Languages
import Needs
import Testing
@testable import Planning

/// Where an accepted draft finds its place, as a table.
@Suite struct PlanTakingRules {
    private static let march = Day(nearestYear: 2026, 3).monthDays, april = Day(nearestYear: 2026, 4).monthDays
    private static let (one, two) = (Programme.ID(1), Programme.ID(2))
    private static let lines = [
        PlanTaking.Line(PlanItem.ID(1), programme: one, days: march, isBegun: true), PlanTaking.Line(PlanItem.ID(2), programme: one, days: april),
        PlanTaking.Line(PlanItem.ID(3), topic: Topic.ID(7), days: march), PlanTaking.Line(PlanItem.ID(4), days: march),
    ]

    @Test(arguments: [
        (one, [], 3, true, .line(PlanItem.ID(1))), (one, [], 4, false, .line(PlanItem.ID(2))), (one, [], 6, true, .line(PlanItem.ID(2))),
        (two, [7], 3, true, .new), (two, [7], 3, false, .deviation), (nil, [7], 3, false, .line(PlanItem.ID(3))), (nil, [7], 5, true, .line(PlanItem.ID(3))),
        (nil, [8], 3, true, .new), (nil, [], 3, false, .deviation),
    ] as [(Programme.ID?, [Int64], Int, Bool, PlanTaking.Outcome)])
    func `it joins what was meant, becomes a line, or stands beside the plan`(
        _ programme: Programme.ID?, _ topics: [Int64], _ month: Int, _ isOpen: Bool, _ outcome: PlanTaking.Outcome
    ) {
        let day = Day(nearestYear: 2026, month).adding(days: 13)
        #expect(PlanTaking.outcome(programme: programme, topics: Set(topics.map { Topic.ID($0) }), on: day, among: Self.lines, isOpen: isOpen) == outcome)
    }

    @Test func `the term is the month, or the days where the month is too wide`() {
        let year = PlanYear(.school, 2025), first = Day(nearestYear: 2026, 3).adding(days: 6)
        #expect(PlanTaking.term(of: first...first.adding(days: 7), in: year, nil) == Self.march)
        #expect(PlanTaking.term(of: first...first.adding(days: 40), in: year, nil) == first...first.adding(days: 40))
        let august = Day(nearestYear: 2026, 8).adding(days: 28)
        #expect(PlanTaking.term(of: august...august.adding(days: 7), in: year, nil) == august...year.days.upperBound)
    }
}

extension Day {
    /// The first day of a month.
    fileprivate init(nearestYear year: Int, _ month: Int) { self = Day(year: year, month: month, day: 1) ?? .zero }
}
