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
    }

    /// The key that signs now. It is made when there is none.
    /// - Throws: a conflict when another key file sealed it. No new key takes its place in silence, because the right file may only be elsewhere.
    static func current(of centre: Centre.ID, seal: Seal, in act: Act) throws -> Pair {
        try act.db.hold("centre", centre.value)
        let row = try act.db.row("SELECT id, sealed FROM signing_key WHERE centre = \(centre) AND sealed IS NOT NULL AND revoked IS NULL ORDER BY made DESC, id LIMIT 1")
        guard let row else { return try make(for: centre, seal: seal, in: act) }
        let id: String = try row["id"]
        guard let opened = try? seal.open(row["sealed"], for: SigningKey.purpose(id)) else { throw Problem.conflict(T.certificates.keySealedElsewhere) }
        return Pair(id: id, secret: try Curve25519.Signing.PrivateKey(rawRepresentation: Data(opened)))
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
        let secret = Curve25519.Signing.PrivateKey()
        let publicBytes = Array(secret.publicKey.rawRepresentation)
        let id = SigningKey.id(of: publicBytes)
        let sealed = try seal.seal(Array(secret.rawRepresentation), for: SigningKey.purpose(id))
        try act.db.run("UPDATE signing_key SET retired = \(act.now), sealed = NULL WHERE centre = \(centre) AND retired IS NULL")
        try act.db.run("INSERT INTO signing_key (id, centre, public, sealed, made) VALUES (\(id), \(centre), \(publicBytes), \(sealed), \(act.now))")
        try act.record(T.certificates.keyMade, .centre(centre), centre: centre, changes: [Change("key", from: "", to: id)], retention: .register)
        return Pair(id: id, secret: secret)
    }
}
