/// Keeps what people typed from running as a formula when a spreadsheet opens our CSV: an apostrophe goes before a text that
/// starts with `=`, `+`, `-`, `@`, a tab or a carriage return, unless it is a plain number.
enum FormulaGuard {
    static func put(on text: String) -> String {
        starts(text[...]) && !isNumber(text) ? "'" + text : text
    }

    static func taken(from text: String) -> String {
        text.first == "'" && starts(text.dropFirst()) ? String(text.dropFirst()) : text
    }

    /// Looks at scalars: a tab or a sign with an accent after it is one character, but still starts a formula.
    private static func starts(_ text: Substring) -> Bool {
        text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    }

    /// A sign, digits, and at most one decimal mark among them.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.dropFirst()
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        return (text.first == "-" || text.first == "+") && parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
    }
}
