import Events
import Kernel
import Languages
import Testing
@testable import FollowUp

/// When people are asked, and what may be told of what they said.
@Suite struct UseRules {
    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }

    @Test func `people are asked for a step on the morning after, and not long after`() {
        let rule = FollowUpRule(since: Self.day("2026-03-01")), last = Self.day("2026-03-10")
        let cases: [(today: String, hour: Int, isDue: Bool)] = [
            ("2026-03-10", 20, false), ("2026-03-11", 6, false), ("2026-03-11", 7, true), ("2026-03-12", 0, true), ("2026-03-20", 9, true), ("2026-03-21", 9, false),
        ]
        for one in cases { #expect(rule.isDue(last: last, today: Self.day(one.today), hour: one.hour) == one.isDue, "\(one.today)") }
        #expect(!rule.isDue(last: Self.day("2026-02-28"), today: Self.day("2026-03-02"), hour: 9), "before the rule")
        #expect(!FollowUpRule(since: Self.day("2026-03-01"), asks: false).isDue(last: last, today: Self.day("2026-03-12"), hour: 9))
    }

    @Test func `a link passes from writing over two answers to its end`() {
        let followUp = FollowUpRule(since: .zero).followUp(of: Event.ID(1), last: Self.day("2026-03-10"))
        let cases: [(String, FollowUp.Phase)] = [
            ("2026-03-11", .writing), ("2026-04-08", .writing), ("2026-04-09", .answering(.first)), ("2026-06-07", .answering(.first)),
            ("2026-06-08", .answering(.second)), ("2026-06-29", .answering(.second)), ("2026-06-30", .over),
        ]
        for (day, phase) in cases { #expect(followUp.phase(on: Self.day(day)) == phase, "\(day)") }
        #expect(followUp.lastDay(of: .first) == Self.day("2026-06-07") && followUp.lastDay(of: .second) == Self.day("2026-06-29"))
    }

    @Test func `a share is told as exactly as no part of fewer than five can be read from it`() {
        let cases: [(part: Int, whole: Int, kind: ToldShare.Kind, percent: Int)] = [
            (10, 20, .exact, 50), (5, 10, .exact, 50), (6, 20, .exact, 30), (4, 20, .atMost, 20), (0, 20, .atMost, 20), (16, 20, .atLeast, 80), (20, 20, .atLeast, 80),
            (5, 9, .atLeast, 55), (4, 9, .atMost, 45), (3, 6, .unknown, 0), (4, 8, .unknown, 0), (5, 5, .atLeast, 20),
        ]
        for one in cases {
            let told = ToldShare(one.part, of: one.whole)
            #expect(told.kind == one.kind && told.percent == one.percent, "\(one.part) of \(one.whole): \(told)")
        }
    }

    /// Whatever fewer than five say or do not say looks the same.
    @Test func `all small parts look alike, and each word told is true`() {
        for whole in 5...80 {
            for part in 0...whole {
                let told = ToldShare(part, of: whole)
                switch told.kind {
                case .exact: #expect(part >= 5 && whole - part >= 5 && abs(told.percent * whole - part * 100) <= whole)
                case .atLeast: #expect(whole - part < 5 && told.percent * whole <= part * 100 && told == ToldShare(whole, of: whole))
                case .atMost: #expect(part < 5 && told.percent * whole >= part * 100 && told == ToldShare(0, of: whole))
                case .unknown: #expect(part < 5 && whole - part < 5)
                }
            }
        }
    }

    @Test func `an index warns where few answered, and hides where fewer than five did`() {
        #expect(UseIndex(asked: 40, answered: 4, used: 4).share == nil)
        #expect(UseIndex(asked: 40, answered: 12, used: 6).isBiased(below: 50))
        #expect(!UseIndex(asked: 24, answered: 12, used: 6).isBiased(below: 50))
        #expect(UseIndex(asked: 9, answered: 9, used: 6).isBiased(below: 50), "nine say little")
        #expect(!UseIndex(asked: 40, answered: 14, used: 6).replaces(UseIndex(asked: 40, answered: 10, used: 2)))
        #expect(UseIndex(asked: 40, answered: 15, used: 6).replaces(UseIndex(asked: 40, answered: 10, used: 2)))
        #expect([UseIndex(), UseIndex(asked: 9, answered: 4, used: 4)].map(\.weight) == [50, 50])
        let (few, many) = (UseIndex(asked: 10, answered: 10, used: 10).weight, UseIndex(asked: 90, answered: 90, used: 90).weight)
        #expect(few == 75 && many == 95, "the more have answered, the more it weighs")
    }

    @Test func `a sum tells nothing of a line that is not told`() {
        let (told, few, silent) = (UseIndex(asked: 20, answered: 10, used: 6), UseIndex(asked: 9, answered: 4, used: 1), UseIndex(asked: 12))
        #expect(FollowUpDesk.whole([told, few]) == told)
        #expect(FollowUpDesk.whole([told, few, few]) == UseIndex(asked: 38, answered: 18, used: 8))
        #expect(FollowUpDesk.whole([told, silent]) == UseIndex(asked: 32, answered: 10, used: 6), "who keeps silent counts")
    }

    @Test func `what hinders stands under the hand that can change it`() {
        let answers: [Set<Hindrance>] = Array(repeating: [.time, .material], count: 6) + Array(repeating: [.equipment], count: 4) + [[]]
        let sums = Hindrances(answers)
        #expect(sums.answered == 11 && sums.isTold)
        #expect(sums.lines(of: .school).map(\.hindrance) == [.time] && sums.lines(of: .school).map(\.count) == [6])
        #expect(sums.lines(of: .founder).map(\.count) == [nil], "four are fewer than five")
        #expect(!Hindrances(Array(answers.prefix(4))).isTold)
        #expect(Set(Hindrance.allCases.map(\.hand)) == Set(Hindrance.Hand.allCases))
    }
}
