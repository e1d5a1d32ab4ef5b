import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Schools
package import Web

/// Whoever looks after a school applies for several of its people, and looks after that group.
package enum SchoolGroupPages {
    /// What is open to apply for.
    @Sendable package static func events(_ visit: Visit) async throws -> Answer {
        let (id, centre, now) = (try visit.id("school", of: SchoolTag.self), visit.centre.id, visit.now)
        let (school, events, seats) = try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act), centre = try CentreStore.centre(centre, in: act)
            let events = try EventStore.coming(of: centre, in: act).filter { $0.form.applying == .open && $0.isOpen(at: now, in: centre.zone) }
            return (school, events, try RegistrationStore.seats(of: events, in: act))
        }
        return visit.page(SchoolGroupViews(reader: visit.reader).events(school, events, seats))
    }

    @Sendable package static func ask(_ visit: Visit) async throws -> Answer { visit.page(try await asking(visit, visit.form())) }

    @Sendable package static func apply(_ visit: Visit) async throws -> Answer {
        let (school, event) = (try visit.id("school", of: SchoolTag.self), try visit.id("event", of: Event.self))
        let payers = try await visit.read { act in
            _ = try SchoolTeamStore.school(school, in: act)
            return try EventStore.event(event, in: act).plan.payers
        }
        return try await visit.submit {
            let asked = try SchoolGroupAsked(visit.typed, payers: payers)
            return try await visit.act { act in
                let group = try SchoolGroupStore.apply(asked, for: event, by: school, in: act)
                return Redirect(visit.link("/me/schools/\(school)/groups/\(group.id)"), T.registration.saidGroupApplied)
            }
        } again: { form in
            try await asking(visit, form)
        }
    }

    private static func asking(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, event, today, alphabet, now) = (
            try visit.id("school", of: SchoolTag.self), try visit.id("event", of: Event.self), visit.today, visit.language.alphabet, visit.now)
        let opening = try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act)
            let event = try EventStore.event(event, in: act), centre = try CentreStore.centre(event.centre, in: act)
            guard event.isPublic else { throw Problem.missing }
            let staff = try RosterStore.roster(of: id, on: today, sorted: alphabet, in: act).present
            return SchoolGroupOpening(
                school: school, event: event, centre: centre, seats: try RegistrationStore.seats(of: event, in: act), staff: staff,
                already: try SchoolGroupStore.seated(staff.map(\.person), at: event.id, in: act),
                namesUntil: SchoolGroup.lastDayOfNames(event, centre.rules, today: today),
                refusal: event.form.applying == .open ? event.refusal(at: now, in: centre.zone) : T.registration.schoolGroupNotHere)
        }
        return SchoolGroupViews(reader: visit.reader).ask(opening, form)
    }

    // MARK: One group

    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await showing(visit, visit.form())) }

    @Sendable package static func name(_ visit: Visit) async throws -> Answer {
        let names = try SeatNames(visit.typed)
        return try await perform(visit, T.registration.saidNamed) { group, school, act in
            try SchoolGroupStore.name(names.names, in: group, of: school, seen: names.version, in: act)
        }
    }

    @Sendable package static func swap(_ visit: Visit) async throws -> Answer {
        let names = try SeatNames(visit.typed)
        let (seat, person) = (Registration.ID(visit.typed["seat"]), Person.ID(visit.typed["colleague"]))
        return try await perform(visit, T.registration.saidSwapped) { group, school, act in
            var faults = Faults()
            faults.require(seat != nil, "seat", T.common.errorChoose)
            faults.require(person != nil, "colleague", T.common.errorChoose)
            try faults.check()
            guard let seat, let person else { return }
            try SchoolGroupStore.swap(seat, to: person, in: group, of: school, seen: names.version, in: act)
        }
    }

    @Sendable package static func withdraw(_ visit: Visit) async throws -> Answer {
        let names = try SeatNames(visit.typed), which = visit.typed["which"]
        return try await perform(visit, T.registration.saidWithdrawnBySchool) { group, school, act in
            let seat = Registration.ID(which)
            guard seat != nil || which == "all" else { throw Problem.invalid("which", T.common.errorChoose) }
            try SchoolGroupStore.withdraw(seat, in: group, of: school, seen: names.version, in: act)
        }
    }

    @Sendable package static func approve(_ visit: Visit) async throws -> Answer {
        try await perform(visit, T.registration.saidApproved) { try SchoolGroupStore.approve($0, of: $1, in: $2) }
    }

    @Sendable package static func decline(_ visit: Visit) async throws -> Answer {
        try await perform(visit, T.registration.saidNotApproved) { try SchoolGroupStore.decline($0, of: $1, in: $2) }
    }

    private static func perform(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (SchoolGroup.ID, School.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (school, group) = (try visit.id("school", of: SchoolTag.self), try visit.id("group", of: SchoolGroup.self))
        return try await visit.submit {
            try await visit.act { act in
                try deed(group, school, act)
                return Redirect(visit.link("/me/schools/\(school)/groups/\(group)"), said)
            }
        } again: { form in
            try await showing(visit, form)
        }
    }

    private static func showing(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (school, id, today, alphabet) = (
            try visit.id("school", of: SchoolTag.self), try visit.id("group", of: SchoolGroup.self), visit.today, visit.language.alphabet)
        let sight = try await visit.read { act in
            let group = try SchoolGroupStore.group(id, of: school, in: act), event = try EventStore.event(group.event, in: act)
            let seats = try SchoolGroupStore.seats(of: id, in: act)
            let names = try PersonStore.names(of: Set(seats.map(\.person)), in: act)
            let staff = try RosterStore.roster(of: school, on: today, sorted: alphabet, in: act).present
            let seated = try SchoolGroupStore.seated(staff.map(\.person), at: event.id, in: act)
            return SchoolGroupSight(
                group: group, school: try SchoolStore.school(school, in: act), event: event, centre: try CentreStore.centre(event.centre, in: act),
                seats: try seats.map { seat in
                    SchoolGroupSight.Seat(
                        registration: seat, name: seat.isUnnamed ? "" : names[seat.person] ?? "", place: try RegistrationStore.place(of: seat, in: act))
                },
                free: staff.filter { !seated.contains($0.person) }, isHead: try SchoolTeamStore.isHead(act.by.person, of: school, in: act))
        }
        return SchoolGroupViews(reader: visit.reader).show(sight, form)
    }
}
