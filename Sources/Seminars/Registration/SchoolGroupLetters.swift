import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Queues
import Schools

/// Letters about a group of a school: to whoever is named, to whoever applied, to the head.
enum SchoolGroupLetters {
    // MARK: To those who are named

    static func named(_ dossier: Dossier, _ standing: Seats.Standing, in act: Act) throws {
        let school = try dossier.registration.school.map { try SchoolStore.school($0, in: act) }
        try RegistrationLetters.write(dossier, in: act) { t, title in
            let by = T.registration.letterBySchool(school: .title(school?.name(in: t.language) ?? ""))
            return switch standing {
            case .admitted:
                RegistrationLetters.Words(
                    subject: T.registration.letterAdmittedSubject(title: title),
                    paragraphs: [by, T.registration.letterAdmitted(title: title), T.registration.letterAdmittedNext],
                    action: T.registration.letterOpen, invites: true)
            case .waiting(let place):
                RegistrationLetters.Words(
                    subject: T.registration.letterWaitingSubject(title: title),
                    paragraphs: [by, T.registration.letterWaiting(title: title, place: .number(place))], action: T.registration.letterOpen)
            case .collected(let day):
                RegistrationLetters.Words(
                    subject: T.registration.letterCollectedSubject(title: title),
                    paragraphs: [by, T.registration.letterCollected(title: title), T.registration.letterCollectedNext(day: .day(day))],
                    action: T.registration.letterOpen)
            }
        }
    }

    /// The school sends somebody else.
    static func swappedOut(_ dossier: Dossier, for person: Person, in act: Act) throws {
        try RegistrationLetters.write(dossier, in: act) { _, title in
            RegistrationLetters.Words(
                subject: T.registration.letterHandedOverSubject(title: title),
                paragraphs: [T.registration.letterSwappedOut(title: title, name: .text(person.name.full))], action: T.registration.letterOpen, cancels: dossier.event)
        }
    }

    // MARK: To the school

    /// How it stands, to whoever applied; and the question to the head, where one is asked.
    static func applied(_ group: SchoolGroup, _ event: Event, _ centre: Centre, in act: Act) throws {
        let seats = try SchoolGroupStore.seats(of: group.id, in: act)
        let (admitted, waiting) = (seats.count { $0.state == .admitted }, seats.count { $0.state == .waiting })
        try write(group, event, centre, to: [group.person], in: act) { title in
            (T.registration.letterGroupSubject(title: title), [T.registration.letterGroup(title: title, seats: .number(admitted), waiting: .number(waiting))]
                + (group.approveUntil.map { [T.registration.letterGroupApproval(until: .instant($0, .inSentence))] } ?? [])
                + (group.namesUntil.map { [T.registration.letterGroupNames(day: .day($0))] } ?? []))
        }
        guard let until = group.approveUntil else { return }
        try write(group, event, centre, to: heads(of: group, in: act), in: act) { title in
            (T.registration.letterApproveSubject(title: title),
             [T.registration.letterApprove(title: title, seats: .number(seats.count)), T.registration.letterApproveNext(until: .instant(until, .inSentence))])
        }
    }

    static func answered(_ group: SchoolGroup, isApproved: Bool, _ event: Event, _ centre: Centre, in act: Act) throws {
        try write(group, event, centre, to: [group.person], in: act) { title in
            isApproved ? (T.registration.letterApprovedSubject(title: title), [T.registration.letterApproved(title: title)])
                : (T.registration.letterDeclinedGroupSubject(title: title), [T.registration.letterDeclinedGroup(title: title)])
        }
    }

    /// The head did not answer in time: to whoever applied, and to the head.
    static func unapproved(_ group: SchoolGroup, _ event: Event, _ centre: Centre, in act: Act) throws {
        try write(group, event, centre, to: [group.person] + heads(of: group, in: act), in: act) { title in
            (T.registration.letterUnapprovedSubject(title: title), [T.registration.letterUnapproved(title: title)])
        }
    }

    static func namesMissing(_ group: SchoolGroup, count: Int, until day: Day, _ event: Event, _ centre: Centre, in act: Act) throws {
        try write(group, event, centre, to: keepers(of: group, in: act), in: act) { title in
            (T.registration.letterNamesSubject(title: title), [T.registration.letterNames(count: count, title: title, day: .day(day))])
        }
    }

    static func namesLapsed(_ group: SchoolGroup, count: Int, _ event: Event, _ centre: Centre, in act: Act) throws {
        try write(group, event, centre, to: keepers(of: group, in: act), in: act) { title in
            (T.registration.letterNamesLapsedSubject(title: title), [T.registration.letterNamesLapsed(count: count, title: title)])
        }
    }

    private static func heads(of group: SchoolGroup, in act: Act) throws -> [Person.ID] {
        try SchoolTeamStore.keepers(of: group.school, in: act).filter { $0.duty == .head }.map(\.person)
    }

    private static func keepers(of group: SchoolGroup, in act: Act) throws -> [Person.ID] {
        try SchoolTeamStore.keepers(of: group.school, in: act).map(\.person)
    }

    private static func write(
        _ group: SchoolGroup, _ event: Event, _ centre: Centre, to people: [Person.ID], in act: Act, _ words: (Value) -> (subject: Phrase, paragraphs: [Phrase])
    ) throws {
        let school = try SchoolStore.school(group.school, in: act)
        for id in people.reduce(into: [Person.ID](), { if !$0.contains($1) { $0.append($1) } }) {
            guard let person = try? PersonStore.person(id, in: act) else { continue }
            try SchoolLetters.write(
                person, from: centre, path: "/me/schools/\(group.school)/groups/\(group.id)", about: .schoolGroup(group.id),
                facts: { t in
                    [(t(T.registration.school), school.name(in: t.language))] + EventSummary.facts(event, centre, t).map { ($0.label, $0.value.text) }
                }, in: act
            ) { t in
                let (subject, paragraphs) = words(.text(event.title(in: t.language).text))
                return (subject, paragraphs, T.registration.letterGroupOpen)
            }
        }
    }
}
