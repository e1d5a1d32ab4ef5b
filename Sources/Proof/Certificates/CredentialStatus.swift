package import Centres
package import Kernel
import Languages

/// Which credentials of a centre are no longer good, as a Bitstring Status List (W3C, version 1.0) tells it: a bit for each certificate, at the place of its
/// row, in lists of 131,072. A list is itself a credential, signed by the key with which the centre signs when somebody asks.
package struct CredentialStatus: Sendable, Encodable {
    /// Bits of a list, the least that the standard allows, so that nobody learns from a request whom it is about.
    static let size: Int64 = 131_072
    /// How long a list may be believed.
    private static let days = 7
    static let lists = 0...1_000_000

    private let context = ["https://www.w3.org/ns/credentials/v2"]
    private let id: String
    private let type = ["VerifiableCredential", "BitstringStatusListCredential"]
    private let issuer: String
    private let validFrom: String
    private let validUntil: String
    private let credentialSubject: List
    private let iss: String
    private let sub: String
    private let jti: String
    private let nbf: Int64
    private let exp: Int64

    private enum CodingKeys: String, CodingKey {
        case context = "@context", id, type, issuer, validFrom, validUntil, credentialSubject, iss, sub, jti, nbf, exp
    }

    private struct List: Encodable {
        let id: String
        let type = "BitstringStatusList"
        let statusPurpose = Entry.purpose
        let encodedList: String
    }

    /// Where a credential's bit is found.
    struct Entry: Encodable, Sendable {
        static let purpose = "revocation"

        private let id: String
        private let type = "BitstringStatusListEntry"
        private let statusPurpose = Entry.purpose
        private let statusListIndex: String
        private let statusListCredential: String

        init(_ certificate: Certificate.ID, of centre: Centre.ID, at site: String) {
            let place = certificate.value % CredentialStatus.size
            statusListCredential = CredentialStatus.address(certificate.value / CredentialStatus.size, of: centre, at: site)
            statusListIndex = "\(place)"
            id = "\(statusListCredential)#\(place)"
        }
    }

    private static func address(_ list: Int64, of centre: Centre.ID, at site: String) -> String { "\(site)/.well-known/zbornica-status/\(centre)/\(list)" }

    /// - Parameters:
    ///   - ended: certificates of that list that are void or replaced.
    ///   - compress: gzip (RFC 1952).
    init(_ list: Int, of centre: Centre.ID, at site: String, ended: [Certificate.ID], now: Instant, compress: ([UInt8]) -> [UInt8]) {
        var bits = [UInt8](repeating: 0, count: Int(Self.size / 8))
        for certificate in ended {
            let place = Int(certificate.value % Self.size)
            bits[place / 8] |= 0x80 >> UInt8(place % 8)
        }
        let until = now.adding(days: Self.days)
        id = Self.address(Int64(list), of: centre, at: site)
        issuer = site
        validFrom = now.iso
        validUntil = until.iso
        sub = "\(id)#list"
        // `u`: base64url without padding, as multibase says it.
        credentialSubject = List(id: sub, encodedList: "u\(Base64URL.text(compress(bits)))")
        iss = site
        jti = id
        (nbf, exp) = (now.seconds, until.seconds)
    }

    func signed(by key: SigningKeyStore.Pair) throws -> String { try SignedCredential.text(self, by: key, at: iss) }
}
