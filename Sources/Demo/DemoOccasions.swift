import Accounts
import Catalogue
import Centres
import Delivery
import Events
import Guests
import Kernel
import Languages
import Registration

/// What the invented centre holds beside seminars: one event of each form, in various states.
enum DemoOccasions {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let occasions = try await Occasions(town: town, actor: actor, records: records)
        try await occasions.gather()
        try await occasions.travel()
        try await occasions.learn()
        try await occasions.play()
        try await occasions.choose()
        try await occasions.bundle()
    }
}

private struct Occasions: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records
    let forms: [String: EventForm]

    init(town: DemoTown, actor: Actor, records: Records) async throws {
        (self.town, self.actor, self.records) = (town, actor, records)
        forms = try await records.read(as: .system) { act in
            Dictionary(try EventFormStore.forms(of: town.centre, in: act).map { ($0.details.nameInEnglish, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    // MARK: Gatherings

    func gather() async throws {
        // A round table that was held, with conclusions of which one is late.
        let past = records.at(records.now.adding(days: -50))
        let table = try await announce("Round table", "Улога директора у усавршавању наставника", inDays: -20, at: past,
            "Разговор директора школа, стручне службе и центра.") { plan in
            plan.trainers = [Trainer(name: "Драгана Шобић", person: town.dragana)]
        }
        try await past.write(by: actor) { act in
            try GuestStore.add([NewGuest(.speaker, name: "Милена Џелатовић", email: "milena@bistrik.example", topic: "Педагошка служба као ослонац")], to: table, in: act)
            _ = try GuestStore.ask(table, saying: "", tokens: [Token.random()], in: act)
        }
        try await answer(.comes, of: table, past)
        try await records.at(records.now.adding(days: -19)).write(by: actor) { act in
            try EventStore.markHeld(table, in: act)
            let day = town.zone.day(of: act.now)
            try ReportStore.write(ReportText(course: "Разговор је трајао два сата, са много примера из школа.", remark: "", visitors: 47,
                photoNote: "Усмено, на почетку; нико није одбио."), of: table, in: act)
            try ConclusionStore.add(ConclusionDetails(text: "Упознати све школе подручја са новим правилником", owner: "Весна Ћирић", due: day.adding(days: 12)),
                to: table, in: act)
            try ConclusionStore.add(ConclusionDetails(text: "Поновити разговор на почетку следећег полугодишта", owner: "Центар", due: day.adding(days: 120)),
                to: table, in: act)
        }
        _ = try await announce("Panel", "Шта деца читају", inDays: 33, "Трибина за наставнике, библиотекаре и родитеље.")
        _ = try await announce("Book promotion", "Приче са Бистрика", inDays: 12, "Аутори из наших школа читају своје приче.") { plan in
            plan.trainers = [Trainer(name: "Љиљана Вретенар", person: town.teachers[2])]
        }
        _ = try await announce("Exhibition", "Дечји цртеж: мој град", inDays: 5, "Радови ученика шест школа, у холу центра, две недеље.")

        let invited = try await announce("In-school event", "Дан отворених врата школе „Свитац“", inDays: 26, seats: 40, "Часови, изложба и разговор са родитељима.")
        try await records.write(by: actor) { act in
            try GuestStore.add([
                NewGuest(.guest, name: "Градска управа Бистрика", email: "uprava@bistrik.example"), NewGuest(.guest, name: "Милена Џелатовић",
                    email: "milena@bistrik.example"),
                NewGuest(.guest, name: "Удружење пензионисаних учитеља"),
            ], to: invited, in: act)
            _ = try GuestStore.addSchools(to: invited, in: act)
            _ = try GuestStore.ask(invited, saying: "Деца су припремила изложбу и кратак програм.", tokens: (0..<20).map { _ in Token.random() }, in: act)
        }
        try await answer(.comes, of: invited, people: 4, records)
        try await answer(.maybe, of: invited, records)

        let gathering = try await announce("Professional gathering", "Дани природних наука", inDays: 80, seats: 80, at: records.at(records.now.adding(days: -10)),
            "Излагања и огледи наставника из целог округа.") { plan in
            let today = town.zone.day(of: records.now)
            plan.points = 1
            plan.approval = EventApproval(asked: today.adding(days: -40), number: "610-00-12/\(today.year)", day: today.adding(days: -12))
        }
        try await apply(Array(town.teachers[0..<7]), gathering)
        _ = try await draft("Conference", "Школа за десет година", inDays: 200, seats: 150, "Пленарни део, пет тематских група и радионице.")
    }

    /// A conference whose workshops are chosen: one of them is full, and somebody waits for it.
    func choose() async throws {
        let conference = try await announce("Conference", "Настава која се памти", inDays: 52, seats: 150, at: records.at(records.now.adding(days: -9)),
            "Пленарни део и пет радионица, које се бирају уз пријаву.") { plan in
            func session(_ from: Int, _ to: Int, _ place: String, _ title: String, _ lt: String, _ en: String, _ seats: Int) -> EventSession {
                EventSession(
                    day: plan.sessions[0].day, begins: ClockTime(minutes: from * 15) ?? .midnight, ends: ClockTime(minutes: to * 15) ?? .midnight,
                    place: place, title: title, titles: [.lt: lt, .en: en], seats: seats)
            }
            let school = "Гимназија „Седам липа“"
            plan.sessions = [
                session(40, 46, "\(school), свечана сала", "Отварање и излагања", "Atidarymas ir pranešimai", "Opening and talks", 0),
                session(
                    48, 54, "\(school), кабинет 12", "Змај од папира: геометрија на ветру", "Popierinis aitvaras: geometrija vėjyje",
                    "A paper kite: geometry in the wind", 5),
                session(48, 54, "\(school), кабинет 14", "Музика без нота", "Muzika be natų", "Music without notes", 20),
                session(48, 54, "\(school), библиотека", "Приче које дишу", "Istorijos, kurios kvėpuoja", "Stories that breathe", 15),
                session(55, 61, "\(school), двориште", "Школски врт у саксијама", "Mokyklos daržas vazonuose", "A school garden in pots", 12),
                session(55, 61, "\(school), кабинет 12", "Прва помоћ у учионици", "Pirmoji pagalba klasėje", "First aid in the classroom", 16),
            ]
        }
        let workshops = try await records.read(as: .system) { try EventStore.event(conference, in: $0).workshops.map(\.id) }
        for (place, person) in ([town.ana] + town.teachers[8..<20]).enumerated() {
            try await apply(person, conference, nil, choosing: [workshops[place < 7 ? 0 : place % 3], workshops[3 + place % 2]])
        }
    }

    // MARK: A trip

    func travel() async throws {
        let trip = try await announce("Study trip", "Дворци и школе северне Бачке", inDays: 47, seats: 30, at: records.at(records.now.adding(days: -6)),
            "Обилазак две школе и музеја, са водичем.") { plan in
            plan.fee = .rsd(2_400)
            plan.payers = [.own, .school]
            plan.seatsMin = 20
            plan.trip = EventTrip(
                meetingPlace: "Паркинг код Гимназије „Седам липа“", meetingTime: ClockTime(hour: 6,
                    minute: 30), stops: "7:15 Стари Врт\n9:00 Каменопоље, школа\n14:00 повратак",
                documents: "Лична карта и здравствена књижица")
        }
        try await apply(Array(town.teachers[3..<15]) + [town.branko], trip)
    }

    // MARK: Courses and the net

    func learn() async throws {
        _ = try await announce("Course of several days", "Српски као страни језик", inDays: 68, seats: 20, lasting: 3, "Три сусрета, између њих рад у учионици.")
        let webinar = try await announce("Webinar", "Безбедно на мрежи", inDays: 9, seats: 100, at: records.at(records.now.adding(days: -12)),
            "Један сат, са питањима на крају.") { plan in
            for index in plan.sessions.indices { (plan.sessions[index].place, plan.sessions[index].link) = ("", "https://soba.bistrik.example/bezbedno") }
            plan.trainers = [Trainer(name: "Јасна Ивањић", person: town.teachers[8])]
        }
        try await apply(Array(town.teachers[6..<20]) + [town.ana], webinar)
        _ = try await announce("Online course", "Вредновање на даљину", inDays: 59, seats: 25, lasting: 2, "Два сусрета уживо преко мреже и задаци између њих.") { plan in
            for index in plan.sessions.indices { (plan.sessions[index].place, plan.sessions[index].link) = ("", "https://soba.bistrik.example/vrednovanje") }
        }
        _ = try await announce("Room hire", "Годишња скупштина удружења учитеља", inDays: 17, "")
    }

    /// Three evenings for which one application is enough; the second has few seats.
    func bundle() async throws {
        var evenings: [Event.ID] = []
        for (place, (title, seats)) in [("Читамо заједно: бајка", 25), ("Читамо заједно: песма", 3), ("Читамо заједно: прича", 25)].enumerated() {
            evenings.append(try await announce("Seminar", title, inDays: 61 + place * 7, seats: seats, at: records.at(records.now.adding(days: -4)),
                "Вече за наставнике и библиотекаре, са радионицом."))
        }
        let (centre, all) = (town.centre, evenings)
        let details = EventPackageDetails(
            title: "Читамо заједно: три вечери", text: "Три вечери о читању са ученицима. Може се доћи и на само једно, али заједно чине целину.", events: all)
        _ = try await records.write(by: actor) { try EventPackageStore.add(details, to: centre, in: $0) }
        for person in town.teachers[10..<15] {
            try await records.write(by: Actor(person: person, name: "")) { act in
                let reader = try PersonStore.person(person, in: act), school = try EmploymentStore.schools(of: person, on: Zone.utc.day(of: act.now), in: act).first?.id
                _ = try RegistrationStore.apply(person, together: all, Application(school: school, payer: .free), reader: reader, in: act)
            }
        }
    }

    // MARK: Pupils

    func play() async throws {
        let workshop = try await announce("Workshop for pupils", "Мали физичари", inDays: 20, seats: 60, at: records.at(records.now.adding(days: -5)),
            "Огледи са ваздухом и водом, за пети и шести разред.")
        try await apply(town.ana, workshop, PupilGroup(grade: "6-2", pupils: 24, companions: 2))
        try await apply(town.teachers[0], workshop, PupilGroup(grade: "5-1", pupils: 22, companions: 2))
        try await apply(town.teachers[1], workshop, PupilGroup(grade: "5-3", pupils: 19, companions: 1))
        let club = try await announce("Science club session", "Небо изнад Бистрика", inDays: -9, seats: 30, at: records.at(records.now.adding(days: -40)),
            "Посматрање звезда и израда звездане карте.")
        try await apply(town.teachers[5], club, PupilGroup(grade: "7-1", pupils: 20, companions: 2), at: records.at(records.now.adding(days: -30)))
        try await records.at(records.now.adding(days: -8)).write(by: actor) { act in
            try EventStore.markHeld(club, in: act)
            try ReportStore.write(ReportText(course: "Небо је било ведро.", remark: "", visitors: 21), of: club, in: act)
        }
    }

    // MARK: Parts

    private func plan(_ form: String, _ title: String, inDays days: Int, seats: Int, lasting: Int, _ summary: String, at records: Records) -> EventPlan {
        var first = town.zone.day(of: self.records.now).adding(days: days)
        // Late in the afternoon of a working day, when no seminar is held.
        while first.weekday == .saturday || first.weekday == .sunday { first = first.adding(days: 1) }
        let (five, seven) = (ClockTime(minutes: 17 * 60) ?? .midnight, ClockTime(minutes: 19 * 60) ?? .midnight)
        return EventPlan(
            language: .sr, seats: seats, deadline: first.adding(days: seats > 0 ? -4 : 0), fee: .rsd(0), payers: [.free], municipality: town.bistrik,
            texts: [.sr: EventText(title: title, summary: summary)],
            sessions: (0..<lasting).map { EventSession(day: first.adding(days: $0 * 7), begins: five, ends: seven, place: "Центар за стручно усавршавање, Школска 1") })
    }

    private func announce(
        _ form: String, _ title: String, inDays days: Int, seats: Int = 0, lasting: Int = 1, at records: Records? = nil, _ summary: String,
        _ change: (inout EventPlan) -> Void = { _ in }
    ) async throws -> Event.ID {
        let id = try await draft(form, title, inDays: days, seats: seats, lasting: lasting, at: records, summary, change)
        try await (records ?? self.records).write(by: actor) { try EventStore.announce(id, limits: nil, in: $0) }
        return id
    }

    private func draft(
        _ form: String, _ title: String, inDays days: Int, seats: Int = 0, lasting: Int = 1, at records: Records? = nil, _ summary: String,
        _ change: (inout EventPlan) -> Void = { _ in }
    ) async throws -> Event.ID {
        guard let form = forms[form] else { throw Problem.missing }
        var plan = plan(form.details.nameInEnglish, title, inDays: days, seats: seats, lasting: lasting, summary, at: records ?? self.records)
        change(&plan)
        return try await (records ?? self.records).write(by: actor) { [plan, town] in try EventStore.draft(form.id, plan, centre: town.centre, in: $0) }
    }

    /// The first who has not answered does.
    private func answer(_ answer: GuestAnswer, of event: Event.ID, people: Int = 1, _ records: Records) async throws {
        try await records.write(by: actor) { act in
            guard let guest = try GuestStore.list(of: event, in: act).guests.first(where: { $0.answer == .none }) else { return }
            _ = try GuestStore.answer(guest.id, Reply(answer, people: people), in: act)
        }
    }

    private func apply(_ people: [Person.ID], _ event: Event.ID) async throws {
        for person in people { try await apply(person, event, nil) }
    }

    private func apply(_ person: Person.ID, _ event: Event.ID, _ group: PupilGroup?, choosing workshops: [Workshop.ID] = [], at records: Records? = nil) async throws {
        try await (records ?? self.records).write(by: Actor(person: person, name: "")) { act in
            let school = try EmploymentStore.schools(of: person, on: Zone.utc.day(of: act.now), in: act).first?.id
            let payers = try EventStore.event(event, in: act).plan.payers
            _ = try RegistrationStore.apply(person, for: event, Application(school: school, payer: payers[0], group: group, workshops: workshops), in: act)
        }
    }
}
