import Accounts
import Events
import Forms
import Kernel
import Languages

// What was typed about calls, partners and agreements, and the other way round.

extension FundingCallDetails {
    /// The deadline is a day and a minute of the centre's own time.
    init(_ typed: Typed, _ currency: Currency, _ zone: Zone, own: Language) throws {
        var faults = Faults()
        let (title, caller) = (typed["title"], typed["caller"])
        faults.words(title, "title", .sentence)
        faults.words(caller, "caller", .line)
        let day = faults.dayTyped(typed, "deadline", own: own), time = ClockTime(typed: typed["time"])
        faults.require(time != nil, "time", T.projects.errorTime)
        var deadline: Instant?
        if let day, let time {
            deadline = try? zone.instant(day, time)
            faults.require(deadline != nil, "time", T.projects.errorTime)
        }
        self.init(title, by: caller, until: deadline ?? Instant(seconds: 0))
        (link, funds, fit) = (typed["link"], typed.lines("funds"), typed.lines("fit"))
        faults.page(link, "link")
        faults.limit(funds, "funds", .note)
        faults.limit(fit, "fit", .note)
        let money = faults.amount(typed, "amount", Currency(rawValue: typed["currency"]) ?? currency)
        amount = typed["amount"].isEmpty ? nil : money
        decider = faults.chosenRow(typed, "decider")
        decisionDay = faults.dayOrNone(typed, "decisionDay", own: own)
        if let decisionDay, let day { faults.require(decisionDay <= day, "decisionDay", T.projects.errorDecisionLate) }
        try faults.check()
    }

    func typed(in zone: Zone, _ currency: Currency) -> Typed {
        Typed([
            "title": title, "caller": caller, "link": link, "deadline": zone.day(of: deadline).iso, "time": zone.time(of: deadline).iso, "funds": funds,
            "amount": amount.map { amountTyped($0.minor) } ?? "", "currency": (amount?.currency ?? currency).rawValue, "fit": fit,
            "decider": decider?.description ?? "", "decisionDay": decisionDay?.iso ?? "",
        ])
    }
}

extension PartnerDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let name = typed["name"], kind = Partner.Kind(rawValue: typed["kind"])
        faults.words(name, "name", .line)
        faults.require(kind != nil, "kind", T.common.errorChoose)
        self.init(name, kind ?? .other)
        (place, contact, link, what) = (typed["place"], typed["contact"], typed["link"], typed.lines("what"))
        faults.limit(place, "place", .line)
        faults.limit(contact, "contact", .sentence)
        faults.page(link, "link")
        faults.limit(what, "what", .note)
        keeper = faults.chosenRow(typed, "keeper")
        isShown = typed.has("shown")
        try faults.check()
    }

    func typed(isEnded: Bool) -> Typed {
        let typed = Typed([
            "name": name, "kind": kind.rawValue, "place": place, "contact": contact, "link": link, "what": what, "keeper": keeper?.description ?? "",
        ])
        return typed.with("shown", isShown ? "yes" : nil).with("ended", isEnded ? "yes" : nil)
    }
}

extension AgreementDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let (title, number) = (typed["title"], typed["number"]), kind = Agreement.Kind(rawValue: typed["kind"])
        faults.words(title, "title", .sentence)
        faults.limit(number, "number", .label)
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let signed = faults.dayTyped(typed, "signed", own: own), until = faults.dayOrNone(typed, "until", own: own)
        if let signed, let until { faults.require(signed <= until, "until", T.projects.errorEnds) }
        try faults.check()
        guard let signed else { throw Problem.missing }
        self.init(title, kind ?? .agreement, signed: signed, until: until)
        self.number = number
    }

    func typed(ended: Day?) -> Typed {
        Typed([
            "title": title, "number": number, "kind": kind.rawValue, "signed": signed.iso, "until": until?.iso ?? "", "endedOn": ended?.iso ?? "",
        ])
    }
}

/// What was done under an agreement, as it was typed.
struct AgreementDeedForm {
    let text: String
    let day: Day
    let event: Event.ID?
    let project: Project.ID?

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let text = typed.lines("text"), day = faults.dayTyped(typed, "day", own: own)
        faults.words(text, "text", .note)
        let event: Event.ID? = faults.numberOfRow(typed, "event", T.projects.errorEvent), project: Project.ID? = faults.chosenRow(typed, "project")
        try faults.check()
        guard let day else { throw Problem.missing }
        (self.text, self.day, self.event, self.project) = (text, day, event, project)
    }
}
