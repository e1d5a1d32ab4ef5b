import Crypto
import CryptoExtras
import Foundation
import Kernel

/// The keys by which a service signs (RFC 7517). Those that are not understood are passed over.
package struct JSONWebKeys: Codable, Sendable, Hashable {
    let keys: [Key]

    struct Key: Codable, Sendable, Hashable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?

        /// Whether it may have made a signature of that kind.
        func fits(_ algorithm: IDTokenAlgorithm, _ name: String?) -> Bool {
            guard use == nil || use == "sig", alg == nil || alg == algorithm.rawValue, name == nil || kid == name else { return false }
            return switch algorithm {
            case .rs256: kty == "RSA"
            case .es256: kty == "EC" && crv == "P-256"
            }
        }

        func signed(_ text: String, _ signature: [UInt8], _ algorithm: IDTokenAlgorithm) -> Bool {
            let digest = SHA256.hash(data: Data(text.utf8))
            switch algorithm {
            case .rs256:
                guard let n = n.flatMap(Base64URL.bytes), let e = e.flatMap(Base64URL.bytes) else { return false }
                guard let key = try? _RSA.Signing.PublicKey(n: n, e: e) else { return false }
                return key.isValidSignature(_RSA.Signing.RSASignature(rawRepresentation: Data(signature)), for: digest, padding: .insecurePKCS1v1_5)
            case .es256:
                guard let x = x.flatMap(Base64URL.bytes), let y = y.flatMap(Base64URL.bytes), x.count == 32, y.count == 32,
                      let key = try? P256.Signing.PublicKey(rawRepresentation: x + y),
                      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
                return key.isValidSignature(signature, for: digest)
            }
        }
    }

    /// Keys that may have signed it: of a key without a name all of the kind.
    func fitting(_ algorithm: IDTokenAlgorithm, _ name: String?) -> [Key] { keys.filter { $0.fits(algorithm, name) } }
}

/// How a token may be signed here. Not by nothing, and not by a secret that both sides know.
enum IDTokenAlgorithm: String, Sendable { case rs256 = "RS256", es256 = "ES256" }
