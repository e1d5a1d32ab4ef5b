import Accounts
import Catalogue
package import Kernel
package import Languages
package import Centres
import Storage

/// Events as rows. What is done with them stands in a file of its own.
package enum EventStore {
    /// - Throws: `Problem.missing` when there is none or the actor may not see it: a draft, and what its form keeps inside, are seen by the centre's own people only.
    package static func event(_ id: Event.ID, in act: Act) throws -> Event {
        let event = try act.kept("event \(id)") {
            guard let event = try events("WHERE e.id = \(id)", in: act).first else { throw Problem.missing }
            return event
        }
        guard event.isPublic || act.by.coordinates(event.centre) else { throw Problem.missing }
        return event
    }

    /// The event for those who run it.
    /// - Throws: `Problem.missing` for everybody else.
    package static func event(runBy actor: Actor, _ id: Event.ID, in act: Act) throws -> Event {
        let event = try event(id, in: act)
        guard actor.coordinates(event.centre) else { throw Problem.missing }
        return event
    }

    /// In the order of their beginnings.
    package static func events(_ ids: [Event.ID], in act: Act) throws -> [Event] {
        ids.isEmpty ? [] : try events("WHERE e.id IN \(list: ids) ORDER BY e.starts NULLS LAST, e.id", in: act)
    }

    /// When each of these was last changed, or brought to another state.
    package static func changes(of events: [Event], in act: Act) throws -> [Event.ID: Instant] {
        try Dictionary(uniqueKeysWithValues: JournalEntry.last("event", events.map(\.id.value), in: act).map { (Event.ID($0.key), $0.value) })
    }

    /// Events that somebody still has to bring to their end, the nearest first.
    package static func unfinished(at centre: Centre.ID, limit: Int, in act: Act) throws -> [Event] {
        try events("""
            WHERE e.centre = \(centre) AND e.state IN ('draft', 'announced', 'confirmed', 'postponed') ORDER BY e.starts NULLS LAST, e.id LIMIT \(limit)
            """, in: act)
    }

    /// Announced events of the same centre that have not begun, the next first: where somebody may be moved to.
    package static func coming(beside event: Event, limit: Int = 50, in act: Act) throws -> [Event] {
        try events("""
            WHERE e.centre = \(event.centre) AND e.id <> \(event.id) AND e.state IN ('announced', 'confirmed') AND e.starts > \(act.now) ORDER BY e.starts LIMIT \(limit)
            """, in: act)
    }

    /// The next event of a centre, or its last; nil where there was none.
    static func nearest(of centre: Centre.ID, in act: Act) throws -> Event? {
        let own: SQL = "WHERE e.centre = \(centre) AND e.state IN ('announced', 'confirmed', 'held', 'closed')"
        let next = try events("\(own) AND e.starts > \(act.now) ORDER BY e.starts, e.id LIMIT 1", in: act).first
        return try next ?? events("\(own) ORDER BY e.starts DESC NULLS LAST, e.id DESC LIMIT 1", in: act).first
    }

    /// Whole events for a condition over `event e`: five queries, however many there are.
    static func events(_ condition: SQL, in act: Act) throws -> [Event] {
        let rows = try act.db.rows("SELECT e.* FROM event e \(condition)")
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0["id"] as Event.ID }
        let texts = try act.db.rows("SELECT * FROM event_text WHERE event IN \(list: ids)")
        let sessions = try act.db.rows("""
            SELECT s.*, hall.name AS hall_name, hall.address AS hall_address FROM event_session s LEFT JOIN hall ON hall.id = s.hall
            WHERE s.event IN \(list: ids) ORDER BY s.event, s.day, s.begins, s.id
            """)
        let trainers = try act.db.rows("SELECT * FROM event_trainer WHERE event IN \(list: ids) ORDER BY event, place, id")
        let forms = try EventFormStore.all(in: act)
        let titles = try SessionTitleStore.titles(of: rows.filter { forms[try $0["form"]]?.has(.parts) ?? false }.map { try $0["id"] }, in: act)
        let trips = try EventTripStore.trips(of: rows.filter { forms[try $0["form"]]?.has(.bus) ?? false }.map { try $0["id"] }, in: act)
        func grouped(_ rows: [Row]) throws -> [Event.ID: [Row]] { try Dictionary(grouping: rows) { try $0["event"] } }
        let (textsOf, sessionsOf, trainersOf) = (try grouped(texts), try grouped(sessions), try grouped(trainers))
        return try rows.map { row in
            let id: Event.ID = try row["id"]
            return try Event(row: row, forms, trips, titles, texts: textsOf[id] ?? [], sessions: sessionsOf[id] ?? [], trainers: trainersOf[id] ?? [])
        }
    }
}

extension Event {
    fileprivate init(
        row: Row, _ forms: [EventForm.ID: EventForm], _ trips: [Event.ID: EventTrip], _ titles: [EventSession.ID: [Language: String]], texts: [Row],
        sessions: [Row], trainers: [Row]
    ) throws {
        id = try row["id"]
        centre = try row["centre"]
        guard let known = forms[try row["form"]] else { throw Problem.missing }
        form = known
        state = try row["state"]
        reason = try row["reason"]
        let (undone, until): (EventState?, Instant?) = (try row["undo_state"], try row["undo_until"])
        undo = undone.flatMap { state in until.map { EventUndo(state: state, until: $0) } }
        sequence = try row["sequence"]
        starts = try row["starts"]
        ends = try row["ends"]
        halls = try sessions.reduce(into: [:]) { halls, session in
            if let hall: Hall.ID = try session["hall"] { halls[hall] = try session["hall_name"] }
        }
        addresses = try sessions.reduce(into: [:]) { addresses, session in
            if let hall: Hall.ID = try session["hall"], let address: String = try session["hall_address"], !address.isEmpty { addresses[hall] = address }
        }
        sessionRows = try sessions.map { try $0["id"] }
        isEarlier = try row["earlier"]
        earlierNumber = try row["earlier_number"]
        participants = try row["participants"]
        plan = EventPlan(
            programme: try row["programme"], language: try row["language"], seatsMin: try row["seats_min"], seats: try row["seats"], deadline: try row["deadline"],
            hasOwnDeadline: try row["deadline_set"],
            fee: try row.money("fee", "currency"), feeCovers: try row["fee_covers"],
            payers: Payer.read(try row["payers"]), target: try row["target"], points: try row["points"],
            municipality: try row["municipality"],
            texts: try Dictionary(uniqueKeysWithValues: texts.map { text in
                (try text["language"] as Language, EventText(title: try text["title"], summary: try text["summary"], description: try text["description"]))
            }),
            sessions: try sessions.map { session in
                EventSession(day: try session["day"], begins: try session["begins"], ends: try session["ends"], hall: try session["hall"],
                             place: try session["place"], link: try session["link"], title: try session["title"],
                             titles: titles[try session["id"]] ?? [:], seats: try session["seats"])
            },
            trainers: try trainers.map { Trainer(name: try $0["name"], person: try $0["person"]) }, approval: try EventApproval(row: row),
            trip: trips[id] ?? .none)
    }
}

extension EventApproval {
    fileprivate init(row: Row) throws {
        self.init(asked: try row["approval_asked"], number: try row["approval_number"], day: try row["approval_day"], consent: try row["approval_consent"])
    }
}

extension Payer {
    fileprivate static func read(_ text: String) -> [Payer] { text.split(separator: " ").compactMap { Payer(rawValue: String($0)) } }
}
