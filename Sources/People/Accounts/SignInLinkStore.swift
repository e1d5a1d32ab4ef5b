package import Kernel
import Languages
import Storage

/// Mailed links as rows: only the hash of a link is kept.
package enum SignInLinks {
    /// Makes a link for a letter.
    /// - Parameters:
    ///   - token: made before the act, because the act may run twice.
    ///   - onward: where the person goes on, behind the language.
    ///   - name: what was typed with it.
    ///   - origin: scheme and host of the centre that writes; without it the installation's own.
    /// - Returns: the whole address, in the person's language.
    package static func issue(
        for person: Person.ID, purpose: SignInLink.Purpose, onward: String, token: Token, name: PersonName? = nil,
        email: String? = nil, origin: String? = nil, in act: Act
    ) throws -> String {
        let language = try PersonStore.person(person, in: act).language
        try act.db.run("""
            INSERT INTO sign_in_link (hash, person, purpose, onward, email, given_name, family_name, ends)
            VALUES (\(token.hash), \(person), \(purpose), \(onward), \(email), \(name?.given), \(name?.family), \(act.now.adding(minutes: purpose.minutes)))
            """)
        return "\(origin ?? act.address)/\(language.rawValue)/enter/\(token.text)"
    }

    /// The link behind a token, as long as it is good.
    static func link(_ token: Token, in act: Act) throws -> SignInLink? {
        try act.db.row("SELECT * FROM sign_in_link WHERE hash = \(token.hash) AND used IS NULL AND ends > \(act.now)").map { try SignInLink($0, in: act) }
    }

    /// Uses the link up and does what it proves.
    /// - Throws: a conflict when it was used or has ended.
    static func use(_ token: Token, in act: Act) throws -> SignInLink {
        let taken = try act.db.run("UPDATE sign_in_link SET used = \(act.now) WHERE hash = \(token.hash) AND used IS NULL AND ends > \(act.now)")
        guard taken == 1, let row = try act.db.row("SELECT * FROM sign_in_link WHERE hash = \(token.hash)") else { throw Problem.conflict(T.accounts.linkGone) }
        let link = try SignInLink(row, in: act)
        let person = link.person
        if let email = link.email, link.purpose == .change {
            try AccountStore.change(person.id, email: email, in: act)
            try CorrectionStore.note(person.id, in: act)
        } else {
            if link.name != person.name { try AccountStore.write(link.name, of: person.id, in: act) }
            try PersonStore.verify(person.id, in: act)
            if link.confirms { try act.state(PersonVerified(person: person.id, claim: link.hash)) }
        }
        return link
    }

    /// Forgets links that ended more than a day ago.
    package static func sweep(in act: Act) throws {
        try act.db.run("DELETE FROM sign_in_link WHERE ends < \(act.now.adding(days: -1))")
    }
}

extension SignInLink {
    fileprivate init(_ row: Row, in act: Act) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        hash = try row["hash"]
        person = try PersonStore.person(row["person"], in: act)
        typed = if let given, let family { PersonName(given: given, family: family) } else { nil }
        (purpose, onward, email) = (try row["purpose"], Onward(try row["onward"]), try row["email"])
    }
}
