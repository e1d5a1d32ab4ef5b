import Centres
import Kernel
import Languages
import Storage

/// People as lists say them.
extension PersonStore {
    /// Everybody as a list would say it: four queries.
    static func drafts(only id: Person.ID? = nil, in act: Act) throws -> [Person.ID: PersonDraft] {
        let one: SQL = id.map { "AND p.id = \($0)" } ?? ""
        func rows(_ columns: SQL, _ table: SQL, _ order: SQL) throws -> [Row] {
            try act.db.rows("SELECT \(columns) FROM \(table) x JOIN person p ON p.id = x.person WHERE p.erased IS NULL \(one) ORDER BY \(order)")
        }
        let jobs = try rows("x.*", "employment", "x.person, x.school, coalesce(x.since, ''), x.id").reduce(into: [Person.ID: [ListedWork]]()) { jobs, row in
            jobs[try row["person"], default: []].append(ListedWork(school: try row["school"], work: try Work(row: row)))
        }
        let former = try rows("x.person, x.given_name, x.family_name", "former_name", "x.id").reduce(into: [Person.ID: [PersonName]]()) { former, row in
            former[try row["person"], default: []].append(PersonName(given: try row["given_name"], family: try row["family_name"]))
        }
        let others = try rows("x.person, x.email", "other_address", "x.email").reduce(into: [Person.ID: [String]]()) { others, row in
            others[try row["person"], default: []].append(try row["email"])
        }
        return try act.db.rows("""
            SELECT p.id, p.given_name, p.family_name, p.email, p.verified, p.phone, p.occupation, p.language FROM person p WHERE p.erased IS NULL \(one)
            """).reduce(into: [:]) { drafts, row in
            let id: Person.ID = try row["id"], verified: Instant? = try row["verified"]
            drafts[id] = PersonDraft(
                name: PersonName(given: try row["given_name"], family: try row["family_name"]), email: try row["email"], others: (others[id] ?? []).sorted(),
                phone: try row["phone"], occupation: try row["occupation"], language: try row["language"], isProved: verified != nil,
                former: former[id] ?? [], jobs: jobs[id] ?? [])
        }
    }

    /// Exactly these addresses. One that is proved stays as it is.
    static func setAddresses(_ email: String?, _ others: [String], of id: Person.ID, in act: Act) throws {
        let before = try person(id, in: act)
        if before.email != email, before.verified == nil {
            if let email, try person(email: email, in: act) != nil { throw Problem.conflict(T.accounts.emailTaken) }
            try act.db.run("UPDATE person SET email = \(email) WHERE id = \(id)")
            try act.db.run("DELETE FROM sign_in_link WHERE person = \(id) AND used IS NULL")
            try act.record(T.accounts.emailChanged, .person(id), changes: [Change("email", from: before.email ?? "", to: email ?? "")])
        }
        let known = Set(try act.db.rows("SELECT email FROM other_address WHERE person = \(id)").map { try $0["email"] as String })
        for address in known.subtracting(others) { try act.db.run("DELETE FROM other_address WHERE person = \(id) AND email = \(address)") }
        for address in Set(others).subtracting(known).sorted() {
            try act.db.run("INSERT INTO other_address (person, email, since) VALUES (\(id), \(address), \(act.now))")
        }
        if known != Set(others) {
            try act.record(T.accounts.contactChanged, .person(id), changes: [
                Change("other_address", from: known.sorted().joined(separator: ", "), to: others.joined(separator: ", ")),
            ])
        }
        try index(id, in: act)
    }

    /// What lists say of people who were just added beside what everybody has: other addresses, names that they had.
    static func tellMore(of people: [(id: Person.ID, entry: PersonDraft)], in act: Act) throws {
        let others = people.flatMap { person in person.entry.others.map { (person.id, $0) } }
        try act.db.insert(many: Batch("other_address", ["person", "email", "since"], rows: others.map { [$0.stored, .text($1), act.now.stored] }))
        let former = people.flatMap { person in person.entry.former.map { (person.id, $0) } }
        try act.db.insert(many: Batch("former_name", ["person", "given_name", "family_name", "name_key", "until"], rows: former.map { id, name in
            [id.stored, .text(name.given), .text(name.family), .text(name.key), act.now.stored]
        }))
        for person in Set(former.map(\.0)).sorted() { try index(person, in: act) }
    }

    /// Exactly these former names.
    static func setFormerNames(_ names: [PersonName], of id: Person.ID, in act: Act) throws {
        let known = try act.db.rows("SELECT given_name, family_name FROM former_name WHERE person = \(id)").map {
            PersonName(given: try $0["given_name"], family: try $0["family_name"])
        }
        for name in names where !known.contains(name) {
            try act.db.run("""
                INSERT INTO former_name (person, given_name, family_name, name_key, until) VALUES (\(id), \(name.given), \(name.family), \(name.key), \(act.now))
                """)
        }
        for row in try act.db.rows("SELECT id, given_name, family_name FROM former_name WHERE person = \(id)") {
            guard !names.contains(PersonName(given: try row["given_name"], family: try row["family_name"])) else { continue }
            try act.db.run("DELETE FROM former_name WHERE id = \(row["id"] as Int64)")
        }
        try index(id, in: act)
    }

    /// Takes back somebody whom a list brought. A role, a link that was asked for, whatever else hangs on the person keeps it: the database refuses.
    static func remove(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM told_apart WHERE person = \(person) OR other = \(person)")
        for table in ["employment", "former_name", "other_address", "correction"] as [StaticString] {
            try act.db.run("DELETE FROM \(name: table) WHERE person = \(person)")
        }
        try act.db.unindex("person", person.value)
        try act.db.run("DELETE FROM person WHERE id = \(person)")
    }
}
