package import Languages

/// What a QR code says of a payment in euros, so that a bank's program fills it in. Version 002, in which the bank's own code may be left out.
///
/// Specification: EPC069-12, *Quick Response Code: Guidelines to enable data capture for the initiation of a SEPA credit transfer*.
package struct SepaQR: Hashable, Sendable {
    package let name: String
    package let iban: String
    package let amount: Money
    /// A creditor's reference (ISO 11649); where there is none the purpose says what is paid.
    package let reference: String
    package let purpose: String

    package static let nameMost = 70, purposeMost = 140, bytesMost = 331
    /// The largest symbol that the guidelines allow.
    package static let highestVersion = 13

    /// - Returns: nil where the account is no IBAN, the amount is not in euros or none, or nobody is named.
    package init?(account: BankAccount, name: String, amount: Money, reference: String, purpose: String = "") {
        let name = IpsQR.cut(IpsQR.plain(name), Self.nameMost)
        guard account.isIBAN, amount.currency == .eur, (1...99_999_999_999).contains(amount.minor), !name.isEmpty else { return nil }
        (self.name, iban, self.amount) = (name, account.text, amount)
        self.reference = Self.isReference(reference) ? reference : ""
        self.purpose = self.reference.isEmpty ? IpsQR.cut(IpsQR.plain(purpose), Self.purposeMost) : ""
    }

    package var payload: String {
        let hundredths = amount.minor % 100
        var lines = [
            "BCD", "002", "1", "SCT", "", name, iban, "EUR\(amount.minor / 100).\(hundredths < 10 ? "0" : "")\(hundredths)", "", reference, purpose,
        ]
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    package enum Fault: Error, Hashable, Sendable { case form, account, name, amount, reference, purpose }

    /// Reads what a code says.
    package init(payload: String) throws(Fault) {
        var lines = payload.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        guard payload.utf8.count <= Self.bytesMost, (8...12).contains(lines.count), lines[0] == "BCD", ["001", "002"].contains(lines[1]), lines[2] == "1",
              lines[3] == "SCT", lines[1] == "002" || !lines[4].isEmpty else { throw .form }
        lines += Array(repeating: "", count: 12 - lines.count)
        guard (1...Self.nameMost).contains(lines[5].count) else { throw .name }
        guard let account = BankAccount(typed: lines[6]), account.isIBAN, account.text == lines[6] else { throw .account }
        guard let amount = Self.amount(lines[7]) else { throw .amount }
        guard lines[9].isEmpty || Self.isReference(lines[9]) else { throw .reference }
        guard lines[10].count <= Self.purposeMost, lines[9].isEmpty || lines[10].isEmpty else { throw .purpose }
        (name, iban, self.amount, reference, purpose) = (lines[5], account.text, amount, lines[9], lines[10])
    }

    private static func amount(_ text: String) -> Money? {
        let parts = text.dropFirst(3).split(separator: ".", omittingEmptySubsequences: false)
        guard text.hasPrefix("EUR"), (1...2).contains(parts.count), (1...9).contains(parts[0].utf8.count), parts.count == 1 || (1...2).contains(parts[1].utf8.count),
              parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let whole = Int(typed: parts[0],
                  in: 0...999_999_999), let rest = Int(typed: parts.count == 1 ? "0" : parts[1], in: 0...99) else { return nil }
        let hundredths = parts.count == 1 ? 0 : rest * (parts[1].utf8.count == 1 ? 10 : 1)
        guard let money = Money(minor: whole * 100 + hundredths, .eur), money.minor >= 1 else { return nil }
        return money
    }

    /// Whether these are the letters RF, two digits that prove the rest, and up to 21 signs.
    private static func isReference(_ text: String) -> Bool {
        guard text.hasPrefix("RF"), (5...25).contains(text.utf8.count),
              text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) }),
              text.dropFirst(2).prefix(2).utf8.allSatisfy({ $0 <= 0x39 }) else { return false }
        return BankAccount.rest(String(text.dropFirst(4) + text.prefix(4))) == 1
    }
}
