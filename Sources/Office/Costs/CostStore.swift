package import Centres
package import Events
package import Kernel
package import Languages
package import Purses
package import Storage

/// Costs as rows. The row is held before it is looked at; the source that pays holds itself, and its part of the ledger stands in the same act.
package enum CostStore {
    // MARK: Reads

    package static func cost(_ id: Cost.ID, at centre: Centre.ID, in act: Act) throws -> Cost {
        guard act.by.coordinates(centre), let cost = try costs("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return cost
    }

    /// Of an event, in the order in which they were written.
    package static func costs(of event: Event.ID, in act: Act) throws -> [Cost] { try costs("c.event = \(event)", in: act) }

    /// Of the house and of all its events, those that wait first, then the newest; so many at a time.
    package static func costs(at centre: Centre.ID, _ filter: CostFilter, offset: Int = 0, limit: Int = 50, in act: Act) throws -> [Cost] {
        try costs(condition(centre, filter), order: "CASE WHEN c.state IN ('planned', 'reserved') THEN 0 ELSE 1 END, c.id DESC", offset: offset, limit: limit, in: act)
    }

    package static func count(at centre: Centre.ID, _ filter: CostFilter, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM cost c WHERE \(condition(centre, filter))")
    }

    private static func condition(_ centre: Centre.ID, _ filter: CostFilter) -> SQL {
        let state: SQL = filter.state.map { "AND c.state = \($0)" } ?? "", purse: SQL = filter.purse.map { "AND c.purse = \($0)" } ?? ""
        let house: SQL = filter.isOfHouse ? "AND c.event IS NULL" : ""
        return "c.centre = \(centre) \(state) \(purse) \(house)"
    }

    static func cost(ofContract contract: FeeContract.ID, in act: Act) throws -> Cost? { try costs("c.contract = \(contract)", in: act).first }
    static func cost(ofTravel travel: TravelOrder.ID, in act: Act) throws -> Cost? { try costs("c.travel = \(travel)", in: act).first }

    private static func costs(_ condition: SQL, order: SQL = "c.id", offset: Int = 0, limit: Int = 1_000, in act: Act) throws -> [Cost] {
        try act.db.rows("SELECT c.* FROM cost c WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)").map(Cost.init(row:))
    }

    // MARK: Written

    @discardableResult
    package static func add(_ draft: CostDraft, at centre: Centre.ID, in act: Act) throws -> Cost.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try insert(draft, at: centre, in: act)
    }

    /// - Parameters:
    ///   - contract: whose cost it is.
    ///   - travel: the same of a journey.
    static func insert(
        _ draft: CostDraft, contract: FeeContract.ID? = nil, travel: TravelOrder.ID? = nil, at centre: Centre.ID, in act: Act
    ) throws -> Cost.ID {
        if let event = draft.event, try EventStore.event(runBy: act.by, event, in: act).centre != centre { throw Problem.missing }
        let id = Cost.ID(try act.db.insert("""
            INSERT INTO cost (centre, event, kind, title, per_head, planned, currency, state, note, contract, travel, made)
            VALUES (\(centre), \(draft.event), \(draft.kind), \(draft.title), \(draft.isPerHead), \(draft.planned.minor), \(draft.planned.currency), 'planned',
                    \(draft.note), \(contract), \(travel), \(act.now)) RETURNING id
            """))
        try act.record(T.costs.costDeed, .cost(id), under: draft.event.map { .event($0) }, centre: centre, changes: [
            Change("title", from: "", to: draft.title), Change("planned", from: "", to: "\(draft.planned.minor)"),
        ])
        return id
    }

    /// Changes what is planned; what is put aside or spent is given back first.
    package static func edit(_ id: Cost.ID, to draft: CostDraft, at centre: Centre.ID, in act: Act) throws {
        let cost = try held(id, at: centre, in: act)
        guard cost.state == .planned else { throw Problem.conflict(T.costs.errorNotPlanned) }
        guard !cost.isOfPaper else { throw Problem.conflict(T.costs.errorOfPaper) }
        try write(draft, of: cost, in: act)
    }

    static func write(_ draft: CostDraft, of cost: Cost, in act: Act) throws {
        let isPerHead = draft.isPerHead && cost.event != nil
        try act.db.run("""
            UPDATE cost SET kind = \(draft.kind), title = \(draft.title), per_head = \(isPerHead), planned = \(draft.planned.minor),
                currency = \(draft.planned.currency), note = \(draft.note) WHERE id = \(cost.id)
            """)
        try act.record(T.costs.costChangedDeed, .cost(cost.id), under: cost.event.map { .event($0) }, centre: cost.centre, changes: [
            Change("title", from: cost.draft.title, to: draft.title), Change("planned", from: "\(cost.draft.planned.minor)", to: "\(draft.planned.minor)"),
        ])
    }

    /// It does not come to pass. What was put aside for it is given back; what was spent stays.
    package static func drop(_ id: Cost.ID, at centre: Centre.ID, in act: Act) throws {
        let cost = try held(id, at: centre, in: act)
        guard !cost.isOfPaper else { throw Problem.conflict(T.costs.errorOfPaper) }
        try drop(cost, in: act)
    }

    static func drop(_ cost: Cost, in act: Act) throws {
        guard cost.state != .dropped else { return }
        guard cost.state != .spent else { throw Problem.conflict(T.costs.errorSpent) }
        if cost.state == .reserved { try giveBack(cost, in: act) }
        try act.db.run("UPDATE cost SET state = 'dropped', purse = NULL, held = 0, held_on = NULL WHERE id = \(cost.id)")
        try act.record(T.costs.costDroppedDeed, .cost(cost.id), under: cost.event.map { .event($0) }, centre: cost.centre)
    }

    // MARK: From a source

    /// Puts money of a source aside for it. The source says why it may not.
    package static func reserve(_ id: Cost.ID, from purse: Purse.ID, at centre: Centre.ID, in act: Act) throws {
        let cost = try held(id, at: centre, in: act)
        guard cost.state == .planned else { throw Problem.conflict(T.costs.errorNotPlanned) }
        let day = try today(at: centre, in: act), amount = cost.draft.sum(with: try EventMoneyStore.heads(of: cost.event, in: act))
        guard amount > 0 else { throw Problem.invalid("purse", T.costs.errorNothing) }
        try note(PurseMoneyStore.reserve(use(cost, amount, on: day, in: act), from: purse, at: centre, in: act), of: id, in: act)
        try act.db.run("UPDATE cost SET state = 'reserved', purse = \(purse), held = \(amount), held_on = \(day) WHERE id = \(id)")
        try act.record(T.costs.costReservedDeed, .cost(id), under: .purse(purse), centre: centre, changes: [Change("held", from: "", to: "\(amount)")])
    }

    /// Gives back what was put aside.
    package static func release(_ id: Cost.ID, at centre: Centre.ID, in act: Act) throws {
        let cost = try held(id, at: centre, in: act)
        guard cost.state == .reserved else { throw Problem.conflict(T.costs.errorNotReserved) }
        try giveBack(cost, in: act)
        try act.db.run("UPDATE cost SET state = 'planned', purse = NULL, held = 0, held_on = NULL WHERE id = \(id)")
        try act.record(T.costs.costReleasedDeed, .cost(id), under: cost.purse.map { .purse($0) }, centre: centre)
    }

    private static func giveBack(_ cost: Cost, in act: Act) throws {
        guard let purse = cost.purse, cost.held > 0 else { return }
        let use = try use(cost, cost.held, on: today(at: cost.centre, in: act), in: act)
        try note(PurseMoneyStore.free(use, from: purse, at: cost.centre, in: act), of: cost.id, in: act)
    }

    // MARK: Spent

    /// It came to so much. Of a source exactly that is spent: what was put aside beyond it goes back, what is more is asked for first.
    package static func spend(_ bill: CostBill, on id: Cost.ID, at centre: Centre.ID, in act: Act) throws {
        let cost = try held(id, at: centre, in: act)
        guard cost.state == .planned || cost.state == .reserved else { throw Problem.conflict(T.costs.errorNotPlanned) }
        guard bill.amount.currency == cost.currency else { throw Problem.invalid("amount", T.costs.errorCurrency) }
        guard bill.day <= (try today(at: centre, in: act)) else { throw Problem.invalid("day", T.costs.errorAhead) }
        if let purse = cost.purse {
            let amount = bill.amount.minor
            if amount > cost.held {
                try note(PurseMoneyStore.reserve(use(cost, amount - cost.held, on: bill.day, in: act), from: purse, at: centre, in: act), of: id, in: act)
            }
            if amount > 0 { try note(PurseMoneyStore.spend(use(cost, amount, on: bill.day, in: act), from: purse, at: centre, in: act), of: id, in: act) }
            if amount < cost.held {
                try note(PurseMoneyStore.free(use(cost, cost.held - amount, on: bill.day, in: act), from: purse, at: centre, in: act), of: id, in: act)
            }
        }
        try act.db.run("UPDATE cost SET state = 'spent', amount = \(bill.amount.minor), day = \(bill.day), number = \(bill.number), held = 0 WHERE id = \(id)")
        try act.record(T.costs.costSpentDeed, .cost(id), under: cost.event.map { .event($0) }, centre: centre, changes: [
            Change("amount", from: "", to: "\(bill.amount.minor)"), Change("day", from: "", to: bill.day.iso), Change("number", from: "", to: bill.number),
        ], retention: .register)
    }

    /// A mistake: it is planned again, and what a source paid is left there again.
    package static func takeBack(_ id: Cost.ID, at centre: Centre.ID, in act: Act) throws {
        let cost = try held(id, at: centre, in: act)
        guard cost.state == .spent, let amount = cost.amount, let day = cost.day else { throw Problem.conflict(T.costs.errorNotSpent) }
        if let purse = cost.purse, amount.minor > 0 {
            try note(PurseMoneyStore.unspend(use(cost, amount.minor, on: day, in: act), from: purse, at: centre, in: act), of: id, in: act)
        }
        try act.db.run("""
            UPDATE cost SET state = 'planned', amount = NULL, day = NULL, number = '', purse = NULL, held = 0, held_on = NULL WHERE id = \(id)
            """)
        try act.record(T.costs.costBackDeed, .cost(id), under: cost.event.map { .event($0) }, centre: centre, changes: [
            Change("amount", from: "\(amount.minor)", to: ""),
        ], retention: .register)
    }

    /// What is asked of a source: in the year in which it was put aside, for the event and its place.
    private static func use(_ cost: Cost, _ amount: Int, on day: Day, in act: Act) throws -> PurseUse {
        let event = try cost.event.map { try EventStore.event($0, in: act) }
        return PurseUse(
            cost.currency.money(amount), on: day, year: (cost.heldOn ?? day).year, words: cost.draft.title, event: cost.event,
            municipality: event?.plan.municipality, eventForm: event?.form.id)
    }

    /// An entry of the ledger opens to the cost for which it was posted.
    private static func note(_ entry: LedgerEntry.ID, of cost: Cost.ID, in act: Act) throws {
        try act.db.run("INSERT INTO cost_entry (entry, cost) VALUES (\(entry), \(cost))")
    }

    /// The papers of entries: the number of the bill, else what the cost is called.
    package static func papers(of entries: [LedgerEntry.ID], at centre: Centre.ID, in act: Act) throws -> [LedgerEntry.ID: LedgerPaper] {
        guard !entries.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT n.entry, c.id, c.title, c.number FROM cost_entry n JOIN cost c ON c.id = n.cost WHERE c.centre = \(centre) AND n.entry IN \(list: entries)
            """).reduce(into: [:]) { papers, row in
            let id: Cost.ID = try row["id"], title: String = try row["title"], number: String = try row["number"]
            papers[try row["entry"]] = LedgerPaper(number.isEmpty ? title : number, "/staff/costs/\(id)")
        }
    }

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }

    private static func held(_ id: Cost.ID, at centre: Centre.ID, in act: Act) throws -> Cost {
        _ = try cost(id, at: centre, in: act)
        try act.db.hold("cost", id.value)
        return try cost(id, at: centre, in: act)
    }
}

extension Cost {
    init(row: Row) throws {
        let currency: Currency = try row["currency"], amount: Int? = try row["amount"]
        (id, centre, state, purse, held, heldOn) = (try row["id"], try row["centre"], try row["state"], try row["purse"], try row["held"], try row["held_on"])
        (day, number, contract, travel) = (try row["day"], try row["number"], try row["contract"], try row["travel"])
        self.amount = amount.map { currency.money($0) }
        draft = CostDraft(
            try row["kind"], try row["title"], try row.money("planned", "currency"), perHead: try row["per_head"], of: try row["event"], note: try row["note"])
    }
}
