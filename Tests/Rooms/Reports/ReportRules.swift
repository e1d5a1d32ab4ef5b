import Accounts
import Centres
import Events
import Kernel
import Languages
import Planning
@testable import Reports
import Testing

/// What is reckoned: who counts, what is hidden, why a number is another one.
@Suite struct ReportRules {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, sides)))
        }
    }

    // MARK: Who counts

    @Test func `each way of counting, at its edges`() {
        func visit(_ minutes: Int, of whole: Int = 360, proof: Bool = false) -> ReportVisit {
            ReportVisit(.init(1), at: .init(1), minutes: minutes, whole: whole, hasProof: proof)
        }
        let table: [(CountingRule.Way, ReportVisit, Bool)] = [
            (.marked, visit(0), true), (.marked, visit(1), true), (.half, visit(179), false), (.half, visit(180), true), (.half, visit(0, of: 0), true),
            (.proof, visit(360), false), (.proof, visit(0, proof: true), true),
        ]
        for (way, visit, counts) in table { #expect(way.counts(visit) == counts, "\(way) \(visit)") }
    }

    @Test func `the rule that began last holds`() throws {
        func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
        let rules = [
            CountingRule.first, CountingRule(2, .half, from: try day("2025-01-01")), CountingRule(3, .proof, from: try day("2024-01-01")),
            CountingRule(4, .marked, from: try day("2025-01-01")),
        ]
        let table = [("2023-12-31", 1), ("2024-01-01", 3), ("2024-12-31", 3), ("2025-01-01", 4), ("2030-01-01", 4)]
        for (iso, number) in table { #expect(CountingRule.holding(on: try day(iso), among: rules).number == number, "\(iso)") }
        #expect(CountingRule.holding(on: try day("2025-01-01"), among: []) == .first)
    }

    @Test func `months of a cycle and days of terms`() throws {
        let table = [
            ("2025-09-01", "2025-09-01", 1), ("2026-08-31", "2025-09-01", 12), ("2027-08-31", "2025-09-01", 24),
            ("2027-09-01", "2025-09-01", 25), ("2025-08-01", "2025-09-01", 1),
        ]
        for (iso, first, month) in table {
            #expect(ReportRuleTableStore.month(of: try #require(Day(iso: iso)), since: try #require(Day(iso: first))) == month, "\(iso)")
        }
        let leap = ReportTerm(.annual, month: 2, day: 29)
        #expect(leap.last(in: 2025)?.iso == "2025-02-28" && leap.last(in: 2024)?.iso == "2024-02-29")
        let term = ReportTerm(.annual, month: 2, day: 28)
        let near: [(String, String?)] = [
            ("2026-01-13", nil), ("2026-01-14", "2026-02-28"), ("2026-02-28", "2026-02-28"), ("2026-04-29", "2026-02-28"), ("2026-04-30", nil),
        ]
        for (iso, day) in near { #expect(ReportDue.term(term, near: try #require(Day(iso: iso)))?.iso == day, "\(iso)") }
        #expect(ReportDue.year(toldOn: try #require(Day(iso: "2026-02-28")), .calendar) == PlanYear(.calendar, 2025))
        #expect(ReportDue.year(toldOn: try #require(Day(iso: "2026-09-10")), .school) == PlanYear(.school, 2025))
    }

    @Test func `one job in several writings is one, in that of most`() {
        let jobs = ReportJobs.together([
            .init(1): "Наставник", .init(2): "наставник", .init(3): "наставник", .init(4): "nastavnik", .init(5): "педагог", .init(6): "…",
        ])
        #expect(Set(jobs.values) == ["наставник", "педагог"] && jobs.count == 5)
    }

    @Test func `people add up once, participations each time`() {
        let visits = [
            ReportVisit(.init(1), at: .init(1), minutes: 90, points: 8), ReportVisit(.init(1), at: .init(2), minutes: 59),
            ReportVisit(.init(2), at: .init(1), minutes: 0),
        ]
        let sum = ReportSum(visits)
        #expect(sum.persons == 2 && sum.came == 3 && sum.minutes == 149 && sum.hours == 2 && sum.points == 8)
        #expect(ReportSum([]).hours == 0)
    }

    // MARK: What changed

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `each participation of a difference has one reason`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        func counts() -> [Event.ID: Int] {
            Dictionary(uniqueKeysWithValues: (1...8).filter { _ in dice.roll(3) > 0 }.map { (Event.ID(Int64($0)), dice.roll(30)) })
        }
        for _ in 0..<50 {
            let before = counts(), same = counts()
            let now = same.mapValues { $0 - dice.roll($0 + 1) }
            let difference = ReportDifference(from: before, sameRule: same, to: now)
            #expect(difference.before + difference.changes.map(\.amount).reduce(0, +) + difference.byRule == difference.now, "seed \(seed)")
            #expect(difference.isNone == (before == same && now.values.reduce(0, +) == same.values.reduce(0, +)), "seed \(seed)")
        }
    }

    // MARK: What is hidden

    /// Whoever has the sum and the lines that are told knows what the hidden ones come to: nothing, or five and more in at least two lines.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `no small number is told or found in one report`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        for _ in 0..<60 {
            let lines = lines(&dice), groups = counts(lines), all = lines.values.flatMap(\.self)
            guard let hidden = ReportHiding.hidden(groups, people: { people($0, lines) }) else {
                #expect(all.count < 5 || Set(all).count < 5, "seed \(seed): only a whole that is small is held back")
                continue
            }
            for (line, counts) in groups where !hidden.contains(line) { #expect(!ReportHiding.isSmall(counts), "seed \(seed)") }
            #expect(hidden.isEmpty || hidden.count > 1 && people(hidden, lines) >= 5, "seed \(seed): \(groups) \(hidden)")
        }
    }

    /// Whoever has two reports of one year, between which a few people came, cannot tell the few.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `two reports beside each other tell of nobody`(_ seed: UInt64) {
        var dice = Dice(state: seed &+ 1_000)
        for _ in 0..<60 {
            var lines = lines(&dice)
            let before = lines, then = counts(before)
            guard let hiddenThen = ReportHiding.hidden(then, people: { people($0, before) }) else { continue }
            let told = ReportHiding.Told(
                then.filter { !hiddenThen.contains($0.key) && $0.value[1] > 0 }, hidden: hiddenThen, sum: total(then.values))
            for line in lines.keys.sorted() where dice.roll(2) == 0 {
                for _ in 0..<dice.roll(dice.roll(3) == 0 ? 20 : 4) { lines[line, default: []].append(dice.roll(60)) }
            }
            let after = lines, now = counts(after)
            guard let hidden = ReportHiding.hidden(now, after: [told], people: { people($0, after) }) else { continue }
            #expect(hidden.isSuperset(of: hiddenThen.filter { now[$0]?[1] ?? 0 > 0 }), "seed \(seed): hidden stays hidden")
            let both = hidden.union(hiddenThen)
            for (line, counts) in now where !both.contains(line) {
                #expect(!ReportHiding.isSmall([counts[1] - (then[line]?[1] ?? 0)]), "seed \(seed): a line that both tell")
            }
            let change = both.map { (now[$0]?[1] ?? 0) - (then[$0]?[1] ?? 0) }.reduce(0, +)
            #expect(!ReportHiding.isSmall([change]), "seed \(seed): what either hides, together")
            #expect(!ReportHiding.isSmall([total(now.values)[1] - total(then.values)[1]]), "seed \(seed): the sums")
            let new = hidden.map { (now[$0]?[1] ?? 0) - (told.shown[$0]?[1] ?? 0) }.reduce(0, +)
            #expect(!ReportHiding.isSmall([new]), "seed \(seed): what is hidden, less what was told of it")
        }
    }

    /// Whoever has the report of all, and some of one municipality, takes these from the sum.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `lines that were told by themselves cover nothing`(_ seed: UInt64) {
        var dice = Dice(state: seed &+ 2_000)
        for _ in 0..<60 {
            let lines = lines(&dice), groups = counts(lines), alone = groups.keys.sorted().filter { groups[$0]?[0] ?? 0 >= 5 && dice.roll(2) == 0 }
            let told = alone.map { ReportHiding.Told([$0: groups[$0] ?? []]) }
            guard let hidden = ReportHiding.hidden(groups, after: told, people: { people($0, lines) }) else { continue }
            let rest = hidden.subtracting(alone)
            #expect(hidden.isEmpty || rest.count > 1 && rest.compactMap { groups[$0]?[1] }.reduce(0, +) >= 5, "seed \(seed): \(groups) \(alone) \(hidden)")
        }
    }

    /// Who stands in each line: the same people in several, and several times in one.
    private func lines(_ dice: inout Dice) -> [Int64: [Int]] {
        let all = 4 + dice.roll(60)
        return Dictionary(uniqueKeysWithValues: (1...(2 + dice.roll(7))).map { line in
            let often = dice.roll(3) == 0 ? dice.roll(6) : dice.roll(40)
            return (Int64(line), (0..<often).map { _ in dice.roll(all) })
        })
    }

    private func counts(_ lines: [Int64: [Int]]) -> [Int64: [Int]] { lines.mapValues { [Set($0).count, $0.count] } }
    private func people(_ hidden: Set<Int64>, _ lines: [Int64: [Int]]) -> Int { Set(hidden.flatMap { lines[$0] ?? [] }).count }

    private func total(_ counts: some Collection<[Int]>) -> [Int] { counts.reduce([0, 0]) { [$0[0] + $1[0], $0[1] + $1[1]] } }

    @Test func `a table of one line is told whole or not at all`() {
        #expect(ReportHiding.hidden([1: [9, 12]]) == [] && ReportHiding.hidden([1: [3, 3]]) == nil && ReportHiding.hidden([:]) == [])
        #expect(ReportHiding.hidden([1: [9, 9]], after: [.init([1: [7, 7]], sum: [7, 7])]) == nil)
        #expect(ReportHiding.hidden([1: [9, 9], 2: [30, 30]], after: [.init([1: [7, 7], 2: [25, 25]], sum: [32, 32])]) == [1, 2])
    }

    @Test func `what another report tells of a line is taken from the sum`() {
        let lines: [Int64: [Int]] = [1: [100, 100], 2: [40, 40], 3: [3, 3]], second = ReportHiding.Told([2: [40, 40]])
        #expect(ReportHiding.hidden(lines) == [2, 3] && ReportHiding.hidden(lines, after: [second]) == [1, 2, 3])
        #expect(ReportHiding.hidden(lines, after: [second, .init([1: [100, 100]])]) == nil, "nothing is left but the three")
    }
}
