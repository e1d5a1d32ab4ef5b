package import Centres
package import Kernel
package import Languages
package import Storage

/// Rules with dates as rows: how a fee is divided, what a journey is paid, what is taken from a contract. One that something was reckoned by stays as it is; where
/// it is no longer right it is ended, and another one begins.
package enum CostRuleStore {
    // MARK: Reads

    package static func splits(at centre: Centre.ID, in act: Act) throws -> [FeeSplit] {
        let parts = try act.db.rows("""
            SELECT p.split, p.role, p.percent FROM fee_split_part p JOIN fee_split s ON s.id = p.split WHERE s.centre = \(centre) ORDER BY p.split, p.place
            """)
        let own = try Dictionary(grouping: parts) { try $0["split"] as FeeSplit.ID }
        return try act.db.rows("SELECT * FROM fee_split WHERE centre = \(centre) ORDER BY starts DESC, id DESC").map { row in
            let id: FeeSplit.ID = try row["id"]
            return FeeSplit(id: id, FeeSplitDraft(try row["name"], try RuleDays(row: row), try (own[id] ?? []).map { .init(try $0["role"], try $0["percent"]) }))
        }
    }

    package static func rates(at centre: Centre.ID, in act: Act) throws -> [TravelRate] {
        try act.db.rows("SELECT * FROM travel_rate WHERE centre = \(centre) ORDER BY kind DESC, hours, starts DESC, id DESC").map { row in
            TravelRate(id: try row["id"], TravelRateDraft(try row["kind"], hours: try row["hours"], try row.money("amount", "currency"), try RuleDays(row: row)))
        }
    }

    package static func pays(at centre: Centre.ID, in act: Act) throws -> [PayRule] {
        let parts = try act.db.rows("""
            SELECT p.rule, p.name, p.rate, p.above FROM pay_rule_part p JOIN pay_rule r ON r.id = p.rule WHERE r.centre = \(centre) ORDER BY p.rule, p.place
            """)
        let own = try Dictionary(grouping: parts) { try $0["rule"] as PayRule.ID }
        return try act.db.rows("SELECT * FROM pay_rule WHERE centre = \(centre) ORDER BY kind, starts DESC, id DESC").map { row in
            let id: PayRule.ID = try row["id"]
            let lines = try (own[id] ?? []).map { PayRuleDraft.Part(try $0["name"], try $0["rate"], isAbove: try $0["above"]) }
            return PayRule(id: id, PayRuleDraft(try row["kind"], normed: try row["normed"], lines, try RuleDays(row: row)))
        }
    }

    /// The table that holds for a kind of contract on a day.
    package static func pay(_ kind: ContractKind, on day: Day, at centre: Centre.ID, in act: Act) throws -> PayRule? {
        try pays(at: centre, in: act).filter { $0.draft.kind == kind }.holding(on: day) { $0.draft.days }
    }

    package static func rates(on day: Day, in currency: Currency, at centre: Centre.ID, in act: Act) throws -> TravelRates {
        TravelRates(on: day, among: try rates(at: centre, in: act).map(\.draft), in: currency)
    }

    // MARK: Verbs

    package static func add(_ draft: FeeSplitDraft, at centre: Centre.ID, in act: Act) throws {
        try require(centre, act)
        guard draft.isWhole else { throw Problem.invalid("percent1", T.costs.errorWhole) }
        let id = try act.db.insert("""
            INSERT INTO fee_split (centre, name, starts, ends, article)
            VALUES (\(centre), \(draft.name), \(draft.days.starts), \(draft.days.ends), \(draft.days.article)) RETURNING id
            """)
        for (place, part) in draft.parts.enumerated() {
            try act.db.run("INSERT INTO fee_split_part (split, place, role, percent) VALUES (\(id), \(place + 1), \(part.role), \(part.percent))")
        }
        try act.record(T.costs.splitDeed, .other("fee_split", id), centre: centre, changes: [Change("name", from: "", to: draft.name)])
    }

    package static func add(_ draft: TravelRateDraft, at centre: Centre.ID, in act: Act) throws {
        try require(centre, act)
        let id = try act.db.insert("""
            INSERT INTO travel_rate (centre, kind, hours, amount, currency, starts, ends, article)
            VALUES (\(centre), \(draft.kind), \(draft.hours), \(draft.amount.minor), \(draft.amount.currency), \(draft.days.starts), \(draft.days.ends),
                    \(draft.days.article)) RETURNING id
            """)
        try act.record(T.costs.rateDeed, .other("travel_rate", id), centre: centre, changes: [Change("amount", from: "", to: "\(draft.amount.minor)")])
    }

    package static func add(_ draft: PayRuleDraft, at centre: Centre.ID, in act: Act) throws {
        try require(centre, act)
        guard draft.isPossible else { throw Problem.invalid("rate1", T.costs.errorTooMuchTaken) }
        let id = try act.db.insert("""
            INSERT INTO pay_rule (centre, kind, normed, starts, ends, article)
            VALUES (\(centre), \(draft.kind), \(draft.normed), \(draft.days.starts), \(draft.days.ends), \(draft.days.article)) RETURNING id
            """)
        for (place, part) in draft.parts.enumerated() {
            try act.db.run("INSERT INTO pay_rule_part (rule, place, name, rate, above) VALUES (\(id), \(place + 1), \(part.name), \(part.rate), \(part.isAbove))")
        }
        try act.record(T.costs.payDeed, .other("pay_rule", id), centre: centre, changes: [Change("article", from: "", to: draft.days.article)])
    }

    /// The kinds of rules, as addresses name them.
    package enum Kind: String, Sendable { case splits, rates, pays }

    /// From the day after it a rule holds no longer. What was reckoned by it stays.
    package static func end(_ kind: Kind, _ id: Int64, on day: Day, at centre: Centre.ID, in act: Act) throws {
        try require(centre, act)
        let changed = switch kind {
        case .splits: try act.db.run("UPDATE fee_split SET ends = \(day) WHERE id = \(id) AND centre = \(centre) AND starts <= \(day)")
        case .rates: try act.db.run("UPDATE travel_rate SET ends = \(day) WHERE id = \(id) AND centre = \(centre) AND starts <= \(day)")
        case .pays: try act.db.run("UPDATE pay_rule SET ends = \(day) WHERE id = \(id) AND centre = \(centre) AND starts <= \(day)")
        }
        guard changed > 0 else { throw Problem.missing }
        let subject: Subject = switch kind {
        case .splits: .other("fee_split", id)
        case .rates: .other("travel_rate", id)
        case .pays: .other("pay_rule", id)
        }
        try act.record(T.costs.ruleEndedDeed, subject, centre: centre, changes: [Change("ends", from: "", to: day.iso)])
    }

    private static func require(_ centre: Centre.ID, _ act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
    }

    // MARK: The other way

    /// To where people would else have to go.
    package static func otherWay(of centre: Centre.ID, in act: Act) throws -> Municipality.ID? {
        try act.db.value("SELECT municipality FROM other_way WHERE centre = \(centre)")
    }

    package static func setOtherWay(_ place: Municipality.ID?, of centre: Centre.ID, in act: Act) throws {
        try require(centre, act)
        let before = try otherWay(of: centre, in: act)
        guard before != place else { return }
        if let place {
            _ = try MunicipalityStore.municipality(place, in: act)
            try act.db.run("""
                INSERT INTO other_way (centre, municipality) VALUES (\(centre), \(place)) ON CONFLICT (centre) DO UPDATE SET municipality = excluded.municipality
                """)
        } else { try act.db.run("DELETE FROM other_way WHERE centre = \(centre)") }
        try act.record(T.costs.otherWayDeed, .centre(centre), centre: centre, changes: [
            Change("municipality", from: before.map { "\($0)" } ?? "", to: place.map { "\($0)" } ?? ""),
        ])
    }
}

extension RuleDays {
    init(row: Row) throws { self.init(from: try row["starts"], to: try row["ends"], article: try row["article"]) }
}
