import Accounts
import Forms
import Kernel
import Languages
import Markdown
import Publishing

// What was typed about projects, and the other way round.

extension Faults {
    /// A day that must be typed.
    mutating func dayTyped(_ typed: Typed, _ field: String, own: Language) -> Day? {
        let day = Day(typed: typed[field])
        require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        return day
    }

    /// A day, or none where nothing was typed.
    mutating func dayOrNone(_ typed: Typed, _ field: String, own: Language) -> Day? { typed[field].isEmpty ? nil : dayTyped(typed, field, own: own) }

    /// A row chosen from a list, or none.
    mutating func chosenRow<Of>(_ typed: Typed, _ field: String) -> ID<Of>? {
        guard !typed[field].isEmpty else { return nil }
        let id = ID<Of>(typed[field])
        require(id != nil, field, T.common.errorChoose)
        return id
    }

    /// A number, typed or as the end of an address.
    mutating func numberOfRow<Of>(_ typed: Typed, _ field: String, _ fault: Phrase) -> ID<Of>? {
        guard let last = typed[field].split(separator: "/").last else { return nil }
        let id = ID<Of>(last)
        require(id != nil, field, fault)
        return id
    }

    /// An amount of money; nothing typed is nothing.
    mutating func amount(_ typed: Typed, _ field: String, _ currency: Currency) -> Money {
        guard !typed[field].isEmpty else { return .nothing(currency) }
        let money = Money(typed: typed[field], currency)
        require(money != nil, field, T.projects.errorAmount)
        return money ?? .nothing(currency)
    }

    /// Words that must stand there and have an end.
    mutating func words(_ text: String, _ field: String, _ limit: TextLimit) {
        require(!text.isEmpty, field, T.common.errorMissing)
        self.limit(text, field, limit)
    }

    /// The address of a page, or nothing.
    mutating func page(_ link: String, _ field: String) {
        limit(link, field, .sentence)
        let isAddress = ["https://", "http://"].contains { link.lowercased().hasPrefix($0) && link.count > $0.count }
        require(link.isEmpty || (isAddress && !link.contains(where: \.isWhitespace)), field, T.projects.errorLink)
    }

    /// Days of which the first is not behind the last.
    mutating func daysTyped(_ typed: Typed, _ first: String = "first", _ last: String = "last", own: Language) -> ClosedRange<Day>? {
        let from = dayTyped(typed, first, own: own), until = dayTyped(typed, last, own: own)
        guard let from, let until else { return nil }
        require(from <= until, last, T.projects.errorEnds)
        return from <= until ? from...until : nil
    }
}

/// An amount as a field shows it.
func amountTyped(_ minor: Int) -> String {
    minor % 100 == 0 ? "\(minor / 100)" : "\(minor / 100),\(minor % 100 < 10 ? "0" : "")\(minor % 100)"
}

extension ProjectDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let part = Project.Part(rawValue: typed["part"]), currency = Currency(rawValue: typed["currency"])
        faults.require(part != nil, "part", T.common.errorChoose)
        faults.require(currency != nil, "currency", T.common.errorChoose)
        let name = typed["name"]
        faults.words(name, "name", .line)
        self.init(name, part ?? .applicant, amount: faults.amount(typed, "amount", currency ?? .rsd))
        ownShare = faults.amount(typed, "ownShare", currency ?? .rsd)
        (number, source, summary) = (typed["number"], typed["source"], typed["summary"])
        description = typed.lines("description")
        faults.limit(number, "number", .label)
        faults.limit(source, "source", .line)
        faults.limit(summary, "summary", .sentence)
        faults.limit(description, "description", .text)
        if let dropped = Markdown(description).dropped.first { faults.add("description", dropped.phrase) }
        call = faults.chosenRow(typed, "call")
        lead = faults.chosenRow(typed, "lead")
        (first, last) = (faults.dayOrNone(typed, "first", own: own), faults.dayOrNone(typed, "last", own: own))
        if let first, let last { faults.require(first <= last, "last", T.projects.errorEnds) }
        isShown = typed.has("shown")
        faults.require(!isShown || !summary.isEmpty, "summary", T.projects.errorShown)
        try faults.check()
    }

    var typed: Typed {
        let typed = Typed([
            "name": name, "number": number, "part": part.rawValue, "call": call?.description ?? "", "source": source, "first": first?.iso ?? "",
            "last": last?.iso ?? "", "currency": amount.currency.rawValue, "amount": amount.isZero ? "" : amountTyped(amount.minor),
            "ownShare": ownShare.isZero ? "" : amountTyped(ownShare.minor), "lead": lead?.description ?? "", "summary": summary, "description": description,
        ])
        return isShown ? typed.with("shown", "yes") : typed
    }
}

/// A step of a project as it was typed.
struct ProjectStepForm {
    let state: ProjectState
    let day: Day
    let reason: String

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let state = ProjectState(rawValue: typed["state"]), day = faults.dayTyped(typed, "day", own: own), reason = typed.lines("reason")
        faults.require(state != nil, "state", T.common.errorChoose)
        faults.limit(reason, "reason", .note)
        try faults.check()
        guard let state, let day else { throw Problem.missing }
        (self.state, self.day, self.reason) = (state, day, reason)
    }
}

/// Somebody who is to work in a project, by the address of the account or by name.
struct ProjectPersonForm {
    let email: String
    let name: String
    let part: String
    let share: WorkShare

    /// - Parameter isNew: whether it must be said who.
    init(_ typed: Typed, isNew: Bool, own: Language) throws {
        var faults = Faults()
        let (email, name, part) = (typed["email"], typed["name"], typed["part"])
        if isNew { faults.require(!email.isEmpty || !name.isEmpty, "email", T.projects.errorWho) }
        faults.limit(email, "email", .line)
        faults.limit(name, "name", .line)
        faults.limit(part, "part", .label)
        let percent = faults.number(typed, "percent", in: WorkShare.bounds), days = faults.daysTyped(typed, own: own)
        try faults.check()
        guard let percent, let days else { throw Problem.missing }
        (self.email, self.name, self.part, share) = (email, name, part, WorkShare(percent, days))
    }
}

/// Hours of a month as they were typed.
enum WorkHoursForm {
    static func read(_ typed: Typed) throws -> WorkHours {
        var faults = Faults()
        let member: ProjectPerson.ID? = faults.chosenRow(typed, "member"), month = Day(iso: typed["month"])
        faults.require(member != nil, "member", T.common.errorChoose)
        faults.require(month != nil, "month", T.common.errorChoose)
        let hours = faults.number(typed, "hours", in: WorkMonth.hoursBounds), words = typed["words"]
        faults.limit(words, "words", .sentence)
        try faults.check()
        guard let member, let month, let hours else { throw Problem.missing }
        return WorkHours(member, WorkMonth(containing: month), hours, words: words)
    }
}

/// The part of a partner in a project; nothing chosen takes it out.
enum ProjectPartnerForm {
    static func read(_ typed: Typed) throws -> (partner: Partner.ID, part: Partner.Part?) {
        var faults = Faults()
        let partner: Partner.ID? = faults.chosenRow(typed, "partner"), part = Partner.Part(rawValue: typed["partnerPart"])
        faults.require(partner != nil, "partner", T.common.errorChoose)
        faults.require(part != nil || typed["partnerPart"].isEmpty, "partnerPart", T.common.errorChoose)
        try faults.check()
        guard let partner else { throw Problem.missing }
        return (partner, part)
    }
}
