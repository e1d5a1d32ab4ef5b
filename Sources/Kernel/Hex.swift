/// Bytes as hexadecimal digits, two for each byte.
package enum Hex {
    private static let small = Array("0123456789abcdef".utf8)
    private static let large = Array("0123456789ABCDEF".utf8)

    /// In small digits, as digests are written.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            text.append(small[Int(byte >> 4)])
            text.append(small[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends one byte in large digits after a percent sign, as addresses have it.
    package static func escape(_ byte: UInt8, into text: inout [UInt8]) {
        text.append(UInt8(ascii: "%"))
        text.append(large[Int(byte >> 4)])
        text.append(large[Int(byte & 15)])
    }

    /// What a digit is worth, be it small or large; nil when it is none.
    package static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
