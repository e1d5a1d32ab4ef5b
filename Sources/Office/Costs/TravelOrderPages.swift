import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Travel orders: written, issued with a number, settled when whoever travelled is back.
enum TravelOrderPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, state, page) = (visit.centre.id, TravelOrder.State(rawValue: visit.query["state"]), visit.query.page)
        let (paging, orders) = try await visit.read { act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
            let paging = Paging(page, count: try TravelOrderStore.count(at: centre, state, in: act))
            return (paging, try TravelOrderStore.all(at: centre, state, offset: paging.offset, in: act))
        }
        return visit.page(TravelOrderViews(reader: visit.reader).list(orders, state, paging))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, nil)) }

    private static func new(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let event = try await event(visit), t = visit.t
        let opened = Typed([
            "title": event.map { t.shown($0.title(in: t.language).text) } ?? "", "place": event?.plan.sessions.first?.place ?? "",
            "leaves": event?.plan.sessions.first?.day.iso ?? "", "returns": event?.plan.sessions.last?.day.iso ?? "", "vehicle": "own",
        ])
        return TravelOrderViews(reader: visit.reader).new(event, form ?? visit.form(opened))
    }

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
        let (centre, typed, own, zone) = (visit.centre.id, visit.typed, visit.language, visit.centre.zone)
        let event = try await event(visit)?.id
        let currency = try await visit.read { try CentreStore.centre(centre, in: $0).currency }
        return try await visit.submit {
            let draft = try TravelOrderDraft(typed, of: event, currency, in: zone, own: own)
            return try await visit.act { act in
                let id = try TravelOrderStore.add(draft, of: try CostPeople.person(typed, in: act), at: centre, in: act)
                return Redirect(visit.link("/staff/travel/\(id)"), T.costs.saidOrder)
            }
        } again: { try await new(visit, $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, TravelOrder.ID) = (visit.centre.id, try visit.id("order")), t = visit.t, zone = visit.centre.zone
        let (folder, email) = try await visit.read { act in
            let folder = try TravelOrderStore.folder(id, at: centre, in: act)
            return (folder, try CostPeople.email(folder.order.person, in: act))
        }
        return TravelOrderViews(reader: visit.reader).show(folder, form ?? visit.form(folder.order.draft.typed(t, email: email, in: zone)))
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let (typed, own, zone) = (visit.typed, visit.language, visit.centre.zone)
        return try await deed(visit, T.common.saved) { id, centre, act in
            let before = try TravelOrderStore.order(id, at: centre, in: act)
            let draft = try TravelOrderDraft(typed, of: before.draft.event, before.currency, in: zone, own: own)
            try TravelOrderStore.edit(id, to: draft, of: CostPeople.person(typed, in: act), at: centre, in: act)
        }
    }

    @Sendable static func issue(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.costs.saidIssued) { try TravelOrderStore.issue($0, at: $1, in: $2) }
    }

    @Sendable static func settle(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.costs.saidSettled) { try TravelOrderStore.settle($0, at: $1, in: $2) }
    }

    @Sendable static func void(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await deed(visit, T.costs.saidVoid) { id, centre, act in
            var faults = Faults()
            let reason = faults.note(typed, "reason")
            try faults.check()
            try TravelOrderStore.void(id, because: reason, at: centre, in: act)
        }
    }

    private static func deed(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (TravelOrder.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (Centre.ID, TravelOrder.ID) = (visit.centre.id, try visit.id("order"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/travel/\(id)"), said)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, TravelOrder.ID) = (visit.centre.id, try visit.id("order"))
        let folder = try await visit.read { try TravelOrderStore.folder(id, at: centre, in: $0) }
        return try await CostPaperPages.travel(folder, visit)
    }
}
