import Accounts
package import Centres
import Events
package import Kernel
package import Languages
package import Schools
import Storage

/// The plan of a school, read for those who look after it.
package enum SchoolPlanStore {
    /// What is to come: what was asked for on behalf of the school, and what its people attend on behalf of another one where they work too. What
    /// somebody attends on nobody’s behalf is their own business.
    package static func plan(of school: School.ID, in language: Language, in act: Act) throws -> SchoolPlan {
        let today = Zone.utc.day(of: act.now)
        let rows = try act.db.rows("""
            SELECT r.id, r.event, r.state, r.payer, r.unnamed, r.school, p.given_name, p.family_name, g.id AS own_group, g.names_until, g.approve_until,
                e.language, e.fee, e.currency, (SELECT min(n.day) FROM event_session n WHERE n.event = e.id) AS first_day,
                (SELECT max(n.day) FROM event_session n WHERE n.event = e.id) AS last_day
            FROM registration r JOIN person p ON p.id = r.person JOIN event e ON e.id = r.event
            LEFT JOIN school_group g ON g.id = r.school_group AND r.school = \(school)
            WHERE (r.school = \(school) OR (r.school IS NOT NULL AND r.person IN (
                    SELECT w.person FROM employment w WHERE w.school = \(school) AND (w.until IS NULL OR w.until >= \(today)))))
                AND r.state IN ('admitted', 'waiting', 'offered') AND e.state IN ('announced', 'confirmed', 'postponed')
                AND (e.ends IS NULL OR e.ends > \(act.now))
            ORDER BY e.starts NULLS LAST, e.id, r.unnamed, p.key_azbuka, r.id
            """)
        let events: Set<Event.ID> = Set(try rows.map { try $0["event"] })
        var titles: [Event.ID: [Language: String]] = [:]
        if !events.isEmpty {
            for row in try act.db.rows("SELECT event, language, title FROM event_text WHERE event IN \(list: events.sorted())") {
                titles[try row["event"], default: [:]][try row["language"]] = try row["title"]
            }
        }
        return SchoolPlan(try rows.reduce(into: []) { lines, row in
            let event: Event.ID = try row["event"], held: Language = try row["language"]
            let seat = try SchoolPlan.Seat(
                id: row["id"], name: PersonName(given: row["given_name"], family: row["family_name"]), state: row["state"], payer: row["payer"],
                isUnnamed: row["unnamed"], isOwn: row["school"] == school, group: SchoolPlan.Group(row: row))
            if lines.last?.event == event {
                lines[lines.count - 1].seats.append(seat)
            } else {
                let first: Day? = try row["first_day"], last: Day? = try row["last_day"]
                lines.append(SchoolPlan.Line(
                    event: event, title: Event.Wording(in: language, else: held) { titles[event]?[$0] }, days: first.flatMap { first in last.map { first...$0 } },
                    fee: try row.money("fee", "currency"), seats: [seat]))
            }
        })
    }
}

extension SchoolPlanStore {
    /// What was planned at a school, and what was completed there, since a moment: of its people, on behalf of it.
    package static func news(_ asked: SchoolNewsAsked, in act: Act) throws -> [SchoolNews] {
        func news(_ kind: SchoolNews.Kind, _ condition: SQL) throws -> [SchoolNews] {
            let rows = try act.db.rows("""
                SELECT r.event, p.given_name, p.family_name FROM registration r JOIN event e ON e.id = r.event JOIN person p ON p.id = r.person
                WHERE r.school = \(asked.school) AND NOT r.unnamed AND p.erased IS NULL AND \(condition) ORDER BY e.starts, e.id, p.key_azbuka, r.id
                """).map { (event: try $0["event"] as Event.ID, name: PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
            let ids = rows.map(\.event).reduce(into: [Event.ID]()) { if $0.last != $1 { $0.append($1) } }
            let events = Dictionary(uniqueKeysWithValues: try EventStore.events(ids, in: act).map { ($0.id, $0) }), people = Dictionary(grouping: rows, by: \.event)
            return ids.compactMap { id in
                events[id].map { event in
                    let title = ([event.title(in: asked.t.language).text] + (event.days.map { [asked.t.days($0)] } ?? [])).joined(separator: ", ")
                    return SchoolNews(kind, title, (people[id] ?? []).map(\.name))
                }
            }
        }
        return try news(.planned, """
            r.state IN ('admitted', 'waiting', 'offered') AND r.queued >= \(asked.since) AND r.queued < \(act.now)
                AND e.state IN ('announced', 'confirmed') AND e.starts > \(act.now)
            """) + news(.completed, """
            r.state = 'admitted' AND e.state IN ('held', 'closed') AND EXISTS (
                SELECT 1 FROM journal j WHERE j.noun = 'event' AND j.subject = e.id AND j.deed = \(T.events.held.key.name.description)
                    AND j.at >= \(asked.since) AND j.at < \(act.now))
            """)
    }
}

extension SchoolPlan.Group {
    fileprivate init?(row: Row) throws {
        guard let id: SchoolGroup.ID = try row["own_group"] else { return nil }
        (self.id, namesUntil, approveUntil) = (id, try row["names_until"], try row["approve_until"])
    }
}

extension SchoolGroupStore {
    /// Who of these people has applied for an event already.
    static func seated(_ people: [ID<PersonTag>], at event: Event.ID, in act: Act) throws -> Set<ID<PersonTag>> {
        guard !people.isEmpty else { return [] }
        return Set(try act.db.rows("""
            SELECT person FROM registration WHERE event = \(event) AND person IN \(list: people) AND state IN ('admitted', 'waiting', 'offered') AND NOT unnamed
            """).map { try $0["person"] })
    }

    /// Groups that a person asked for on behalf of a school, for the person.
    static func held(about person: ID<PersonTag>, in act: Act) throws -> HeldData {
        HeldData("school_group", try act.db.rows("""
            SELECT g.*, s.name FROM school_group g JOIN school s ON s.id = g.school WHERE g.person = \(person) ORDER BY g.id
            """).map { row in
            let group = try SchoolGroup(row: row)
            return ["event": "\(group.event)", "school": try row["name"], "applied": group.applied.iso, "names_until": group.namesUntil?.iso ?? ""]
        })
    }
}
