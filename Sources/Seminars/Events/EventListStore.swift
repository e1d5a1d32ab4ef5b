package import Catalogue
package import Kernel
package import Languages
package import Centres
import Storage

/// A competence, priority or area of a catalogue, as its list names it.
package struct EventCode: Sendable, Hashable {
    package let code: String
    package let name: String

    package var label: String { code == name || code.isEmpty ? name : "\(code) \(name)" }
}

/// What a list or a month is made from before anything is chosen: the entries of all its events, with the codes and the municipalities that its
/// filters name. What is chosen makes an `EventListing` of it.
package struct EventGround: Sendable {
    package let entries: [EventEntry]
    package let codes: [CycleCode.ID: EventCode]
    package let towns: [Municipality]
    package let forms: [EventForm.ID: EventForm]
}

/// Reads for lists of events.
extension EventStore {
    /// What a centre's public list is made of. Without search words it is the same for everybody and is kept: reading it took a quarter of the page's time.
    package static func ground(of centre: Centre, _ filter: EventFilter, _ alphabet: Alphabet, in act: Act) throws -> EventGround {
        func read() throws -> EventGround { try ground(of: centre, entries(of: centre, filter, in: act), alphabet, in: act) }
        guard filter.words.isEmpty else { return try read() }
        return try act.kept("events \(centre.id) \(filter.scope) \(alphabet) \(centre.zone.day(of: act.now).number)", read)
    }

    /// What the calendar of a month is made of.
    package static func ground(of centre: Centre, in month: EventMonth, words: String, _ alphabet: Alphabet, in act: Act) throws -> EventGround {
        try ground(of: centre, entries(of: centre, on: month.days, words: words, in: act), alphabet, in: act)
    }

    private static func ground(of centre: Centre, _ entries: [EventEntry], _ alphabet: Alphabet, in act: Act) throws -> EventGround {
        EventGround(entries: entries, codes: try codes(in: act), towns: try act.kept("towns \(centre.country) \(alphabet)") {
            try MunicipalityStore.all(alphabet, country: centre.country, in: act)
        }, forms: try EventFormStore.all(in: act))
    }

    /// The entries of a centre's public list, in their order. No list has drafts.
    ///
    /// Postponed events stand behind all that come, whatever their old days were.
    private static func entries(of centre: Centre, _ filter: EventFilter, in act: Act) throws -> [EventEntry] {
        let today = centre.zone.startOfDay(centre.zone.day(of: act.now))
        let condition: SQL = switch filter.scope {
        case .coming: "(e.state = 'postponed' OR (e.state IN ('announced', 'confirmed', 'held', 'cancelled') AND e.ends >= \(today)))"
        case .past: "(e.state = 'closed' OR (e.state IN ('announced', 'confirmed', 'held') AND e.ends < \(today)))"
        }
        let order: SQL = filter.scope == .coming ? "CASE WHEN e.state = 'postponed' THEN 1 ELSE 0 END, e.starts, e.id" : "e.starts DESC, e.id DESC"
        return try entries("e.centre = \(centre.id) AND \(condition)", words: filter.words, order: order, in: act)
    }

    /// The entries of events that are held on some of these days.
    private static func entries(of centre: Centre, on days: ClosedRange<Day>, words: String, in act: Act) throws -> [EventEntry] {
        try entries("""
            e.centre = \(centre.id) AND e.state IN ('announced', 'confirmed', 'held', 'closed', 'cancelled')
            AND EXISTS (SELECT 1 FROM event_session s WHERE s.event = e.id AND s.day BETWEEN \(days.lowerBound) AND \(days.upperBound))
            """, words: words, order: "e.starts, e.id", in: act)
    }

    private static func entries(_ condition: SQL, words: String, order: SQL, in act: Act) throws -> [EventEntry] {
        let isSearch = !words.isEmpty
        let found: SQL = isSearch ? "JOIN \(act.db.found("event", typed: words, among: "SELECT e.id FROM event e WHERE \(condition)")) f ON f.subject = e.id" : ""
        let grade: SQL = isSearch ? "f.grade, " : ""
        let first = try firstCodes(in: act)
        let inside = try EventFormStore.all(in: act).values.filter(\.isInternal).map(\.id)
        return try act.db.rows("""
            SELECT e.id, e.form, e.state, e.starts, e.municipality, e.fee, p.area, p.competence
            FROM event e \(found) LEFT JOIN programme p ON p.id = e.programme
            WHERE \(condition) AND e.form NOT IN \(list: inside) ORDER BY \(grade)\(order)
            """).map { row in
                let (area, competence): (CycleCode.ID?, CycleCode.ID?) = (try row["area"], try row["competence"])
                return EventEntry(
                    id: try row["id"], form: try row["form"], state: try row["state"], starts: try row["starts"], municipality: try row["municipality"],
                    area: area.flatMap { first[$0] }, competence: competence.flatMap { first[$0] }, isFree: try row["fee"] as Int == 0)
            }
    }

    /// Several catalogues may list the same code with the same name. Here they are one choice, for which the first of them stands.
    private static func firstCodes(in act: Act) throws -> [CycleCode.ID: CycleCode.ID] {
        try act.kept("first codes") {
            try act.db.rows("SELECT id, min(id) OVER (PARTITION BY list, code, name) AS first FROM cycle_code")
                .reduce(into: [:]) { $0[try $1["id"]] = try $1["first"] as CycleCode.ID }
        }
    }

    /// Whole events in the order of these ids.
    package static func events(inOrder ids: [Event.ID], in act: Act) throws -> [Event] {
        let events = Dictionary(uniqueKeysWithValues: try events("WHERE e.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return ids.compactMap { events[$0] }
    }

    /// What is still to come, for calendars that follow the centre; cancelled and postponed ones too, so that they leave those calendars.
    package static func coming(of centre: Centre, in act: Act) throws -> [Event] {
        try events("""
            WHERE e.centre = \(centre.id) AND e.state IN ('announced', 'confirmed', 'postponed', 'cancelled') AND e.ends >= \(act.now)
            ORDER BY e.starts, e.id LIMIT 500
            """, in: act).filter(\.isPublic)
    }

    /// All areas and competences that an entry may name.
    private static func codes(in act: Act) throws -> [CycleCode.ID: EventCode] {
        try act.kept("event codes") {
            try act.db.rows("SELECT id, code, name FROM cycle_code WHERE list IN ('area', 'competence')").reduce(into: [:]) { codes, row in
                codes[try row["id"]] = EventCode(code: try row["code"], name: try row["name"])
            }
        }
    }

    // MARK: For those who run them

    /// How many events of a centre stand in each state.
    package static func counts(of centre: Centre.ID, in act: Act) throws -> [EventState: Int] {
        try act.db.rows("SELECT state, count(*) AS count FROM event WHERE centre = \(centre) GROUP BY state").reduce(into: [:]) { counts, row in
            counts[try row["state"]] = try row["count"]
        }
    }

    /// A centre's events in these states: the next first, drafts without days before them; those that are over, the last first.
    package static func ids(of centre: Centre.ID, in states: [EventState], words: String, in act: Act) throws -> [Event.ID] {
        let listed: SQL = "e.centre = \(centre) AND e.state IN \(list: states)"
        let found: SQL = words.isEmpty ? "" : "JOIN \(act.db.found("event", typed: words, among: "SELECT e.id FROM event e WHERE \(listed)")) f ON f.subject = e.id"
        let isOver = states.allSatisfy { $0.next.isEmpty }
        let order: SQL = isOver ? "e.starts DESC NULLS LAST, e.id DESC" : "e.starts NULLS FIRST, e.id"
        return try act.db.rows("SELECT e.id FROM event e \(found) WHERE \(listed) ORDER BY \(order)").map { try $0["id"] }
    }
}
