import Accounts
import Centres
import Contests
@testable import Juries
import Kernel
import Languages
import Testing

/// Who may not judge what, how works are dealt, how scores are levelled, which places follow from them.
@Suite struct JuryRuleTables {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    // MARK: Conflicts

    @Test func `own work, own pupils and the own school are conflicts, and nothing else is`() {
        let (ana, branko) = (Person.ID(1), Person.ID(2)), (first, second) = (School.ID(11), School.ID(12))
        let juror = JurorTies(ana, schools: [first])
        let cases: [(work: WorkTies, conflict: JuryConflict?)] = [
            (WorkTies(), nil), (WorkTies(mentor: branko, schools: [second]), nil), (WorkTies(mentor: branko, schools: [first]), .school),
            (WorkTies(mentor: ana, schools: [second]), .pupils), (WorkTies(mentor: ana, schools: [first]), .pupils),
            (WorkTies(mentor: branko, schools: [second], authors: [ana]), .own), (WorkTies(authors: [branko]), nil), (WorkTies(schools: [second, first]), .school),
        ]
        for one in cases { #expect(juror.conflict(with: one.work) == one.conflict, "\(one)") }
        #expect(JurorTies(ana).conflict(with: WorkTies(schools: [first])) == nil, "who works nowhere has no school")
    }

    // MARK: Dealt

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `without conflicts each work has its jurors and loads differ by one at most`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let jurors = 1 + dice.roll(9), works = Array(1...(1 + dice.roll(60))), times = 1 + dice.roll(jurors)
        let deal = JuryDeal(works, seenBy: times, Dictionary(uniqueKeysWithValues: (1...jurors).map { ($0, Set<Int>()) }), seed: seed)
        #expect(deal.lacking.isEmpty && works.allSatisfy { deal.judges[$0]?.count == times })
        let loads = deal.loads.values
        #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= 1, "\(deal.loads)")
        #expect(loads.reduce(0, +) == works.count * times)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `nobody gets what they may not judge, and who lacks is told`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let jurors = 2 + dice.roll(6), works = Array(1...(1 + dice.roll(30))), times = 1 + dice.roll(3)
        let barred = Dictionary(uniqueKeysWithValues: (1...jurors).map { juror in (juror, Set(works.filter { _ in dice.roll(4) == 0 })) })
        let deal = JuryDeal(works, seenBy: times, barred, seed: seed)
        for work in works {
            let judges = deal.judges[work] ?? [], may = barred.values.count { !$0.contains(work) }
            #expect(judges.allSatisfy { barred[$0]?.contains(work) == false })
            #expect(judges.count == min(times, may) && deal.lacking[work] == (may < times ? times - may : nil), "work \(work)")
        }
        for juror in barred.keys { #expect(deal.works(of: juror) == Set(works.filter { deal.judges[$0]?.contains(juror) == true })) }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `loads are as even as conflicts allow`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let jurors = 2 + dice.roll(2), works = Array(1...(1 + dice.roll(5)))
        let barred = Dictionary(uniqueKeysWithValues: (1...jurors).map { juror in (juror, Set(works.filter { _ in dice.roll(3) == 0 })) })
        let deal = JuryDeal(works, seenBy: 1, barred, seed: seed)
        /// Every way to give each work to one of those who may judge it.
        func least(_ rest: ArraySlice<Int>, _ loads: [Int: Int]) -> Int {
            guard let work = rest.first else { return loads.values.reduce(0) { $0 + $1 * $1 } }
            let may = barred.keys.filter { barred[$0]?.contains(work) == false }
            if may.isEmpty { return least(rest.dropFirst(), loads) }
            return may.map { juror in least(rest.dropFirst(), loads.merging([juror: 1], uniquingKeysWith: +)) }.min() ?? 0
        }
        #expect(deal.loads.values.reduce(0) { $0 + $1 * $1 } == least(works[...], [:]), "\(barred)")
    }

    @Test func `what somebody holds stays with them, and chance repeats itself`() {
        let works = Array(1...12), free = Dictionary(uniqueKeysWithValues: (1...3).map { ($0, Set<Int>()) })
        let first = JuryDeal(works, seenBy: 2, free, seed: 7), again = JuryDeal(works, seenBy: 2, free, seed: 7)
        #expect(first.judges == again.judges && JuryDeal(works, seenBy: 2, free, seed: 8).judges != first.judges)
        let joined = JuryDeal(works, seenBy: 3, free.merging([4: []]) { one, _ in one }, held: first.judges, seed: 9)
        for work in works { #expect(joined.judges[work]?.isSuperset(of: first.judges[work] ?? []) == true && joined.judges[work]?.count == 3) }
        let declared = JuryDeal(works, seenBy: 2, [1: [5], 2: [], 3: []], held: first.judges, seed: 9)
        #expect(declared.judges[5] == [2, 3], "who declared a conflict hands it on")
    }

    // MARK: Scores

    @Test func `marks count by their weights`() {
        let (idea, craft) = (JuryCriterion(id: .init(1), "Идеја", weight: 3), JuryCriterion(id: .init(2), "Израда", weight: 1))
        let cases: [(marks: [JuryCriterion.ID: Int], score: Int?)] = [
            ([idea.id: 5, craft.id: 5], 5_000), ([idea.id: 5, craft.id: 1], 4_000), ([idea.id: 1, craft.id: 5], 2_000), ([idea.id: 4, craft.id: 3], 3_750),
            ([idea.id: 4], nil), ([:], nil),
        ]
        for one in cases { #expect([idea, craft].score(one.marks) == one.score, "\(one)") }
        let third = JuryCriterion(id: .init(3), "Порука", weight: 2)
        #expect([craft, third, idea].byWeight.map(\.id) == [idea.id, third.id, craft.id])
        #expect([idea, third, craft].score([idea.id: 4, third.id: 3, craft.id: 3]) == 3_500)
        #expect([JuryCriterion]().score([:]) == nil)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `levelling keeps each juror's own order and undoes how they use the scale`(_ seed: UInt64) {
        typealias Levelled = LevelledScores<Int, Int>
        var dice = Dice(state: seed)
        let works = Array(1...(4 + dice.roll(10))), taste = Dictionary(uniqueKeysWithValues: works.map { ($0, 1_000 + dice.roll(4_000)) })
        /// The same taste, on a scale of one's own.
        func scores(_ judge: Int, _ shift: Int, _ stretch: Int) -> [Levelled.Score] {
            works.map { Levelled.Score($0, judge, shift + (taste[$0] ?? 0) * stretch / 4) }
        }
        let scores = scores(1, 0, 4) + scores(2, 900, 2) + scores(3, 0, 1), all = Levelled(scores)
        for judge in 1...3 {
            let own = scores.filter { $0.judge == judge }
            for one in own { for other in own where one.value < other.value { #expect(all.levelled(one) <= all.levelled(other)) } }
            let even = own.map(all.levelled), mean = Double(even.reduce(0, +)) / Double(even.count)
            #expect(abs(mean - all.common.mean) <= 1, "all have the common mean")
        }
        for work in works {
            let own = scores.filter { $0.work == work }.map(all.levelled)
            if Set(taste.values).count > 1 { #expect((own.max() ?? 0) - (own.min() ?? 0) <= 20, "who judged alike is read alike") }
        }
    }

    @Test func `who gives all the same says nothing, and of few works no scale is known`() {
        typealias Levelled = LevelledScores<Int, Int>
        let all = Levelled([.init(1, 1, 5_000), .init(2, 1, 5_000), .init(3, 1, 5_000), .init(1, 2, 1_000), .init(2, 2, 2_000), .init(3, 2, 3_000), .init(1, 3, 4_000)])
        #expect(all.levelled(.init(1, 1, 5_000)) == all.levelled(.init(2, 1, 5_000)), "the harsh and the mild alike")
        #expect(all.levelled(.init(1, 3, 4_000)) == 4_000, "one work alone is taken as it was given")
        #expect(all.raw[1] == 3_333 && all.raw[2] == 3_500)
        #expect((all.even[3] ?? 0) > (all.even[2] ?? 0))
        #expect(Levelled([]).raw.isEmpty && JurorScale([]).spread == 0)
        #expect(JurorScale([1_000, 3_000]) == JurorScale([3_000, 1_000]) && JurorScale([1_000, 3_000]).spread == 1_000)
    }

    // MARK: Places

    @Test func `those that are alike share a place, and the next one follows behind all of them`() {
        let ranking = JuryRanking([1: [4_000], 2: [4_500], 3: [4_000], 4: [3_000]])
        #expect(ranking.lines.map(\.work) == [2, 1, 3, 4] && ranking.places == [2: 1, 1: 2, 3: 2, 4: 4])
        let tie = JuryRanking([1: [4_000, 4_000], 2: [4_000, 5_000]])
        #expect(tie.places == [2: 1, 1: 2], "the heavier criterion decides")
        #expect(JuryRanking([Int: [Int]]()).lines.isEmpty)
    }

    @Test func `the last place that goes on takes all with it that are like it`() {
        let ranking = JuryRanking([1: [5], 2: [4], 3: [4], 4: [3]])
        let cases: [(most: Int, works: [Int])] = [(1, [1]), (2, [1, 2, 3]), (3, [1, 2, 3]), (4, [1, 2, 3, 4]), (9, [1, 2, 3, 4])]
        for one in cases { #expect(ranking.best(one.most) == one.works, "\(one)") }
    }

    @Test func `works that follow one another closely are a group`() {
        let ranking = JuryRanking([1: [5_000], 2: [4_950], 3: [4_860], 4: [4_000], 5: [3_000], 6: [3_000]])
        #expect(ranking.nearTies(within: 100) == [[1, 2, 3], [5, 6]])
        #expect(ranking.nearTies(within: 0) == [[5, 6]] && ranking.nearTies(within: 5_000) == [[1, 2, 3, 4, 5, 6]])
    }

    @Test func `a prize that does not follow from the order is a departure`() {
        let ranking = JuryRanking([1: [5], 2: [4], 3: [4], 4: [3]])
        let cases: [(prizes: [Int: Int], departures: Set<Int>)] = [
            ([1: 1, 2: 2, 3: 2], []), ([1: 1, 2: 2, 3: 3], [2]), ([1: 1, 2: 2], [2]), ([2: 1], [2]), ([1: 2, 2: 1, 3: 3], [2]), ([:], []), ([1: 1], []),
            ([1: 1, 2: 1, 3: 1], []), ([4: 4], [4]), ([1: 1, 2: 2, 3: 2, 4: 4], []), ([1: 1, 9: 2], [9]),
        ]
        for one in cases { #expect(ranking.departures(one.prizes) == one.departures, "\(one)") }
    }

    // MARK: A round

    private static func sheet(_ id: Int64, _ juror: Int64, _ work: Int64, _ given: GivenSheet, isDeclared: Bool = false) -> JurySheet {
        JurySheet(
            id: .init(id), round: .init(1), juror: .init(juror), work: .init(work), given, declared: isDeclared ? Instant(seconds: 1) : nil, saved: Instant(seconds: 1))
    }

    @Test func `a sift lets those go on of which half say yes, an order counts places`() {
        let sift = RoundCount(.sift, [], most: 0, [
            Self.sheet(1, 1, 1, GivenSheet(isIn: true)), Self.sheet(2, 2, 1, GivenSheet(isIn: false)), Self.sheet(3, 1, 2, GivenSheet(isIn: false)),
            Self.sheet(4, 2, 2, GivenSheet(isIn: false)), Self.sheet(5, 1, 3, GivenSheet(isIn: true)), Self.sheet(6, 2, 3, GivenSheet(isIn: true), isDeclared: true),
        ])
        let works = (1...3).map { ContestWork.ID(Int64($0)) }
        #expect(sift.best(of: works, most: nil, levelled: false, .shared) == [works[0], works[2]] && sift.lines[works[2]]?.seen == 1)
        #expect(sift.best(of: works, most: 1, levelled: false, .shared) == [works[2]])
        let order = RoundCount(.rank, [], most: 2, [
            Self.sheet(1, 1, 1, GivenSheet(place: 1)), Self.sheet(2, 1, 2, GivenSheet(place: 2)), Self.sheet(3, 1, 3, GivenSheet()),
            Self.sheet(4, 2, 1, GivenSheet(place: 2)), Self.sheet(5, 2, 2, GivenSheet()), Self.sheet(6, 2, 3, GivenSheet(place: 1)),
        ])
        #expect(works.map { order.lines[$0]?.raw } == [1_500, 500, 1_000] && order.scales.isEmpty)
    }

    @Test func `the next that waits is found from anywhere`() {
        func line(_ code: String, _ isSeen: Bool, isDeclared: Bool = false) -> JurorDesk.Line {
            JurorDesk.Line(code: code, title: "", category: "", place: nil, isSeen: isSeen, isBegun: false, isDeclared: isDeclared)
        }
        let seat = JurorSeat(
            juror: .init(1), isChair: false, accepted: nil, contest: .init(1), name: "", language: .sr, rules: JuryRules(), criteria: [], round: nil, isJudged: false,
            decided: nil)
        let desk = JurorDesk(seat: seat, lines: [line("A", true), line("B", false), line("C", false, isDeclared: true), line("D", false)])
        #expect(desk.next() == "B" && desk.next(after: "B") == "D" && desk.next(after: "D") == "B" && desk.progress == JuryProgress(seen: 1, of: 3))
        #expect(desk.beside("A") == (nil, "B") && desk.beside("D") == ("C", nil) && desk.beside("X") == (nil, nil))
        #expect(JurorDesk(seat: seat, lines: []).next() == nil)
    }
}
