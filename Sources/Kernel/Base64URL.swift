import Foundation

/// Bytes as letters of an address (RFC 4648, section 5, without padding).
package enum Base64URL {
    private static let (plus, minus, slash, line, end) = (UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="))

    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        let letters = Data(bytes).base64EncodedData().filter { $0 != end }.map { $0 == plus ? minus : $0 == slash ? line : $0 }
        return String(decoding: letters, as: UTF8.self)
    }

    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let letters = text.utf8.map { $0 == minus ? plus : $0 == line ? slash : $0 }
        return Data(base64Encoded: Data(letters + Array(repeating: end, count: (4 - letters.count % 4) % 4))).map(Array.init)
    }
}
