package import Accounts
import Kernel
package import Languages
import Storage

/// What was found in a kit when it left, or when it came back: part by part, as it was counted.
package struct KitCheck: Sendable {
    package enum Kind: String, CaseIterable, Sendable, Storable { case out, back }

    package struct Line: Sendable, Hashable {
        /// As the part was called then.
        package let name: String
        /// So many there ought to be.
        package let expected: Int
        package let found: Int

        package init(_ name: String, expected: Int, found: Int) { (self.name, self.expected, self.found) = (name, expected, found) }
    }

    package let kind: Kind
    package let lines: [Line]
    package let note: String
    package let at: Instant
    package let by: Person.ID?

    package init(_ kind: Kind, _ lines: [Line], note: String = "", at: Instant, by: Person.ID? = nil) {
        (self.kind, self.lines, self.note, self.at, self.by) = (kind, lines, note, at, by)
    }

    package static let countBounds = 0...10_000

    /// Parts of which something lacks, with how many.
    package struct Missing: Sendable, Hashable {
        package let name: String
        package let count: Int

        package init(_ name: String, _ count: Int) { (self.name, self.count) = (name, count) }
    }

    /// What lacks of what there ought to be.
    package var incomplete: [Missing] { lines.compactMap { $0.found < $0.expected ? Missing($0.name, $0.expected - $0.found) : nil } }

    /// What was there when it left and did not come back: what lacked already is nobody's fault. A part that was not counted then ought to be whole.
    package func missing(since out: KitCheck?) -> [Missing] {
        lines.compactMap { line in
            let then = out?.lines.first { $0.name == line.name }?.found ?? line.expected
            return line.found < then ? Missing(line.name, then - line.found) : nil
        }
    }
}
