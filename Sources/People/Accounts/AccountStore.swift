package import Kernel
import Languages
import Storage
package import Web

/// What people change in their own account: each is one act with its trace.
package enum AccountStore {
    /// Who holds the token of a session: session, name and roles in one query, for each request asks it.
    package static func bearer(of token: Token, in act: Act) throws -> Bearer? {
        let rows = try act.db.rows("""
            SELECT \(SessionStore.columns), p.id AS known, \(PersonStore.roles) FROM web_session w LEFT JOIN person p ON p.id = w.person AND p.erased IS NULL
            LEFT JOIN role r ON r.person = p.id WHERE w.hash = \(token.hash)
            """)
        guard let row = rows.first else { return nil }
        let known: Person.ID? = try row["known"]
        return try Bearer(row, actor: known.flatMap { try PersonStore.actor($0, rows) }, at: act.now)
    }

    /// A new name; the old one is kept as a former name, unless only its writing is new. The other script must be confirmed again.
    static func rename(_ person: Person.ID, to name: PersonName, in act: Act) throws {
        let before = try PersonStore.person(person, in: act).name
        guard before != name else { return }
        if before.key != name.key {
            try act.db.run("""
                INSERT INTO former_name (person, given_name, family_name, name_key, until)
                VALUES (\(person), \(before.given), \(before.family), \(before.key), \(act.now))
                """)
        }
        try write(name, of: person, in: act)
        try act.record(T.accounts.renamed, .person(person), changes: [Change("name", from: before.full, to: name.full)])
    }

    static func write(_ name: PersonName, of person: Person.ID, in act: Act) throws {
        try act.db.run("""
            UPDATE person SET given_name = \(name.given), family_name = \(name.family), other_script_given = NULL, other_script_family = NULL,
                name_key = \(name.key), key_azbuka = \(name.sortKey(.azbuka)), key_abeceda = \(name.sortKey(.abeceda)), key_lithuanian = \(name.sortKey(.lithuanian))
            WHERE id = \(person)
            """)
        try PersonStore.index(person, in: act)
    }

    /// The bearer confirms how the name is written in the other script.
    static func confirm(_ name: PersonName, inOtherScriptOf person: Person.ID, in act: Act) throws {
        let before = try PersonStore.person(person, in: act).otherScript
        try act.db.run("UPDATE person SET other_script_given = \(name.given), other_script_family = \(name.family) WHERE id = \(person)")
        try PersonStore.index(person, in: act)
        try act.record(T.accounts.otherScriptConfirmed, .person(person), changes: [Change("other_script", from: before?.full ?? "", to: name.full)])
    }

    static func change(_ person: Person.ID, phone: String, language: Language, occupation: String, in act: Act) throws {
        let before = try PersonStore.person(person, in: act)
        guard (before.phone, before.language, before.occupation) != (phone, language, occupation) else { return }
        try act.db.run("UPDATE person SET phone = \(phone), language = \(language), occupation = \(occupation) WHERE id = \(person)")
        try act.record(T.accounts.contactChanged, .person(person), changes: [
            Change("phone", from: before.phone, to: phone), Change("language", from: before.language.rawValue, to: language.rawValue),
            Change("occupation", from: before.occupation, to: occupation),
        ])
    }

    /// Whether papers come by mail when they are signed.
    package static func wish(papers: Bool, of person: Person.ID, in act: Act) throws {
        guard try act.db.run("UPDATE person SET wants_papers = \(papers) WHERE id = \(person) AND wants_papers <> \(papers)") > 0 else { return }
        try act.record(T.accounts.wishChanged, .person(person), changes: [Change("wants_papers", from: "\(!papers)", to: "\(papers)")])
    }

    /// The new address was proved by its link.
    /// - Throws: a conflict when somebody else has it by now.
    static func change(_ person: Person.ID, email: String, in act: Act) throws {
        let before = try PersonStore.person(person, in: act).email
        let isTaken = try act.db.exists("SELECT 1 AS taken FROM person WHERE email = \(email) AND id <> \(person)")
        guard !isTaken else { throw Problem.conflict(T.accounts.emailTaken) }
        try act.db.run("UPDATE person SET email = \(email), verified = \(act.now), newcomer = \(false) WHERE id = \(person)")
        try act.db.run("DELETE FROM sign_in_link WHERE person = \(person) AND used IS NULL")
        try PersonStore.index(person, in: act)
        try act.record(T.accounts.emailChanged, .person(person), changes: [Change("email", from: before ?? "", to: email)])
    }

    static func password(email: String, in act: Act) throws -> (person: Person.ID, hash: String)? {
        guard let row = try act.db.row("SELECT id, password FROM person WHERE email = \(email) AND erased IS NULL AND password IS NOT NULL") else { return nil }
        return (try row["id"], try row["password"])
    }

    static func password(of person: Person.ID, in act: Act) throws -> String? {
        try act.db.value("SELECT password FROM person WHERE id = \(person) AND erased IS NULL AND password IS NOT NULL")
    }

    /// The same password, digested at today's cost.
    static func keep(_ hash: String, of person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE person SET password = \(hash) WHERE id = \(person) AND password IS NOT NULL")
    }

    static func hasPassword(_ person: Person.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS has FROM person WHERE id = \(person) AND password IS NOT NULL")
    }

    /// - Parameter hash: as `Password` writes it; nil takes the password away. Either signs out everywhere else.
    static func setPassword(_ hash: String?, of person: Person.ID, here session: Session?, in act: Act) throws {
        try act.db.run("UPDATE person SET password = \(hash) WHERE id = \(person)")
        try SessionStore.endAll(of: person, but: session, in: act)
        try act.record(hash == nil ? T.accounts.passwordRemoved : T.accounts.passwordSet, .person(person))
    }
}
