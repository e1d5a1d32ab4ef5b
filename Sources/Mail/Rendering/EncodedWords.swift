import Foundation

/// Text of a header as words that may be laid on separate lines, in ASCII only (RFC 2047).
enum EncodedWords {
    /// The text as it is if it is plain ASCII, else encoded. Control characters, line ends among them, become blanks.
    static func words(_ text: String) -> [String] {
        let line = flat(text)
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let isPlain = line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
            && words.allSatisfy { (1...60).contains($0.utf8.count) }
        return isPlain ? words.map(String.init) : encoded(line)
    }

    /// A name before an address: atoms, or a quoted string, or encoded.
    static func phrase(_ name: String) -> [String] {
        let words = words(name)
        if words.first?.hasPrefix("=?") == true || words.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isAtomic) }) { return words }
        let line = flat(name)
        guard line.utf8.count <= 60 else { return encoded(line) }
        return ["\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
    }

    static func flat(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { line.append(scalar.isControl ? " " : scalar) }
        return String(line).trimmingCharacters(in: .whitespaces)
    }

    /// Words of at most 60 characters (the standard allows 75; the rest leaves room for the field's name), none cut inside a character.
    private static func encoded(_ line: String) -> [String] {
        var (words, bytes): ([String], [UInt8]) = ([], [])
        func close() {
            if !bytes.isEmpty { words.append("=?UTF-8?B?\(Data(bytes).base64EncodedString())?=") }
            bytes = []
        }
        for scalar in line.unicodeScalars {
            let more = UTF8.encode(scalar).map(Array.init) ?? []
            if bytes.count + more.count > 36 { close() }
            bytes += more
        }
        close()
        return words
    }
}
