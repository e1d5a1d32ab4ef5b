import Catalogue
import Events
import Kernel
import Languages
import Centres
import Registration
import Storage

/// People who say themselves that they are there.
extension AttendanceStore {
    /// Sessions of a centre in which people may say so now.
    static func open(at centre: Centre.ID, in act: Act) throws -> [(event: Event, session: DatedSession)] {
        let zone = try CentreStore.centre(centre, in: act).zone
        let today = zone.day(of: act.now)
        let ids: [Event.ID] = try act.db.rows("""
            SELECT DISTINCT s.event FROM event_session s JOIN event e ON e.id = s.event
            WHERE e.centre = \(centre) AND e.state IN ('announced', 'confirmed', 'held') AND s.day IN \(list: [today.adding(days: -1), today, today.adding(days: 1)])
            ORDER BY s.event
            """).map { try $0["event"] }
        return try EventStore.events(ids, in: act).flatMap { event in
            try event.sessions(in: zone).filter { $0.selfCheck.contains(act.now) }.map { (event, $0) }
        }
    }

    /// The session that a code was shown for. Of two that have the same code, it is the one in which the actor has a seat.
    static func session(code: String, _ codes: ScreenCode, at centre: Centre.ID, in act: Act) throws -> (event: Event, session: DatedSession)? {
        let found = try open(at: centre, in: act).filter { codes.admits(code, to: $0.session.id, at: act.now) }
        guard found.count > 1, let person = act.by.person else { return found.first }
        return try found.first { try RegistrationStore.open(of: person, for: $0.event.id, in: act)?.state == .admitted } ?? found.first
    }

    /// The session of a ticket, while people may still say that they are there.
    static func session(_ id: DatedSession.ID, at centre: Centre.ID, in act: Act) throws -> (event: Event, session: DatedSession) {
        guard let found = try open(at: centre, in: act).first(where: { $0.session.id == id }) else { throw Problem.conflict(T.delivery.codeLate) }
        return found
    }

    /// The actor is there. A mark that the staff made stands.
    /// - Returns: the event in which the actor is marked.
    static func attend(_ id: DatedSession.ID, at centre: Centre.ID, in act: Act) throws -> Event {
        guard let person = act.by.person else { throw Problem.missing }
        let seen = try session(id, at: centre, in: act)
        try act.db.hold("event", seen.event.id.value)
        let (event, session) = try self.session(id, at: centre, in: act)
        guard let registration = try RegistrationStore.open(of: person, for: event.id, in: act), registration.state == .admitted else {
            throw Problem.conflict(T.delivery.attendNoSeat(title: .title(event.title(in: event.plan.language).text)))
        }
        let roll = try Roll(event, in: act)
        let new = Attendance(registration: registration.id, session: session.id, mark: .present, source: .own, at: act.now)
        if let old = roll.mark(registration.id, session.id), let mark = old.mark {
            guard mark.isThere else { throw Problem.conflict(T.delivery.attendStaffSays(mark: .phrase(mark.name))) }
            return event
        }
        _ = try write(new, roll, because: "", in: act)
        return event
    }
}
