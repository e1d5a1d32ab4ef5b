package import Storage

/// What opens the check of a certificate to whoever holds it: twelve letters, sixty random bits.
///
/// The alphabet is Crockford's: no I, L, O or U, so nothing is mistaken when it is read from paper.
package struct CertificateCode: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    static let length = 12
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    /// What a hand types for the letters above: mistaken shapes, and the same keys under a Cyrillic layout.
    private static let similar: [Character: Character] = [
        "O": "0", "I": "1", "L": "1", "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "Ј": "J", "К": "K", "М": "M", "О": "0", "Р": "P", "Т": "T", "Х": "X",
    ]

    package static func random() -> CertificateCode {
        var generator = SystemRandomNumberGenerator()
        return CertificateCode(text: String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }))
    }

    private init(text: String) { self.text = text }

    /// As typed or as it stands in an address: with or without hyphens, blanks and capitals. Nil when it cannot be a code.
    package init?(typed: some StringProtocol) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "–" }.map { CertificateCode.similar[$0] ?? $0 }
        guard letters.count == CertificateCode.length, letters.allSatisfy({ CertificateCode.letters.contains($0) }) else { return nil }
        text = String(letters)
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
