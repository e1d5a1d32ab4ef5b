import Events
package import Languages

/// What those who run an event can do with one application; the raw value is the last word of its address.
package enum DeskVerb: String, CaseIterable, Sendable {
    case admit, wait, move, edit, remark, handOver = "hand-over", withdraw, refuse

    /// Whether it can be done now: the page asks to offer it, the verb decides by itself.
    func isPossible(_ registration: Registration, of event: Event, at now: Instant) -> Bool {
        let state = registration.state
        let hasBegun = event.state != .postponed && event.starts.map { $0 <= now } ?? false
        // A seat without a name has nobody who could be moved or corrected.
        if registration.isUnnamed, [.move, .edit, .handOver].contains(self) { return false }
        return switch self {
        case .admit: state.awaitsSeat
        case .wait: state.hasSeat && !hasBegun
        case .move: state.next.contains(.moved)
        case .edit: registration.hasCounted && state != .moved
        case .remark: true
        case .handOver: state == .admitted && !hasBegun
        case .withdraw: state.next.contains(.withdrawn) && registration.hasCounted && !hasBegun
        case .refuse: state.next.contains(.refused)
        }
    }

    /// Whether somebody gains or loses a seat by it, so that the journal must say why. Giving one asks for a reason only out of the queue's order.
    var needsReason: Bool {
        switch self {
        case .wait, .move, .handOver, .withdraw, .refuse: true
        case .admit, .edit, .remark: false
        }
    }

    /// The words on its button.
    package var name: Phrase {
        switch self {
        case .admit: T.registration.admit
        case .wait: T.registration.waitAct
        case .move: T.registration.moveAct
        case .edit: T.registration.editAct
        case .remark: T.registration.saveRemark
        case .handOver: T.registration.handOverDeskAct
        case .withdraw: T.registration.withdrawDeskAct
        case .refuse: T.registration.refuse
        }
    }

    /// What it means, for the page that asks.
    var meaning: Phrase? {
        switch self {
        case .admit: T.registration.admitMeans
        case .wait: T.registration.waitMeans
        case .move: T.registration.moveMeans
        case .edit: T.registration.editMeans
        case .remark: nil
        case .handOver: T.registration.handOverDeskMeans
        case .withdraw: T.registration.withdrawDeskMeans
        case .refuse: T.registration.refuseMeans
        }
    }

    /// What is said when it was done, naming whom.
    func said(_ name: String) -> Phrase {
        let name = Value.text(name)
        return switch self {
        case .admit: T.registration.saidAdmittedByStaff(name: name)
        case .wait: T.registration.saidPutInQueue(name: name)
        case .move: T.registration.saidMoved(name: name)
        case .edit: T.registration.saidEdited(name: name)
        case .remark: T.registration.saidRemarked(name: name)
        case .handOver: T.registration.saidHandedOverByStaff(name: name)
        case .withdraw: T.registration.saidWithdrawnByStaff(name: name)
        case .refuse: T.registration.saidRefused(name: name)
        }
    }
}
