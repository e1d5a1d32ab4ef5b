import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages

// What was typed about circles, and the other way round.

/// A day that must be typed.
private func dayTyped(_ typed: Typed, _ field: String, own: Language, _ faults: inout Faults) -> Day? {
    let day = Day(typed: typed[field])
    faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
    return day
}

/// A row chosen from a list, or none.
private func chosen<Of>(_ typed: Typed, _ field: String, _ faults: inout Faults) -> ID<Of>? {
    guard !typed[field].isEmpty else { return nil }
    let id = ID<Of>(typed[field])
    faults.require(id != nil, field, T.common.errorChoose)
    return id
}

/// The number of an event of the centre, typed or as the end of its address.
private func eventTyped(_ typed: Typed, _ faults: inout Faults) -> Event.ID? {
    guard let last = typed["event"].split(separator: "/").last else { return nil }
    let id = Event.ID(last)
    faults.require(id != nil, "event", T.circles.errorEvent)
    return id
}

extension CircleDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let kind = Circle.Kind(rawValue: typed["kind"]), joining = Circle.Joining(rawValue: typed["joining"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(joining != nil, "joining", T.common.errorChoose)
        let quorum: Quorum?
        switch typed["quorum"] {
        case "half": quorum = .half
        case "third": quorum = .third
        case "number": quorum = faults.number(typed, "quorumNumber", in: Quorum.bounds).map { .number($0) }
        default:
            quorum = nil
            faults.add("quorum", T.common.errorChoose)
        }
        let council: Circle.ID? = chosen(typed, "council", &faults)
        self.init(
            name: typed["name"], kind: kind ?? .subject, subject: typed["subject"], aim: typed.lines("aim"), joining: joining ?? .chair, quorum: quorum ?? .half,
            talks: typed.has("talks"), council: council)
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name", .line)
        faults.limit(subject, "subject")
        faults.limit(aim, "aim", .note)
        try faults.check()
    }

    var typed: Typed {
        var fields = [("name", name), ("kind", kind.rawValue), ("subject", subject), ("aim", aim), ("joining", joining.rawValue), ("council", council?.description ?? "")]
        switch quorum {
        case .half: fields.append(("quorum", "half"))
        case .third: fields.append(("quorum", "third"))
        case .number(let number): fields += [("quorum", "number"), ("quorumNumber", "\(number)")]
        }
        if talks { fields.append(("talks", "yes")) }
        return Typed(fields)
    }
}

extension MeetingDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let first = dayTyped(typed, "day", own: own, &faults)
        let begins = ClockTime(typed: typed["begins"]), ends = ClockTime(typed: typed["ends"])
        faults.require(begins != nil, "begins", T.circles.errorTime)
        faults.require(ends != nil, "ends", T.circles.errorTime)
        if let begins, let ends { faults.require(begins < ends, "ends", T.circles.errorEnds) }
        let agenda = typed.lines("agenda").split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(/\s*\d+[.)]\s*/).trimmingPrefix(/\s+/) }.map(String.init)
            .filter { !$0.isEmpty }
        faults.require(!agenda.isEmpty, "agenda", T.circles.errorNoAgenda)
        faults.require(agenda.count <= Self.pointsMost, "agenda", T.circles.errorAgendaLong(most: .number(Self.pointsMost)))
        for point in agenda { if faults.isEmpty { faults.limit(point, "agenda", .sentence) } }
        let place = typed["place"], link = typed["link"]
        faults.limit(place, "place")
        faults.limit(link, "link")
        let isAddress = ["https://", "http://"].contains { link.lowercased().hasPrefix($0) && link.count > $0.count }
        faults.require(link.isEmpty || (isAddress && !link.contains(where: \.isWhitespace)), "link", T.circles.errorLink)
        faults.require(!place.isEmpty || !link.isEmpty, "place", T.circles.errorWhere)
        let event = eventTyped(typed, &faults)
        try faults.check()
        self.init(day: first ?? .zero, begins: begins ?? .midnight, ends: ends ?? .midnight, place: place, link: link, agenda: agenda, event: event)
    }

    var typed: Typed {
        Typed([
            "day": day.iso, "begins": begins.iso, "ends": ends.iso, "place": place, "link": link, "agenda": agenda.joined(separator: "\n"),
            "event": event?.description ?? "",
        ])
    }
}

/// The votes of a meeting, point by point. A point without any number was not voted on.
enum Ballots {
    static let fields = ["votes", "against", "abstained"]

    static func read(_ typed: Typed, _ points: [AgendaPoint]) throws -> [AgendaPoint.ID: Ballot] {
        var faults = Faults()
        var ballots: [AgendaPoint.ID: Ballot] = [:]
        for point in points {
            guard fields.contains(where: { !typed["\($0)-\(point.id)"].isEmpty }) else { continue }
            let numbers = fields.map { faults.number(typed, "\($0)-\(point.id)", in: Ballot.bounds, empty: 0) ?? 0 }
            ballots[point.id] = Ballot(yes: numbers[0], no: numbers[1], abstained: numbers[2])
        }
        try faults.check()
        return ballots
    }

    static func typed(_ points: [AgendaPoint]) -> [(name: String, value: String)] {
        points.flatMap { point in
            zip(fields, [point.ballot?.yes, point.ballot?.no, point.ballot?.abstained]).map { ("\($0)-\(point.id)", $1.map { "\($0)" } ?? "") }
        }
    }
}

extension CircleConclusionDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let text = typed.lines("text")
        faults.require(!text.isEmpty, "text", T.common.errorMissing)
        faults.limit(text, "text", .note)
        let owner: Person.ID? = chosen(typed, "owner", &faults)
        faults.require(owner != nil, "owner", T.circles.errorOwner)
        let due = dayTyped(typed, "due", own: own, &faults)
        let point: AgendaPoint.ID? = chosen(typed, "point", &faults), line: CirclePlanLine.ID? = chosen(typed, "plan", &faults)
        let event = eventTyped(typed, &faults)
        try faults.check()
        self.init(text: text, owner: owner, due: due ?? .zero, point: point, planLine: line, event: event)
    }

    var typed: Typed {
        Typed([
            "text": text, "owner": owner?.description ?? "", "due": due.iso, "point": point?.description ?? "", "plan": planLine?.description ?? "",
            "event": event?.description ?? "",
        ])
    }
}

/// How a conclusion stands, as it was typed.
enum ConclusionWord {
    static func read(_ typed: Typed) throws -> (state: CircleConclusion.State, outcome: String) {
        var faults = Faults()
        let state = CircleConclusion.State(rawValue: typed["state"]), outcome = typed.lines("outcome")
        faults.require(state != nil, "state", T.common.errorChoose)
        faults.limit(outcome, "outcome")
        try faults.check()
        return (state ?? .open, outcome)
    }
}

extension CirclePlanDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(typed.lines("text"), term: typed["term"], responsible: typed["responsible"], indicator: typed["indicator"])
        faults.require(!text.isEmpty, "text", T.common.errorMissing)
        faults.limit(text, "text", .note)
        faults.limit(term, "term", .label)
        faults.limit(responsible, "responsible", .line)
        faults.limit(indicator, "indicator", .sentence)
        try faults.check()
    }

    var typed: Typed { Typed(["text": text, "term": term, "responsible": responsible, "indicator": indicator]) }
}

/// A term as it was typed.
struct ChairForm {
    let person: Person.ID
    let isDeputy: Bool
    let term: ClosedRange<Day>
    let point: AgendaPoint.ID?

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let person: Person.ID? = chosen(typed, "person", &faults)
        faults.require(person != nil, "person", T.common.errorChoose)
        let first = dayTyped(typed, "since", own: own, &faults), last = dayTyped(typed, "until", own: own, &faults)
        if let first, let last { faults.require(first <= last, "until", T.circles.errorTermEnds) }
        point = chosen(typed, "point", &faults)
        isDeputy = typed["office"] == "deputy"
        try faults.check()
        guard let person, let first, let last else { throw Problem.missing }
        self.person = person
        term = first...last
    }
}

extension CircleVisitDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let date = dayTyped(typed, "day", own: own, &faults), lesson = typed["lesson"], seen = typed.lines("seen")
        faults.require(!lesson.isEmpty, "lesson", T.common.errorMissing)
        faults.limit(lesson, "lesson", .sentence)
        faults.limit(seen, "seen", .note)
        let host: Person.ID? = chosen(typed, "host", &faults), guest: Person.ID? = chosen(typed, "guest", &faults)
        faults.require(host != nil, "host", T.common.errorChoose)
        faults.require(guest != nil, "guest", T.common.errorChoose)
        try faults.check()
        guard let date, let host, let guest else { throw Problem.missing }
        self.init(day: date, lesson: lesson, seen: seen, host: host, guest: guest)
    }
}

/// A few words that must not be empty and have an end.
enum CircleWords {
    static func read(_ typed: Typed, _ field: String, _ limit: TextLimit) throws -> String {
        let text = typed.lines(field)
        var faults = Faults()
        faults.require(!text.isEmpty, field, T.common.errorMissing)
        faults.limit(text, field, limit)
        try faults.check()
        return text
    }
}
