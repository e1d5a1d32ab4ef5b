package import Kernel
import Events
import Languages
import Storage

/// The number of a group changes after it has applied.
extension RegistrationStore {
    /// Its teacher, or those who run the event, say how many come. Fewer free their seats at once; more are taken while seats are free and nobody waits
    /// for them. A group that waits keeps its place.
    package static func resize(_ id: Registration.ID, to group: PupilGroup, in act: Act) throws {
        let dossier = try dossier(id, in: act)
        let (registration, event) = (dossier.registration, dossier.event)
        guard registration.person == act.by.person || act.by.coordinates(event.centre) else { throw Problem.missing }
        guard let before = registration.group, registration.state.isOpen else {
            throw Problem.conflict(T.registration.wrongMove(state: .phrase(registration.state.name)))
        }
        try requireNotHeld(event, at: act.now)
        guard group.people <= event.plan.seats else { throw Problem.invalid("pupils", T.registration.groupTooLarge(count: event.plan.seats)) }
        if registration.state.hasSeat, group.people > before.people {
            let seats = try seats(of: event, in: act)
            guard group.people - before.people <= seats.left else { throw Problem.invalid("pupils", T.registration.groupNoRoom(count: seats.left)) }
        }
        try act.db.run("UPDATE registration SET people = \(group.people), pupils = \(group.pupils), grade = \(group.grade) WHERE id = \(id)")
        try act.record(T.registration.groupChanged, .registration(id), under: .event(event.id), centre: event.centre, changes: [
            Change("pupils", from: "\(before.pupils)", to: "\(group.pupils)"), Change("companions", from: "\(before.companions)", to: "\(group.companions)"),
            Change("grade", from: before.grade, to: group.grade),
        ])
        try act.touchSeats()
        try act.state(RegistrationChanged(row(id, in: act), event))
        try fill(event, of: dossier.centre, in: act)
    }

    /// A bus, or a room, never becomes smaller than those who have a seat there.
    static func refuse(lowering: EventSeatsLowering, in act: Act) throws {
        let taken = try seats(of: lowering.event, in: act).taken
        guard taken > lowering.seats else { return }
        throw Problem.invalid("seats", T.registration.busTooSmall(count: taken - lowering.seats, taken: .number(taken), seats: .number(lowering.seats)))
    }
}
