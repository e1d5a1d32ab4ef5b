import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// One line of a plan: writing it, taking it out, what came of it.
enum PlanItemPages {
    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let offer = try await offer(visit)
        let typed = Typed(["person": visit.actor.person.map { "\($0)" } ?? "", "form": "\(EventForm.ID.seminar)", "month": visit.query["month"]])
        return visit.page(PlanItemViews(reader: visit.reader).form(offer, visit.form(typed)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let offer = try await offer(visit), id = offer.plan.id
        return try await visit.submit {
            let details = try PlanItemDetails(visit.typed, offer, own: visit.centre.language), line = try line(visit, offer)
            return try await visit.act { act in
                try YearPlanStore.add(details, to: id, at: line, in: act)
                return Redirect(visit.link("/staff/plans/\(id)"), T.planning.saidItemAdded)
            }
        } again: { PlanItemViews(reader: visit.reader).form(offer, $0) }
    }

    /// Where the line is to stand; nothing leaves it where it is.
    private static func line(_ visit: Visit, _ offer: PlanItemOffer) throws -> Int? {
        var faults = Faults()
        let line = faults.numberOrNothing(visit.typed, "line", in: 1...max(1, offer.lines + 1))
        try faults.check()
        return line
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let opened = try await open(visit)
        return visit.page(screen(visit, opened, visit.form(opened.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let opened = try await open(visit), (plan, item) = (opened.offer.plan.id, opened.line.item)
        let seen = visit.typed.number("edits", in: 0...1_000_000)
        return try await visit.submit {
            let details = try PlanItemDetails(visit.typed, opened.offer, own: visit.centre.language), line = try line(visit, opened.offer)
            return try await visit.act { act in
                try YearPlanStore.edit(item.id, of: plan, to: details, at: line, seen: seen, in: act)
                return Redirect(visit.link("/staff/plans/\(plan)"), T.common.saved)
            }
        } again: { screen(visit, opened, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        try await does(visit) { plan, item, act in
            try YearPlanStore.remove(item, of: plan, in: act)
            return Redirect(visit.link("/staff/plans/\(plan)"), T.planning.saidItemRemoved)
        }
    }

    // MARK: What came of it

    @Sendable static func draft(_ visit: Visit) async throws -> Answer {
        try await does(visit) { plan, item, act in
            let event = try PlanDoneStore.draft(item, of: plan, in: act)
            return Redirect(visit.link("/staff/events/\(event)/edit"), T.planning.saidDrafted)
        }
    }

    @Sendable static func link(_ visit: Visit) async throws -> Answer {
        let event = Event.ID(visit.typed["event"])
        return try await does(visit) { plan, item, act in
            guard let event else { throw Problem.invalid("event", T.common.errorChoose) }
            try PlanDoneStore.link(event, to: item, of: plan, in: act)
            return Redirect(visit.link("/staff/plans/\(plan)/items/\(item)"), T.planning.saidLinked)
        }
    }

    @Sendable static func unlink(_ visit: Visit) async throws -> Answer {
        let event: Event.ID = try visit.id("event")
        return try await does(visit) { plan, item, act in
            try PlanDoneStore.unlink(event, from: item, of: plan, in: act)
            return Redirect(visit.link("/staff/plans/\(plan)/items/\(item)"), T.planning.saidUnlinked)
        }
    }

    @Sendable static func explain(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed.lines("reason")
        return try await does(visit) { plan, item, act in
            try PlanDoneStore.explain(item, of: plan, because: reason, in: act)
            return Redirect(visit.link("/staff/plans/\(plan)/done"), T.planning.saidExplained)
        }
    }

    private static func does(_ visit: Visit, _ deed: @escaping @Sendable (YearPlan.ID, PlanItem.ID, Act) throws -> Redirect) async throws -> Answer {
        let (plan, item): (YearPlan.ID, PlanItem.ID) = (try visit.id("plan"), try visit.id("item"))
        return try await visit.submit {
            try await visit.act { try deed(plan, item, $0) }
        } again: { form in
            let opened = try await open(visit)
            return screen(visit, opened, visit.form(opened.typed), about: form)
        }
    }

    // MARK: Steps

    /// A line as its page shows it.
    struct Opened: Sendable {
        let offer: PlanItemOffer
        let line: PlanDone.Line
        let loose: [Event]
        let place: Int

        var typed: Typed { line.item.details.typed(offer.own, line: place) }
    }

    private static func offer(_ visit: Visit) async throws -> PlanItemOffer {
        let id: YearPlan.ID = try visit.id("plan")
        return try await visit.read { try PlanWordsStore.offer(of: YearPlanStore.plan(id, in: $0), item: nil, in: $0) }
    }

    private static func open(_ visit: Visit) async throws -> Opened {
        let (planID, id): (YearPlan.ID, PlanItem.ID) = (try visit.id("plan"), try visit.id("item"))
        return try await visit.read { act in
            let plan = try YearPlanStore.plan(planID, in: act), lines = try PlanDoneStore.done(plan, in: act).lines
            guard let place = lines.firstIndex(where: { $0.item.id == id }) else { throw Problem.missing }
            return Opened(
                offer: try PlanWordsStore.offer(of: plan, item: lines[place].item, in: act), line: lines[place], loose: try PlanDoneStore.loose(of: plan, in: act),
                place: place + 1)
        }
    }

    private static func screen(_ visit: Visit, _ opened: Opened, _ form: FilledForm, about deed: FilledForm? = nil) -> Screen {
        PlanItemViews(reader: visit.reader).show(opened.offer, opened.line, opened.loose, form, about: deed)
    }
}
