package import Languages

/// A way on from the own record that a room above brings, such as to take it to another centre.
package struct RecordDoor: Sendable {
    package let label: Phrase
    /// Behind the language.
    package let path: String

    package init(_ label: Phrase, _ path: String) { (self.label, self.path) = (label, path) }
}
