extension Script {
    /// Latin text in Cyrillic, for its writer to confirm or correct: never to be shown as theirs before that.
    ///
    /// nj, lj and dž become one letter except in known words (инјекција, надживети); dj stays д+ј. Left as they are: words with
    /// q, w, x, y or letters that Serbian lacks, Roman numerals, addresses, codes such as K2, units behind a number, and a few
    /// foreign names.
    public static func proposeCyrillic(fromLatin text: String) -> String {
        let isAllCapitals = !text.contains(where: \.isLowercase)
        var proposal = ""
        var isAfterNumber = false
        for chunk in chunks(of: SerbianLetter.withoutDigraphs(text)) {
            guard let first = chunk.first, !first.isWhitespace else {
                proposal += chunk
                continue
            }
            proposal += isAddress(chunk) ? String(chunk) : cyrillic(chunk: chunk, isAfterNumber, isAllCapitals)
            isAfterNumber = chunk.last?.isNumber ?? false
        }
        return proposal
    }

    /// Letters to letters, whatever the word; what is not Serbian Latin stays.
    static func cyrillic(letters text: some StringProtocol) -> String {
        let written = Array(text.unicodeScalars)
        let small = written.map(SerbianLetter.small)
        var cyrillic = String.UnicodeScalarView()
        for word in words(of: small) {
            let separate = SeparatePairs.places(in: small[word])
            var place = word.lowerBound
            while place < word.upperBound {
                let next = place + 1
                let pair = next < word.upperBound && !separate.contains(next) ? SerbianLetter.cyrillic(of: small[place], small[next]) : nil
                let letter = pair ?? SerbianLetter.cyrillic(of: small[place])
                cyrillic.append(letter.map { written[place] == small[place] ? $0 : SerbianLetter.capital($0) } ?? written[place])
                place += pair == nil ? 1 : 2
            }
        }
        return String(cyrillic)
    }

    /// Runs of letters, and between them runs of everything else; together the whole.
    private static func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for place in scalars.indices.dropFirst() where scalars[place].properties.isAlphabetic != scalars[place - 1].properties.isAlphabetic {
            words.append(start..<place)
            start = place
        }
        if start < scalars.count { words.append(start..<scalars.count) }
        return words
    }

    /// Runs of blanks and of everything else.
    private static func chunks(of text: String) -> [Substring] {
        runs(of: text[...]) { $0.isWhitespace }
    }

    private static func runs(of text: Substring, by isInside: (Character) -> Bool) -> [Substring] {
        var runs: [Substring] = []
        var rest = text
        while let first = rest.first {
            let kind = isInside(first)
            let run = rest.prefix { isInside($0) == kind }
            runs.append(run)
            rest = rest[run.endIndex...]
        }
        return runs
    }

    private static func cyrillic(chunk: Substring, _ isAfterNumber: Bool, _ isAllCapitals: Bool) -> String {
        runs(of: chunk) { $0.isLetter || $0.isNumber }.map { word in
            let isConjunction = isAllCapitals && word == "I"
            let isUnit = isAfterNumber && Foreign.units.contains(String(word))
            return !isConjunction && (isUnit || isForeign(word)) ? String(word) : cyrillic(letters: word)
        }.joined()
    }

    private static func isForeign(_ word: Substring) -> Bool {
        if word.contains(where: \.isNumber) || isRoman(word) { return true }
        let small = word.lowercased()
        return small.contains { !Foreign.serbianLetters.contains($0) } || Foreign.words.contains(small)
    }

    /// I to XXXIX in capitals.
    private static func isRoman(_ word: Substring) -> Bool {
        guard word.allSatisfy({ "IVX".contains($0) }) else { return false }
        let units = word.drop { $0 == "X" }
        return word.count - units.count <= 3 && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(units)
    }

    private static func isAddress(_ chunk: Substring) -> Bool {
        let small = chunk.lowercased()
        if small.contains("@") || small.contains("://") || small.hasPrefix("www.") { return true }
        let host = small.prefix { $0 != "/" }.split(separator: ".")
        return host.count >= 2 && Foreign.domains.contains(host.last.map(String.init) ?? "") && !small.contains("..")
    }
}

/// What a Latin text holds that is not Serbian.
private enum Foreign {
    static let serbianLetters = Set("abcčćdđefghijklmnoprsštuvzž")
    static let domains: Set<String> = ["rs", "com", "org", "net", "eu", "edu", "lt", "info"]
    static let units: Set<String> = ["km", "m", "cm", "mm", "kg", "g", "mg", "l", "ml", "h", "min", "kB", "MB", "GB", "Hz", "kHz", "V", "A"]
    static let words: Set<String> = [
        "android", "apple", "arduino", "canva", "clil", "classroom", "edmodo", "erasmus", "etwinning", "excel", "facebook", "geogebra",
        "gmail", "google", "html", "instagram", "kahoot", "linux", "microsoft", "moodle", "office", "padlet", "pdf", "scratch", "skype",
        "stem", "steam", "teams", "usb", "viber", "zoom",
    ]
}
