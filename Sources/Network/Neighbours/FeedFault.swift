package import Languages
package import Storage

/// Why nothing new is taken from a neighbour. What was last good stays.
package enum FeedFault: String, Error, CaseIterable, Sendable, Storable {
    /// It is no address of the web.
    case address
    /// Its name leads into the inside network.
    case inside
    /// More bytes than any feed has.
    case large
    /// No answer in time.
    case late
    /// Nobody answers.
    case silent
    /// It sends elsewhere: a feed stands where it is said to stand.
    case redirected
    /// It answers that there is none.
    case status
    /// What it sends is no feed.
    case unreadable
    /// The signature does not fit what is signed.
    case changed
    /// Another key, for which the one that is trusted does not answer.
    case key
    /// The key was declared as not to be believed, by itself.
    case revoked
    /// Something older than what is here already.
    case old
    /// Its time is over.
    case expired
    /// It says to be of a time that has not come.
    case early
    /// It is of another installation than before.
    case foreign

    package var name: Phrase {
        switch self {
        case .address: T.neighbours.faultAddress
        case .inside: T.neighbours.faultInside
        case .large: T.neighbours.faultLarge
        case .late: T.neighbours.faultLate
        case .silent: T.neighbours.faultSilent
        case .redirected: T.neighbours.faultRedirected
        case .status: T.neighbours.faultStatus
        case .unreadable: T.neighbours.faultUnreadable
        case .changed: T.neighbours.faultChanged
        case .key: T.neighbours.faultKey
        case .revoked: T.neighbours.faultRevoked
        case .old: T.neighbours.faultOld
        case .expired: T.neighbours.faultExpired
        case .early: T.neighbours.faultEarly
        case .foreign: T.neighbours.faultForeign
        }
    }

    /// Whether somebody should look at it today: what is only away comes back by itself.
    package var isOfTrust: Bool {
        switch self {
        case .changed, .key, .revoked, .old, .foreign: true
        case .address, .inside, .large, .late, .silent, .redirected, .status, .unreadable, .expired, .early: false
        }
    }
}
