import Accounts
import Centres
package import Kernel
package import Languages
import Storage

/// What holding or closing took the place of, and until when it can be taken back.
package struct EventUndo: Sendable, Hashable {
    package let state: EventState
    package let until: Instant
}

extension Event {
    /// How it stands again when its last step is taken back now; nil when nothing can be taken back any more.
    package func undo(at now: Instant) -> EventUndo? { undo.flatMap { now < $0.until ? $0 : nil } }
}

/// Holding it was taken back. A room that has built on it refuses.
package struct EventUnheld: Fact { package let event: Event }

extension EventStore {
    /// It was held. Until the centre's time for second thoughts is over that can be taken back.
    package static func markHeld(_ id: Event.ID, in act: Act) throws { _ = try move(id, to: .held, deed: T.events.held, canBeUndone: true, in: act) }

    /// All about it is done. From now on only this can be taken back.
    package static func close(_ id: Event.ID, in act: Act) throws { _ = try move(id, to: .closed, deed: T.events.closed, canBeUndone: true, in: act) }

    /// Takes back that it was held or closed, while there is time.
    package static func takeBack(_ id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try event(runBy: act.by, id, in: act)
        guard let undo = event.undo(at: act.now) else { throw Problem.conflict(T.events.undoOver(state: .phrase(event.state.name))) }
        try act.db.run("UPDATE event SET state = \(undo.state), undo_state = NULL, undo_until = NULL, sequence = sequence + 1 WHERE id = \(id)")
        try act.record(T.events.takenBack, .event(id), centre: event.centre, changes: [Change("state", from: event.state.rawValue, to: undo.state.rawValue)])
        try act.touchPublicPages()
        if event.state == .held { try act.state(EventUnheld(event: event)) }
    }

    /// Until when a step made now can be taken back; nil where the centre wants no second thoughts.
    static func undoEnd(at centre: Centre.ID, in act: Act) throws -> Instant? {
        let hours = try CentreStore.centre(centre, in: act).rules.undoHours
        return hours > 0 ? act.now.adding(hours: hours) : nil
    }
}
