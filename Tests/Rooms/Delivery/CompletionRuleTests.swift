import Delivery
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// What a centre asks before it says that somebody completed an event: as a table, and whatever the marks are.
@Suite struct CompletionRuleTests {
    private static let zone = Zone("Europe/Belgrade") ?? .utc

    /// Sessions of six hours, a day each.
    private static func sessions(_ count: Int) throws -> [DatedSession] {
        try (0..<count).map { index in
            let day = try #require(Day(iso: "2026-03-07")).adding(days: index)
            return try DatedSession(DatedSession.ID(Int64(index + 1)), session(on: day, from: 9, to: 15), in: zone)
        }
    }

    private static func session(on day: Day, from begins: Int, to ends: Int) throws -> EventSession {
        EventSession(day: day, begins: try #require(ClockTime(hour: begins, minute: 0)), ends: try #require(ClockTime(hour: ends, minute: 0)))
    }

    /// `p` present, `l30` 30 minutes late, `e20` left 20 minutes early, `x` excused, `a` absent, `-` nothing said.
    private static func marks(_ text: String) -> [DatedSession.ID: Attendance] {
        var marks: [DatedSession.ID: Attendance] = [:]
        for (index, word) in text.split(separator: " ").enumerated() {
            let mark: Mark? = ["p": .present, "l": .late, "e": .left, "x": .excused, "a": .absent][word.prefix(1)]
            let id = DatedSession.ID(Int64(index + 1))
            marks[id] = attendance(mark, in: id, missed: Int(word.dropFirst()) ?? 0)
        }
        return marks
    }

    private static func attendance(_ mark: Mark?, in session: DatedSession.ID, missed: Int = 0) -> Attendance {
        Attendance(registration: Registration.ID(1), session: session, mark: mark, missed: missed, source: .door, at: Instant(seconds: 0))
    }

    private static func rule(_ percent: Int = 100, excused: Bool = false, minutes: Int = 45) -> CompletionRule {
        CompletionRule(since: nil, percent: percent, countsExcused: excused, minutesMissed: minutes)
    }

    private static let table: [(rule: CompletionRule, marks: String, attended: Int, minutes: Int, isComplete: Bool)] = [
        (.usual, "p p", 2, 720, true),
        (.usual, "p -", 1, 360, false),
        (.usual, "p a", 1, 360, false),
        (.usual, "p x", 1, 360, false),
        (rule(excused: true), "p x", 2, 360, true),
        (.usual, "l45 p", 2, 675, true),
        (.usual, "l30 e16", 2, 674, false),
        (rule(minutes: 0), "l1 p", 2, 719, false),
        (rule(50), "p a", 1, 360, true),
        (rule(51), "p a", 1, 360, false),
        (rule(80), "p p p p a", 4, 1440, true),
        (rule(81), "p p p p a", 4, 1440, false),
        (rule(67), "p p a", 2, 720, false),
        (rule(66), "p p a", 2, 720, true),
        (rule(1), "a", 0, 0, false),
        (.usual, "l400", 1, 0, false),
    ]

    @Test func `a rule judges marks as its table says`() throws {
        for line in Self.table {
            let result = line.rule.result(Self.marks(line.marks), of: try Self.sessions(line.marks.split(separator: " ").count))
            #expect((result.attended, result.minutes, result.isComplete) == (line.attended, line.minutes, line.isComplete), "\(line.rule), \(line.marks)")
        }
        #expect(!CompletionRule.usual.result([:], of: []).isComplete, "nothing held is nothing completed")
    }

    @Test(arguments: [
        ("2026-02-28", 100), ("2026-03-01", 80), ("2026-03-02", 80), ("2026-08-31", 80), ("2026-09-01", 90), ("2031-01-01", 90),
    ])
    func `the newest rule that began by the first day holds`(_ first: String, _ percent: Int) throws {
        let rules = [("2026-09-01", 90), ("2026-03-01", 80)].map { CompletionRule(since: Day(iso: $0.0), percent: $0.1, countsExcused: false, minutesMissed: 0) }
        #expect(CompletionRule.of(rules, for: try #require(Day(iso: first))).percent == percent)
        #expect(CompletionRule.of(rules.reversed(), for: try #require(Day(iso: first))).percent == percent)
    }

    /// A fixed walk, so that a failure can be repeated.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `being there more never undoes a completion, and a stricter rule never makes one`(_ seed: UInt64) throws {
        var state = seed
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        for _ in 0..<500 {
            let sessions = try Self.sessions(1 + roll(6))
            var marks: [DatedSession.ID: Attendance] = [:]
            for session in sessions where roll(8) > 0 {
                let mark = Mark.allCases[roll(Mark.allCases.count)]
                marks[session.id] = Self.attendance(mark, in: session.id, missed: mark.hasMinutes ? 1 + roll(60) : 0)
            }
            let rule = CompletionRule(since: nil, percent: 1 + roll(100), countsExcused: roll(2) == 0, minutesMissed: roll(90))
            let before = rule.result(marks, of: sessions)
            #expect(before.attended <= before.sessions && before.minutes + before.missed <= sessions.reduce(0) { $0 + $1.minutes })

            var better = marks
            let session = sessions[roll(sessions.count)].id
            better[session] = Self.attendance(.present, in: session)
            let after = rule.result(better, of: sessions)
            #expect(!before.isComplete || after.isComplete, "\(rule) \(marks)")
            #expect(after.attended >= before.attended && after.minutes >= before.minutes)

            let stricter = CompletionRule(
                since: nil, percent: rule.percent + roll(101 - rule.percent), countsExcused: rule.countsExcused && roll(2) == 0,
                minutesMissed: roll(rule.minutesMissed + 1))
            #expect(before.isComplete || !stricter.result(marks, of: sessions).isComplete, "\(rule) \(stricter) \(marks)")
        }
    }

    @Test func `the list of the staff wins, and among its marks the one made last`() {
        func mark(_ mark: Mark?, _ source: MarkSource, _ at: Int64) -> Attendance {
            Attendance(registration: Registration.ID(1), session: DatedSession.ID(1), mark: mark, source: source, at: Instant(seconds: at))
        }
        #expect(mark(.present, .own, 1).prevails(over: nil))
        #expect(!mark(.present, .own, 9).prevails(over: mark(.absent, .door, 1)))
        #expect(mark(.present, .own, 9).prevails(over: mark(nil, .door, 1)), "what was taken back is open again")
        #expect(mark(.absent, .door, 1).prevails(over: mark(.present, .own, 9)))
        #expect(mark(.absent, .door, 9).prevails(over: mark(.present, .sheet, 1)))
        #expect(!mark(.absent, .sheet, 1).prevails(over: mark(.present, .door, 9)))
        #expect(!mark(.present, .door, 1).prevails(over: mark(nil, .door, 9)), "an older mark does not return")
    }

    @Test func `a session is as long as its clock says in the nights in which the clock is changed`() throws {
        let night = try Self.session(on: #require(Day(iso: "2026-10-25")), from: 1, to: 5)
        let session = try DatedSession(DatedSession.ID(1), night, in: Self.zone)
        #expect(session.minutes == 240)
        #expect(session.end.seconds(since: session.start) == 5 * 3600)
        #expect(session.missed(comingAt: session.end) == 240)
    }
}
