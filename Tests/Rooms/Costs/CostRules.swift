import Accounts
import Centres
@testable import Costs
import Kernel
import Languages
import Testing

/// What is reckoned: parts that sum to the whole, when an event pays, what a journey and a contract come to, what a free place costs whom.
@Suite struct CostRules {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, sides)))
        }
    }

    // MARK: Dividing

    @Test func `an amount is divided by the largest remainder`() {
        let cases: [(amount: Int, weights: [Int], parts: [Int])] = [
            (100, [10, 30, 60], [10, 30, 60]), (101, [10, 30, 60], [10, 30, 61]), (1, [1, 1, 1], [1, 0, 0]), (2, [1, 1, 1], [1, 1, 0]),
            (10, [1, 1, 1], [4, 3, 3]), (7, [0, 0], [7, 0]), (0, [3, 4], [0, 0]), (-10, [1, 1, 1], [-4, -3, -3]), (5, [], []), (99, [0, 1, 0], [0, 99, 0]),
            (37_500_00, [10, 30, 60], [3_750_00, 11_250_00, 22_500_00]),
        ]
        for one in cases { #expect(Division.parts(of: one.amount, by: one.weights) == one.parts, "\(one)") }
        #expect(Division.share(2_000, of: 101) == 20 && Division.share(2_550, of: 1_000) == 255 && Division.share(50, of: 100) == 1)
        #expect(Division.share(49, of: 100) == 0 && Division.share(10_000, of: Money.most) == Money.most && Division.share(50, of: -100) == -1)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `parts sum to the whole, whatever the weights`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<40 {
            let amount = dice.roll(2) == 0 ? dice.roll(1_000) : dice.roll(Money.most), weights = (0...dice.roll(9)).map { _ in dice.roll(100) }
            let parts = Division.parts(of: amount, by: weights), sum = weights.reduce(0, +)
            #expect(parts.reduce(0, +) == amount, "seed \(seed): \(amount) by \(weights)")
            #expect(parts.allSatisfy { $0 >= 0 })
            for (part, weight) in zip(parts, weights) where sum > 0 {
                let exact = Double(amount) * Double(weight) / Double(sum)
                #expect(abs(Double(part) - exact) < 1.001, "seed \(seed): no part is a hundredth beside its own")
            }
            let split = FeeSplit(id: .init(1), FeeSplitDraft("10/30/60", RuleDays(from: .first), [.init(.house, 10), .init(.organisation, 30), .init(.leads, 60)]))
            #expect(split.shares(of: amount).map(\.amount).reduce(0, +) == amount && split.away == 60)
        }
    }

    @Test func `a split makes a whole`() {
        func split(_ percents: [Int]) -> Bool { FeeSplitDraft("", RuleDays(from: .first), percents.map { .init(.house, $0) }).isWhole }
        #expect(split([10, 30, 60]) && split([100]) && !split([]) && !split([50, 49]) && !split([0, 100]) && !split([110, -10]))
    }

    // MARK: When it pays

    @Test func `an event pays from a number of people on`() {
        func even(_ calculation: Calculation, seats: Int = 30) -> BreakEven { calculation.breakEven(seats: seats) }
        #expect(even(Calculation(fee: 2_500_00, fixed: 30_000_00, perHead: 300_00)) == .from(14, lacking: []), "13 × 2,200 is 28,600")
        #expect(even(Calculation(fee: 2_500_00, fixed: 30_800_00, perHead: 300_00)) == .from(14, lacking: []), "exactly")
        #expect(even(Calculation(fee: 2_500_00, fixed: 30_800_01, perHead: 300_00)) == .from(15, lacking: []), "a para more: rounded up")
        #expect(even(Calculation(fee: 0, fixed: 1_00)) == .never && even(Calculation(fee: 300_00, fixed: 100_00, perHead: 300_00)) == .never)
        #expect(even(Calculation(fee: 0)) == .from(0, lacking: []) && even(Calculation(fee: 100_00, perHead: 50_00)) == .from(0, lacking: []))
        #expect(even(Calculation(fee: 2_500_00, fixed: 90_000_00)) == .beyond(36))
        #expect(even(Calculation(fee: 2_500_00, fixed: 90_000_00), seats: 0) == .from(36, lacking: []), "where seats are not counted")
        // Two thirds go on to those who lead it; the rest covers 30,000.
        #expect(even(Calculation(fee: 3_000_00, fixed: 30_000_00, away: 60)) == .from(25, lacking: []))
        #expect(even(Calculation(fee: 3_000_00, fixed: 1_00, away: 100)) == .never)
        #expect(even(Calculation(fee: 2_000_00, fixed: 19_000_00, reduction: 5)) == .from(10, lacking: []))
        // One in ten is free: with nine it pays, with ten it does no more.
        let free = Calculation(fee: 1_000_00, fixed: 8_000_00, perHead: 110_00, freeEvery: 10)
        #expect(even(free) == .from(9, lacking: [10]))
        #expect(even(free).holds(with: 9) && !even(free).holds(with: 10) && even(free).holds(with: 11) && !even(free).holds(with: 8))
        #expect(even(Calculation(fee: 1_000_00, fixed: 8_000_00, freePlaces: 2)) == .from(10, lacking: []))
        #expect(even(Calculation(fee: Money.most, fixed: Money.most, perHead: Money.most)) == .never, "nothing overflows")
    }

    @Test func `one in ten is free for each full ten who would pay`() {
        let free = Calculation(fee: 100, freeEvery: 10, freePlaces: 1)
        #expect([0, 1, 2, 10, 11, 12, 21, 22].map(free.paying) == [0, 0, 1, 9, 9, 10, 18, 19])
        #expect(Calculation(fee: 100, freeEvery: 1).paying(of: 5) == 5, "one in one would be all of them")
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `the break-even is the least number that pays`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<20 {
            let calculation = Calculation(
                fee: dice.roll(400) * 10_00, fixed: dice.roll(90_000) * 1_00, perHead: dice.roll(900) * 1_00, freeEvery: dice.roll(3) == 0 ? 2 + dice.roll(12) : nil,
                freePlaces: dice.roll(3), reduction: dice.roll(30), away: dice.roll(2) * dice.roll(80))
            let seats = 1 + dice.roll(60), even = calculation.breakEven(seats: seats)
            for heads in 0...seats { #expect(even.holds(with: heads) == (calculation.balance(with: heads) >= 0), "seed \(seed): \(heads) of \(seats)") }
            if case .beyond(let heads) = even { #expect(heads > seats && calculation.balance(with: heads) >= 0 && calculation.balance(with: heads - 1) < 0) }
        }
    }

    // MARK: Journeys

    @Test func `a journey is paid by the rates of its day`() throws {
        let (may, june) = (try #require(Day(iso: "2026-05-01")), try #require(Day(iso: "2026-06-01")))
        let drafts = [
            TravelRateDraft(.kilometre, .rsd(20), RuleDays(from: may)), TravelRateDraft(.kilometre, .rsd(22), RuleDays(from: june)),
            TravelRateDraft(.allowance, hours: 8, .rsd(1_500), RuleDays(from: may)), TravelRateDraft(.allowance, hours: 12, .rsd(3_000), RuleDays(from: may)),
            TravelRateDraft(.kilometre, .eur(1), RuleDays(from: may)),
        ]
        func rates(_ day: Day) -> TravelRates { TravelRates(on: day, among: drafts, in: .rsd) }
        #expect(rates(may).kilometre == 20_00 && rates(june.adding(days: -1)).kilometre == 20_00 && rates(june).kilometre == 22_00)
        #expect(rates(may.adding(days: -1)) == TravelRates(kilometre: nil, allowances: []))
        let cases: [(minutes: Int, allowance: Int)] = [
            (0, 0), (479, 0), (480, 1_500_00), (719, 1_500_00), (720, 3_000_00), (24 * 60, 3_000_00), (24 * 60 + 479, 3_000_00),
            (32 * 60, 4_500_00), (36 * 60, 6_000_00), (-5, 0),
        ]
        for one in cases { #expect(rates(may).allowance(minutes: one.minutes) == one.allowance, "\(one)") }
        let paid = TravelReckoning(minutes: 600, km: 180, tickets: 450_00, by: rates(june))
        #expect(paid.kilometres == 3_960_00 && paid.allowance == 1_500_00 && paid.together == 5_910_00)
        #expect(TravelReckoning(minutes: 600, km: 180, tickets: 0, by: TravelRates(kilometre: nil, allowances: [])).together == 0, "nothing is invented")
    }

    @Test func `what ended holds no more, and what began last holds`() throws {
        let day = try #require(Day(iso: "2026-03-10"))
        let rules = [RuleDays(from: day.adding(days: -100)), RuleDays(from: day.adding(days: -10), to: day.adding(days: -1)), RuleDays(from: day.adding(days: 1))]
        #expect(rules.holding(on: day) { $0 } == rules[0] && rules.holding(on: day.adding(days: -5)) { $0 } == rules[1])
        #expect(rules.holding(on: day.adding(days: 1)) { $0 } == rules[2] && rules.holding(on: day.adding(days: -101)) { $0 } == nil)
    }

    // MARK: Contracts

    @Test func `a fee is told by the table and no further`() {
        #expect(Pay(30_000_00, by: nil) == Pay(30_000_00, by: PayRuleDraft(.author, [], RuleDays(from: .first))))
        #expect(Pay(30_000_00, by: nil).net == 30_000_00 && Pay(30_000_00, by: nil).cost == 30_000_00)
        let rule = PayRuleDraft(.author, normed: 4_300, [
            .init("порез", 2_000), .init("доприноси", 2_400), .init("на терет", 1_030, isAbove: true),
        ], RuleDays(from: .first))
        let pay = Pay(30_000_00, by: rule)
        #expect(pay.base == 17_100_00 && pay.lines.map(\.amount) == [3_420_00, 4_104_00, 1_761_30])
        #expect(pay.net == 22_476_00 && pay.cost == 31_761_30)
        #expect(!PayRuleDraft(.work, [.init("а", 6_000), .init("б", 4_001)], RuleDays(from: .first)).isPossible)
        #expect(!PayRuleDraft(.work, normed: 10_001, [], RuleDays(from: .first)).isPossible && rule.isPossible)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `net and what is taken make the gross`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<40 {
            let parts = (0..<dice.roll(5)).map { PayRuleDraft.Part("\($0)", dice.roll(2_500), isAbove: dice.roll(3) == 0) }
            let rule = PayRuleDraft(.service, normed: dice.roll(6_000), parts, RuleDays(from: .first)), gross = dice.roll(90_000_000), pay = Pay(gross, by: rule)
            let taken = pay.lines.filter { !$0.isAbove }.map(\.amount).reduce(0, +)
            #expect(pay.net + taken == gross && pay.net >= 0 && pay.cost >= gross && pay.base <= gross, "seed \(seed)")
        }
    }

    // MARK: Free places

    @Test func `a free place costs what the others cost, and somebody carries it`() {
        let place = FreePlace(costs: 60_000_00, heads: 20, free: 2, purses: [(7, 15_000_00)], fees: 36_000_00)
        #expect(place.cost == 3_000_00 && place.together == 6_000_00)
        #expect(place.shares == [.init(.purse(7), 1_500_00), .init(.payers, 3_600_00), .init(.centre, 900_00)])
        #expect(FreePlace(costs: 100, heads: 0, free: 0, purses: [], fees: 0).cost == 0 && FreePlace(costs: 100, heads: 3, free: 0, purses: [], fees: 0).shares.isEmpty)
        #expect(FreePlace(costs: 100, heads: 3, free: 1, purses: [], fees: 500).cost == 34, "rounded up")
        #expect(FreePlace(costs: 100, heads: 3, free: 1, purses: [], fees: 500).shares == [.init(.payers, 33)], "who paid more carries no more than it cost")
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `carriers of free places sum to what they cost`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<30 {
            let heads = dice.roll(60), purses = (0..<dice.roll(4)).map { (Int64($0), dice.roll(9_000_000)) }
            let place = FreePlace(costs: dice.roll(20_000_000), heads: heads, free: dice.roll(70), purses: purses, fees: dice.roll(20_000_000))
            #expect(place.shares.map(\.amount).reduce(0, +) == place.together, "seed \(seed)")
            #expect(place.together <= place.cost * max(1, place.places) && place.places <= heads)
        }
    }

    // MARK: Rational use

    private static func visits(_ count: Int, from first: Int64 = 1, school: Int64?, town: Int64?, money: Int = 0) -> [UseVisit] {
        (0..<count).map { number in
            UseVisit(
                .init(first + Int64(number)), school: school.map { .init($0) }, municipality: town.map { .init($0) }, minutes: 360, points: 8, money: money,
                kilometres: 10)
        }
    }

    @Test func `use is told by person, hour and point`() {
        let sum = UseSum(Self.visits(6, school: 1, town: 1, money: 1_000_00) + Self.visits(2, school: 1, town: 1, money: 500_00))
        #expect(sum.people == 6 && sum.seats == 8 && sum.hours == 48 && sum.points == 64 && sum.money == 7_000_00 && sum.kilometres == 80)
        #expect(sum.perPerson == 1_166_67 && sum.perHour == 145_83 && sum.perPoint == 109_38)
        let none = UseSum([UseVisit]())
        #expect(none.perPerson == nil && none.perHour == nil && none.perPoint == nil)
    }

    @Test func `cells under five are hidden, and what would tell them`() throws {
        let now = Self.visits(20, school: 1, town: 1) + Self.visits(3, from: 100, school: 2, town: 1) + Self.visits(9, from: 200, school: 3, town: 1)
            + Self.visits(8, from: 300, school: 4, town: 2) + Self.visits(30, from: 400, school: 5, town: 3) + Self.visits(2, from: 500, school: nil, town: nil)
        let use = RationalUse(of: 2026, now, before: Self.visits(4, school: 1, town: 1))
        #expect(use.together?.people == 72 && use.before == nil, "four of the year before are not told either")
        // Nobody's two people are hidden, and the smallest town with them: else the sum would tell them.
        #expect(use.municipalities.lines.map(\.place) == [1, 3] && use.municipalities.hidden == 2 && use.municipalities.others?.people == 10)
        let town = try #require(use.municipalities.lines.first)
        #expect(town.schools.lines.map(\.place) == [1] && town.schools.hidden == 2 && town.schools.others?.people == 12)
        #expect(use.municipalities.lines.last?.schools.lines.map(\.place) == [5])
        #expect(RationalUse(of: 2026, Self.visits(4, school: 1, town: 1), before: []).together == nil)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `no hidden place is told by taking the others from a sum`(_ seed: UInt64) {
        var dice = Dice(state: seed), visits: [UseVisit] = [], next: Int64 = 1
        for town in 0..<Int64(1 + dice.roll(6)) {
            for school in 0..<Int64(1 + dice.roll(5)) {
                let count = dice.roll(9)
                visits += Self.visits(count, from: next, school: town * 10 + school + 1, town: town + 1, money: dice.roll(1_000))
                next += Int64(count)
            }
        }
        let use = RationalUse(of: 2026, visits, before: [])
        func check(_ part: RationalUse.Part, _ all: [UseVisit]) {
            let told = part.lines.compactMap(\.now)
            #expect(told.allSatisfy { $0.people >= 5 }, "seed \(seed)")
            let left = UseSum(all).people - told.map(\.people).reduce(0, +)
            #expect(left == 0 || left >= 5 || told.isEmpty, "seed \(seed): \(left) can be reckoned")
            if let others = part.others { #expect(others.people == left && others.people >= 5) }
            #expect(told.map(\.money).reduce(0, +) + (part.others?.money ?? 0) <= UseSum(all).money)
        }
        check(use.municipalities, visits)
        for line in use.municipalities.lines { check(line.schools, visits.filter { $0.municipality?.value == line.place }) }
    }

    @Test func `money of an event goes to those who came, to the last para`() {
        let visits = UseVisit.divided(100, among: Self.visits(3, school: 1, town: 1, money: 7))
        #expect(visits.map(\.money) == [41, 40, 40] && UseVisit.divided(100, among: []).isEmpty)
    }

    @Test func `a way is saved where the other place is farther`() throws {
        let (home, near, far) = (
            try #require(Coordinates(latitude: 44, longitude: 20)), try #require(Coordinates(latitude: 44.1, longitude: 20)),
            try #require(Coordinates(latitude: 45, longitude: 20)))
        #expect(WaySaved.kilometres(from: home, held: near, other: far, days: 1) == 260, "100 km as a bird flies, by road, there and back")
        #expect(WaySaved.kilometres(from: home, held: far, other: near, days: 2) == -520)
        #expect(WaySaved.kilometres(from: home, held: home, other: nil, days: 1) == 0 && WaySaved.kilometres(from: nil, held: near, other: far, days: 1) == 0)
    }
}
