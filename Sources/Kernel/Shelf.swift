package import Storage
import Synchronization

/// What many pages show alike, kept in memory until what it shows has changed.
///
/// What is not there is made by one look; others that need it wait, and begin anew when it is there. After a change thirty readers of a page
/// would else read five thousand programmes thirty times.
package final class Shelf: Sendable {
    private struct State {
        var kept: [String: (made: ContentVersion, value: any Sendable)] = [:]
        /// What is being made, and who waits for it.
        var making: [String: [CheckedContinuation<Void, Never>]] = [:]
    }
    private let state = Mutex(State())
    private static let most = 200

    fileprivate func value<T: Sendable>(_ name: String, _ stands: (ContentVersion) -> Bool) -> T? {
        state.withLock { state in state.kept[name].flatMap { stands($0.made) ? $0.value as? T : nil } }
    }

    fileprivate func keep(_ value: some Sendable, _ name: String, _ version: ContentVersion) {
        state.withLock { state in
            if state.kept.count >= Self.most { state.kept.removeAll() }
            state.kept[name] = (version, value)
        }
    }

    /// Whether whoever asks makes it from now on, until it is released; false when somebody else does.
    fileprivate func claim(_ name: String) -> Bool {
        state.withLock { state in
            guard state.making[name] == nil else { return false }
            state.making[name] = []
            return true
        }
    }

    fileprivate func release(_ name: String) {
        for waiting in state.withLock({ $0.making.removeValue(forKey: name) }) ?? [] { waiting.resume() }
    }

    /// Until nobody makes it.
    fileprivate func made(_ name: String) async {
        await withCheckedContinuation { waiting in
            let isOver = state.withLock { state in
                guard state.making[name] != nil else { return true }
                state.making[name]?.append(waiting)
                return false
            }
            if isOver { waiting.resume() }
        }
    }
}

/// A look needs what another one is making.
private struct BeingMade: Error { let name: String }

/// What one look makes for the shelf. A look that took too long for its thread is run again elsewhere and goes on making the same.
final class ShelfWork: Sendable {
    private let shelf: Shelf
    private let names = Mutex<Set<String>>([])

    init(_ shelf: Shelf) { self.shelf = shelf }

    /// Runs a look, again after what it had to wait for. Nobody waits while others wait for them.
    static func look<T: Sendable>(at shelf: Shelf, _ run: (ShelfWork) async throws -> T) async throws -> T {
        while true {
            let work = ShelfWork(shelf)
            do {
                defer { work.releaseAll() }
                return try await run(work)
            } catch let other as BeingMade {
                await shelf.made(other.name)
            }
        }
    }

    fileprivate func claim(_ name: String) throws {
        guard names.withLock({ !$0.contains(name) }) else { return }
        guard shelf.claim(name) else { throw BeingMade(name: name) }
        names.withLock { _ = $0.insert(name) }
    }

    fileprivate func keep(_ value: some Sendable, _ name: String, _ version: ContentVersion) {
        shelf.keep(value, name, version)
        names.withLock { _ = $0.remove(name) }
        shelf.release(name)
    }

    private func releaseAll() {
        for name in names.withLock({ $0 }) { shelf.release(name) }
    }
}

/// The shelf as one transaction sees it. The version is read there, once, so that nothing that was committed before it is missed.
final class ShelfSight {
    /// Keeps for others what it reads. What an act reads that writes may never be committed: such a look has none.
    let work: ShelfWork?
    private var version: ContentVersion?

    init(_ work: ShelfWork?) { self.work = work }

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
        guard let work = sight.work else { return try read() }
        try work.claim(name)
        // Somebody may have made it between the look and the claim.
        let value = try shelf.value(name, { version.allows($0, withSeats: withSeats) }) ?? read()
        work.keep(value, name, version)
        return value
    }

    /// A row brought the version along (`ContentVersion.columns`), which need not be asked for by itself before something kept is looked at.
    package func sees(_ row: Row) throws { try sight?.see(row) }

    /// An act that writes, as it looks at what is kept. To be asked for after what guards the rule was held: whoever would change that waits now, and
    /// what was changed before is counted in the version, which is read at the first look.
    package var looking: Act {
        var act = self
        act.sight = sight ?? ShelfSight(nil)
        return act
    }
}
