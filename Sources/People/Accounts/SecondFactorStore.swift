package import Kernel
import Languages
import Storage
package import Web

/// Second factors as rows: the secret sealed by the key file, the recovery codes hashed.
package enum SecondFactorStore {
    private static let purpose = "second factor"

    /// Since when the person has one.
    static func since(_ person: Person.ID, in act: Act) throws -> Instant? {
        try act.db.value("SELECT confirmed FROM second_factor WHERE person = \(person)")
    }

    static func codesLeft(_ person: Person.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM recovery_code WHERE person = \(person) AND used IS NULL")
    }

    /// Keeps a second factor once the first code shows that the telephone has it.
    /// - Throws: an invalid code at the field `code`; a conflict when the person has a second factor already.
    /// - Parameter token: what this browser holds from now on; everywhere else the person is signed out.
    static func enrol(
        _ enrolment: Enrolment, of person: Person.ID, code: String, here session: Session, as token: Token, seal: Seal, in act: Act
    ) throws {
        guard let step = TimeCode(secret: enrolment.secret).step(of: code, at: act.now, after: 0) else { throw wrong }
        let sealed = try seal.seal(enrolment.secret, for: purpose)
        let added = try act.db.run("""
            INSERT INTO second_factor (person, secret, confirmed, last_step) VALUES (\(person), \(sealed), \(act.now), \(step)) ON CONFLICT (person) DO NOTHING
            """)
        guard added == 1 else { throw Problem.conflict(T.accounts.factorThere) }
        try act.db.run("DELETE FROM recovery_code WHERE person = \(person)")
        for code in enrolment.codes { try act.db.run("INSERT INTO recovery_code (person, hash) VALUES (\(person), \(code.hash))") }
        try SessionStore.endAll(of: person, but: session, in: act)
        try SessionStore.passFactor(session, as: token, in: act)
        try act.record(T.accounts.factorSet, .person(person))
    }

    /// Takes a code of the telephone or a recovery code, each once, and opens the staff's doors to this session.
    /// - Throws: an invalid code at the field `code`.
    static func show(_ code: String, of person: Person.ID, here session: Session, as token: Token, seal: Seal, in act: Act) throws {
        try prove(code, of: person, seal: seal, in: act)
        try SessionStore.passFactor(session, as: token, in: act)
    }

    /// Takes a code of the telephone or a recovery code, each once: for an act that asks for it at the moment it is done.
    /// - Throws: an invalid code at the field `code`; `Problem.missing` when the person has no second factor.
    package static func prove(_ code: String, of person: Person.ID, seal: Seal, in act: Act) throws {
        guard let row = try act.db.row("SELECT secret, last_step FROM second_factor WHERE person = \(person)") else { throw Problem.missing }
        if let recovery = RecoveryCode(typed: code) {
            let used = try act.db.run("UPDATE recovery_code SET used = \(act.now) WHERE person = \(person) AND hash = \(recovery.hash) AND used IS NULL")
            guard used == 1 else { throw wrong }
            try act.record(T.accounts.recoveryUsed, .person(person))
        } else {
            let secret = TimeCode(secret: try seal.open(row["secret"], for: purpose))
            guard let step = secret.step(of: code, at: act.now, after: try row["last_step"]) else { throw wrong }
            let taken = try act.db.run("UPDATE second_factor SET last_step = \(step) WHERE person = \(person) AND last_step < \(step)")
            guard taken == 1 else { throw wrong }
        }
    }

    /// Takes the second factor away; the person sets a new one up at the next entry, and is signed out everywhere.
    /// - Parameter session: where the person asked for it and stays, to set it up at once; nil on the command line.
    /// - Returns: whether there was one.
    @discardableResult
    package static func reset(_ person: Person.ID, here session: Session? = nil, in act: Act) throws -> Bool {
        try act.db.run("DELETE FROM recovery_code WHERE person = \(person)")
        let had = try act.db.run("DELETE FROM second_factor WHERE person = \(person)") > 0
        try SessionStore.endAll(of: person, but: session, in: act)
        if had { try act.record(T.accounts.factorReset, .person(person)) }
        return had
    }

    private static var wrong: Problem { .invalid("code", T.accounts.codeWrong) }
}
