import Kernel
import Languages
import Testing
@testable import SelfEvaluation

/// Days that come, means, and what of a year is looked at.
@Suite struct SelfRules {
    private static func day(_ iso: String) -> Day { Day(iso: iso) ?? .zero }

    @Test(arguments: [
        ("2026-02-04", "2028-12-05", "2028-11-15", 2), ("2026-02-04", "2028-11-15", "2027-11-15", 2), ("2026-02-04", "2028-06-30", "2027-11-15", 2),
        ("2027-11-15", "2028-06-30", "2027-11-15", 2), ("2027-11-16", "2028-06-30", nil, 1), ("2028-07-01", "2028-06-30", nil, 0), ("2028-06-30", "2028-06-30", nil, 1),
    ] as [(String, String, String?, Int)])
    func `the application is due on the filing day before the accreditation ends`(today: String, end: String, filing: String?, ahead: Int) {
        let accreditation = Accreditation(Self.day("2023-01-01")...Self.day(end)), rule = SelfRule(since: Self.day("2020-01-01"))
        let all = SelfCountdown.all(accreditation, rule, on: Self.day(today))
        #expect(all.count == ahead && all.first { $0.kind == .filing }?.day == filing.map(Self.day))
        #expect(all.allSatisfy { $0.days(from: Self.day(today)) >= 0 })
        #expect(SelfCountdown.all(nil, rule, on: Self.day(today)) == [])
    }

    @Test func `another rule holds from its day on, and of accreditations the one that ends last`() {
        let old = SelfRule(since: Self.day("2020-01-01"), levels: 4), new = SelfRule(since: Self.day("2026-09-01"), levels: 5, month: 10, day: 1)
        #expect(SelfRule.holding(on: Self.day("2026-08-31"), [new, old]) == old && SelfRule.holding(on: Self.day("2026-09-01"), [old, new]) == new)
        let usual = SelfRule(since: Self.day("2010-01-01"))
        #expect(SelfRule.holding(on: usual.since, [new, old]) == usual && usual.levels == 4, "before the first of all rules what the program begins with")
        #expect(new.filing(before: Self.day("2028-11-01")) == Self.day("2028-10-01"))
        let short = Accreditation(Self.day("2026-01-01")...Self.day("2028-12-31")), long = Accreditation(Self.day("2020-01-01")...Self.day("2029-12-31"))
        #expect(Accreditation.latest([long, short]) == long && Accreditation.latest([]) == nil)
    }

    @Test func `a mean is of what has a score, in tenths`() {
        func year(_ scores: [Int?]) -> (SelfYear, [SelfFeature]) {
            let features = scores.indices.map { SelfFeature(id: .init(Int64($0 + 1)), area: .init(1), draft: SelfFeatureDraft("О\($0)"), ended: nil) }
            let answers = Dictionary(uniqueKeysWithValues: zip(features.map(\.id), scores.map { SelfAnswer("", score: $0) }))
            return (SelfYear(id: .init(1), centre: .init(1), year: 2025, conclusions: "", closed: nil, answers: answers, facts: [:]), features)
        }
        for (scores, mean, scored) in [([3, 4, 4], 37, 3), ([nil, 4, nil], 40, 1), ([nil, nil], nil, 0), ([1, 2], 15, 2), ([3, 3, 4], 33, 3)] as [([Int?], Int?, Int)] {
            let (year, features) = year(scores)
            #expect(year.mean(features) == mean && year.scored(features) == scored, "\(scores)")
        }
    }
}
