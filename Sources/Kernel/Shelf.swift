package import Storage
import Synchronization

/// What many pages show alike, kept in memory until what it shows has changed.
package final class Shelf: Sendable {
    private let kept = Mutex<[String: (made: ContentVersion, value: any Sendable)]>([:])
    private static let most = 200

    fileprivate func value<T: Sendable>(_ name: String, _ stands: (ContentVersion) -> Bool) -> T? {
        kept.withLock { kept in kept[name].flatMap { stands($0.made) ? $0.value as? T : nil } }
    }

    fileprivate func keep(_ value: some Sendable, _ name: String, _ version: ContentVersion) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[name] = (version, value)
        }
    }
}

/// The shelf as one transaction sees it. The version is read there, once, so that nothing that was committed before it is missed.
final class ShelfSight {
    /// Whether what it reads is kept for others; what an act reads that writes may never be committed.
    let keeps: Bool
    private var version: ContentVersion?

    init(keeps: Bool) { self.keeps = keeps }

    func see(_ row: Row) throws { if version == nil { version = try ContentVersion(row: row) } }

    func version(in act: Act) throws -> ContentVersion {
        if let version { return version }
        let read = try ContentVersion(in: act)
        version = read
        return read
    }
}

extension Act {
    /// Reads once what many pages show alike, and again when it has changed. Acts that write read anew, unless they look.
    /// - Parameters:
    ///   - name: what it is, with all that the reading depends on beside the records; never who reads.
    ///   - withSeats: whether it tells how many seats are taken.
    package func kept<T: Sendable>(_ name: String, withSeats: Bool = false, _ read: () throws -> T) throws -> T {
        guard let sight else { return try read() }
        let version = try sight.version(in: self)
        if let value: T = shelf.value(name, { version.allows($0, withSeats: withSeats) }) { return value }
        let value = try read()
        if sight.keeps { shelf.keep(value, name, version) }
        return value
    }

    /// A row brought the version along (`ContentVersion.columns`), which need not be asked for by itself before something kept is looked at.
    package func sees(_ row: Row) throws { try sight?.see(row) }

    /// An act that writes, as it looks at what is kept. To be asked for after what guards the rule was held: whoever would change that waits now, and
    /// what was changed before is counted in the version, which is read at the first look.
    package var looking: Act {
        var act = self
        act.sight = sight ?? ShelfSight(keeps: false)
        return act
    }
}
