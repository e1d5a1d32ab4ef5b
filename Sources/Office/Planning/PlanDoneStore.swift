import Centres
package import Events
package import Kernel
import Languages
import Storage

/// What came of a plan, from the rows of events.
package enum PlanDoneStore {
    /// The whole of it: each line with its events, and what was held without a plan. Queries do not grow with the lines.
    package static func done(_ plan: YearPlan, in act: Act) throws -> PlanDone {
        let centre = try CentreStore.centre(plan.centre, in: act), today = centre.zone.day(of: act.now)
        let items = try YearPlanStore.items(of: plan.id, in: act), links = try links(of: plan.id, in: act)
        let extras = try unplanned(plan, centre, in: act) + PlanTakingStore.beside(plan, centre, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(links.map(\.event) + extras, in: act).map { ($0.id, $0) })
        let people = try people(at: events.values.filter(\.wasHeld).map(\.id), in: act), reasons = try reasons(of: plan.id, in: act)
        let linked = Dictionary(grouping: links, by: \.item)
        let lines = items.map { item in
            let own = (linked[item.id] ?? []).compactMap { events[$0.event] }.sorted { ($0.starts ?? $0.ends ?? act.now,
                $0.id.value) < ($1.starts ?? $1.ends ?? act.now, $1.id.value) }
            let state = PlanState(own.map(\.state)), held = own.filter(\.wasHeld)
            return PlanDone.Line(
                item: item, events: own, state: state,
                deviation: PlanDeviation(state, term: item.details.days, held: held.compactMap(\.firstDay), today: today), reason: reasons.items[item.id],
                people: held.reduce(0) { $0 + (people[$1.id] ?? 0) })
        }
        return PlanDone(plan: plan, lines: lines, extras: extras.compactMap { events[$0] }.map { event in
            PlanDone.Extra(event: event, reason: reasons.events[event.id], people: people[event.id] ?? 0)
        })
    }

    private static func links(of plan: YearPlan.ID, in act: Act) throws -> [(item: PlanItem.ID, event: Event.ID)] {
        try act.db.rows("SELECT l.item, l.event FROM plan_item_event l JOIN plan_item i ON i.id = l.item WHERE i.plan = \(plan)").map {
            (try $0["item"], try $0["event"])
        }
    }

    /// Events of the year that were held and are of no line of any plan of that kind; what a form keeps inside, and earlier lists, are nobody's plan.
    private static func unplanned(_ plan: YearPlan, _ centre: Centre, in act: Act) throws -> [Event.ID] {
        let (from, until) = (centre.zone.startOfDay(plan.year.days.lowerBound), centre.zone.endOfDay(plan.year.days.upperBound))
        let inside = try EventFormStore.all(in: act).values.filter(\.isInternal).map(\.id)
        return try act.db.rows("""
            SELECT e.id FROM event e WHERE e.centre = \(plan.centre) AND e.state IN ('held', 'closed') AND NOT e.earlier
                AND e.starts >= \(from) AND e.starts < \(until) AND e.form NOT IN \(list: inside)
                AND NOT EXISTS (SELECT 1 FROM plan_item_event l JOIN plan_item i ON i.id = l.item WHERE l.event = e.id AND i.plan = \(plan.id))
            ORDER BY e.starts, e.id
            """).map { try $0["id"] }
    }

    /// How many came: as they were marked, else as they were counted after the event.
    package static func people(at ids: [Event.ID], in act: Act) throws -> [Event.ID: Int] {
        guard !ids.isEmpty else { return [:] }
        var people: [Event.ID: Int] = [:]
        for row in try act.db.rows("SELECT event, visitors FROM event_report WHERE event IN \(list: ids) AND visitors IS NOT NULL") {
            people[try row["event"]] = try row["visitors"]
        }
        for row in try act.db.rows("""
            SELECT r.event, CAST(sum(r.people) AS BIGINT) AS people FROM registration r WHERE r.event IN \(list: ids)
                AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left')) GROUP BY r.event
            """) { people[try row["event"]] = try row["people"] }
        return people
    }

    private static func reasons(of plan: YearPlan.ID, in act: Act) throws -> (items: [PlanItem.ID: PlanReason], events: [Event.ID: PlanReason]) {
        var items: [PlanItem.ID: PlanReason] = [:], events: [Event.ID: PlanReason] = [:]
        for row in try act.db.rows("SELECT * FROM plan_reason WHERE plan = \(plan)") {
            let reason = PlanReason(text: try row["reason"], person: try row["person"], at: try row["at"])
            if let item: PlanItem.ID = try row["item"] { items[item] = reason }
            if let event: Event.ID = try row["event"] { events[event] = reason }
        }
        return (items, events)
    }

    // MARK: From a line to events

    /// Makes the draft of an event out of a line: its form, title, programme, place and number of people; the day is proposed within the term.
    package static func draft(_ id: PlanItem.ID, of planID: YearPlan.ID, in act: Act) throws -> Event.ID {
        try act.db.hold("year_plan", planID.value)
        let plan = try YearPlanStore.plan(planID, in: act), details = try YearPlanStore.item(id, of: planID, in: act).details
        let planning = try EventStore.planning(
            of: nil, at: plan.centre, form: details.form, programme: details.programme.map { "\($0)" }, .azbuka, in: act)
        let event = try EventStore.draft(
            details.form, try details.eventPlan(planning, today: planning.centre.zone.day(of: act.now)), centre: plan.centre, in: act)
        try write(event, of: id, in: act)
        try act.record(T.planning.itemDrafted, .planItem(id), under: .yearPlan(planID), centre: plan.centre, changes: [Change("event", from: "", to: "\(event)")])
        return event
    }

    /// Says that an event came of a line.
    package static func link(_ event: Event.ID, to id: PlanItem.ID, of planID: YearPlan.ID, in act: Act) throws {
        try act.db.hold("year_plan", planID.value)
        let plan = try YearPlanStore.plan(planID, in: act)
        _ = try YearPlanStore.item(id, of: planID, in: act)
        try act.db.hold("event", event.value)
        guard try EventStore.event(runBy: act.by, event, in: act).centre == plan.centre else { throw Problem.missing }
        if let taken: PlanItem.ID = try act.db.value("SELECT item FROM plan_item_event WHERE event = \(event)") {
            if taken == id { return }
            throw Problem.invalid("event", T.planning.eventLinked)
        }
        try write(event, of: id, in: act)
        try act.db.run("DELETE FROM plan_reason WHERE event = \(event)")
        try act.record(T.planning.eventLinkedDeed, .planItem(id), under: .yearPlan(planID), centre: plan.centre, changes: [Change("event", from: "",
            to: "\(event)")])
    }

    package static func unlink(_ event: Event.ID, from id: PlanItem.ID, of planID: YearPlan.ID, in act: Act) throws {
        try act.db.hold("year_plan", planID.value)
        let plan = try YearPlanStore.plan(planID, in: act)
        _ = try YearPlanStore.item(id, of: planID, in: act)
        guard try act.db.run("DELETE FROM plan_item_event WHERE event = \(event) AND item = \(id)") == 1 else { throw Problem.missing }
        try act.record(T.planning.eventUnlinked, .planItem(id), under: .yearPlan(planID), centre: plan.centre, changes: [Change("event", from: "\(event)", to: "")])
    }

    private static func write(_ event: Event.ID, of item: PlanItem.ID, in act: Act) throws {
        try act.db.run("INSERT INTO plan_item_event (event, item) VALUES (\(event), \(item))")
    }

    /// Events of the centre around the year of a plan that are of no line yet: those to choose from.
    package static func loose(of plan: YearPlan, in act: Act) throws -> [Event] {
        let zone = try CentreStore.centre(plan.centre, in: act).zone
        let from = zone.startOfDay(plan.year.days.lowerBound.adding(days: -60)), until = zone.endOfDay(plan.year.days.upperBound.adding(days: 60))
        return try EventStore.events(act.db.rows("""
            SELECT e.id FROM event e WHERE e.centre = \(plan.centre) AND e.starts >= \(from) AND e.starts < \(until) AND NOT e.earlier
                AND NOT EXISTS (SELECT 1 FROM plan_item_event l WHERE l.event = e.id)
            ORDER BY e.starts, e.id LIMIT 300
            """).map { try $0["id"] }, in: act)
    }

    // MARK: Reasons

    /// Whoever answers for a line says why it came otherwise; so may the director.
    package static func explain(_ id: PlanItem.ID, of planID: YearPlan.ID, because reason: String, in act: Act) throws {
        try act.db.hold("year_plan", planID.value)
        let plan = try YearPlanStore.plan(planID, in: act), item = try YearPlanStore.item(id, of: planID, in: act)
        guard let line = try done(plan, in: act).lines.first(where: { $0.item.id == id }), line.deviation != nil else {
            throw Problem.conflict(T.planning.noDeviation)
        }
        guard item.details.person == nil || item.details.person == act.by.person || act.by.holds(.director, at: plan.centre) else {
            throw Problem.conflict(T.planning.reasonNotYours)
        }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.planning.reasonMissing) }
        try act.db.run("DELETE FROM plan_reason WHERE item = \(id)")
        try act.db.run("INSERT INTO plan_reason (plan, item, reason, person, at) VALUES (\(planID), \(id), \(reason), \(act.by.person), \(act.now))")
        try act.record(T.planning.explained, .planItem(id), under: .yearPlan(planID), centre: plan.centre, changes: [Change("reason",
            from: line.reason?.text ?? "", to: reason)])
    }

    /// The same of an event that nobody had planned.
    package static func explain(_ event: Event.ID, of planID: YearPlan.ID, because reason: String, in act: Act) throws {
        try act.db.hold("year_plan", planID.value)
        let plan = try YearPlanStore.plan(planID, in: act)
        guard let extra = try done(plan, in: act).extras.first(where: { $0.event.id == event }) else { throw Problem.missing }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.planning.reasonMissing) }
        try act.db.run("DELETE FROM plan_reason WHERE event = \(event) AND plan = \(planID)")
        try act.db.run("INSERT INTO plan_reason (plan, event, reason, person, at) VALUES (\(planID), \(event), \(reason), \(act.by.person), \(act.now))")
        try act.record(T.planning.explained, .event(event), under: .yearPlan(planID), centre: plan.centre, changes: [Change("reason",
            from: extra.reason?.text ?? "", to: reason)])
    }

    /// A draft came to nothing.
    static func drop(_ event: Event.ID, in act: Act) throws {
        for table in ["plan_item_event", "plan_reason", "month_offer_line"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE event = \(event)") }
    }
}
