import Centres
import Events
import Kernel
import Languages
import Storage

/// Groups of a year as rows: one query, whatever was held.
enum GroupFigureStore {
    static func figures(of year: SchoolYear, at centre: Centre.ID, in act: Act) throws -> GroupFigures {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let zone = try CentreStore.centre(centre, in: act).zone
        let (from, until) = (try zone.instant(year.first, .midnight), try zone.instant(year.next.first, .midnight))
        let rows = try act.db.rows("""
            SELECT e.id AS event, e.form, r.school, count(*) AS groups, CAST(sum(r.pupils) AS BIGINT) AS pupils,
                CAST(sum(r.people - r.pupils) AS BIGINT) AS companions, count(c.registration) AS counted,
                CAST(coalesce(sum(c.pupils), 0) AS BIGINT) AS pupils_came, CAST(coalesce(sum(c.companions), 0) AS BIGINT) AS companions_came
            FROM registration r JOIN event e ON e.id = r.event LEFT JOIN group_count c ON c.registration = r.id
            WHERE e.centre = \(centre) AND r.pupils > 0 AND r.state = 'admitted' AND e.state IN ('announced', 'confirmed', 'held', 'closed')
                AND e.starts >= \(from) AND e.starts < \(until)
            GROUP BY e.id, e.form, r.school
            """)
        let parts = try rows.map { row in
            GroupFigures.Part(
                event: try row["event"], form: try row["form"], school: try row["school"], groups: try row["groups"], pupils: try row["pupils"],
                companions: try row["companions"], counted: try row["counted"], pupilsCame: try row["pupils_came"], companionsCame: try row["companions_came"])
        }
        let ids = Set(parts.compactMap(\.school)).sorted()
        let schools = ids.isEmpty ? [] : try SchoolStore.schools(listedBy: "SELECT id AS school, id AS place FROM school WHERE id IN \(list: ids)", in: act)
        return GroupFigures(
            year: year, parts: parts, forms: try EventFormStore.all(in: act), schools: Dictionary(uniqueKeysWithValues: schools.map { ($0.id, $0) }))
    }
}
