import Crypto
import Foundation
import Kernel

/// The half of a centre's key that signs credentials, as a JSON Web Key (RFC 7517). It stands alone at an address of its own, which is the `kid` of what it signs.
package struct CredentialKey: Codable, Hashable, Sendable {
    private let kty: String
    private let crv: String
    private let x: String
    private let y: String

    /// - Parameter publicBytes: x and y.
    init(_ publicBytes: [UInt8]) {
        kty = "EC"
        crv = "P-256"
        x = Base64URL.text(publicBytes.prefix(32))
        y = Base64URL.text(publicBytes.dropFirst(32))
    }

    package init(_ key: SigningKey) { self.init(key.credentialBytes) }

    package func json() throws -> String { try Canonical.text(self) }

    /// Where it is read.
    static func address(_ id: String, at site: String) -> String { "\(site)/.well-known/zbornica-keys/\(id)" }
}

/// A JSON object in a compact JWS (RFC 7515) with ES256, as Open Badges 3.0 secures a credential (8.2): the object itself is the payload.
enum SignedCredential {
    private struct Header: Encodable {
        let alg = "ES256"
        let typ = "JWT"
        let kid: String
        let jwk: CredentialKey
    }

    /// - Parameter site: scheme and host under which the key is published.
    static func text(_ body: some Encodable, by key: SigningKeyStore.Pair, at site: String) throws -> String {
        let header = Header(kid: CredentialKey.address(key.id, at: site), jwk: CredentialKey(Array(key.credentialSecret.publicKey.rawRepresentation)))
        let signed = "\(Base64URL.text(try Canonical.text(header).utf8)).\(Base64URL.text(try Canonical.text(body).utf8))"
        return "\(signed).\(Base64URL.text(try key.credentialSecret.signature(for: Data(signed.utf8)).rawRepresentation))"
    }
}
