import Catalogue
import Centres
package import Events
package import Kernel
import Languages
package import Needs
import Storage

/// Accepted drafts and the plan of their year, as rows. An event is of one line at most, so that nothing is taken twice.
package enum PlanTakingStore {
    /// A draft was accepted: it joins the line that meant it, becomes a line of a plan that is still a draft, or stands beside an approved one until somebody says why.
    /// Without a plan of its year nothing happens.
    package static func take(_ id: Event.ID, in act: Act) throws {
        let event = try EventStore.event(id, in: act)
        guard let days = event.allDays, let plan = try plan(for: days.lowerBound, at: event.centre, in: act) else { return }
        try act.db.hold("year_plan", plan.id.value)
        guard try !isTaken(id, in: act) else { return }
        let topics = try EventTopicStore.topics(of: event, in: act), lines = try lines(of: plan.id, in: act)
        let outcome = PlanTaking.outcome(
            programme: event.plan.programme, topics: topics, on: days.lowerBound, among: lines, isOpen: try isOpen(plan, in: act))
        switch outcome {
        case .line(let item): try link(event, to: item, of: plan, in: act)
        // A plan that can take no more stands in the way of nobody who announces something.
        case .new: if lines.count < YearPlanStore.itemsMost { try add(event, days, topics, to: plan, in: act) }
        case .deviation: break
        }
    }

    /// Makes a line of an event that stands beside an approved plan; the change is valid when it was handed in with a reason and approved.
    package static func add(_ id: Event.ID, to planID: YearPlan.ID, in act: Act) throws -> PlanItem.ID {
        let plan = try YearPlanStore.changeable(planID, in: act), event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.centre == plan.centre, let days = event.allDays, plan.year.days.contains(days.lowerBound) else { throw Problem.missing }
        guard try !isTaken(id, in: act) else { throw Problem.conflict(T.planning.eventLinked) }
        return try add(event, days, EventTopicStore.topics(of: event, in: act), to: plan, in: act)
    }

    /// What was called for is accepted when it is announced.
    static func announced(_ event: Event, in act: Act) throws {
        if try act.db.exists("SELECT 1 AS one FROM launch WHERE event = \(event.id)") { try take(event.id, in: act) }
    }

    /// Events of a plan's year that were accepted and are of no line: drafts of the planner, and what was called for and announced.
    static func beside(_ plan: YearPlan, _ centre: Centre, in act: Act) throws -> [Event.ID] {
        guard try !isOpen(plan, in: act) else { return [] }
        let (from, until) = (centre.zone.startOfDay(plan.year.days.lowerBound), centre.zone.endOfDay(plan.year.days.upperBound))
        return try act.db.rows("""
            SELECT e.id FROM event e WHERE e.centre = \(plan.centre) AND e.state IN ('draft', 'announced', 'confirmed') AND e.starts >= \(from) AND e.starts < \(until)
                AND (EXISTS (SELECT 1 FROM plan_proposal g WHERE g.event = e.id)
                    OR e.state <> 'draft' AND EXISTS (SELECT 1 FROM launch l WHERE l.event = e.id))
                AND NOT EXISTS (SELECT 1 FROM plan_item_event x WHERE x.event = e.id)
            ORDER BY e.starts, e.id
            """).map { try $0["id"] }
    }

    // MARK: Steps

    private static func isTaken(_ event: Event.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS one FROM plan_item_event WHERE event = \(event)")
    }

    /// The plan of the school year in which a day lies, else that of the year of the calendar.
    private static func plan(for day: Day, at centre: Centre.ID, in act: Act) throws -> YearPlan? {
        for kind in PlanYear.Kind.allCases {
            if let plan = try YearPlanStore.plan(of: .containing(day, kind), at: centre, in: act) { return plan }
        }
        return nil
    }

    /// Whether a plan is still a draft: nobody has approved it, and nobody is asked to.
    private static func isOpen(_ plan: YearPlan, in act: Act) throws -> Bool {
        guard plan.version != nil else { return true }
        return try !plan.isWaiting && PlanVersionStore.approved(of: plan.id, in: act) == nil
    }

    private static func lines(of plan: YearPlan.ID, in act: Act) throws -> [PlanTaking.Line] {
        let begun: Set<PlanItem.ID> = Set(try act.db.rows("""
            SELECT x.item FROM plan_item_event x JOIN plan_item i ON i.id = x.item WHERE i.plan = \(plan)
            """).map { try $0["item"] })
        let list = try TopicStore.list(in: act)
        return try YearPlanStore.items(of: plan, in: act).map { item in
            PlanTaking.Line(item.id, programme: item.details.programme, topic: item.details.topic.flatMap { list.standing($0)?.id }, days: item.details.days,
                isBegun: begun.contains(item.id))
        }
    }

    private static func link(_ event: Event, to item: PlanItem.ID, of plan: YearPlan, in act: Act) throws {
        try act.db.run("INSERT INTO plan_item_event (event, item) VALUES (\(event.id), \(item))")
        try act.db.run("DELETE FROM plan_reason WHERE event = \(event.id)")
        try act.record(
            T.planning.eventLinkedDeed, .planItem(item), under: .yearPlan(plan.id), centre: plan.centre, changes: [Change("event", from: "", to: "\(event.id)")])
    }

    @discardableResult
    private static func add(_ event: Event, _ days: ClosedRange<Day>, _ topics: Set<Topic.ID>, to plan: YearPlan, in act: Act) throws -> PlanItem.ID {
        let limits = try event.plan.programme.map { try ProgrammeStore.programme($0, in: act).limits }, own = try CentreStore.centre(plan.centre, in: act).language
        let title = event.title(in: own).text, staff = try YearPlanStore.staff(of: plan.centre, in: act)
        let details = PlanItemDetails(
            form: event.form.id, programme: event.plan.programme, topic: topics.sorted().first, title: String(title.prefix(TextLimit.sentence.rawValue)),
            // Whoever accepts it answers for it, where that is one of the centre's own people.
            person: act.by.person.flatMap { person in staff.contains { $0.id == person } ? person : nil },
            days: PlanTaking.term(of: days, in: plan.year, limits), target: String(event.plan.target.prefix(TextLimit.sentence.rawValue)),
            people: event.plan.seats > 0 ? event.plan.seats : nil)
        let item = try YearPlanStore.take(details, into: plan, in: act)
        try link(event, to: item, of: plan, in: act)
        return item
    }
}

extension Event {
    /// From the first to the last day on which it is held.
    fileprivate var allDays: ClosedRange<Day>? {
        guard let first = firstDay, let last = plan.sessions.map(\.day).max() else { return nil }
        return first...last
    }
}
