package import Centres
import Crypto
import Foundation
package import Kernel
import Languages
import Storage

/// The keys of the centres as rows. The private part is sealed by the key file beside the database.
package enum SigningKeyStore {
    /// All keys of a centre, the newest first.
    package static func keys(of centre: Centre.ID, in act: Act) throws -> [SigningKey] {
        try act.db.rows("SELECT * FROM signing_key WHERE centre = \(centre) ORDER BY made DESC, id").map(SigningKey.init(row:))
    }

    package static func key(_ id: String, in act: Act) throws -> SigningKey? {
        try act.db.row("SELECT * FROM signing_key WHERE id = \(id)").map(SigningKey.init(row:))
    }

    /// What everybody may know: every key that ever signed, of every centre of this installation.
    package static func keySet(in act: Act) throws -> KeySet {
        let keys = try act.db.rows("SELECT * FROM signing_key ORDER BY made, id").map(SigningKey.init(row:))
        return KeySet(keys, issuers: Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0.name) }))
    }

    struct Pair {
        let id: String
        let secret: Curve25519.Signing.PrivateKey
        let credentialSecret: P256.Signing.PrivateKey

        static func made() -> Pair {
            let secret = Curve25519.Signing.PrivateKey()
            return Pair(id: SigningKey.id(of: Array(secret.publicKey.rawRepresentation)), secret: secret, credentialSecret: P256.Signing.PrivateKey())
        }

        /// Both private parts, one after the other: what is sealed.
        var bytes: [UInt8] { Array(secret.rawRepresentation) + Array(credentialSecret.rawRepresentation) }

        private init(id: String, secret: Curve25519.Signing.PrivateKey, credentialSecret: P256.Signing.PrivateKey) {
            (self.id, self.secret, self.credentialSecret) = (id, secret, credentialSecret)
        }

        init(id: String, bytes: [UInt8]) throws {
            self.init(
                id: id, secret: try Curve25519.Signing.PrivateKey(rawRepresentation: bytes.prefix(32)),
                credentialSecret: try P256.Signing.PrivateKey(rawRepresentation: bytes.dropFirst(32)))
        }
    }

    /// The key that signs now. It is made when there is none.
    /// - Throws: a conflict when another key file sealed it. No new key takes its place in silence, because the right file may only be elsewhere.
    static func current(of centre: Centre.ID, seal: Seal, in act: Act) throws -> Pair {
        try act.db.hold("centre", centre.value)
        return try standing(of: centre, seal: seal, in: act) ?? make(for: centre, seal: seal, in: act)
    }

    /// The key that signs now, if there is one.
    /// - Throws: a conflict when another key file sealed it.
    static func standing(of centre: Centre.ID, seal: Seal, in act: Act) throws -> Pair? {
        let row = try act.db.row("SELECT id, sealed FROM signing_key WHERE centre = \(centre) AND sealed IS NOT NULL AND revoked IS NULL ORDER BY made DESC, id LIMIT 1")
        guard let row else { return nil }
        let id: String = try row["id"]
        guard let opened = try? seal.open(row["sealed"], for: SigningKey.purpose(id)) else { throw Problem.conflict(T.certificates.keySealedElsewhere) }
        return try Pair(id: id, bytes: opened)
    }

    /// A new key signs from now on; certificates of the old one stay good.
    package static func rotate(_ centre: Centre.ID, seal: Seal, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        _ = try make(for: centre, seal: seal, in: act)
    }

    /// Nobody should believe this key any more: its private part may be in other hands. The register's word stands.
    package static func revoke(_ id: String, of centre: Centre.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason-\(id)", T.certificates.reasonMissing) }
        let done = try act.db.run("""
            UPDATE signing_key SET revoked = \(act.now), retired = coalesce(retired, \(act.now)), sealed = NULL, reason = \(reason)
            WHERE id = \(id) AND centre = \(centre) AND revoked IS NULL
            """)
        guard done == 1 else { throw Problem.missing }
        try act.touchPublicPages()
        try act.record(T.certificates.keyRevoked, .centre(centre), centre: centre, changes: [Change("key", from: id, to: reason)], retention: .register)
    }

    private static func make(for centre: Centre.ID, seal: Seal, in act: Act) throws -> Pair {
        let pair = Pair.made()
        let (id, publicBytes) = (pair.id, Array(pair.secret.publicKey.rawRepresentation))
        let credentialBytes = Array(pair.credentialSecret.publicKey.rawRepresentation)
        let sealed = try seal.seal(pair.bytes, for: SigningKey.purpose(id))
        try act.db.run("UPDATE signing_key SET retired = \(act.now), sealed = NULL WHERE centre = \(centre) AND retired IS NULL")
        try act.db.run("""
            INSERT INTO signing_key (id, centre, public, credential_public, sealed, made)
            VALUES (\(id), \(centre), \(publicBytes), \(credentialBytes), \(sealed), \(act.now))
            """)
        try act.record(T.certificates.keyMade, .centre(centre), centre: centre, changes: [Change("key", from: "", to: id)], retention: .register)
        return pair
    }
}
