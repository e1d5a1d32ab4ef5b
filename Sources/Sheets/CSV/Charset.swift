/// How the bytes of a text file stand for letters.
public enum Charset: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1257 = "windows-1257"
    case isoLatin = "ISO 8859-2"
    case isoCyrillic = "ISO 8859-5"
    case dosLatin = "DOS 852"
    case dosCyrillic = "DOS 855"
    case dosBaltic = "DOS 775"
    case macLatin = "Macintosh CE"

    /// What offices of today write; the others come from another age, and whoever sent such a file should look at its letters.
    public var isUsual: Bool {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1250, .windows1251, .windows1257: true
        case .isoLatin, .isoCyrillic, .dosLatin, .dosCyrillic, .dosBaltic, .macLatin: false
        }
    }

    /// The letters of the upper half; nil where a letter may take more than one byte.
    var page: [Unicode.Scalar]? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1250: Self.centralEuropean
        case .windows1251: Self.cyrillic
        case .windows1257: Self.baltic
        case .isoLatin: Self.isoLatinPage
        case .isoCyrillic: Self.isoCyrillicPage
        case .dosLatin: Self.dosLatinPage
        case .dosCyrillic: Self.dosCyrillicPage
        case .dosBaltic: Self.dosBalticPage
        case .macLatin: Self.macLatinPage
        }
    }
}

extension Charset {
    /// Finds the charset. A byte order mark decides. Without one, zero bytes mean UTF-16, in the order that keeps them in the upper half; else what is
    /// UTF-8 but for a few bytes is UTF-8; else it is a code page by the letters (see `CodePageGuess`).
    /// - Returns: the length of the mark, and whether another charset would fit as well.
    static func of(_ bytes: [UInt8]) throws(SheetProblem) -> (Charset, mark: Int, isSure: Bool) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, true) }
        if bytes.contains(0) { return (try wide(bytes.prefix(4096)), 0, true) }
        if isUTF8(bytes) { return (.utf8, 0, true) }
        let guess = CodePageGuess(bytes.prefix(1 << 20))
        return (guess.charset, 0, guess.isSure)
    }

    /// Decodes the bytes after the mark to UTF-8. A byte that is none there becomes U+FFFD, which no reader takes for a letter.
    func decode(_ bytes: ArraySlice<UInt8>) throws(SheetProblem) -> [UInt8] {
        switch self {
        case .utf8: return String(validating: bytes, as: UTF8.self) == nil ? Array(String(decoding: bytes, as: UTF8.self).utf8) : Array(bytes)
        case .utf16LittleEndian, .utf16BigEndian:
            guard bytes.count.isMultiple(of: 2) else { throw SheetProblem(.damaged("half a UTF-16 unit at the end")) }
            let (low, high) = self == .utf16LittleEndian ? (0, 1) : (1, 0)
            let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
                UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
            }
            guard let text = String(validating: units, as: UTF16.self) else { throw SheetProblem(.damaged("half a UTF-16 pair")) }
            return Array(text.utf8)
        default: return Self.decode(bytes, by: page ?? [])
        }
    }

    private static func decode(_ bytes: ArraySlice<UInt8>, by page: [Unicode.Scalar]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 128 { text.append(byte) } else { text.append(contentsOf: String(page[Int(byte) - 128]).utf8) }
        }
        return text
    }

    /// UTF-16 in the order where every zero stands in the upper half of a unit; anything else with zeros is no text.
    private static func wide(_ sample: ArraySlice<UInt8>) throws(SheetProblem) -> Charset {
        let zeros = sample.indices.filter { sample[$0] == 0 }
        let odd = zeros.count { !$0.isMultiple(of: 2) }
        if odd == zeros.count { return .utf16LittleEndian }
        if odd == 0 { return .utf16BigEndian }
        throw SheetProblem(.unknownKind)
    }

    /// Whether letters above 127 are those of UTF-8: all of them, or all but a few that an old program put between.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        if String(validating: bytes, as: UTF8.self) != nil { return true }
        var (sound, broken, place) = (0, 0, 0)
        while place < bytes.count {
            guard bytes[place] >= 128 else {
                place += 1
                continue
            }
            let length = bytes[place] >= 0xF0 ? 4 : bytes[place] >= 0xE0 ? 3 : 2
            let isSound = place + length <= bytes.count && String(validating: bytes[place..<(place + length)], as: UTF8.self)?.unicodeScalars.count == 1
            if isSound { sound += 1 } else { broken += 1 }
            place += isSound ? length : 1
        }
        return sound >= broken * 3
    }
}
