package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Registry
package import Storage

/// Travel orders as rows. Each has its cost, which goes with it.
package enum TravelOrderStore {
    // MARK: Reads

    package static func order(_ id: TravelOrder.ID, at centre: Centre.ID, in act: Act) throws -> TravelOrder {
        guard act.by.coordinates(centre), let order = try orders("o.id = \(id) AND o.centre = \(centre)", in: act).first else { throw Problem.missing }
        return order
    }

    package static func folder(_ id: TravelOrder.ID, at centre: Centre.ID, in act: Act) throws -> TravelFolder {
        try folder(order(id, at: centre, in: act), in: act)
    }

    /// Somebody's own one, once it was issued.
    package static func own(_ id: TravelOrder.ID, of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> TravelFolder {
        guard let order = try orders("o.id = \(id) AND o.centre = \(centre) AND o.person = \(person) AND o.state IN ('issued', 'settled')", in: act).first else {
            throw Problem.missing
        }
        return try folder(order, in: act)
    }

    private static func folder(_ order: TravelOrder, in act: Act) throws -> TravelFolder {
        TravelFolder(
            order: order, rates: try rates(for: order.draft, at: order.centre, in: act), event: try order.draft.event.map { try EventStore.event($0, in: act) },
            cost: try CostStore.cost(ofTravel: order.id, in: act))
    }

    private static func rates(for draft: TravelOrderDraft, at centre: Centre.ID, in act: Act) throws -> TravelRates {
        let day = try CentreStore.centre(centre, in: act).zone.day(of: draft.leaves)
        return try CostRuleStore.rates(on: day, in: draft.tickets.currency, at: centre, in: act)
    }

    package static func all(at centre: Centre.ID, _ state: TravelOrder.State? = nil, offset: Int = 0, in act: Act) throws -> [TravelOrder] {
        let own: SQL = state.map { "AND o.state = \($0)" } ?? ""
        return try orders("o.centre = \(centre) \(own)", offset: offset, limit: 50, in: act)
    }

    package static func count(at centre: Centre.ID, _ state: TravelOrder.State? = nil, in act: Act) throws -> Int {
        let own: SQL = state.map { "AND state = \($0)" } ?? ""
        return try act.db.count("SELECT count(*) FROM travel_order WHERE centre = \(centre) \(own)")
    }

    package static func of(_ event: Event.ID, in act: Act) throws -> [TravelOrder] { try orders("o.event = \(event)", in: act) }

    package static func of(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [TravelOrder] {
        try orders("o.person = \(person) AND o.centre = \(centre) AND o.state IN ('issued', 'settled')", in: act)
    }

    /// Whoever travelled is back so many days, and it is not settled.
    package static func unsettled(at centre: Centre.ID, in act: Act) throws -> [TravelOrder] {
        try orders("o.centre = \(centre) AND o.state = 'issued' AND o.returns < \(act.now.adding(days: -3))", in: act)
    }

    private static func orders(_ condition: SQL, offset: Int = 0, limit: Int = 1_000, in act: Act) throws -> [TravelOrder] {
        try act.db.rows("""
            SELECT o.* FROM travel_order o WHERE \(condition)
            ORDER BY CASE o.state WHEN 'draft' THEN 0 WHEN 'issued' THEN 1 ELSE 2 END, o.leaves DESC, o.id DESC LIMIT \(limit) OFFSET \(offset)
            """).map(TravelOrder.init(row:))
    }

    // MARK: Verbs

    package static func add(_ draft: TravelOrderDraft, of person: Person.ID?, at centre: Centre.ID, in act: Act) throws -> TravelOrder.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = TravelOrder.ID(try act.db.insert("""
            INSERT INTO travel_order (centre, event, person, name, title, place, leaves, returns, vehicle, km, tickets, currency, state, made)
            VALUES (\(centre), \(draft.event), \(person), \(draft.name), \(draft.title), \(draft.place), \(draft.leaves), \(draft.returns), \(draft.vehicle),
                    \(draft.km), \(draft.tickets.minor), \(draft.tickets.currency), 'draft', \(act.now)) RETURNING id
            """))
        _ = try CostStore.insert(try cost(draft, at: centre, in: act), travel: id, at: centre, in: act)
        try act.record(T.costs.orderDeed, .travelOrder(id), under: draft.event.map { .event($0) }, centre: centre)
        return id
    }

    private static func cost(_ draft: TravelOrderDraft, at centre: Centre.ID, in act: Act) throws -> CostDraft {
        let sum = draft.reckoning(by: try rates(for: draft, at: centre, in: act)).together
        return CostDraft(.travel, String("\(draft.name): \(draft.place)".prefix(TextLimit.sentence.rawValue)), draft.tickets.currency.money(sum), of: draft.event)
    }

    /// Until it is settled: the journey becomes longer or shorter than it was meant to be.
    package static func edit(_ id: TravelOrder.ID, to draft: TravelOrderDraft, of person: Person.ID?, at centre: Centre.ID, in act: Act) throws {
        let order = try held(id, at: centre, in: act)
        guard order.state == .draft || order.state == .issued else { throw Problem.conflict(T.costs.errorSettled) }
        var draft = draft
        draft.event = order.draft.event
        // Whose paper it is stays once it has its number.
        if order.state == .issued { (draft.name, draft.title) = (order.draft.name, order.draft.title) }
        let bearer = order.state == .issued ? order.person : person
        try act.db.run("""
            UPDATE travel_order SET person = \(bearer), name = \(draft.name), title = \(draft.title), place = \(draft.place), leaves = \(draft.leaves),
                returns = \(draft.returns), vehicle = \(draft.vehicle), km = \(draft.km), tickets = \(draft.tickets.minor),
                currency = \(draft.tickets.currency) WHERE id = \(id)
            """)
        if let cost = try CostStore.cost(ofTravel: id, in: act), cost.state == .planned {
            try CostStore.write(try self.cost(draft, at: centre, in: act), of: cost, in: act)
        }
        try act.record(T.costs.orderChangedDeed, .travelOrder(id), under: draft.event.map { .event($0) }, centre: centre, changes: [
            Change("km", from: "\(order.draft.km)", to: "\(draft.km)"), Change("tickets", from: "\(order.draft.tickets.minor)", to: "\(draft.tickets.minor)"),
        ])
    }

    package static func issue(_ id: TravelOrder.ID, at centre: Centre.ID, in act: Act) throws {
        let order = try held(id, at: centre, in: act)
        guard order.state == .draft else { throw Problem.conflict(T.costs.errorIssued) }
        let day = try CostStore.today(at: centre, in: act), office = try CentreStore.centre(centre, in: act), t = try act.texts(office.language, of: office)
        let number = try RegistryStore.enter(RegistryPaper(
            CostPapers.travel, id.value, t(T.costs.orderRegister(place: .text(order.draft.place), title: .text(order.draft.title))), at: centre, on: day, .inner,
            other: order.draft.name, page: order.path), in: act)
        try act.db.run("UPDATE travel_order SET state = 'issued', day = \(day), number = \(number) WHERE id = \(id)")
        try act.record(T.costs.orderIssuedDeed, .travelOrder(id), under: order.draft.event.map { .event($0) }, centre: centre, changes: [
            Change("number", from: "", to: number),
        ], retention: .register)
    }

    /// It is reckoned by the rates of the day on which it began, and stays so. Its cost is spent with it.
    package static func settle(_ id: TravelOrder.ID, at centre: Centre.ID, in act: Act) throws {
        let order = try held(id, at: centre, in: act)
        guard order.state == .issued else { throw Problem.conflict(T.costs.errorNotIssued) }
        guard order.draft.returns <= act.now else { throw Problem.conflict(T.costs.errorNotBack) }
        let reckoned = order.draft.reckoning(by: try rates(for: order.draft, at: centre, in: act)), day = try CostStore.today(at: centre, in: act)
        try act.db.run("""
            UPDATE travel_order SET state = 'settled', paid_km = \(reckoned.kilometres), paid_allowance = \(reckoned.allowance), settled_on = \(day) WHERE id = \(id)
            """)
        if let cost = try CostStore.cost(ofTravel: id, in: act), cost.state != .spent {
            try CostStore.spend(CostBill(order.currency.money(reckoned.together), on: day, number: order.number), on: cost.id, at: centre, in: act)
        }
        try act.record(T.costs.orderSettledDeed, .travelOrder(id), under: order.draft.event.map { .event($0) }, centre: centre, changes: [
            Change("amount", from: "", to: "\(reckoned.together)"),
        ], retention: .register)
        try CostLetters.settled(order, order.currency.money(reckoned.together), in: act)
    }

    package static func void(_ id: TravelOrder.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        let order = try held(id, at: centre, in: act)
        guard order.state != .void else { return }
        guard order.state != .settled else { throw Problem.conflict(T.costs.errorSettled) }
        guard !reason.isEmpty || order.state == .draft else { throw Problem.invalid("reason", T.costs.errorReason) }
        if let cost = try CostStore.cost(ofTravel: id, in: act) { try CostStore.drop(cost, in: act) }
        try act.db.run("UPDATE travel_order SET state = 'void', reason = \(reason) WHERE id = \(id)")
        if order.isIssued { try RegistryStore.withdraw(CostPapers.travel, id.value, because: reason, in: act) }
        try act.record(T.costs.orderVoidDeed, .travelOrder(id), under: order.draft.event.map { .event($0) }, centre: centre, changes: [
            Change("reason", from: "", to: reason),
        ], retention: .register)
    }

    private static func held(_ id: TravelOrder.ID, at centre: Centre.ID, in act: Act) throws -> TravelOrder {
        _ = try order(id, at: centre, in: act)
        try act.db.hold("travel_order", id.value)
        return try order(id, at: centre, in: act)
    }
}

extension TravelOrder {
    init(row: Row) throws {
        (id, centre, person, state) = (try row["id"], try row["centre"], try row["person"], try row["state"])
        (day, number, settledOn, reason) = (try row["day"], try row["number"], try row["settled_on"], try row["reason"])
        let kilometres: Int? = try row["paid_km"], allowance: Int? = try row["paid_allowance"]
        paid = kilometres.flatMap { kilometres in allowance.map { Paid(kilometres: kilometres, allowance: $0) } }
        draft = TravelOrderDraft(
            try row["name"], try row["title"], to: try row["place"], leaves: try row["leaves"], returns: try row["returns"], by: try row["vehicle"],
            km: try row["km"], tickets: try row.money("tickets", "currency"), of: try row["event"])
    }
}
