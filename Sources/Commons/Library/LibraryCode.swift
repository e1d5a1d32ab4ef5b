package import Centres
import Kernel
import Languages

/// What the barcodes of a centre say: twelve digits, of which the first tells a copy from a card, three name the centre, seven are the number, and the last checks
/// the others (ISO 7064, mod 11,10). Code 128 sets two digits in one sign, so that a label stays narrow.
package struct LibraryCode: Hashable, Sendable {
    package enum Kind: Int, CaseIterable, Sendable {
        case copy = 1
        case card = 2
    }

    package let kind: Kind
    package let centre: Centre.ID
    package let number: Int

    package static let numberMost = 9_999_999
    private static let centreMost: Int64 = 999

    /// - Returns: nil for a number that the code has no room for.
    package init?(_ kind: Kind, of centre: Centre.ID, number: Int) {
        guard (1...Self.centreMost).contains(centre.value), (1...Self.numberMost).contains(number) else { return nil }
        (self.kind, self.centre, self.number) = (kind, centre, number)
    }

    /// Reads what a scanner or a hand has typed. A scanner types the keys of an American keyboard, whatever the layout of the computer is: on a Lithuanian one the digits
    /// come as ą č ę ė į š ų ū.
    /// - Returns: nil for what is no code of ours, such as one with a wrong digit.
    package init?(typed text: String) {
        let digits = Self.cleaned(text)
        guard digits.count == 12, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let values = digits.compactMap(\.wholeNumberValue)
        guard Self.check(values.dropLast()) == values.last, let kind = Kind(rawValue: values[0]) else { return nil }
        func number(_ range: Range<Int>) -> Int { values[range].reduce(0) { $0 * 10 + $1 } }
        self.init(kind, of: Centre.ID(Int64(number(1..<4))), number: number(4..<11))
    }

    package var text: String {
        let body = "\(kind.rawValue)" + Self.padded(Int(centre.value), 3) + Self.padded(number, 7)
        return body + "\(Self.check(body.compactMap(\.wholeNumberValue)[...]))"
    }

    /// What was typed, without blanks and as the scanner meant it.
    package static func cleaned(_ text: String) -> String {
        String(text.lowercased().compactMap { $0.isWhitespace ? nil : keys[$0] ?? $0 }).uppercased()
    }

    private static let keys: [Character: Character] = ["ą": "1", "č": "2", "ę": "3", "ė": "4", "į": "5", "š": "6", "ų": "7", "ū": "8"]

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static func check(_ digits: ArraySlice<Int>) -> Int {
        let product = digits.reduce(10) { product, digit in
            let sum = (product + digit) % 10
            return (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }
}
