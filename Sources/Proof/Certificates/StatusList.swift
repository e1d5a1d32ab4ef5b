import Crypto
import Foundation
import Kernel
package import Languages

/// Which certificates are no longer good, for those who check without this server: marks made from codes, from which no code can be made.
package struct StatusList: Codable, Sendable {
    package let made: String
    package let ended: [String]

    package init(_ ended: [String], at now: Instant) {
        made = now.iso
        self.ended = ended
    }

    package init(json: [UInt8]) throws { self = try JSONDecoder().decode(StatusList.self, from: Data(json)) }

    /// SHA-256 of `zbornica status ` and the code, its first sixteen bytes in hexadecimal.
    static func mark(_ code: CertificateCode) -> String { Hex.text(SHA256.hash(data: Data("zbornica status \(code.text)".utf8)).prefix(16)) }

    package func contains(_ code: CertificateCode) -> Bool { ended.contains(Self.mark(code)) }

    package func json() throws -> String { try Canonical.text(self) }
}
