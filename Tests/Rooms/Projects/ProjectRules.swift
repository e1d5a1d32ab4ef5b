import Kernel
import Languages
@testable import Projects
import Testing

/// Steps, sums, shares of a post, reminders: rules as tables.
@Suite struct ProjectRules {
    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }
    private static func days(_ first: String, _ last: String) -> ClosedRange<Day> { day(first)...day(last) }

    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    // MARK: The way of a project

    @Test func `a project goes one step at a time, and never from an idea to money`() {
        let all = Set(ProjectState.allCases)
        let ways: [ProjectState: Set<ProjectState>] = [
            .idea: [.application, .dropped], .application: [.sent, .idea, .dropped], .sent: [.approved, .rejected, .application],
            .approved: [.running, .sent, .dropped], .rejected: [.application, .sent], .running: [.closed, .approved], .closed: [.running], .dropped: [.idea],
        ]
        #expect(Set(ways.keys) == all)
        for (from, next) in ways {
            #expect(Set(from.next) == next, "\(from)")
            let step = ProjectStep(from: from, since: Self.day("2026-01-01"))
            for to in all.subtracting(next) {
                #expect(step.obstacles(to: to, on: Self.day("2026-02-01"), today: Self.day("2026-02-04"), reason: "Разлог") == [.way], "\(from) → \(to)")
            }
            for to in next {
                #expect(step.obstacles(to: to, on: Self.day("2026-02-01"), today: Self.day("2026-02-04"), reason: "Разлог") == [], "\(from) → \(to)")
            }
        }
        #expect(Set(all.filter(\.needsReason)) == [.dropped, .rejected])
    }

    @Test func `a step waits for what it needs, and for nothing else`() {
        let today = Self.day("2026-02-04"), since = Self.day("2026-01-10")
        func found(_ step: ProjectStep, _ to: ProjectState, on day: String = "2026-02-01", _ reason: String = "") -> [ProjectObstacle] {
            step.obstacles(to: to, on: Self.day(day), today: today, reason: reason)
        }
        let application = ProjectStep(from: .application, since: since, openChecks: ["Изјава партнера", "Буџет"])
        #expect(found(application, .sent) == [.check("Изјава партнера"), .check("Буџет")])
        #expect(found(application, .idea) == [], "back needs nothing")
        #expect(found(application, .dropped) == [.reason] && found(application, .dropped, "Нема партнера") == [])
        let sent = ProjectStep(from: .sent, since: since, openChecks: ["Буџет"])
        #expect(found(sent, .approved) == [], "what was sent was ready")
        #expect(found(sent, .rejected) == [.reason])
        #expect(found(ProjectStep(from: .approved, since: since, hasDays: false), .running) == [.days])
        let running = ProjectStep(from: .running, since: since, openReports: ["Завршни"], silentIndicators: ["Школа"])
        #expect(found(running, .closed) == [.report("Завршни"), .indicator("Школа")])
        #expect(found(running, .approved) == [])
        // Days: not before the step before, not tomorrow.
        #expect(found(ProjectStep(from: .idea, since: since), .application, on: "2020-05-01") == [], "an old project is written down with its own days")
        let calm = ProjectStep(from: .running, since: since)
        #expect(found(calm, .closed, on: "2026-01-10") == [] && found(calm, .closed, on: "2026-01-09") == [.early(since)])
        #expect(found(calm, .closed, on: "2026-02-04") == [] && found(calm, .closed, on: "2026-02-05") == [.future])
    }

    // MARK: What was reached

    @Test func `an indicator without rows has no number at all`() {
        for way in Indicator.Way.allCases {
            #expect(Indicator.reached([], way) == nil)
            #expect(Indicator.reached([(Self.day("2026-02-01"), nil)], way) == nil, "an event that nobody has counted yet says nothing")
        }
        let rows: [(day: Day, number: Int?)] = [
            (Self.day("2026-03-01"), 12), (Self.day("2026-01-01"), 30), (Self.day("2026-02-01"), nil), (Self.day("2026-03-01"), 7),
        ]
        #expect(Indicator.reached(rows, .sum) == 49)
        #expect(Indicator.reached(rows, .last) == 7, "of one day the row that was added last")
        #expect(Indicator.reached(rows, .count) == 3)
        #expect(Indicator.reached([(Self.day("2026-02-01"), 0)], .sum) == 0, "nothing was counted, which is a number")
    }

    private func indicator(_ rows: [Int?], target: Int = 10, due: String? = nil, reason: String = "", _ way: Indicator.Way = .sum) -> Indicator {
        Indicator(
            id: .init(1), project: .init(1), details: IndicatorDetails("Школа", unit: "школа", target: target, due: due.map(Self.day), way), reason: reason,
            rows: rows.enumerated().map { EvidenceRow(id: .init(Int64($0)), day: Self.day("2026-02-01"), number: $1, counted: nil, words: "", proof: nil) })
    }

    @Test func `what is silent keeps a project from its end, what was explained does not`() {
        #expect(indicator([]).isSilent && indicator([nil]).isSilent)
        #expect(!indicator([], reason: "Школе су одустале").isSilent && !indicator([0]).isSilent)
        #expect(indicator([4, 6]).isReached && !indicator([4, 5]).isReached && !indicator([]).isReached)
        #expect(indicator([4], due: "2026-02-01").isLate(on: Self.day("2026-02-02")) && !indicator([4], due: "2026-02-02").isLate(on: Self.day("2026-02-02")))
        #expect(!indicator([10], due: "2026-02-01").isLate(on: Self.day("2026-03-01")))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func `rows of any order make the same sum, and one more never makes it less`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let rows = (0..<1 + dice.roll(20)).map { _ in (day: Self.day("2026-01-01").adding(days: dice.roll(300)), number: dice.roll(5) == 0 ? nil : dice.roll(1_000)) }
        let other = rows.enumerated().sorted { ($0.offset * 7) % 11 < ($1.offset * 7) % 11 }.map(\.element)
        #expect(Indicator.reached(rows, .sum) == Indicator.reached(other, .sum))
        #expect(Indicator.reached(rows, .count) == Indicator.reached(other, .count))
        #expect(Indicator.reached(rows, .sum) == (rows.contains { $0.number != nil } ? rows.compactMap(\.number).reduce(0, +) : nil))
        let more = rows + [(day: Self.day("2027-01-01"), number: 5)]
        #expect((Indicator.reached(more, .sum) ?? 0) >= (Indicator.reached(rows, .sum) ?? 0) && Indicator.reached(more, .last) == 5)
    }

    // MARK: Money

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func `a budget adds up by lines and by sources alike, and left is what was not taken`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let lines = (0..<dice.roll(12)).map { place in
            BudgetLine(
                id: .init(Int64(place)),
                details: BudgetLineDetails("Ставка", source: ["", "Град", "Фонд"][dice.roll(3)], planned: dice.roll(1_000_000), reserved: dice.roll(1_000)),
                spendings: (0..<dice.roll(4)).map { BudgetSpending(id: .init(Int64($0)), day: .zero, paper: "1", words: "", amount: 1 + dice.roll(400_000)) },
                known: dice.roll(3) == 0 ? BudgetKnown(reserved: dice.roll(500), spent: dice.roll(500)) : BudgetKnown())
        }
        let all = BudgetSum.of(lines), sources = BudgetSum.bySource(lines)
        #expect(sources.map(\.sum).reduce(BudgetSum()) { $0 + $1 } == all)
        #expect(Set(sources.map(\.source)).count == sources.count)
        #expect(all.left == lines.map(\.sum.left).reduce(0, +) && all.planned == all.left + all.reserved + all.spent)
        #expect(all.isOver == (all.left < 0) && all.excess == max(0, -all.left))
    }

    @Test func `the greatest amounts there are still add up`() {
        let line = BudgetLine(
            id: .init(1), details: BudgetLineDetails("Ставка", planned: Money.most, reserved: 0),
            spendings: [BudgetSpending(id: .init(1), day: .zero, paper: "1", words: "", amount: Money.most)])
        #expect(BudgetSum.of(Array(repeating: line, count: 10_000)).left == 0)
    }

    // MARK: Shares of a post

    @Test func `shares are counted on the day on which they are most`() {
        let month = Self.days("2026-03-01", "2026-03-31")
        #expect(WorkShare.most([], in: month) == 0)
        #expect(WorkShare.most([WorkShare(40, Self.days("2026-03-01", "2026-03-10")), WorkShare(50, Self.days("2026-03-11", "2026-03-31"))], in: month) == 50)
        #expect(WorkShare.most([WorkShare(40, Self.days("2026-03-01", "2026-03-11")), WorkShare(50, Self.days("2026-03-11", "2026-03-31"))], in: month) == 90)
        #expect(WorkShare.most([WorkShare(60, Self.days("2026-01-01", "2026-12-31"))], in: month) == 60)
        let half = WorkShare(60, Self.days("2026-01-01", "2026-06-30")), spring = Self.days("2026-02-01", "2026-03-31")
        #expect(WorkShare.overfull([half, WorkShare(40, spring)]) == nil && WorkShare.overfull([half, WorkShare(41, spring)]) == spring.lowerBound)
    }

    @Test func `a month has eight hours for each weekday, and a share its part of them`() {
        let february = WorkMonth(containing: Self.day("2026-02-17"))
        #expect(february.first == Self.day("2026-02-01") && february.post == 160)
        #expect(WorkMonth(containing: Self.day("2026-07-01")).post == 184)
        #expect(february.hours(of: WorkShare(100, Self.days("2026-01-01", "2026-12-31"))) == 160)
        #expect(february.hours(of: WorkShare(25, Self.days("2026-01-01", "2026-12-31"))) == 40)
        #expect(february.hours(of: WorkShare(50, Self.days("2026-02-16", "2026-12-31"))) == 40, "half of the month")
        #expect(february.hours(of: WorkShare(50, Self.days("2026-03-01", "2026-12-31"))) == 0)
        #expect(WorkMonth.all(in: Self.days("2026-11-15", "2027-02-01")).map(\.first.month) == [11, 12, 1, 2])
        #expect(WorkHours.left(in: february, elsewhere: 100) == 60 && WorkHours.left(in: february, elsewhere: 200) == 0)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `shares that are no more than a post give no more than its hours`(_ seed: UInt64) {
        var dice = Dice(state: seed), shares: [WorkShare] = []
        for _ in 0..<1 + dice.roll(6) {
            let first = Self.day("2026-01-01").adding(days: dice.roll(200))
            let share = WorkShare(1 + dice.roll(100), first...first.adding(days: dice.roll(200)))
            if WorkShare.overfull(shares + [share]) == nil { shares.append(share) }
        }
        for month in WorkMonth.all(in: Self.days("2026-01-01", "2027-02-28")) {
            #expect(WorkShare.most(shares, in: month.days) <= 100)
            // Each is rounded up by less than an hour.
            #expect(shares.reduce(0) { $0 + month.hours(of: $1) } < month.post + max(1, shares.count), "\(month.first.iso)")
        }
    }

    // MARK: Reminders, terms, pictures

    @Test func `a letter is written once before each of two days, and what begins late has one`() {
        let due = Self.day("2026-03-20"), rule = Reminding.report
        let cases: [(today: String, early: Bool, late: Bool, word: Reminding.Word?)] = [
            ("2026-03-05", false, false, nil), ("2026-03-06", false, false, .early), ("2026-03-10", false, false, .early), ("2026-03-10", true, false, nil),
            ("2026-03-16", true, false, nil), ("2026-03-17", true, false, .late), ("2026-03-17", false, false, .late), ("2026-03-20", true, false, .late),
            ("2026-03-20", true, true, nil), ("2026-03-21", false, false, nil),
        ]
        for one in cases {
            #expect(rule.word(for: due, on: Self.day(one.today), saidEarly: one.early, saidLate: one.late) == one.word, "\(one)")
        }
        #expect(Reminding.agreement.early == 60 && Reminding.agreement.late == 14)
    }

    @Test func `an agreement holds until its last day, ends soon before it, and may end sooner`() {
        let today = Self.day("2026-02-04")
        func standing(_ until: String?, ended: String? = nil) -> Agreement.Standing {
            Agreement.standing(until: until.map(Self.day), ended: ended.map(Self.day), on: today)
        }
        #expect(standing(nil) == .open)
        #expect(standing("2026-02-03") == .over(Self.day("2026-02-03")) && standing("2026-02-04") == .ends(today))
        #expect(standing("2026-04-05") == .ends(Self.day("2026-04-05")) && standing("2026-04-06") == .holds(until: Self.day("2026-04-06")))
        #expect(standing("2027-01-01", ended: "2026-02-04") == .over(today) && standing(nil, ended: "2026-03-01") == .open)
    }

    @Test func `names are kept as long as the rule of the day of closing says`() {
        let rules = [ProjectRule(since: Self.day("2025-01-01"), years: 5), ProjectRule(since: Self.day("2026-01-01"), years: 10)]
        #expect(ProjectRule.years(rules, closed: Self.day("2024-06-01")) == ProjectRule.usual)
        #expect(ProjectRule.years(rules, closed: Self.day("2025-06-01")) == 5 && ProjectRule.years(rules, closed: Self.day("2026-01-01")) == 10)
        #expect(!ProjectRule.isOver(rules, closed: Self.day("2025-06-01"), today: Self.day("2030-06-01")))
        #expect(ProjectRule.isOver(rules, closed: Self.day("2025-06-01"), today: Self.day("2030-06-02")))
    }

    @Test func `a bar lies where its days are, and never outside`() {
        let all = Self.days("2026-01-01", "2026-12-31")
        #expect(ActivitySpan(all, within: all).start == 0 && ActivitySpan(all, within: all).length == ActivitySpan.whole)
        for first in stride(from: 0, to: 364, by: 13) {
            let span = ActivitySpan(all.lowerBound.adding(days: first)...all.lowerBound.adding(days: min(364, first + 20)), within: all)
            #expect(span.start >= 0 && span.length >= 4 && span.start + span.length <= ActivitySpan.whole + 4)
        }
        #expect(ActivitySpan.place(of: Self.day("2027-01-01"), within: all) == nil && ActivitySpan.place(of: Self.day("2026-01-01"), within: all) == 0)
    }
}
