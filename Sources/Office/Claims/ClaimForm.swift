import Centres
import Events
import Forms
import Kernel
import Languages
import Mail
import Purses

// What was typed about prices, claims and payers, and the other way round.

extension Faults {
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

    /// An amount in a currency that is known; one in another currency is told apart from what is none.
    mutating func money(_ typed: Typed, _ field: String, _ currency: Currency) -> Money? {
        if let money = Money(typed: typed[field], currency) { return money }
        let isOther = Currency.allCases.contains { $0 != currency && Money(typed: typed[field], $0) != nil }
        add(field, typed[field].isEmpty ? T.common.errorMissing : isOther ? T.claims.errorCurrency(currency: .text(currency.rawValue)) : T.claims.errorAmount)
        return nil
    }

    mutating func ends(_ typed: Typed, after starts: Day?, own: Language) -> Day? {
        let ends = dayOrNothing(typed, "ends", own: own)
        if let starts, let ends { require(starts <= ends, "ends", T.claims.errorEnds) }
        return ends
    }
}

extension Money {
    /// As it stands in a field: units, and hundredths where there are any.
    var typed: String {
        let (units, hundredths) = minor.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = minor < 0 ? "-" : ""
        return hundredths == 0 ? "\(sign)\(units)" : "\(sign)\(units),\(hundredths < 10 ? "0" : "")\(hundredths)"
    }
}

extension PriceDetails {
    init(_ typed: Typed, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let kind = Price.Kind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let name = faults.needed(typed, "name", .line), amount = faults.money(typed, "amount", currency)
        let covers = typed.lines("note"), article = faults.line(typed, "basis", .line)
        faults.limit(covers, "note", .note)
        let starts = faults.day(typed, "starts", own: own), ends = faults.ends(typed, after: starts, own: own)
        try faults.check()
        guard let kind, let amount, let starts else { throw Problem.missing }
        self.init(kind, name, amount, from: starts, to: ends, covers: covers, article: article)
    }

    var typed: Typed {
        Typed([
            "kind": kind.rawValue, "name": name, "amount": amount.typed, "note": covers, "starts": starts.iso, "ends": ends?.iso ?? "", "basis": article,
        ])
    }
}

extension ReductionDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let kind = Reduction.Kind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let name = faults.needed(typed, "name", .line), article = faults.line(typed, "basis", .line)
        let people = kind == .oneIn || kind == .many ? faults.number(typed, "people", in: Self.peopleBounds) : nil
        let percent = kind == .oneIn ? nil : faults.number(typed, "percent", in: Self.percentBounds)
        let days = kind == .early || kind == .member ? faults.number(typed, "days", in: Self.daysBounds) : nil
        let starts = faults.day(typed, "starts", own: own), ends = faults.ends(typed, after: starts, own: own)
        try faults.check()
        guard let kind, let starts else { throw Problem.missing }
        self.init(kind, name, people: people, percent: percent, days: days, from: starts, to: ends, article: article)
    }

    var typed: Typed {
        func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        return Typed([
            "kind": kind.rawValue, "name": name, "people": number(people), "percent": number(percent), "days": number(days), "starts": starts.iso,
            "ends": ends?.iso ?? "", "basis": article,
        ])
    }
}

extension ClaimRule {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let starts = faults.day(typed, "starts", own: own), due = faults.number(typed, "due", in: Self.dueBounds)
        let keep = faults.number(typed, "keep", in: Self.keepBounds), article = faults.line(typed, "basis", .line)
        try faults.check()
        guard let starts, let due, let keep else { throw Problem.missing }
        self.init(from: starts, dueDays: due, keepYears: keep, article: article)
    }

    var typed: Typed { Typed(["starts": "", "due": "\(dueDays)", "keep": "\(keepYears)", "basis": article]) }
}

extension ClaimPayerDetails {
    /// - Parameter isNamed: whether a name must be typed, because no page of its own says it.
    init(_ typed: Typed, isNamed: Bool) throws {
        var faults = Faults()
        self.init()
        name = isNamed ? faults.needed(typed, "name", .line) : faults.line(typed, "name", .line)
        (street, place) = (faults.line(typed, "street", .line), faults.line(typed, "place", .line))
        postcode = faults.line(typed, "postcode", .number)
        email = typed["email"].isEmpty ? "" : faults.address(typed["email"], "email")?.text ?? ""
        (pib, companyNumber, jbkjs) = (faults.line(typed, "pib", .line), faults.line(typed, "company_number", .line), faults.line(typed, "jbkjs", .line))
        (vatNumber, account) = (faults.line(typed, "vat_number", .number), faults.line(typed, "account", .number))
        contractNumber = faults.line(typed, "contract_number", .label)
        usesCRF = typed.has("crf")
        if !pib.isEmpty, !TaxNumber.isSound(pib) { faults.add("pib", T.claims.errorPib) }
        if !jbkjs.isEmpty { faults.require(BudgetNumber.isSound(jbkjs), "jbkjs", T.claims.errorJbkjs) }
        try faults.check()
    }

    var typed: Typed {
        Typed([
            ("name", name), ("street", street), ("postcode", postcode), ("place", place), ("email", email), ("pib", pib), ("company_number", companyNumber),
            ("jbkjs", jbkjs), ("vat_number", vatNumber), ("contract_number", contractNumber), ("account", account),
        ].map { (name: $0, value: $1) } + (usesCRF ? [(name: "crf", value: "yes")] : []))
    }
}

extension ClaimDraft {
    init(_ typed: Typed, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let payer = ClaimPayer.ID(typed["payer"]), listed = Price.ID(typed["listed"])
        faults.require(payer != nil, "payer", T.common.errorChoose)
        let what = faults.needed(typed, "subject", .sentence), amount = faults.money(typed, "amount", currency), due = faults.day(typed, "due", own: own)
        if let amount { faults.require(amount.minor > 0, "amount", T.claims.errorNothing) }
        try faults.check()
        guard let payer, let amount, let due else { throw Problem.missing }
        self.init(payer, what, amount, due: due, listed: listed, event: Event.ID(typed["event"]))
    }
}

/// Who pays a part, as it is chosen: somebody who pays already, or who the claim is about.
enum PayerChoice: Hashable {
    case known(ClaimPayer.ID)
    case person, school, municipality
    /// A source bears it.
    case nobody

    init?(_ text: String) {
        switch text {
        case "": self = .nobody
        case "person": self = .person
        case "school": self = .school
        case "municipality": self = .municipality
        default:
            guard let id = ClaimPayer.ID(text) else { return nil }
            self = .known(id)
        }
    }
}

/// A claim as somebody divides it: rows of the form that were filled in.
struct ClaimSplitForm {
    struct Line {
        let row: Int
        let payer: PayerChoice
        let purse: Purse.ID?
        let amount: Money
    }

    let lines: [Line]

    init(_ typed: Typed, _ currency: Currency) throws {
        var faults = Faults(), lines: [Line] = []
        for row in 1...ClaimSplit.most {
            let (payer, purse, amount) = ("payer-\(row)", "purse-\(row)", "amount-\(row)")
            guard ![payer, purse, amount].allSatisfy({ typed[$0].isEmpty }) else { continue }
            let choice = PayerChoice(typed[payer]), source = Purse.ID(typed[purse])
            faults.require(choice != nil, payer, T.common.errorChoose)
            faults.require(typed[purse].isEmpty || source != nil, purse, T.common.errorChoose)
            guard let money = faults.money(typed, amount, currency), let choice else { continue }
            lines.append(Line(row: row, payer: choice, purse: source, amount: money))
        }
        try faults.check()
        self.lines = lines
    }

    /// How the claim is divided now, in the fields.
    static func typed(_ claim: Claim) -> Typed {
        Typed(claim.shares.filter { !$0.isTouched }.enumerated().flatMap { index, share -> [(name: String, value: String)] in
            let row = index + 1
            return [
                ("payer-\(row)", share.payer.map { "\($0)" } ?? ""), ("purse-\(row)", share.purse.map { "\($0)" } ?? ""), ("amount-\(row)", share.amount.typed),
            ]
        })
    }
}

/// What happened to a share's money, as the centre's people write it down.
struct ClaimMoneyForm {
    enum Deed: String, CaseIterable { case paid, refunded, lost }

    let share: ClaimShare.ID
    let deed: Deed
    let amount: Money
    let day: Day
    let words: String

    init(_ typed: Typed, _ currency: Currency, today: Day, own: Language) throws {
        var faults = Faults()
        let share = ClaimShare.ID(typed["share"]), deed = Deed(rawValue: typed["deed"])
        faults.require(share != nil, "share", T.common.errorChoose)
        faults.require(deed != nil, "deed", T.common.errorChoose)
        let amount = faults.money(typed, "amount", currency), day = faults.day(typed, "day", own: own)
        if let day { faults.require(day <= today, "day", T.claims.errorFuture) }
        words = faults.line(typed, "why", .line)
        if deed == .lost { faults.require(!words.isEmpty, "why", T.common.errorMissing) }
        try faults.check()
        guard let share, let deed, let amount, let day else { throw Problem.missing }
        (self.share, self.deed, self.amount, self.day) = (share, deed, amount, day)
    }
}
