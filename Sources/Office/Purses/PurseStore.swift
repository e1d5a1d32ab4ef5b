package import Centres
package import Kernel
package import Languages
import Needs
import Projects
package import Storage

/// Sources of money as rows.
package enum PurseStore {
    // MARK: Reads

    /// One of the centre.
    /// - Throws: `Problem.missing` where the centre has none of that number.
    package static func purse(_ id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> Purse {
        guard let purse = try purses("p.id = \(id) AND p.centre = \(centre)", in: act).first else { throw Problem.missing }
        return purse
    }

    /// All of a centre, by kind and name.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Purse] { try purses("p.centre = \(centre)", in: act) }

    /// Those of which something may be taken that day, as far as their days say.
    package static func usable(at centre: Centre.ID, on day: Day, in act: Act) throws -> [Purse] {
        try purses("p.centre = \(centre)", in: act).filter { $0.isUsable(on: day) }
    }

    /// By number, whatever the centre: for rooms above, which have looked already.
    package static func purses(_ ids: [Purse.ID], in act: Act) throws -> [Purse.ID: Purse] {
        guard !ids.isEmpty else { return [:] }
        return try Dictionary(uniqueKeysWithValues: purses("p.id IN \(list: ids)", in: act).map { ($0.id, $0) })
    }

    /// One of which something is about to be taken or given back.
    package static func held(_ id: Purse.ID, at centre: Centre.ID, in act: Act) throws -> Purse {
        _ = try purse(id, at: centre, in: act)
        try act.db.hold("purse", id.value)
        return try purse(id, at: centre, in: act)
    }

    /// Several, always in the same order, so that two acts never wait for one another.
    package static func hold(_ ids: some Sequence<Purse.ID>, at centre: Centre.ID, in act: Act) throws {
        for id in Set(ids).sorted() { _ = try held(id, at: centre, in: act) }
    }

    static func purses(_ condition: SQL, in act: Act) throws -> [Purse] {
        let rows = try act.db.rows("SELECT p.* FROM purse p WHERE \(condition) ORDER BY p.id"), ids: [Purse.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let rules: [(Purse.ID, PurseRule)] = try act.db.rows("SELECT * FROM purse_rule WHERE purse IN \(list: ids) ORDER BY id").map {
            (try $0["purse"], try PurseRule(row: $0))
        }
        // A topic that went into another stands for that one.
        let topics = rules.contains { $0.1.kind == .topic } ? try TopicStore.list(in: act) : nil
        func standing(_ rule: PurseRule) -> PurseRule {
            guard rule.kind == .topic, let topics, let topic = Topic.ID(rule.value).flatMap(topics.standing) else { return rule }
            return PurseRule(id: rule.id, rule.kind, "\(topic.id)", article: rule.article)
        }
        let byPurse = Dictionary(grouping: rules, by: \.0)
        let order = Dictionary(uniqueKeysWithValues: PurseKind.allCases.enumerated().map { ($1, $0) })
        return try rows.map { row in
            let id: Purse.ID = try row["id"]
            return Purse(
                id: id, centre: try row["centre"], details: try PurseDetails(row: row), rules: byPurse[id]?.map { standing($0.1) } ?? [], closed: try row["closed_on"])
        }.sorted { ((order[$0.kind] ?? 0), $0.id) < ((order[$1.kind] ?? 0), $1.id) }
    }

    // MARK: Verbs of the desk

    /// Writes down a source.
    @discardableResult
    package static func add(_ details: PurseDetails, at centre: Centre.ID, in act: Act) throws -> Purse.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try require(projectOf: details, at: centre, in: act)
        let id = Purse.ID(try act.db.insert("""
            INSERT INTO purse (centre, kind, name, project, budget_line, giver, article, starts, ends, currency, decided_on, decided_by, decision)
            VALUES (\(centre), \(details.kind), \(details.name), \(details.project), \(details.budgetLine), \(details.giver), \(details.article), \(details.starts),
                    \(details.ends), \(details.currency), \(details.decidedOn), \(details.decidedBy), \(details.decision)) RETURNING id
            """))
        try act.record(T.purses.addedDeed, .purse(id), centre: centre)
        return id
    }

    /// Changes what is written of it. Its currency stays once something was planned or taken of it.
    package static func change(_ id: Purse.ID, to details: PurseDetails, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try require(projectOf: details, at: centre, in: act)
        let before = try held(id, at: centre, in: act).details
        if before.currency != details.currency, try isTouched(id, in: act) { throw Problem.invalid("currency", T.purses.errorCurrency) }
        try act.db.run("""
            UPDATE purse SET kind = \(details.kind), name = \(details.name), project = \(details.project), budget_line = \(details.budgetLine),
                giver = \(details.giver), article = \(details.article), starts = \(details.starts), ends = \(details.ends), currency = \(details.currency),
                decided_on = \(details.decidedOn), decided_by = \(details.decidedBy), decision = \(details.decision) WHERE id = \(id)
            """)
        func change(_ field: String, _ value: (PurseDetails) -> String) -> Change { Change(field, from: value(before), to: value(details)) }
        try act.record(T.purses.changedDeed, .purse(id), centre: centre, changes: [
            change("kind", \.kind.rawValue), change("name", \.name), change("giver", \.giver), change("article", \.article), change("starts", \.starts.iso),
            change("ends") { $0.ends?.iso ?? "" }, change("currency", \.currency.rawValue), change("decided_on") { $0.decidedOn?.iso ?? "" },
            change("decided_by", \.decidedBy), change("decision", \.decision),
        ])
    }

    /// The project is the centre's own, the line one of its budget.
    private static func require(projectOf details: PurseDetails, at centre: Centre.ID, in act: Act) throws {
        guard let project = details.project else {
            if details.budgetLine != nil { throw Problem.invalid("budget", T.common.errorChoose) }
            return
        }
        let isOwn = try act.db.exists("SELECT 1 AS stands FROM project WHERE id = \(project) AND centre = \(centre)")
        let hasLine = try details.budgetLine.map { try act.db.exists("SELECT 1 AS stands FROM budget_line WHERE id = \($0) AND project = \(project)") } ?? true
        guard isOwn, hasLine else { throw Problem.invalid("budget", T.common.errorChoose) }
    }

    private static func isTouched(_ id: Purse.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS stands FROM purse_year WHERE purse = \(id) UNION ALL SELECT 1 AS stands FROM ledger_line WHERE purse = \(id) LIMIT 1")
    }

    /// Adds a rule to it. What was taken before stays.
    package static func add(_ rule: PurseRule, to id: Purse.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let purse = try held(id, at: centre, in: act)
        guard purse.rules.count < PurseRule.most else { throw Problem.conflict(T.purses.errorManyRules(most: .number(PurseRule.most))) }
        guard !purse.rules.contains(where: { $0.kind == rule.kind && $0.value == rule.value }) else { throw Problem.invalid("value", T.purses.errorRuleTwice) }
        let amount = rule.kind.isCeiling ? rule.amount : nil
        if rule.kind == .totalMost {
            let taken = try PurseMoneyStore.whole(of: id, in: act).taken
            guard rule.amount >= taken else {
                throw Problem.invalid("amount", T.purses.errorPlanned(taken: .money(Money(minor: taken, purse.currency) ?? .nothing(purse.currency))))
            }
        }
        try act.db.run("INSERT INTO purse_rule (purse, kind, value, amount, article) VALUES (\(id), \(rule.kind), \(rule.value), \(amount), \(rule.article))")
        try act.record(T.purses.ruleDeed, .purse(id), centre: centre, changes: [Change(rule.kind.rawValue, from: "", to: rule.written)])
    }

    package static func remove(_ rule: PurseRule.ID, from id: Purse.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard let gone = try held(id, at: centre, in: act).rules.first(where: { $0.id == rule }) else { throw Problem.missing }
        try act.db.run("DELETE FROM purse_rule WHERE id = \(rule)")
        try act.record(T.purses.ruleRemovedDeed, .purse(id), centre: centre, changes: [Change(gone.kind.rawValue, from: gone.written, to: "")])
    }

    /// Nothing is taken of it from that day on; with none it is open again.
    package static func close(_ id: Purse.ID, on day: Day?, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let purse = try held(id, at: centre, in: act)
        guard (purse.closed == nil) != (day == nil) else { return }
        try act.db.run("UPDATE purse SET closed_on = \(day) WHERE id = \(id)")
        try act.record(day == nil ? T.purses.reopenedDeed : T.purses.closedDeed, .purse(id), centre: centre)
    }
}

extension PurseDetails {
    init(row: Row) throws {
        self.init(
            try row["kind"], try row["name"], project: try row["project"], budgetLine: try row["budget_line"], giver: try row["giver"], article: try row["article"],
            from: try row["starts"], to: try row["ends"], try row["currency"], decidedOn: try row["decided_on"], by: try row["decided_by"],
            decision: try row["decision"])
    }
}

extension PurseRule {
    init(row: Row) throws {
        let amount: Int? = try row["amount"]
        self.init(id: try row["id"], try row["kind"], try row["value"], amount: amount ?? 0, article: try row["article"])
    }
}
