package import Centres
import Crypto
import Foundation
import Kernel
package import Languages
import Storage

/// A centre's key, in two halves: Ed25519 signs the small payloads of QR codes, P-256 the credentials, for which Open Badges knows ES256 and not Ed25519.
/// Certificates name it; its public part is published for as long as anybody may hold one of them.
package struct SigningKey: Sendable {
    package let id: String
    package let centre: Centre.ID
    package let publicBytes: [UInt8]
    /// Of the half for credentials: x and y.
    package let credentialBytes: [UInt8]
    package let made: Instant
    package let retired: Instant?
    /// Since when nothing that it signs is believed without the register's word.
    package let revoked: Instant?
    package let reason: String

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        publicBytes = try row["public"]
        credentialBytes = try row["credential_public"]
        made = try row["made"]
        retired = try row["retired"]
        revoked = try row["revoked"]
        reason = try row["reason"]
    }

    /// The first eight letters of the JWK thumbprint (RFC 7638).
    static func id(of publicBytes: [UInt8]) -> String {
        let canonical = #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64URL.text(publicBytes))"}"#
        return String(Base64URL.text(SHA256.hash(data: Data(canonical.utf8))).prefix(8))
    }

    static func purpose(_ id: String) -> String { "signing key \(id)" }
}

/// Published keys, as a JSON Web Key Set.
package struct KeySet: Codable, Sendable {
    package let keys: [Key]

    package struct Key: Codable, Sendable {
        package let kty: String
        package let crv: String
        package let alg: String
        package let use: String
        package let kid: String
        package let x: String
        /// Whose key it is.
        package let issuer: String
        /// ISO moments.
        package let made: String
        package let retired: String?
        package let revoked: String?
        /// Its half for credentials.
        package let credential: CredentialKey

        package var publicBytes: [UInt8]? { Base64URL.bytes(x) }
    }

    package init(_ keys: [SigningKey], issuers: [Centre.ID: String]) {
        self.keys = keys.map { key in
            Key(kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid: key.id, x: Base64URL.text(key.publicBytes), issuer: issuers[key.centre] ?? "",
                made: key.made.iso, retired: key.retired?.iso, revoked: key.revoked?.iso, credential: CredentialKey(key))
        }
    }

    package init(json: [UInt8]) throws { self = try JSONDecoder().decode(KeySet.self, from: Data(json)) }

    package func json() throws -> String { try Canonical.text(self) }
}
