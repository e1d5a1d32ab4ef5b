package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// The roster of a school is the employment of its people, seen from the school.
package enum RosterStore {
    /// So long somebody who has left is still shown.
    private static let goneDays = 365

    /// One query, for whoever looks after the school.
    package static func roster(of school: School.ID, on today: Day, sorted alphabet: Alphabet = .azbuka, in act: Act) throws -> Roster {
        guard act.by.looksAfter(school) || act.by.isAdministrator else { throw Problem.missing }
        return Roster(lines: try lines(of: school, since: today.adding(days: -goneDays), sorted: alphabet, in: act), today: today)
    }

    private static func lines(of school: School.ID, since: Day, sorted alphabet: Alphabet, in act: Act) throws -> [RosterLine] {
        let rows = try act.db.rows("""
            SELECT e.*, p.given_name, p.family_name FROM employment e JOIN person p ON p.id = e.person
            WHERE e.school = \(school) AND p.erased IS NULL AND (e.until IS NULL OR e.until >= \(since.iso))
            ORDER BY p.\(SortKeys.column(alphabet)), p.id, CASE WHEN e.until IS NULL THEN 0 ELSE 1 END, coalesce(e.since, '') DESC, e.id
            """)
        return try rows.reduce(into: []) { lines, row in
            let person: Person.ID = try row["person"], work = (id: try row["id"] as Employment.ID, work: try Work(row: row))
            if lines.last?.person == person {
                lines[lines.count - 1].works.append(work)
            } else {
                lines.append(RosterLine(person: person, name: PersonName(given: try row["given_name"], family: try row["family_name"]), works: [work]))
            }
        }
    }
}
