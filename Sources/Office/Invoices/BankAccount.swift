/// An account to which somebody pays: a Serbian one of eighteen digits, whose last two prove the rest, or an IBAN (ISO 13616, mod 97-10).
package struct BankAccount: Hashable, Sendable {
    /// Eighteen digits, or an IBAN in capital letters without blanks.
    package let text: String

    /// What is typed: `840-123456-09`, eighteen digits, `LT12 1000 0111 0100 1000`. A short Serbian account is filled with noughts in the middle.
    package init?(typed: String) {
        let text = typed.uppercased().filter { !$0.isWhitespace }
        if text.first?.isLetter == true {
            guard Self.isIBAN(text) else { return nil }
            self.text = text.hasPrefix("RS35") && text.utf8.count == 22 ? String(text.dropFirst(4)) : text
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        let digits: String
        switch parts.count {
        case 1: digits = text
        case 3:
            guard parts[0].utf8.count == 3, parts[1].utf8.count <= 13, parts[2].utf8.count == 2 else { return nil }
            digits = parts[0] + String(repeating: "0", count: 13 - parts[1].utf8.count) + parts[1] + parts[2]
        default: return nil
        }
        guard digits.utf8.count == 18, Self.rest(digits) == 1 else { return nil }
        self.text = digits
    }

    package var isIBAN: Bool { text.first?.isLetter == true }

    /// `265-1660310005042-68`, `LT12 1000 0111 0100 1000`.
    package var shown: String {
        if isIBAN {
            let letters = Array(text)
            return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
        }
        return "\(text.prefix(3))-\(text.dropFirst(3).prefix(13))-\(text.suffix(2))"
    }

    private static func isIBAN(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (15...34).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) }),
              bytes[0..<2].allSatisfy({ $0 >= 0x41 }), bytes[2..<4].allSatisfy({ $0 <= 0x39 }) else { return false }
        return rest(String(text.dropFirst(4) + text.prefix(4))) == 1
    }

    /// The rest by 97; a letter counts as two digits, from 10 for A.
    static func rest(_ text: String) -> Int {
        text.utf8.reduce(0) { rest, byte in
            let value = byte <= 0x39 ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10
            return (rest * (value > 9 ? 100 : 10) + value) % 97
        }
    }
}
