import Accounts
import Catalogue
import Forms
import Kernel
import Languages

/// What was typed of a proposal, and the other way round.
extension ProposalIdea {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let kind = ProposalKind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        self.init(
            kind ?? .programme, title: typed["title"], description: typed.lines("description"), subject: typed["subject"], source: typed["basis"], language: own)
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        faults.limit(title, "title")
        faults.limit(description, "description")
        faults.limit(subject, "subject")
        faults.limit(source, "basis")
        try faults.check()
        // Cyrillic letters say by themselves that it is not written in Latin.
        if language.isSerbian { language = Script.of(title) == .cyrillic ? .sr : .srLatn }
    }
}

extension ProposalFacts {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        self.init(typed["title"], in: Language(rawValue: typed["language"]) ?? own)
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        faults.limit(title, "title")
        hours = faults.numberOrNothing(typed, "hours", in: Self.hourBounds)
        days = faults.numberOrNothing(typed, "days", in: Self.dayBounds)
        form = Programme.Form(rawValue: typed["form"]) ?? .direct
        seatsMin = faults.number(typed, "seatsMin", in: Self.seatBounds, empty: 0) ?? 0
        seatsMax = faults.number(typed, "seats", in: 1...Self.seatBounds.upperBound, empty: 30) ?? 30
        (competence, priority, area) = (CycleCode.ID(typed["competence"]), CycleCode.ID(typed["priority"]), CycleCode.ID(typed["area"]))
        if !typed["starts"].isEmpty {
            starts = Day(typed: typed["starts"])
            faults.require(starts != nil, "starts", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        }
        place = typed["place"]
        faults.limit(place, "place")
        faults.require(seatsMin <= seatsMax, "seatsMin", T.catalogue.seatsMinTooMany)
        try faults.check()
    }
}

extension Proposal {
    var typed: Typed {
        func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        func id(_ code: CycleCode.ID?) -> String { code.map { "\($0)" } ?? "" }
        var fields: [(name: String, value: String)] = [("call", call.map { "\($0)" } ?? ""), ("title", facts.title), ("language", facts.language.rawValue)]
        fields += [("hours", number(facts.hours)), ("days", number(facts.days)), ("form", facts.form.rawValue)]
        fields += [("seatsMin", "\(facts.seatsMin)"), ("seats", "\(facts.seatsMax)")]
        fields += [("competence", id(facts.competence)), ("priority", id(facts.priority)), ("area", id(facts.area))]
        fields += [("starts", facts.starts?.iso ?? ""), ("place", facts.place)]
        return Typed(fields)
    }
}

/// Somebody who is asked to write it too, or to lead it.
struct InvitedAuthor {
    let name: PersonName
    let email: EmailAddress
    let isAuthor: Bool
    let isRealiser: Bool

    init(_ typed: Typed) throws {
        var faults = Faults()
        name = PersonName(given: typed["given_name"], family: typed["family_name"])
        faults.require(!name.given.isEmpty, "given_name", T.common.errorMissing)
        faults.require(!name.family.isEmpty, "family_name", T.common.errorMissing)
        faults.limit(name.given, "given_name")
        faults.limit(name.family, "family_name")
        let email = EmailAddress(typed["email"]), parts = Set(typed.all("part"))
        faults.require(email != nil, "email", T.common.errorEmail)
        (isAuthor, isRealiser) = (parts.contains("author"), parts.contains("realiser"))
        faults.require(isAuthor || isRealiser, "part", T.common.errorChoose)
        try faults.check()
        guard let email else { throw Problem.invalid("email", T.common.errorEmail) }
        self.email = email
    }
}

extension [ProposalReview.Mark] {
    /// A mark for each criterion.
    static func read(_ typed: Typed, _ criteria: [CallPart]) throws -> [ProposalReview.Mark] {
        var faults = Faults()
        let marks: [ProposalReview.Mark] = criteria.compactMap { part in
            let mark = Int(typed: typed["mark-\(part.code)"], in: ProposalReview.bounds), note = typed.lines("note-\(part.code)")
            faults.require(mark != nil, "mark-\(part.code)", T.common.errorChoose)
            faults.limit(note, "note-\(part.code)", .note)
            return mark.map { ProposalReview.Mark(part.code, $0, note) }
        }
        faults.limit(typed.lines("note"), "note", .note)
        try faults.check()
        return marks
    }
}

/// A day that somebody types beside a decision; without one it is today.
enum DecisionDay {
    static func read(_ typed: Typed, today: Day, own: Language) throws -> Day {
        guard !typed["day"].isEmpty else { return today }
        guard let day = Day(typed: typed["day"]) else {
            throw Problem.invalid("day", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        }
        return day
    }
}
