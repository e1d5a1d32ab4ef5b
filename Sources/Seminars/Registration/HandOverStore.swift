package import Accounts
import Centres
import Events
package import Kernel
import Languages
import Storage

/// Handing a seat to a colleague of the same school, until the start: offered by its bearer, taken or declined by the colleague. The colleague passes
/// nobody: it is the school's seat.
extension RegistrationStore {
    package static func offerHandOver(_ id: Registration.ID, to colleague: Person.ID, in act: Act) throws {
        let dossier = try own(id, in: act)
        try requireHandOver(dossier, to: colleague, in: act)
        try act.db.run("""
            INSERT INTO hand_over (registration, colleague, offered) VALUES (\(id), \(colleague), \(act.now))
            ON CONFLICT (registration) DO UPDATE SET colleague = excluded.colleague, offered = excluded.offered
            """)
        try act.record(T.registration.handOverOffered, .registration(id), under: .event(dossier.event.id), centre: dossier.event.centre)
        try RegistrationLetters.offered(handOver(dossier, to: colleague, in: act), in: act)
    }

    /// The bearer keeps the seat after all.
    package static func takeBackHandOver(_ id: Registration.ID, in act: Act) throws {
        let dossier = try own(id, in: act)
        guard try act.db.run("DELETE FROM hand_over WHERE registration = \(id)") == 1 else { throw Problem.conflict(T.registration.handOverGone) }
        try act.record(T.registration.handOverTakenBack, .registration(id), under: .event(dossier.event.id), centre: dossier.event.centre)
    }

    /// The colleague takes the seat.
    package static func acceptHandOver(_ id: Registration.ID, in act: Act) throws -> Registration {
        try act.db.hold("event", row(id, in: act).event.value)
        let offer = try offeredHandOver(id, in: act)
        let (dossier, event) = (offer.dossier, offer.dossier.event)
        try requireHandOver(dossier, to: offer.colleague.id, in: act)
        try act.db.run("DELETE FROM hand_over WHERE registration = \(id)")
        try settle(dossier, Decision(.withdrawn, T.registration.handedOver), keepingWorkshops: true, in: act)
        let application = Application(school: dossier.registration.school, payer: dossier.registration.payer, note: "", channel: .handover,
            group: dossier.registration.group, seat: dossier.registration.schoolGroup.map { SchoolSeat(group: $0, isUnnamed: false) })
        let new = try insert(application, of: offer.colleague.id, for: event, .admitted, insteadOf: id, in: act)
        try take(new.id, writtenSchoolOf: id, in: act)
        try WorkshopStore.pass(from: id, to: new.id, in: act)
        try act.record(T.registration.received, .registration(new.id), under: .event(event.id), centre: event.centre)
        try RegistrationLetters.handedOver(offer, in: act)
        try RegistrationLetters.takenOver(offer, new, in: act)
        return new
    }

    /// The colleague does not want it; the bearer is told.
    package static func declineHandOver(_ id: Registration.ID, in act: Act) throws {
        try act.db.hold("event", row(id, in: act).event.value)
        let offer = try offeredHandOver(id, in: act)
        try act.db.run("DELETE FROM hand_over WHERE registration = \(id)")
        try act.record(T.registration.handOverDeclined, .registration(id), under: .event(offer.dossier.event.id), centre: offer.dossier.event.centre)
        try RegistrationLetters.declined(offer, in: act)
    }

    /// A seat that is offered to whoever acts.
    /// - Throws: `Problem.missing` when it is not, or not any more.
    static func offeredHandOver(_ id: Registration.ID, in act: Act) throws -> HandOver {
        guard let colleague = act.by.person, try act.db.exists("""
            SELECT 1 AS stands FROM hand_over h JOIN registration r ON r.id = h.registration
            WHERE h.registration = \(id) AND h.colleague = \(colleague) AND r.state = 'admitted'
            """) else { throw Problem.missing }
        return try handOver(id, to: colleague, in: act)
    }

    /// The seats that are offered to somebody, the newest first.
    static func handOvers(to colleague: Person.ID, in act: Act) throws -> [HandOver] {
        let rows = try act.db.rows("""
            SELECT r.id FROM hand_over h JOIN registration r ON r.id = h.registration JOIN event e ON e.id = r.event
            WHERE h.colleague = \(colleague) AND r.state = 'admitted' AND (e.starts IS NULL OR e.starts > \(act.now)) ORDER BY h.offered DESC, r.id
            """)
        return try rows.map { try handOver($0["id"], to: colleague, in: act) }
    }

    /// To whom somebody offers a seat.
    static func handOverName(of id: Registration.ID, in act: Act) throws -> String? {
        let colleague: Person.ID? = try act.db.value("SELECT colleague FROM hand_over WHERE registration = \(id)")
        return try colleague.map { try PersonStore.person($0, in: act).name.full }
    }

    /// Read without holding the event, for pages too.
    private static func handOver(_ id: Registration.ID, to colleague: Person.ID, in act: Act) throws -> HandOver {
        let registration = try row(id, in: act)
        let event = try EventStore.event(registration.event, in: act)
        let centre = try CentreStore.centre(event.centre, in: act)
        return try handOver(Dossier(registration: registration, event: event, centre: centre), to: colleague, in: act)
    }

    private static func handOver(_ dossier: Dossier, to colleague: Person.ID, in act: Act) throws -> HandOver {
        HandOver(
            dossier: dossier, giver: try PersonStore.person(dossier.registration.person, in: act), colleague: try PersonStore.person(colleague, in: act))
    }

    private static func requireHandOver(_ dossier: Dossier, to colleague: Person.ID, in act: Act) throws {
        let (registration, event) = (dossier.registration, dossier.event)
        try requireNotHeld(event, at: act.now)
        guard registration.state == .admitted else { throw Problem.conflict(T.registration.handOverNoSeat) }
        let today = dossier.centre.zone.day(of: act.now)
        guard let school = registration.school, try act.db.exists("""
            SELECT 1 AS works FROM employment mine JOIN employment e ON e.school = mine.school
            WHERE mine.person = \(registration.person) AND e.person = \(colleague) AND mine.school = \(school) AND e.person <> mine.person
                AND \(EmploymentStore.holds(on: today))
            """) else { throw Problem.invalid("colleague", T.registration.handOverOtherSchool) }
        try requireNone(open(of: colleague, for: event.id, in: act))
    }
}
