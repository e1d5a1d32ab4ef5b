import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Purses
import Web

/// Costs of events and of the house: planned, put aside of a source, spent.
enum CostPages {
    // MARK: The list

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, filter, page) = (visit.centre.id, CostFilter(visit.query), visit.query.page)
        let list = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            let paging = Paging(page, count: try CostStore.count(at: centre, filter, in: act))
            let costs = try CostStore.costs(at: centre, filter, offset: paging.offset, limit: Paging.size, in: act)
            let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(costs.compactMap(\.event))), in: act).map { ($0.id, $0) })
            return CostList(filter: filter, paging: paging, costs: costs, events: events, purses: try PurseStore.all(of: centre, in: act))
        }
        return visit.page(CostViews(reader: visit.reader).list(list))
    }

    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, visit.form(Typed(["kind": "fee"])))) }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let event = try await event(visit)
        return CostViews(reader: visit.reader).new(event, form)
    }

    /// The event that the address names; none for a cost of the house.
    private static func event(_ visit: Visit) async throws -> Event? {
        guard let id = Event.ID(visit.query["event"]) else { return nil }
        let centre = visit.centre.id
        return try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act)
            guard event.centre == centre else { throw Problem.missing }
            return event
        }
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (centre, typed) = (visit.centre.id, visit.typed)
        let event = try await event(visit)
        let own = try await visit.read { try CentreStore.centre(centre, in: $0).currency }
        return try await visit.submit {
            let draft = try CostDraft(typed, of: event?.id, event?.plan.fee.currency ?? own)
            return try await visit.act { act in
                try CostStore.add(draft, at: centre, in: act)
                return Redirect(visit.link(event.map { "/staff/events/\($0.id)/money" } ?? "/staff/costs"), T.costs.saidCost)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Cost.ID) = (visit.centre.id, try visit.id("cost"))
        let folder = try await visit.read { act in
            let cost = try CostStore.cost(id, at: centre, in: act), today = try CostStore.today(at: centre, in: act)
            let named = try PurseStore.purses(cost.purse.map { [$0] } ?? [], in: act)
            return CostFolder(
                cost: cost, event: try cost.event.map { try EventStore.event($0, in: act) }, heads: try EventMoneyStore.heads(of: cost.event, in: act),
                purse: cost.purse.flatMap { named[$0] },
                usable: try PurseStore.usable(at: centre, on: today, in: act).filter { $0.currency == cost.currency }, contract: try cost.contract.map {
                    try FeeContractStore.contract($0, at: centre, in: act)
                })
        }
        let views = CostViews(reader: visit.reader)
        return views.show(folder, form ?? visit.form(folder.opened(visit.today, visit.t)))
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await deed(visit, T.common.saved) { id, centre, act in
            let cost = try CostStore.cost(id, at: centre, in: act)
            try CostStore.edit(id, to: CostDraft(typed, of: cost.event, cost.currency), at: centre, in: act)
        }
    }

    @Sendable static func reserve(_ visit: Visit) async throws -> Answer {
        let purse = Purse.ID(visit.typed["purse"])
        return try await deed(visit, T.costs.saidReserved) { id, centre, act in
            guard let purse, try PurseStore.all(of: centre, in: act).contains(where: { $0.id == purse }) else { throw Problem.invalid("purse", T.common.errorChoose) }
            try CostStore.reserve(id, from: purse, at: centre, in: act)
        }
    }

    @Sendable static func release(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.costs.saidReleased) { try CostStore.release($0, at: $1, in: $2) }
    }

    @Sendable static func spend(_ visit: Visit) async throws -> Answer {
        let (typed, own) = (visit.typed, visit.language)
        return try await deed(visit, T.costs.saidSpent) { id, centre, act in
            let bill = try CostBill(typed, CostStore.cost(id, at: centre, in: act).currency, own: own)
            try CostStore.spend(bill, on: id, at: centre, in: act)
        }
    }

    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.costs.saidBack) { try CostStore.takeBack($0, at: $1, in: $2) }
    }

    @Sendable static func drop(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.costs.saidDropped) { try CostStore.drop($0, at: $1, in: $2) }
    }

    private static func deed(_ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Cost.ID, Centre.ID, Act) throws -> Void) async throws -> Answer {
        let (centre, id): (Centre.ID, Cost.ID) = (visit.centre.id, try visit.id("cost"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/costs/\(id)"), said)
            }
        } again: { try await show(visit, $0) }
    }
}
