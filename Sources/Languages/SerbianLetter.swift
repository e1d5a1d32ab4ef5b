/// The thirty letters of the azbuka beside those of the abeceda.
enum SerbianLetter {
    /// In the order of the azbuka.
    static let azbuka: [(cyrillic: Unicode.Scalar, latin: String)] = [
        ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("ђ", "đ"), ("е", "e"), ("ж", "ž"), ("з", "z"), ("и", "i"),
        ("ј", "j"), ("к", "k"), ("л", "l"), ("љ", "lj"), ("м", "m"), ("н", "n"), ("њ", "nj"), ("о", "o"), ("п", "p"), ("р", "r"),
        ("с", "s"), ("т", "t"), ("ћ", "ć"), ("у", "u"), ("ф", "f"), ("х", "h"), ("ц", "c"), ("ч", "č"), ("џ", "dž"), ("ш", "š"),
    ]

    /// The Latin of one Cyrillic letter, in UTF-8.
    struct Latin: Sendable {
        let first: [UInt8]
        /// The second of a pair, as after a small letter and as among capitals; else empty.
        let second: [UInt8]
        let secondCapital: [UInt8]
        let isCapital: Bool
    }

    /// nil for letters that Serbian does not have.
    static func latin(of cyrillic: UInt32) -> Latin? {
        let place = Int(cyrillic) - 0x400
        return latinLetters.indices.contains(place) ? latinLetters[place] : nil
    }

    /// The Cyrillic letter of one Latin letter or of a pair, both in small letters.
    static func cyrillic(of first: Unicode.Scalar, _ second: Unicode.Scalar? = nil) -> Unicode.Scalar? {
        switch (first, second) {
        case ("l", "j"): "љ"
        case ("n", "j"): "њ"
        case ("d", "ž"): "џ"
        case (_, nil): single[first]
        default: nil
        }
    }

    static func small(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        letter.properties.isUppercase ? mapped(letter, letter.properties.lowercaseMapping) : letter
    }

    static func capital(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        mapped(letter, letter.properties.uppercaseMapping)
    }

    /// The single characters ǆ ǉ ǌ, in their three cases, written as two letters.
    static func withoutDigraphs(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0x1C4...0x1CC).contains($0.value) }) else { return text }
        return text.unicodeScalars.map { digraphs[$0] ?? String($0) }.joined()
    }

    private static let digraphs: [Unicode.Scalar: String] = [
        "Ǆ": "DŽ", "ǅ": "Dž", "ǆ": "dž", "Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj", "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj",
    ]

    private static func mapped(_ letter: Unicode.Scalar, _ mapping: String) -> Unicode.Scalar {
        let scalars = mapping.unicodeScalars
        return scalars.count == 1 ? scalars.first ?? letter : letter
    }

    /// From U+0400 to U+045F.
    private static let latinLetters: [Latin?] = {
        func bytes(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] { scalars.flatMap { Array(String($0).utf8) } }
        var letters = [Latin?](repeating: nil, count: 0x60)
        for (cyrillic, latin) in azbuka {
            let (first, second) = (latin.unicodeScalars.prefix(1), latin.unicodeScalars.dropFirst())
            for isCapital in [false, true] {
                let letter = isCapital ? capital(cyrillic) : cyrillic
                letters[Int(letter.value) - 0x400] = Latin(
                    first: bytes(isCapital ? first.map(capital) : Array(first)), second: bytes(second),
                    secondCapital: bytes(second.map(capital)), isCapital: isCapital)
            }
        }
        return letters
    }()

    private static let single: [Unicode.Scalar: Unicode.Scalar] = {
        var single: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (cyrillic, latin) in azbuka where latin.unicodeScalars.count == 1 {
            if let letter = latin.unicodeScalars.first { single[letter] = cyrillic }
        }
        return single
    }()
}
