import Kernel
import Languages
import NIOConcurrencyHelpers
import Storage

/// Pages for strangers, kept in memory until something that a public page may show has changed; compressed once, not for each reader, and only
/// for those who take it so.
///
/// Other copies of the program learn of a change within a second, because the version is counted in the database.
package final class PageCache: Sendable {
    struct Entry: Sendable {
        let bytes: [UInt8]
        let compressed: [UInt8]?
        let etag: String
        let keeping: Keeping
        let made: Instant
        let version: ContentVersion

        func stands(at now: ContentVersion) -> Bool { now.allows(version, withSeats: keeping == .whileSeated) }
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var weight = 0
        var version: ContentVersion?
        var checked = Instant(seconds: 0)
    }

    private let records: Records
    private let state = NIOLockedValueBox(State())
    private static let weightMax = 48 << 20
    /// A page may speak of time ("open until …"): it is made anew after so many seconds in any case.
    private static let seconds = 30

    init(records: Records) { self.records = records }

    func entry(_ key: String) async throws -> Entry? {
        let now = records.now
        if state.withLockedValue({ now.seconds - $0.checked.seconds >= 1 || now < $0.checked }) { try await check(now) }
        return state.withLockedValue { state in
            guard let entry = state.entries[key], let version = state.version, entry.stands(at: version) else { return nil }
            return entry.made <= now && now.seconds - entry.made.seconds < Self.seconds ? entry : nil
        }
    }

    /// The version to store a page under: taken before the page reads its rows.
    func version() async throws -> ContentVersion {
        if let version = state.withLockedValue({ $0.version }) { return version }
        return try await check(records.now)
    }

    func keep(_ key: String, _ bytes: [UInt8], _ keeping: Keeping, isCompressed: Bool, etag: String, version: ContentVersion) -> Entry {
        let entry = Entry(bytes: bytes, compressed: isCompressed ? Gzip.compress(bytes) : nil, etag: etag, keeping: keeping, made: records.now, version: version)
        state.withLockedValue { state in
            if state.weight > Self.weightMax {
                state.entries.removeAll(keepingCapacity: true)
                state.weight = 0
            }
            if let old = state.entries.updateValue(entry, forKey: key) { state.weight -= old.bytes.count + (old.compressed?.count ?? 0) }
            state.weight += bytes.count + (entry.compressed?.count ?? 0)
        }
        return entry
    }

    /// After an act of this copy: the version is asked for again at once.
    package func expire() {
        state.withLockedValue { $0.checked = Instant(seconds: 0) }
    }

    @discardableResult
    private func check(_ now: Instant) async throws -> ContentVersion {
        let version = try await records.read(as: .system) { try ContentVersion(in: $0) }
        state.withLockedValue { state in
            state.version = version
            state.checked = now
        }
        return version
    }
}
