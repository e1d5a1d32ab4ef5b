import Accounts
import Catalogue
import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
import Web

/// The one form in which an event is planned: a new one, a copy, a change.
enum EventPlanPage {
    /// What the form needs beside what was typed.
    private struct Around: Sendable {
        let centre: Centre
        let programme: Programme?
        let programmes: [Field.Choice]
        let halls: [Field.Choice]
        let towns: [Municipality]
        let event: Event?
        let clashes: [EventClash]
        let concerned: Int
        /// The newest change of the event: whoever saves over another one is told first.
        let lastChange: String

        var offer: EventPlanForm.Offer {
            EventPlanForm.Offer(
                programme: programme, halls: Set(halls.compactMap { Hall.ID($0.value) }), towns: Set(towns.map(\.id)), rules: centre.rules, zone: centre.zone,
                trainers: (programme?.trainers ?? []).map { Trainer(name: $0.name, person: $0.person) } + (event?.plan.trainers ?? []))
        }
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let around = try await around(visit, programme: visit.query["programme"])
        let own = around.centre.language
        if let source = Event.ID(visit.query["copy"]) {
            let event = try await visit.read { try EventStore.event(runBy: $0.by, source, in: $0) }
            return page(visit, EventPlanForm(event.plan, own: own, withDays: false), around)
        }
        let form = EventPlanForm(new: around.centre)
        return page(visit, around.programme.map { form.filled(from: $0) } ?? form, around)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let around = try await around(visit, programme: visit.typed["programme"])
        return try await read(visit, around) { plan, announces, act in
            let centre = around.centre.id
            let source = Event.ID(visit.query["copy"])
            if let source { _ = try EventStore.event(runBy: act.by, source, in: act) }
            let id = try EventStore.draft(.seminar, plan, centre: centre, copiedFrom: source, in: act)
            return try after(id, announces: announces, around.offer, visit, in: act)
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let around = try await around(visit, of: id, programme: nil)
        guard let event = around.event else { throw Problem.missing }
        guard event.state.isChangeable else { throw Problem.conflict(T.events.notChangeable(state: .phrase(event.state.name))) }
        return page(visit, EventPlanForm(event.plan, own: around.centre.language), around)
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let around = try await around(visit, of: id, programme: visit.typed["programme"])
        return try await read(visit, around) { plan, announces, act in
            try EventStore.change(id, plan, limits: around.programme?.limits, over: visit.typed["seen"], in: act)
            return try after(id, announces: announces, around.offer, visit, in: act)
        }
    }

    // MARK: Steps

    /// The event's own centre, its choices, the chosen programme; for an event, only for those who run it.
    private static func around(_ visit: Visit, of id: Event.ID? = nil, programme typed: String?) async throws -> Around {
        let (centre, alphabet, t) = (visit.centre.id, visit.language.alphabet, visit.t)
        return try await visit.read { act in
            let event = try id.map { try EventStore.event(runBy: act.by, $0, in: act) }
            let centre = try CentreStore.centre(event?.centre ?? centre, in: act)
            let programme = try EventStore.programme(typed.map { Programme.ID($0) } ?? event?.plan.programme, in: act)
            var programmes = try ProgrammeStore.choices(in: act).map { Field.Choice("\($0.id)", "\($0.number) · \(t.shown($0.title))") }
            if let programme, !programmes.contains(where: { $0.value == "\(programme.id)" }) {
                programmes.append(Field.Choice("\(programme.id)", "\(programme.number) · \(t.shown(programme.title))"))
            }
            let seats = try event.map { try RegistrationStore.seats(of: $0, in: act) }
            return Around(
                centre: centre, programme: programme, programmes: programmes,
                halls: try HallStore.halls(of: centre.id, in: act).map { hall in
                    Field.Choice("\(hall.id)", hall.details.seats.map { t(T.events.hallSeats(hall: .title(hall.details.name), seats: .phrase(T.common.seats(count: $0)))) } ?? t.shown(hall.details.name))
                },
                towns: try MunicipalityStore.all(alphabet, country: centre.country, in: act), event: event,
                clashes: try event.map { try EventStore.clashes(of: $0, in: act) } ?? [], concerned: seats.map { $0.taken + $0.waiting } ?? 0,
                lastChange: try id.map { try EventStore.lastChange(of: $0, in: act) } ?? "")
        }
    }

    /// Buttons that only change the form give it back; the others read it and act, or say at each field what is wrong.
    private static func read(
        _ visit: Visit, _ around: Around, _ act: @escaping @Sendable (EventPlan, Bool, Act) throws -> Redirect
    ) async throws -> Answer {
        let form = EventPlanForm(visit.typed, own: around.centre.language)
        if visit.typed.has("more") { return page(visit, form.withMoreRows, around) }
        if visit.typed.has("fill") { return page(visit, around.programme.map { form.filled(from: $0) } ?? form, around) }
        let announces = visit.typed.has("announce")
        do {
            let plan = try form.plan(around.offer, today: announces ? around.centre.zone.day(of: visit.now) : nil)
            if let event = around.event, event.state.isAlive, event.plan.sessions != plan.sessions, around.concerned > 0, !visit.typed.has("sure") {
                return question(visit, event, plan, around)
            }
            return try await visit.act { try act(plan, announces, $0) }
        } catch let problem as Problem where problem.kind != .missing {
            return page(visit, form, around, problem)
        }
    }

    /// Announces what was just kept, unless it needs a second look: then that page is shown next.
    private static func after(_ id: Event.ID, announces: Bool, _ offer: EventPlanForm.Offer, _ visit: Visit, in act: Act) throws -> Redirect {
        let path = visit.link("/staff/events/\(id)")
        guard announces else { return Redirect(path, T.common.saved) }
        let event = try EventStore.event(id, in: act)
        guard event.state == .draft, try EventStore.clashes(of: event, in: act).isEmpty else { return Redirect("\(path)/announce", T.common.saved) }
        try EventStore.announce(id, limits: offer.programme?.limits, in: act)
        return Redirect(path, T.events.saidAnnounced)
    }

    // MARK: Pages

    private static func page(_ visit: Visit, _ form: EventPlanForm, _ around: Around, _ problem: Problem? = nil) -> Answer {
        let t = visit.t
        let title = around.event.map { $0.title(in: t.language) }
        let action = around.event.map { "/staff/events/\($0.id)/edit" } ?? "/staff/events/new" + (visit.query["copy"].isEmpty ? "" : "?copy=\(visit.query["copy"])")
        var trail = [Look.Link(t(T.events.all), href: visit.link("/staff/events"))]
        if let event = around.event, let title { trail.append(Look.Link(title.text, href: visit.link("/staff/events/\(event.id)"))) }
        return visit.page(title?.text ?? t(T.events.new), trail: trail, status: problem?.status ?? 200) {
            FormFaults(visit.form(visit.typed, problem))
            Heading(
                title?.text ?? t(T.events.new), kind: around.event.map { t(T.events.editing(state: .phrase($0.state.name))) } ?? t(EventForm.seminar.name),
                lang: title.flatMap { t.lang(of: $0.language) })
            EventClashNotice(around.clashes, t) { visit.link("/staff/events/\($0)") }
            if let event = around.event, event.state.isAlive, around.concerned > 0 {
                Notice(.info) { HTML::p { t(T.events.changeTells(count: around.concerned)) } }
            }
            EventFormView(
                form, EventFormChoices(programmes: around.programmes, halls: around.halls, towns: around.towns.map { Field.Choice("\($0.id)", $0.name(in: t.language)) }),
                programme: around.programme, deadlineDays: around.centre.rules.deadlineDays, state: around.event?.state ?? .draft, action: visit.link(action),
                hidden: visit.hidden + [Hidden("seen", problem?.kind != .conflict && visit.typed.has("seen") ? visit.typed["seen"] : around.lastChange)], t
            ) { visit.mistake($0, problem) }
        }
    }

    /// Before other days are written to everybody concerned: what they were, what they become, how many are told.
    private static func question(_ visit: Visit, _ event: Event, _ plan: EventPlan, _ around: Around) -> Answer {
        let t = visit.t
        let action = visit.link("/staff/events/\(event.id)/edit")
        let carried = EventPlanForm(visit.typed, own: around.centre.language).typed.fields.filter { $0.name != "act" && $0.name != "seen" }.map { Hidden($0.name, $0.value) }
        return visit.page(t(T.events.moveQuestion)) {
            Confirmation(
                t(T.events.moveQuestion),
                act: ButtonForm(t(T.events.moveAct), action: action, hidden: visit.hidden + carried + [Hidden("sure", "yes"), Hidden("seen", visit.typed["seen"])]),
                back: Look.Link(t(T.common.cancel), href: action)
            ) {
                Facts {
                    Fact(t(T.events.daysBefore)) { days(event.plan, t) }
                    Fact(t(T.events.daysAfter)) { days(plan, t) }
                }
                HTML::p { t(T.events.moveTells(count: around.concerned)) }
            }
        }
    }

    private static func days(_ plan: EventPlan, _ t: Texts) -> some HTML {
        ForEach(plan.sessions) { session in
            div { t.day(session.day, .long); ", "; t.times(session.begins, to: session.ends); session.place.isEmpty ? "" : ", " + t.shown(session.place) }
        }
    }
}
