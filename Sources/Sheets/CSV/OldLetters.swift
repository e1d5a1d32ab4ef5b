/// Texts whose letters were lost on the way, each with what it most likely said. Nobody may take them for what they are not: they are told, and never kept.
public enum OldLetters {
    /// A word of the seven-bit code of old machines here, in which brackets stand for letters: `\or|evi}` is *Đorđević*. Nil for a text without such words.
    ///
    /// Brackets that close, as around a remark, are brackets; one within a word or without its other half is a letter.
    public static func sevenBit(in text: String) -> String? {
        guard text.utf8.contains(where: { $0 > 0x5A && bytes.contains($0) }), text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "," || $0 == ";" }) where isSevenBit(word, in: text) {
            return String(word.map { letters[$0] ?? $0 })
        }
        return nil
    }

    /// A word of UTF-8 that somebody read by another page and wrote down again: `ÄorÄ‘eviÄ‡` is *Đorđević*. Nil for a text without such words.
    public static func readTwice(in text: String) -> String? {
        guard text.unicodeScalars.contains(where: { (0xC3...0xC5).contains($0.value) || $0 == "Ă" || $0 == "Ĺ" || $0 == "Р" || $0 == "С" || $0 == "Đ" || $0 == "Ń" }) else {
            return nil
        }
        // A blank that does not break is one of the letters.
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.unicodeScalars.contains(where: { !$0.isASCII }) {
            for page in [Charset.centralEuropean, Charset.cyrillic] {
                if let told = told(word, by: page) { return told }
            }
        }
        return nil
    }

    /// A word with a question mark in its middle, which a program put where it had no letter: `?or?evi?`. Nil for a text without such words.
    public static func lost(in text: String) -> String? {
        guard text.contains("?"), !text.contains("://") else { return nil }
        return text.split(whereSeparator: \.isWhitespace).first { word in
            let signs = Array(word)
            return signs.indices.contains { place in
                signs[place] == "?" && place + 1 < signs.count && signs[place + 1].isLetter && (place == 0 || signs[place - 1].isLetter)
            }
        }.map(String.init)
    }

    private static let letters: [Character: Character] = [
        "[": "Š", "]": "Ć", "{": "š", "}": "ć", "|": "đ", "\\": "Đ", "^": "Č", "~": "č", "@": "Ž", "`": "ž",
    ]
    private static let bytes = Set("[]{}|\\^~".utf8)

    private static func isSevenBit(_ word: Substring, in text: String) -> Bool {
        let signs = Array(word)
        guard signs.contains(where: \.isLetter), !word.dropFirst().contains("@"), !word.contains("://") else { return false }
        func isLetter(_ place: Int) -> Bool { signs.indices.contains(place) && (signs[place].isLetter || letters[signs[place]] != nil) }
        return signs.indices.contains { place in
            let (before, after) = (isLetter(place - 1), isLetter(place + 1))
            return switch signs[place] {
            case "[", "]": stands(alone: "[", "]", in: before && after ? String(word) : text) && (before || after)
            case "{", "}": (before && after) || ((before || after) && stands(alone: "{", "}", in: text))
            case "|", "\\", "^", "~": (before && after) || (place == 0 && after) || (place == signs.count - 1 && before)
            default: false
            }
        }
    }

    /// Whether one of a pair of brackets has no other half.
    private static func stands(alone opening: Character, _ closing: Character, in text: String) -> Bool {
        text.contains(opening) != text.contains(closing)
    }

    private static func told(_ word: Substring, by page: [Unicode.Scalar]) -> String? {
        var bytes: [UInt8] = []
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let place = page.firstIndex(of: scalar), scalar != "\u{FFFD}" {
                bytes.append(UInt8(place + 128))
            } else if (0x80...0xFF).contains(scalar.value) {
                bytes.append(UInt8(scalar.value))
            } else {
                return nil
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count < word.unicodeScalars.count else { return nil }
        return text.unicodeScalars.allSatisfy { $0.isASCII || (0xC0...0x17F).contains($0.value) || ((0x401...0x45F).contains($0.value) && ![0x40D, 0x450, 0x45D].contains($0.value)) || $0.value >= 0x2010 } ? text : nil
    }
}
