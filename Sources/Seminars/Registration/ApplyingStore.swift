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
    /// - Parameters:
    ///   - reader: the person, where whoever acts has read who it is.
    ///   - tells: whether a letter says so; else whoever acts writes one.
    package static func apply(
        _ person: Person.ID, for id: Event.ID, _ application: Application, reader: Person? = nil, tells: Bool = true, in act: Act
    ) throws -> Registration {
        try act.db.hold("event", id.value)
        let look = act.looking
        let (event, seats, own) = try seats(of: id, with: person, in: look)
        let centre = try CentreStore.centre(event.centre, in: look)
        try requireOpen(event, of: centre, to: application.channel, by: person, in: look)
        try requireNone(own)
        let standing = seats.next(for: application.people)
        let registration = try insert(application, of: person, for: event, standing.state, in: act)
        if own != nil { try dropUnconfirmed(of: person, for: event, in: act) }
        // Whom staff wrote down is not forgotten for an address that was never proved.
        if application.channel == .desk { try PersonStore.keep(person, in: act) }
        try act.record(standing.deed, .registration(registration.id), under: .event(id), centre: event.centre)
        if tells { try RegistrationLetters.received(Dossier(registration: registration, event: event, centre: centre), standing, to: reader, in: act) }
        try act.touchSeats()
        return registration
    }

    /// Somebody applies, or is written down, who must say yes first. The application counts from the click on the link that goes to the address.
    /// - Parameters:
    ///   - name: as it was typed with the application.
    ///   - token: random, made before the act.
    /// - Returns: nil when the person has an application already.
    @discardableResult
    package static func applyUnconfirmed(
        _ person: Person.ID, named name: PersonName, for id: Event.ID, _ application: Application, token: Token, in act: Act
    ) throws -> Registration? {
        let (event, centre) = try hold(id, in: act)
        try requireOpen(event, of: centre, to: application.channel, by: nil, in: act)
        // Whether the address already has an application is not told to whoever typed it.
        if let own = try open(of: person, for: id, in: act), own.state != .unconfirmed { return nil }
        let registration = try insert(application, of: person, for: event, .unconfirmed, claim: token.hash, in: act)
        try act.record(T.registration.unconfirmed, .registration(registration.id), under: .event(id), centre: event.centre)
        try RegistrationLetters.confirm(Dossier(registration: registration, event: event, centre: centre), name: name, token: token, in: act)
        return registration
    }

    /// One can apply now. The event is held.
    /// - Parameter person: nil for somebody who did not prove who they are.
    private static func requireOpen(_ event: Event, of centre: Centre, to channel: Channel, by person: Person.ID?, in act: Act) throws {
        // Staff may still enter somebody by phone after the deadline, until the start.
        if channel == .desk, act.by.coordinates(event.centre), event.state.isAlive, let starts = event.starts {
            guard act.now < starts else { throw Problem.conflict(T.registration.addAtDoor) }
            return
        }
        try event.requireOpen(at: act.now, in: centre.zone)
        try HeadStartStore.require(Set([person].compactMap(\.self)), for: event, in: act)
    }

    /// A link was used: what this person had asked for with it counts from now. What else waits in the same name, the person decides about when it is
    /// seen.
    package static func confirmed(_ person: Person.ID, claim: [UInt8], in act: Act) throws {
        let rows = try act.db.rows("SELECT id FROM registration WHERE claim = \(claim) AND person = \(person) AND state = 'unconfirmed' ORDER BY event, id")
        guard rows.count > 1 else {
            for row in rows { _ = try confirm(dossier(row["id"], in: act), in: act) }
            return
        }
        let lines = try rows.compactMap { try confirm(dossier($0["id"], in: act), tells: false, in: act) }
        if !lines.isEmpty { try RegistrationLetters.received(lines, by: PersonStore.person(person, in: act), in: act) }
    }

    /// What a link would confirm, for the page that asks.
    static func claimed(_ asked: ClaimAsked, in act: Act) throws -> [String] {
        let events = try act.db.rows("SELECT event FROM registration WHERE claim = \(asked.claim) AND state = 'unconfirmed' ORDER BY event, id")
        return try EventStore.events(events.map { try $0["event"] }, in: act).map { event in
            ([event.title(in: asked.t.language).text] + (event.days.map { [asked.t.days($0)] } ?? [])).joined(separator: ", ")
        }
    }

    /// Who is signed in confirms what was typed in the same name.
    package static func confirm(_ id: Registration.ID, in act: Act) throws {
        let dossier = try own(id, in: act)
        guard dossier.registration.state == .unconfirmed else { throw Problem.conflict(T.registration.wrongMove(state: .phrase(dossier.registration.state.name))) }
        _ = try confirm(dossier, in: act)
    }

    /// - Returns: what came of it; nil where it does not count.
    private static func confirm(_ dossier: Dossier, tells: Bool = true, in act: Act) throws -> Together? {
        let (registration, event, centre) = (dossier.registration, dossier.event, dossier.centre)
        // Somebody may have applied in another way since; the one application stands.
        if let open = try open(of: registration.person, for: event.id, in: act), open.state != .unconfirmed {
            try dropUnconfirmed(of: registration.person, for: event, in: act)
            return nil
        }
        do { try requireOpen(dossier, at: act.now) } catch let problem as Problem {
            let reason = problem.faults.first.map { act.words.texts(event.plan.language, in: centre.zone)($0.phrase) } ?? ""
            let refused = try settle(dossier, Decision(.refused, T.registration.refusedLate, because: reason), in: act)
            try act.db.run("UPDATE registration SET queued = \(act.now) WHERE id = \(registration.id)")
            try RegistrationLetters.refused(refused, in: act)
            return nil
        }
        let standing = try seats(of: event, in: act).next(for: registration.people)
        let row = try act.db.row("""
            UPDATE registration SET state = \(try registration.state.moved(to: standing.state)), queued = \(act.now), decided = \(act.now), phone = '', job = ''
            WHERE id = \(registration.id) RETURNING *
            """)
        guard let row else { throw Problem.missing }
        let told = Application(
            school: registration.school, payer: registration.payer, phone: registration.phone, job: registration.job, channel: registration.channel)
        try tell(told, of: registration.person, in: act)
        try act.record(standing.deed, .registration(registration.id), under: .event(event.id), centre: event.centre)
        try WorkshopStore.follow(Registration(row: row), of: event, in: act)
        try dropUnconfirmed(of: registration.person, for: event, in: act)
        let confirmed = try Registration(row: row)
        if tells { try RegistrationLetters.received(dossier.with(confirmed), standing, in: act) }
        try act.touchSeats()
        try act.state(RegistrationChanged(confirmed, event))
        return Together(event, confirmed, place: standing.place)
    }

    /// What else was typed in somebody's name for an event for which there is an application now.
    private static func dropUnconfirmed(of person: Person.ID, for event: Event, in act: Act) throws {
        let rows = try act.db.rows("SELECT * FROM registration WHERE event = \(event.id) AND person = \(person) AND state = 'unconfirmed' ORDER BY id")
        for registration in try rows.map(Registration.init(row:)) {
            try settle(registration, Decision(.withdrawn, T.registration.withdrawn), of: event, in: act)
        }
    }

    /// What was typed in somebody's name and never confirmed is forgotten when its link is.
    static func forgetUnconfirmed(in act: Act) throws {
        let old: SQL = "state = 'unconfirmed' AND applied <= \(act.now.adding(days: -PersonStore.newcomerDays))"
        try act.db.run("DELETE FROM workshop_choice WHERE registration IN (SELECT id FROM registration WHERE \(old))")
        try act.db.run("DELETE FROM registration WHERE \(old)")
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

    /// An application of whoever acts; nobody withdraws or hands over another's.
    static func own(_ id: Registration.ID, in act: Act) throws -> Dossier {
        let dossier = try dossier(id, in: act)
        guard dossier.registration.person == act.by.person, !dossier.registration.isUnnamed else { throw Problem.missing }
        return dossier
    }

    static func requireNotHeld(_ event: Event, at now: Instant) throws {
        if let starts = event.starts, now >= starts, event.state != .postponed { throw Problem.conflict(T.registration.tooLateStarted) }
    }
}
