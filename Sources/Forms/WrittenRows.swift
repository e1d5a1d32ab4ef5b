package import HTML
package import Kernel
import Synchronization

/// Rows of public lists, each written once until something changes: what a list says of one thing is the same for everybody.
///
/// They stand on the shelf under a name that says all they depend on beside the records: `act.rows("programmes \(language)")`.
package final class WrittenRows<Key: Hashable & Sendable>: Sendable {
    private let written = Mutex<[Key: Written]>([:])
    private static var most: Int { 2_000 }

    /// The rows of these keys, in their order; what makes none has none.
    /// - Parameter make: the rows that were not written yet.
    package func of(_ keys: [Key], _ make: ([Key]) throws -> [Key: Written]) rethrows -> [Written] {
        let rows = written.withLock { written in keys.map { written[$0] } }
        let missing = zip(keys, rows).compactMap { key, row in row == nil ? key : nil }
        guard !missing.isEmpty else { return rows.compactMap { $0 } }
        let made = try make(missing)
        written.withLock { written in
            if written.count > Self.most { written.removeAll() }
            written.merge(made) { $1 }
        }
        return zip(keys, rows).compactMap { key, row in row ?? made[key] }
    }
}

extension Act {
    /// The written rows of a list; `name` says all they depend on beside the records, never who reads.
    package func rows<Key: Hashable & Sendable>(_ name: String, by key: Key.Type = Key.self) throws -> WrittenRows<Key> {
        try kept("rows of \(name)") { WrittenRows() }
    }
}
