import Kernel
import Languages
import Storage

/// A form that was sent to a door that is closed until somebody enters: kept sealed for a while, and sent on afterwards by the same browser.
///
/// Of somebody whose session has ended it is a row: no larger than a form, without files, and few; only the same person sends it on. A stranger leaves
/// nothing here: a small form waits in a cookie of their own.
struct KeptForm: Sendable {
    static let minutes = 30
    /// Of one person; the oldest goes.
    private static let mostOfOne = 3
    /// In all; no more are kept then.
    private static let most = 500

    /// The body of a stranger's form, in bytes: sealed and written in letters it fits into a cookie.
    static let mostInCookie = 2_000
    /// The name of the form in the cookie, where others have the number of their row.
    static let inCookie: Int64 = 0

    let path: String
    let contentType: String
    let body: [UInt8]
    let at: Instant

    /// Time, path and type, each with a zero behind it, then the body as it came.
    func sealed(by seal: Seal, for browser: Token) throws -> [UInt8] {
        let heads = ["\(at.seconds)", path, contentType].flatMap { head -> [UInt8] in Array(head.utf8) + [0] }
        return try seal.seal(heads + body, for: Self.purpose(browser))
    }

    init(path: String, contentType: String, body: [UInt8], at: Instant) {
        self.path = path
        self.contentType = contentType
        self.body = body
        self.at = at
    }

    /// Nil when its time is over.
    init?(sealed: [UInt8], by seal: Seal, for browser: Token, now: Instant) throws {
        let parts = try seal.open(sealed, for: Self.purpose(browser)).split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let seconds = Int(typed: String(decoding: parts[0], as: UTF8.self), in: 0...1 << 40) else { return nil }
        self.init(
            path: String(decoding: parts[1], as: UTF8.self), contentType: String(decoding: parts[2], as: UTF8.self), body: Array(parts[3]),
            at: Instant(seconds: Int64(seconds)))
        guard now < at.adding(minutes: Self.minutes) else { return nil }
    }

    private static func purpose(_ browser: Token) -> String { "kept form \(browser.text)" }

    /// - Returns: nil when too many are kept already.
    static func keep(_ sealed: [UInt8], browser: Token, person: ID<PersonTag>, in act: Act) throws -> Int64? {
        guard try act.db.count("SELECT count(*) FROM kept_form") < most else { return nil }
        try act.db.run("""
            DELETE FROM kept_form WHERE person = \(person)
                AND id NOT IN (SELECT id FROM kept_form WHERE person = \(person) ORDER BY id DESC LIMIT \(mostOfOne - 1))
            """)
        return try act.db.insert("INSERT INTO kept_form (browser, person, sealed, at) VALUES (\(browser.hash), \(person), \(sealed), \(act.now)) RETURNING id")
    }

    /// Takes the form out, once. Another person or another browser gets nothing, and the form is gone.
    static func take(_ id: Int64, browser: Token, person: ID<PersonTag>, seal: Seal, in act: Act) throws -> KeptForm? {
        guard let row = try act.db.row("SELECT browser, person, sealed FROM kept_form WHERE id = \(id)") else { return nil }
        guard try row["browser"] == browser.hash else { return nil }
        try act.db.run("DELETE FROM kept_form WHERE id = \(id)")
        let owner: ID<PersonTag> = try row["person"]
        guard owner == person else { return nil }
        return try KeptForm(sealed: row["sealed"], by: seal, for: browser, now: act.now)
    }
}
