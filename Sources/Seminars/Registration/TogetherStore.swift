package import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Storage

/// One application for several events: one act, one letter, and at each event the same rule as for whoever applies there alone.
extension RegistrationStore {
    /// A known person applies. Where there is an application already, or none is taken, it is said and the others go on; events are held in the order of
    /// their numbers, so that two never wait for one another.
    /// - Throws: a problem with the choice when none of them could be applied for.
    package static func apply(_ person: Person.ID, together events: [Event.ID], _ application: Application, reader: Person, in act: Act) throws -> [Together] {
        let lines = try Set(events).sorted().map { id -> Together in
            try act.db.hold("event", id.value)
            let event = try EventStore.event(id, in: act.looking)
            if let refusal = try refusal(of: person, for: event, in: act) { return Together(event, because: refusal) }
            let registration = try apply(person, for: id, application.payable(for: event), reader: reader, tells: false, in: act)
            return Together(event, registration, place: try place(of: registration, in: act))
        }
        try requireOne(lines)
        try RegistrationLetters.received(lines, by: reader, in: act)
        return lines
    }

    /// Somebody applies who must say yes first: one link confirms all of it.
    package static func applyUnconfirmed(
        _ person: Person.ID, named name: PersonName, together events: [Event.ID], _ application: Application, token: Token, in act: Act
    ) throws {
        var asked: [Dossier] = [], refused: [Together] = []
        for id in Set(events).sorted() {
            let (event, centre) = try hold(id, in: act)
            if let refusal = try event.refusal(at: act.now, in: centre.zone) ?? HeadStartStore.refusal(of: [], for: event, in: act) {
                refused.append(Together(event, because: refusal))
                continue
            }
            // Whether the address already has an application is not told to whoever typed it.
            if let own = try open(of: person, for: id, in: act), own.state != .unconfirmed { continue }
            let registration = try insert(application.payable(for: event), of: person, for: event, .unconfirmed, claim: token.hash, in: act)
            try act.record(T.registration.unconfirmed, .registration(registration.id), under: .event(id), centre: event.centre)
            asked.append(Dossier(registration: registration, event: event, centre: centre))
        }
        if refused.count == Set(events).count { try requireOne(refused) }
        if let first = asked.first { try RegistrationLetters.confirm(first, with: asked.map(\.event), name: name, token: token, in: act) }
    }

    /// Why nothing is applied for there.
    private static func refusal(of person: Person.ID, for event: Event, in act: Act) throws -> Phrase? {
        if let own = try open(of: person, for: event.id, in: act), own.state != .unconfirmed { return T.registration.already(state: .phrase(own.state.name)) }
        return try event.refusal(at: act.now, in: CentreStore.centre(event.centre, in: act.looking).zone) ?? HeadStartStore.refusal(of: [person], for: event, in: act)
    }

    private static func requireOne(_ lines: [Together]) throws {
        guard !lines.contains(where: { $0.registration != nil }) else { return }
        throw Problem.invalid("events", lines.first?.refusal ?? T.registration.packageNoneChosen)
    }
}
