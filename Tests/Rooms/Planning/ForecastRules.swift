import Kernel
import Languages
import Needs
import Testing
@testable import Planning

/// What will be needed, as tables.
@Suite struct ForecastRules {
    @Test(arguments: [
        (3, [10, 20, 30], 1.0, 23, 13...33), (0, [0, 0, 0], 1.0, 0, 0...0), (5, [10, 11, 12], 0.5, 11, 10...11), (2, [10, 20], 1.0, 17, nil), (2, [9], 1.0, 11, nil),
        (7, [], 1.0, nil, nil), (0, [1, 1, 2], 1.5, 2, 1...3),
    ] as [(Int, [Int], Double, Int?, ClosedRange<Int>?)])
    func `what goes along and the mean of what is new, in the measure of the staff`(
        _ carried: Int, _ fresh: [Int], _ share: Double, _ expected: Int?, _ range: ClosedRange<Int>?
    ) {
        let estimate = Forecast.Estimate(Forecast.Counts(carried: carried, fresh: fresh, asNow: 0), share: share)
        #expect(estimate?.expected == expected && estimate?.range == range)
    }

    @Test(arguments: [(100, 90, 15, 5), (100, 100, 0, 0), (0, 0, 0, 0), (50, 60, 0, 10)] as [(Int, Int, Int, Int)])
    func `who comes follows from who is there and who leaves`(_ now: Int, _ then: Int, _ leaving: Int, _ joining: Int) {
        #expect(Forecast.Staff(now: now, then: then, leaving: leaving).joining == joining)
    }

    @Test(arguments: [(1, 90), (3, 36)]) func `a duty of one year is everybody’s anew, one of several awaits those who have not met it`(_ years: Int, _ due: Int) {
        let staff = Forecast.Staff(now: 100, then: 90, leaving: 10)
        #expect(Forecast.Duty("x", people: 100, met: 60, years: years, staff: staff).due == due)
    }

    private static let year = SchoolYear(start: 2027) ?? SchoolYear(containing: .zero)

    private func made(_ years: Int = 3) -> Forecast? {
        let basis = Forecast.Basis(
            years: Array([2026, 2025, 2024].compactMap(SchoolYear.init(start:)).prefix(years)), plans: 12, staff: Forecast.Staff(now: 10, then: 10, leaving: 0))
        let fresh: [[Topic.ID?: Int]] = [[Topic.ID(1): 6, Topic.ID(2): 1], [Topic.ID(1): 3, nil: 2], [Topic.ID(3): 9]]
        return Forecast(
            of: Self.year, basis, carried: [Topic.ID(1): 2, nil: 1], fresh: Array(fresh.prefix(years)), asNow: [Topic.ID(1): 7, Topic.ID(2): 1, nil: 3],
            duties: [Forecast.Duty("hours", people: 10, met: 4, years: 1, staff: basis.staff)])
    }

    @Test func `lines are topics, own words and duties, and the sum has a range of its own`() throws {
        let forecast = try #require(made())
        #expect(forecast.lines.map(\.subject) == [.sum, .topic(Topic.ID(1)), .topic(Topic.ID(3)), .topic(Topic.ID(2)), .words, .duty("hours")])
        #expect(forecast.lines.map(\.estimate.expected) == [10, 5, 3, 0, 2, 10])
        // Years: 7, 5 and 9 new wishes, 3 go along.
        #expect(forecast.sum?.estimate.range == 8...12 && forecast.topics.first?.estimate.range == 2...8)
        #expect(made(2)?.lines.allSatisfy { $0.estimate.range == nil } == true && made(0) == nil)
    }

    @Test func `beside what came stands how far it was off, and how far the last year would have been`() throws {
        let check = ForecastCheck(try #require(made()), came: [Topic.ID(1): 5, Topic.ID(3): 3, Topic.ID(9): 4, nil: 1])
        #expect(check.sum?.came == 13 && check.topics.map(\.came) == [5, 3, 0, 4] && check.topics.map(\.error) == [0, 0, 0, 4])
        #expect(check.topics.map(\.asNowError) == [2, 3, 1, 4] && check.error == 1 && check.asNowError == 2.5 && !check.isLost)
    }
}
