import Catalogue
package import Kernel
package import Languages
import Storage

/// Another event that wants the same hall or the same trainer at the same time. A warning, not a refusal: staff may know better.
package struct EventClash: Sendable {
    package let event: Event.ID
    package let title: String
    package let day: Day
    /// The hall's or the trainer's name.
    package let what: String
    package let isHall: Bool
}

extension EventStore {
    /// What collides with an event's sessions: two queries.
    package static func clashes(of event: Event, in act: Act) throws -> [EventClash] {
        let halls = try act.db.rows("""
            SELECT DISTINCT other.event, other.day, hall.name AS what FROM event_session own
            JOIN event_session other ON other.hall = own.hall AND other.day = own.day AND other.begins < own.ends AND own.begins < other.ends AND other.event <> own.event
            JOIN hall ON hall.id = own.hall JOIN event e ON e.id = other.event
            WHERE own.event = \(event.id) AND e.state IN ('announced', 'confirmed', 'held') ORDER BY other.day, other.event
            """)
        let trainers = try act.db.rows("""
            SELECT DISTINCT other.event, other.day, mine.name AS what FROM event_session own
            JOIN event_trainer mine ON mine.event = own.event
            JOIN event_trainer theirs ON theirs.event <> own.event AND (theirs.person = mine.person OR theirs.name = mine.name)
            JOIN event_session other ON other.event = theirs.event AND other.day = own.day AND other.begins < own.ends AND own.begins < other.ends
            JOIN event e ON e.id = other.event
            WHERE own.event = \(event.id) AND e.state IN ('announced', 'confirmed', 'held') ORDER BY other.day, other.event
            """)
        let found = try (halls.map { ($0, true) } + trainers.map { ($0, false) }).map { row, isHall in
            (event: try row["event"] as Event.ID, day: try row["day"] as Day, what: try row["what"] as String, isHall: isHall)
        }
        let ids = Array(Set(found.map(\.event)))
        guard !ids.isEmpty else { return [] }
        let titles = try act.db.rows("SELECT event, min(title) AS title FROM event_text WHERE event IN \(list: ids) GROUP BY event")
        var title: [Event.ID: String] = [:]
        for row in titles { title[try row["event"]] = try row["title"] }
        return found.map { EventClash(event: $0.event, title: title[$0.event] ?? "", day: $0.day, what: $0.what, isHall: $0.isHall) }
    }
}
