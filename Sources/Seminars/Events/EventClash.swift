import Catalogue
package import Kernel
package import Languages
import Storage

/// Something that stands in the way of an event as it is planned: its trainer is asked for elsewhere, its hall is taken or too small. A warning; what
/// is refused when the event is announced says so.
package struct EventClash: Sendable {
    package let what: Phrase
    /// Where it can be looked at, and what is written there.
    package let path: String?
    package let title: String
    /// Whether announcing comes to nothing as long as it stands.
    package let isRefused: Bool

    package init(_ what: Phrase, at path: String? = nil, title: String = "", isRefused: Bool = false) {
        (self.what, self.path, self.title, self.isRefused) = (what, path, title, isRefused)
    }
}

/// What else stands in the way of an event: the rooms above tell of halls, of what is in them, of days on which a trainer cannot come.
package struct EventClashesAsked: Question {
    package typealias Answer = [EventClash]
    package let event: Event
}

extension EventStore {
    /// What collides with an event's sessions: two queries, and those of the rooms above.
    package static func clashes(of event: Event, in act: Act) throws -> [EventClash] {
        let trainers = try act.db.rows("""
            SELECT DISTINCT other.event, other.day, mine.name AS what FROM event_session own
            JOIN event_trainer mine ON mine.event = own.event
            JOIN event_trainer theirs ON theirs.event <> own.event AND (theirs.person = mine.person OR theirs.name = mine.name)
            JOIN event_session other ON other.event = theirs.event AND other.day = own.day AND other.begins < own.ends AND own.begins < other.ends
            JOIN event e ON e.id = other.event
            WHERE own.event = \(event.id) AND e.state IN ('announced', 'confirmed', 'held') ORDER BY other.day, other.event
            """).map { (event: try $0["event"] as Event.ID, day: try $0["day"] as Day, name: try $0["what"] as String) }
        let title = try titles(of: Set(trainers.map(\.event)), in: act)
        let asked = try act.ask(EventClashesAsked(event: event)).flatMap(\.self)
        return asked + trainers.map {
            EventClash(T.events.clashTrainer(what: .text($0.name), day: .day($0.day)), at: "/staff/events/\($0.event)", title: title[$0.event] ?? "")
        }
    }

    /// One title of each event, whatever its language.
    private static func titles(of events: Set<Event.ID>, in act: Act) throws -> [Event.ID: String] {
        guard !events.isEmpty else { return [:] }
        return try act.db.rows("SELECT event, min(title) AS title FROM event_text WHERE event IN \(list: events.sorted()) GROUP BY event")
            .reduce(into: [:]) { $0[try $1["event"]] = try $1["title"] as String }
    }
}
