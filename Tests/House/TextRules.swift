import Foundation
import Testing

/// The words: each is used, and each deed can be read.
@Suite struct TextRules {
    private static let keys: [String] = SourceTree.words.flatMap { file -> [String] in
        let parsed = (try? JSONSerialization.jsonObject(with: Data(file.text.utf8))) as? [String: Any]
        return (parsed ?? [:]).keys.sorted()
    }

    /// The words that every room may need are a stock, and may wait for their use.
    private static let stock = "common."

    @Test func `every text is used`() {
        #expect(!Self.keys.isEmpty)
        let used = Set(SourceTree.sources.flatMap { file in
            file.text.matches(of: /\bT\.(\w+)\.`?(\w+)`?/).map { "\($0.1).\($0.2)" }
        })
        let unused = Self.keys.filter { !used.contains($0) && !$0.hasPrefix(Self.stock) }
        #expect(unused.isEmpty, "\(unused.count) texts are not used: \(unused.joined(separator: ", "))")
    }

    @Test func `a key belongs to the room of its file`() {
        for file in SourceTree.words {
            let parsed = (try? JSONSerialization.jsonObject(with: Data(file.text.utf8))) as? [String: Any] ?? [:]
            for key in parsed.keys { #expect(key.hasPrefix(file.stem + "."), "\(key) in \(file)") }
        }
    }

    /// The journal keeps the key of a deed as a word; the deed must still be a text when it is read.
    @Test func `every deed is a text`() {
        let known = Set(Self.keys)
        for file in SourceTree.sources {
            for match in file.text.matches(of: /\.record\(\s*T\.(\w+)\.(\w+)/) {
                #expect(known.contains("\(match.1).\(match.2)"), "\(file): \(match.1).\(match.2)")
            }
        }
    }
}
