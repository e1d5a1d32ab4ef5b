import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Portfolio

// What was typed about kits, and the other way round.

/// A day that must be typed.
private func dayTyped(_ typed: Typed, _ field: String, own: Language, _ faults: inout Faults) -> Day? {
    let day = Day(typed: typed[field])
    faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
    return day
}

extension KitRule {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let setUp = faults.number(typed, "setUp", in: KitTimes.bounds), transport = faults.number(typed, "transport", in: KitTimes.bounds)
        let most = faults.number(typed, "mostDays", in: Self.mostBounds), term = faults.number(typed, "termDays", in: Self.termBounds)
        self.init(KitTimes(setUp: setUp ?? 0, transport: transport ?? 0), mostDays: most ?? 1, termDays: term ?? 0, note: typed.lines("note"))
        faults.limit(note, "note", .note)
        try faults.check()
    }

    var typed: Typed {
        Typed(["setUp": "\(times.setUp)", "transport": "\(times.transport)", "mostDays": "\(mostDays)", "termDays": "\(termDays)", "note": note])
    }
}

/// A route as it was typed: of each stop the school or the place, the days, and the address of whoever takes the kit over.
struct RouteForm {
    var draft: KitDraft
    /// By the number of the stop.
    let emails: [Int: String]

    /// So many stops a form shows that nobody has filled.
    static let shown = 3

    /// - Parameter most: stops; somebody who books for the own class has one.
    init(_ typed: Typed, most: Int, own: Language) throws {
        var faults = Faults(), stops: [KitStop] = [], emails: [Int: String] = [:]
        for number in 1...most {
            let place = typed["place\(number)"], email = typed["email\(number)"]
            let isFilled = ["school", "place", "email", "first", "last"].contains { !typed["\($0)\(number)"].isEmpty }
            guard isFilled || number == 1 else { continue }
            let school = School.ID(typed["school\(number)"])
            faults.require(typed["school\(number)"].isEmpty || school != nil, "school\(number)", T.common.errorChoose)
            faults.require(school != nil || !place.isEmpty, "school\(number)", T.kits.errorWhere)
            faults.limit(place, "place\(number)", .line)
            faults.limit(email, "email\(number)", .line)
            let first = dayTyped(typed, "first\(number)", own: own, &faults)
            let last = typed["last\(number)"].isEmpty ? first : dayTyped(typed, "last\(number)", own: own, &faults)
            if let first, let last { faults.require(first <= last, "last\(number)", T.kits.errorEnds) }
            guard let first, let last, first <= last else { continue }
            stops.append(KitStop(school: school, place: school == nil ? place : "", days: first...last))
            if !email.isEmpty { emails[stops.count] = email }
        }
        let purpose = typed["purpose"]
        faults.limit(purpose, "purpose", .sentence)
        var event: Event.ID?
        if let last = typed["event"].split(separator: "/").last {
            event = Event.ID(last)
            faults.require(event != nil, "event", T.kits.errorEvent)
        }
        try faults.check()
        draft = KitDraft(KitRoute(stops, KitTimes()), purpose: purpose, event: event)
        self.emails = emails
    }

    /// With the people whose addresses were typed.
    /// - Throws: a problem at each address that nobody here has proved.
    func draft(_ people: [Int: Person]) throws -> KitDraft {
        var faults = Faults(), draft = draft
        for number in emails.keys.sorted() { faults.require(people[number] != nil, "email\(number)", T.kits.errorUnknown) }
        try faults.check()
        draft.receivers = draft.route.stops.indices.map { people[$0 + 1]?.id }
        return draft
    }

    /// So many stops stand in a form, and one more.
    static func count(_ typed: Typed) -> Int {
        let last = (1...KitRoute.stopsMost).last { number in ["school", "place", "first"].contains { !typed["\($0)\(number)"].isEmpty } } ?? 0
        return min(KitRoute.stopsMost, max(shown, last + 1))
    }
}

/// What was counted, part by part: as many fields as there are parts.
enum CheckForm {
    static func read(_ typed: Typed, _ parts: [KitCheck.Line]) throws -> (lines: [KitCheck.Line], note: String) {
        var faults = Faults()
        let lines = parts.enumerated().map { place, part in
            KitCheck.Line(part.name, expected: part.expected, found: faults.number(typed, "found-\(place)", in: KitCheck.countBounds) ?? 0)
        }
        let note = typed.lines("note")
        faults.limit(note, "note", .note)
        try faults.check()
        return (lines, note)
    }

    /// What stands there when the page is opened: what was found when it was last counted, else what there ought to be.
    static func typed(_ parts: [KitCheck.Line]) -> Typed { Typed(parts.enumerated().map { ("found-\($0)", "\($1.found)") }) }
}

extension KitNoteDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let last = dayTyped(typed, "day", own: own, &faults)
        let times = faults.number(typed, "times", in: Self.timesBounds), pupils = faults.number(typed, "pupils", in: Self.pupilsBounds, empty: 0)
        let lesson = typed["lesson"], words = typed.lines("words")
        if let times, times > 0 {
            faults.require(!lesson.isEmpty, "lesson", T.common.errorMissing)
            faults.require((pupils ?? 1) > 0, "pupils", T.kits.errorPupils)
        }
        faults.limit(lesson, "lesson", .sentence)
        faults.limit(words, "words", .note)
        try faults.check()
        self.init(on: last ?? .zero, times: times ?? 0, pupils: pupils ?? 0, lesson: lesson, words: words)
    }

    var typed: Typed { Typed(["day": day.iso, "times": "\(times)", "pupils": "\(pupils)", "lesson": lesson, "words": words]) }
}

/// Whether a note is put among the activities, and by which line.
enum OfferForm {
    static func read(_ typed: Typed, title: String) throws -> KitOffer? {
        guard typed.has("offer") else { return nil }
        let line = typed["line"], chosen = PointsTable.Line.ID(line)
        guard line.isEmpty || chosen != nil else { throw Problem.invalid("line", T.common.errorChoose) }
        return KitOffer(chosen, title: String(title.prefix(TextLimit.sentence.rawValue)))
    }
}

/// Which labels are printed, and on which sheet.
struct LabelForm {
    /// Numbers of the inventory book.
    let numbers: ClosedRange<Int>
    let sheet: LabelSheet
    /// Places of the first sheet that are used already.
    let skip: Int
    let hasBars: Bool

    static let most = 2_000

    init(_ typed: Typed) throws {
        var faults = Faults()
        let from = faults.number(typed, "from", in: 1...9_999_999), to = typed["to"].isEmpty ? from : faults.number(typed, "to", in: 1...9_999_999)
        let sheet = typed.number("sheet", in: 0...LabelSheet.all.count - 1).map { LabelSheet.all[$0] }
        faults.require(sheet != nil, "sheet", T.common.errorChoose)
        let skip = faults.number(typed, "skip", in: 0...max(0, (sheet?.count ?? 1) - 1), empty: 0)
        if let from, let to {
            faults.require(from <= to, "to", T.kits.errorNumbers)
            faults.require(to - from < Self.most, "to", T.kits.errorManyLabels(most: .number(Self.most)))
        }
        try faults.check()
        guard let from, let to, let sheet else { throw Problem.missing }
        (numbers, self.sheet, self.skip, hasBars) = (from...to, sheet, skip ?? 0, typed["code"] != "square")
    }
}
