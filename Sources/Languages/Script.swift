/// The script of a text.
public enum Script: String, Sendable, Codable {
    case cyrillic, latin, mixed
    /// Neither: the text has no letters, only digits and marks, or nothing.
    case none

    public static func of(_ text: String) -> Script {
        var hasCyrillic = false, hasLatin = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: hasLatin = true
            case 0x400...0x52F: if !hasCyrillic { hasCyrillic = scalar.properties.isAlphabetic }
            case 0x80...0x24F, 0x1E00...0x1EFF: if !hasLatin { hasLatin = scalar.properties.isAlphabetic }
            default: break
            }
            if hasCyrillic, hasLatin { return .mixed }
        }
        return hasCyrillic ? .cyrillic : hasLatin ? .latin : .none
    }

    /// Whether all Cyrillic letters of a text are among the thirty of the azbuka.
    public static func isSerbian(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !(0x400...0x52F).contains($0.value) || SerbianLetter.latin(of: $0.value) != nil }
    }

    /// Serbian Cyrillic in Latin letters. Only the thirty letters of the azbuka change; Latin text in between, Russian letters,
    /// marks and digits stay. Љ is `LJ` in a word of capitals, else `Lj`.
    public static func latin(fromCyrillic text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: isCyrillicLead) else { return text }
        var latin: [UInt8] = []
        latin.reserveCapacity(bytes.count + 8)
        var place = 0
        while place < bytes.count {
            guard isCyrillicLead(bytes[place]), let pair = SerbianLetter.latin(of: letter(at: place, in: bytes)) else {
                latin.append(bytes[place])
                place += 1
                continue
            }
            latin += pair.first
            if !pair.second.isEmpty {
                latin += pair.isCapital && isAmongCapitals(place, in: bytes) ? pair.secondCapital : pair.second
            }
            place += 2
        }
        return String(decoding: latin, as: UTF8.self)
    }

    /// U+0400 to U+047F take two bytes, of which this is the first.
    private static func isCyrillicLead(_ byte: UInt8) -> Bool { byte == 0xD0 || byte == 0xD1 }

    /// The letter of two bytes that begins here.
    private static func letter(at place: Int, in bytes: [UInt8]) -> UInt32 {
        UInt32(bytes[place] & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F)
    }

    /// A capital of two bytes is among capitals when the next letter is one, or when the word ends here and the letter before is one.
    private static func isAmongCapitals(_ place: Int, in bytes: [UInt8]) -> Bool {
        let next = String(decoding: bytes[(place + 2)...].prefix(4), as: UTF8.self).unicodeScalars.first
        if let next, next.properties.isAlphabetic { return next.properties.isUppercase }
        let before = String(decoding: bytes[..<place].suffix(4), as: UTF8.self).unicodeScalars.last
        return before?.properties.isUppercase ?? false
    }
}
