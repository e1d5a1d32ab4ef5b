package import Centres
package import Kernel
package import Languages
import Storage

/// The tables by which schools give points for what is done inside them, as rows. Who may write them, the room of schools says.
package enum PointsTableStore {
    /// All tables of some schools, the newest first: what was entered by an earlier one keeps its points.
    package static func tables(of schools: [School.ID], in act: Act) throws -> [PointsTable] {
        guard !schools.isEmpty else { return [] }
        let rows = try act.db.rows("SELECT id, school, since FROM school_points WHERE school IN \(list: schools) ORDER BY since DESC, id DESC")
        let lines = try act.db.rows("""
            SELECT l.id, l.points_table, l.activity, l.leading, l.attending FROM school_points_line l JOIN school_points t ON t.id = l.points_table
            WHERE t.school IN \(list: schools) ORDER BY l.points_table, l.place, l.id
            """)
        let linesOf = try Dictionary(grouping: lines) { try $0["points_table"] as PointsTable.ID }
        return try rows.map { row in
            let id: PointsTable.ID = try row["id"]
            return PointsTable(id: id, school: try row["school"], since: try row["since"], lines: try (linesOf[id] ?? []).map { line in
                PointsTable.Line(id: try line["id"], activity: try line["activity"], leading: try line["leading"], attending: try line["attending"])
            })
        }
    }

    /// The tables that hold on a day, one of each school.
    package static func tables(of schools: [School.ID], on day: Day, in act: Act) throws -> [PointsTable] {
        var seen: Set<School.ID> = []
        return try tables(of: schools, in: act).filter { $0.since <= day && seen.insert($0.school).inserted }
    }

    /// A new table, which holds from a day on; of the same day it takes the place of the one there, unless something was entered by that one.
    package static func set(_ draft: PointsTableDraft, of school: School.ID, in act: Act) throws {
        if let standing = try act.db.row("SELECT id FROM school_points WHERE school = \(school) AND since = \(draft.since)") {
            let id: PointsTable.ID = try standing["id"]
            guard try !act.db.exists("""
                SELECT 1 AS used FROM portfolio_entry e JOIN school_points_line l ON l.id = e.line WHERE l.points_table = \(id) LIMIT 1
                """) else { throw Problem.invalid("since", T.portfolio.errorTableUsed) }
            try act.db.run("DELETE FROM school_points_line WHERE points_table = \(id)")
            try act.db.run("DELETE FROM school_points WHERE id = \(id)")
        }
        let id = try act.db.insert("INSERT INTO school_points (school, since, made) VALUES (\(school), \(draft.since), \(act.now)) RETURNING id")
        for (place, line) in draft.lines.enumerated() {
            try act.db.run("""
                INSERT INTO school_points_line (points_table, place, activity, leading, attending)
                VALUES (\(id), \(place), \(line.activity), \(line.leading), \(line.attending))
                """)
        }
        try act.record(T.portfolio.tableSet, .school(school), changes: [Change("since", from: "", to: draft.since.iso)])
    }
}

/// A table of points as it is written.
package struct PointsTableDraft: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var activity: String
        package var leading: Int?
        package var attending: Int?

        package init(_ activity: String, leading: Int?, attending: Int?) { (self.activity, self.leading, self.attending) = (activity, leading, attending) }
    }

    package var since: Day
    package var lines: [Line]

    package init(since: Day, lines: [Line]) { (self.since, self.lines) = (since, lines) }

    static let linesMost = 40
}
