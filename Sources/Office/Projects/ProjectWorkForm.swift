import Events
import Files
import Forms
import Kernel
import Languages
import Library

// What was typed of the work of a project: money, activities, indicators, reports.

extension BudgetLineDetails {
    init(_ typed: Typed, _ currency: Currency) throws {
        var faults = Faults()
        let (name, source) = (typed["name"], typed["source"])
        faults.words(name, "name", .line)
        faults.limit(source, "source", .line)
        faults.require(!typed["planned"].isEmpty, "planned", T.common.errorMissing)
        let planned = faults.amount(typed, "planned", currency), reserved = faults.amount(typed, "reserved", currency)
        try faults.check()
        self.init(name, source: source, planned: planned.minor, reserved: reserved.minor)
    }

    var typed: Typed { Typed(["name": name, "source": source, "planned": amountTyped(planned), "reserved": reserved == 0 ? "" : amountTyped(reserved)]) }
}

/// What was spent, as it was typed.
struct SpendingForm {
    let day: Day
    let paper: String
    let words: String
    let amount: Int

    init(_ typed: Typed, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let day = faults.dayTyped(typed, "day", own: own), (paper, words) = (typed["paper"], typed["words"])
        faults.words(paper, "paper", .label)
        faults.limit(words, "words", .sentence)
        let money = faults.amount(typed, "amount", currency)
        faults.require(money.minor > 0, "amount", T.projects.errorAmount)
        try faults.check()
        guard let day else { throw Problem.missing }
        (self.day, self.paper, self.words, amount) = (day, paper, words, money.minor)
    }
}

extension ProjectActivityDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let name = typed["name"], responsible = typed["responsible"], state = ProjectActivity.State(rawValue: typed["state"])
        faults.words(name, "name", .line)
        faults.limit(responsible, "responsible", .line)
        faults.require(state != nil, "state", T.common.errorChoose)
        let days = faults.daysTyped(typed, own: own)
        try faults.check()
        guard let days else { throw Problem.missing }
        self.init(name, days, responsible: responsible, state ?? .planned)
    }

    var typed: Typed {
        Typed(["name": name, "first": days.lowerBound.iso, "last": days.upperBound.iso, "responsible": responsible, "state": state.rawValue])
    }
}

extension ActivityLinkDraft {
    /// One thing: an event, a title, or a purchase.
    init(_ typed: Typed, _ currency: Currency) throws {
        var faults = Faults()
        let event: Event.ID? = faults.numberOfRow(typed, "event", T.projects.errorEvent)
        let title: LibraryTitle.ID? = faults.numberOfRow(typed, "title", T.projects.errorTitle)
        let purchase = typed["purchase"], amount = faults.amount(typed, "amount", currency)
        faults.limit(purchase, "purchase", .sentence)
        let named = [!typed["event"].isEmpty, !typed["title"].isEmpty, !purchase.isEmpty].count { $0 }
        faults.require(named == 1, "event", T.projects.errorOneThing)
        try faults.check()
        if let event { self = .event(event) } else if let title { self = .title(title) } else { self = .purchase(purchase, typed["amount"].isEmpty ? nil : amount) }
    }
}

extension IndicatorDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let (name, unit) = (typed["name"], typed["unit"]), way = Indicator.Way(rawValue: typed["way"])
        faults.words(name, "name", .line)
        faults.words(unit, "unit", .label)
        faults.require(way != nil, "way", T.common.errorChoose)
        let baseline = faults.number(typed, "baseline", in: Self.bounds, empty: 0), target = faults.number(typed, "target", in: Self.targetBounds)
        let due = faults.dayOrNone(typed, "due", own: own)
        try faults.check()
        self.init(name, unit: unit, baseline: baseline ?? 0, target: target ?? 1, due: due, way ?? .sum)
    }

    var typed: Typed {
        Typed([
            "name": name, "unit": unit, "baseline": "\(baseline)", "target": "\(target)", "due": due?.iso ?? "", "way": way.rawValue,
        ])
    }
}

extension EvidenceDraft {
    /// A number and what proves it; where an event is counted no number is typed.
    /// - Parameter file: what came with the form.
    init(_ typed: Typed, _ file: NewFile?, own: Language) throws {
        var faults = Faults()
        let day = faults.dayTyped(typed, "day", own: own), words = typed.lines("words"), counted = EvidenceRow.Counted(rawValue: typed["counted"])
        faults.words(words, "words", .note)
        faults.require(counted != nil || typed["counted"].isEmpty, "counted", T.common.errorChoose)
        let number = counted == nil ? faults.number(typed, "number", in: IndicatorDetails.bounds) : nil
        let event: Event.ID? = faults.numberOfRow(typed, "event", T.projects.errorEvent)
        let title: LibraryTitle.ID? = faults.numberOfRow(typed, "title", T.projects.errorTitle)
        let activity: ProjectActivity.ID? = faults.chosenRow(typed, "activity")
        faults.require(counted == nil || event != nil || !typed["event"].isEmpty, "event", T.projects.errorCounted)
        let named = [!typed["event"].isEmpty, !typed["title"].isEmpty, activity != nil, file != nil].count { $0 }
        faults.require(named == 1, "event", named == 0 ? T.projects.errorNoProof : T.projects.errorProofs)
        try faults.check()
        self.init(on: day ?? .zero, number, words: words)
        (self.counted, self.event, self.title, self.activity, self.file) = (counted, event, title, activity, file)
    }
}

/// A report that is due, as it was typed.
struct ReportForm {
    let title: String
    let recipient: String
    let due: Day

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let (title, recipient) = (typed["title"], typed["recipient"]), due = faults.dayTyped(typed, "due", own: own)
        faults.words(title, "title", .sentence)
        faults.words(recipient, "recipient", .line)
        try faults.check()
        guard let due else { throw Problem.missing }
        (self.title, self.recipient, self.due) = (title, recipient, due)
    }
}

/// Something that a call asks for, as it was typed.
struct CheckForm {
    let name: String
    let responsible: String
    let due: Day?

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let (name, responsible) = (typed["name"], typed["responsible"]), due = faults.dayOrNone(typed, "due", own: own)
        faults.words(name, "name", .line)
        faults.limit(responsible, "responsible", .line)
        try faults.check()
        (self.name, self.responsible, self.due) = (name, responsible, due)
    }
}

/// A few words that must not be empty and have an end.
enum ProjectWords {
    static func read(_ typed: Typed, _ field: String, _ limit: TextLimit, isOptional: Bool = false) throws -> String {
        let text = typed.lines(field)
        var faults = Faults()
        if isOptional { faults.limit(text, field, limit) } else { faults.words(text, field, limit) }
        try faults.check()
        return text
    }
}
