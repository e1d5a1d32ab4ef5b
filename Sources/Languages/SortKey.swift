import Foundation

/// Keys that a plain comparison of bytes puts in the order of an alphabet, both scripts in one list.
///
/// Letters are compared first. Between words of the same letters diacritics decide, and after them capitals. Blanks and hyphens come before digits,
/// digits before letters, and whole numbers stand by their size (ОШ 2 before ОШ 10). Other marks do not count.
public enum SortKey {
    public static func make(_ text: String, alphabet: Alphabet) -> [UInt8] {
        let order = LetterOrder.of(alphabet)
        let plain = SerbianLetter.withoutDigraphs(text)
        let letters = alphabet == .lithuanian ? Script.latin(fromCyrillic: plain) : Script.cyrillic(letters: plain)
        var key = Key()
        var number: [UInt8] = []
        for scalar in letters.unicodeScalars {
            if case "0"..."9" = scalar {
                number.append(UInt8(scalar.value))
                continue
            }
            key.append(number: number)
            number = []
            key.append(scalar, in: order)
        }
        key.append(number: number)
        return key.bytes
    }
}

/// Three levels of weights. Weights of the first level are 2 or more, so that a 1 can end the level: a word then sorts before a longer word that begins
/// with it.
private struct Key {
    private var letters: [UInt8] = []
    private var marks: [UInt8] = []
    private var capitals: [UInt8] = []

    private static let usual: UInt8 = 2
    private static let blank: UInt8 = 2
    private static let firstNumber: UInt8 = 16
    private static let firstLetter: UInt8 = 64

    mutating func append(number digits: [UInt8]) {
        guard !digits.isEmpty else { return }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        letters.append(Key.firstNumber + UInt8(min(significant.count, 40)))
        letters += significant
    }

    mutating func append(_ scalar: Unicode.Scalar, in order: LetterOrder) {
        if scalar.properties.isWhitespace || scalar == "-" || scalar == "–" || scalar == "/" {
            if let last = letters.last, last != Key.blank { letters.append(Key.blank) }
            return
        }
        let small = SerbianLetter.small(scalar)
        if let weight = order.weight(of: small) {
            append(weight, isCapital: small != scalar)
        } else {
            for weight in order.foreignWeights(of: small) { append(weight, isCapital: small != scalar) }
        }
    }

    private mutating func append(_ weight: LetterOrder.Weight, isCapital: Bool) {
        letters.append(Key.firstLetter + weight.place)
        marks.append(Key.usual + weight.mark)
        capitals.append(isCapital ? Key.usual + 1 : Key.usual)
    }

    var bytes: [UInt8] {
        var bytes = letters
        if bytes.last == Key.blank { bytes.removeLast() }
        return bytes + [1] + Key.trimmed(marks) + [1] + Key.trimmed(capitals)
    }

    private static func trimmed(_ weights: [UInt8]) -> ArraySlice<UInt8> {
        weights[..<((weights.lastIndex { $0 != usual } ?? -1) + 1)]
    }
}
