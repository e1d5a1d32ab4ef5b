import Languages
import Look

/// States in one look.
enum InterfaceWords {
    static func chip(_ state: AccessKey.State, _ t: Texts) -> Chip {
        switch state {
        case .good: Chip(.good, t(T.interfaces.stateGood))
        case .soon: Chip(.waiting, t(T.interfaces.stateSoon))
        case .over: Chip(.neutral, t(T.interfaces.stateOver))
        case .ended: Chip(.neutral, t(T.interfaces.stateEnded))
        }
    }

    static func chip(_ webhook: Webhook, _ t: Texts) -> Chip {
        switch webhook.state {
        case .on: webhook.failing == nil ? Chip(.good, t(T.interfaces.stateOn)) : Chip(.waiting, t(T.interfaces.stateFailing))
        case .paused: Chip(.bad, t(T.interfaces.statePaused))
        case .ended: Chip(.neutral, t(T.interfaces.stateEnded))
        }
    }

    static func chip(_ state: WebhookDelivery.State, _ t: Texts) -> Chip {
        switch state {
        case .waiting: Chip(.waiting, t(T.interfaces.deliveryWaiting))
        case .failed: Chip(.bad, t(T.interfaces.deliveryFailed))
        case .delivered: Chip(.good, t(T.interfaces.deliveryDone))
        case .dropped: Chip(.neutral, t(T.interfaces.deliveryDropped))
        }
    }
}

extension WebhookOutcome.Fault {
    var name: Phrase {
        switch self {
        case .inside: T.interfaces.faultInside
        case .address: T.interfaces.faultAddress
        case .late: T.interfaces.faultLate
        case .large: T.interfaces.faultLarge
        case .unreachable: T.interfaces.faultUnreachable
        }
    }
}
