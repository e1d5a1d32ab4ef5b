import Accounts
import Centres
import Contests
import Juries
import Kernel
import Languages
import Schools

/// Juries of the invented town: one has decided and its works hang in a gallery, another one judges stories now.
enum DemoJuries {
    /// - Parameter art: a contest whose works wait for their jury.
    static func fill(_ town: DemoTown, art: Contest.ID, by actor: Actor, _ records: Records) async throws {
        let juries = Juries(town: town, actor: actor, records: records)
        try await juries.decided(art)
        try await juries.underway()
    }
}

private struct Juries: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private func at(_ days: Int, hours: Int = 10) -> Records { records.at(min(records.now, town.zone.startOfDay(today.adding(days: days)).adding(hours: hours))) }

    private func acts(_ person: Person.ID) async throws -> Actor { try await records.read(as: .system) { try PersonStore.actor(person, in: $0) } ?? .system }

    /// By what is judged, in which rounds, and by whom; the first of them chairs. All have accepted.
    private func prepare(_ id: Contest.ID, _ criteria: [(String, Int)], _ rounds: [JuryRound.Details], _ people: [Person.ID], on day: Int) async throws {
        let centre = town.centre
        try await at(day).write(by: actor) { act in
            try JuryStore.set(JuryRules(tie: .criterion, scale: 5, margin: 200), criteria, of: id, at: centre, in: act)
            for round in rounds { try JuryStore.add(round, to: id, at: centre, in: act) }
            for (index, person) in people.enumerated() {
                guard let email = try PersonStore.person(person, in: act).email else { continue }
                try JurorStore.invite(email: email, [], chair: index == 0, to: id, at: centre, in: act)
            }
        }
        for person in people { try await at(day, hours: 18).write(by: try await acts(person)) { try JurorStore.answer(true, id, at: centre, in: $0) } }
    }

    /// Somebody gives what lies before them: a taste that all share, and how each uses the scale.
    /// - Parameter most: so many of them.
    private func give(_ id: Contest.ID, _ person: Person.ID, mild: Int, most: Int = .max, on day: Int) async throws {
        let centre = town.centre
        try await at(day, hours: 20).write(by: try await acts(person)) { act in
            let desk = try JurySheetStore.desk(id, at: centre, in: act)
            for line in desk.lines.prefix(most) {
                let taste = line.title.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) % 97 }
                let given: GivenSheet
                if desk.seat.round?.kind == .sift {
                    given = GivenSheet(isIn: taste % 7 != mild)
                } else {
                    let marks = desk.seat.criteria.enumerated().map { ($1.id, min(5, max(1, 2 + (taste / (1 + $0)) % 3 + mild))) }
                    given = GivenSheet(marks: Dictionary(uniqueKeysWithValues: marks), words: taste % 5 == 0 ? "Видети још једном." : "")
                }
                try JurySheetStore.give(given, to: line.code, of: id, at: centre, in: act)
            }
        }
    }

    /// Two rounds, a word about works that are close, the chair's decision, results.
    func decided(_ id: Contest.ID) async throws {
        let centre = town.centre, people = [town.teachers[8], town.teachers[2], town.branko, town.goran]
        try await prepare(
            id, [("Идеја", 3), ("Израда", 2), ("Самосталност детета", 1)], [JuryRound.Details(.sift, seenBy: 2), JuryRound.Details(.points)], people, on: -46)
        for (round, day) in [-44, -34].enumerated() {
            try await at(day).write(by: actor) { try JuryRoundStore.open(id, at: centre, in: $0) }
            for (index, person) in people.enumerated() { try await give(id, person, mild: index % 2, on: day + 2 + index) }
            try await at(day + 7 + round).write(by: actor) { try JuryRoundStore.close(id, at: centre, in: $0) }
        }
        let chair = try await acts(people[0])
        let board = try await at(-25).read(as: chair) { try JuryDecisionStore.ownBoard(id, at: centre, in: $0).board }
        if let close = board.lines.first(where: { $0.near != nil }) {
            try await at(-25, hours: 19).write(by: chair) {
                try JuryTalkStore.say("Рад се издваја бојом; предлажем да га погледамо поново.", of: close.entry.code, in: id, at: centre, in: $0)
            }
        }
        let prizes = board.parts.flatMap { part in
            zip(part.lines, [Prize.first, .second, .third]).map { ($0.entry.code, JuryVerdict.Given($1, "Једногласно, после другог гледања.")) }
        }
        try await at(-22).write(by: chair) { act in
            try JuryDecisionStore.decide(
                JuryVerdict(Dictionary(prizes, uniquingKeysWith: { first, _ in first }), reason: "Жири је радове гледао у два круга и одлучио једногласно."), id,
                at: centre, in: act)
        }
        try await at(-20).write(by: actor) { try ContestStore.move(id, to: .decided, at: centre, in: $0) }
    }

    /// Stories that lie before their jury today; Ана has read three of them.
    func underway() async throws {
        let (centre, today) = (town.centre, today)
        var draft = ContestDraft(
            .literary, "Прича једне реке", in: .sr, opens: town.zone.startOfDay(today.adding(days: -45)),
            closes: town.zone.startOfDay(today.adding(days: -6)).adding(hours: 20))
        draft.lead = "Кратке приче ученика о води која тече кроз њихово место."
        draft.rules = "Прича има највише једну страну. Жири је чита под кодом, без имена и школе."
        draft.prizes = "Збирка прича и књиге за школску библиотеку."
        let call = draft
        let contest = try await at(-45).write(by: actor) { act in
            let id = try ContestDeskStore.announce(call, at: centre, in: act)
            var category = ContestCategoryDraft("Кратка прича")
            (category.kinds, category.mostWorks) = ([.text], 10)
            try ContestDeskStore.add(category, to: id, at: centre, in: act)
            try ContestStore.move(id, to: .open, at: centre, in: act)
            return try ContestStore.contest(id, at: centre, in: act)
        }
        for (place, story) in Self.stories.enumerated() {
            let mentor = town.teachers[[1, 4, 7][place % 3]], codes = (0..<5).map { _ in WorkCode.random() }
            try await at(-20 + place, hours: 17).write(by: Actor(person: mentor, name: "")) { act in
                var work = WorkDraft(story.title, in: contest.categories[0].id)
                work.words = story.words
                work.authors = [AuthorDraft(story.author, grade: 5 + place % 4)]
                work.school = try EmploymentStore.schools(of: mentor, on: today, in: act).first?.id
                let id = try WorkWriteStore.begin(work, codes: codes, in: contest.id, at: centre, act)
                try WorkWriteStore.send(id, arrived: act.now, at: centre, in: act)
            }
        }
        try await prepare(
            contest.id, [("Прича", 3), ("Језик", 2)], [JuryRound.Details(.points, seenBy: 3), JuryRound.Details(.rank, most: 3)],
            [town.ana, town.branko, town.milena, town.ruta], on: -5)
        let id = contest.id
        try await at(-3).write(by: actor) { try JuryRoundStore.open(id, at: centre, in: $0) }
        try await give(id, town.ana, mild: 0, most: 3, on: -2)
        try await give(id, town.milena, mild: 1, on: -2)
    }

    private static let stories = [
        (title: "Испод моста", author: "Лука Зорић", words: "Испод моста вода говори тише.\nДеда каже да тако слуша."),
        (title: "Кофа", author: "Неда Милин", words: "Кофа је потонула у пролеће.\nУ јесен ју је река вратила, празну и чисту."),
        (title: "Где спава плићак", author: "Виктор Брдар", words: "Плићак се сели сваке ноћи.\nУјутру га деца траже босим ногама."),
        (title: "Писмо узводно", author: "Ема Крсмановић", words: "Написала сам писмо и пустила га низ реку.\nОдговор је дошао узводно, са ветром."),
        (title: "Воденичар", author: "Павле Дукић", words: "Воденица више не меље.\nВоденичар и даље слуша точак."),
        (title: "Жабе судије", author: "Уна Ћирковић", words: "Жабе су судиле трку листова.\nПобедио је онај који није журио."),
        (title: "Брод од новина", author: "Сава Лончар", words: "Брод од новина носио је вести до ушћа.\nТамо су их читале рибе."),
        (title: "Пристаниште", author: "Нина Перишић", words: "На пристаниште долазим кад је школа љута.\nВода ме не пита за оцене."),
    ]
}
