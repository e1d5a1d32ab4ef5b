package import Centres
package import Kernel
import Languages
import Storage

/// What was held, as rows: counted once while nothing written changes.
package enum EventArchiveStore {
    private static let held: SQL = "e.state IN ('held', 'closed')"

    package static func archive(of centre: Centre.ID, in act: Act) throws -> EventArchive {
        let forms = try EventFormStore.all(in: act)
        let shown = forms.values.filter { !$0.isInternal }.map(\.id).sorted()
        guard !shown.isEmpty else { return EventArchive(shelves: [], forms: forms) }
        let shelves = try act.kept("archive \(centre)") {
            try act.db.rows("""
                SELECT began.year, began.form, count(*) AS count FROM (
                    SELECT e.form AS form, substr(min(s.day), 1, 4) AS year FROM event e JOIN event_session s ON s.event = e.id
                    WHERE e.centre = \(centre) AND \(held) AND e.form IN \(list: shown) GROUP BY e.id, e.form
                ) began GROUP BY began.year, began.form
                """).map { row in
                    EventArchive.Shelf(year: Int(typed: try row["year"] as String, in: 1...9_999) ?? 0, form: try row["form"], count: try row["count"])
                }
        }
        return EventArchive(shelves: shelves, forms: forms)
    }

    /// What was held last, of what strangers may see.
    package static func newest(at centre: Centre.ID, limit: Int, in act: Act) throws -> [Event.ID] {
        let forms = try EventFormStore.all(in: act).values.filter { !$0.isInternal }.map(\.id).sorted()
        return try act.kept("newest held \(centre)") {
            try act.db.rows("""
                SELECT e.id FROM event e WHERE e.centre = \(centre) AND \(held) AND e.form IN \(list: forms) AND e.starts IS NOT NULL
                ORDER BY e.starts DESC, e.id DESC LIMIT \(limit)
                """).map { try $0["id"] }
        }
    }

    /// What began in a year, the newest first.
    /// - Parameter form: of that form alone; nil for all that strangers may see.
    package static func events(_ year: Int, of form: EventForm.ID?, at centre: Centre.ID, limit: Int, offset: Int, in act: Act) throws -> [Event.ID] {
        let forms = try form.map { [$0] } ?? EventFormStore.all(in: act).values.filter { !$0.isInternal }.map(\.id).sorted()
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31), !forms.isEmpty else { return [] }
        return try act.db.rows("""
            SELECT e.id, min(s.day) AS first FROM event e JOIN event_session s ON s.event = e.id
            WHERE e.centre = \(centre) AND \(held) AND e.form IN \(list: forms) GROUP BY e.id HAVING min(s.day) BETWEEN \(first) AND \(last)
            ORDER BY first DESC, e.id DESC LIMIT \(limit) OFFSET \(offset)
            """).map { try $0["id"] }
    }
}
