import Centres
import Events
import Forms
import Kernel
import Languages
import Purses

// What was typed about costs, contracts and journeys, and the other way round.

extension Faults {
    /// An amount that must be typed.
    mutating func money(_ typed: Typed, _ field: String, _ currency: Currency, least: Int = 0) -> Money? {
        let money = Money(typed: typed[field], currency)
        require((money?.minor ?? -1) >= least, field, T.costs.errorMoney(example: .money(currency.money(12_500_00))))
        return money
    }

    mutating func day(_ typed: Typed, _ field: String, own: Language) -> Day? {
        let day = Day(typed: typed[field])
        require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        return day
    }

    mutating func dayOrNothing(_ typed: Typed, _ field: String, own: Language) -> Day? { typed[field].isEmpty ? nil : day(typed, field, own: own) }

    mutating func line(_ typed: Typed, _ field: String, _ most: TextLimit) -> String {
        let text = typed[field]
        limit(text, field, most)
        return text
    }

    mutating func needed(_ typed: Typed, _ field: String, _ most: TextLimit) -> String {
        let text = line(typed, field, most)
        require(!text.isEmpty, field, T.common.errorMissing)
        return text
    }

    mutating func note(_ typed: Typed, _ field: String) -> String {
        let text = typed.lines(field)
        limit(text, field, .note)
        return text
    }

    /// A part of a hundred, with hundredths: *10,3* is 1030.
    mutating func rate(_ typed: Typed, _ field: String) -> Int? {
        let text = typed[field].replacing("%", with: "")
        if text.isEmpty { return 0 }
        let rate = Money(typed: text, .eur)?.minor
        require(rate.map { (0...PayRuleDraft.whole).contains($0) } ?? false, field, T.costs.errorRate)
        return rate
    }

    /// From when to when a rule holds, and on what it rests.
    mutating func days(_ typed: Typed, own: Language) -> RuleDays? {
        let starts = day(typed, "starts", own: own), ends = dayOrNothing(typed, "ends", own: own), article = line(typed, "basis", .line)
        if let starts, let ends { require(starts <= ends, "ends", T.costs.errorEnds) }
        return starts.map { RuleDays(from: $0, to: ends, article: article) }
    }
}

extension CostDraft {
    init(_ typed: Typed, of event: Event.ID?, _ currency: Currency) throws {
        var faults = Faults()
        let kind = Cost.Kind(rawValue: typed["kind"]), title = faults.needed(typed, "title", .sentence), planned = faults.money(typed, "planned", currency)
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let note = faults.note(typed, "note")
        try faults.check()
        self.init(kind ?? .other, title, planned ?? .nothing(currency), perHead: typed.has("perHead"), of: event, note: note)
    }

    func typed(_ t: Texts) -> Typed {
        Typed([("kind", kind.rawValue), ("title", title), ("planned", t.amount(planned)), ("note", note)] + (isPerHead ? [("perHead", "yes")] : []))
    }
}

extension Texts {
    /// An amount as it is typed: without its currency.
    func amount(_ money: Money) -> String {
        let hundredths = abs(money.minor % 100)
        return "\(money.minor / 100)" + (hundredths == 0 ? "" : ",\(hundredths < 10 ? "0" : "")\(hundredths)")
    }
}

extension CostBill {
    init(_ typed: Typed, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let amount = faults.money(typed, "amount", currency), day = faults.day(typed, "day", own: own), number = faults.line(typed, "number", .label)
        try faults.check()
        guard let amount, let day else { throw Problem.missing }
        self.init(amount, on: day, number: number)
    }
}

extension EventReckoning {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let heads = faults.number(typed, "heads", in: Self.headsBounds), every = faults.numberOrNothing(typed, "freeEvery", in: Self.freeBounds)
        let places = faults.number(typed, "freePlaces", in: Self.placesBounds, empty: 0)
        let reduction = faults.number(typed, "reduction", in: Self.reductionBounds, empty: 0)
        let split = typed["split"].isEmpty ? nil : FeeSplit.ID(typed["split"])
        faults.require(typed["split"].isEmpty || split != nil, "split", T.common.errorChoose)
        try faults.check()
        self.init(split: split, heads: heads ?? 0, freeEvery: every, freePlaces: places ?? 0, reduction: reduction ?? 0)
    }

    var typed: Typed {
        Typed([
            "split": split.map { "\($0)" } ?? "", "heads": "\(heads)", "freeEvery": freeEvery.map { "\($0)" } ?? "",
            "freePlaces": freePlaces == 0 ? "" : "\(freePlaces)", "reduction": reduction == 0 ? "" : "\(reduction)",
        ])
    }
}

extension FeeContractDraft {
    init(_ typed: Typed, of event: Event.ID?, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let kind = ContractKind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let name = faults.needed(typed, "name", .line), title = faults.needed(typed, "title", .sentence)
        let gross = faults.money(typed, "gross", currency, least: 1), due = faults.dayOrNothing(typed, "due", own: own), note = faults.note(typed, "note")
        try faults.check()
        self.init(kind ?? .work, name, title, gross ?? .nothing(currency), of: event, due: due, note: note)
    }

    func typed(_ t: Texts, email: String) -> Typed {
        Typed([
            "kind": kind.rawValue, "name": name, "email": email, "title": title, "gross": gross.isZero ? "" : t.amount(gross), "due": due?.iso ?? "", "note": note,
        ])
    }
}

extension TravelOrderDraft {
    init(_ typed: Typed, of event: Event.ID?, _ currency: Currency, in zone: Zone, own: Language) throws {
        var faults = Faults()
        let name = faults.needed(typed, "name", .line), title = faults.needed(typed, "title", .sentence), place = faults.needed(typed, "place", .line)
        let leaves = Self.moment(typed, "leaves", zone, own, &faults), returns = Self.moment(typed, "returns", zone, own, &faults)
        if let leaves, let returns {
            faults.require(leaves < returns, "returns", T.costs.errorReturns)
            faults.require(returns <= leaves.adding(days: Self.daysMost), "returns", T.costs.errorLong(most: .number(Self.daysMost)))
        }
        let vehicle = TravelOrder.Vehicle(rawValue: typed["vehicle"])
        faults.require(vehicle != nil, "vehicle", T.common.errorChoose)
        let km = faults.number(typed, "km", in: Self.kmBounds, empty: 0)
        let tickets = typed["tickets"].isEmpty ? .nothing(currency) : faults.money(typed, "tickets", currency)
        try faults.check()
        guard let leaves, let returns, let vehicle else { throw Problem.missing }
        self.init(name, title, to: place, leaves: leaves, returns: returns, by: vehicle, km: km ?? 0, tickets: tickets ?? .nothing(currency), of: event)
    }

    private static func moment(_ typed: Typed, _ field: String, _ zone: Zone, _ own: Language, _ faults: inout Faults) -> Instant? {
        let day = faults.day(typed, field, own: own), time = ClockTime(typed: typed["\(field)At"])
        faults.require(time != nil, "\(field)At", T.costs.errorTime)
        guard let day, let time else { return nil }
        let moment = try? zone.instant(day, time)
        faults.require(moment != nil, "\(field)At", T.costs.errorSkippedHour)
        return moment
    }

    func typed(_ t: Texts, email: String, in zone: Zone) -> Typed {
        Typed([
            "name": name, "email": email, "title": title, "place": place, "leaves": zone.day(of: leaves).iso, "leavesAt": zone.time(of: leaves).iso,
            "returns": zone.day(of: returns).iso, "returnsAt": zone.time(of: returns).iso, "vehicle": vehicle.rawValue, "km": km == 0 ? "" : "\(km)",
            "tickets": tickets.isZero ? "" : t.amount(tickets),
        ])
    }
}
