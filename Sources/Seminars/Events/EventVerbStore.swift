import Accounts
import Catalogue
package import Centres
package import Kernel
import Languages
import Storage

/// What is done with events, each in one act.
extension EventStore {
    /// Keeps a new event as a draft.
    package static func draft(_ form: EventForm.ID, _ plan: EventPlan, centre: Centre.ID, copiedFrom: Event.ID? = nil, in act: Act) throws -> Event.ID {
        let centreRow = try CentreStore.centre(centre, in: act)
        let kind = try EventFormStore.form(form, at: centre, in: act)
        guard !kind.isClosed else { throw Problem.conflict(T.events.formIsClosed) }
        try plan.faults(of: kind, limits: nil, zone: centreRow.zone, today: nil).check()
        let (starts, ends) = try span(plan, centreRow.zone)
        let id = Event.ID(try act.db.insert("""
            INSERT INTO event (centre, form, state, programme, language, seats_min, seats, deadline, deadline_set, fee, currency, fee_covers, payers, target, points,
                               starts, ends, municipality, approval_asked, approval_number, approval_day, approval_consent, copied_from, created)
            VALUES (\(centre), \(form), \(EventState.draft), \(plan.programme), \(plan.language), \(plan.seatsMin), \(plan.seats), \(plan.deadline),
                    \(plan.hasOwnDeadline),
                    \(plan.fee.minor), \(plan.fee.currency), \(plan.feeCovers), \(plan.payersText), \(plan.target), \(plan.points),
                    \(starts), \(ends), \(plan.municipality), \(plan.approval.asked), \(plan.approval.number), \(plan.approval.day), \(plan.approval.consent),
                    \(copiedFrom), \(act.now)) RETURNING id
            """))
        try write(plan, of: id, in: act)
        try act.record(T.events.drafted, .event(id), centre: centre)
        if let copiedFrom { try act.state(EventCopied(event: id, from: copiedFrom)) }
        return id
    }

    /// Changes the plan. Those who are concerned react: other days reach everybody's calendar, other seats move the queue.
    /// - Parameter seen: the change that whoever edits has seen, as `lastChange` gave it; nil when nobody was looking.
    package static func change(_ id: Event.ID, _ plan: EventPlan, limits: ProgrammeLimits?, over seen: String? = nil, in act: Act) throws {
        try act.db.hold("event", id.value)
        let before = try event(runBy: act.by, id, in: act)
        if let seen, let last = try JournalEntry.newest(T.events.changed, .event(id), in: act), "\(last.id)" != seen {
            let who = try last.person.flatMap { try PersonStore.names(of: [$0], in: act)[$0] } ?? ""
            throw Problem.conflict(T.events.changedMeanwhile(who: .text(who), at: .instant(last.at)))
        }
        guard before.state.isChangeable else {
            throw Problem.conflict(T.events.notChangeable(state: .phrase(before.state.name)))
        }
        let zone = try CentreStore.centre(before.centre, in: act).zone
        try plan.faults(of: before.form, limits: limits, zone: zone, today: nil).check()
        if before.state != .draft { try requireConsent(plan, of: before.form, besides: id, at: before.centre, in: act) }
        if before.form.has(.bus), plan.seats < before.plan.seats { try act.state(EventSeatsLowering(event: before, seats: plan.seats)) }
        let (starts, ends) = try span(plan, zone)
        let isMoved = before.plan.sessions.map(\.told) != plan.sessions.map(\.told)
        try act.db.run("""
            UPDATE event SET programme = \(plan.programme), language = \(plan.language), seats_min = \(plan.seatsMin), seats = \(plan.seats),
                deadline = \(plan.deadline), deadline_set = \(plan.hasOwnDeadline), fee = \(plan.fee.minor), currency = \(plan.fee.currency),
                fee_covers = \(plan.feeCovers),
                payers = \(plan.payersText), target = \(plan.target), points = \(plan.points), starts = \(starts), ends = \(ends),
                municipality = \(plan.municipality), approval_asked = \(plan.approval.asked), approval_number = \(plan.approval.number),
                approval_day = \(plan.approval.day), approval_consent = \(plan.approval.consent), sequence = sequence + \(isMoved ? 1 : 0)
            WHERE id = \(id)
            """)
        try write(plan, of: id, in: act)
        try act.record(T.events.changed, .event(id), centre: before.centre, changes: before.plan.changes(to: plan))
        try act.touchPublicPages()
        let after = try event(id, in: act)
        if after.state != .draft, before.plan.sessions != plan.sessions { try act.state(EventSessionsChanged(event: after)) }
        guard after.state.isAlive else { return }
        if isMoved { try act.state(EventMoved(event: after)) }
        if before.plan.seats != plan.seats { try act.state(EventSeatsChanged(event: after)) }
    }

    /// Tells one change of an event from the next; empty before the first.
    package static func lastChange(of id: Event.ID, in act: Act) throws -> String {
        try JournalEntry.newest(T.events.changed, .event(id), in: act).map { "\($0.id)" } ?? ""
    }

    /// Does what a button of the desk says, in the name of the actor.
    package static func perform(_ verb: EventVerb, on id: Event.ID, because reason: String, in act: Act) throws {
        switch verb {
        case .announce: try announce(id, limits: limits(of: event(runBy: act.by, id, in: act).plan.programme, in: act), in: act)
        case .confirm: try confirm(id, in: act)
        case .held: try markHeld(id, in: act)
        case .close: try close(id, in: act)
        case .takeBack: try takeBack(id, in: act)
        case .postpone: try postpone(id, because: reason, in: act)
        case .cancel: try cancel(id, because: reason, in: act)
        case .discard: try discard(id, in: act)
        }
    }

    /// Opens it to everybody. A postponed one returns with its new days.
    package static func announce(_ id: Event.ID, limits: ProgrammeLimits?, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try event(runBy: act.by, id, in: act)
        let zone = try CentreStore.centre(event.centre, in: act).zone
        let wasPostponed = event.state == .postponed
        let state = try event.state.moved(to: .announced)
        try event.plan.faults(of: event.form, limits: limits, zone: zone, today: zone.day(of: act.now)).check()
        try requireConsent(event.plan, of: event.form, besides: id, at: event.centre, in: act)
        try act.db.run("UPDATE event SET state = \(state), reason = '', announced = coalesce(announced, \(act.now)), sequence = sequence + 1 WHERE id = \(id)")
        try act.record(T.events.announced, .event(id), centre: event.centre)
        try act.touchPublicPages()
        let announced = try self.event(id, in: act)
        try act.state(EventAnnounced(event: announced))
        if wasPostponed { try act.state(EventMoved(event: announced)) }
    }

    /// It will be held.
    package static func confirm(_ id: Event.ID, in act: Act) throws {
        let event = try move(id, to: .confirmed, deed: T.events.confirmed, in: act)
        try act.state(EventConfirmed(event: event))
    }

    /// Everybody concerned is told in the same act.
    package static func postpone(_ id: Event.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.events.reasonMissing) }
        let event = try move(id, to: .postponed, deed: T.events.postponed, because: reason, in: act)
        try act.state(EventPostponed(event: event))
    }

    package static func cancel(_ id: Event.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.events.reasonMissing) }
        let event = try move(id, to: .cancelled, deed: T.events.cancelled, because: reason, in: act)
        try act.state(EventCancelled(event: event))
    }

    /// A draft that came to nothing.
    package static func discard(_ id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try event(runBy: act.by, id, in: act)
        guard event.state == .draft else { throw Problem.conflict(T.events.notDraft) }
        try act.state(EventDiscarded(event: id))
        try SessionTitleStore.drop(event.sessionRows, in: act)
        for table in ["event_text", "event_trip", "event_session", "event_trainer"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE event = \(id)") }
        try act.db.run("DELETE FROM event WHERE id = \(id)")
        try act.db.unindex("event", id.value)
        try act.record(T.events.discarded, .event(id), centre: event.centre)
        try act.touchPublicPages()
    }

    /// - Parameter canBeUndone: whether it can be taken back for a while.
    static func move(
        _ id: Event.ID, to other: EventState, deed: Phrase, because reason: String = "", canBeUndone: Bool = false, in act: Act
    ) throws -> Event {
        try act.db.hold("event", id.value)
        let event = try event(runBy: act.by, id, in: act)
        let state = try event.state.moved(to: other)
        let until = canBeUndone ? try undoEnd(at: event.centre, in: act) : nil
        try act.db.run("""
            UPDATE event SET state = \(state), reason = \(reason), sequence = sequence + 1, undo_state = \(until.map { _ in event.state }), undo_until = \(until)
            WHERE id = \(id)
            """)
        try act.record(deed, .event(id), centre: event.centre, changes: [Change("reason", from: event.reason, to: reason)])
        try act.touchPublicPages()
        return try self.event(id, in: act)
    }

    // MARK: Rows

    static func span(_ plan: EventPlan, _ zone: Zone) throws -> (Instant?, Instant?) {
        let starts = try plan.sessions.map { try zone.instant($0.day, $0.begins) }.min()
        let ends = try plan.sessions.map { try zone.instant($0.day, $0.ends) }.max()
        return (starts, ends)
    }

    static func write(_ plan: EventPlan, of id: Event.ID, in act: Act) throws {
        for table in ["event_text", "event_trainer"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE event = \(id)") }
        for (language, text) in plan.texts where !text.title.isEmpty {
            try act.db.run("""
                INSERT INTO event_text (event, language, title, summary, description)
                VALUES (\(id), \(language), \(text.title), \(text.summary), \(text.description))
                """)
        }
        try write(plan.sessions, of: id, in: act)
        try EventTripStore.write(plan.trip, of: id, in: act)
        for (place, trainer) in plan.trainers.enumerated() {
            try act.db.run("INSERT INTO event_trainer (event, name, person, place) VALUES (\(id), \(trainer.name), \(trainer.person), \(place))")
        }
        try index("WHERE e.id = \(id)", in: act)
    }

    /// Sessions keep their rows, and so the attendance and the choices that refer to them: as `SessionRows` says.
    private static func write(_ sessions: [EventSession], of id: Event.ID, in act: Act) throws {
        let rows = try act.db.rows("SELECT id, day, begins, title, seats FROM event_session WHERE event = \(id) ORDER BY day, begins, id").map { row in
            SessionRows.Row(id: try row["id"], day: try row["day"], begins: try row["begins"], title: try row["title"], isWorkshop: try row["seats"] as Int > 0)
        }
        let (kept, left) = SessionRows.kept(rows, by: sessions)
        for (session, kept) in zip(sessions, kept) {
            if let kept {
                try act.db.run("""
                    UPDATE event_session SET day = \(session.day), begins = \(session.begins), ends = \(session.ends), hall = \(session.hall),
                        place = \(session.place), link = \(session.link), title = \(session.title), seats = \(session.seats)
                    WHERE id = \(kept)
                    """)
                try SessionTitleStore.write(session.titles, of: kept, in: act)
            } else {
                let new = try act.db.insert("""
                    INSERT INTO event_session (event, day, begins, ends, hall, place, link, title, seats)
                    VALUES (\(id), \(session.day), \(session.begins), \(session.ends), \(session.hall), \(session.place), \(session.link), \(session.title),
                            \(session.seats))
                    RETURNING id
                    """)
                if !session.titles.isEmpty { try SessionTitleStore.write(session.titles, of: EventSession.ID(new), in: act) }
            }
        }
        guard !left.isEmpty else { return }
        try act.state(SessionsDropped(event: id, sessions: left))
        try SessionTitleStore.drop(left, in: act)
        try act.db.run("DELETE FROM event_session WHERE id IN \(list: left)")
    }
}

extension EventPlan {
    var payersText: String { payers.map(\.rawValue).joined(separator: " ") }

    /// What the journal remembers of a change of plan.
    fileprivate func changes(to other: EventPlan) -> [Change] {
        func days(_ plan: EventPlan) -> String {
            plan.sessions.map { "\($0.day.iso) \($0.begins.iso)–\($0.ends.iso)" + ($0.seats > 0 ? " (\($0.title), \($0.seats))" : "") }.joined(separator: ", ")
        }
        return [
            Change("approval", from: approval.number, to: other.approval.number),
            Change("seats", from: "\(seats)", to: "\(other.seats)"), Change("seatsMin", from: "\(seatsMin)", to: "\(other.seatsMin)"),
            Change("deadline", from: deadline.iso, to: other.deadline.iso), Change("fee", from: "\(fee.minor)", to: "\(other.fee.minor)"),
            Change("sessions", from: days(self), to: days(other)), Change("points", from: "\(points)", to: "\(other.points)"),
            Change("title", from: texts[language]?.title ?? "", to: other.texts[language]?.title ?? ""),
            Change("trainers", from: trainers.map(\.name).joined(separator: ", "), to: other.trainers.map(\.name).joined(separator: ", ")),
        ]
    }
}
