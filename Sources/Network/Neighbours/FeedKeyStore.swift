import Crypto
import Foundation
package import Kernel
package import Languages
import Storage

/// A key of this installation, as its own people see it.
package struct OwnFeedKey: Sendable {
    package let id: String
    package let made: Instant
    package let retired: Instant?
    package let revoked: Instant?
    package let reason: String
    let key: FeedKey.Public
    let succession: SignedText.Wire?
    let revocation: SignedText.Wire?

    init(row: Row) throws {
        id = try row["id"]
        (made, retired, revoked, reason) = (try row["made"], try row["retired"], try row["revoked"], try row["reason"])
        let bytes: [UInt8] = try row["public"]
        key = FeedKey.Public(bytes)
        func wire(_ text: String) -> SignedText.Wire? { FeedJSON.read(Array(text.utf8)) }
        (succession, revocation) = (wire(try row["succession"]), wire(try row["revocation"]))
    }

    var published: FeedKey {
        FeedKey(key, made: made.iso, retired: retired?.iso, revoked: revoked?.iso, succession: succession, revocation: revocation)
    }
}

/// The keys by which this installation signs its feeds and the records that people take along. The private part is sealed by the key file.
package enum FeedKeyStore {
    /// The newest first.
    package static func keys(in act: Act) throws -> [OwnFeedKey] {
        try act.db.rows("SELECT * FROM feed_key ORDER BY made DESC, id").map(OwnFeedKey.init(row:))
    }

    /// The key that signs now. It is made when there is none.
    /// - Throws: a conflict when another key file sealed it.
    static func current(seal: Seal, in act: Act) throws -> FeedKeyPair {
        try hold(in: act)
        return try standing(seal: seal, in: act) ?? make(after: nil, seal: seal, in: act)
    }

    private static func standing(seal: Seal, in act: Act) throws -> FeedKeyPair? {
        guard let row = try act.db.row("SELECT id, sealed FROM feed_key WHERE sealed IS NOT NULL AND retired IS NULL ORDER BY made DESC, id LIMIT 1") else { return nil }
        let id: String = try row["id"]
        guard let bytes = try? seal.open(row["sealed"], for: purpose(id)), let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else {
            throw Problem.conflict(T.neighbours.keySealedElsewhere)
        }
        return FeedKeyPair(secret: secret)
    }

    /// A new key signs from now on; the old one says so.
    package static func rollOver(seal: Seal, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        try hold(in: act)
        _ = try make(after: standing(seal: seal, in: act), seal: seal, in: act)
    }

    /// Nobody should believe this key any more: its private part may be in other hands. It says so itself, by words that were written when it was made.
    package static func revoke(_ id: String, because reason: String, seal: Seal, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        var faults = Faults()
        faults.require(!reason.isEmpty, "reason-\(id)", T.common.errorMissing)
        try faults.check()
        try hold(in: act)
        guard let row = try act.db.row("SELECT note FROM feed_key WHERE id = \(id) AND revoked IS NULL") else { throw Problem.missing }
        guard let note = try? seal.open(row["note"], for: notePurpose(id)) else { throw Problem.conflict(T.neighbours.keySealedElsewhere) }
        try act.db.run("""
            UPDATE feed_key SET revoked = \(act.now), retired = coalesce(retired, \(act.now)), sealed = NULL, reason = \(reason),
                revocation = \(String(decoding: note, as: UTF8.self)) WHERE id = \(id)
            """)
        try act.record(T.neighbours.deedKeyRevoked, try subject(in: act), changes: [Change("key", from: id, to: reason)], retention: .register)
    }

    private static func make(after old: FeedKeyPair?, seal: Seal, in act: Act) throws -> FeedKeyPair {
        let pair = FeedKeyPair.made(), id = pair.id
        let sealed = try seal.seal(Array(pair.secret.rawRepresentation), for: purpose(id)), publicBytes = Array(pair.secret.publicKey.rawRepresentation)
        let note = try seal.seal(try FeedJSON.bytes(pair.revocation()), for: notePurpose(id))
        let succession = try old.map { String(decoding: try FeedJSON.bytes($0.succession(to: pair.publicKey)), as: UTF8.self) } ?? ""
        try act.db.run("UPDATE feed_key SET retired = \(act.now), sealed = NULL WHERE retired IS NULL")
        try act.db.run("""
            INSERT INTO feed_key (id, public, sealed, note, made, succession) VALUES (\(id), \(publicBytes), \(sealed), \(note), \(act.now), \(succession))
            """)
        try act.record(T.neighbours.deedKeyMade, try subject(in: act), changes: [Change("key", from: old?.id ?? "", to: id)], retention: .register)
        return pair
    }

    /// One at a time: the first centre stands for the installation.
    static func hold(in act: Act) throws { try act.db.hold("centre", try first(in: act)) }

    /// What is done to the installation itself stands under its first centre.
    static func subject(in act: Act) throws -> Subject { .centre(ID(try first(in: act))) }

    private static func first(in act: Act) throws -> Int64 {
        guard let id: Int64 = try act.db.value("SELECT min(id) AS id FROM centre") else { throw Problem.missing }
        return id
    }

    private static func purpose(_ id: String) -> String { "feed key \(id)" }
    private static func notePurpose(_ id: String) -> String { "feed key revocation \(id)" }
}
