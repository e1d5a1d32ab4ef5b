import Storage
import Synchronization

/// What many pages show alike, kept in memory until something that a public page may show has changed.
package final class Shelf: Sendable {
    private let kept = Mutex<[String: (version: Int, value: any Sendable)]>([:])
    private static let most = 100

    fileprivate func value<T: Sendable>(_ name: String, _ version: Int) -> T? {
        kept.withLock { kept in kept[name].flatMap { $0.version == version ? $0.value as? T : nil } }
    }

    fileprivate func keep(_ value: some Sendable, _ name: String, _ version: Int) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[name] = (version, value)
        }
    }
}

extension Act {
    /// Reads once what many pages show alike, and again when public pages have become stale. Their version is looked at in this same transaction, so that
    /// nothing that was committed before it is missed. Acts that write read anew.
    /// - Parameter name: what it is, with all that the reading depends on beside the records.
    package func kept<T: Sendable>(_ name: String, _ read: () throws -> T) throws -> T {
        guard let shelf else { return try read() }
        let version = try db.count("SELECT sum(version) AS version FROM content_version")
        if let value: T = shelf.value(name, version) { return value }
        let value = try read()
        shelf.keep(value, name, version)
        return value
    }
}
