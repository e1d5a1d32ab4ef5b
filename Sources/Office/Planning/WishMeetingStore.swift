import Accounts
import Centres
import Delivery
package import Events
package import Kernel
package import Languages
package import Needs
import Storage

/// Who came to what they had wished. Looked at by night: marks of attendance come in for days, and are corrected.
package enum WishMeetingStore {
    /// So long after an event its marks may still change what was met.
    static let window = 45

    /// Each event that ended lately, with whoever completed it.
    package static func look(_ records: Records) async throws {
        let events: [Event.ID] = try await records.read(as: .system) { act in
            try act.db.rows("""
                SELECT e.id FROM event e WHERE e.state IN ('held', 'closed') AND NOT e.earlier AND e.ends < \(act.now) AND e.ends > \(act.now.adding(days: -window))
                ORDER BY e.id
                """).map { try $0["id"] }
        }
        for event in events { try await records.write(by: .system) { try look(at: event, in: $0) } }
    }

    /// Wishes of those who completed an event are met, each once; those of people who, as it turns out, did not are open again.
    package static func look(at id: Event.ID, in act: Act) throws {
        let event = try EventStore.event(id, in: act)
        guard event.wasHeld, let day = event.firstDay, let start = event.starts else { return }
        let topics = try EventTopicStore.topics(of: event, in: act).sorted(), list = try TopicStore.list(in: act)
        let met = try act.db.rows("SELECT id, person, topic, at FROM wish_met WHERE event = \(id)").map { row in
            let topic: Topic.ID = try row["topic"]
            return (row: try row["id"] as Int64, person: try row["person"] as Person.ID, topic: list.standing(topic)?.id ?? topic, at: try row["at"] as Instant)
        }
        guard !topics.isEmpty || !met.isEmpty else { return }
        let completed = Set(try AttendanceStore.completions(of: id, in: act).filter(\.isComplete).map(\.person))
        for one in met where !completed.contains(one.person) {
            try WishMetStore.reopen(one.topic, of: one.person, metAt: one.at, in: act)
            try act.db.run("DELETE FROM wish_met WHERE id = \(one.row)")
        }
        let year = SchoolYear(containing: day)
        for topic in topics {
            let known = Set(met.filter { $0.topic == topic }.map(\.person))
            for person in try wishing(topic, [year, year.next], among: completed.subtracting(known), in: act) {
                guard let plan = try WishMetStore.meet(topic, of: person, in: [year, year.next], begunBefore: start, in: act) else { continue }
                try act.db.run("INSERT INTO wish_met (person, topic, event, year, at) VALUES (\(person), \(topic), \(id), \(plan.start), \(act.now))")
            }
        }
    }

    /// Those of some people whose plans have an open wish of a topic: one query, for most have none.
    private static func wishing(_ topic: Topic.ID, _ years: [SchoolYear], among people: Set<Person.ID>, in act: Act) throws -> [Person.ID] {
        guard !people.isEmpty else { return [] }
        return try act.db.rows("""
            SELECT DISTINCT p.person FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.person IN \(list: people.sorted()) AND p.year IN \(list: years.map(\.start)) AND w.topic = \(topic) AND w.served IS NULL ORDER BY p.person
            """).map { try $0["person"] }
    }

    // MARK: Told

    /// By what the wishes of a plan were met, for whoever wished them.
    package static func met(_ asked: WishMetAsked, in act: Act) throws -> [WishMet] {
        let rows = try act.db.rows("""
            SELECT m.topic, m.event FROM wish_met m WHERE m.person = \(asked.person) AND m.year = \(asked.year.start) ORDER BY m.at DESC, m.id DESC
            """)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(rows.map { try $0["event"] }, in: act).map { ($0.id, $0) })
        let list = try TopicStore.list(in: act)
        return try rows.compactMap { row in
            let id: Event.ID = try row["event"]
            guard let event = events[id], let topic = list.standing(try row["topic"])?.id else { return nil }
            let title = event.title(in: event.plan.language)
            return WishMet(topic, title: title.text, language: event.plan.language, day: event.firstDay, path: "/events/\(id)")
        }
    }

    // MARK: A person's own

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let topics = try TopicStore.list(in: act)
        return HeldData("wish_met", try act.db.rows("SELECT topic, event, year, at FROM wish_met WHERE person = \(person) ORDER BY id").map { row in
            let topic: Topic.ID = try row["topic"], event: Event.ID = try row["event"], year: Int = try row["year"], at: Instant = try row["at"]
            return ["topic": topics[topic]?.names.all.first ?? "", "event": "\(event)", "year": "\(year)", "at": at.iso]
        })
    }

    static func forget(_ person: Person.ID, in act: Act) throws { try act.db.run("DELETE FROM wish_met WHERE person = \(person)") }

    /// They go with the plans that they are of.
    static func forgetOld(in act: Act) throws {
        try act.db.run("DELETE FROM wish_met WHERE year < \(SchoolYear(containing: Zone.utc.day(of: act.now)).start - 5)")
    }
}
