package import Kernel
package import Languages
import Storage

/// People and their roles as rows.
package enum PersonStore {
    /// - Throws: `Problem.missing` when there is none.
    package static func person(_ id: Person.ID, in act: Act) throws -> Person {
        guard let row = try act.db.row("SELECT * FROM person WHERE id = \(id) AND erased IS NULL") else { throw Problem.missing }
        return try Person(row: row)
    }

    package static func person(email: String, in act: Act) throws -> Person? {
        try act.db.row("SELECT * FROM person WHERE email = \(email.lowercased())").map(Person.init(row:))
    }

    /// Full names for a set of people: one query.
    package static func names(of people: Set<Person.ID>, in act: Act) throws -> [Person.ID: String] {
        guard !people.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT id, given_name, family_name FROM person WHERE id IN \(list: Array(people))")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) })
    }

    /// Who acts when this person is signed in: the name and all roles.
    package static func actor(_ id: Person.ID, in act: Act) throws -> Actor? {
        guard let row = try act.db.row("SELECT given_name, family_name FROM person WHERE id = \(id) AND erased IS NULL") else { return nil }
        let name = PersonName(given: try row["given_name"], family: try row["family_name"])
        let grants = try act.db.rows("SELECT role, centre, school FROM role WHERE person = \(id)").map { row in
            Grant(try row["role"], centre: try row["centre"], school: try row["school"])
        }
        return Actor(person: id, name: name.full, grants: Set(grants))
    }

    /// Adds somebody. Whoever adds says whether the address is proved.
    package static func add(
        _ name: PersonName, email: String?, verified: Instant?, phone: String = "", language: Language, occupation: String = "", in act: Act
    ) throws -> Person.ID {
        Person.ID(try act.db.insert("""
            INSERT INTO person (given_name, family_name, email, verified, phone, language, occupation, created, key_azbuka, key_abeceda, key_lithuanian)
            VALUES (\(name.given), \(name.family), \(email?.lowercased()), \(verified), \(phone), \(language), \(occupation), \(act.now),
                    \(name.sortKey(.azbuka)), \(name.sortKey(.abeceda)), \(name.sortKey(.lithuanian))) RETURNING id
            """))
    }

    package static func grant(_ grant: Grant, to person: Person.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO role (person, role, centre, school, since) VALUES (\(person), \(grant.role), \(grant.centre), \(grant.school), \(act.now))
            ON CONFLICT DO NOTHING
            """)
        try act.record(T.accounts.roleGranted, .person(person), centre: grant.centre, changes: [Change("role", from: "", to: grant.role.rawValue)])
    }
}
