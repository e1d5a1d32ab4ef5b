import Bookings
import Centres
import Events
import Forms
import Kernel
import Languages

// What was typed about clubs, and the other way round.

extension Faults {
    /// A day that must be typed.
    fileprivate mutating func day(_ typed: Typed, _ field: String, own: Language) -> Day? {
        let day = Day(typed: typed[field])
        require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        return day
    }

    fileprivate mutating func time(_ typed: Typed, _ field: String) -> ClockTime? {
        let time = ClockTime(typed: typed[field])
        require(time != nil, field, T.club.errorTime)
        return time
    }

    fileprivate mutating func grade(_ typed: Typed, _ field: String) -> Int? {
        guard !typed[field].isEmpty else { return nil }
        let grade = Int(typed: typed[field], in: ClubGrade.all)
        require(grade != nil, field, T.common.errorChoose)
        return grade
    }

    fileprivate mutating func line(_ typed: Typed, _ field: String, _ most: TextLimit) -> String {
        let text = typed[field]
        limit(text, field, most)
        return text
    }

    fileprivate mutating func needed(_ typed: Typed, _ field: String, _ most: TextLimit) -> String {
        let text = line(typed, field, most)
        require(!text.isEmpty, field, T.common.errorMissing)
        return text
    }

    fileprivate mutating func id<Of>(_ typed: Typed, _ field: String, of tag: Of.Type = Of.self) -> ID<Of>? {
        guard !typed[field].isEmpty else { return nil }
        let id = ID<Of>(typed[field])
        require(id != nil, field, T.common.errorChoose)
        return id
    }
}

extension ClubDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let language = Language(rawValue: typed["language"])
        faults.require(language != nil, "language", T.common.errorChoose)
        let name = faults.needed(typed, "name", .line), summary = faults.line(typed, "summary", .sentence), about = typed.lines("text")
        faults.limit(about, "text", .letter)
        let place = faults.line(typed, "place", .line), hall: Hall.ID? = faults.id(typed, "hall")
        try faults.check()
        self.init(name, in: language ?? .sr, summary: summary, about: about, hall: hall, place: hall == nil ? place : "")
    }

    var typed: Typed {
        Typed(["name": name, "language": language.rawValue, "summary": summary, "text": about, "hall": hall.map { "\($0)" } ?? "", "place": place])
    }
}

extension ClubTopicDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let name = faults.needed(typed, "name", .line), summary = faults.line(typed, "summary", .sentence)
        let from = faults.grade(typed, "from"), to = faults.grade(typed, "to") ?? from
        if let from, let to { faults.require(from <= to, "to", T.club.errorGradeOrder) } else { faults.require(to == nil, "from", T.common.errorChoose) }
        let minutes = faults.number(typed, "minutes", in: Self.minutesBounds), places = faults.number(typed, "places", in: ClubSessionDraft.placesBounds)
        let needs = typed.lines("note")
        faults.limit(needs, "note", .note)
        try faults.check()
        let grades = from.flatMap { from in to.map { from...max(from, $0) } }
        self.init(name, summary: summary, grades: grades, minutes: minutes ?? 60, places: places ?? 1, needs: needs)
    }

    var typed: Typed {
        Typed([
            "name": name, "summary": summary, "from": grades.map { "\($0.lowerBound)" } ?? "", "to": grades.map { "\($0.upperBound)" } ?? "",
            "minutes": "\(minutes)", "places": "\(places)", "note": needs,
        ])
    }
}

extension ClubSessionDraft {
    /// - Parameter kind: of a session that is changed: what it is stays.
    init(_ typed: Typed, kind known: ClubSession.Kind? = nil, own: Language) throws {
        var faults = Faults()
        let kind = known ?? (typed["topic"].isEmpty ? .open : .workshop), isOpen = kind == .open
        let topic: ClubTopic.ID? = faults.id(typed, "topic"), title = isOpen ? faults.needed(typed, "title", .sentence) : ""
        let day = faults.day(typed, "day", own: own), begins = faults.time(typed, "begins"), ends = faults.time(typed, "ends")
        if let begins, let ends { faults.require(begins < ends, "ends", T.club.errorEnds) }
        let places = isOpen ? 0 : faults.number(typed, "places", in: Self.placesBounds)
        let hall: Hall.ID? = faults.id(typed, "hall"), place = faults.line(typed, "place", .line)
        let mentor: ID<PersonTag>? = faults.id(typed, "mentor")
        try faults.check()
        guard let day, let begins, let ends else { throw Problem.missing }
        self.init(
            kind, topic: topic, title: title, day: day, begins: begins, ends: ends, places: places ?? 0, hall: hall, place: hall == nil ? place : "",
                mentor: mentor)
    }

    /// The sessions that were typed: one, or one each week.
    static func all(_ typed: Typed, today: Day, own: Language) throws -> [ClubSessionDraft] {
        let draft = try ClubSessionDraft(typed, own: own)
        var faults = Faults()
        faults.require(draft.day <= today.adding(days: daysAhead), "day", T.club.errorTooFar(most: .number(daysAhead)))
        let last = typed["last"].isEmpty ? draft.day : faults.day(typed, "last", own: own)
        if let last {
            faults.require(draft.day <= last, "last", T.club.errorLast)
            faults.require(draft.day.days(until: last) < weeksMost * 7, "last", T.club.errorWeeks(most: .number(weeksMost)))
        }
        try faults.check()
        return draft.weekly(until: last ?? draft.day)
    }

    var typed: Typed {
        Typed([
            "topic": topic.map { "\($0)" } ?? "", "title": title, "day": day.iso, "begins": begins.iso, "ends": ends.iso, "places": "\(places)",
            "hall": hall.map { "\($0)" } ?? "", "place": place, "mentor": mentor.map { "\($0)" } ?? "",
        ])
    }
}

extension ClubBookingDraft {
    /// - Parameter isNew: whether the school is asked; it stays when numbers change.
    init(_ typed: Typed, isNew: Bool) throws {
        var faults = Faults(), grades: [Int: Int] = [:]
        let school: School.ID? = isNew ? faults.id(typed, "school") : nil
        if isNew { faults.require(school != nil || !typed["school"].isEmpty, "school", T.common.errorChoose) }
        for line in 1...Self.lines {
            let isFilled = !typed["grade\(line)"].isEmpty || !typed["pupils\(line)"].isEmpty
            guard isFilled || line == 1 else { continue }
            let grade = faults.grade(typed, "grade\(line)")
            faults.require(!typed["grade\(line)"].isEmpty, "grade\(line)", T.common.errorChoose)
            let pupils = faults.number(typed, "pupils\(line)", in: Self.pupilsBounds)
            guard let grade, let pupils else { continue }
            faults.require(grades[grade] == nil, "grade\(line)", T.club.errorGradeTwice)
            grades[grade] = pupils
        }
        let name = faults.line(typed, "name", .label), adults = faults.number(typed, "adults", in: Self.adultsLeast...Self.adultsBounds.upperBound),
            note = typed.lines("note")
        faults.limit(note, "note", .note)
        try faults.check()
        self.init(school: school, name: name, grades: grades, adults: adults ?? 1, note: note)
    }

    var typed: Typed {
        let lines = grades.sorted { $0.key < $1.key }.enumerated().flatMap { place, line in
            [("grade\(place + 1)", "\(line.key)"), ("pupils\(place + 1)", "\(line.value)")]
        }
        return Typed([("school", school.map { "\($0)" } ?? ""), ("name", name), ("adults", "\(adults)"), ("note", note)] + lines)
    }
}

/// Who came, as it was counted: of each group, and without booking.
enum ClubCountForm {
    static func read(_ typed: Typed, _ bookings: [ClubBooking]) throws -> (came: [ClubBooking.ID: (pupils: Int, adults: Int)], visitors: ClubVisitors) {
        var faults = Faults(), came: [ClubBooking.ID: (pupils: Int, adults: Int)] = [:]
        for booking in bookings where booking.state != .cancelled {
            let pupils = faults.number(typed, "pupils-\(booking.id)", in: 0...ClubBookingDraft.pupilsBounds.upperBound, empty: 0)
            let adults = faults.number(typed, "adults-\(booking.id)", in: ClubBookingDraft.adultsBounds, empty: 0)
            if let pupils, let adults { came[booking.id] = (pupils, adults) }
        }
        let counts = ClubTally.allCases.map { ($0, faults.number(typed, $0.rawValue, in: ClubVisitors.bounds, empty: 0) ?? 0) }
        try faults.check()
        return (came, ClubVisitors(Dictionary(uniqueKeysWithValues: counts)))
    }

    /// What stands there when the page is opened: what was told, else that all came.
    static func typed(_ session: ClubSession, _ bookings: [ClubBooking]) -> Typed {
        let lines = bookings.flatMap { booking -> [(String, String)] in
            // Who waited for places till the end may have come all the same.
            let expected = booking.state == .booked ? (booking.pupils, booking.draft.adults) : (0, 0), came = booking.came.map { ($0.pupils, $0.adults) } ?? expected
            return [("pupils-\(booking.id)", "\(came.0)"), ("adults-\(booking.id)", "\(came.1)")]
        }
        return Typed(lines + ClubTally.allCases.map { kind in (kind.rawValue, session.visitors.map { "\($0[kind])" } ?? "") })
    }
}

extension ClubIdeaDraft {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let title = faults.needed(typed, "title", .sentence), words = typed.lines("words"), language = Language(rawValue: typed["language"]) ?? own
        faults.require(!words.isEmpty, "words", T.common.errorMissing)
        faults.limit(words, "words", .note)
        let school: School.ID? = faults.id(typed, "school"), grade = faults.grade(typed, "grade")
        try faults.check()
        self.init(title, in: language, words: words, school: school, grade: grade)
    }
}

/// What an idea becomes, as a mentor says it.
struct ClubTakeForm {
    let way: ClubIdea.Way
    let club: Club.ID?
    let link: String
    let words: String

    init(_ typed: Typed) throws {
        var faults = Faults()
        let way = ClubIdea.Way(rawValue: typed["way"])
        faults.require(way != nil, "way", T.common.errorChoose)
        club = faults.id(typed, "club")
        link = try faults.gather { try Self.link(typed) } ?? ""
        words = typed.lines("outcome")
        faults.limit(words, "outcome", .note)
        if way == .project { faults.require(!words.isEmpty, "outcome", T.common.errorMissing) }
        try faults.check()
        self.way = way ?? .project
    }

    /// An address that may be left out.
    static func link(_ typed: Typed) throws -> String {
        guard !typed["link"].isEmpty else { return "" }
        var faults = Faults()
        faults.limit(typed["link"], "link", .sentence)
        faults.require(typed["link"].hasPrefix("https://") || typed["link"].hasPrefix("http://"), "link", T.club.errorLink)
        try faults.check()
        return typed["link"]
    }
}

extension ClubStandDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let name = faults.needed(typed, "name", .line), summary = faults.line(typed, "summary", .sentence), place = faults.line(typed, "place", .line)
        try faults.check()
        self.init(name, summary: summary, place: place)
    }
}

/// The hours of a shift on the day of the event, and how many are needed.
enum ClubShiftForm {
    static func read(_ typed: Typed, on day: Day?, in zone: Zone, own: Language) throws -> (hours: Range<Instant>, needed: Int) {
        var faults = Faults()
        let begins = faults.time(typed, "begins"), ends = faults.time(typed, "ends"), needed = faults.number(typed, "needed", in: ClubShift.neededBounds)
        let first = day.flatMap { day in begins.flatMap { try? zone.instant(day, $0) } },
            last = day.flatMap { day in ends.flatMap { try? zone.instant(day, $0) } }
        if begins != nil { faults.require(first != nil, "begins", T.club.errorSkippedHour) }
        if ends != nil { faults.require(last != nil, "ends", T.club.errorSkippedHour) }
        if let first, let last { faults.require(first < last, "ends", T.club.errorEnds) }
        try faults.check()
        guard let first, let last, let needed else { throw Problem.missing }
        return (first..<last, needed)
    }
}
