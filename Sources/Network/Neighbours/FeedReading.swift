import Foundation
import Kernel
import Languages

/// Feeds as they come from outside: whatever stands in them is read once, with bounds, and nothing of it before its signature was checked, but for the keys
/// by which that is done.
enum FeedReading {
    /// More bytes no feed has.
    static let most = 5 << 20
    /// So much may the clocks of two installations differ.
    private static let minutesEarly = 10

    struct Read<Content: Codable & Sendable>: Sendable {
        let sequence: Int64
        let made: Instant
        let expires: Instant
        let installation: String
        let content: Content
    }

    struct Index: Sendable {
        let text: SignedText
        let feed: Read<IndexContent>
        let key: FeedKey
    }

    /// What is known of a neighbour before.
    struct Known: Sendable {
        /// The fingerprint that is believed.
        let fingerprint: String
        /// Nil at the first time.
        let installation: String?
        let sequence: Int64
    }

    static func index(_ bytes: [UInt8], of known: Known, at now: Instant) throws(FeedFault) -> Index {
        guard let text = SignedText(bytes: bytes, .feed), let feed: Feed<IndexContent> = FeedJSON.read(text.payload) else { throw .unreadable }
        let key = try FeedTrust.key(of: text, listed: feed.content.keys, trusting: known.fingerprint)
        return Index(text: text, feed: try checked(feed, .feed, of: known.installation, after: known.sequence, at: now), key: key)
    }

    /// - Parameter key: the one that signed the index.
    static func feed<Content: Codable & Sendable>(
        _ bytes: [UInt8], _ kind: FeedKind, by key: FeedKey, of installation: String, after sequence: Int64, at now: Instant, as content: Content.Type = Content.self
    ) throws(FeedFault) -> Read<Content> {
        guard let text = SignedText(bytes: bytes, .feed) else { throw .unreadable }
        guard text.key == key.id else { throw .key }
        guard text.isSigned(by: key.key) else { throw .changed }
        guard let feed: Feed<Content> = FeedJSON.read(text.payload) else { throw .unreadable }
        return try checked(feed, kind, of: installation, after: sequence, at: now)
    }

    private static func checked<Content: Codable & Sendable>(
        _ feed: Feed<Content>, _ kind: FeedKind, of installation: String?, after sequence: Int64, at now: Instant
    ) throws(FeedFault) -> Read<Content> {
        let head = feed.head
        guard head.format == FeedHead.version, head.kind == kind.rawValue, let made = Instant(iso: head.made), let expires = Instant(iso: head.expires),
            head.sequence > 0, !head.installation.isEmpty, head.installation.utf8.count <= TextLimit.label.rawValue
        else { throw .unreadable }
        guard installation == nil || installation == head.installation else { throw .foreign }
        guard made <= now.adding(minutes: minutesEarly) else { throw .early }
        guard expires > now else { throw .expired }
        guard head.sequence >= sequence else { throw .old }
        return Read(sequence: head.sequence, made: made, expires: expires, installation: head.installation, content: feed.content)
    }
}

/// Scheme, host and port: where a site stands. What leads elsewhere is no page of it.
package struct SiteOrigin: Hashable, Sendable {
    package let text: String
    package let isEncrypted: Bool

    /// Fails for what is no address of the web, and for one that carries somebody's name or secret.
    package init?(_ address: String) {
        guard address.utf8.count <= TextLimit.sentence.rawValue, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let parts = URLComponents(string: address),
            let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil
        else { return nil }
        let usual = scheme == "https" ? 443 : 80
        text = "\(scheme)://\(host)" + (parts.port.map { $0 == usual ? "" : ":\($0)" } ?? "")
        isEncrypted = scheme == "https"
    }

    /// Host and port, as a reader knows the place.
    package var host: String { text.split(separator: "/").last.map(String.init) ?? text }
}
