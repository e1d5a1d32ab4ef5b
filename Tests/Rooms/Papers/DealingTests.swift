import Kernel
import Papers
import Testing

/// How proposals are dealt out, whatever the numbers.
@Suite struct DealingTests {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test func `each gets as many readers as can be, nobody their own, and hands differ by little`() {
        var dice = Dice(state: 7)
        for _ in 0..<300 {
            let reviewers = (0..<(1 + dice.roll(9))).map { ID<PersonTag>(Int64($0 + 1)) }, each = 1 + dice.roll(4)
            let papers = (0..<dice.roll(30)).map { number in
                (id: Paper.ID(Int64(number + 1)), barred: Set(reviewers.filter { _ in dice.roll(6) == 0 }), held: Set<ID<PersonTag>>())
            }
            let hands = Dealing.deal(papers, among: reviewers, load: [:], each: each)
            for paper in papers {
                let own = hands.filter { $0.paper == paper.id }.map(\.reviewer)
                #expect(Set(own).count == own.count && paper.barred.isDisjoint(with: own))
                #expect(own.count == min(each, reviewers.count - paper.barred.count))
            }
            if papers.allSatisfy({ $0.barred.isEmpty }) {
                let loads = reviewers.map { reviewer in hands.count { $0.reviewer == reviewer } }
                #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= 1)
            }
            // Dealt once more, nobody gets anything.
            let held = papers.map { paper in (id: paper.id, barred: paper.barred, held: Set(hands.filter { $0.paper == paper.id }.map(\.reviewer))) }
            #expect(Dealing.deal(held, among: reviewers, load: [:], each: each).isEmpty)
        }
    }
}
