import Crypto
import Foundation
import Languages

/// Six digits that change every half minute (RFC 6238: HMAC-SHA-1, 30 seconds), made alike here and on the person's telephone.
struct TimeCode: Sendable {
    static let stepSeconds: Int64 = 30
    static let digits = 6

    let secret: [UInt8]

    static func step(at now: Instant) -> Int64 { now.seconds / stepSeconds }

    func code(at step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let place = Int(mac[mac.count - 1] & 0x0f)
        let number = mac[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: TimeCode.digits - text.count) + text
    }

    /// The step that a typed code belongs to: now, the one before or the one after, because clocks differ.
    /// - Parameter last: steps up to this one were taken before and are good no more.
    func step(of typed: String, at now: Instant, after last: Int64) -> Int64? {
        let typed = typed.filter { !$0.isWhitespace }
        let current = TimeCode.step(at: now)
        return [current, current - 1, current + 1].first { $0 > last && code(at: $0) == typed }
    }

    /// So many letters an address may have to go into a picture that a telephone reads easily.
    private static let addressMost = 400

    /// What an application for codes reads: six digits, half a minute and SHA-1 are what it supposes. The name of a
    /// centre ends where the picture would be too dense.
    func address(issuer: String, account: String) -> String {
        let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@")
        func escaped(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        let address = "otpauth://totp/\(escaped(account))?secret=\(Base32.text(secret))&issuer="
        return issuer.reduce(into: address) { address, letter in
            let more = escaped(String(letter))
            if address.utf8.count + more.utf8.count <= Self.addressMost { address += more }
        }
    }
}

/// Bytes as letters and digits that nobody confuses (RFC 4648, without padding).
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = "", buffer: UInt32 = 0, bits: UInt32 = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xffff
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { text.append(letters[Int(buffer << (5 - bits) & 31)]) }
        return text
    }

    /// In groups of four, to be read and typed.
    static func grouped(_ text: String, by mark: String = " ") -> String {
        stride(from: 0, to: text.count, by: 4).map { start in String(text.dropFirst(start).prefix(4)) }.joined(separator: mark)
    }
}
