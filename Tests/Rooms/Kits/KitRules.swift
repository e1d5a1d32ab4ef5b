import Kernel
@testable import Kits
import Languages
import Testing

/// Windows, routes, free days, what lacks, what a counting finds.
@Suite struct KitRules {
    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }
    private static func days(_ first: String, _ last: String) -> ClosedRange<Day> { day(first)...day(last) }

    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test func `a window has the days for setting up and for the way`() {
        let stay = KitStop(days: Self.days("2026-03-10", "2026-03-12"))
        let cases: [(times: KitTimes, window: ClosedRange<Day>, leaves: String, back: String)] = [
            (KitTimes(), Self.days("2026-03-10", "2026-03-12"), "2026-03-10", "2026-03-12"),
            (KitTimes(setUp: 1), Self.days("2026-03-09", "2026-03-12"), "2026-03-10", "2026-03-12"),
            (KitTimes(transport: 1), Self.days("2026-03-09", "2026-03-13"), "2026-03-09", "2026-03-13"),
            (KitTimes(setUp: 2, transport: 3), Self.days("2026-03-05", "2026-03-15"), "2026-03-07", "2026-03-15"),
        ]
        for one in cases {
            let route = KitRoute([stay], one.times)
            #expect(route.window == one.window && route.leaves == Self.day(one.leaves) && route.isBack == Self.day(one.back), "\(one)")
        }
    }

    @Test func `the next school cannot have it before it is there`() {
        let today = Self.day("2026-03-01")
        func faults(_ transport: Int, _ second: String, most: Int? = nil) -> [KitRoute.Fault] {
            KitRoute([
                KitStop(days: Self.days("2026-03-10", "2026-03-12")), KitStop(days: Self.days(second, "2026-03-20")),
            ], KitTimes(transport: transport)).faults(today: today, most: most)
        }
        #expect(faults(0, "2026-03-12") == [.tooEarly(2, earliest: Self.day("2026-03-13"))], "nobody shares a day")
        #expect(faults(0, "2026-03-13") == [] && faults(1, "2026-03-14") == [])
        #expect(faults(1, "2026-03-13") == [.tooEarly(2, earliest: Self.day("2026-03-14"))])
        #expect(faults(0, "2026-03-13", most: 3) == [.tooLong(2, most: 3)] && faults(0, "2026-03-13", most: 8) == [])
        let near = KitRoute([KitStop(days: Self.days("2026-03-02", "2026-03-02"))], KitTimes(setUp: 1, transport: 1))
        #expect(near.faults(today: today, most: nil) == [.notReady(earliest: Self.day("2026-03-03"))])
        #expect(near.moved(days: 1).faults(today: today, most: nil) == [])
        #expect(KitRoute([], KitTimes()).faults(today: today, most: nil) == [.empty])
        #expect(KitRoute([KitStop(days: Self.days("2028-03-02", "2028-03-02"))], KitTimes()).faults(today: today, most: nil) == [.tooFar])
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `the next free days are free, and there are none sooner`(_ seed: UInt64) {
        var dice = Dice(state: seed), first = Self.day("2026-03-01")
        let taken = (0..<dice.roll(12)).map { _ -> ClosedRange<Day> in
            let from = first.adding(days: dice.roll(60) - 5)
            return from...from.adding(days: dice.roll(9))
        }
        first = first.adding(days: dice.roll(10))
        let length = 1 + dice.roll(8), last = first.adding(days: 400)
        guard let free = KitDays.nextFree(length, from: first, by: last, among: taken) else {
            Issue.record("there is always a day behind all of them")
            return
        }
        #expect(KitDays.isFree(free...free.adding(days: length - 1), among: taken) && free >= first)
        for day in first..<max(first, free) { #expect(!KitDays.isFree(day...day.adding(days: length - 1), among: taken), "\(day.iso) was free already") }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `whatever is booked one after the other, no copy is away twice`(_ seed: UInt64) {
        var dice = Dice(state: seed), taken: [Int: [ClosedRange<Day>]] = [1: [], 2: [], 3: []], booked = 0
        let today = Self.day("2026-03-01")
        for _ in 0..<60 {
            let times = KitTimes(setUp: dice.roll(3), transport: dice.roll(3)), begin = today.adding(days: 6 + dice.roll(60))
            var stops: [KitStop] = [], day = begin
            for _ in 0...dice.roll(3) {
                stops.append(KitStop(days: day...day.adding(days: dice.roll(4))))
                day = (stops.last?.days.upperBound ?? day).adding(days: 1 + times.transport + dice.roll(2))
            }
            let route = KitRoute(stops, times), shelf = KitShelf(taken.keys.sorted().map { KitShelf.Line($0, taken: taken[$0] ?? []) })
            #expect(route.faults(today: today, most: nil) == [])
            if let copy = shelf.free(for: route) {
                taken[copy, default: []].append(route.window)
                booked += 1
            } else if let next = shelf.next(route) {
                #expect(next.window.lowerBound > route.window.lowerBound && shelf.free(for: next) != nil && next.window.count == route.window.count)
                #expect(zip(next.stops, route.stops).allSatisfy { $0.days.count == $1.days.count }, "the route moves as a whole")
            }
        }
        for ranges in taken.values {
            let ordered = ranges.sorted { $0.lowerBound < $1.lowerBound }
            for (one, other) in zip(ordered, ordered.dropFirst()) { #expect(one.upperBound < other.lowerBound) }
        }
        #expect(booked > 5)
    }

    @Test func `days after an event are for those who were there, and for whoever was at any`() {
        let term = KitTerm(id: .init(1), event: .init(7), title: "Обука", days: Self.days("2026-03-01", "2026-03-30"), people: [.init(1)])
        let other = KitTerm(id: .init(2), event: .init(8), title: "Друга", days: Self.days("2026-03-20", "2026-04-10"), people: [.init(2)])
        let terms = [term, other]
        #expect(KitTerm.bar(to: .init(1), on: Self.days("2026-03-05", "2026-03-06"), terms) == nil)
        #expect(KitTerm.bar(to: .init(2), on: Self.days("2026-03-05", "2026-03-06"), terms)?.event == term.event)
        #expect(KitTerm.bar(to: .init(2), on: Self.days("2026-03-25", "2026-03-26"), terms) == nil, "one of the two is theirs")
        #expect(KitTerm.bar(to: .init(3), on: Self.days("2026-03-30", "2026-03-31"), terms) != nil)
        #expect(KitTerm.bar(to: nil, on: Self.days("2026-04-11", "2026-04-12"), terms) == nil)
        #expect(KitTerm.event(of: .init(2), on: Self.days("2026-04-01", "2026-04-02"), terms) == other.event)
        #expect(KitTerm.days(after: Self.day("2026-02-28"), KitRule(termDays: 30)) == Self.days("2026-03-01", "2026-03-30"))
        #expect(KitTerm.days(after: Self.day("2026-02-28"), KitRule(termDays: 0)) == nil)
    }

    @Test func `what lacked already is nobody's fault`() {
        func check(_ kind: KitCheck.Kind, _ found: Int...) -> KitCheck {
            KitCheck(kind, zip(["Жице", "Сијалице", "Мотор"], found).map { KitCheck.Line($0, expected: 10, found: $1) }, at: Instant(seconds: 0))
        }
        let out = check(.out, 10, 7, 10)
        #expect(out.incomplete == [.init("Сијалице", 3)])
        #expect(check(.back, 10, 7, 10).missing(since: out) == [])
        #expect(check(.back, 9, 7, 11).missing(since: out) == [.init("Жице", 1)])
        #expect(check(.back, 10, 9, 10).missing(since: out) == [], "more is no less")
        #expect(check(.back, 10, 7, 10).missing(since: nil) == [.init("Сијалице", 3)])
    }

    @Test func `a counting tells what stands, what lacks, and what does not belong`() {
        typealias Result = StockResult<Int>
        let known: [Result.Known] = [
            .init(1, shelf: "А"), .init(2, shelf: "А"), .init(3, shelf: "А", isOut: true), .init(4, shelf: "А", isOut: true), .init(5, shelf: "Б"),
            .init(6, shelf: "А", isOnShelf: false), .init(7, shelf: "А", isOnShelf: false), .init(8, shelf: "Б"),
        ]
        let result = Result(shelf: "А", known: known, scanned: [1, 4, 5, 6], unknown: ["999"])
        #expect(result.verdicts == [1: .found, 2: .missing, 3: .away, 4: .surprising, 5: .misplaced, 6: .surprising])
        #expect(result.expected == 2 && result[.found] == 1 && result.unknown == ["999"])
        let all = Result(shelf: "", known: known, scanned: [1, 2, 5, 8], unknown: [])
        #expect(all.verdicts == [1: .found, 2: .found, 3: .away, 4: .away, 5: .found, 8: .found] && all.expected == 4)
    }

    @Test func `every sheet of labels lies on its paper`() {
        for sheet in LabelSheet.all + [.cards] { #expect(sheet.fits, "\(sheet.name)") }
        #expect(Set(LabelSheet.all.map(\.name)).count == LabelSheet.all.count)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func `a counting of any order adds up`(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let known = (0..<50).map { StockResult<Int>.Known($0, shelf: ["А", "Б"][dice.roll(2)], isOnShelf: dice.roll(6) > 0, isOut: dice.roll(5) == 0) }
        let scanned = Set((0..<50).filter { _ in dice.roll(2) == 0 }), result = StockResult<Int>(shelf: "А", known: known, scanned: scanned, unknown: [])
        #expect(scanned.allSatisfy { result.verdicts[$0] != nil && result.verdicts[$0] != .missing && result.verdicts[$0] != .away })
        let onShelf = known.filter { $0.shelf == "А" && $0.isOnShelf && !$0.isOut }
        #expect(result.expected == onShelf.count)
        #expect(onShelf.allSatisfy { result.verdicts[$0.copy] == (scanned.contains($0.copy) ? .found : .missing) })
    }
}
