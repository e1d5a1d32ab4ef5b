package import Events
import Kernel
package import Languages

/// What became of one application for several events, at one of them.
package struct Together: Sendable {
    package let event: Event
    /// A new one; nil where nothing was applied for.
    package let registration: Registration?
    /// In the queue, from 1; nil for a seat.
    package let place: Int?
    /// Why nothing was applied for there.
    package let refusal: Phrase?

    init(_ event: Event, _ registration: Registration, place: Int?) {
        (self.event, self.registration, self.place, refusal) = (event, registration, place, nil)
    }

    init(_ event: Event, because refusal: Phrase) {
        (self.event, registration, place, self.refusal) = (event, nil, nil, refusal)
    }

    /// How it stands there, in words.
    package var standing: Phrase {
        if let refusal { return refusal }
        guard let place else { return registration?.state == .waiting ? T.registration.isCollectedShort : T.registration.stateAdmitted }
        return T.registration.isWaiting(place: .number(place))
    }
}

extension Seats.Standing {
    var place: Int? {
        switch self {
        case .admitted, .collected: nil
        case .waiting(let place): place
        }
    }
}

extension Application {
    /// The same for an event where one may pay in other ways only.
    func payable(for event: Event) -> Application {
        guard !event.plan.payers.contains(payer), let other = event.plan.payers.first else { return self }
        var application = self
        application.payer = other
        return application
    }
}
