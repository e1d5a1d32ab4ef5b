import Crypto
import Foundation
package import Kernel
package import Languages

/// How a delivery is signed (Standard Webhooks): HMAC-SHA-256 over its name, the moment and the body, so that whoever gets it knows from whom, and that it is
/// not an old one once more.
package struct WebhookSecret: Sendable, Equatable {
    let bytes: [UInt8]

    package static func random() -> WebhookSecret { WebhookSecret(bytes: SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// As it is shown, once, and as libraries take it.
    package var text: String { "whsec_" + Data(bytes).base64EncodedString() }

    static let purpose = "webhook"

    package func sealed(by seal: Seal) throws -> [UInt8] { try seal.seal(bytes, for: Self.purpose) }

    package init(sealed: [UInt8], by seal: Seal) throws { bytes = try seal.open(sealed, for: Self.purpose) }

    package func signature(of name: String, at moment: Instant, _ body: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(name).\(moment.seconds).\(body)".utf8), using: SymmetricKey(data: bytes))
        return "v1," + Data(code).base64EncodedString()
    }
}
