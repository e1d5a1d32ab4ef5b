import Foundation

/// A body in ASCII lines of at most 76 characters (RFC 2045), with the name of its encoding.
struct BodyText {
    let encoding: String
    let text: String

    /// Files and other bytes.
    init(_ bytes: [UInt8]) {
        let lines = Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        self.init(encoding: "base64", text: lines.isEmpty || lines.hasSuffix("\r\n") ? lines : lines + "\r\n")
    }

    /// A text, with CRLF at the ends of its lines. It is written as quoted-printable, in which Latin stays legible, unless base64 is shorter.
    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\r\n" || $0 == "\n" || $0 == "\r" })
        let canonical = Array((lines.joined(separator: "\r\n") + (lines.last?.isEmpty == false ? "\r\n" : "")).utf8)
        if canonical.count(where: { $0 > 126 }) > canonical.count / 6 {
            self.init(canonical)
        } else {
            self.init(encoding: "quoted-printable", text: Self.quotedPrintable(canonical))
        }
    }

    private init(encoding: String, text: String) { (self.encoding, self.text) = (encoding, text) }

    private static func quotedPrintable(_ bytes: [UInt8]) -> String {
        var (text, width) = ("", 0)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0D || byte == 0x0A {
                // Line ends stand in pairs, as `init` made them.
                text.unicodeScalars.append(Unicode.Scalar(byte))
                width = 0
                continue
            }
            let endsLine = index + 1 == bytes.count || bytes[index + 1] == 0x0D
            let isLiteral = (0x21...0x7E).contains(byte) && byte != 0x3D || (byte == 0x20 || byte == 0x09) && !endsLine
            let piece = isLiteral ? String(Unicode.Scalar(byte)) : "=" + hex(byte)
            if width + piece.utf8.count > (endsLine ? 76 : 75) {
                text += "=\r\n"
                width = 0
            }
            text += piece
            width += piece.utf8.count
        }
        return text
    }
}
