import Accounts
package import Centres
package import Kernel
import Languages
import Schools
package import Storage

/// Whose work notes and publications are, as rows.
package enum AuthorStore {
    /// The column of a work, by which its authors are found.
    enum Work: Sendable { case practice, publication

        var column: SQL { self == .practice ? "practice" : "publication" }
    }

    /// The authors of many works, in their order; who is gone is no longer among them.
    static func authors(of works: [Int64], _ kind: Work, in act: Act) throws -> [Int64: [Author]] {
        guard !works.isEmpty else { return [:] }
        let rows = try act.db.rows("""
            SELECT a.id, a.\(kind.column) AS work, a.person, a.agreed, a.school, p.given_name, p.family_name, s.name AS school_name
            FROM authorship a JOIN person p ON p.id = a.person LEFT JOIN school s ON s.id = a.school
            WHERE a.\(kind.column) IN \(list: works) AND p.erased IS NULL ORDER BY a.place, a.id
            """)
        return try rows.reduce(into: [:]) { authors, row in
            let name = PersonName(given: try row["given_name"], family: try row["family_name"]), school: String? = try row["school_name"]
            authors[try row["work"], default: []].append(
                Author(
                    id: try row["id"], person: try row["person"], name: name.full, agreed: try row["agreed"], school: try row["school"], schoolName: school ?? ""))
        }
    }

    /// Names somebody as an author.
    /// - Parameter isAgreed: whether they say so themselves.
    static func add(_ person: Person.ID, to work: Int64, _ kind: Work, isAgreed: Bool, in act: Act) throws {
        let place = try act.db.count("SELECT count(*) FROM authorship WHERE \(kind.column) = \(work)")
        let school = try school(of: person, in: act), agreed: Instant? = isAgreed ? act.now : nil
        try act.db.run("""
            INSERT INTO authorship (\(kind.column), person, place, agreed, school) VALUES (\(work), \(person), \(place), \(agreed), \(school))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Where somebody works, if that is one school alone.
    static func school(of person: Person.ID, in act: Act) throws -> School.ID? {
        let schools = try EmploymentStore.schools(of: person, on: Zone.utc.day(of: act.now), in: act)
        return schools.count == 1 ? schools[0].id : nil
    }
}
