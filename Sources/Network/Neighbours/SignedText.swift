import Crypto
import Foundation
import Kernel

/// Bytes with a signature over them: a JSON Web Signature in its flattened form (RFC 7515, 7.2.2) by Ed25519 (RFC 8037). What is signed travels as the
/// letters that were signed, so nothing is written again before it is checked.
package struct SignedText: Sendable {
    /// As it travels, and as it stands within another one.
    package struct Wire: Codable, Hashable, Sendable {
        let protected: String
        let payload: String
        let signature: String
    }

    /// What kind of thing was signed: a signature over one is none over another.
    enum Kind: String {
        case feed = "zbornica-feed+json"
        case record = "zbornica-record+json"
        case succession = "zbornica-succession+json"
        case revocation = "zbornica-revocation+json"
    }

    private struct Header: Codable {
        let alg: String
        let kid: String
        let typ: String
        var jwk: FeedKey.Public?
        /// Names of fields without which it must not be understood: there are none that we know.
        var crit: [String]?
    }

    /// The fingerprint of the key that says to have signed it.
    package let key: String
    /// That key itself, where it comes along.
    package let embedded: FeedKey.Public?
    package let payload: [UInt8]
    package let wire: Wire
    private let signature: [UInt8]

    /// Fails where it is no such text of that kind.
    init?(_ wire: Wire, _ kind: Kind) {
        guard let head = Base64URL.bytes(wire.protected), let header: Header = FeedJSON.read(head), header.alg == "EdDSA", header.typ == kind.rawValue,
            header.crit == nil, let payload = Base64URL.bytes(wire.payload), let signature = Base64URL.bytes(wire.signature), signature.count == 64
        else { return nil }
        (self.wire, self.payload, self.signature, key, embedded) = (wire, payload, signature, header.kid, header.jwk)
    }

    init?(bytes: [UInt8], _ kind: Kind) {
        guard let wire: Wire = FeedJSON.read(bytes) else { return nil }
        self.init(wire, kind)
    }

    func isSigned(by key: FeedKey.Public) -> Bool {
        guard key.id == self.key, let bytes = key.bytes, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(Data(signature), for: Self.signed(wire.protected, wire.payload))
    }

    /// - Parameter isAlone: whether the key comes along, for a text that is read where nobody may know it.
    static func make(_ payload: [UInt8], _ kind: Kind, by pair: FeedKeyPair, isAlone: Bool = false) throws -> Wire {
        let header = Header(alg: "EdDSA", kid: pair.id, typ: kind.rawValue, jwk: isAlone ? pair.publicKey : nil)
        let (protected, body) = (Base64URL.text(try FeedJSON.bytes(header)), Base64URL.text(payload))
        let signature = try pair.secret.signature(for: signed(protected, body))
        return Wire(protected: protected, payload: body, signature: Base64URL.text(signature))
    }

    private static func signed(_ protected: String, _ payload: String) -> Data { Data("\(protected).\(payload)".utf8) }
}
