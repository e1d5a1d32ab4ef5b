import Languages
import Mail

/// Several addresses in one cell of a list, one under the other or with a semicolon, a stroke or a word between: the first is whom it is about, the others are
/// theirs too. A comma parts nothing: it may as well be a full stop that was missed, and where two addresses stand around one the line is refused. Mail programs
/// write a name before an address, a comma between such, and a mark behind the last one.
struct AddressesInCell {
    /// As it was written; nil where nothing stands between or around addresses.
    let first: String?
    /// Those of the others that can be written to, each once, in order.
    let others: [String]
    /// Those that cannot.
    let wrong: [String]

    /// Folded words that stand between two; marks fold to nothing.
    private static let between: Set = ["", "i", "ili", "ir", "arba", "and", "or"]

    init(_ text: String) {
        let named = text.split(separator: "<").dropFirst().compactMap { $0.split(separator: ">", omittingEmptySubsequences: false).first }.joined(separator: " ")
        let parts = (named.isEmpty ? text : named).split { $0.isNewline || $0.isWhitespace || ",;/|".contains($0) }.map(String.init).filter { part in
            !Self.between.contains(Fold.tokens(part).joined(separator: " "))
        }
        let isParted = named.isEmpty && parts.count > 1 && text.contains(",")
        guard !parts.isEmpty, !isParted, parts.allSatisfy({ $0.contains("@") }) else {
            (first, others, wrong) = (nil, [], [])
            return
        }
        let read = parts.dropFirst().map { (written: $0, address: try? EmailAddress(reading: $0).text) }
        let own = try? EmailAddress(reading: parts[0]).text
        first = parts[0]
        others = Set(read.compactMap(\.address)).subtracting([own].compactMap(\.self)).sorted()
        wrong = read.filter { $0.address == nil }.map(\.written)
    }
}
