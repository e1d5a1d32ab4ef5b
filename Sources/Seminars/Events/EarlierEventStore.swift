package import Centres
package import Kernel
import Languages
import Storage

/// Events of earlier records as rows.
package enum EarlierEventStore {
    /// Those that lists brought, and the keys, without places, of those that were planned here.
    static func all(of centres: [Centre], in act: Act) throws -> (earlier: [(id: Event.ID, entry: EarlierEvent)], planned: Set<EarlierEventKey>) {
        let events = try EventStore.events("WHERE e.centre IN \(list: centres.map(\.id)) AND e.state <> 'draft' AND e.starts <= \(act.now) ORDER BY e.id", in: act)
        let earlier = events.filter(\.isEarlier).map { (id: $0.id, entry: entry($0)) }
        let planned = events.filter { !$0.isEarlier }.flatMap { event in
            event.plan.texts.values.compactMap { text in
                event.plan.sessions.map(\.day).min().map { EarlierEventKey(centre: event.centre, title: text.title, first: $0, place: "") }
            }
        }
        return (earlier, Set(planned))
    }

    /// The events of a centre that lists brought, by title and first day: whose certificates an old register holds.
    package static func held(at centre: Centre.ID, in act: Act) throws -> [(id: Event.ID, entry: EarlierEvent)] {
        try EventStore.events("WHERE e.centre = \(centre) AND e.earlier ORDER BY e.id", in: act).map { ($0.id, entry($0)) }
    }

    static func entry(_ id: Event.ID, in act: Act) throws -> EarlierEvent? {
        try EventStore.events("WHERE e.id = \(id) AND e.earlier", in: act).first.map(entry)
    }

    private static func entry(_ event: Event) -> EarlierEvent {
        let text = event.title(in: event.plan.language), days = event.plan.sessions.map(\.day)
        var entry = EarlierEvent(
            centre: event.centre, title: text.text, language: event.plan.language, first: days.min() ?? .zero, last: days.max() ?? .zero)
        (entry.place, entry.programme, entry.points) = (event.plan.sessions.first?.place ?? "", event.plan.programme, event.plan.points)
        (entry.trainers, entry.participants, entry.number) = (event.plan.trainers.map(\.name), event.participants, event.earlierNumber)
        return entry
    }

    // MARK: Verbs

    static func add(_ entry: EarlierEvent, in act: Act) throws -> Event.ID {
        guard act.by.coordinates(entry.centre) else { throw Problem.missing }
        let centre = try CentreStore.centre(entry.centre, in: act), plan = entry.plan
        let (starts, ends) = try EventStore.span(plan, centre.zone)
        let id = Event.ID(try act.db.insert("""
            INSERT INTO event (centre, form, state, programme, language, seats_min, seats, deadline, fee, currency, payers, points, starts, ends, created,
                               earlier, earlier_number, participants)
            VALUES (\(entry.centre), \(EventForm.ID.seminar), \(EventState.closed), \(plan.programme), \(plan.language), 0, \(plan.seats), \(plan.deadline), 0,
                    \(centre.currency), \(plan.payersText), \(plan.points), \(starts), \(ends), \(act.now), \(true), \(entry.number), \(entry.participants)) RETURNING id
            """))
        try EventStore.write(plan, of: id, in: act)
        try act.record(T.events.earlierBrought, .event(id), centre: entry.centre)
        try act.touchPublicPages()
        return id
    }

    static func change(_ id: Event.ID, to entry: EarlierEvent, in act: Act) throws {
        try act.db.hold("event", id.value)
        guard act.by.coordinates(entry.centre), try self.entry(id, in: act) != nil else { throw Problem.missing }
        let centre = try CentreStore.centre(entry.centre, in: act), plan = entry.plan
        let (starts, ends) = try EventStore.span(plan, centre.zone)
        try act.db.run("""
            UPDATE event SET programme = \(plan.programme), seats = \(plan.seats), deadline = \(plan.deadline), points = \(plan.points), starts = \(starts),
                ends = \(ends), earlier_number = \(entry.number), participants = \(entry.participants)
            WHERE id = \(id)
            """)
        try EventStore.write(plan, of: id, in: act)
        try act.record(T.events.changed, .event(id), centre: entry.centre)
        try act.touchPublicPages()
    }

    /// Takes back what a list brought. One that certificates refer to does not go: the database refuses.
    static func remove(_ id: Event.ID, in act: Act) throws {
        for table in ["event_text", "event_session", "event_trainer"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE event = \(id)") }
        try act.db.run("DELETE FROM event WHERE id = \(id) AND earlier")
        try act.db.unindex("event", id.value)
        try act.record(T.events.discarded, .event(id))
        try act.touchPublicPages()
    }
}
