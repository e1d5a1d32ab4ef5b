import Centres
package import Kernel
package import Languages
import Queues
package import Storage

/// People as rows.
package enum PersonStore {
    /// How long somebody who came unasked may take to prove the address.
    package static let newcomerDays = 7

    /// - Throws: `Problem.missing` when there is none.
    package static func person(_ id: Person.ID, in act: Act) throws -> Person {
        guard let person = try present(id, in: act) else { throw Problem.missing }
        return person
    }

    /// Nil when the account was deleted since: for whoever writes to many, of whom one may be gone.
    package static func present(_ id: Person.ID, in act: Act) throws -> Person? {
        try act.db.row("SELECT * FROM person WHERE id = \(id) AND erased IS NULL").map(Person.init(row:))
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

    /// Those of a set who deleted their account: one query.
    package static func erased(_ people: Set<Person.ID>, in act: Act) throws -> Set<Person.ID> {
        guard !people.isEmpty else { return [] }
        return Set(try act.db.rows("SELECT id FROM person WHERE id IN \(list: Array(people)) AND erased IS NOT NULL").map { try $0["id"] })
    }

    /// Those of a set whose address is proved, each with whether they want papers by mail: one query.
    package static func reachable(_ people: Set<Person.ID>, in act: Act) throws -> [Person.ID: Bool] {
        guard !people.isEmpty else { return [:] }
        let rows = try act.db.rows("""
            SELECT id, wants_papers FROM person
            WHERE id IN \(list: Array(people)) AND email IS NOT NULL AND verified IS NOT NULL AND erased IS NULL
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], try $0["wants_papers"]) })
    }

    /// The telephones of a set of people who have not deleted their accounts: one query.
    package static func phones(of people: Set<Person.ID>, in act: Act) throws -> [Person.ID: String] {
        guard !people.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT id, phone FROM person WHERE id IN \(list: Array(people)) AND erased IS NULL")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], try $0["phone"]) })
    }

    /// Who acts when this person is signed in: the name and all roles.
    package static func actor(_ id: Person.ID, in act: Act) throws -> Actor? {
        try actor(id, act.db.rows("SELECT \(roles) FROM person p LEFT JOIN role r ON r.person = p.id WHERE p.id = \(id) AND p.erased IS NULL"))
    }

    /// Columns of `person p` and `role r` that make an actor.
    static let roles: SQL = "p.given_name, p.family_name, r.role, r.centre, r.school"

    static func actor(_ id: Person.ID, _ rows: [Row]) throws -> Actor? {
        guard let row = rows.first else { return nil }
        let name = PersonName(given: try row["given_name"], family: try row["family_name"])
        let grants = try rows.compactMap { row in
            try (row["role"] as Role?).map { Grant($0, centre: try row["centre"], school: try row["school"]) }
        }
        return Actor(person: id, name: name.full, grants: Set(grants))
    }

    /// People whose name or address holds all the words, in either script, with or without diacritics; the best first, then by name.
    /// - Parameter ties: a query of the ids that the actor may see. Without it only an administrator finds anybody.
    package static func search(_ text: String, within ties: SQL? = nil, sorted alphabet: Alphabet, limit: Int = 50, in act: Act) throws -> [Person] {
        guard ties != nil || act.by.isAdministrator else { return [] }
        let seen: SQL = ties.map { "AND p.id IN (\($0))" } ?? ""
        return try act.db.rows("""
            SELECT p.* FROM person p JOIN \(act.db.found("person", Fold.query(text))) f ON f.subject = p.id
            WHERE p.erased IS NULL \(seen) ORDER BY f.grade, p.\(SortKeys.column(alphabet)), p.id LIMIT \(limit)
            """).map(Person.init(row:))
    }

    /// Adds somebody. Whoever adds says whether the address is proved.
    package static func add(
        _ name: PersonName, email: String?, verified: Instant?, phone: String = "", language: Language, occupation: String = "", in act: Act
    ) throws -> Person.ID {
        guard let id = try insert(name, email: email, verified: verified, phone: phone, language: language, occupation: occupation, in: act) else {
            throw Problem.conflict(T.accounts.emailTaken)
        }
        return id
    }

    /// Nil when somebody has the address. Whoever writes the same address at the same moment is waited for.
    private static func insert(
        _ name: PersonName, email: String?, verified: Instant?, phone: String = "", language: Language, occupation: String = "", isNewcomer: Bool = false,
        isIndexed: Bool = true, in act: Act
    ) throws -> Person.ID? {
        guard let id: Person.ID = try act.db.value("""
            INSERT INTO person (given_name, family_name, email, verified, newcomer, phone, language, occupation, created, name_key, key_azbuka, key_abeceda,
                                key_lithuanian)
            VALUES (\(name.given), \(name.family), \(email?.lowercased()), \(verified), \(isNewcomer), \(phone), \(language), \(occupation), \(act.now), \(name.key),
                    \(name.sortKey(.azbuka)), \(name.sortKey(.abeceda)), \(name.sortKey(.lithuanian))) ON CONFLICT (email) DO NOTHING RETURNING id
            """) else { return nil }
        if isIndexed { try index(id, in: act) }
        return id
    }

    /// Adds people whom a list brings, their addresses not proved yet; they are told and made findable together.
    static func add(
        many people: [(name: PersonName, email: String?, phone: String, language: Language, occupation: String)], in act: Act
    ) throws -> [Person.ID] {
        let ids = try people.map { person in
            let id = try insert(
                person.name, email: person.email, verified: nil, phone: person.phone, language: person.language, occupation: person.occupation, isIndexed: false, in: act)
            guard let id else { throw Problem.conflict(T.accounts.emailTaken) }
            return id
        }
        try act.db.index(many: "person", zip(ids, people).map { id, person in
            (id.value, SearchText(title: Fold.indexText(person.name.full), body: Fold.indexText(person.email ?? "")))
        })
        try act.record(many: ids.map { PastDeed(T.accounts.added, .person($0), by: act.by.person, at: act.now) })
        return ids
    }

    /// Somebody who gives a name and an address that nobody has proved yet. Whoever is known by that address stays as known, newcomers too: another
    /// name stands with the link that was asked for with it, and counts with its click.
    package static func newcomer(name: PersonName, email: String, language: Language, in act: Act) throws -> Person.ID {
        if let known = try person(email: email, in: act) { return known.id }
        if let id = try insert(name, email: email, verified: nil, language: language, isNewcomer: true, in: act) { return id }
        // Somebody was quicker by a moment.
        guard let known = try person(email: email, in: act) else { throw Problem.missing }
        return known.id
    }

    /// What staff write down of somebody known who did not say it before: an address that nobody has, a telephone. What was said stays.
    package static func complete(_ id: Person.ID, email: EmailAddress?, phone: String, in act: Act) throws {
        let known = try person(id, in: act)
        try AccountStore.change(id, phone: known.phone.isEmpty ? phone : known.phone, language: known.language, occupation: known.occupation, in: act)
        guard known.email == nil, let email = email?.text else { return }
        try act.db.run("UPDATE person SET email = \(email) WHERE id = \(id)")
        try index(id, in: act)
        try act.record(T.accounts.emailChanged, .person(id), changes: [Change("email", from: "", to: email)])
    }

    /// A newcomer who is tied to something that counts (the staff wrote down an application, a certificate was made) is not forgotten.
    package static func keep(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE person SET newcomer = \(false) WHERE id = \(person)")
    }

    /// The address is proved: its link was used.
    static func verify(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE person SET verified = coalesce(verified, \(act.now)), newcomer = \(false) WHERE id = \(person)")
    }

    /// Forgets newcomers who did not prove their address in time, with what they asked for.
    /// - Returns: how many.
    @discardableResult
    package static func purgeUnverified(in act: Act) throws -> Int {
        let late = try act.db.rows("SELECT id FROM person WHERE newcomer AND created <= \(act.now.adding(days: -newcomerDays))").map { try $0["id"] as Person.ID }
        for person in late {
            try act.state(PersonPurged(person: person))
            try AccountStore.forgetTraces(of: person, in: act)
            try AccountStore.clear(person, in: act)
            try act.db.unindex("person", person.value)
            try act.db.run("DELETE FROM person WHERE id = \(person)")
        }
        return late.count
    }

    /// Makes the person findable by the name in both scripts, by former names and by the address.
    package static func reindex(in act: Act) throws {
        for row in try act.db.rows("SELECT id, given_name, family_name FROM person WHERE erased IS NULL ORDER BY id") {
            let id: Person.ID = try row["id"], name = PersonName(given: try row["given_name"], family: try row["family_name"])
            try act.db.run("UPDATE person SET name_key = \(name.key) WHERE id = \(id)")
            try index(id, in: act)
        }
    }

    static func index(_ id: Person.ID, in act: Act) throws {
        let person = try person(id, in: act)
        let former = try act.db.rows("SELECT given_name, family_name FROM former_name WHERE person = \(id) ORDER BY id").map { row in
            PersonName(given: try row["given_name"], family: try row["family_name"])
        }
        let names = ([person.name, person.otherScript].compactMap(\.self) + former).map { Fold.indexText($0.full) }
        try act.db.index("person", id.value, SearchText(title: names.joined(separator: " "), body: Fold.indexText(person.email ?? "")))
    }
}
