package import Kernel
import Languages
import Storage

/// A signed-in browser. The browser holds a random token, the database its hash.
package struct Session: Sendable, Hashable {
    package let hash: [UInt8]
    package let person: ID<PersonTag>
    /// Whether the second factor was shown.
    package let hasFactor: Bool
    /// When it was used last, give or take ten minutes.
    let seen: Instant

    /// How long a session lives without being used, and altogether.
    package static let idleSeconds = 14 * 86_400
    package static let idleSecondsStaff = 12 * 3_600
    package static let wholeSeconds = 90 * 86_400
    /// It is not worth a write to know more exactly when a session was used.
    private static let seenSeconds = 600

    func isStale(at now: Instant) -> Bool { now.seconds(since: seen) >= Self.seenSeconds }
}

/// Sessions as rows.
package enum SessionStore {
    package static func begin(_ token: Token, person: ID<PersonTag>, isStaff: Bool, hasFactor: Bool = false, device: String, in act: Act) throws {
        try act.db.run("""
            INSERT INTO web_session (hash, person, begun, seen, ends, factor, device)
            VALUES (\(token.hash), \(person), \(act.now), \(act.now), \(act.now.adding(seconds: isStaff ? Session.idleSecondsStaff : Session.idleSeconds)),
                    \(hasFactor), \(String(device.prefix(200))))
            """)
    }

    /// The session of a token, if it lives; and whose it was, if it has ended lately.
    package static func session(_ token: Token, in act: Act) throws -> (live: Session?, ended: ID<PersonTag>?) {
        guard let row = try act.db.row("SELECT person, factor, ends, seen FROM web_session WHERE hash = \(token.hash)") else { return (nil, nil) }
        let person: ID<PersonTag> = try row["person"]
        let ends: Instant = try row["ends"]
        guard act.now < ends else { return (nil, person) }
        return (Session(hash: token.hash, person: person, hasFactor: try row["factor"], seen: try row["seen"]), nil)
    }

    package static func prolong(_ session: Session, isStaff: Bool, in act: Act) throws {
        let idle = isStaff ? Session.idleSecondsStaff : Session.idleSeconds
        try act.db.run("""
            UPDATE web_session SET seen = \(act.now),
                ends = CASE WHEN \(act.now.adding(seconds: idle)) < begun + \(Session.wholeSeconds)
                    THEN \(act.now.adding(seconds: idle)) ELSE begun + \(Session.wholeSeconds) END
            WHERE hash = \(session.hash) AND ends > \(act.now)
            """)
    }

    package static func passFactor(_ session: Session, in act: Act) throws {
        try act.db.run("UPDATE web_session SET factor = \(true) WHERE hash = \(session.hash)")
    }

    package static func end(_ session: Session, in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE hash = \(session.hash)")
    }

    /// Signs a person out everywhere.
    package static func endAll(of person: ID<PersonTag>, in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE person = \(person)")
    }

    /// Forgets what ended more than a day ago, forms that were kept too long, and old act tokens.
    package static func sweep(in act: Act) throws {
        try act.db.run("DELETE FROM web_session WHERE ends < \(act.now.adding(days: -1))")
        try act.db.run("DELETE FROM kept_form WHERE at < \(act.now.adding(minutes: -KeptForm.minutes))")
        try act.db.run("DELETE FROM act_token WHERE at < \(act.now.adding(days: -7))")
        try act.db.run("DELETE FROM attempt WHERE window_start < \(act.now.adding(days: -1))")
    }
}
