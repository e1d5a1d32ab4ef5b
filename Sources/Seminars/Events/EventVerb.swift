import Kernel
package import Languages

/// What those who run an event can do with it; the raw value is the last word of its address.
package enum EventVerb: String, CaseIterable, Sendable {
    case announce, confirm, held, close, postpone, cancel, discard
    /// Takes back that it was held or closed.
    case takeBack = "take-back"

    /// Verbs that an event's state allows now. Nothing is held before it has begun.
    package static func possible(_ event: Event, at now: Instant) -> [EventVerb] {
        allCases.filter { verb in
            guard let target = verb.target else { return verb == .takeBack ? event.undo(at: now) != nil : event.state == .draft }
            return event.state.next.contains(target) && (verb != .held || event.starts.map { $0 <= now } ?? false)
        }
    }

    package var target: EventState? {
        switch self {
        case .announce: .announced
        case .confirm: .confirmed
        case .held: .held
        case .close: .closed
        case .postpone: .postponed
        case .cancel: .cancelled
        case .discard, .takeBack: nil
        }
    }

    /// Everybody who applied reads why.
    package var needsReason: Bool { self == .postpone || self == .cancel }
    /// Whether it is asked about before it is done: all but what only takes back another.
    package var isAsked: Bool { self != .takeBack }
    /// Whether those who do it should first read what is missing.
    package var ends: Bool { self == .held || self == .close }
    package var isDangerous: Bool { self == .cancel || self == .discard }

    /// The words on its button.
    package var name: Phrase {
        switch self {
        case .announce: T.events.announceAct
        case .confirm: T.events.confirmAct
        case .held: T.events.heldAct
        case .close: T.events.closeAct
        case .postpone: T.events.postponeAct
        case .cancel: T.events.cancelAct
        case .discard: T.events.discardAct
        case .takeBack: T.events.takeBackAct
        }
    }

    /// What is said when it was done.
    package var said: Phrase {
        switch self {
        case .announce: T.events.saidAnnounced
        case .confirm: T.events.saidConfirmed
        case .held: T.events.saidHeld
        case .close: T.events.saidClosed
        case .postpone: T.events.saidPostponed
        case .cancel: T.events.saidCancelled
        case .discard: T.events.saidDiscarded
        case .takeBack: T.events.saidTakenBack
        }
    }
}
