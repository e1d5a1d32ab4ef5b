import Centres
import Events
import Forms
import Kernel
import Languages
import Needs
import Projects

// What was typed about sources of money, and the other way round.

/// A day that must be typed, or may be missing.
private func dayTyped(_ typed: Typed, _ field: String, isOptional: Bool = false, own: Language, _ faults: inout Faults) -> Day? {
    if isOptional, typed[field].isEmpty { return nil }
    let day = Day(typed: typed[field])
    faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "1.1.2027." : "2027-01-01"))
    return day
}

/// An amount of money, in hundredths.
private func amountTyped(_ typed: Typed, _ field: String, _ currency: Currency, _ faults: inout Faults) -> Int {
    let money = Money(typed: typed[field], currency)
    faults.require(money != nil, field, typed[field].isEmpty ? T.common.errorMissing : T.purses.errorAmount)
    return money?.minor ?? 0
}

extension PurseDetails {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let kind = PurseKind(rawValue: typed["kind"]), currency = Currency(rawValue: typed["currency"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(currency != nil, "currency", T.common.errorChoose)
        faults.require(!typed["name"].isEmpty, "name", T.common.errorMissing)
        let starts = dayTyped(typed, "starts", own: own, &faults), ends = dayTyped(typed, "ends", isOptional: true, own: own, &faults)
        if let starts, let ends { faults.require(starts <= ends, "ends", T.purses.errorEnds) }
        let decided = dayTyped(typed, "decidedOn", isOptional: true, own: own, &faults)
        let budget = typed["budget"].split(separator: "-", maxSplits: 1), project = budget.first.flatMap { Project.ID($0) }
        let line = budget.count == 2 ? BudgetLine.ID(budget[1]) : nil
        faults.require(typed["budget"].isEmpty || (project != nil && (budget.count == 1 || line != nil)), "budget", T.common.errorChoose)
        faults.limit(typed["name"], "name", .line)
        faults.limit(typed["giver"], "giver", .line)
        faults.limit(typed["article"], "article", .sentence)
        faults.limit(typed["decidedBy"], "decidedBy", .line)
        faults.limit(typed["decision"], "decision", .label)
        try faults.check()
        guard let kind, let currency, let starts else { throw Problem.missing }
        self.init(
            kind, typed["name"], project: project, budgetLine: line, giver: typed["giver"], article: typed["article"], from: starts, to: ends,
            currency, decidedOn: decided, by: typed["decidedBy"], decision: typed["decision"])
    }

    var typed: Typed {
        Typed([
            "kind": kind.rawValue, "name": name, "giver": giver, "article": article, "starts": starts.iso, "ends": ends?.iso ?? "", "currency": currency.rawValue,
            "decidedOn": decidedOn?.iso ?? "", "decidedBy": decidedBy, "decision": decision, "budget": budget,
        ])
    }

    /// The project and the line, as one choice has them: `4`, `4-17`.
    private var budget: String { project.map { project in "\(project)" + (budgetLine.map { "-\($0)" } ?? "") } ?? "" }
}

extension PurseYear {
    init(_ typed: Typed, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let year = faults.number(typed, "year", in: Self.bounds), planned = amountTyped(typed, "planned", currency, &faults)
        let decided = dayTyped(typed, "decidedOn", own: own, &faults)
        faults.limit(typed["decidedBy"], "decidedBy", .line)
        faults.limit(typed["article"], "article", .sentence)
        try faults.check()
        guard let year, let decided else { throw Problem.missing }
        self.init(year, planned: planned, decidedOn: decided, by: typed["decidedBy"], article: typed["article"])
    }
}

extension PurseRule {
    /// - Parameter names: what may be chosen.
    init(_ typed: Typed, _ currency: Currency, among names: PurseNames) throws {
        var faults = Faults()
        guard let kind = Kind(rawValue: typed["kind"]) else { throw Problem.invalid("kind", T.common.errorChoose) }
        let value = typed["value"]
        faults.limit(typed["article"], "article", .sentence)
        let known: Bool = switch kind {
        case .municipality: names.municipalities.contains { "\($0.id)" == value }
        case .school: names.schools.contains { "\($0.id)" == value }
        case .topic: names.topics.contains { "\($0.id)" == value }
        case .event: names.forms.contains { "\($0.id)" == value }
        case .job, .personMost, .eventMost, .totalMost: true
        }
        faults.require(known, "value", T.common.errorChoose)
        if kind == .job {
            faults.require(!Fold.tokens(value).isEmpty, "value", T.common.errorMissing)
            faults.limit(value, "value", .label)
        }
        let most = kind.isCeiling ? amountTyped(typed, "amount", currency, &faults) : 0
        try faults.check()
        self.init(kind, kind.isCeiling ? "" : value, amount: most, article: typed["article"])
    }
}

extension LedgerFilter {
    init(_ query: Typed, today: Day) {
        let year = query.number("year", in: PurseYear.bounds) ?? today.year
        let first = Day(typed: query["first"]) ?? Day(year: year, month: 1, day: 1) ?? today
        let last = Day(typed: query["last"]) ?? Day(year: year, month: 12, day: 31) ?? today
        self.init(
            days: min(first, last)...max(first, last), role: LedgerRole(rawValue: query["account"]), kind: query["kind"], purse: Purse.ID(query["purse"]),
            event: .init(query["event"]))
    }
}

/// What the bookkeeper calls the accounts, as it was typed.
struct LedgerAccountNames {
    let all: [LedgerRole: (code: String, name: String)]

    init(_ typed: Typed) throws {
        var faults = Faults(), all: [LedgerRole: (code: String, name: String)] = [:], codes: [String: LedgerRole] = [:]
        for role in LedgerRole.allCases {
            let (code, name) = (typed["code-\(role.rawValue)"], typed["name-\(role.rawValue)"])
            faults.limit(code, "code-\(role.rawValue)", .number)
            faults.limit(name, "name-\(role.rawValue)", .line)
            if !code.isEmpty {
                faults.require(codes[code] == nil, "code-\(role.rawValue)", T.purses.errorCodeTwice)
                codes[code] = role
            }
            all[role] = (code, name)
        }
        try faults.check()
        self.all = all
    }
}
