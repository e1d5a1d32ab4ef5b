package import Events
import Kernel
package import Languages

extension Announced {
    /// Whether one can apply now.
    /// - Throws: the refusal, with its reason and the way out.
    package func requireOpen(at now: Instant, in zone: Zone) throws {
        switch state {
        case .announced, .confirmed: break
        case .draft: throw Problem.missing
        case .postponed: throw Problem.conflict(T.registration.refusedPostponed)
        case .cancelled: throw Problem.conflict(T.registration.refusedCancelled)
        case .held, .closed: throw Problem.conflict(T.registration.refusedHeld)
        }
        guard now < closes(in: zone) else { throw Problem.conflict(T.registration.refusedDeadline(deadline: .day(deadline))) }
    }

    package func isOpen(at now: Instant, in zone: Zone) -> Bool { (try? requireOpen(at: now, in: zone)) != nil }
}
