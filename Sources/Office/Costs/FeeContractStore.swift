package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Registry
package import Storage

/// Contracts as rows. Each has its cost, which goes with it.
package enum FeeContractStore {
    // MARK: Reads

    package static func contract(_ id: FeeContract.ID, at centre: Centre.ID, in act: Act) throws -> FeeContract {
        guard act.by.coordinates(centre), let contract = try contracts("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return contract
    }

    package static func folder(_ id: FeeContract.ID, at centre: Centre.ID, in act: Act) throws -> FeeContractFolder {
        try folder(contract(id, at: centre, in: act), in: act)
    }

    /// Somebody's own one, once it was issued.
    package static func own(_ id: FeeContract.ID, of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> FeeContractFolder {
        guard let contract = try contracts("c.id = \(id) AND c.centre = \(centre) AND c.person = \(person) AND c.state IN ('issued', 'done')", in: act).first else {
            throw Problem.missing
        }
        return try folder(contract, in: act)
    }

    private static func folder(_ contract: FeeContract, in act: Act) throws -> FeeContractFolder {
        let rule = try rule(of: contract, in: act)
        return FeeContractFolder(
            contract: contract, pay: Pay(contract.draft.gross.minor, by: rule?.draft), hasRule: rule != nil,
            event: try contract.draft.event.map { try EventStore.event($0, in: act) }, cost: try CostStore.cost(ofContract: contract.id, in: act))
    }

    /// Before it is issued the table of today, afterwards that of its day.
    private static func rule(of contract: FeeContract, in act: Act) throws -> PayRule? {
        if contract.isIssued { return try contract.rule.flatMap { id in try CostRuleStore.pays(at: contract.centre, in: act).first { $0.id == id } } }
        return try CostRuleStore.pay(contract.draft.kind, on: CostStore.today(at: contract.centre, in: act), at: contract.centre, in: act)
    }

    /// All of a centre, those that wait first.
    package static func all(at centre: Centre.ID, _ state: FeeContract.State? = nil, offset: Int = 0, in act: Act) throws -> [FeeContract] {
        let own: SQL = state.map { "AND c.state = \($0)" } ?? ""
        return try contracts("c.centre = \(centre) \(own)", offset: offset, limit: 50, in: act)
    }

    package static func count(at centre: Centre.ID, _ state: FeeContract.State? = nil, in act: Act) throws -> Int {
        let own: SQL = state.map { "AND state = \($0)" } ?? ""
        return try act.db.count("SELECT count(*) FROM fee_contract WHERE centre = \(centre) \(own)")
    }

    package static func of(_ event: Event.ID, in act: Act) throws -> [FeeContract] { try contracts("c.event = \(event)", in: act) }

    /// Somebody's own ones, once they were issued.
    package static func of(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [FeeContract] {
        try contracts("c.person = \(person) AND c.centre = \(centre) AND c.state IN ('issued', 'done')", in: act)
    }

    /// Issued, though the event that it is about is over so many days.
    package static func overdue(at centre: Centre.ID, in act: Act) throws -> [FeeContract] {
        let day = try CostStore.today(at: centre, in: act)
        return try contracts("""
            c.centre = \(centre) AND c.state = 'issued' AND (c.due < \(day)
                OR c.due IS NULL AND EXISTS (SELECT 1 FROM event e WHERE e.id = c.event AND e.ends < \(act.now.adding(days: -7))))
            """, in: act)
    }

    /// Whose work was taken over in a month, with all that is reckoned of it.
    package static func payroll(of month: ClosedRange<Day>, at centre: Centre.ID, in language: Language, in act: Act) throws -> Payroll {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let done = try contracts("""
            c.centre = \(centre) AND c.state = 'done' AND c.done_on >= \(month.lowerBound) AND c.done_on <= \(month.upperBound)
            """, order: "c.name, c.id", limit: 10_000, in: act)
        let rules = Dictionary(uniqueKeysWithValues: try CostRuleStore.pays(at: centre, in: act).map { ($0.id, $0) })
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(done.compactMap(\.draft.event))), in: act).map { ($0.id, $0) })
        return Payroll(month: month, lines: done.map { contract in
            Payroll.Line(
                contract: contract, pay: Pay(contract.draft.gross.minor, by: contract.rule.flatMap { rules[$0]?.draft }),
                event: contract.draft.event.flatMap { events[$0]?.title(in: language).text } ?? "")
        })
    }

    private static func contracts(
        _ condition: SQL, order: SQL = "CASE c.state WHEN 'draft' THEN 0 WHEN 'issued' THEN 1 ELSE 2 END, c.id DESC", offset: Int = 0, limit: Int = 1_000, in act: Act
    ) throws -> [FeeContract] {
        try act.db.rows("SELECT c.* FROM fee_contract c WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)").map(FeeContract.init(row:))
    }

    // MARK: Verbs

    /// - Parameter person: whom the address names; nil for somebody known by name alone.
    package static func add(_ draft: FeeContractDraft, with person: Person.ID?, at centre: Centre.ID, in act: Act) throws -> FeeContract.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = FeeContract.ID(try act.db.insert("""
            INSERT INTO fee_contract (centre, event, person, name, kind, title, gross, currency, due, note, state, made)
            VALUES (\(centre), \(draft.event), \(person), \(draft.name), \(draft.kind), \(draft.title), \(draft.gross.minor), \(draft.gross.currency),
                    \(draft.due), \(draft.note), 'draft', \(act.now)) RETURNING id
            """))
        _ = try CostStore.insert(try cost(draft, at: centre, in: act), contract: id, at: centre, in: act)
        try act.record(T.costs.contractDeed, .feeContract(id), under: draft.event.map { .event($0) }, centre: centre, changes: [
            Change("gross", from: "", to: "\(draft.gross.minor)"),
        ])
        return id
    }

    /// What it costs the centre by the table of today.
    private static func cost(_ draft: FeeContractDraft, at centre: Centre.ID, in act: Act) throws -> CostDraft {
        let rule = try CostRuleStore.pay(draft.kind, on: CostStore.today(at: centre, in: act), at: centre, in: act)
        let sum = draft.gross.currency.money(Pay(draft.gross.minor, by: rule?.draft).cost)
        return CostDraft(.fee, String("\(draft.name): \(draft.title)".prefix(TextLimit.sentence.rawValue)), sum, of: draft.event)
    }

    package static func edit(_ id: FeeContract.ID, to draft: FeeContractDraft, with person: Person.ID?, at centre: Centre.ID, in act: Act) throws {
        let contract = try held(id, at: centre, in: act)
        guard contract.state == .draft else { throw Problem.conflict(T.costs.errorIssued) }
        var draft = draft
        draft.event = contract.draft.event
        try act.db.run("""
            UPDATE fee_contract SET person = \(person), name = \(draft.name), kind = \(draft.kind), title = \(draft.title), gross = \(draft.gross.minor),
                currency = \(draft.gross.currency), due = \(draft.due), note = \(draft.note) WHERE id = \(id)
            """)
        try follow(contract, draft, at: centre, in: act)
        try act.record(T.costs.contractChangedDeed, .feeContract(id), under: draft.event.map { .event($0) }, centre: centre, changes: [
            Change("gross", from: "\(contract.draft.gross.minor)", to: "\(draft.gross.minor)"),
        ])
    }

    /// Its cost is what the contract says; what a source holds for it must be enough or be given back first.
    private static func follow(_ contract: FeeContract, _ draft: FeeContractDraft, at centre: Centre.ID, in act: Act) throws {
        guard let cost = try CostStore.cost(ofContract: contract.id, in: act) else { return }
        let planned = try self.cost(draft, at: centre, in: act)
        guard planned != cost.draft else { return }
        guard cost.state == .planned || planned.planned == cost.draft.planned else { throw Problem.conflict(T.costs.errorCostReserved) }
        try CostStore.write(planned, of: cost, in: act)
    }

    /// It gets its number and its table, and whoever it is with is told. Nothing of it is changed afterwards.
    package static func issue(_ id: FeeContract.ID, at centre: Centre.ID, in act: Act) throws {
        let contract = try held(id, at: centre, in: act)
        guard contract.state == .draft else { throw Problem.conflict(T.costs.errorIssued) }
        let day = try CostStore.today(at: centre, in: act), rule = try CostRuleStore.pay(contract.draft.kind, on: day, at: centre, in: act)
        try follow(contract, contract.draft, at: centre, in: act)
        let office = try CentreStore.centre(centre, in: act), t = try act.texts(office.language, of: office)
        let number = try RegistryStore.enter(RegistryPaper(
            CostPapers.contract, id.value, t(T.costs.contractRegister(kind: .phrase(contract.draft.kind.name), title: .text(contract.draft.title))), at: centre,
            on: day, other: contract.draft.name, page: contract.path), in: act)
        try act.db.run("UPDATE fee_contract SET state = 'issued', day = \(day), number = \(number), rule = \(rule?.id) WHERE id = \(id)")
        try act.record(T.costs.contractIssuedDeed, .feeContract(id), under: contract.draft.event.map { .event($0) }, centre: centre, changes: [
            Change("number", from: "", to: number),
        ], retention: .register)
        try CostLetters.issued(contract, in: act)
    }

    /// The work was taken over: from now on it is owed, and stands in the payroll of its month.
    package static func finish(_ id: FeeContract.ID, on day: Day, at centre: Centre.ID, in act: Act) throws {
        let contract = try held(id, at: centre, in: act)
        guard contract.state == .issued, let issued = contract.day else { throw Problem.conflict(T.costs.errorNotIssued) }
        guard day >= issued, day <= (try CostStore.today(at: centre, in: act)) else { throw Problem.invalid("day", T.costs.errorDoneDay(day: .day(issued))) }
        try act.db.run("UPDATE fee_contract SET state = 'done', done_on = \(day) WHERE id = \(id)")
        try act.record(T.costs.contractDoneDeed, .feeContract(id), under: contract.draft.event.map { .event($0) }, centre: centre, changes: [
            Change("done_on", from: "", to: day.iso),
        ], retention: .register)
    }

    /// It does not hold. Its number stays, with the reason; what a source held for it is given back.
    package static func void(_ id: FeeContract.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        let contract = try held(id, at: centre, in: act)
        guard contract.state != .void else { return }
        guard !reason.isEmpty || contract.state == .draft else { throw Problem.invalid("reason", T.costs.errorReason) }
        if let cost = try CostStore.cost(ofContract: id, in: act) { try CostStore.drop(cost, in: act) }
        try act.db.run("UPDATE fee_contract SET state = 'void', reason = \(reason) WHERE id = \(id)")
        if contract.isIssued { try RegistryStore.withdraw(CostPapers.contract, id.value, because: reason, in: act) }
        try act.record(T.costs.contractVoidDeed, .feeContract(id), under: contract.draft.event.map { .event($0) }, centre: centre, changes: [
            Change("reason", from: "", to: reason),
        ], retention: .register)
    }

    private static func held(_ id: FeeContract.ID, at centre: Centre.ID, in act: Act) throws -> FeeContract {
        _ = try contract(id, at: centre, in: act)
        try act.db.hold("fee_contract", id.value)
        return try contract(id, at: centre, in: act)
    }
}

/// By what names the papers of this room stand in the book of documents.
enum CostPapers {
    static let contract = "fee-contract", travel = "travel-order"
}

extension FeeContract {
    init(row: Row) throws {
        (id, centre, person, state, rule) = (try row["id"], try row["centre"], try row["person"], try row["state"], try row["rule"])
        (day, number, doneOn, reason) = (try row["day"], try row["number"], try row["done_on"], try row["reason"])
        draft = FeeContractDraft(
            try row["kind"], try row["name"], try row["title"], try row.money("gross", "currency"), of: try row["event"], due: try row["due"], note: try row["note"])
    }
}
