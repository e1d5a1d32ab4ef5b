import Kernel
import Languages
import Storage

/// Names of sessions in further languages, as rows; only events that have parts have some.
enum SessionTitleStore {
    static func titles(of events: [Event.ID], in act: Act) throws -> [EventSession.ID: [Language: String]] {
        guard !events.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT x.session, x.language, x.title FROM event_session_text x JOIN event_session s ON s.id = x.session WHERE s.event IN \(list: events)
            """).reduce(into: [:]) { titles, row in
            titles[try row["session"], default: [:]][try row["language"]] = try row["title"]
        }
    }

    static func write(_ titles: [Language: String], of session: EventSession.ID, in act: Act) throws {
        try drop([session], in: act)
        for (language, title) in titles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !title.isEmpty {
            try act.db.run("INSERT INTO event_session_text (session, language, title) VALUES (\(session), \(language), \(title))")
        }
    }

    static func drop(_ sessions: [EventSession.ID], in act: Act) throws {
        if !sessions.isEmpty { try act.db.run("DELETE FROM event_session_text WHERE session IN \(list: sessions)") }
    }
}
