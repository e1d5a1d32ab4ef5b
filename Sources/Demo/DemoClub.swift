import Accounts
import Centres
import Club
import Events
import Kernel
import Languages

/// The science club of the invented town: a month of sessions, groups that came and that wait, a board of ideas, and a night of science.
enum DemoClub {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let demo = ClubTown(town: town, actor: actor, records: records)
        let (club, topics) = try await demo.found()
        try await demo.past(club, topics)
        try await demo.coming(club, topics)
        try await demo.ideas(club)
        try await demo.night()
    }
}

private struct ClubTown: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private func ago(_ days: Int) -> Records { records.at(records.now.adding(days: -days)) }

    private func person(_ id: Person.ID) async throws -> Actor { try await records.read(as: .system) { try PersonStore.actor(id, in: $0) } ?? .visitor }

    private func time(_ hour: Int, _ minute: Int = 0) throws -> ClockTime {
        guard let time = ClockTime(hour: hour, minute: minute) else { throw Problem.missing }
        return time
    }

    /// A working day so many days from today, or the next one after it.
    private func workday(_ days: Int) -> Day {
        let day = today.adding(days: days)
        return day.weekday == .saturday ? day.adding(days: 2) : day.weekday == .sunday ? day.adding(days: 1) : day
    }

    func found() async throws -> (Club.ID, [ClubTopic.ID]) {
        let town = town
        return try await ago(120).write(by: actor) { act in
            let club = try ClubStore.add(ClubDetails(
                "Клуб „Свитац“", in: .sr, summary: "Место где се физика, хемија и биологија раде рукама.",
                about: "Клуб ради сваке седмице у Учионици 2. Радионице су за разреде и мање групе, а једном седмично врата су отворена за све.\n\n"
                    + "Опрему позајмљујемо из ресурс центра, па исти комплет после радионице може у школу.",
                hall: town.halls[1]), at: town.centre, in: act)
            for (person, isLead) in [(town.teachers[8], true), (town.branko, false), (town.teachers[2], false)] {
                try ClubStore.name(person, lead: isLead, of: club, at: town.centre, in: act)
            }
            let topics = try [
                ClubTopicDetails("Мост од шпагета", summary: "Групе граде мост од шпагета и мере колико тежине издржи.", grades: 5...8, minutes: 90, places: 24,
                    needs: "Две кесе шпагета по групи, ваге, тегови."),
                ClubTopicDetails("Боје у лабораторији", summary: "Хроматографија цвећа и фломастера.", grades: 6...8, minutes: 60, places: 20,
                    needs: "Филтер-папир, алкохол, наочаре."),
                ClubTopicDetails("Мали астрономи", summary: "Шта се види са прозора, и како се црта небо.", grades: 0...4, minutes: 45, places: 24),
            ].map { try ClubStore.add($0, to: club, at: town.centre, in: act) }
            return (club, topics)
        }
    }

    private func plan(_ topic: ClubTopic.ID, _ places: Int, on days: [Day], _ hour: Int, of club: Club.ID,
        at records: Records) async throws -> [ClubSession.ID] {
        let (town, begins, ends) = (town, try time(hour), try time(hour + 1, 30))
        let mentor = town.teachers[8]
        return try await records.write(by: actor) { act in
            try days.flatMap { day in
                try ClubSessionStore.plan([
                    ClubSessionDraft(.workshop, topic: topic, day: day, begins: begins, ends: ends, places: places, place: "Учионица 2", mentor: mentor),
                ], of: club, at: town.centre, in: act)
            }
        }
    }

    private func book(_ session: ClubSession.ID, _ who: Person.ID, school: Int, _ name: String, _ grades: [Int: Int],
        at records: Records) async throws -> ClubBooking.ID {
        let town = town
        return try await records.write(by: person(who)) { act in
            try ClubBookingStore.book(
                ClubBookingDraft(school: town.schools[school], name: name, grades: grades, adults: 2), for: session, at: town.centre, in: act)
        }
    }

    /// Sessions of the last weeks, all but one with their numbers told.
    func past(_ club: Club.ID, _ topics: [ClubTopic.ID]) async throws {
        let town = town
        let sessions = try await plan(topics[0], 24, on: [-75, -40, -12, -4].map(workday), 10, of: club, at: ago(100))
        for (place, session) in sessions.enumerated() {
            let one = try await book(session, town.ana, school: 0, "6. а", [6: 14 + place], at: ago(90))
            let two = try await book(session, town.teachers[1], school: 1, "секција", [7: 5, 8: 3], at: ago(89))
            guard place < 3 else { continue }
            try await records.write(by: actor) { act in
                try ClubBookingStore.count(
                    [one: (13 + place, 2), two: (place == 1 ? 0 : 8, place == 1 ? 0 : 1)], visitors: ClubVisitors(pupils: place), of: session, at: town.centre,
                        in: act)
            }
        }
    }

    /// What comes: a session with free places, a full one with a group that waits, open hours, one that was cancelled.
    func coming(_ club: Club.ID, _ topics: [ClubTopic.ID]) async throws {
        let town = town
        let free = try await plan(topics[1], 20, on: [workday(6)], 12, of: club, at: ago(10)),
            full = try await plan(topics[0], 24, on: [workday(9)], 10, of: club, at: ago(10))
        let off = try await plan(topics[2], 24, on: [workday(4)], 9, of: club, at: ago(10))
        _ = try await book(free[0], town.ana, school: 0, "7. б", [7: 12], at: ago(8))
        _ = try await book(full[0], town.teachers[4], school: 4, "1. разред", [8: 20], at: ago(8))
        _ = try await book(full[0], town.ana, school: 0, "5. в", [5: 11, 6: 7], at: ago(7))
        _ = try await book(off[0], town.ana, school: 0, "3. а", [3: 20], at: ago(7))
        try await ago(1).write(by: actor) { try ClubSessionStore.cancel(off[0], because: "Учионица се кречи. Нови термин биће следећег месеца.",
            at: town.centre, in: $0) }
        let (begins, ends, day) = (try time(16), try time(18), workday(2))
        try await ago(10).write(by: actor) { act in
            let open = ClubSessionDraft(.open, title: "Отворена врата", day: day, begins: begins, ends: ends, place: "Учионица 2",
                mentor: town.branko)
            _ = try ClubSessionStore.plan(open.weekly(until: day.adding(days: 21)), of: club, at: town.centre, in: act)
        }
    }

    /// Ideas on their way: one that waits to be read, one that others joined, one taken up, one that is done.
    func ideas(_ club: Club.ID) async throws {
        let town = town
        func send(_ who: Person.ID, _ title: String, _ words: String, school: Int, grade: Int?, days: Int) async throws -> ClubIdea.ID {
            try await ago(days).write(by: person(who)) { act in
                try ClubIdeaStore.send(ClubIdeaDraft(title, in: .sr, words: words, school: town.schools[school], grade: grade), at: town.centre, in: act)
            }
        }
        let wind = try await send(town.ana, "Ветрењача од пластичних флаша",
            "Желели бисмо да измеримо колико струје може да направи ветар у школском дворишту.", school: 0, grade: 7, days: 60)
        let bees = try await send(town.teachers[1], "Бројимо опрашиваче", "Исто двориште, исти сат, сваке седмице: ко све слеће на цвеће.", school: 1,
            grade: nil, days: 45)
        let star = try await send(town.teachers[4], "Сунчани сат за школу", "Ученик би да нацрта сунчани сат који показује тачно време и лети и зими.",
            school: 4, grade: 9, days: 20)
        _ = try await send(town.ana, "Кристали за месец дана", "Да ли со и шећер расту исто?", school: 0, grade: 5, days: 2)
        for (place, idea) in [wind, bees, star].enumerated() {
            try await ago(18 - place).write(by: actor) { try ClubIdeaStore.screen(idea, publish: true, because: "", at: town.centre, in: $0) }
        }
        try await ago(12).write(by: person(town.ana)) { try ClubIdeaStore.join(star, pupils: 12, at: town.centre, in: $0) }
        try await ago(11).write(by: person(town.ruta)) { try ClubIdeaStore.join(star, pupils: 8, at: town.centre, in: $0) }
        try await ago(10).write(by: person(town.teachers[8])) { act in
            try ClubIdeaStore.take(bees, as: .topic, club: club, link: "", saying: "Од маја као радионица на отвореном.", at: town.centre, in: act)
        }
        try await ago(10).write(by: person(town.branko)) { act in
            try ClubIdeaStore.take(wind, as: .project, club: nil, link: "", saying: "Припремамо пријаву за мали пројекат.", at: town.centre, in: act)
        }
        try await ago(1).write(by: person(town.branko)) { act in
            try ClubIdeaStore.finish(
                wind, saying: "Две ветрењаче стоје у дворишту и пуне батерију за сат. Мерења настављају седмаци.", link: "", at: town.centre, in: act)
        }
    }

    /// A night of science that comes, with stands and people who look after them.
    func night() async throws {
        let (town, day) = (town, today.adding(days: 12)), (begins, ends) = (try time(17), try time(21))
        try await ago(15).write(by: actor) { act in
            let form = try EventFormStore.forms(of: town.centre, in: act).first { $0.details.nameInEnglish == "Exhibition" }?.id ?? .seminar
            let plan = EventPlan(
                language: .sr, seats: 0, deadline: day.adding(days: -1), fee: .rsd(0), payers: [.free],
                texts: [.sr: EventText(title: "Ноћ науке у Бистрику", description: "Једно вече, пет пунктова, огледи за све узрасте.")],
                sessions: [EventSession(day: day, begins: begins, ends: ends, place: "Школска 1, Бистрик")])
            let event = try EventStore.draft(form, plan, centre: town.centre, in: act)
            try EventStore.announce(event, limits: nil, in: act)
            let night = try ClubDayStore.make(of: event, at: town.centre, in: act)
            for (name, summary, place) in [
                ("Мостови", "Чији мост издржи највише?", "Велика сала"), ("Ватра и лед", "Хемија која се види.", "Учионица 2"),
                ("Небо над Бистриком", "Телескоп у дворишту.", "двориште"),
            ] { try ClubDayStore.add(ClubStandDraft(name, summary: summary, place: place), to: night, at: town.centre, in: act) }
            for stand in try ClubDayStore.day(night, at: town.centre, in: act).stands {
                for hour in [17, 19] {
                    guard let first = ClockTime(hour: hour, minute: 0), let last = ClockTime(hour: hour + 2, minute: 0) else { throw Problem.missing }
                    let hours = try town.zone.instant(day, first)..<town.zone.instant(day, last)
                    try ClubDayStore.add(shift: hours, needed: 2, to: stand.id, of: night, at: town.centre, in: act)
                }
            }
        }
        let nights = try await records.read(as: actor) { try ClubDayStore.all(at: town.centre, in: $0) }
        guard let night = nights.first, let shift = night.shifts.first else { throw Problem.missing }
        for helper in [town.ana, town.branko] {
            try await ago(3).write(by: person(helper)) { try ClubDayStore.help(shift.id, of: night.id, at: town.centre, in: $0) }
        }
    }
}
