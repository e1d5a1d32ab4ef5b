import Foundation

/// The place of each small letter in an alphabet, and its mark among letters that share a place.
struct LetterOrder: Sendable {
    typealias Weight = (place: UInt8, mark: UInt8)

    /// By the scalar's value.
    private let places: [Weight?]

    /// Serbian letters in Cyrillic, whichever script the list is for; Latin letters that Serbian lacks stand where foreign words
    /// with them are sought.
    static func of(_ alphabet: Alphabet) -> LetterOrder {
        switch alphabet {
        case .azbuka: azbuka
        case .abeceda: abeceda
        case .lithuanian: lithuanian
        }
    }

    /// nil for letters of other alphabets and for what is no letter.
    func weight(of letter: Unicode.Scalar) -> Weight? {
        letter.value < places.count ? places[Int(letter.value)] : nil
    }

    /// A letter of another alphabet stands where the letters that it is made of stand, with a mark. What is no letter has no place.
    func foreignWeights(of letter: Unicode.Scalar) -> [Weight] {
        guard letter.properties.isAlphabetic else { return [] }
        let parts = LetterOrder.foreign[letter] ?? String(letter).decomposedStringWithCompatibilityMapping
        let known = parts.unicodeScalars.compactMap { part in
            weight(of: part) ?? SerbianLetter.cyrillic(of: part).flatMap(weight)
        }
        return known.isEmpty ? [(LetterOrder.unknownPlace, LetterOrder.foreignMark)] : known.map { ($0.place, LetterOrder.foreignMark) }
    }

    private static let foreignMark: UInt8 = 9
    private static let unknownPlace: UInt8 = 120

    /// Letters parted by blanks in their order; those written together share a place.
    private init(_ order: String) {
        var places = [Weight?](repeating: nil, count: 0x460)
        for (place, letters) in order.split(separator: " ").enumerated() {
            for (mark, letter) in letters.unicodeScalars.enumerated() {
                places[Int(letter.value)] = (UInt8(place), UInt8(mark))
            }
        }
        self.places = places
    }

    private static let azbuka = LetterOrder("а б вw г д ђ е ж з иy ј кq л љ м н њ о п р с т ћ у ф х ц ч џ ш")
    private static let abeceda = LetterOrder("а б ц ч ћ д џ ђ е ф г х и ј к л љ м н њ о п q р с ш т у в w x y з ж")
    private static let lithuanian = LetterOrder("aą b c č d eęė f g h iįy j k l m n o p q r s š t uųū v w x z ž")

    private static let foreign: [Unicode.Scalar: String] = [
        "x": "кс", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l",
        "ё": "е", "й": "ј", "щ": "ш", "ы": "и", "э": "е", "ю": "у", "я": "а",
    ]
}
