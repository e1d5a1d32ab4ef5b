package import Certificates
import Kernel
package import Languages
package import Storage

/// What an installation publishes for others, each in a file of its own under one address. `docs/feeds.md` says it in full.
package enum FeedKind: String, CaseIterable, Sendable, Storable, Codable {
    /// Who it is, its keys, and which feeds there are.
    case feed
    case events, programmes, practices
    /// Which certificates are no longer good, and by which keys they are checked.
    case certificates
    /// Counts of school years.
    case figures

    package static let folder = "/.well-known/zbornica/"
    package var path: String { "\(Self.folder)\(rawValue).json" }
    /// Those that an installation may choose to share.
    package static let contents: [FeedKind] = [.events, .programmes, .practices, .certificates, .figures]
    /// What is offered to people.
    package static let offers: [FeedKind] = [.events, .programmes, .practices]

    package var name: Phrase {
        switch self {
        case .feed: T.neighbours.kindFeed
        case .events: T.neighbours.kindEvents
        case .programmes: T.neighbours.kindProgrammes
        case .practices: T.neighbours.kindPractices
        case .certificates: T.neighbours.kindCertificates
        case .figures: T.neighbours.kindFigures
        }
    }
}

/// One feed: its head, and what stands in it.
package struct Feed<Content: Codable & Sendable>: Codable, Sendable {
    package let head: FeedHead
    package let content: Content
}

/// What every feed says of itself.
package struct FeedHead: Codable, Hashable, Sendable {
    static let version = "zbornica-feed/1"

    package let format: String
    package let kind: String
    /// The lasting name of the installation.
    package let installation: String
    /// Grows with each issue; a smaller one than before is old.
    package let sequence: Int64
    /// ISO moments: when it was made, and until when it may be believed without asking anew.
    package let made: String
    package let expires: String

    /// How long an issue may be believed.
    static let days = 14

    init(_ kind: FeedKind, of installation: String, sequence: Int64, at now: Instant) {
        (format, self.kind, self.installation, self.sequence) = (Self.version, kind.rawValue, installation, sequence)
        (made, expires) = (now.iso, now.adding(days: Self.days).iso)
    }
}

/// Texts by their languages: `sr`, `sr-Latn`, `lt`, `en`.
package typealias FeedNames = [String: String]

package struct IndexContent: Codable, Sendable {
    package struct House: Codable, Sendable {
        let id: String
        let name: FeedNames
        let site: String
    }

    package struct Pointer: Codable, Sendable {
        let kind: String
        let sequence: Int64
    }

    /// Scheme and host.
    let site: String
    let name: FeedNames
    let language: String
    let country: String
    /// The centres of the installation, each with its own host where it has one.
    let centres: [House]
    let keys: [FeedKey]
    let feeds: [Pointer]
}

package struct EventsContent: Codable, Sendable {
    struct Item: Codable, Sendable {
        let id: String
        let centre: String
        let title: String
        let language: String
        let summary: String?
        let town: String?
        /// ISO moments, and the zone in which they are read.
        let starts: String
        let ends: String
        let zone: String
        let points: Int?
        let state: String
        let url: String
    }

    let events: [Item]
}

package struct ProgrammesContent: Codable, Sendable {
    struct Item: Codable, Sendable {
        let id: String
        let number: String
        let cycle: String
        let title: String
        let language: String
        let institution: String?
        let hours: Int
        let url: String
    }

    let programmes: [Item]
}

package struct PracticesContent: Codable, Sendable {
    struct Item: Codable, Sendable {
        let id: String
        let title: String
        let language: String
        let subject: String?
        let summary: String?
        let url: String
    }

    let practices: [Item]
}

package struct CertificatesContent: Codable, Sendable {
    package let keys: KeySet
    package let status: StatusList
}

package struct FiguresContent: Codable, Sendable {
    package let years: [YearFigures]
}
