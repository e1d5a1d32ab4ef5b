import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Schools

/// One school of the invented town as those see it who look after it: its roster, two group applications, what it asks the centre for.
enum DemoSchools {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let school = town.schools[0], head = town.teachers[6], today = town.zone.day(of: records.now)
        func who(_ person: Person.ID) async throws -> Actor { try await records.read(as: .system) { try PersonStore.actor(person, in: $0) } ?? .system }
        let (milena, director) = (try await who(town.milena), try await who(head))
        try await records.write(by: .system) { act in
            for (person, subject, share) in [(town.ana, "математика", 100), (town.branko, "географија", 60), (town.teachers[0], "српски језик", 100)] {
                guard let job = try EmploymentStore.all(of: person, in: act).first(where: { $0.school == school }) else { continue }
                var work = job.work
                (work.teaches, work.since, work.share) = (subject, Day(iso: "2019-09-01"), share)
                try EmploymentStore.change(job.id, of: person, to: work, in: act)
            }
        }
        try await records.write(by: milena) { act in
            let named = NamedPerson(PersonName(given: "Зорка", family: "Видић"), try EmailAddress(reading: "zorka@bistrik.example"))
            try SchoolTeamStore.invite(named, as: .coordinator, of: school, from: town.centre, token: .random(), in: act)
        }
        // One that the head has approved and that still lacks names, one that waits for the head.
        if let event = try await open(town, after: today.adding(days: 20), records) {
            let asked = SchoolGroupAsked(people: [(town.branko, .school), (town.milena, .own)], unnamed: 2, payer: .school)
            let group = try await records.write(by: milena) { try SchoolGroupStore.apply(asked, for: event, by: school, in: $0) }
            try await records.write(by: director) { try SchoolGroupStore.approve(group.id, of: school, in: $0) }
        }
        if let event = try await open(town, after: today.adding(days: 8), records) {
            let asked = SchoolGroupAsked(people: [(town.branko, .school), (town.ana, .school)], payer: .school, isWhole: true)
            try await records.write(by: milena) { _ = try SchoolGroupStore.apply(asked, for: event, by: school, in: $0) }
        }
        try await ask(school, town, by: milena, answeredBy: actor, today, records)
    }

    /// The first seminar that one can apply for and that begins after a day, at which neither of the two has a seat yet.
    private static func open(_ town: DemoTown, after day: Day, _ records: Records) async throws -> Event.ID? {
        let now = records.now
        return try await records.read(as: .system) { act in
            let centre = try CentreStore.centre(town.centre, in: act)
            return try EventStore.coming(of: centre, in: act).first { event in
                guard let first = event.days?.lowerBound, first > day, event.form.id == .seminar, Set(event.plan.payers).isSuperset(of: [.own, .school]),
                      event.isOpen(at: now, in: centre.zone) else { return false }
                return try [town.branko, town.ana, town.milena].allSatisfy { try RegistrationStore.open(of: $0, for: event.id, in: act) == nil }
            }?.id
        }
    }

    /// One request waits, one was declined.
    private static func ask(_ school: School.ID, _ town: DemoTown, by keeper: Actor, answeredBy actor: Actor, _ today: Day, _ records: Records) async throws {
        guard let ten = ClockTime(hour: 10, minute: 0), let noon = ClockTime(hour: 12, minute: 30) else { throw Problem.missing }
        let titles = [
            ("Дан отворених часова", "Колеге из других школа гледају по један час, затим разговор.", 30, Set<EventRequest.Wish>([.list, .papers])),
            ("Прва помоћ за наставнике", "Кратка обука за све запослене.", 5, Set<EventRequest.Wish>([.room, .trainer])),
        ]
        for (title, text, days, wishes) in titles {
            let details = EventRequestDetails(title: title, text: text, day: today.adding(days: days), begins: ten, ends: noon, people: 30, wishes: wishes)
            let request = try await records.write(by: keeper) { try EventRequestStore.ask(details, for: school, of: town.centre, in: $0) }
            if days == 5 { try await records.write(by: actor) { try EventRequestStore.decline(request.id, because: "Реализатор је тада на другој обуци.", in: $0) } }
        }
    }
}
