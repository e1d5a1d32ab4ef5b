import Accounts
package import Centres
package import Events
package import Kernel
import Languages
package import Schools
import Storage

/// Group applications of schools: asked for and read. What is done with one later stands in `SchoolGroupDeedStore`.
package enum SchoolGroupStore {
    // MARK: Read

    static func groups(_ ids: Set<SchoolGroup.ID>, in act: Act) throws -> [SchoolGroup.ID: SchoolGroup] {
        guard !ids.isEmpty else { return [:] }
        let groups = try act.db.rows("SELECT * FROM school_group WHERE id IN \(list: ids.sorted())").map(SchoolGroup.init(row:))
        return Dictionary(uniqueKeysWithValues: groups.map { ($0.id, $0) })
    }

    static func group(_ id: SchoolGroup.ID, in act: Act) throws -> SchoolGroup {
        guard let group = try groups([id], in: act)[id] else { throw Problem.missing }
        return group
    }

    /// A group of a school that the actor looks after; for everybody else it is not there.
    package static func group(_ id: SchoolGroup.ID, of school: School.ID, in act: Act) throws -> SchoolGroup {
        guard act.by.looksAfter(school), let group = try groups([id], in: act)[id], group.school == school else { throw Problem.missing }
        return group
    }

    /// Its seats, in the order in which they were asked for.
    package static func seats(of group: SchoolGroup.ID, in act: Act) throws -> [Registration] {
        try act.db.rows("SELECT * FROM registration WHERE school_group = \(group) ORDER BY queued, id").map(Registration.init(row:))
    }

    static func waiting(of group: SchoolGroup.ID, in act: Act) throws -> [Registration] {
        try seats(of: group, in: act).filter { $0.state == .waiting }
    }

    // MARK: Asked for

    /// A school asks for several seats in one act, and each stands where the rule puts it. All or none come where it is wished so.
    package static func apply(_ asked: SchoolGroupAsked, for id: Event.ID, by school: School.ID, in act: Act) throws -> SchoolGroup {
        guard act.by.looksAfter(school), let person = act.by.person else { throw Problem.missing }
        let (event, centre) = try RegistrationStore.hold(id, in: act)
        try event.requireOpen(at: act.now, in: centre.zone)
        try HeadStartStore.require(asked.unnamed > 0 ? [] : Set(asked.people.map(\.person)), for: event, in: act)
        guard event.form.applying == .open else { throw Problem.conflict(T.registration.schoolGroupNotHere) }
        let today = centre.zone.day(of: act.now)
        let namesUntil = asked.unnamed > 0 ? SchoolGroup.lastDayOfNames(event, centre.rules, today: today) : nil
        try check(asked, for: event, by: school, namesUntil: namesUntil, rules: centre.rules, today: today, in: act)
        let approves = try SchoolTeamStore.keepers(of: school, in: act).contains { $0.duty == .head } && !SchoolTeamStore.isHead(person, of: school, in: act)
        let approveUntil = approves ? centre.zone.endOfDay(today.adding(workingDays: centre.rules.approvalDays)) : nil
        let row = try act.db.row("""
            INSERT INTO school_group (event, school, person, applied, whole, names_until, approve_until)
            VALUES (\(id), \(school), \(person), \(act.now), \(asked.isWhole), \(namesUntil?.iso), \(approveUntil)) RETURNING *
            """)
        guard let row else { throw Problem.missing }
        let group = try SchoolGroup(row: row)
        try act.record(T.registration.schoolGroupApplied, .schoolGroup(group.id), under: .event(id), centre: event.centre)
        let named = asked.people.map { (person: $0.person, payer: $0.payer, isUnnamed: false) }
        let unnamed = (0..<asked.unnamed).map { _ in (person: person, payer: asked.payer, isUnnamed: true) }
        var seats = try RegistrationStore.seats(of: event, in: act)
        let together = asked.isWhole ? seats.next(for: asked.seats) : nil
        for seat in named + unnamed {
            let standing = together ?? seats.next
            let application = Application(
                school: school, payer: seat.payer, note: asked.note, channel: .school, seat: SchoolSeat(group: group.id, isUnnamed: seat.isUnnamed))
            let registration = try RegistrationStore.insert(application, of: seat.person, for: event, standing.state, in: act)
            if !seat.isUnnamed { try PersonStore.keep(seat.person, in: act) }
            try act.record(standing.deed, .registration(registration.id), under: .event(id), centre: event.centre)
            seats = seats.after(standing)
        }
        try act.touchSeats()
        if approveUntil == nil { try tellPeople(of: group, event, centre, in: act) }
        try SchoolGroupLetters.applied(group, event, centre, in: act)
        return group
    }

    private static func check(
        _ asked: SchoolGroupAsked, for event: Event, by school: School.ID, namesUntil: Day?, rules: SeatRules, today: Day, in act: Act
    ) throws {
        var faults = Faults()
        let seats = event.plan.seats
        faults.require(asked.seats > 0, "people", T.registration.schoolGroupEmpty)
        faults.require(asked.seats <= seats, "unnamed", T.registration.schoolGroupTooLargeForEvent(count: seats))
        faults.require(asked.unnamed == 0 || namesUntil != nil, "unnamed", T.registration.schoolGroupTooLateForNames(count: rules.namesDays))
        for payer in Set(asked.people.map(\.payer) + (asked.unnamed > 0 ? [asked.payer] : [])) where !event.plan.payers.contains(payer) {
            faults.add("payer", T.registration.payerNotPossible)
        }
        let people = asked.people.map(\.person)
        try requireStaff(people, of: school, on: today, &faults, in: act)
        let already = try people.isEmpty ? [] : act.db.rows("""
            SELECT p.given_name, p.family_name FROM registration r JOIN person p ON p.id = r.person
            WHERE r.event = \(event.id) AND r.person IN \(list: people) AND r.state IN ('admitted', 'waiting', 'offered') AND NOT r.unnamed ORDER BY r.id
            """).map { PersonName(given: try $0["given_name"], family: try $0["family_name"]).full }
        if !already.isEmpty { faults.add("people", T.registration.schoolGroupAlready(names: .text(already.joined(separator: ", ")))) }
        try faults.check()
    }

    /// Only who works at the school is named, each once.
    static func requireStaff(_ people: [Person.ID], of school: School.ID, on today: Day, _ faults: inout Faults, in act: Act) throws {
        let present = Set(try RosterStore.roster(of: school, on: today, in: act).present.map(\.person))
        faults.require(Set(people).count == people.count && present.isSuperset(of: people), "people", T.registration.schoolGroupNotStaff)
    }

    // MARK: Told

    /// Everybody who is named hears how it stands.
    static func tellPeople(of group: SchoolGroup, _ event: Event, _ centre: Centre, in act: Act) throws {
        for registration in try seats(of: group.id, in: act) where registration.state.isOpen && !registration.isUnnamed {
            try tell(registration, event, centre, in: act)
        }
    }

    static func tell(_ registration: Registration, _ event: Event, _ centre: Centre, in act: Act) throws {
        let dossier = Dossier(registration: registration, event: event, centre: centre)
        try SchoolGroupLetters.named(dossier, standing(of: registration, in: act), in: act)
    }

    private static func standing(of registration: Registration, in act: Act) throws -> Seats.Standing {
        guard registration.state == .waiting else { return .admitted }
        if let draw = try SeatNeedStore.draw(of: registration.event, in: act), draw.given == nil { return .collected(draw.day) }
        return .waiting(try RegistrationStore.place(of: registration, in: act) ?? 1)
    }

    /// A seat of a group whose turn has come is its school's at once: it has said already that it wants it.
    static func seat(_ dossier: Dossier, of id: SchoolGroup.ID, in act: Act) throws {
        let settled = try RegistrationStore.settle(dossier, Decision(.admitted, T.registration.admitted), in: act)
        if try group(id, in: act).approveUntil == nil { try SchoolGroupLetters.named(settled, .admitted, in: act) }
    }
}

extension Seats {
    /// The same after one more has applied.
    func after(_ standing: Standing) -> Seats {
        switch standing {
        case .admitted: Seats(seats: seats, taken: taken + 1, waiting: waiting, first: first, collects: collects)
        case .waiting, .collected: Seats(seats: seats, taken: taken, waiting: waiting + 1, first: waiting == 0 ? 1 : first, collects: collects)
        }
    }
}
