package import Centres
package import Languages

/// The rational use of a year with what its places are called.
package struct RationalUseBook: Sendable {
    package let use: RationalUse
    /// Money of sources on events at which nobody is marked, and on what is of no event.
    package let loose: Int
    package let looseBefore: Int
    package let currency: Currency
    package let municipalities: [Int64: String]
    package let schools: [Int64: String]
    /// To where one would else have to go.
    package let otherWay: Municipality.ID?

    /// What is shown of a line, in the order of names; those without a place last.
    package func sorted(_ part: RationalUse.Part, by names: [Int64: String], _ alphabet: Alphabet) -> [RationalUse.Line] {
        let keyed = part.lines.map { line in (line, line.place.map { names[$0] ?? "" } ?? "") }
        return keyed.sorted { left, right in
            if (left.0.place == nil) != (right.0.place == nil) { return right.0.place == nil }
            return SortKey.make(left.1, alphabet: alphabet).lexicographicallyPrecedes(SortKey.make(right.1, alphabet: alphabet))
        }.map(\.0)
    }
}
