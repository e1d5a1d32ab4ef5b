import Crypto
import Foundation
import Kernel
package import Languages

/// What was said of the columns of earlier files, by their heads. Only digests of heads are kept: somebody may have taken a row of people for one.
package struct ImportMemory: Sendable {
    /// The meanings by the digest of a head, by the digest of all heads together.
    private let said: [String: [String: String]]

    package init(_ said: [String: [String: String]] = [:]) { self.said = said }

    /// What each column of these heads meant last time; nil when no file had them. A head that stands there twice counts by its order.
    func meanings(of heads: [String]) -> [String?]? {
        guard !said.isEmpty, let known = said[Self.key(of: heads)] else { return nil }
        return Self.digests(of: heads).map { known[$0] }
    }

    /// What files of the same kind have in common: their heads, in any order.
    static func key(of heads: [String]) -> String { digest(digests(of: heads).filter { !$0.isEmpty }.sorted().joined(separator: " ")) }

    /// By the digests of the heads.
    static func meanings(_ reading: ImportReading) -> [String: String] {
        let digests = digests(of: reading.columns.map(\.head))
        return Dictionary(
            zip(digests, reading.columns).compactMap { digest, column in digest.isEmpty ? nil : column.meaning.map { (digest, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private static func digests(of heads: [String]) -> [String] {
        var count: [String: Int] = [:]
        return heads.map { head in
            let folded = ImportProposal.folded(head)
            guard !folded.isEmpty else { return "" }
            count[folded, default: 0] += 1
            return digest("\(folded) \(count[folded] ?? 1)")
        }
    }

    private static func digest(_ text: String) -> String { Hex.text(SHA256.hash(data: Data(text.utf8)).prefix(10)) }
}
