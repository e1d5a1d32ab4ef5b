/// Several addresses in one cell of a list, one under the other or with a stroke between: the first is whom it is about. A comma parts nothing, for in one address it
/// is a full stop that was missed.
struct AddressesInCell {
    let first: String?
    let others: [String]

    init(_ text: String) {
        let parts = text.split { $0.isNewline || $0.isWhitespace || ";/|".contains($0) }.map(String.init)
        let addresses = parts.filter { $0.contains("@") }
        guard addresses.count > 1, !text.contains(","), parts.allSatisfy({ $0.contains("@") || ["i", "и", "ir", "and", "&"].contains($0.lowercased()) }) else {
            (first, others) = (nil, [])
            return
        }
        (first, others) = (addresses[0], Array(addresses.dropFirst()))
    }
}
