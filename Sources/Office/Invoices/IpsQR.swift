package import Languages

/// What a QR code of the National Bank of Serbia says of a payment, so that a telephone fills in the slip (kind PR, on paper).
///
/// Specification: NBS IPS QR, as the domain notes tell it in 7.3.
package struct IpsQR: Hashable, Sendable {
    /// Eighteen digits.
    package let account: String
    /// Who is paid, with the seat behind a line feed.
    package let name: String
    package let amount: Money
    package let payer: String
    /// The way of payment and its basis, such as 221 or 289.
    package let code: String
    package let purpose: String
    /// Model and reference together, such as 9706 and what follows.
    package let reference: String

    package static let nameMost = 70, linesMost = 3, purposeMost = 35, referenceMost = 25

    /// Too long names and purposes are cut, for the bank's program refuses them.
    /// - Returns: nil where the account is no Serbian one, the amount is none or in another currency, or the reference is too long.
    package init?(account: String, name: [String], amount: Money, payer: [String] = [], code: String = "221", purpose: String, reference: String = "") {
        guard Self.isAccount(account), amount.currency == .rsd, amount.minor >= 1, Self.isCode(code), Self.isReference(reference) else { return nil }
        (self.account, self.amount, self.code, self.reference) = (account, amount, code, reference)
        self.name = Self.lines(name)
        self.payer = Self.lines(payer)
        self.purpose = Self.cut(Self.plain(purpose), Self.purposeMost)
        guard !self.name.isEmpty else { return nil }
    }

    /// What the code holds.
    package var payload: String {
        let hundredths = amount.minor % 100
        let parts = [
            ("K", "PR"), ("V", "01"), ("C", "1"), ("R", account), ("N", name), ("I", "RSD\(amount.minor / 100),\(hundredths < 10 ? "0" : "")\(hundredths)"),
            ("P", payer), ("SF", code), ("S", purpose), ("RO", reference),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0):\($1)" }.joined(separator: "|")
    }

    // MARK: Reading

    package enum Fault: Error, Hashable, Sendable { case form, kind, account, name, amount, payer, code, purpose, reference }

    /// Reads what a code says.
    /// - Throws: the part that is wrong.
    package init(payload: String) throws(Fault) {
        var parts: [String: String] = [:]
        for part in payload.split(separator: "|", omittingEmptySubsequences: false) {
            guard let colon = part.firstIndex(of: ":"), colon != part.startIndex, part.index(after: colon) < part.endIndex else { throw .form }
            let tag = String(part[..<colon])
            guard Self.tags.contains(tag), parts.updateValue(String(part[part.index(after: colon)...]), forKey: tag) == nil else { throw .form }
        }
        guard parts["K"] == "PR", parts["V"] == "01", parts["C"] == "1" else { throw .kind }
        guard let account = parts["R"], Self.isAccount(account) else { throw .account }
        guard let name = parts["N"], Self.isName(name) else { throw .name }
        guard let amount = parts["I"].flatMap(Self.amount) else { throw .amount }
        if let payer = parts["P"] { guard Self.isName(payer) else { throw .payer } }
        guard let code = parts["SF"], Self.isCode(code) else { throw .code }
        let purpose = parts["S"] ?? ""
        guard purpose.count <= Self.purposeMost, !purpose.contains(where: \.isNewline) else { throw .purpose }
        guard Self.isReference(parts["RO"] ?? "") else { throw .reference }
        (self.account, self.name, self.amount, self.code, self.purpose) = (account, name, amount, code, purpose)
        (payer, reference) = (parts["P"] ?? "", parts["RO"] ?? "")
    }

    private static let tags: Set<String> = ["K", "V", "C", "R", "N", "I", "P", "SF", "S", "RO"]

    private static func amount(_ text: String) -> Money? {
        guard text.hasPrefix("RSD") else { return nil }
        let parts = text.dropFirst(3).split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), parts[0].count <= 10,
              let whole = Int(typed: parts[0], in: 0...Money.most / 100), let rest = Int(typed: parts[1].isEmpty ? "0" : parts[1],
                  in: 0...99) else { return nil }
        let hundredths = rest * (parts[1].count == 1 ? 10 : 1)
        guard let money = Money(minor: whole * 100 + hundredths, .rsd), money.minor >= 1 else { return nil }
        return money
    }

    private static func isAccount(_ text: String) -> Bool { text.utf8.count == 18 && text.utf8.allSatisfy(isDigit) }
    private static func isCode(_ text: String) -> Bool { text.utf8.count == 3 && text.utf8.allSatisfy(isDigit) }
    private static func isName(_ text: String) -> Bool {
        (1...nameMost).contains(text.count) && text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count <= linesMost
    }
    private static func isReference(_ text: String) -> Bool {
        text.utf8.count <= referenceMost && text.utf8.allSatisfy { isDigit($0) || (0x41...0x5a).contains($0) || $0 == 0x2d }
    }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    // MARK: What may stand in it

    /// A bar ends a part, and a sign that nobody sees ends nothing well.
    static func plain(_ text: String) -> String {
        let signs = text.unicodeScalars.map { $0 == "|" || $0.properties.generalCategory == .control || $0.properties.generalCategory == .lineSeparator ? " " : $0 }
        return String(String.UnicodeScalarView(signs)).split(separator: " ").joined(separator: " ")
    }

    private static func lines(_ lines: [String]) -> String {
        cut(lines.map(plain).filter { !$0.isEmpty }.prefix(linesMost).joined(separator: "\n"), nameMost)
    }

    static func cut(_ text: String, _ most: Int) -> String {
        var cut = String(text.prefix(most))
        while let last = cut.last, last.isWhitespace { cut.removeLast() }
        return cut
    }
}
