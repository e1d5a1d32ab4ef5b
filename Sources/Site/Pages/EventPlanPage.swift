import Catalogue
import Centres
import Events
import Forms
import Guests
import Kernel
import Languages
import Registration
import Web

/// The one form in which an event is planned: a new one, a copy, a change.
enum EventPlanPage {
    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let planning = try await planning(visit, form: EventForm.ID(visit.query["form"]), programme: visit.query["programme"])
        let own = planning.centre.language
        if let source = planning.copied {
            let event = try await visit.read { try EventStore.event(runBy: $0.by, source, in: $0) }
            return page(visit, planning, EventPlanForm(event.plan.repeated(from: visit.today, planning.centre.rules), own: own))
        }
        let form = EventPlanForm(new: planning.centre, of: planning.form)
        return page(visit, planning, planning.programme.map { form.filled(from: $0) } ?? form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let planning = try await planning(visit, form: EventForm.ID(visit.typed["form"]), programme: visit.typed["programme"])
        return try await read(visit, planning) { plan, act in
            if let source = planning.copied { _ = try EventStore.event(runBy: act.by, source, in: act) }
            return try EventStore.draft(planning.form.id, plan, centre: planning.centre.id, copiedFrom: planning.copied, in: act)
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let planning = try await planning(visit, of: visit.id("event"), programme: nil)
        guard let event = planning.event else { throw Problem.missing }
        guard event.state.isChangeable else { throw Problem.conflict(T.events.notChangeable(state: .phrase(event.state.name))) }
        return page(visit, planning, EventPlanForm(event.plan, own: planning.centre.language))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let planning = try await planning(visit, of: id, programme: visit.typed["programme"])
        return try await read(visit, planning) { plan, act in
            try EventStore.change(id, plan, limits: planning.programme?.limits, over: visit.typed["seen"], in: act)
            return id
        }
    }

    // MARK: Steps

    /// - Parameter form: of a new event; a copy has that of its original.
    private static func planning(_ visit: Visit, of id: Event.ID? = nil, form: EventForm.ID? = nil, programme: String?) async throws -> EventPlanning {
        let (centre, alphabet, copied) = (visit.centre.id, visit.language.alphabet, Event.ID(visit.query["copy"]))
        return try await visit.read { act in
            let like = try id == nil ? copied.map { try EventStore.event(runBy: act.by, $0, in: act).form.id } : nil
            var planning = try EventStore.planning(of: id, at: centre, form: like ?? form ?? .seminar, programme: programme, alphabet, in: act)
            planning.copied = copied
            if let event = planning.event {
                planning.concerned = try RegistrationStore.concerned(by: event.id, in: RegistrationLetters.concerned, in: act)
                    .and(GuestStore.concerned(by: event.id, in: act))
            }
            return planning
        }
    }

    private static func page(_ visit: Visit, _ planning: EventPlanning, _ form: EventPlanForm) -> Answer {
        visit.page(EventPlanViews(reader: visit.reader).form(planning, visit.form(form.typed)))
    }

    /// Buttons that only change the form give it back; the others read it and keep the plan, or say at each field what is wrong.
    private static func read(
        _ visit: Visit, _ planning: EventPlanning, keep: @escaping @Sendable (EventPlan, Act) throws -> Event.ID
    ) async throws -> Answer {
        let views = EventPlanViews(reader: visit.reader)
        let form = EventPlanForm(visit.typed, own: planning.centre.language)
        if visit.typed.has("more") { return page(visit, planning, form.withMoreRows) }
        if visit.typed.has("trainer") { return page(visit, planning, form.withTrainer(among: planning.trainers.map(\.name))) }
        if visit.typed.has("fill") { return try await fill(visit, planning, form) }
        return try await visit.submit {
            let announces = visit.typed.has("announce")
            let plan = try form.completed(from: planning.programme).plan(planning.offer, today: announces ? planning.centre.zone.day(of: visit.now) : nil)
            let (moved, deadline) = (planning.moved(by: plan), planning.deadline(leftBehindBy: plan))
            if let event = planning.event, moved != nil || deadline != nil, !visit.typed.has("sure") {
                return visit.page(views.question(planning, moving: event, to: plan, form, tells: moved != nil, deadline: deadline))
            }
            do {
                return try await visit.act { act in
                    let id = try keep(plan, act)
                    return try announces ? announced(id, planning, visit, in: act) : Redirect(visit.link("/staff/events/\(id)"), T.common.saved)
                }
            } catch let problem as Problem { throw form.placed(problem, of: plan) }
        } again: { form in
            views.form(planning, form)
        }
    }

    /// Fills the form from the programme that was chosen, or that a few letters name; where they name several, those are offered.
    private static func fill(_ visit: Visit, _ planning: EventPlanning, _ form: EventPlanForm) async throws -> Answer {
        guard !form.programmeWords.isEmpty else { return page(visit, planning, planning.programme.map { form.filled(from: $0) } ?? form) }
        let found = planning.programmes(named: form.programmeWords)
        if found.count == 1 {
            let chosen = try await self.planning(visit, of: planning.event?.id, form: planning.form.id, programme: "\(found[0].id)")
            return page(visit, chosen, chosen.programme.map { form.filled(from: $0) } ?? form)
        }
        let fault = found.isEmpty ? T.events.programmeNotFound : T.events.programmeSeveral(count: found.count)
        let problem = Problem.invalid(EventPlanForm.programmeWords, fault)
        let screen = EventPlanViews(reader: visit.reader).form(found.isEmpty ? planning : planning.offering(found), visit.form(form.typed, problem))
        return visit.page(screen, status: problem.status)
    }

    /// Announces what was just kept, unless it needs a second look: then that page is shown next.
    private static func announced(_ id: Event.ID, _ planning: EventPlanning, _ visit: Visit, in act: Act) throws -> Redirect {
        let path = visit.link("/staff/events/\(id)")
        let event = try EventStore.event(id, in: act)
        let isPlain = try EventStore.clashes(of: event, in: act).allSatisfy(\.isRefused) && EventStore.outsiders(of: event, in: act).isEmpty
        guard event.state == .draft, isPlain else { return Redirect("\(path)/announce", T.common.saved) }
        try EventStore.announce(id, limits: planning.programme?.limits, in: act)
        return Redirect(path, T.events.saidAnnounced)
    }
}
