import Centres
@testable import Club
import Forms
import Kernel
import Languages
import Testing

/// The queue of groups, repeated sessions, moves of an idea, the tally's buttons, the figures.
@Suite struct ClubRules {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, sides)))
        }
    }

    private typealias Queue = ClubQueue<Int>
    private static func queue(_ places: Int, booked: [Int] = [], waiting: [Int] = []) -> Queue {
        let groups = booked.map { ($0, true) } + waiting.map { ($0, false) }
        return Queue(places: places, groups.enumerated().map { Queue.Group($0, pupils: $1.0, hasPlaces: $1.1) })
    }

    // MARK: The queue

    @Test func `a group comes at once where it fits and nobody waits`() {
        let cases: [(places: Int, booked: [Int], waiting: [Int], pupils: Int, comes: Bool)] = [
            (20, [], [], 20, true), (20, [], [], 21, false), (20, [12], [], 8, true), (20, [12], [], 9, false),
            (20, [12], [10], 3, false), (0, [], [], 1, false),
        ]
        for one in cases { #expect(Self.queue(one.places, booked: one.booked, waiting: one.waiting).admits(one.pupils) == one.comes, "\(one)") }
        #expect(Self.queue(20).couldHold(20) && !Self.queue(20).couldHold(21) && !Self.queue(20).couldHold(0) && !Self.queue(0).couldHold(1))
    }

    @Test func `who waits gets places in turn, until one does not fit`() {
        #expect(Self.queue(20, booked: [10], waiting: [6, 4, 1]).admitted == [1, 2], "places are gone then")
        #expect(Self.queue(20, booked: [10], waiting: [11, 2]).admitted == [], "nobody passes the first")
        #expect(Self.queue(20, booked: [10], waiting: [6, 5, 1]).admitted == [1])
        #expect(Self.queue(20, booked: [25], waiting: [1]).admitted == [], "an overfull session admits nobody")
        #expect(Self.queue(20, booked: [10], waiting: [11, 2]).turn(of: 2) == 2 && Self.queue(20, booked: [10]).turn(of: 0) == nil)
    }

    @Test func `a group gets larger where nobody waits and there are so many places`() {
        #expect(Self.queue(20, booked: [10, 6]).growth(of: 0, to: 14) == .stays)
        #expect(Self.queue(20, booked: [10, 6]).growth(of: 0, to: 15) == .lacks(free: 14))
        #expect(Self.queue(20, booked: [10, 6], waiting: [7]).growth(of: 0, to: 11) == .lacks(free: 10), "free places are the waiting group's")
        #expect(Self.queue(20, booked: [10, 6], waiting: [7]).growth(of: 0, to: 9) == .stays, "smaller always")
        #expect(Self.queue(20, booked: [10, 6], waiting: [7]).growth(of: 2, to: 19) == .stays, "what waits keeps its turn")
        #expect(Self.queue(20, booked: [10]).growth(of: 0, to: 21) == .tooMany && Self.queue(20, booked: [10]).growth(of: 9, to: 3) == .tooMany)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `no place is given twice and nobody is passed, whatever happens in whatever order`(_ seed: UInt64) {
        var dice = Dice(state: seed), places = 5 + dice.roll(40), groups: [Queue.Group] = [], next = 0
        for _ in 0..<60 {
            let queue = Queue(places: places, groups)
            switch dice.roll(4) {
            case 0, 1:
                let pupils = 1 + dice.roll(places)
                groups.append(Queue.Group(next, pupils: pupils, hasPlaces: queue.admits(pupils)))
                next += 1
            case 2 where !groups.isEmpty: groups.remove(at: dice.roll(groups.count))
            case 3 where !groups.isEmpty:
                let place = dice.roll(groups.count), pupils = 1 + dice.roll(places)
                if queue.growth(of: groups[place].id, to: pupils) == .stays { groups[place].pupils = pupils }
            default: places = max(Queue(places: places, groups).taken, places + dice.roll(9) - 4)
            }
            let admitted = Set(Queue(places: places, groups).admitted)
            for place in groups.indices where admitted.contains(groups[place].id) { groups[place].hasPlaces = true }
            let now = Queue(places: places, groups)
            #expect(now.taken <= places, "seed \(seed)")
            #expect(now.admitted.isEmpty, "seed \(seed): whoever fits has come in")
            if let first = now.waiting.first { #expect(first.pupils > now.free, "seed \(seed): the first that waits does not fit") }
            let order = groups.filter { !$0.hasPlaces }.map(\.id)
            #expect(order == order.sorted(), "seed \(seed)")
        }
    }

    // MARK: Sessions

    @Test func `a session comes back each week until a day, and not for ever`() throws {
        let day = try #require(Day(iso: "2026-03-05")), time = try #require(ClockTime(hour: 10, minute: 0)), end = try #require(ClockTime(hour: 11, minute: 0))
        let draft = ClubSessionDraft(.open, title: "Врата", day: day, begins: time, ends: end)
        #expect(draft.weekly(until: day).map(\.day) == [day])
        #expect(draft.weekly(until: day.adding(days: 20)).map(\.day.iso) == ["2026-03-05", "2026-03-12", "2026-03-19"])
        #expect(draft.weekly(until: day.adding(days: -3)).count == 1)
        #expect(draft.weekly(until: day.adding(days: 7 * 400)).count == ClubSessionDraft.weeksMost)
    }

    @Test func `a group's grades are those of the topic`() {
        let draft = ClubBookingDraft(grades: [4: 3, 6: 10])
        #expect(draft.pupils == 13 && draft.strays(from: 5...8) == [4] && draft.strays(from: nil) == [] && draft.strays(from: 0...12) == [])
    }

    @Test func `a form of a group is read line by line`() throws {
        func faults(_ values: [(String, String)]) -> [String] {
            do {
                _ = try ClubBookingDraft(Typed(values), isNew: true)
                return []
            } catch let problem as Problem { return problem.faults.compactMap(\.field) } catch { return ["?"] }
        }
        let sound = [("school", "1"), ("grade1", "5"), ("pupils1", "12"), ("adults", "1")]
        #expect(faults(sound) == [])
        #expect(faults(sound + [("grade2", "6"), ("pupils2", "0")]) == ["pupils2"])
        #expect(faults(sound + [("grade2", "5"), ("pupils2", "3")]) == ["grade2"], "one grade, one line")
        #expect(faults(sound + [("pupils3", "3")]) == ["grade3"])
        #expect(faults([("school", "x"), ("grade1", "13"), ("pupils1", "-2"), ("adults", "0")]) == ["school", "grade1", "pupils1", "adults"])
        #expect(try ClubBookingDraft(Typed(sound + [("grade2", "6"), ("pupils2", "4")]), isNew: true).grades == [5: 12, 6: 4])
    }

    // MARK: Ideas, tally

    @Test func `an idea moves along one way`() {
        for from in ClubIdea.State.allCases {
            for to in ClubIdea.State.allCases where from.next.contains(to) {
                #expect([("sent", "open"), ("sent", "declined"), ("open", "taken"), ("open", "declined"),
                    ("taken", "done")].contains { $0 == (from.rawValue, to.rawValue) })
            }
        }
        #expect(ClubIdea.State.allCases.filter(\.isPublic) == [.open, .taken, .done])
    }

    @Test func `a button of the tally says who and how many, and nothing else is read`() {
        #expect(ClubTally.read("pupil-5")?.number == 5 && ClubTally.read("other-1")?.kind == .other)
        for text in ["", "pupil", "pupil-", "pupil-2", "pupil-5-1", "child-1", "pupil--5", "pupil-5000",
            "pupil- 5"] { #expect(ClubTally.read(text) == nil, "\(text)") }
    }

    // MARK: Figures

    @Test func `figures add up by kind, month and school, and name the schools that never came`() throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        let places = (1...3).map { ClubFigures.Place(School.ID(Int64($0)), name: "Школа \($0)", municipality: "Бистрик") }
        let far = ClubFigures.Place(School.ID(9), name: "Далека", municipality: "Друга")
        let activities = [
            ClubFigures.Activity(.workshop, on: try day("2026-03-02"),
                groups: [.init(places[0].id, pupils: 10, adults: 1), .init(places[0].id, pupils: 5, adults: 1)]),
            ClubFigures.Activity(.workshop, on: try day("2026-03-09"), groups: [.init(places[1].id, pupils: 20, adults: 2), .init(nil, pupils: 4, adults: 0)],
                visitors: ClubVisitors(pupils: 2)),
            ClubFigures.Activity(.open, on: try day("2026-04-09"), visitors: ClubVisitors(pupils: 7, teachers: 1, others: 3)),
            ClubFigures.Activity(.workshop, on: try day("2026-05-09"), groups: [.init(far.id, pupils: 6, adults: 1)]),
            ClubFigures.Activity(.workshop, on: try day("2025-12-31"), groups: [.init(places[2].id, pupils: 99, adults: 9)]),
        ]
        let figures = ClubFigures(of: 2026, activities, schools: places, named: [far])
        #expect(figures.together.activities == 4 && figures.together.visitors == ClubVisitors(pupils: 54, teachers: 6, others: 3))
        #expect(figures.kinds[.workshop]?.activities == 3 && figures.kinds[.open]?.visitors.others == 3 && figures.kinds[.day] == nil)
        #expect(figures.months[3]?.visitors.pupils == 41 && figures.months[12] == nil, "another year is left out")
        #expect(figures.reached.map(\.school) == [places[0], places[1], far])
        #expect(figures.reached.first?.sum.activities == 1, "two groups of one school are one visit")
        #expect(figures.never == [places[2]] && figures.elsewhere.visitors.pupils == 4)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `months, kinds and all together tell the same`(_ seed: UInt64) throws {
        var dice = Dice(state: seed)
        let places = (1...6).map { ClubFigures.Place(School.ID(Int64($0)), name: "\($0)", municipality: "") }
        let activities = try (0..<dice.roll(40)).map { _ in
            let day = try #require(Day(year: 2026, month: 1 + dice.roll(12), day: 1 + dice.roll(28))), kind = ClubFigures.Kind.allCases[dice.roll(3)]
            let groups = (0..<dice.roll(4)).map { _ in
                ClubFigures.Group(dice.roll(5) == 0 ? nil : places[dice.roll(6)].id, pupils: 1 + dice.roll(30), adults: dice.roll(3))
            }
            return ClubFigures.Activity(kind, on: day, groups: groups,
                visitors: ClubVisitors(pupils: dice.roll(9), teachers: dice.roll(3), others: dice.roll(9)))
        }
        let figures = ClubFigures(of: 2026, activities, schools: places)
        for sums in [Array(figures.kinds.values), Array(figures.months.values)] {
            #expect(sums.map(\.activities).reduce(0, +) == figures.together.activities)
            #expect(sums.map(\.visitors).reduce(ClubVisitors()) { $0 + $1 } == figures.together.visitors)
        }
        let walked = activities.reduce(0) { $0 + $1.visitors.pupils }, grouped = figures.reached.reduce(0) { $0 + $1.sum.visitors.pupils }
        #expect(walked + grouped + figures.elsewhere.visitors.pupils == figures.together.visitors.pupils)
        #expect(figures.reached.count + figures.never.count == places.count)
    }
}
