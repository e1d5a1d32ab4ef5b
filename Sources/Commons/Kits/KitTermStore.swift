import Accounts
import Centres
package import Events
package import Kernel
package import Languages
package import Library
import Registration
import Storage

/// Days on which a kit is for those who were at an event on its programme, as rows.
package enum KitTermStore {
    /// So many days after its last one an event may still be begun with, as after a server stood still.
    static let lateDays = 10

    // MARK: Reads

    /// Those of some titles that are not over.
    package static func terms(of titles: [LibraryTitle.ID], from today: Day, in act: Act) throws -> [LibraryTitle.ID: [KitTerm]] {
        let rows = try act.db.rows("SELECT * FROM kit_term WHERE title IN \(list: titles) AND last_day >= \(today) ORDER BY first_day, id")
        guard !rows.isEmpty else { return [:] }
        let ids: [Event.ID] = try rows.map { try $0["event"] }
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(ids)), in: act).map { ($0.id, $0) })
        let people = try present(at: ids, in: act)
        return try rows.reduce(into: [:]) { terms, row in
            guard let event = events[try row["event"]] else { return }
            let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
            terms[try row["title"], default: []].append(KitTerm(
                id: try row["id"], event: event.id, title: event.title(in: event.plan.language).text, days: first...max(first, last), people: people[event.id] ?? []))
        }
    }

    /// Who was there: whoever is marked as present; where nobody is marked, all who had a seat.
    private static func present(at events: [Event.ID], in act: Act) throws -> [Event.ID: Set<Person.ID>] {
        let rows = try act.db.rows("""
            SELECT r.event, r.person,
                   CASE WHEN EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left')) THEN 1 ELSE 0 END AS marked
            FROM registration r JOIN person p ON p.id = r.person
            WHERE r.event IN \(list: events) AND r.state = 'admitted' AND NOT r.unnamed AND r.pupils = 0 AND p.erased IS NULL ORDER BY r.event, r.person
            """)
        let all = try Dictionary(grouping: rows) { try $0["event"] as Event.ID }
        return try all.mapValues { rows in
            let marked = try rows.filter { try ($0["marked"] as Int) == 1 }
            return Set(try (marked.isEmpty ? rows : marked).map { try $0["person"] as Person.ID })
        }
    }

    // MARK: By the clock

    /// Opens the terms of events that have ended: each in an act of its own.
    package static func tend(_ records: Records) async throws {
        let ready = try await records.read(as: .system) { try due(in: $0) }
        for event in ready { try await records.write(by: .system) { try open(event, in: $0) } }
    }

    private static func due(in act: Act) throws -> [Event.ID] {
        try act.db.rows("""
            SELECT DISTINCT e.id FROM event e JOIN title t ON t.programme = e.programme AND t.centre = e.centre JOIN kit_rule r ON r.title = t.id
            WHERE e.ends < \(act.now) AND e.ends > \(act.now.adding(days: -lateDays)) AND e.state IN ('announced', 'confirmed', 'held', 'closed') AND r.term_days > 0
                AND NOT EXISTS (SELECT 1 FROM kit_term k WHERE k.title = t.id AND k.event = e.id)
            ORDER BY e.id
            """).map { try $0["id"] }
    }

    /// Gives the kits of an event's programme to those who were there for some days, and tells them.
    package static func open(_ id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        guard let event = try EventStore.events([id], in: act).first, !event.state.isOff, event.state != .draft, let ends = event.ends, ends <= act.now,
              let programme = event.plan.programme else { return }
        let centre = try CentreStore.centre(event.centre, in: act), last = centre.zone.day(of: ends)
        let people = try present(at: [id], in: act)[id] ?? []
        let titles: [LibraryTitle.ID] = try act.db.rows("""
            SELECT t.id FROM title t JOIN kit_rule r ON r.title = t.id WHERE t.programme = \(programme) AND t.centre = \(event.centre)
                AND NOT EXISTS (SELECT 1 FROM kit_term k WHERE k.title = t.id AND k.event = \(id)) ORDER BY t.id
            """).map { try $0["id"] }
        for title in titles {
            let kit = try KitStore.kit(title, at: event.centre, in: act)
            guard let days = KitTerm.days(after: last, kit.rule), !people.isEmpty else { continue }
            try act.db.run("""
                INSERT INTO kit_term (title, event, first_day, last_day, made) VALUES (\(title), \(id), \(days.lowerBound), \(days.upperBound), \(act.now))
                """)
            try act.record(T.kits.termDeed, .title(title), under: .event(id), centre: event.centre)
            for person in people.sorted() { try KitLetters.term(person, kit, event, until: days.upperBound, in: act) }
        }
        if !titles.isEmpty { try act.touchPublicPages() }
    }

    static func discard(_ event: Event.ID, in act: Act) throws {
        try act.db.run("DELETE FROM kit_term WHERE event = \(event)")
        try act.db.run("UPDATE kit_booking SET event = NULL WHERE event = \(event)")
    }
}
