import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Papers

/// Conferences of the invented centre with their calls for papers: one in each state that a call can have.
enum DemoPapers {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let calls = try await Calls(town: town, actor: actor, records: records)
        try await calls.open()
        try await calls.review()
        try await calls.again()
        try await calls.over()
        _ = try await calls.call("Школа без зидова", inDays: 150, writtenDaysAgo: 2, days: 20, isPublished: false)
    }
}

private struct Calls: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records
    let form: EventForm.ID

    init(town: DemoTown, actor: Actor, records: Records) async throws {
        (self.town, self.actor, self.records) = (town, actor, records)
        form = try await records.read(as: .system) { act in
            guard let form = try EventFormStore.forms(of: town.centre, in: act).first(where: { $0.details.nameInEnglish == "Conference" }) else { throw Problem.missing }
            return form.id
        }
    }

    // MARK: One in each state

    /// Papers come until next week; somebody writes a draft.
    func open() async throws {
        let event = try await call("Ученик у средишту", inDays: 120, writtenDaysAgo: 20, days: 27)
        _ = try await paper(event, by: town.ana, "Математика у кухињи", "Разломци, сразмера и мерење на рецептима које ученици доносе од куће.", daysAgo: 6)
        _ = try await paper(event, by: town.teachers[2], "Школски врт као учионица", "Једна година у врту: биологија, рачунање и писање дневника.", daysAgo: 3)
        _ = try await paper(event, by: town.ana, "Игре речима на почетку часа", "Пет минута игре које уводе у тему.", daysAgo: 1, sends: false)
    }

    /// The first round is read: one reviewer is late, one paper is ripe.
    func review() async throws {
        let event = try await call("Учимо напољу", inDays: 75, writtenDaysAgo: 52, days: 30, reading: 20)
        let river = try await paper(event, by: town.branko, "Река коју сви знамо", "Теренска настава географије уз реку: мерење, цртање, разговор.", daysAgo: 40)
        let sky = try await paper(event, by: town.teachers[5], "Небо изнад школе", "Посматрање звезда са ученицима седмог разреда.", daysAgo: 38)
        try await name([town.milena, town.teachers[8], town.teachers[10]], at: event, daysAgo: 21)
        try await deal(event, daysAgo: 21)
        try await says(.accept, of: river, mark: 5, "Јасно и применљиво. Радо бих чуо и како су ученици поделили посао.", daysAgo: 10)
        try await says(.changes, of: sky, mark: 3, "Допишите колико траје припрема и шта се ради ако је облачно.", daysAgo: 9, first: true)
    }

    /// One has to be written anew.
    func again() async throws {
        let event = try await call("Читање наглас", inDays: 60, writtenDaysAgo: 60, days: 20, reading: 20, writing: 30)
        let letters = try await paper(event, by: town.ana, "Писма из будућности", "Ученици пишу себи писмо које отварају на крају године.", daysAgo: 50)
        let radio = try await paper(event, by: town.teachers[12], "Школски радио", "Пет емисија за једно полугодиште.", daysAgo: 48)
        try await name([town.milena, town.teachers[8]], at: event, daysAgo: 39)
        try await deal(event, daysAgo: 39)
        try await says(.changes, of: letters, mark: 4, "Лепа замисао. Додајте два примера писама и шта сте са њима радили.", daysAgo: 25)
        try await says(.refuse, of: radio, mark: 2, "Из сажетка се не види шта ученици уче.", daysAgo: 24)
        try await decide(letters, .changes, "Радо бисмо овај рад чули на скупу.", daysAgo: 18)
        try await decide(radio, .refuse, "", daysAgo: 18)
    }

    /// All is decided and stands in the programme.
    func over() async throws {
        let event = try await call("Мала школа науке", inDays: 20, writtenDaysAgo: 100, days: 30, reading: 20)
        let titles = [
            (town.teachers[0], "Ваздух има тежину", "Три огледа за пети разред."), (town.branko, "Карта мог пута до школе", "Од цртежа до размера."),
            (town.ruta, "Science in two languages", "How pupils explain one experiment twice."),
        ]
        var papers: [Paper.ID] = []
        for (index, title) in titles.enumerated() { papers.append(try await paper(event, by: title.0, title.1, title.2, daysAgo: 90 - index)) }
        try await name([town.milena, town.teachers[8]], at: event, daysAgo: 69)
        try await deal(event, daysAgo: 69)
        for paper in papers {
            try await says(.accept, of: paper, mark: 5, "Прихватам, без измена.", daysAgo: 60)
            try await decide(paper, .accept, "", daysAgo: 49)
        }
        try await records.write(by: actor) { _ = try PaperDeskStore.placeAll(event, in: $0) }
    }

    // MARK: Steps

    private func at(daysAgo days: Int) -> Records { records.at(records.now.adding(days: -days)) }

    /// An announced conference with a call: papers come for so many days, and each round is read for so many.
    func call(
        _ title: String, inDays days: Int, writtenDaysAgo ago: Int, days coming: Int, reading: Int = 14, writing: Int = 10, isPublished: Bool = true
    ) async throws -> Event.ID {
        let past = at(daysAgo: ago), opens = town.zone.day(of: past.now)
        var day = town.zone.day(of: records.now).adding(days: days)
        // A day on which no seminar has the halls.
        while day.weekday != .thursday { day = day.adding(days: 1) }
        let hours = [(9, 11, 0), (11, 13, 1)].compactMap { from, to, hall -> EventSession? in
            guard let begins = ClockTime(hour: from, minute: 0), let ends = ClockTime(hour: to, minute: 0) else { return nil }
            return EventSession(day: day, begins: begins, ends: ends, hall: town.halls[hall])
        }
        let plan = EventPlan(
            language: .sr, seats: 24, deadline: day.adding(days: -5), fee: .rsd(0), payers: [.free], municipality: town.bistrik,
            texts: [.sr: EventText(title: title, summary: "Излагања и радионице наставника из целог округа.")], sessions: hours)
        let deadline = opens.adding(days: coming), reviewed = deadline.adding(days: reading), again = reviewed.adding(days: writing)
        let details = PaperCallDetails(
            words: "Позивамо вас да прикажете оно што сте са ученицима пробали.\n\nНије важно да је све успело: пишите и шта бисте другачије.",
            kinds: ["излагање", "радионица", "постер"], criteria: ["Веза са темом", "Новина и примена у пракси", "Јасно написано"],
            days: PaperCallDays(opens: opens, deadline: deadline, reviewed: reviewed, again: again, againReviewed: again.adding(days: 9)))
        return try await past.write(by: actor) { act in
            let id = try EventStore.draft(form, plan, centre: town.centre, in: act)
            try EventStore.announce(id, limits: nil, in: act)
            try PaperCallStore.write(details, of: id, in: act)
            if isPublished { try PaperCallStore.publish(id, in: act) }
            return id
        }
    }

    private func paper(_ event: Event.ID, by person: Person.ID, _ title: String, _ abstract: String, daysAgo days: Int, sends: Bool = true) async throws -> Paper.ID {
        try await at(daysAgo: days).write(by: Actor(person: person, name: "")) { act in
            let known = try PersonStore.person(person, in: act), school = try EmploymentStore.schools(of: person, on: Zone.utc.day(of: act.now), in: act).first
            let author = PaperAuthor(name: known.name.full, email: known.email ?? "", school: school?.name ?? "")
            let text = PaperText(title: title, abstract: abstract, keywords: "настава, пример", kind: "излагање")
            return try PaperStore.add(PaperDraft(text, authors: [author]), to: event, sends: sends, in: act)
        }
    }

    private func name(_ people: [Person.ID], at event: Event.ID, daysAgo days: Int) async throws {
        try await at(daysAgo: days).write(by: actor) { act in
            for person in people { try PaperCallStore.name(person, reviewerAt: event, in: act) }
        }
    }

    private func deal(_ event: Event.ID, daysAgo days: Int) async throws {
        try await at(daysAgo: days).write(by: actor) { _ = try ReviewStore.deal(event, in: $0) }
    }

    /// All who read it say the same, or only the first of them.
    private func says(_ recommendation: Recommendation, of paper: Paper.ID, mark: Int, _ words: String, daysAgo days: Int, first: Bool = false) async throws {
        let readers = try await records.read(as: .system) { try ReviewStore.reviews(of: [paper], in: $0)[paper] ?? [] }
        for review in first ? Array(readers.prefix(1)) : readers {
            guard let person = review.person else { continue }
            try await at(daysAgo: days).write(by: Actor(person: person, name: "")) { act in
                let call = try ReviewStore.sheet(review.id, in: act).call
                let marks = Dictionary(uniqueKeysWithValues: call.criteria.map { ($0.id, mark) })
                try ReviewStore.give(review.id, Judgement(marks: marks, recommendation, words: words), in: act)
            }
        }
    }

    private func decide(_ paper: Paper.ID, _ decision: Recommendation, _ words: String, daysAgo days: Int) async throws {
        try await at(daysAgo: days).write(by: actor) { _ = try PaperDeskStore.decide(paper, decision, saying: words, in: $0) }
    }
}
