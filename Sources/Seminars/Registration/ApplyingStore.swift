package import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Storage

/// Applying, and what people do with applications of their own.
extension RegistrationStore {
    // MARK: Applying

    /// A known person applies: a seat, or a place in the queue.
    package static func apply(_ person: Person.ID, for id: Event.ID, _ application: Application, in act: Act) throws -> Registration {
        try act.db.hold("event", id.value)
        let (event, centre) = try openEvent(id, channel: application.channel, in: act)
        let (seats, own) = try seats(of: event, with: person, in: act)
        try requireNone(own)
        let registration = try insert(application, of: person, for: event, seats.next.state, in: act)
        // Whom staff wrote down is not forgotten for an address that was never proved.
        if application.channel == .desk { try PersonStore.keep(person, in: act) }
        try act.record(seats.next.deed, .registration(registration.id), under: .event(id), centre: event.centre)
        try RegistrationLetters.received(Dossier(registration: registration, event: event, centre: centre), seats.next, in: act)
        try act.touchSeats()
        return registration
    }

    /// Somebody applies, or is written down, who must say yes first. The application counts from the click on the link that goes to the address.
    /// - Parameter token: random, made before the act.
    /// - Returns: nil when the person has an application already.
    @discardableResult
    package static func applyUnconfirmed(_ person: Person.ID, for id: Event.ID, _ application: Application, token: Token, in act: Act) throws -> Registration? {
        try act.db.hold("event", id.value)
        let (event, centre) = try openEvent(id, channel: application.channel, in: act)
        // Whether the address already has an application is not told to whoever typed it.
        guard try open(of: person, for: id, in: act) == nil else { return nil }
        let registration = try insert(application, of: person, for: event, .unconfirmed, in: act)
        try act.record(T.registration.unconfirmed, .registration(registration.id), under: .event(id), centre: event.centre)
        try RegistrationLetters.confirm(Dossier(registration: registration, event: event, centre: centre), token: token, in: act)
        return registration
    }

    private static func openEvent(_ id: Event.ID, channel: Channel, in act: Act) throws -> (Event, Centre) {
        let event = try EventStore.event(id, in: act)
        let centre = try CentreStore.centre(event.centre, in: act)
        // Staff may still enter somebody by phone after the deadline, until the start.
        if channel == .desk, act.by.coordinates(event.centre), event.state.isAlive, let starts = event.starts {
            guard act.now < starts else { throw Problem.conflict(T.registration.addAtDoor) }
            return (event, centre)
        }
        try event.requireOpen(at: act.now, in: centre.zone)
        return (event, centre)
    }

    /// The link was used: everything that this person had asked for unconfirmed counts from now.
    package static func confirmed(_ person: Person.ID, in act: Act) throws {
        let rows = try act.db.rows("SELECT * FROM registration WHERE person = \(person) AND state = 'unconfirmed' ORDER BY event, id")
        for registration in try rows.map(Registration.init(row:)) {
            try act.db.hold("event", registration.event.value)
            let event = try EventStore.event(registration.event, in: act)
            let centre = try CentreStore.centre(event.centre, in: act)
            try confirm(Dossier(registration: registration, event: event, centre: centre), in: act)
        }
    }

    private static func confirm(_ dossier: Dossier, in act: Act) throws {
        let (registration, event, centre) = (dossier.registration, dossier.event, dossier.centre)
        do { try requireOpen(dossier, at: act.now) } catch let problem as Problem {
            let reason = problem.faults.first.map { act.words.texts(event.plan.language, in: centre.zone)($0.phrase) } ?? ""
            let refused = try settle(dossier, Decision(.refused, T.registration.refusedLate, because: reason), in: act)
            try act.db.run("UPDATE registration SET queued = \(act.now) WHERE id = \(registration.id)")
            return try RegistrationLetters.refused(refused, in: act)
        }
        let standing = try seats(of: event, in: act).next
        let row = try act.db.row("""
            UPDATE registration SET state = \(try registration.state.moved(to: standing.state)), queued = \(act.now), decided = \(act.now)
            WHERE id = \(registration.id) RETURNING *
            """)
        guard let row else { throw Problem.missing }
        try act.record(standing.deed, .registration(registration.id), under: .event(event.id), centre: event.centre)
        try RegistrationLetters.received(dossier.with(Registration(row: row)), standing, in: act)
        try act.touchSeats()
    }

    /// Whether it is not too late to say yes: whom staff wrote down has time until the start, as staff themselves have.
    private static func requireOpen(_ dossier: Dossier, at now: Instant) throws {
        let event = dossier.event
        if dossier.registration.channel == .desk, event.state.isAlive, let starts = event.starts, now < starts { return }
        try event.requireOpen(at: now, in: dossier.centre.zone)
    }

    // MARK: People's own acts

    /// Takes an offered seat.
    package static func accept(_ id: Registration.ID, in act: Act) throws {
        let dossier = try own(id, in: act)
        guard dossier.registration.state == .offered else { throw Problem.conflict(T.registration.offerGone) }
        // An offer is good until its last moment, even if nobody has noticed yet that it passed.
        guard let until = dossier.registration.offeredUntil, act.now < until else { throw Problem.conflict(T.registration.offerGone) }
        let settled = try settle(dossier, Decision(.admitted, T.registration.accepted), in: act)
        try RegistrationLetters.received(settled, .admitted, in: act)
    }

    /// Gives up a seat, a place or an offer. Whoever is next is offered the seat in the same act.
    package static func withdraw(_ id: Registration.ID, in act: Act) throws {
        let dossier = try own(id, in: act)
        try requireNotHeld(dossier.event, at: act.now)
        try settle(dossier, Decision(.withdrawn, T.registration.withdrawn), in: act)
        try RegistrationLetters.withdrawn(dossier, in: act)
        try fill(dossier.event, of: dossier.centre, in: act)
    }

    /// Hands an own seat to a colleague of the same school, until the start. The colleague passes nobody: it is the school's seat.
    package static func handOver(_ id: Registration.ID, to colleague: Person.ID, in act: Act) throws -> Registration {
        let dossier = try own(id, in: act)
        let (registration, event) = (dossier.registration, dossier.event)
        try requireNotHeld(event, at: act.now)
        guard registration.state == .admitted else { throw Problem.conflict(T.registration.handOverNoSeat) }
        guard let school = registration.school, try act.db.exists("""
            SELECT 1 AS works FROM employment mine JOIN employment theirs ON theirs.school = mine.school
            WHERE mine.person = \(registration.person) AND theirs.person = \(colleague) AND mine.school = \(school) AND theirs.person <> mine.person
            """) else { throw Problem.invalid("colleague", T.registration.handOverOtherSchool) }
        try requireNone(open(of: colleague, for: event.id, in: act))
        try settle(dossier, Decision(.withdrawn, T.registration.handedOver), in: act)
        let application = Application(school: school, payer: registration.payer, note: "", channel: .handover)
        let new = try insert(application, of: colleague, for: event, .admitted, in: act)
        try act.record(T.registration.received, .registration(new.id), under: .event(event.id), centre: event.centre)
        try RegistrationLetters.withdrawn(dossier, in: act)
        try RegistrationLetters.received(dossier.with(new), .admitted, in: act)
        return new
    }

    /// An application of whoever acts; nobody withdraws or hands over another's.
    private static func own(_ id: Registration.ID, in act: Act) throws -> Dossier {
        let dossier = try dossier(id, in: act)
        guard dossier.registration.person == act.by.person else { throw Problem.missing }
        return dossier
    }

    private static func requireNotHeld(_ event: Event, at now: Instant) throws {
        if let starts = event.starts, now >= starts, event.state != .postponed { throw Problem.conflict(T.registration.tooLateStarted) }
    }
}
