import Foundation
package import Storage

/// What opens the check of a certificate to whoever holds it: twelve letters, sixty random bits.
///
/// The alphabet is Crockford's: no I, L, O or U, so nothing is mistaken when it is read from paper.
package struct CertificateCode: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    static let length = 12
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    /// What a hand types for the letters above: mistaken shapes.
    private static let similar: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
    /// Cyrillic letters that look like a Latin one: whoever reads the paper as Cyrillic types them.
    private static let shapes: [Character: Character] = [
        "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "Ј": "J", "К": "K", "М": "M", "О": "0", "Р": "P", "Т": "T", "Х": "X",
    ]
    /// The keys of the Serbian Cyrillic layout by what they are in Latin: whoever forgot to change the keyboard types them.
    private static let keys: [Character: Character] = [
        "А": "A", "Б": "B", "Ц": "C", "Д": "D", "Е": "E", "Ф": "F", "Г": "G", "Х": "H", "И": "1", "Ј": "J", "К": "K", "Л": "1", "М": "M", "Н": "N", "О": "0",
        "П": "P", "Љ": "Q", "Р": "R", "С": "S", "Т": "T", "В": "V", "Њ": "W", "Џ": "X", "Ѕ": "Y", "З": "Z",
    ]

    package static func random() -> CertificateCode {
        var generator = SystemRandomNumberGenerator()
        return CertificateCode(text: String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }))
    }

    private init(text: String) { self.text = text }

    /// As typed or as it stands in an address: with or without hyphens, blanks and capitals. Nil when it cannot be a code.
    package init?(typed: some StringProtocol) {
        guard let first = CertificateCode.readings(of: typed).first else { return nil }
        self = first
    }

    /// What was typed may mean: Cyrillic letters are read by their shapes and by their keys, which differ for a few (`Р` is P or R).
    package static func readings(of typed: some StringProtocol) -> [CertificateCode] {
        let signs = Self.signs(of: typed)
        return [shapes, keys].reduce(into: []) { readings, alphabet in
            let letters = signs.map { similar[$0] ?? alphabet[$0] ?? $0 }
            guard letters.count == length, letters.allSatisfy({ Self.letters.contains($0) }) else { return }
            let code = CertificateCode(text: String(letters))
            if !readings.contains(code) { readings.append(code) }
        }
    }

    /// Letters and digits that were typed, capital; of a whole address those of its code. Every kind of dash, blank and invisible sign is left out.
    static func signs(of typed: some StringProtocol) -> [Character] {
        var text = Substring(String(typed).precomposedStringWithCompatibilityMapping)
        if let folder = text.firstRange(of: "/certificates/") { text = text[folder.upperBound...].prefix { !"/?#".contains($0) } }
        let kept = text.uppercased().unicodeScalars.filter { sign in
            switch sign.properties.generalCategory {
            case .dashPunctuation, .connectorPunctuation, .format, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
            default: sign != "\u{2212}"
            }
        }
        return Array(String(String.UnicodeScalarView(kept)))
    }

    /// As printed: ABCD-EFGH-JKMN.
    package var grouped: String {
        stride(from: 0, to: CertificateCode.length, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    package var description: String { text }
}

extension CertificateCode: Storable {
    package var stored: Stored { .text(text) }
    package init?(stored: Stored) {
        guard case .text(let text) = stored else { return nil }
        self.init(typed: text)
    }
}
