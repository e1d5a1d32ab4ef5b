package import Centres
package import Contests
package import Kernel
import Languages
import Storage

/// Counts of works by school, municipality and category.
package enum JuryFigureStore {
    package static func figures(of id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> JuryFigures {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let contest = try ContestStore.contest(id, at: centre, in: act)
        func lines(_ name: SQL, _ joins: SQL) throws -> [JuryFigures.Line] {
            try act.db.rows("""
                SELECT \(name) AS name, count(*) AS works, count(z.work) AS prizes FROM contest_work w LEFT JOIN jury_prize z ON z.work = w.id \(joins)
                WHERE w.contest = \(id) AND w.state = 'sent' GROUP BY \(name) ORDER BY count(*) DESC, \(name)
                """).map { JuryFigures.Line(try $0["name"], works: try $0["works"], prizes: try $0["prizes"]) }
        }
        let mentors = try act.db.count("SELECT count(DISTINCT mentor) FROM contest_work WHERE contest = \(id) AND state = 'sent'")
        let byCategory = try lines("k.name", "JOIN contest_category k ON k.id = w.category")
        return JuryFigures(
            contest: contest, works: byCategory.reduce(0) { $0 + $1.works }, mentors: mentors, bySchool: try lines("s.name", "JOIN school s ON s.id = w.school"),
            byMunicipality: try lines("m.name", "JOIN school s ON s.id = w.school JOIN municipality m ON m.id = s.municipality"), byCategory: byCategory,
            neverReached: try neverReached(by: centre, in: act))
    }

    /// Schools of the municipalities from which works have come, but from which none has.
    private static func neverReached(by centre: Centre.ID, in act: Act) throws -> [String] {
        try act.db.rows("""
            SELECT s.name FROM school s WHERE NOT s.closed
                AND s.municipality IN (
                    SELECT o.municipality FROM school o JOIN contest_work w ON w.school = o.id JOIN contest c ON c.id = w.contest WHERE c.centre = \(centre))
                AND NOT EXISTS (SELECT 1 FROM contest_work w JOIN contest c ON c.id = w.contest WHERE w.school = s.id AND c.centre = \(centre) AND w.state = 'sent')
            ORDER BY s.name LIMIT 500
            """).map { try $0["name"] }
    }
}
