import Kernel
import Languages
import Testing
@testable import Circles

/// How many have to come, how many may vote, whose term holds.
@Suite struct CircleRules {
    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }

    @Test func `a quorum is more than a half, a third, or a number`() {
        let cases: [(quorum: Quorum, members: Int, needed: Int)] = [
            (.half, 9, 5), (.half, 10, 6), (.half, 1, 1), (.half, 0, 1), (.third, 9, 3), (.third, 10, 4), (.third, 1, 1), (.third, 0, 1), (.number(4), 30, 4),
        ]
        for one in cases { #expect(one.quorum.needed(of: one.members) == one.needed, "\(one)") }
    }

    @Test func `nobody and fewer than are needed never decide, whatever the rule`() {
        for rule in [Quorum.half, .third, .number(1), .number(7)] {
            for members in 0...40 {
                let needed = rule.needed(of: members)
                #expect(needed >= 1 && !rule.isMet(by: 0, of: members) && !rule.isMet(by: needed - 1, of: members) && rule.isMet(by: needed, of: members))
                if case .half = rule { #expect(needed * 2 > members && (needed - 1) * 2 <= members) }
                if case .third = rule, members > 0 { #expect(needed * 3 >= members && (needed - 1) * 3 < members) }
            }
        }
    }

    @Test func `no more vote than are there, and a tie adopts nothing`() {
        for present in 0...12 {
            for yes in 0...6 {
                for no in 0...6 {
                    for abstained in 0...3 {
                        let ballot = Ballot(yes: yes, no: no, abstained: abstained)
                        #expect(ballot.fits(present) == (yes + no + abstained <= present))
                        #expect(ballot.result(hasQuorum: false) == .advice)
                        #expect((ballot.result(hasQuorum: true) == .adopted) == (yes > no))
                    }
                }
            }
        }
    }

    private func sight(_ today: String, person: Int64?, isStaff: Bool = false, closed: Day? = nil) -> CircleSight {
        let circle = Circle(id: Circle.ID(1), centre: .init(1), details: CircleDetails(name: "Актив"), closed: closed)
        let chairs = [
            CircleChair(id: .init(2), person: .init(8), name: "Бранко", isDeputy: false, term: Self.day("2026-06-01")...Self.day("2027-05-31"), meeting: nil),
            CircleChair(id: .init(1), person: .init(7), name: "Ана", isDeputy: false, term: Self.day("2025-06-01")...Self.day("2026-05-31"), meeting: nil),
        ]
        return CircleSight(circle, members: [], chairs: chairs, today: Self.day(today), person: person.map { .init($0) }, isStaff: isStaff)
    }

    @Test func `a term begins and ends on its days, and whoever had one is told who can now`() {
        #expect(sight("2026-05-31", person: 7).leadRefusal == nil && sight("2026-06-01", person: 8).leadRefusal == nil)
        #expect(sight("2026-05-31", person: 8).leadRefusal == T.circles.errorOnlyChair(names: .text("Ана")), "not yet")
        #expect(sight("2026-06-01", person: 7).leadRefusal == T.circles.errorTermOverWho(day: .day(Self.day("2026-05-31")), names: .text("Бранко")))
        #expect(sight("2027-06-01", person: 8).leadRefusal == T.circles.errorTermOver(day: .day(Self.day("2027-05-31"))))
        #expect(sight("2027-06-01", person: 9).leadRefusal == T.circles.errorNoChair)
        // The centre's people prepare meetings, and sign none.
        #expect(sight("2026-06-01", person: 9, isStaff: true).runRefusal == nil && sight("2026-06-01", person: 9, isStaff: true).leadRefusal != nil)
        #expect(sight("2026-06-01", person: 8, closed: Self.day("2026-05-01")).runRefusal == T.circles.errorClosed)
    }

    @Test func `a sum of conclusions is the sum of its parts`() {
        let states: [CircleConclusion.State] = [.open, .done, .done, .dropped, .underway, .open, .open]
        for count in 0...states.count {
            let sum = ConclusionSum(Array(states.prefix(count)))
            #expect(sum.all == count && CircleConclusion.State.allCases.map { sum[$0] }.reduce(0, +) == count && sum.left == sum.all - sum[.done] - sum[.dropped])
        }
    }
}
