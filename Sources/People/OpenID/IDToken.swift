import Foundation
import Kernel
package import Languages

/// Why somebody else's word is not taken.
package enum IDTokenFault: String, Error, Sendable, CaseIterable {
    case form, algorithm, key, signature, issuer, audience, party, expired, early, nonce, subject
}

/// Who somebody is, as a service has signed it (OpenID Connect Core 1.0, 3.1.3.7).
package struct IDToken: Sendable, Hashable {
    package let subject: String
    /// An address that the service has checked.
    package let email: String?
    package let name: String

    /// What a token must say to be taken.
    package struct Expected: Sendable {
        let issuer: String
        let client: String
        let nonce: String
    }

    /// Clocks differ so much.
    static let leewaySeconds: Int64 = 120
    /// A word is fresh: it was given for this very entry.
    static let oldestSeconds: Int64 = 3_600
    static let most = 32 << 10

    private struct Head: Decodable { let alg: String, kid: String? }

    private struct Claims: Decodable {
        let iss, sub, nonce, azp, email, name: String?
        let audience: [String]
        let exp, iat, nbf: Double?
        let isChecked: Bool

        enum CodingKeys: String, CodingKey { case iss, sub, aud, nonce, azp, email, name, exp, iat, nbf, isChecked = "email_verified" }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            func text(_ key: CodingKeys) -> String? { (try? fields.decodeIfPresent(String.self, forKey: key)) ?? nil }
            func number(_ key: CodingKeys) -> Double? { (try? fields.decodeIfPresent(Double.self, forKey: key)) ?? nil }
            (iss, sub, nonce, azp, email, name) = (text(.iss), text(.sub), text(.nonce), text(.azp), text(.email), text(.name))
            (exp, iat, nbf) = (number(.exp), number(.iat), number(.nbf))
            audience = text(.aud).map { [$0] } ?? ((try? fields.decodeIfPresent([String].self, forKey: .aud)) ?? nil) ?? []
            // Some say it as a word.
            isChecked = ((try? fields.decodeIfPresent(Bool.self, forKey: .isChecked)) ?? nil) ?? (text(.isChecked) == "true")
        }
    }

    /// Reads a token and checks all of it: signature first, then whose it is, for whom, for which entry, and when.
    package init(_ text: String, signedBy keys: JSONWebKeys, as expected: Expected, at now: Instant) throws(IDTokenFault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.most, parts.count == 3 else { throw .form }
        guard let head: Head = Self.read(parts[0]), let signature = Base64URL.bytes(parts[2]) else { throw .form }
        guard let algorithm = IDTokenAlgorithm(rawValue: head.alg) else { throw .algorithm }
        let fitting = keys.fitting(algorithm, head.kid)
        guard !fitting.isEmpty else { throw .key }
        guard fitting.contains(where: { $0.signed("\(parts[0]).\(parts[1])", signature, algorithm) }) else { throw .signature }
        guard let claims: Claims = Self.read(parts[1]) else { throw .form }
        guard claims.iss == expected.issuer else { throw .issuer }
        guard claims.audience.contains(expected.client) else { throw .audience }
        guard claims.azp == nil ? claims.audience.count == 1 : claims.azp == expected.client else { throw .party }
        let seconds = Double(now.seconds), leeway = Double(Self.leewaySeconds)
        guard let exp = claims.exp, exp > seconds - leeway else { throw .expired }
        guard let iat = claims.iat, iat < seconds + leeway, claims.nbf ?? 0 < seconds + leeway else { throw .early }
        guard iat > seconds - Double(Self.oldestSeconds) else { throw .expired }
        guard claims.nonce == expected.nonce else { throw .nonce }
        guard let sub = claims.sub, !sub.isEmpty, sub.utf8.count <= 255 else { throw .subject }
        (subject, email, name) = (sub, claims.isChecked ? claims.email : nil, String(WrittenText.line(claims.name ?? "").prefix(120)))
    }

    private static func read<Part: Decodable>(_ text: Substring) -> Part? {
        Base64URL.bytes(text).flatMap { try? JSONDecoder().decode(Part.self, from: Data($0)) }
    }
}
