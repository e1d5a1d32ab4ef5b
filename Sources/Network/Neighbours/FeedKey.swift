import Crypto
import Foundation
import Kernel

/// A key that signs feeds, as everybody may know it: who it is, from when to when it signed, for whom it answers, and whether it is still believed.
package struct FeedKey: Codable, Hashable, Sendable {
    /// The key alone, as a JSON Web Key (RFC 8037).
    package struct Public: Codable, Hashable, Sendable {
        package let kty: String
        package let crv: String
        package let x: String

        init(_ bytes: some Sequence<UInt8>) { (kty, crv, x) = ("OKP", "Ed25519", Base64URL.text(bytes)) }

        var bytes: [UInt8]? {
            guard kty == "OKP", crv == "Ed25519", let bytes = Base64URL.bytes(x), bytes.count == 32 else { return nil }
            return bytes
        }

        /// Its fingerprint: the first sixteen bytes of its JWK thumbprint (RFC 7638), hexadecimal.
        package var id: String { Hex.text(SHA256.hash(data: Data(#"{"crv":"Ed25519","kty":"OKP","x":"\#(x)"}"#.utf8)).prefix(16)) }
    }

    package let key: Public
    /// ISO moments.
    package let made: String
    package let retired: String?
    package let revoked: String?
    /// By its predecessor, which names it as the one that signs from now on.
    package let succession: SignedText.Wire?
    /// By itself: that it must not be believed any more.
    package let revocation: SignedText.Wire?

    package var id: String { key.id }

    init(
        _ key: Public, made: String, retired: String? = nil, revoked: String? = nil, succession: SignedText.Wire? = nil, revocation: SignedText.Wire? = nil
    ) {
        (self.key, self.made, self.retired, self.revoked, self.succession, self.revocation) = (key, made, retired, revoked, succession, revocation)
    }

    /// Whether it says of itself that it must not be believed. Whoever holds a key may say so, and nobody who holds it should then be believed.
    var isRevoked: Bool {
        guard let revocation, let text = SignedText(revocation, .revocation), let note: KeyRevocation = FeedJSON.read(text.payload) else { return false }
        return note.format == KeyRevocation.version && note.key == id && text.isSigned(by: key)
    }

    /// Whether another key named this one as its successor.
    func succeeds(_ other: FeedKey) -> Bool {
        guard let succession, let text = SignedText(succession, .succession), let note: KeySuccession = FeedJSON.read(text.payload) else { return false }
        return note.format == KeySuccession.version && note.from == other.id && note.to == id && text.isSigned(by: other.key)
    }
}

/// Both halves of a key.
struct FeedKeyPair: Sendable {
    let secret: Curve25519.Signing.PrivateKey

    var publicKey: FeedKey.Public { FeedKey.Public(secret.publicKey.rawRepresentation) }
    var id: String { publicKey.id }

    static func made() -> FeedKeyPair { FeedKeyPair(secret: Curve25519.Signing.PrivateKey()) }

    /// What this key says when another takes its place.
    func succession(to other: FeedKey.Public) throws -> SignedText.Wire {
        try SignedText.make(try FeedJSON.bytes(KeySuccession(from: id, to: other.id)), .succession, by: self)
    }

    /// What this key will say when it must not be believed any more. It is written when the key is made, for later nobody may hold it.
    func revocation() throws -> SignedText.Wire { try SignedText.make(try FeedJSON.bytes(KeyRevocation(key: id)), .revocation, by: self) }
}

struct KeySuccession: Codable {
    static let version = "zbornica-succession/1"
    var format = Self.version
    let from: String
    let to: String
}

struct KeyRevocation: Codable {
    static let version = "zbornica-revocation/1"
    var format = Self.version
    let key: String
}

/// A fingerprint as people read it out to one another: 32 digits by fours.
package struct Fingerprint: Hashable, Sendable {
    package let text: String

    /// As it was typed: blanks, hyphens and colons between its digits mean nothing. Fails for anything else.
    package init?(typed: String) {
        let digits = typed.lowercased().filter { !" -:".contains($0) }
        guard digits.utf8.count == 32, digits.utf8.allSatisfy({ Hex.value(of: $0) != nil }) else { return nil }
        text = digits
    }

    package static func grouped(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}
