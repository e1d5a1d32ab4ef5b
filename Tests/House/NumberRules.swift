import Testing

/// A number from outside passes one reading with stated bounds before anything is reckoned with it: `Int(typed:in:)`, or `number(_:in:)` of a form.
/// Swift ends the program where a sum, an index or a range does not fit.
@Suite struct NumberRules {
    @Test func `a number from outside is read with its bounds`() {
        #expect(Self.unbounded(in: SourceTree.sources) == [])

        for text in [
            "guard let page = Int(text), page > 0 else { return nil }", "if let key = Int64(parts[1]) {", "let page = Int(query[\"page\"]) ?? 1",
            "let codes = words.compactMap { Int($0) }", "words.prefix { Int($0) != nil }", "parts.first.flatMap { UInt8($0) }", "rows[Int(text)!]",
            "Int(value).map { year($0) }",
        ] {
            let wrong = SourceTree.File(path: "Sources/Web/Gate.swift", text: text)
            #expect(Self.unbounded(in: [wrong]) == ["\(wrong):1 takes any number"], "\(text)")
        }
        for text in ["guard let page = Int(typed: text, in: 1...9) else {", "let hour = Int(seconds / 3600)", "bytes.map { Int($0) - 0x30 }",
            "places.map { Int($0.rounded()) }"] {
            #expect(Self.unbounded(in: [SourceTree.File(path: "Sources/Web/Gate.swift", text: text)]) == [], "\(text)")
        }
    }

    /// Leaves read numbers of formats of their own; their tests spoil what they read.
    private static let leaves = ["Languages", "Sheets", "Mail", "Documents", "Python", "Storage", "HTML", "Resources", "generate", "C"]

    private static func unbounded(in files: [SourceTree.File]) -> [String] {
        let kind = #"\bU?Int(?:8|16|32|64)?\((?!typed:|exactly:|clamping:|truncatingIfNeeded:)"#
        let isBound = #"(?:guard|if|while|,) let \w+ = \#(kind)"#
        let isUsed = #"\#(kind)[^()]*\)(?:!|\?| \?\?| != nil| == nil|\.map\b|\.flatMap\b)|[mM]ap \{ \#(kind)\$0\) \}"#
        guard let pattern = try? Regex("\(isBound)|\(isUsed)") else { return ["no pattern"] }
        let kinds = ["Int(", "Int8(", "Int16(", "Int32(", "Int64("]
        return files.filter { file in !leaves.contains { file.path.hasPrefix("Sources/\($0)/") } }.flatMap { $0.places(of: pattern, with: kinds) }
            .map { "\($0) takes any number" }
    }
}
