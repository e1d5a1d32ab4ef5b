package import Languages

/// Somebody looked at a table in which people are named, or took one out.
package struct TableLook: Sendable {
    package let at: Instant
    package let who: String
    package let deed: String
    package let kind: TableKind
    package let table: String
    /// What it showed, where it was taken out.
    package let words: String?
}
