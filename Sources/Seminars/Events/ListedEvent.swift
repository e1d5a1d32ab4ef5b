package import Catalogue
package import Centres
package import Kernel
package import Languages
import Storage

/// An event as a page of a list shows it: its title and its figures, without the texts that are written about it. A page shows fifty, each drawn as an
/// `EventLine`, which is the same in finished words.
package struct ListedEvent: Announced, Sendable {
    package let id: Event.ID
    package let form: EventForm
    package let state: EventState
    package let starts: Instant?
    package let deadline: Day
    package let seats: Int
    package let points: Int
    package let fee: Money
    package let municipality: Municipality.ID?
    /// The language in which it is held.
    package let language: Language
    package let titles: [Language: String]
    package let sessions: [ListedSession]

    package func title(in language: Language) -> Event.Wording { Event.Wording(in: language, else: self.language) { titles[$0] } }

    /// The first and the last day on which it is held; nil while it has none.
    package var days: ClosedRange<Day>? {
        guard let first = sessions.map(\.day).min(), let last = sessions.map(\.day).max() else { return nil }
        return first...last
    }
}

/// A part of a listed event.
package struct ListedSession: Sendable {
    package let day: Day
    package let begins: ClockTime
    package let ends: ClockTime
    /// The hall's name and the place as written.
    package let place: String
    package let isOnline: Bool
}

extension EventStore {
    /// Events for lists, for a condition over `event e`: three queries of a few columns, however many there are.
    static func listed(_ condition: SQL, in act: Act) throws -> [ListedEvent] {
        let rows = try act.db.rows("""
            SELECT e.id, e.form, e.state, e.starts, e.deadline, e.seats, e.points, e.fee, e.currency, e.municipality, e.language FROM event e \(condition)
            """)
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0["id"] as Event.ID }
        let forms = try EventFormStore.all(in: act)
        var titles: [Event.ID: [Language: String]] = [:]
        for row in try act.db.rows("SELECT event, language, title FROM event_text WHERE event IN \(list: ids)") {
            titles[try row["event"], default: [:]][try row["language"]] = try row["title"] as String
        }
        var sessions: [Event.ID: [ListedSession]] = [:]
        for row in try act.db.rows("""
            SELECT s.event, s.day, s.begins, s.ends, hall.name AS hall, s.place, s.link FROM event_session s LEFT JOIN hall ON hall.id = s.hall
            WHERE s.event IN \(list: ids) ORDER BY s.event, s.day, s.begins
            """) { sessions[try row["event"], default: []].append(try ListedSession(row: row)) }
        return try rows.map { row in
            let id: Event.ID = try row["id"]
            return try ListedEvent(row: row, forms, titles: titles[id] ?? [:], sessions: sessions[id] ?? [])
        }
    }

    /// Events for a list, in the order of these ids.
    package static func listed(inOrder ids: [Event.ID], in act: Act) throws -> [ListedEvent] {
        guard !ids.isEmpty else { return [] }
        return try act.kept("events \(ids.map { $0.description }.joined(separator: " "))") {
            let events = Dictionary(uniqueKeysWithValues: try listed("WHERE e.id IN \(list: ids)", in: act).map { ($0.id, $0) })
            return ids.compactMap { events[$0] }
        }
    }

    /// What is announced and has not begun, the nearest first.
    package static func coming(at centre: ID<CentreTag>, limit: Int, in act: Act) throws -> [ListedEvent] {
        try listed("""
            WHERE e.centre = \(centre) AND e.state IN ('announced', 'confirmed') AND e.starts > \(act.now) ORDER BY e.starts, e.id LIMIT \(limit)
            """, in: act).filter { !$0.form.isInternal }
    }

    /// Dates of a programme, at any centre, that one can still look forward to: the nearest five.
    package static func dates(of programme: Programme.ID, besides event: Event.ID? = nil, in act: Act) throws -> [ListedEvent] {
        // Kept from one hour to the next; what begins meanwhile is left out below.
        let dates = try act.kept("dates \(programme) \(act.now.seconds / 3_600)") {
            try listed("""
                WHERE e.programme = \(programme) AND e.state IN ('announced', 'confirmed') AND e.starts > \(act.now) ORDER BY e.starts, e.id LIMIT 20
                """, in: act)
        }
        return Array(dates.lazy.filter { $0.id != event && $0.starts.map { $0 > act.now } ?? false }.prefix(5))
    }
}

extension ListedEvent {
    fileprivate init(row: Row, _ forms: [EventForm.ID: EventForm], titles: [Language: String], sessions: [ListedSession]) throws {
        id = try row["id"]
        guard let known = forms[try row["form"]] else { throw Problem.missing }
        form = known
        state = try row["state"]
        starts = try row["starts"]
        deadline = try row["deadline"]
        seats = try row["seats"]
        points = try row["points"]
        fee = try row.money("fee", "currency")
        municipality = try row["municipality"]
        language = try row["language"]
        self.titles = titles
        self.sessions = sessions
    }
}

extension ListedSession {
    fileprivate init(row: Row) throws {
        day = try row["day"]
        begins = try row["begins"]
        ends = try row["ends"]
        let (hall, written, link): (String?, String, String) = (try row["hall"], try row["place"], try row["link"])
        place = EventSummary.place(hall: hall, written)
        isOnline = place.isEmpty && !link.isEmpty
    }
}
