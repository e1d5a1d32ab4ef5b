package import Accounts
import Catalogue
import Centres
package import Events
package import Kernel
import Languages
import Storage

/// What those who run an event do with its applications.
extension RegistrationStore {
    /// Staff write somebody down by phone. Somebody who is known by the address, but has nothing to do with this centre, is asked first: until
    /// then the centre learns only that the address is known.
    /// - Parameter token: random, made before the act.
    package static func writeDown(_ form: DeskForm, for event: Event, token: Token, in act: Act) throws -> Registration {
        if let known = try LikelyDoubleStore.known(by: form.person, in: act)?.id, try !PersonStore.sees(known, from: event.centre, in: act) {
            if let own = try open(of: known, for: event.id, in: act), own.state != .unconfirmed || own.channel == .desk {
                throw Problem.conflict(T.registration.already(state: .phrase(own.state.name)))
            }
            if let asked = try applyUnconfirmed(known, named: form.person.name, for: event.id, form.application, token: token, in: act) { return asked }
        }
        return try apply(LikelyDoubleStore.person(of: form.person, speaking: event.plan.language, in: act), for: event.id, form.application, in: act)
    }

    /// Whom staff write down at the door: known by the address, else new.
    /// - Throws: a problem with the address of somebody who is known, but not to this centre: there is no time to ask.
    package static func person(atDoor form: DeskForm, of event: Event, in act: Act) throws -> Person.ID {
        if let known = try LikelyDoubleStore.known(by: form.person, in: act)?.id, try !PersonStore.sees(known, from: event.centre, in: act) {
            throw Problem.invalid("email", T.registration.doorKnown)
        }
        return try LikelyDoubleStore.person(of: form.person, speaking: event.plan.language, in: act)
    }

    /// Gives somebody who waits a free seat. Out of the queue's order only with a reason, which the journal keeps.
    package static func admit(_ id: Registration.ID, because reason: String = "", in act: Act) throws {
        let dossier = try dossier(id, runBy: act.by, in: act)
        var together = [dossier.registration]
        let registration = dossier.registration
        guard registration.state.awaitsSeat else { throw Problem.conflict(T.registration.wrongMove(state: .phrase(registration.state.name))) }
        if registration.state == .waiting {
            let seats = try seats(of: dossier.event, in: act)
            guard seats.taken < seats.seats else { throw Problem.conflict(T.registration.noFreeSeat) }
            if let day = seats.collects { throw Problem.conflict(T.registration.needAdmit(day: .day(day))) }
            // Whoever comes whole or not at all is not divided by staff either.
            if let group = registration.schoolGroup, try SchoolGroupStore.group(group, in: act).isWhole { together = try SchoolGroupStore.waiting(of: group, in: act) }
            guard seats.taken + together.map(\.people).reduce(0, +) <= seats.seats else {
                throw Problem.conflict(T.registration.refusedNoRoomForGroup(count: seats.seats - seats.taken))
            }
            if try place(of: together.first ?? registration, in: act) != 1, reason.isEmpty { throw Problem.invalid("reason", T.registration.skipReasonMissing) }
        }
        let deed = reason.isEmpty ? T.registration.admittedByStaff : T.registration.admittedOutOfOrder
        for one in together {
            let settled = try settle(dossier.with(one), Decision(.admitted, deed, because: reason), in: act)
            try RegistrationLetters.received(settled, .admitted, in: act)
        }
    }

    package static func refuse(_ id: Registration.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.registration.reasonMissing) }
        let dossier = try dossier(id, runBy: act.by, in: act)
        let settled = try settle(dossier, Decision(.refused, T.registration.refused, because: reason), in: act)
        if settled.registration.hasCounted { try RegistrationLetters.refused(settled, in: act) }
        try fill(dossier.event, of: dossier.centre, in: act)
    }

    /// Moves somebody to another date: there the rule decides anew.
    package static func move(_ id: Registration.ID, to other: Event.ID, because reason: String = "", in act: Act) throws -> Registration {
        // Both events are held in the order of their numbers, so that two moves never wait for one another.
        for event in [try row(id, in: act).event, other].sorted() { try act.db.hold("event", event.value) }
        let dossier = try named(id, runBy: act.by, in: act)
        let (registration, event) = (dossier.registration, dossier.event)
        guard other != event.id else { throw Problem.invalid("event", T.registration.moveSame) }
        let target = try EventStore.event(runBy: act.by, other, in: act)
        try target.requireOpen(at: act.now, in: dossier.centre.zone)
        let (_, seats, own) = try seats(of: other, with: registration.person, in: act.looking)
        try requireNone(own)
        try settle(dossier, Decision(.moved, T.registration.moved, because: reason), in: act)
        try act.db.run("UPDATE registration SET moved_to = \(other) WHERE id = \(id)")
        let application = Application(school: registration.school, payer: registration.payer, note: registration.note, channel: .desk, group: registration.group)
        let standing = seats.next(for: application.people)
        let new = try insert(application, of: registration.person, for: target, standing.state, insteadOf: id, in: act)
        try take(new.id, writtenSchoolOf: id, in: act)
        try act.record(standing.deed, .registration(new.id), under: .event(other), centre: target.centre)
        try RegistrationLetters.moved(Dossier(registration: new, event: target, centre: dossier.centre), from: event, standing, in: act)
        try fill(event, of: dossier.centre, in: act)
        return new
    }

    package static func remark(_ id: Registration.ID, _ text: String, in act: Act) throws {
        let dossier = try dossier(id, runBy: act.by, in: act)
        try act.db.run("UPDATE registration SET remark = \(text) WHERE id = \(id)")
        let changes = [Change("remark", from: dossier.registration.remark, to: text)]
        try act.record(
            T.registration.remarked, .registration(id), under: .event(dossier.event.id), centre: dossier.event.centre, changes: changes, retention: .short)
    }

    /// Writes to everybody for whom a message is, in their own language and script.
    /// - Returns: to how many.
    static func send(_ message: DeskMessage, to desk: Desk, in act: Act) throws -> Int {
        let rows = message.recipients(of: desk)
        for row in rows {
            try RegistrationLetters.send(message, to: row, of: desk, in: act)
        }
        let changes = [Change("subject", from: "", to: message.subject)]
        try act.record(T.registration.messageSent, .event(desk.event.id), centre: desk.event.centre, changes: changes)
        return rows.count
    }

    /// Whom an act on an event concerns, of those whose applications are in one of these states.
    package static func concerned(by event: Event.ID, in states: [RegistrationState], in act: Act) throws -> Concerned {
        let who: SQL = "FROM registration r JOIN person p ON p.id = r.person WHERE r.event = \(event) AND NOT r.unnamed AND r.state IN \(list: states)"
        let others = try act.db.rows("SELECT p.given_name, p.family_name, p.phone \(who) AND p.email IS NULL ORDER BY r.id").map { row in
            Concerned.Unwritten(name: PersonName(given: try row["given_name"], family: try row["family_name"]).full, phone: try row["phone"])
        }
        return Concerned(letters: try act.db.count("SELECT count(*) \(who) AND p.email IS NOT NULL"), others: others)
    }

    /// Seats that are offered to somebody without an address, who learns it only from the centre's people.
    static func untoldOffers(at centre: Centre.ID, in act: Act) throws -> [(event: Event.ID, until: Instant, person: Concerned.Unwritten)] {
        try act.db.rows("""
            SELECT r.event, r.offered_until, p.given_name, p.family_name, p.phone FROM registration r JOIN person p ON p.id = r.person
            JOIN event e ON e.id = r.event WHERE r.state = 'offered' AND p.email IS NULL AND e.centre = \(centre) ORDER BY r.offered_until, r.id
            """).map { row in
            let name = PersonName(given: try row["given_name"], family: try row["family_name"])
            return (try row["event"], try row["offered_until"], Concerned.Unwritten(name: name.full, phone: try row["phone"]))
        }
    }

    /// The person of an application whom no letter reaches, for there is no address; else nil.
    static func unwritten(_ id: Registration.ID, in act: Act) throws -> Person? {
        let person = try PersonStore.person(row(id, in: act).person, in: act)
        return person.email == nil ? person : nil
    }

    /// - Throws: a conflict where the seat has no name yet: it is its school that names it.
    static func named(_ id: Registration.ID, runBy actor: Actor, in act: Act) throws -> Dossier {
        let dossier = try dossier(id, runBy: actor, in: act)
        guard !dossier.registration.isUnnamed else { throw Problem.conflict(T.registration.seatHasNoName) }
        return dossier
    }

    /// - Throws: `Problem.missing` for those who do not run the event.
    static func dossier(_ id: Registration.ID, runBy actor: Actor, in act: Act) throws -> Dossier {
        let dossier = try dossier(id, in: act)
        guard actor.coordinates(dossier.event.centre) else { throw Problem.missing }
        return dossier
    }
}

