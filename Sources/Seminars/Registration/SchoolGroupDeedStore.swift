package import Accounts
package import Centres
package import Events
package import Kernel
import Languages
import Schools
import Storage

/// What a school does with a group for which it has applied. Each act holds the event first, and names the version that whoever acts has seen.
extension SchoolGroupStore {
    /// A group with its event, which is held, as whoever acts has seen it.
    /// - Throws: a conflict when somebody else has changed it meanwhile.
    private static func hold(
        _ id: SchoolGroup.ID, of school: School.ID, seen version: Int?, in act: Act
    ) throws -> (group: SchoolGroup, event: Event, centre: Centre) {
        let (event, centre) = try RegistrationStore.hold(group(id, of: school, in: act).event, in: act)
        let group = try group(id, of: school, in: act)
        if let version, version != group.version { throw Problem.conflict(T.registration.schoolGroupChanged) }
        try act.db.run("UPDATE school_group SET version = version + 1 WHERE id = \(id)")
        return (group, event, centre)
    }

    /// Names seats that had no name yet. A seat keeps its place in the order.
    package static func name(_ names: [Registration.ID: Person.ID], in id: SchoolGroup.ID, of school: School.ID, seen version: Int, in act: Act) throws {
        let (group, event, centre) = try hold(id, of: school, seen: version, in: act)
        guard !names.isEmpty else { throw Problem.invalid("people", T.registration.schoolGroupNobodyNamed) }
        var faults = Faults()
        try requireStaff(Array(names.values), of: school, on: centre.zone.day(of: act.now), &faults, in: act)
        try faults.check()
        let seats = try seats(of: id, in: act)
        for (id, person) in names.sorted(by: { $0.key < $1.key }) {
            guard let seat = seats.first(where: { $0.id == id && $0.isUnnamed && $0.state.isOpen }) else { throw Problem.conflict(T.registration.schoolGroupChanged) }
            try requireFree(person, for: event, in: act)
            try act.db.run("UPDATE registration SET person = \(person), unnamed = \(false) WHERE id = \(id)")
            try PersonStore.keep(person, in: act)
            try act.record(T.registration.seatNamed, .registration(id), under: .event(event.id), centre: event.centre)
            try act.state(RegistrationChanged(RegistrationStore.row(id, in: act), event))
            if group.approveUntil == nil { try tell(RegistrationStore.row(seat.id, in: act), event, centre, in: act) }
        }
    }

    /// Somebody else comes, until the start: the seat stays with its place and its payer, the name changes, and both are told.
    package static func swap(
        _ seat: Registration.ID, to person: Person.ID, in id: SchoolGroup.ID, of school: School.ID, seen version: Int, in act: Act
    ) throws {
        let (group, event, centre) = try hold(id, of: school, seen: version, in: act)
        try RegistrationStore.requireNotHeld(event, at: act.now)
        guard let before = try seats(of: id, in: act).first(where: { $0.id == seat }) else { throw Problem.missing }
        guard !before.isUnnamed, before.state == .admitted || before.state == .waiting else { throw Problem.conflict(T.registration.schoolGroupChanged) }
        var faults = Faults()
        try requireStaff([person], of: school, on: centre.zone.day(of: act.now), &faults, in: act)
        try faults.check()
        try requireFree(person, for: event, in: act)
        try act.db.run("DELETE FROM hand_over WHERE registration = \(seat)")
        let dossier = Dossier(registration: before, event: event, centre: centre)
        try RegistrationStore.settle(dossier, Decision(.withdrawn, T.registration.handedOver), keepingWorkshops: true, in: act)
        let application = Application(
            school: school, payer: before.payer, note: before.note, channel: .school, seat: SchoolSeat(group: id, isUnnamed: false))
        let new = try RegistrationStore.insert(application, of: person, for: event, before.state, insteadOf: seat, in: act)
        try act.db.run("UPDATE registration SET queued = \(before.queued) WHERE id = \(new.id)")
        try WorkshopStore.pass(from: seat, to: new.id, in: act)
        try PersonStore.keep(person, in: act)
        try act.record(T.registration.seatSwapped, .registration(new.id), under: .event(event.id), centre: event.centre)
        guard group.approveUntil == nil else { return }
        try SchoolGroupLetters.swappedOut(dossier, for: PersonStore.person(person, in: act), in: act)
        try tell(RegistrationStore.row(new.id, in: act), event, centre, in: act)
    }

    private static func requireFree(_ person: Person.ID, for event: Event, in act: Act) throws {
        guard let own = try RegistrationStore.open(of: person, for: event.id, in: act), own.state != .unconfirmed else { return }
        throw Problem.invalid("people", T.registration.schoolGroupAlready(names: .text(try PersonStore.person(person, in: act).name.full)))
    }

    /// Gives seats back: one, or all that are open. Whoever is next comes in.
    package static func withdraw(_ seat: Registration.ID?, in id: SchoolGroup.ID, of school: School.ID, seen version: Int, in act: Act) throws {
        let (group, event, centre) = try hold(id, of: school, seen: version, in: act)
        try RegistrationStore.requireNotHeld(event, at: act.now)
        let open = try seats(of: id, in: act).filter { $0.state.isOpen && (seat == nil || $0.id == seat) }
        guard !open.isEmpty else { throw Problem.conflict(T.registration.schoolGroupChanged) }
        try giveBack(open, of: group, event, centre, T.registration.withdrawnBySchool, in: act)
    }

    private static func giveBack(_ seats: [Registration], of group: SchoolGroup, _ event: Event, _ centre: Centre, _ deed: Phrase, in act: Act) throws {
        for seat in seats {
            let dossier = Dossier(registration: seat, event: event, centre: centre)
            try RegistrationStore.settle(dossier, Decision(.withdrawn, deed), in: act)
            if group.approveUntil == nil { try RegistrationLetters.withdrawn(dossier, in: act) }
        }
        try RegistrationStore.fill(event, of: centre, in: act)
    }

    // MARK: The head's word

    /// The head says yes: everybody is told how it stands.
    package static func approve(_ id: SchoolGroup.ID, of school: School.ID, in act: Act) throws {
        let (group, event, centre) = try asked(id, of: school, in: act)
        try act.db.run("UPDATE school_group SET approve_until = NULL WHERE id = \(id)")
        try act.record(T.registration.schoolGroupApproved, .schoolGroup(id), under: .event(event.id), centre: event.centre)
        try tellPeople(of: group, event, centre, in: act)
        try SchoolGroupLetters.answered(group, isApproved: true, event, centre, in: act)
    }

    /// The head says no: the seats go on.
    package static func decline(_ id: SchoolGroup.ID, of school: School.ID, in act: Act) throws {
        let (group, event, centre) = try asked(id, of: school, in: act)
        try end(group, event, centre, T.registration.schoolGroupDeclined, in: act)
        try SchoolGroupLetters.answered(group, isApproved: false, event, centre, in: act)
    }

    private static func asked(_ id: SchoolGroup.ID, of school: School.ID, in act: Act) throws -> (SchoolGroup, Event, Centre) {
        let (group, event, centre) = try hold(id, of: school, seen: nil, in: act)
        guard try SchoolTeamStore.isHead(act.by.person, of: school, in: act) else { throw Problem.missing }
        guard let until = group.approveUntil, act.now < until else { throw Problem.conflict(T.registration.schoolGroupAnswered) }
        return (group, event, centre)
    }

    /// It comes to nothing before anybody was told.
    static func end(_ group: SchoolGroup, _ event: Event, _ centre: Centre, _ deed: Phrase, in act: Act) throws {
        try giveBack(seats(of: group.id, in: act).filter(\.state.isOpen), of: group, event, centre, deed, in: act)
        try act.db.run("UPDATE school_group SET approve_until = NULL WHERE id = \(group.id)")
        try act.record(deed, .schoolGroup(group.id), under: .event(event.id), centre: event.centre)
    }
}
