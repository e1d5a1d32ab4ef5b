package import Kernel
package import Languages
import Storage

/// A role that somebody holds, as it is shown.
package struct HeldRole: Sendable {
    package typealias ID = Kernel.ID<HeldRole>

    package let id: ID
    package let person: Person.ID
    package let grant: Grant
    /// The centre or the school; nil for the whole installation.
    package let place: String?
    package let since: Instant

    init(row: Row) throws {
        id = try row["id"]
        person = try row["person"]
        grant = Grant(try row["role"], centre: try row["centre"], school: try row["school"])
        let centre: String? = try row["centre_name"]
        place = try centre ?? row["school_name"]
        since = try row["since"]
    }
}

/// Who may do what, granted and taken by administrators.
package enum RoleStore {
    package static func roles(of people: [Person.ID], in act: Act) throws -> [HeldRole] {
        try act.db.rows("\(shown) WHERE r.person IN \(list: people) ORDER BY r.person, r.since, r.id").map(HeldRole.init(row:))
    }

    /// Everybody who holds a role, by name.
    static func holders(sorted alphabet: Alphabet, in act: Act) throws -> [Person] {
        try act.db.rows("""
            SELECT p.* FROM person p WHERE p.id IN (SELECT person FROM role) AND p.erased IS NULL
            ORDER BY p.\(SortKeys.column(alphabet)), p.id LIMIT 500
            """).map(Person.init(row:))
    }

    /// Whether more than one person works at a centre.
    static func isShared(at centre: ID<CentreTag>, in act: Act) throws -> Bool {
        try act.db.count("SELECT count(DISTINCT person) FROM role WHERE centre = \(centre) OR role = 'administrator'") > 1
    }

    private static let shown: SQL = """
        SELECT r.*, c.name AS centre_name, s.name AS school_name FROM role r
        LEFT JOIN centre c ON c.id = r.centre LEFT JOIN school s ON s.id = r.school
        """

    /// - Throws: `Problem.missing` when the person does not hold such a role; a conflict when nobody would be left to administer.
    static func take(_ id: HeldRole.ID, from person: Person.ID, in act: Act) throws {
        guard let row = try act.db.row("\(shown) WHERE r.id = \(id) AND r.person = \(person)") else { throw Problem.missing }
        let role = try HeldRole(row: row)
        if role.grant.role == .administrator { try keepAdministrator(without: person, T.accounts.lastAdministrator, in: act) }
        try act.db.run("DELETE FROM role WHERE id = \(id)")
        try act.record(T.accounts.roleTaken, .person(person), centre: role.grant.centre, changes: [Change("role", from: role.grant.role.rawValue, to: "")])
    }

    /// Somebody else must be left who can administer the installation.
    static func keepAdministrator(without person: Person.ID, _ refusal: Phrase, in act: Act) throws {
        let lock: SQL = act.db.engine == .postgresql ? "FOR UPDATE" : ""
        let administrators = try act.db.rows("SELECT person FROM role WHERE role = 'administrator' ORDER BY id \(lock)").map { try $0["person"] as Person.ID }
        if administrators.contains(person), administrators.allSatisfy({ $0 == person }) { throw Problem.conflict(refusal) }
    }
}

extension PersonStore {
    package static func grant(_ grant: Grant, to person: Person.ID, in act: Act) throws {
        let added = try act.db.run("""
            INSERT INTO role (person, role, centre, school, since) VALUES (\(person), \(grant.role), \(grant.centre), \(grant.school), \(act.now))
            ON CONFLICT DO NOTHING
            """)
        guard added > 0 else { return }
        try keep(person, in: act)
        try act.record(T.accounts.roleGranted, .person(person), centre: grant.centre, changes: [Change("role", from: "", to: grant.role.rawValue)])
    }

    /// Takes a role from whoever holds it; nothing happens where nobody does.
    package static func take(_ grant: Grant, from person: Person.ID, in act: Act) throws {
        let taken = try act.db.run("""
            DELETE FROM role WHERE person = \(person) AND role = \(grant.role) AND coalesce(centre, 0) = \(grant.centre?.value ?? 0)
                AND coalesce(school, 0) = \(grant.school?.value ?? 0)
            """)
        guard taken > 0 else { return }
        try act.record(T.accounts.roleTaken, .person(person), centre: grant.centre, changes: [Change("role", from: grant.role.rawValue, to: "")])
    }
}
