import Centres
package import Events
import Kernel
package import Languages

extension Announced {
    /// Whether one can apply now.
    /// - Throws: the refusal, with its reason and the way out.
    package func requireOpen(at now: Instant, in zone: Zone) throws {
        guard state != .draft else { throw Problem.missing }
        if let refusal = refusal(at: now, in: zone) { throw Problem.conflict(refusal) }
    }

    package func isOpen(at now: Instant, in zone: Zone) -> Bool { refusal(at: now, in: zone) == nil }

    /// Why one cannot apply now, with the way out; nil when one can.
    func refusal(at now: Instant, in zone: Zone) -> Phrase? {
        if state == .announced || state == .confirmed {
            switch form.applying {
            case .none: return T.registration.refusedNotNeeded
            case .invited: return T.registration.refusedInvited
            case .open, .group: break
            }
        }
        return switch state {
        case .announced, .confirmed: now < closes(in: zone) ? nil : T.registration.refusedDeadline(deadline: .day(deadline))
        case .postponed: T.registration.refusedPostponed
        // A draft is seen by its own people only.
        case .draft, .cancelled: T.registration.refusedCancelled
        case .held, .closed: T.registration.refusedHeld
        }
    }
}

extension SeatRules {
    /// How long an offered seat waits for an answer, as texts say it: 24 сата, 48 сати.
    var offerTime: Value { .phrase(T.common.hours(count: offerHours)) }
}
