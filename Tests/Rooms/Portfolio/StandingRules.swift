import Centres
import Kernel
import Languages
import Site
import Testing
import Town
@testable import Portfolio

/// Where somebody stands, as tables; and what holds for whatever somebody has.
@Suite struct StandingRules {
    private static func day(_ iso: String) -> Day { Day(iso: iso) ?? .first }
    private static func year(_ start: Int) -> SchoolYear { SchoolYear(start: start) ?? SchoolYear(containing: .first) }

    private static func packs() async throws -> [RulePack] {
        let town = try await Town()
        return try await town.finds { try RulePackStore.packs(of: .serbia, in: $0) }
    }

    private static func evidence(
        _ id: Int64, _ kind: EvidenceKind, _ iso: String, hours: Int = 0, days: Int = 1, points: Int? = nil, isPriority: Bool = false,
        isInternational: Bool = false, _ standing: EvidenceStanding = .proved
    ) -> Evidence {
        Evidence(
            .entry(.init(id)), kind, day: day(iso), hours: hours, days: days, points: points, isPriority: isPriority, isInternational: isInternational,
            standing: standing)
    }

    @Test func `the three of 2021 are counted each for itself, by school years`() async throws {
        let packs = try await Self.packs(), pack = try #require(packs.judging(Self.year(2025)))
        func sums(_ evidence: [Evidence], in start: Int = 2025) -> [Int] { Standing(evidence, in: Self.year(start), by: pack, of: packs).lines.map(\.sum) }
        #expect(sums([]) == [0, 0, 0])
        #expect(sums([Self.evidence(1, .inside, "2025-10-01", hours: 40), Self.evidence(2, .inside, "2026-03-01", hours: 4)]) == [44, 0, 0])
        #expect(sums([Self.evidence(1, .programme, "2026-08-31", hours: 8)]) == [0, 1, 0], "the last day of the year")
        #expect(sums([Self.evidence(1, .programme, "2026-09-01", hours: 8)]) == [0, 0, 0], "the first of the next")
        #expect(sums([Self.evidence(1, .programme, "2025-09-01", hours: 7)]) == [0, 0, 0], "shorter than eight hours")
        #expect(sums([Self.evidence(1, .gathering, "2025-11-11", days: 2)]) == [0, 0, 1], "one gathering of two days")
        #expect(sums([Self.evidence(1, .course, "2025-11-11", hours: 16)]) == [0, 0, 0], "what nobody approved")
    }

    @Test func `what nobody has looked at, and what comes, stand apart`() async throws {
        let packs = try await Self.packs(), pack = try #require(packs.judging(Self.year(2025)))
        let standing = Standing(
            [
                Self.evidence(1, .inside, "2025-10-01", hours: 30), Self.evidence(2, .inside, "2025-10-02", hours: 14, .said),
                Self.evidence(3, .programme, "2026-05-01", hours: 8, .coming),
            ], in: Self.year(2025), by: pack, of: packs)
        #expect(standing.lines.map(\.isFulfilled) == [false, false, false])
        #expect(standing.lines.map(\.isFulfilledAsSaid) == [true, false, false])
        #expect(standing.lines.map(\.isFulfilledThen) == [true, true, false])
        #expect(!standing.isFulfilled)
    }

    @Test func `points over five years keep what the pack of their own year gave`() async throws {
        let packs = try await Self.packs(), pack = try #require(packs.judging(Self.year(2018)))
        #expect(pack.name == "RS-2017")
        // An international gathering of two days: 2 points a day by the pack of 2017, 1 by the one before.
        let evidence = [
            Self.evidence(1, .gathering, "2018-10-01", days: 2, isInternational: true), Self.evidence(2, .gathering, "2015-10-01", days: 2, isInternational: true),
            Self.evidence(3, .programme, "2016-10-01", hours: 16, points: 16, isPriority: true), Self.evidence(4, .programme, "2013-10-01", hours: 24),
        ]
        let standing = Standing(evidence, in: Self.year(2018), by: pack, of: packs)
        let sums = Dictionary(uniqueKeysWithValues: standing.lines.map { ($0.requirement.name, $0.sum) })
        #expect(sums["points"] == 4 + 2 + 16, "what is older than five years is not counted")
        #expect(sums["priority"] == 16)
    }

    @Test func `a new rule changes no year that ended before it`() async throws {
        let packs = try await Self.packs(), evidence = [Self.evidence(1, .programme, "2020-10-01", hours: 24, points: 24)]
        let before = Standing(evidence, in: Self.year(2020), by: try #require(packs.judging(Self.year(2020))), of: packs)
        var ended = packs
        ended[ended.count - 1].until = Self.day("2026-11-30")
        var next = try #require(packs.last)
        (next.name, next.from, next.until) = ("RS-2026", Self.day("2026-12-01"), nil)
        next.requirements[0].least = 60
        ended.append(next)
        #expect(Standing(evidence, in: Self.year(2020), by: try #require(ended.judging(Self.year(2020))), of: ended) == before)
        #expect(ended.judging(Self.year(2025))?.name == "RS-2021")
        #expect(ended.judging(Self.year(2026))?.requirements.first?.least == 60)
    }

    @Test(arguments: [7, 91, 2026] as [UInt64]) func `whatever somebody has, nothing is counted twice and more is never less`(_ seed: UInt64) async throws {
        let packs = try await Self.packs()
        var dice = Dice(seed)
        for _ in 0..<60 {
            let year = Self.year(2012 + dice.next(14)), pack = try #require(packs.judging(year))
            let all = (0..<dice.next(30)).map { id in
                Self.evidence(
                    Int64(id), EvidenceKind.allCases[dice.next(EvidenceKind.allCases.count)], Day.zero.adding(days: 15_000 + dice.next(6000)).iso,
                    hours: dice.next(40), days: dice.next(4), points: dice.next(3) == 0 ? nil : dice.next(30), isPriority: dice.next(2) == 0,
                    isInternational: dice.next(4) == 0, EvidenceStanding.allCases[dice.next(3)])
            }
            let whole = Standing(all, in: year, by: pack, of: packs), less = Standing(all.filter { _ in dice.next(2) == 0 }, in: year, by: pack, of: packs)
            for (line, smaller) in zip(whole.lines, less.lines) {
                #expect(Set(line.counted.map(\.evidence)).count == line.counted.count, "once each")
                #expect(line.sumWithComing == line.counted.reduce(0) { $0 + $1.amount }, "the rows are the sum")
                #expect(smaller.sum <= line.sum && smaller.sumWithComing <= line.sumWithComing)
                let span = line.requirement.span(to: year)
                #expect(line.counted.allSatisfy { span.contains($0.evidence.day) && $0.amount > 0 })
                #expect(!line.isFulfilled || line.isFulfilledAsSaid && line.isFulfilledThen)
            }
            #expect(Standing(all.reversed(), in: year, by: pack, of: packs).lines.map(\.sum) == whole.lines.map(\.sum), "in whatever order")
        }
    }

    @Test(arguments: [
        // No sooner than two years after the last, in June or December, asked for half a year before.
        ("2024-06-15", "2026-01-10", "2026-12-01", "2026-06-01", false),
        ("2024-06-15", "2026-05-02", "2026-12-01", "2026-06-01", true),
        ("2024-06-15", "2026-04-30", "2026-12-01", "2026-06-01", false),
        ("2024-06-15", "2026-06-02", "2027-06-01", "2026-12-01", false),
        ("2026-03-01", "2026-05-02", "2028-06-01", "2027-12-01", false),
    ]) func `an attestation has its month and a day by which it is asked for, told a month ahead`(
        title: String, today: String, month: String, ask: String, isNear: Bool
    ) throws {
        let rule = Attestation(months: [6, 12], rest: 2, ask: 6, article: "", certainty: .sourced)
        let (last, now) = (try #require(Day(iso: title)), try #require(Day(iso: today)))
        let next = rule.next(after: last, from: now)
        #expect(next.month.iso == month && next.ask.iso == ask)
        #expect((rule.near(after: last, from: now) != nil) == isNear)
        #expect(rule.near(after: nil, from: now) == nil, "who told no title is told no day")
    }
}

/// Numbers that look drawn and are the same each time.
private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func next(_ below: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, below)))
    }
}
