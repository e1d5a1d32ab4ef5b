import Catalogue
package import Events
import Kernel
package import Languages
import Centres
package import Registration

/// What is known about an event when somebody is to be marked.
package struct MarkingRule: Sendable {
    package let event: Event
    package let sessions: [DatedSession]
    /// Registrations that have a seat.
    package let admitted: Set<Registration.ID>

    package init(event: Event, sessions: [DatedSession], admitted: Set<Registration.ID>) {
        self.event = event
        self.sessions = sessions
        self.admitted = admitted
    }

    /// Whether anybody may be marked: once the event is announced, unless it is called off. After it is closed, only for a reason.
    /// - Throws: the refusal with the way out.
    package func require(because reason: String) throws {
        switch event.state {
        case .announced, .confirmed, .held: break
        case .closed: if reason.isEmpty { throw Problem.invalid("reason", T.delivery.closedNeedsReason) }
        case .draft, .postponed, .cancelled: throw Problem.conflict(T.delivery.notMarkable(state: .phrase(event.state.name)))
        }
    }

    /// The same at the door, where nobody is asked for a reason: once the event is closed, the table of attendance is the place.
    /// - Throws: the refusal with the way out.
    func requireAtDoor() throws {
        guard event.state != .closed else { throw Problem.conflict(T.delivery.doorClosed) }
        try require(because: "")
    }

    /// - Throws: `Problem.missing` when the session is not of this event.
    package func session(_ id: DatedSession.ID) throws -> DatedSession {
        guard let session = sessions.first(where: { $0.id == id }) else { throw Problem.missing }
        return session
    }

    /// Whether this mark may stand: of somebody who has a seat, in a session that is about to begin or has begun.
    /// - Throws: the refusal, in words for whoever marks.
    package func check(_ mark: Attendance, at now: Instant) throws {
        let session = try session(mark.session)
        guard now >= session.opens else { throw Problem.conflict(T.delivery.tooEarly(opens: .instant(session.opens))) }
        guard admitted.contains(mark.registration) else { throw Problem.conflict(T.delivery.noSeat) }
        guard let kind = mark.mark, kind.hasMinutes else { return }
        guard (1...session.minutes).contains(mark.missed) else { throw Problem.conflict(T.delivery.minutesWrong(most: .number(session.minutes))) }
    }

    /// The moment at which a mark was made. What a device tells is believed between the opening of the session and now.
    package func moment(_ told: Instant, of session: DatedSession, at now: Instant) -> Instant {
        min(max(told, session.opens), now)
    }
}
