package import Catalogue
package import Centres
package import Kernel
package import Languages

/// A plan on the desk of whoever writes it: what can be chosen in its form, what stands in its way, and who is concerned when it changes.
package struct EventPlanning: Sendable {
    package let centre: Centre
    /// The event whose plan it is; nil for a new one.
    package let event: Event?
    /// Its own, or the one that was chosen for a new one.
    package let form: EventForm
    /// Those to choose from for a new one.
    package let forms: [EventForm]
    /// The programme that was chosen, whose limits hold.
    package let programme: Programme?
    package private(set) var programmes: [ProgrammeChoice]
    /// Names of those who have led something here, or hold the role of a trainer; some are known as people.
    package let trainers: [Trainer]
    package let halls: [Hall]
    package let towns: [Municipality]
    package let clashes: [EventClash]
    /// Its trainers whom the programme does not list.
    package let outsiders: [String]
    /// The newest change of the event: whoever saves over another one is told first.
    package let lastChange: String
    /// The event from which a new one is copied.
    package var copied: Event.ID?
    /// Who has a seat or waits for one; the rooms above know.
    package var concerned = Concerned.nobody

    /// What the form's choices are checked against.
    package var offer: EventPlanForm.Offer {
        EventPlanForm.Offer(
            form: form, programme: programme, halls: Set(halls.map(\.id)), towns: Set(towns.map(\.id)), rules: centre.rules, zone: centre.zone,
            trainers: (programme?.trainers ?? []).map { Trainer(name: $0.name, person: $0.person) } + (event?.plan.trainers ?? []) + trainers)
    }

    /// The programmes that a few letters of number or title name.
    package func programmes(named words: String) -> [ProgrammeChoice] { programmes.filter { Found.fits("\($0.number) \($0.title)", words) } }

    /// The same with these programmes alone to choose from.
    package func offering(_ programmes: [ProgrammeChoice]) -> EventPlanning {
        var planning = self
        planning.programmes = programmes
        return planning
    }

    /// Whether a change is written to people.
    var tells: Bool { event?.state.isAlive == true && !concerned.isNobody }

    /// The deadline that the rule would count, when the first session moves while somebody's own deadline stays as it was; else nil.
    package func deadline(leftBehindBy plan: EventPlan) -> Day? {
        guard let before = event?.plan, before.hasOwnDeadline, plan.hasOwnDeadline, before.deadline == plan.deadline,
              before.sessions.map(\.day).min() != plan.sessions.map(\.day).min(), let usual = plan.usualDeadline(centre.rules)
        else { return nil }
        return usual == plan.deadline ? nil : usual
    }

    /// The event, when this plan moves it to other days and people must be told, which is asked about first; else nil.
    package func moved(by plan: EventPlan) -> Event? { tells ? event.flatMap { $0.plan.sessions.map(\.told) == plan.sessions.map(\.told) ? nil : $0 } : nil }
}

extension EventStore {
    /// All that planning an event needs; for one that is there, only for those who run it.
    /// - Parameters:
    ///   - centre: of a new event; one that is there has its own.
    ///   - form: of a new event.
    ///   - typed: the programme as a form or an address has it; without it the event's own.
    package static func planning(
        of id: Event.ID?, at centre: Centre.ID, form: EventForm.ID = .seminar, programme typed: String?, _ alphabet: Alphabet, in act: Act
    ) throws -> EventPlanning {
        let event = try id.map { try self.event(runBy: act.by, $0, in: act) }
        let centre = try CentreStore.centre(event?.centre ?? centre, in: act)
        return EventPlanning(
            centre: centre, event: event, form: try event?.form ?? EventFormStore.form(form, at: centre.id, in: act),
            forms: event == nil ? try EventFormStore.forms(of: centre.id,
                in: act) : [], programme: try programme(typed.map { Programme.ID($0) } ?? event?.plan.programme, in: act),
            programmes: try ProgrammeStore.choices(in: act), trainers: try trainers(at: centre.id, in: act), halls: try HallStore.halls(of: centre.id, in: act),
            towns: try MunicipalityStore.all(alphabet, country: centre.country, in: act), clashes: try event.map { try clashes(of: $0, in: act) } ?? [],
            outsiders: try event.map { try outsiders(of: $0, in: act) } ?? [],
            lastChange: try id.map { try lastChange(of: $0, in: act) } ?? "")
    }
}
