package import Centres
package import Kernel
package import Languages
import Storage

/// One of many events that come at once, with the numbers that it and its sessions will have and what was done with it.
package struct BroughtEvent: Sendable {
    package let event: Event
    package let limits: ProgrammeLimits?
    package let announced: Instant
    /// When it came into the state in which it is, unless it is announced only.
    package let settled: Instant?
    package let by: ID<PersonTag>

    /// - Throws: what is wrong with its plan, as it would have been told when it was announced.
    package init(
        _ id: Event.ID, _ plan: EventPlan, form: EventForm = .seminar, sessions: [EventSession.ID],
        _ state: EventState, because reason: String = "", limits: ProgrammeLimits?,
        halls: [Hall.ID: String], of centre: Centre, announced: Instant, settled: Instant?, by: ID<PersonTag>
    ) throws {
        try plan.faults(of: form, limits: limits, zone: centre.zone, today: centre.zone.day(of: announced)).check()
        let (starts, ends) = try EventStore.span(plan, centre.zone)
        event = Event(
            id: id, centre: centre.id, form: form, state: state, plan: plan, reason: reason, undo: nil, sequence: deeds(of: state).count,
            starts: starts, ends: ends, halls: halls, addresses: [:], sessionRows: sessions)
        (self.limits, self.announced, self.settled, self.by) = (limits, announced, settled, by)
    }
}

/// What was done, one after the other, with an event that has come so far.
private func deeds(of state: EventState) -> [Phrase] {
    switch state {
    case .draft: []
    case .announced: [T.events.announced]
    case .confirmed: [T.events.announced, T.events.confirmed]
    case .held: [T.events.announced, T.events.confirmed, T.events.held]
    case .closed: [T.events.announced, T.events.confirmed, T.events.held, T.events.closed]
    case .postponed: [T.events.announced, T.events.postponed]
    case .cancelled: [T.events.announced, T.events.cancelled]
    }
}

extension EventStore {
    /// Writes many events that are not here yet, findable, with what the journal tells of them.
    package static func bring(_ brought: [BroughtEvent], in act: Act) throws {
        let columns: [StaticString] = [
            "id", "centre", "form", "state", "programme", "language", "seats_min", "seats", "deadline", "deadline_set", "fee", "currency", "fee_covers", "payers",
            "target",
            "points", "reason", "sequence", "starts", "ends", "municipality", "created", "announced",
        ]
        try act.db.insert(many: Batch("event", columns, rows: brought.map { brought in
            let (event, plan) = (brought.event, brought.event.plan)
            return [
                event.id.stored, event.centre.stored, event.form.id.stored, event.state.stored, plan.programme.stored, plan.language.stored, plan.seatsMin.stored,
                plan.seats.stored, plan.deadline.stored, plan.hasOwnDeadline.stored, plan.fee.minor.stored, plan.fee.currency.stored,
                .text(plan.feeCovers), .text(plan.payersText), .text(plan.target), plan.points.stored, .text(event.reason), event.sequence.stored, event.starts.stored,
                event.ends.stored,
                plan.municipality.stored, brought.announced.stored, brought.announced.stored,
            ]
        }))
        try act.db.continueNumbers(of: "event")
        try act.db.insert(many: Batch("event_text", ["event", "language", "title", "summary", "description"], rows: brought.flatMap { brought in
            brought.event.plan.texts.map { language, text in
                [brought.event.id.stored, language.stored, .text(text.title), .text(text.summary), .text(text.description)]
            }
        }))
        let sessions: [StaticString] = ["id", "event", "day", "begins", "ends", "hall", "place", "link"]
        try act.db.insert(many: Batch("event_session", sessions, rows: brought.flatMap { brought in
            zip(brought.event.sessionRows, brought.event.plan.sessions).map { id, session in
                [
                    id.stored, brought.event.id.stored, session.day.stored, session.begins.stored, session.ends.stored, session.hall.stored, .text(session.place),
                    .text(session.link),
                ]
            }
        }))
        try act.db.continueNumbers(of: "event_session")
        try act.db.insert(many: Batch("event_trainer", ["event", "name", "person", "place"], rows: brought.flatMap { brought in
            brought.event.plan.trainers.enumerated().map { [brought.event.id.stored, .text($1.name), $1.person.stored, $0.stored] }
        }))
        try act.db.index(many: "event", words(of: brought.map(\.event), in: act))
        try act.record(many: brought.flatMap(lines).sorted { $0.at < $1.at })
        try act.state(EventsBrought(events: brought.map(\.event)))
        try act.touchPublicPages()
    }

    private static func lines(of brought: BroughtEvent) -> [PastDeed] {
        let event = brought.event
        return [PastDeed(T.events.drafted, .event(event.id), centre: event.centre, by: brought.by, at: brought.announced)]
            + deeds(of: event.state).enumerated().map { place, deed in
                let isLast = place > 0 && place == event.sequence - 1
                // A group is confirmed before it meets; what else came between is told with the end.
                let meets = max(brought.announced, (event.starts ?? brought.announced).adding(days: -confirmedDays))
                let at = isLast ? brought.settled ?? meets : place == 0 ? brought.announced : place == 1 ? meets : brought.settled ?? meets
                return PastDeed(deed, .event(event.id), centre: event.centre, by: brought.by, at: at)
            }
    }

    private static let confirmedDays = 7
}
