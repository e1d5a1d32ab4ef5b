import Forms
import Kernel
import Languages

// What was typed about rules with dates.

extension FeeSplitDraft {
    /// So many parts one form takes.
    static let partsMost = 5

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults(), parts: [Part] = []
        let name = faults.needed(typed, "name", .line)
        for row in 1...Self.partsMost where !typed["percent\(row)"].isEmpty {
            let role = Role(rawValue: typed["role\(row)"]), percent = faults.number(typed, "percent\(row)", in: 1...100)
            faults.require(role != nil, "role\(row)", T.common.errorChoose)
            if let role, let percent { parts.append(Part(role, percent)) }
        }
        let days = faults.days(typed, own: own)
        if faults.isEmpty { faults.require(parts.map(\.percent).reduce(0, +) == 100, "percent1", T.costs.errorWhole) }
        try faults.check()
        guard let days else { throw Problem.missing }
        self.init(name, days, parts)
    }

    /// What stands in an empty form: the split that many centres know, as a beginning.
    static func opened(_ today: Day) -> Typed {
        Typed(["role1": "house", "percent1": "10", "role2": "organisation", "percent2": "30", "role3": "leads", "percent3": "60", "starts": today.iso])
    }
}

extension TravelRateDraft {
    init(_ typed: Typed, _ currency: Currency, own: Language) throws {
        var faults = Faults()
        let kind = TravelRate.Kind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let hours = kind == .allowance ? faults.number(typed, "hours", in: Self.hoursBounds) : 0
        let amount = faults.money(typed, "amount", currency, least: 1), days = faults.days(typed, own: own)
        try faults.check()
        guard let kind, let days, let amount else { throw Problem.missing }
        self.init(kind, hours: hours ?? 0, amount, days)
    }
}

extension PayRuleDraft {
    static let partsMost = 6

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults(), parts: [Part] = []
        let kind = ContractKind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let normed = faults.rate(typed, "normed")
        for row in 1...Self.partsMost where !typed["name\(row)"].isEmpty || !typed["rate\(row)"].isEmpty {
            let name = faults.needed(typed, "name\(row)", .line), rate = faults.rate(typed, "rate\(row)")
            if let rate { parts.append(Part(name, rate, isAbove: typed.has("above\(row)"))) }
        }
        let days = faults.days(typed, own: own)
        try faults.check()
        guard let kind, let days else { throw Problem.missing }
        self.init(kind, normed: normed ?? 0, parts, days)
    }
}
