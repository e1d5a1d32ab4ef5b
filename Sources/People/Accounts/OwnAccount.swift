import Kernel
import Languages

/// What one sees of one's own account.
struct OwnAccount: Sendable {
    let person: Person
    let hasPassword: Bool
    let schools: [Employment]
    let browsers: [OpenBrowser]
    let isStaff: Bool
    let factorSince: Instant?
    let codesLeft: Int
    let doors: [SignInDoor]
}

/// A browser in which somebody is signed in.
struct OpenBrowser: Sendable {
    let device: Device
    let seen: Instant
    /// Whether it is the one that asks.
    let isHere: Bool
}
