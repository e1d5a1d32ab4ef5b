import Foundation

/// Text made comparable for search: small letters a–z and digits, whatever the script, the diacritics and the spelling.
///
/// đ, ђ and the written dj all become d, so that Đorđević, Djordjevic, Dordevic and Ђорђевић meet in one form. The price, that
/// podjela meets podela, is no loss in search.
public enum Fold {
    /// The words of a text; hyphens part words, apostrophes do not.
    public static func tokens(_ text: String) -> [String] {
        words(in: text).flatMap { word in
            word.split(separator: hyphen).map { token($0.filter { $0 != apostrophe }) }
        }.filter { !$0.isEmpty }
    }

    /// What the search index holds of a text: its words, and beside them, when a word has a hyphen or an apostrophe, its parts and
    /// the whole without them, so that Ана-Марија, Ana Marija and Anamarija, O'Brien, O Brien and OBrien are all found.
    public static func indexText(_ text: String) -> String {
        words(in: text).flatMap { word -> [String] in
            guard word.contains(where: { $0 == hyphen || $0 == apostrophe }) else { return [token(word[...])] }
            let halves = word.split(separator: hyphen).map { token($0.filter { $0 != apostrophe }) }
            let parts = word.split(whereSeparator: { $0 == hyphen || $0 == apostrophe }).map { token($0) }
            let whole = token(word.filter { $0 != hyphen && $0 != apostrophe })
            return (halves + parts + [whole]).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The stems of the words that the search index holds of a text.
    public static func indexStems(_ text: String, in language: Language) -> String {
        indexText(text).split(separator: " ").compactMap { Stem.of(String($0), in: language) }.joined(separator: " ")
    }

    /// What to look for: each must equal a word of the index, or begin it.
    /// Whether all words that somebody typed stand in a text, each at least with its beginning: for lists so short that nobody keeps an index of them.
    public static func finds(_ words: String, in text: String) -> Bool {
        let sought = tokens(words), standing = tokens(text)
        return !sought.isEmpty && sought.allSatisfy { word in standing.contains { $0.hasPrefix(word) } }
    }

    public static func query(_ text: String) -> [String] {
        tokens(text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static let hyphen = UInt8(ascii: "-")
    private static let apostrophe = UInt8(ascii: "'")

    /// Folded words as bytes; a hyphen or an apostrophe between two letters is kept.
    private static func words(in text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var joiner: UInt8?
        for scalar in text.unicodeScalars {
            switch Folding.of(scalar) {
            case .letter(let letter):
                if let joiner { word.append(joiner) }
                joiner = nil
                word.append(letter)
            case .letters(let letters):
                if let joiner { word.append(joiner) }
                joiner = nil
                word += letters
            case .nothing:
                continue
            case .joiner(let byte) where joiner == nil && !word.isEmpty:
                joiner = byte
            case .joiner, .break:
                joiner = nil
                if !word.isEmpty { words.append(word) }
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func token(_ bytes: some Sequence<UInt8>) -> String {
        var folded: [UInt8] = []
        for byte in bytes where !(byte == UInt8(ascii: "j") && folded.last == UInt8(ascii: "d")) {
            folded.append(byte)
        }
        return String(decoding: folded, as: UTF8.self)
    }
}

/// What search makes of one character.
private enum Folding {
    case letter(UInt8)
    case letters([UInt8])
    case joiner(UInt8)
    case nothing
    case `break`

    static func of(_ scalar: Unicode.Scalar) -> Folding {
        switch scalar {
        case "a"..."z", "0"..."9": .letter(UInt8(scalar.value))
        case "A"..."Z": .letter(UInt8(scalar.value) + 32)
        case "-", "\u{2010}", "\u{2011}": .joiner(UInt8(ascii: "-"))
        case "'", "’", "‘", "ʼ", "`", "´": .joiner(UInt8(ascii: "'"))
        case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{FEFF}": .nothing
        default: scalar.isASCII ? .break : ofForeign(scalar)
        }
    }

    private static func ofForeign(_ scalar: Unicode.Scalar) -> Folding {
        if scalar.value < table.count, let folding = table[Int(scalar.value)] { return folding }
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { return .nothing }
        guard properties.isAlphabetic || properties.numericType != nil else { return .break }
        let bytes = String(scalar).decomposedStringWithCompatibilityMapping.lowercased().utf8.filter { byte in
            isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        }
        return bytes.isEmpty ? .break : .letters(bytes)
    }

    /// By the scalar's value.
    private static let table: [Folding?] = {
        var table = [Folding?](repeating: nil, count: 0x500)
        for entry in written.split(separator: " ") {
            guard let letter = entry.unicodeScalars.first else { continue }
            let latin = Array(entry.utf8.dropFirst(String(letter).utf8.count))
            let folding: Folding = latin.isEmpty ? .nothing : latin.count == 1 ? .letter(latin[0]) : .letters(latin)
            for form in [letter, SerbianLetter.capital(letter)] where form.value < table.count && !form.isASCII {
                table[Int(form.value)] = folding
            }
        }
        return table
    }()

    /// Each letter with its folded form behind it.
    private static let written = """
        аa бb вv гg дd ђd еe жz зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu фf хh цc чc џdz шs \
        йj ёjo ыy эe юju яja щs ъ ь ѓg ќk ѕdz ѐe ѝi іi їi єe ґg \
        čc ćc đd šs žz ąa ęe ėe įi ųu ūu ßss æae œoe øo łl ðd þth ıi
        """
}
