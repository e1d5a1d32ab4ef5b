import Centres
import Events
import Forms
import Kernel
import Languages
import Markdown
import Publishing

// What was typed about contests, and the other way round.

extension ContestDraft {
    static let languages: [Language] = [.sr, .lt, .en]

    init(_ typed: Typed, own: Language, in zone: Zone) throws {
        var faults = Faults()
        let kind = ContestKind(rawValue: typed["kind"]), level = ContestLevel(rawValue: typed["level"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(level != nil, "level", T.common.errorChoose)
        let opens = Self.moment(typed, "opens", own, zone, &faults), closes = Self.moment(typed, "closes", own, zone, &faults)
        if let opens, let closes { faults.require(opens < closes, "closesDay", T.contests.errorClosesBefore) }
        self.init(
            kind ?? .photo, typed["name"], in: Language(rawValue: typed["language"]) ?? (own == .srLatn ? .sr : own), opens: opens ?? Instant(seconds: 0),
            closes: closes ?? Instant(seconds: 1))
        (lead, rules, prizes, partners) = (typed.lines("lead"), typed.lines("rules"), typed.lines("prizes"), typed.lines("partners"))
        (hasJury, isForPupils) = (typed.has("hasJury"), typed["who"] != "teachers")
        self.level = level ?? .centre
        if !typed["parent"].isEmpty {
            parent = Contest.ID(typed["parent"])
            faults.require(parent != nil, "parent", T.common.errorChoose)
            threshold = faults.number(typed, "threshold", in: Self.thresholds, empty: 0)
        }
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name", .line)
        for (field, text) in [("lead", lead), ("prizes", prizes), ("partners", partners)] { faults.limit(text, field, .note) }
        faults.limit(rules, "rules", .text)
        if let dropped = Markdown(rules).dropped.first { faults.add("rules", dropped.phrase) }
        try faults.check()
    }

    static let thresholds = 0...1_000

    private static func moment(_ typed: Typed, _ name: String, _ own: Language, _ zone: Zone, _ faults: inout Faults) -> Instant? {
        let day = Day(typed: typed["\(name)Day"]), time = ClockTime(typed: typed["\(name)Time"])
        faults.require(day != nil, "\(name)Day", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        faults.require(time != nil, "\(name)Time", T.contests.errorTime)
        guard let day, let time else { return nil }
        do { return try zone.instant(day, time) } catch {
            faults.add("\(name)Time", T.contests.errorTime)
            return nil
        }
    }

    func typed(in zone: Zone) -> Typed {
        Typed([
            ("kind", kind.rawValue), ("language", language.rawValue), ("name", name), ("lead", lead), ("rules", rules), ("prizes", prizes), ("partners", partners),
            ("who", isForPupils ? "pupils" : "teachers"), ("level", level.rawValue), ("opensDay", zone.day(of: opens).iso), ("opensTime", zone.time(of: opens).iso),
            ("closesDay", zone.day(of: closes).iso), ("closesTime", zone.time(of: closes).iso), ("parent", parent?.description ?? ""),
            ("threshold", threshold.map { "\($0)" } ?? ""),
        ] + (hasJury ? [("hasJury", "yes")] : []))
    }
}

extension ContestCategoryDraft {
    static let worksBounds = 1...200
    static let pixelsBounds = 100...20_000
    static let megabytesBounds = 1...40

    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(typed["name"])
        discipline = typed["discipline"]
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name", .line)
        faults.limit(discipline, "discipline", .line)
        let from = faults.numberOrNothing(typed, "from", in: AuthorDraft.grades), to = faults.numberOrNothing(typed, "to", in: AuthorDraft.grades)
        switch (from, to) {
        case (let from?, let to?):
            faults.require(from <= to, "to", T.contests.errorGradesOrder)
            if from <= to { grades = from...to }
        case (let from?, nil): grades = from...AuthorDraft.grades.upperBound
        case (nil, let to?): grades = AuthorDraft.grades.lowerBound...to
        case (nil, nil): break
        }
        mostWorks = faults.number(typed, "mostWorks", in: Self.worksBounds, empty: 5) ?? 5
        kinds = Set(typed.all("kinds").compactMap(ContestFileKind.init(rawValue:)))
        faults.require(kinds.count == typed.all("kinds").count, "kinds", T.common.errorChoose)
        leastPixels = faults.numberOrNothing(typed, "leastPixels", in: Self.pixelsBounds)
        mostBytes = faults.numberOrNothing(typed, "mostMegabytes", in: Self.megabytesBounds).map { $0 << 20 }
        try faults.check()
    }

    var typed: Typed {
        Typed([
            ("name", name), ("discipline", discipline), ("from", grades.map { "\($0.lowerBound)" } ?? ""), ("to", grades.map { "\($0.upperBound)" } ?? ""),
            ("mostWorks", "\(mostWorks)"), ("leastPixels", leastPixels.map { "\($0)" } ?? ""), ("mostMegabytes", mostBytes.map { "\($0 >> 20)" } ?? ""),
        ] + kinds.map(\.rawValue).sorted().map { ("kinds", $0) })
    }
}

extension ContestRetention {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let since = Day(typed: typed["since"])
        faults.require(since != nil, "since", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        let months = faults.number(typed, "months", in: Self.monthsBounds)
        faults.limit(typed["basis"], "basis", .line)
        try faults.check()
        self.init(since: since ?? .zero, months: months ?? Self.usual, basis: typed["basis"])
    }
}

/// The number of an event of the centre, typed or as the end of its address; none where nothing was typed.
enum ContestEventForm {
    static func read(_ typed: Typed) throws -> Event.ID? {
        guard let last = typed["event"].split(separator: "/").last else { return nil }
        guard let id = Event.ID(last) else { throw Problem.invalid("event", T.contests.errorEvent) }
        return id
    }
}

/// The order of a festival: when the first begins, the pause between two, and a number for each performance.
struct OrderForm {
    let first: Instant
    let pause: Int
    let works: [ContestWork.ID]

    init(_ typed: Typed, _ known: [ContestWork.ID], own: Language, in zone: Zone) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"]), time = ClockTime(typed: typed["time"])
        faults.require(day != nil, "day", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        faults.require(time != nil, "time", T.contests.errorTime)
        var first: Instant?
        if let day, let time { first = try? zone.instant(day, time) }
        faults.require(day == nil || time == nil || first != nil, "time", T.contests.errorTime)
        pause = faults.number(typed, "pause", in: RunningOrder.pauseBounds, empty: 0) ?? 0
        let numbers = known.map { (work: $0, number: faults.number(typed, "place-\($0)", in: 1...10_000) ?? 0) }
        try faults.check()
        self.first = first ?? Instant(seconds: 0)
        works = numbers.sorted { ($0.number, $0.work) < ($1.number, $1.work) }.map(\.work)
    }
}
