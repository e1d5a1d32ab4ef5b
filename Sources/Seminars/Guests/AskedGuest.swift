import Centres
import Events
import Kernel
import Languages

/// What somebody sees who opens the link of an invitation.
struct AskedGuest: Sendable {
    let guest: Guest
    let event: Event
    let centre: Centre

    /// Whether one can still answer: it is going to be held, and has not begun.
    func isOpen(at now: Instant) -> Bool {
        (event.state == .announced || event.state == .confirmed) && event.starts.map { now < $0 } ?? true
    }
}
