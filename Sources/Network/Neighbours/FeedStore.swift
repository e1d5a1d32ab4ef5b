import Crypto
import Foundation
package import Kernel
package import Languages
import Storage

/// What this installation publishes, as rows. An issue is made when what stands in it has changed, and once a day, so that nobody takes an old one for new.
package enum FeedStore {
    private static let hoursMost = 24

    // MARK: Reads

    /// An issue as it is sent; nil where the installation shares none.
    package static func issue(_ kind: FeedKind, in act: Act) throws -> FeedIssue? {
        try act.db.row("""
            SELECT f.sequence, f.made, f.body FROM feed f JOIN feed i ON i.kind = 'feed' WHERE f.kind = \(kind) AND f.shared AND i.shared AND f.sequence > 0
            """).map { FeedIssue(sequence: try $0["sequence"], body: try $0["body"]) }
    }

    /// The kinds that are shared; none where nothing is.
    package static func shared(in act: Act) throws -> Set<FeedKind> {
        Set(try act.db.rows("SELECT kind FROM feed WHERE shared").map { try $0["kind"] as FeedKind })
    }

    /// When the newest issue of each kind was made.
    package static func issues(in act: Act) throws -> [FeedKind: Instant] {
        try act.db.rows("SELECT kind, made FROM feed WHERE shared AND made IS NOT NULL").reduce(into: [:]) { $0[try $1["kind"]] = try $1["made"] as Instant }
    }

    // MARK: What is shared

    /// - Parameter kinds: those that are shared from now on; none ends all of it.
    package static func share(_ kinds: Set<FeedKind>, seal: Seal, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        try FeedKeyStore.hold(in: act)
        let before = try shared(in: act), contents = kinds.intersection(FeedKind.contents), after = contents.isEmpty ? [] : contents.union([.feed])
        if !after.isEmpty { _ = try FeedKeyStore.current(seal: seal, in: act) }
        for kind in FeedKind.allCases {
            try act.db.run("""
                INSERT INTO feed (kind, shared) VALUES (\(kind), \(after.contains(kind))) ON CONFLICT (kind) DO UPDATE SET shared = excluded.shared
                """)
        }
        func words(_ kinds: Set<FeedKind>) -> String { kinds.subtracting([.feed]).map(\.rawValue).sorted().joined(separator: " ") }
        try act.record(T.neighbours.deedShared, try FeedKeyStore.subject(in: act), changes: [Change("shared", from: words(before), to: words(after))])
    }

    // MARK: Issues

    /// Makes what has changed. It is read beside others, and written at once.
    package static func publish(_ records: Records, seal: Seal) async throws {
        let contents = try await records.read(as: .system) { act in
            let shared = try shared(in: act)
            return try !shared.contains(.feed) ? [] : FeedKind.contents.filter { shared.contains($0) }.map { ($0, try FeedContentStore.content(of: $0, in: act)) }
        }
        guard !contents.isEmpty else { return }
        try await records.write(by: .system) { try write(contents, seal: seal, in: $0) }
    }

    private static func write(_ contents: [(FeedKind, any Codable & Sendable)], seal: Seal, in act: Act) throws {
        let pair = try FeedKeyStore.current(seal: seal, in: act)
        for (kind, content) in contents { try write(kind, content, pair, in: act) }
        try write(.feed, try FeedContentStore.index(in: act), pair, in: act)
    }

    private static func write(_ kind: FeedKind, _ content: some Codable & Sendable, _ pair: FeedKeyPair, in act: Act) throws {
        // Who signs belongs to it: after another key has come all is signed anew.
        let digest = Hex.text(SHA256.hash(data: Data(try FeedJSON.bytes(content) + Array(pair.id.utf8))))
        guard let row = try act.db.row("SELECT sequence, made, digest FROM feed WHERE kind = \(kind) AND shared") else { return }
        let (last, made, known): (Int64, Instant?, String) = (try row["sequence"], try row["made"], try row["digest"])
        if known == digest, let made, made.adding(hours: hoursMost) > act.now { return }
        // Seconds, so that an installation that was restored from a copy goes on where it was, and not below.
        let sequence = max(last + 1, act.now.seconds)
        let feed = Feed(head: FeedHead(kind, of: try act.installation, sequence: sequence, at: act.now), content: content)
        let body = String(decoding: try FeedJSON.bytes(SignedText.make(FeedJSON.bytes(feed), .feed, by: pair)), as: UTF8.self)
        try act.db.run("UPDATE feed SET sequence = \(sequence), made = \(act.now), digest = \(digest), body = \(body) WHERE kind = \(kind)")
    }

    /// The newest issues, for the index.
    static func pointers(in act: Act) throws -> [IndexContent.Pointer] {
        try act.db.rows("SELECT kind, sequence FROM feed WHERE shared AND kind <> 'feed' AND sequence > 0 ORDER BY kind").map {
            IndexContent.Pointer(kind: try $0["kind"], sequence: try $0["sequence"])
        }
    }
}

/// A feed as it is sent.
package struct FeedIssue: Sendable {
    package let sequence: Int64
    package let body: String
}
