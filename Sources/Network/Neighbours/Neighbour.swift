package import Accounts
package import Kernel
package import Languages
package import Storage

/// Another installation whose signed feeds are read here.
package struct Neighbour: Sendable {
    package typealias ID = Kernel.ID<Neighbour>

    /// How it stands with it.
    package enum State: String, CaseIterable, Sendable, Storable {
        /// Nothing was heard yet.
        case new
        case good
        /// What it sent was not taken, or nobody answered; what was last good is shown.
        case faulty
        /// Its key has declared itself lost: nothing is asked until somebody has compared a new one.
        case revoked
        /// Somebody here has stopped it.
        case paused

        package var name: Phrase {
            switch self {
            case .new: T.neighbours.stateNew
            case .good: T.neighbours.stateGood
            case .faulty: T.neighbours.stateFaulty
            case .revoked: T.neighbours.stateRevoked
            case .paused: T.neighbours.statePaused
            }
        }
    }

    package let id: ID
    /// Scheme and host at which it is asked.
    package let address: String
    /// Of the key that is believed.
    package let fingerprint: String
    package let state: State
    package let fault: FeedFault?
    /// Its lasting name; nil before anything was heard.
    package let installation: String?
    /// Its site as it names it.
    package let site: String
    /// Its names by language.
    package let names: [Language: String]
    package let language: Language
    package let added: Instant
    package let addedBy: Person.ID?
    /// When it was last asked, and last heard with something good.
    package let tried: Instant?
    package let heard: Instant?
    /// When it is asked next; nil: never.
    package let due: Instant?
    /// How often in a row nothing good came.
    package let fails: Int
    package let tag: String
    package let sequence: Int64
    /// Until when what was heard may be believed without asking anew.
    package let expires: Instant?

    package var path: String { "/staff/neighbours/\(id)" }
    package var host: String { SiteOrigin(site.isEmpty ? address : site)?.host ?? address }

    /// Its name in a language, else in its own; before anything was heard its host.
    package func name(in reading: Language) -> (text: String, language: Language?) {
        if let name = names[reading], !name.isEmpty { return (name, reading) }
        if reading == .srLatn, let name = names[.sr], !name.isEmpty { return (name, .sr) }
        if let name = names[language], !name.isEmpty { return (name, language) }
        return (host, nil)
    }

    /// So long after it was last heard its offers are still shown.
    package static let daysShown = 30

    package func isShown(at now: Instant) -> Bool { heard.map { $0.adding(days: Self.daysShown) > now } ?? false }

    /// So long it may be away before somebody is told.
    package static let daysQuiet = 3

    /// Whether somebody should look at it today.
    package func needsHand(at now: Instant) -> Bool {
        switch state {
        case .revoked: true
        case .faulty: (fault?.isOfTrust ?? false) || (heard ?? added).adding(days: Self.daysQuiet) < now
        case .new, .good, .paused: false
        }
    }
}

extension Subject {
    package static func neighbour(_ id: Neighbour.ID) -> Subject { .other("neighbour", id.value) }
}

/// When a neighbour is asked again: not sooner than half an hour, later and later while nothing good comes, never all at one moment.
package enum PullTimes {
    static let minutes = 30
    private static let minutesMost = 1_440
    private static let spreadSeconds: UInt64 = 600

    package static func next(after now: Instant, fails: Int, of id: Neighbour.ID) -> Instant {
        let wait = min(minutes << min(max(fails, 0), 6), minutesMost)
        let mixed = (UInt64(bitPattern: id.value) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(bitPattern: now.seconds) &* 0xC2B2_AE3D_27D4_EB4F)
        return now.adding(minutes: wait).adding(seconds: Int((mixed >> 20) % spreadSeconds))
    }
}
