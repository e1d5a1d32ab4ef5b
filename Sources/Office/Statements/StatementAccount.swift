/// The number of an account, as files and people write it in several ways.
package enum StatementAccount {
    /// Digits and capital letters alone. A Serbian account in its short form gets the zeros that belong between the bank and the control:
    /// `265-16603-42` is `265000000001660342`; an IBAN of Serbia is the same account.
    package static func normal(_ text: String) -> String {
        let parts = text.uppercased().split(separator: "-").map { part in String(part.filter { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }) }
        if parts.count == 3, parts[0].count == 3, parts[2].count == 2, parts[1].count <= 13, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
            return parts[0] + String(repeating: "0", count: 13 - parts[1].count) + parts[1] + parts[2]
        }
        let whole = parts.joined()
        if whole.hasPrefix("RS35"), whole.count == 22 { return String(whole.dropFirst(4)) }
        // Programs that write no account write zeros, or nothing but blanks.
        return whole.allSatisfy { $0 == "0" } ? "" : whole
    }

    /// As people read it: `840-0000000000999-11`, an IBAN in groups of four.
    package static func shown(_ normal: String) -> String {
        let letters = Array(normal)
        if letters.count == 18, letters.allSatisfy(\.isNumber) { return "\(String(letters[..<3]))-\(String(letters[3..<16]))-\(String(letters[16...]))" }
        guard letters.count > 12, letters.prefix(2).allSatisfy(\.isLetter) else { return normal }
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }
}
