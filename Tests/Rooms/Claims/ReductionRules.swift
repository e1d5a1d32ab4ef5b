@testable import Claims
import Kernel
import Languages
import Testing

/// When a seat costs less, as a table and as what always holds.
@Suite struct ReductionRules {
    private static let day = Day(year: 2026, month: 2, day: 4)!
    private static let first = day.adding(days: 35)

    private static func rule(
        _ id: Int64, _ kind: Reduction.Kind, people: Int? = nil, percent: Int? = nil, days: Int? = nil, from starts: Day = day, to ends: Day? = nil
    ) -> Reduction {
        Reduction(id: Reduction.ID(id), ReductionDetails(kind, "\(kind)", people: people, percent: percent, days: days, from: starts, to: ends))
    }

    private static func seats(_ count: Int, _ price: Money = .rsd(3500), memberDays: Int? = nil, asked: Day = day) -> [ReducibleSeat] {
        count < 1 ? [] : (1...count).map { ReducibleSeat(Claim.ID(Int64($0)), price, asked: asked, memberDays: memberDays) }
    }

    private func reduced(_ seats: [ReducibleSeat], isSchool: Bool = true, _ rules: Reduction...) -> [Claim.ID: Reduced] {
        ReductionRule.reductions(of: seats, isSchool: isSchool, first: Self.first, by: rules)
    }

    @Test(arguments: [(1, 0), (9, 0), (10, 1), (11, 1), (19, 1), (20, 2), (35, 3)]) func `one of ten is free, of one school at one event`(_ count: Int, _ free: Int) {
        let found = reduced(Self.seats(count), Self.rule(1, .oneIn, people: 10))
        #expect(found.count == free && found.values.allSatisfy { $0.minor == 350_000 })
        #expect(found.keys.allSatisfy { $0.value > Int64(count - free) }, "those who came last")
        #expect(reduced(Self.seats(count), isSchool: false, Self.rule(1, .oneIn, people: 10)).isEmpty, "whoever pays alone is not counted with others")
    }

    @Test func `what stands counts, and stays as it is`() {
        let rule = Self.rule(1, .oneIn, people: 10)
        var seats = Self.seats(10).map { ReducibleSeat($0.claim, $0.price, asked: $0.asked, isFixed: $0.claim.value != 3) }
        #expect(reduced(seats, rule).keys.map(\.value) == [3], "the only price that is open")
        seats[0] = ReducibleSeat(seats[0].claim, seats[0].price, asked: Self.day, isFixed: true, fixed: rule.id)
        #expect(reduced(seats, rule).isEmpty, "one is free already")
        #expect(reduced(seats.map { ReducibleSeat($0.claim, $0.price, asked: $0.asked, isFixed: true) }, rule).isEmpty)
    }

    @Test func `members, early ones, and many`() {
        let member = Self.rule(1, .member, percent: 20, days: 365), early = Self.rule(2, .early, percent: 10, days: 30)
        let many = Self.rule(3, .many, people: 3, percent: 15)
        #expect(reduced(Self.seats(1, memberDays: 364), member).values.map(\.minor) == [70_000])
        #expect(reduced(Self.seats(1, memberDays: 365), member).isEmpty && reduced(Self.seats(1), member).isEmpty)
        #expect(reduced(Self.seats(1), early).values.map(\.minor) == [35_000])
        #expect(reduced(Self.seats(1, asked: Self.first.adding(days: -30)), early).count == 1)
        #expect(reduced(Self.seats(1, asked: Self.first.adding(days: -29)), early).isEmpty)
        #expect(reduced(Self.seats(2), many).isEmpty && reduced(Self.seats(3), many).count == 3)
        let best = reduced(Self.seats(3, memberDays: 1), member, early, many)
        #expect(best.values.allSatisfy { $0.rule.id == member.id && $0.minor == 70_000 }, "the best, not the sum")
    }

    @Test func `a rule holds from day to day`() {
        let past = Self.rule(1, .many, people: 2, percent: 50, from: Self.day.adding(days: -10), to: Self.day.adding(days: -1))
        let later = Self.rule(2, .many, people: 2, percent: 50, from: Self.day.adding(days: 1))
        #expect(reduced(Self.seats(5), past, later).isEmpty)
        #expect(reduced(Self.seats(5, asked: Self.day.adding(days: -1)), past).count == 5)
    }

    @Test(arguments: [(333, 50, 167), (1, 50, 1), (1, 49, 0), (100, 100, 100), (0, 30, 0)])
    func `hundredths are rounded half up`(_ price: Int, _ percent: Int, _ less: Int) {
        #expect(ReductionRule.part(of: price, percent) == less)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `whatever the rules, a price never falls below nothing, and never more come free than may`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let rules = (1...(1 + dice.roll(4))).map { number in
            let kind = Reduction.Kind.allCases[dice.roll(4)]
            return Self.rule(
                Int64(number), kind, people: 2 + dice.roll(9), percent: 1 + dice.roll(100), days: 1 + dice.roll(60), from: Self.day.adding(days: -dice.roll(5)))
        }
        let count = dice.roll(40)
        let seats = (0..<count).map { number in
            ReducibleSeat(
                Claim.ID(Int64(number + 1)), Money(minor: dice.roll(1_000_000), .rsd)!, people: dice.roll(10) == 0 ? 3 : 1,
                asked: Self.day.adding(days: -dice.roll(8)), memberDays: dice.roll(2) == 0 ? nil : dice.roll(100), isFixed: dice.roll(4) == 0)
        }
        let found = ReductionRule.reductions(of: seats, isSchool: true, first: Self.first, by: rules)
        let prices = Dictionary(uniqueKeysWithValues: seats.map { ($0.claim, $0.price.minor) })
        #expect(found.allSatisfy { $0.value.minor > 0 && $0.value.minor <= prices[$0.key] ?? 0 })
        #expect(seats.filter(\.isFixed).allSatisfy { found[$0.claim] == nil }, "what stands is left alone")
        let people = seats.map(\.people).reduce(0, +)
        let free = found.values.filter { $0.rule.details.kind == .oneIn }.count
        let least = rules.filter { $0.details.kind == .oneIn }.compactMap(\.details.people).min()
        #expect(free <= least.map { people / $0 } ?? 0)
        let turned = ReductionRule.reductions(of: seats, isSchool: true, first: Self.first, by: rules.reversed())
        #expect(turned.mapValues(\.minor) == found.mapValues(\.minor), "in whatever order rules stand")
    }
}

/// A fixed walk, so that a failure can be repeated.
struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}
