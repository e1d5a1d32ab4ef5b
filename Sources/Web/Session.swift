package import Kernel
package import Languages
package import Storage

/// A signed-in browser. The browser holds a random token, the database its hash.
package struct Session: Sendable, Hashable {
    package let hash: [UInt8]
    package let person: ID<PersonTag>
    /// Whether the second factor was shown.
    package let hasFactor: Bool
    /// When a fresh link was used in it, to show anew who it is.
    let proved: Instant?
    /// When it was used last, give or take ten minutes.
    let seen: Instant

    /// How long a session lives without being used, and altogether.
    package static let idleSeconds = 14 * 86_400
    package static let idleSecondsStaff = 12 * 3_600
    package static let wholeSeconds = 90 * 86_400
    /// It is not worth a write to know more exactly when a session was used.
    private static let seenSeconds = 600

    /// So long a fresh link lets change what lets into the account.
    private static let provedMinutes = 10

    package func isProved(at now: Instant) -> Bool { proved.map { now < $0.adding(minutes: Self.provedMinutes) } ?? false }

    func isStale(at now: Instant) -> Bool { now.seconds(since: seen) >= Self.seenSeconds }
}

/// Whoever stands behind the token of a browser.
package struct Bearer: Sendable {
    /// Nil when it has ended.
    let session: Session?
    /// With all roles, also those that wait for the second factor; nil when the person is gone.
    let actor: Actor?
    /// Whose session has ended lately.
    let ended: ID<PersonTag>?

    /// - Parameters:
    ///   - row: with the columns of the session.
    ///   - actor: the person of the session, with all roles.
    package init(_ row: Row, actor: Actor?, at now: Instant) throws {
        let person: ID<PersonTag> = try row["person"]
        let isLive = now < (try row["ends"] as Instant)
        session = isLive ? Session(hash: try row["hash"], person: person, hasFactor: try row["factor"], proved: try row["proved"], seen: try row["seen"]) : nil
        self.actor = isLive ? actor : nil
        ended = isLive ? nil : person
    }
}

/// Sessions as rows.
package enum SessionStore {
    /// - Parameter isProved: whether it begins with a fresh link that somebody asked for to change the account.
    package static func begin(
        _ token: Token, person: ID<PersonTag>, isStaff: Bool, hasFactor: Bool = false, isProved: Bool = false, device: String, in act: Act
    ) throws {
        try act.db.run("""
            INSERT INTO web_session (hash, person, begun, seen, ends, factor, proved, device)
            VALUES (\(token.hash), \(person), \(act.now), \(act.now), \(act.now.adding(seconds: isStaff ? Session.idleSecondsStaff : Session.idleSeconds)),
                    \(hasFactor), \(isProved ? act.now : nil as Instant?), \(String(device.prefix(200))))
            """)
    }

    /// Columns of `web_session w`, from which `Bearer` reads the session.
    package static let columns: SQL = "w.hash, w.person, w.factor, w.proved, w.ends, w.seen"

    package static func prolong(_ session: Session, isStaff: Bool, in act: Act) throws {
        let idle = isStaff ? Session.idleSecondsStaff : Session.idleSeconds
        try act.db.run("""
            UPDATE web_session SET seen = \(act.now),
                ends = CASE WHEN \(act.now.adding(seconds: idle)) < begun + \(Session.wholeSeconds)
                    THEN \(act.now.adding(seconds: idle)) ELSE begun + \(Session.wholeSeconds) END
            WHERE hash = \(session.hash) AND ends > \(act.now)
            """)
    }

    /// The second factor was shown. From now on the browser holds another token: a copy of the old one, which knew no factor, is worth nothing.
    package static func passFactor(_ session: Session, as token: Token, in act: Act) throws {
        try act.db.run("UPDATE web_session SET hash = \(token.hash), factor = \(true) WHERE hash = \(session.hash)")
    }

    /// Gives the browser another token, for a session that has to show the second factor anew.
    package static func renew(_ session: Session, as token: Token, in act: Act) throws {
        try act.db.run("UPDATE web_session SET hash = \(token.hash), factor = \(false) WHERE hash = \(session.hash)")
    }

    package static func end(_ session: Session, in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE hash = \(session.hash)")
    }

    /// Signs a person out everywhere.
    package static func endAll(of person: ID<PersonTag>, in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE person = \(person)")
    }

    /// What forms of a person wait, and what any repeated form would be told once more: notices name people.
    package static func forget(_ person: ID<PersonTag>, in act: Act) throws {
        try endAll(of: person, in: act)
        try act.db.run("DELETE FROM kept_form WHERE person = \(person)")
        try act.db.run("UPDATE act_token SET notice = NULL WHERE notice IS NOT NULL")
    }

    private static let noticeMinutes = 60

    /// Forgets what ended more than a day ago, forms that were kept too long, and old act tokens.
    package static func sweep(in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE ends < \(act.now.adding(days: -1))")
        try act.db.run("DELETE FROM kept_form WHERE at < \(act.now.adding(minutes: -KeptForm.minutes))")
        try act.db.run("UPDATE act_token SET notice = NULL WHERE notice IS NOT NULL AND at < \(act.now.adding(minutes: -noticeMinutes))")
        try act.db.run("DELETE FROM act_token WHERE at < \(act.now.adding(days: -7))")
        try act.db.run("DELETE FROM attempt WHERE window_start < \(act.now.adding(days: -1))")
    }
}
