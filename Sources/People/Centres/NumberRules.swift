/// Numbers by which the state knows an institution: PIB, company number, JBKJS (domain notes 7.4, 7.6, 7.7).
package enum TaxNumber {
    /// Whether these are nine digits whose last one proves the rest (ISO 7064, mod 11,10).
    package static func isSound(_ text: String) -> Bool {
        guard let digits = Digits.of(text, count: 9) else { return false }
        var rest = 10
        for digit in digits.dropLast() {
            rest = (rest + digit) % 10
            rest = (rest == 0 ? 10 : rest) * 2 % 11
        }
        return (11 - rest) % 10 == digits[8]
    }
}

/// Матични број: eight digits. Old numbers with a wrong last digit are in use, so a fault is told and not refused.
package enum CompanyNumber {
    package static func isSound(_ text: String) -> Bool {
        guard let digits = Digits.of(text, count: 8) else { return false }
        let weights = [2, 7, 6, 5, 4, 3, 2]
        let rest = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 } % 11
        return rest != 1 && digits[7] == (rest == 0 ? 0 : 11 - rest)
    }
}

/// ЈБКЈС, the number of a budget user: five digits, nothing to compute.
package enum BudgetNumber {
    package static func isSound(_ text: String) -> Bool { Digits.of(text, count: 5) != nil }
}

private enum Digits {
    static func of(_ text: String, count: Int) -> [Int]? {
        let bytes = Array(text.utf8)
        guard bytes.count == count, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return bytes.map { Int($0) - 0x30 }
    }
}
