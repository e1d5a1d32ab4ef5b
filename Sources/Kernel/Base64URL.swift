import Foundation

/// Bytes as letters of an address (RFC 4648, section 5, without padding).
package enum Base64URL {
    private static let (plus, minus, slash, line, end) = (UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="))

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Six bits a letter; written here, because Foundation's way with another alphabet took half the time of a signature.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.underestimatedCount * 4 / 3 + 4)
        var (held, bits) = (UInt32(0), UInt32(0))
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(letters[Int(held >> bits & 63)])
            }
        }
        if bits > 0 { text.append(letters[Int(held << (6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let letters = text.utf8.map { $0 == minus ? plus : $0 == line ? slash : $0 }
        return Data(base64Encoded: Data(letters + Array(repeating: end, count: (4 - letters.count % 4) % 4))).map(Array.init)
    }
}
