import Catalogue
import Kernel
package import Languages
import Centres
import Storage

/// Where an event is on its way.
package enum EventState: String, CaseIterable, Sendable, Storable {
    case draft, announced, confirmed, held, closed, postponed, cancelled

    /// The one table of allowed moves.
    package var next: Set<EventState> {
        switch self {
        case .draft: [.announced]
        case .announced: [.confirmed, .held, .postponed, .cancelled]
        case .confirmed: [.held, .postponed, .cancelled]
        case .postponed: [.announced, .cancelled]
        case .held: [.closed]
        case .closed, .cancelled: []
        }
    }

    /// - Throws: a conflict that names the state; a wrong move is never ignored.
    package func moved(to other: EventState) throws -> EventState {
        guard next.contains(other) else {
            throw Problem.conflict(T.events.wrongMove(state: .phrase(name), wanted: .phrase(other.name)))
        }
        return other
    }

    /// Whether strangers may see it.
    package var isPublic: Bool { self != .draft }

    /// Whether its days hold no longer.
    package var isOff: Bool { self == .postponed || self == .cancelled }

    /// Whether its plan may still be changed.
    package var isChangeable: Bool {
        switch self {
        case .draft, .announced, .confirmed, .postponed: true
        case .held, .closed, .cancelled: false
        }
    }

    /// Whether it takes part in the life of the centre: halls and trainers are bound, applications count.
    package var isAlive: Bool {
        switch self {
        case .announced, .confirmed, .held: true
        case .draft, .closed, .postponed, .cancelled: false
        }
    }

    package var name: Phrase {
        switch self {
        case .draft: T.events.stateDraft
        case .announced: T.events.stateAnnounced
        case .confirmed: T.events.stateConfirmed
        case .held: T.events.stateHeld
        case .closed: T.events.stateClosed
        case .postponed: T.events.statePostponed
        case .cancelled: T.events.stateCancelled
        }
    }
}

/// Who pays for a seat.
package enum Payer: String, CaseIterable, Sendable, Storable {
    case own = "self", school, free

    /// As staff read it of somebody else.
    package var ofOthers: Phrase {
        switch self {
        case .own: T.events.paidBySelf
        case .school: T.events.paidBySchool
        case .free: T.events.paidByNobody
        }
    }

    /// As the applicant chooses it.
    package var name: Phrase {
        switch self {
        case .own: T.events.payerSelf
        case .school: T.events.payerSchool
        case .free: T.events.payerFree
        }
    }
}
