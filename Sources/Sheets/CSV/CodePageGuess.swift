/// Which code page a text of bytes was written in, by the company that its letters above 127 keep.
///
/// Each page reads the same bytes as other letters. One that has them as letters of the languages of its countries, in words without a capital in their
/// middle, is more likely than one that finds signs, foreign letters and changing capitals there. The pages of Windows come first where two are alike.
struct CodePageGuess {
    let charset: Charset
    /// Whether no other page would read other letters just as well.
    let isSure: Bool

    private static let order: [Charset] = [
        .windows1250, .windows1251, .windows1257, .isoLatin, .isoCyrillic, .dosLatin, .dosCyrillic, .dosBaltic, .macLatin,
    ]

    init(_ sample: ArraySlice<UInt8>) {
        let marks = Self.marks(in: sample)
        let scores = Self.order.map { Self.score($0, marks) }
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        let charset = Self.order[best]
        self.charset = charset
        isSure = scores[best] > 0 && !scores.indices.contains { other in
            other != best && scores[other] == scores[best] && Self.differ(Self.order[other], charset, on: marks)
        }
    }

    /// A byte above 127 with the bytes beside it.
    private struct Mark: Hashable {
        let before, byte, after: UInt8
    }

    /// Those with a letter beside them, each once with how often it stands there: a long list has few different ones.
    private static func marks(in sample: ArraySlice<UInt8>) -> [Mark: Int] {
        var marks: [Mark: Int] = [:]
        for index in sample.indices where sample[index] >= 128 {
            let before = index > sample.startIndex ? sample[index - 1] : 32, after = index + 1 < sample.endIndex ? sample[index + 1] : 32
            if isPart(before) || isPart(after) { marks[Mark(before: before, byte: sample[index], after: after), default: 0] += 1 }
        }
        return marks
    }

    private static func isPart(_ byte: UInt8) -> Bool { byte >= 128 || isLetter(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    private static func score(_ charset: Charset, _ marks: [Mark: Int]) -> Int {
        guard let page = charset.page else { return 0 }
        let own = letters(of: charset), isCyrillic = [.windows1251, .isoCyrillic, .dosCyrillic].contains(charset)
        func scalar(_ byte: UInt8) -> Unicode.Scalar { byte < 128 ? Unicode.Scalar(byte) : page[Int(byte) - 128] }
        return marks.reduce(0) { sum, entry in
            let (mark, count) = entry
            let (before, letter, after) = (scalar(mark.before), scalar(mark.byte), scalar(mark.after))
            var score: Int
            if own.contains(letter) {
                score = 2
                // A word is in one script.
                let beside = [mark.before, mark.after]
                if beside.contains(where: isLetter) { score += isCyrillic ? -3 : 1 }
                if beside.contains(where: { $0 >= 128 }), isCyrillic { score += 1 }
                if letter.properties.isUppercase, before.properties.isLowercase { score -= 4 }
                if letter == "ć" || letter == "Ć", before == "i" || before == "I" { score += 1 }
            } else if letter.properties.isAlphabetic {
                score = -3
            } else {
                let isWithin = before.properties.isAlphabetic && after.properties.isAlphabetic
                score = quotes.contains(letter) && !isWithin ? 0 : -3
            }
            return sum + score * count
        }
    }

    private static func differ(_ one: Charset, _ other: Charset, on marks: [Mark: Int]) -> Bool {
        guard let first = one.page, let second = other.page else { return true }
        return marks.keys.contains { first[Int($0.byte) - 128] != second[Int($0.byte) - 128] }
    }

    private static func letters(of charset: Charset) -> Set<Unicode.Scalar> {
        switch charset {
        case .windows1251, .isoCyrillic, .dosCyrillic: cyrillic
        case .windows1257, .dosBaltic: lithuanian
        default: serbian
        }
    }

    private static let serbian = Set("čćđšžČĆĐŠŽáéíóöőúüűÁÉÍÓÖŐÚÜŰ".unicodeScalars)
    private static let lithuanian = Set("ąčęėįšųūžĄČĘĖĮŠŲŪŽ".unicodeScalars)
    private static let cyrillic = Set("абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ".unicodeScalars)
    private static let quotes = Set("„“”’‘‚«»–—…·°§\u{A0}".unicodeScalars)
}
