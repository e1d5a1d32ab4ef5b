package import Centres
package import Events
package import Kernel
package import Languages
import Purses
import Storage

/// The money of an event, read from its costs, its claims and who came.
package enum EventMoneyStore {
    // MARK: Reads

    package static func money(of id: Event.ID, at centre: Centre.ID, in act: Act) throws -> EventMoney {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.centre == centre else { throw Problem.missing }
        let costs = try CostStore.costs(of: id, in: act), income = try income(of: event, in: act)
        let named = try PurseStore.purses(Array(Set(costs.compactMap(\.purse) + income.purses.keys)), in: act)
        return EventMoney(
            event: event, settings: try settings(of: event, in: act), splits: try CostRuleStore.splits(at: centre, in: act), costs: costs, income: income,
            heads: try came(to: id, in: act), purses: named.mapValues(\.name))
    }

    /// What is reckoned of an event beforehand, without what came of it: for its desk. Nil where nothing can be reckoned.
    static func reckoned(_ event: Event, in act: Act) throws -> EventMoney? {
        let costs = try CostStore.costs(of: event.id, in: act)
        guard !event.plan.fee.isZero || costs.contains(where: \.counts) else { return nil }
        return EventMoney(
            event: event, settings: try settings(of: event, in: act), splits: try CostRuleStore.splits(at: event.centre, in: act), costs: costs,
            income: EventIncome(), heads: try came(to: event.id, in: act), purses: [:])
    }

    /// As it was written, else by what the event itself says: its smallest group, else all its seats.
    package static func settings(of event: Event, in act: Act) throws -> EventReckoning {
        guard let row = try act.db.row("SELECT * FROM event_calculation WHERE event = \(event.id)") else {
            let today = try CostStore.today(at: event.centre, in: act)
            let split = try CostRuleStore.splits(at: event.centre, in: act).holding(on: event.plan.sessions.map(\.day).min() ?? today) { $0.draft.days }
            return EventReckoning(split: split?.id, heads: event.plan.seatsMin > 0 ? event.plan.seatsMin : event.plan.seats)
        }
        return EventReckoning(
            split: try row["split"], heads: try row["heads"], freeEvery: try row["free_every"], freePlaces: try row["free_places"],
            reduction: try row["reduction"])
    }

    /// How many are expected; what is of no event is for the house.
    static func heads(of event: Event.ID?, in act: Act) throws -> Int {
        guard let event else { return 1 }
        return try settings(of: EventStore.event(event, in: act), in: act).heads
    }

    /// How many were in at least one session; while nobody is marked, how many have a seat.
    private static func came(to event: Event.ID, in act: Act) throws -> Int {
        let there = try act.db.count("""
            SELECT CAST(coalesce(sum(r.people), 0) AS BIGINT) AS people FROM registration r WHERE r.event = \(event)
                AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left'))
            """)
        if there > 0 { return there }
        return try act.db.count("SELECT CAST(coalesce(sum(people), 0) AS BIGINT) AS people FROM registration WHERE event = \(event) AND state = 'admitted'")
    }

    /// What is owed, after all that was taken off or written off.
    private static func income(of event: Event, in act: Act) throws -> EventIncome {
        var income = EventIncome()
        let currency = event.plan.fee.currency
        for row in try act.db.rows("""
            SELECT s.currency, s.purse, CASE WHEN s.payer IS NULL THEN 1 ELSE 0 END AS borne,
                CAST(sum(s.amount + s.debited - s.credited - s.lost) AS BIGINT) AS owed, CAST(sum(s.paid) AS BIGINT) AS paid
            FROM claim_share s JOIN claim c ON c.id = s.claim WHERE c.event = \(event.id) AND NOT s.gone
            GROUP BY s.currency, s.purse, CASE WHEN s.payer IS NULL THEN 1 ELSE 0 END ORDER BY s.currency, s.purse NULLS FIRST
            """) {
            guard (try row["currency"] as Currency) == currency else {
                income.isElsewhere = true
                continue
            }
            let owed: Int = try row["owed"], purse: Purse.ID? = try row["purse"], isBorne = (try row["borne"] as Int) == 1
            if isBorne, let purse { income.purses[purse, default: 0] += owed } else {
                income.fees += owed
                income.paid += try row["paid"]
            }
        }
        if let row = try act.db.row("""
            SELECT CAST(coalesce(sum(c.price), 0) AS BIGINT) AS price, CAST(coalesce(sum(c.reduced), 0) AS BIGINT) AS reduced FROM claim c
            WHERE c.event = \(event.id) AND c.cancelled IS NULL AND c.currency = \(currency)
            """) { (income.price, income.reduced) = (try row["price"], try row["reduced"]) }
        income.payingSeats = try act.db.count("""
            SELECT CAST(coalesce(sum(r.people), 0) AS BIGINT) AS people FROM claim c JOIN registration r ON r.id = c.registration
            WHERE c.event = \(event.id) AND c.cancelled IS NULL AND EXISTS (
                SELECT 1 FROM claim_share s WHERE s.claim = c.id AND NOT s.gone AND s.payer IS NOT NULL AND s.amount + s.debited - s.credited - s.lost > 0)
            """)
        return income
    }

    // MARK: Verbs

    /// Writes down how it is reckoned.
    package static func reckon(_ event: Event.ID, by settings: EventReckoning, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("event", event.value)
        let found = try EventStore.event(runBy: act.by, event, in: act)
        guard found.centre == centre else { throw Problem.missing }
        if let split = settings.split, try !CostRuleStore.splits(at: centre, in: act).contains(where: { $0.id == split }) {
            throw Problem.invalid("split", T.common.errorChoose)
        }
        let before = try self.settings(of: found, in: act)
        try act.db.run("""
            INSERT INTO event_calculation (event, split, heads, free_every, free_places, reduction, changed)
            VALUES (\(event), \(settings.split), \(settings.heads), \(settings.freeEvery), \(settings.freePlaces), \(settings.reduction), \(act.now))
            ON CONFLICT (event) DO UPDATE SET split = excluded.split, heads = excluded.heads, free_every = excluded.free_every,
                free_places = excluded.free_places, reduction = excluded.reduction, changed = excluded.changed
            """)
        try act.record(T.costs.reckonedDeed, .event(event), centre: centre, changes: [
            Change("heads", from: "\(before.heads)", to: "\(settings.heads)"),
            Change("freeEvery", from: before.freeEvery.map { "\($0)" } ?? "", to: settings.freeEvery.map { "\($0)" } ?? ""),
            Change("freePlaces", from: "\(before.freePlaces)", to: "\(settings.freePlaces)"),
            Change("reduction", from: "\(before.reduction)", to: "\(settings.reduction)"),
        ])
    }

    /// What another event was reckoned by goes along with its copy: costs that are planned, and how many are expected.
    static func copy(from: Event.ID, to event: Event.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO event_calculation (event, split, heads, free_every, free_places, reduction, changed)
            SELECT \(event), split, heads, free_every, free_places, reduction, \(act.now) FROM event_calculation WHERE event = \(from)
            """)
        try act.db.run("""
            INSERT INTO cost (centre, event, kind, title, per_head, planned, currency, state, note, made)
            SELECT centre, \(event), kind, title, per_head, planned, currency, 'planned', note, \(act.now) FROM cost
            WHERE event = \(from) AND state <> 'dropped' AND contract IS NULL AND travel IS NULL ORDER BY id
            """)
    }

    /// A draft came to nothing: what was planned goes; where a source holds something for it, or a paper stands, it stays.
    static func discard(_ event: Event.ID, in act: Act) throws {
        guard try !act.db.exists("SELECT id FROM cost WHERE event = \(event) AND state IN ('reserved', 'spent') LIMIT 1") else {
            throw Problem.conflict(T.costs.errorHasCosts)
        }
        try act.db.run("DELETE FROM cost_entry WHERE cost IN (SELECT id FROM cost WHERE event = \(event))")
        try act.db.run("DELETE FROM cost WHERE event = \(event)")
        try act.db.run("DELETE FROM fee_contract WHERE event = \(event) AND state = 'draft'")
        try act.db.run("DELETE FROM travel_order WHERE event = \(event) AND state = 'draft'")
        guard try !act.db.exists("SELECT id FROM fee_contract WHERE event = \(event) UNION ALL SELECT id FROM travel_order WHERE event = \(event) LIMIT 1") else {
            throw Problem.conflict(T.costs.errorHasCosts)
        }
        try act.db.run("DELETE FROM event_calculation WHERE event = \(event)")
    }
}
