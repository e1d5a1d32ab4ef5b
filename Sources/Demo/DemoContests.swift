import Accounts
import Centres
import Contests
import Files
import Kernel
import Languages
import Storage

/// Contests of the invented town: a photo contest that takes works, an art contest whose works the jury has, a festival with its running order, and an exhibition of
/// teaching tools by teachers.
enum DemoContests {
    struct Filled: Sendable {
        let photo, art, festival, tools: Contest.ID
    }

    static func fill(_ town: DemoTown, by actor: Actor, files: FileFolder, _ records: Records) async throws -> Filled {
        let contests = Contests(town: town, actor: actor, intake: FileIntake(files), records: records)
        return Filled(photo: try await contests.photo(), art: try await contests.art(), festival: try await contests.festival(), tools: try await contests.tools())
    }
}

private struct Contests: Sendable {
    let town: DemoTown
    let actor: Actor
    let intake: FileIntake
    let records: Records

    private struct Entry: Sendable {
        let title, authors, alt: String
        let mentor: Person.ID
        var shape = 0
        var minutes: Int?
    }

    private var today: Day { town.zone.day(of: records.now) }
    private func midnight(_ days: Int) -> Instant { town.zone.endOfDay(today.adding(days: days)).adding(minutes: -1) }
    private func at(_ days: Int, hours: Int = 10) -> Records { records.at(min(records.now, town.zone.startOfDay(today.adding(days: days)).adding(hours: hours))) }

    /// A call with its categories, open from its first day on.
    private func call(_ draft: ContestDraft, _ categories: [ContestCategoryDraft], on day: Int) async throws -> Contest {
        let centre = town.centre
        return try await at(day).write(by: actor) { act in
            let id = try ContestDeskStore.announce(draft, at: centre, in: act)
            for category in categories { try ContestDeskStore.add(category, to: id, at: centre, in: act) }
            try ContestStore.move(id, to: .open, at: centre, in: act)
            return try ContestStore.contest(id, at: centre, in: act)
        }
    }

    private func draft(_ kind: ContestKind, _ name: String, opens: Int, closes: Int, lead: String, prizes: String = "", partners: String = "") -> ContestDraft {
        var draft = ContestDraft(kind, name, in: .sr, opens: town.zone.startOfDay(today.adding(days: opens)), closes: midnight(closes))
        (draft.lead, draft.prizes, draft.partners) = (lead, prizes, partners)
        draft.rules = """
            # Ко учествује
            Ученици основних и средњих школа са подручја центра, преко свог наставника.

            # Како се бира
            - Жири види радове под кодом, без имена и школе.
            - Сваки рад гледају најмање двојица чланова.

            # Шта се дешава с радовима
            Радови се враћају после изложбе. Приказује се само оно што су родитељи дозволили.
            """
        return draft
    }

    /// A drawing in place of a photo, so that nothing but the program is needed to make it.
    private func picture(_ shape: Int, _ alt: String) throws -> NewWork {
        let colours = ["#e8d9b0", "#c9dfd4", "#d7d2e6", "#f0cfc0", "#cfe0ee", "#e3e6c4"], inks = ["#1f5b4c", "#a8281e", "#44518a", "#7a5a18"]
        let (ground, ink) = (colours[shape % colours.count], inks[shape % inks.count])
        let drawn = switch shape % 3 {
        case 0: "<circle cx=\"\(240 + shape * 11 % 160)\" cy=\"190\" r=\"\(60 + shape * 7 % 60)\" fill=\"\(ink)\"/><path d=\"M0 380h640v100H0z\" fill=\"\(ink)\"/>"
        case 1: "<path d=\"M40 420L\(220 + shape * 13 % 120) 90L600 420z\" fill=\"\(ink)\"/><circle cx=\"520\" cy=\"100\" r=\"44\" fill=\"#fbfaf6\"/>"
        default: "<path d=\"M80 60h90v340H80zM\(230 + shape * 9 % 60) 140h90v260h-90zM460 100h100v300H460z\" fill=\"\(ink)\"/>"
        }
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\"><rect width=\"640\" height=\"480\" fill=\"\(ground)\"/>\(drawn)</svg>"
        return try intake.madeWork(Array(drawing.utf8), "slika\(shape).svg", shown: "work-1", alt: alt)
    }

    /// - Parameter category: of the contest, by its place.
    private func send(_ entry: Entry, to contest: Contest, _ category: Int, on day: Int, hasPicture: Bool = true) async throws -> ContestWork.ID {
        let (centre, today, codes) = (town.centre, today, (0..<5).map { _ in WorkCode.random() })
        let file = try hasPicture ? picture(entry.shape, entry.alt) : nil
        return try await at(day, hours: 15).write(by: Actor(person: entry.mentor, name: "")) { act in
            var draft = WorkDraft(entry.title, in: contest.categories[category].id)
            (draft.alt, draft.minutes) = (entry.alt, entry.minutes)
            draft.authors = entry.authors.split(separator: "+").compactMap { AuthorDraft(line: String($0)) }
            draft.school = try EmploymentStore.schools(of: entry.mentor, on: today, in: act).first?.id
            let id = try WorkWriteStore.begin(draft, codes: codes, in: contest.id, at: centre, act)
            if let file { try WorkWriteStore.add([file], to: id, at: centre, in: act) }
            try WorkWriteStore.send(id, arrived: act.now, at: centre, in: act)
            return id
        }
    }

    /// What came back on paper for all works of a mentor.
    private func consent(_ mentor: Person.ID, _ contest: Contest.ID, show: Consent = .yes, name: Consent = .yes, on day: Int) async throws {
        let centre = town.centre
        try await at(day, hours: 16).write(by: Actor(person: mentor, name: "")) { act in
            let authors = try MyContestStore.works(of: mentor, in: contest, in: act).flatMap(\.authors)
            let answers = Dictionary(authors.map { ($0.id, ConsentAnswer(enter: .yes, show: show, name: name)) }, uniquingKeysWith: { first, _ in first })
            try ConsentStore.onPaper(answers, in: contest, at: centre, act)
        }
    }

    /// It takes works: some consents are there, some are not.
    func photo() async throws -> Contest.ID {
        var younger = ContestCategoryDraft("Млађи: мој крај"), older = ContestCategoryDraft("Старији: људи и занати")
        (younger.grades, younger.kinds, younger.leastPixels, younger.mostWorks) = (1...4, [.picture], 1_200, 10)
        (older.grades, older.kinds, older.leastPixels, older.mostWorks) = (5...12, [.picture], 1_600, 10)
        let contest = try await call(
            draft(
                .photo, "Мој крај у једном кадру", opens: -20, closes: 15, lead: "Фотографишите место, човека или занат који ваш крај чини вашим.",
                prizes: "Три награде у свакој категорији и заједничка изложба у библиотеци.", partners: "Градска библиотека у Бистрику"),
            [younger, older], on: -20)
        let mentors = [town.ana, town.teachers[1], town.teachers[4]]
        let entries = [
            Entry(title: "Мост у магли", authors: "Лена Вукић, 6", alt: "Камени мост чији се други крај губи у магли", mentor: mentors[0], shape: 1),
            Entry(title: "Пекар у пет ујутру", authors: "Огњен Лазић, 7", alt: "Пекар вади хлеб, иза њега светли пећ", mentor: mentors[0], shape: 2),
            Entry(title: "Дедине руке", authors: "Мила Ђурић, 5", alt: "Две старе руке држе корпу од прућа", mentor: mentors[0], shape: 3),
            Entry(title: "Рибар", authors: "Вук Симић, 8", alt: "Човек у чамцу, вода је мирна", mentor: mentors[1], shape: 4),
            Entry(title: "Чекамо аутобус", authors: "Тара Нинић, 5 + Петра Зец, 5", alt: "Четворо деце на станици по киши", mentor: mentors[1], shape: 5),
            Entry(title: "Последњи ковач", authors: "Страхиња Бабић, 8", alt: "Ковач за наковњем, варнице лете", mentor: mentors[2], shape: 6),
        ]
        for (place, entry) in entries.enumerated() { _ = try await send(entry, to: contest, 1, on: -12 + place) }
        _ = try await send(
            Entry(title: "Моја улица", authors: "Дуња Ракић, 3", alt: "Улица са дрворедом и бициклом", mentor: mentors[1], shape: 7), to: contest, 0, on: -3)
        try await consent(mentors[0], contest.id, on: -2)
        try await consent(mentors[2], contest.id, name: .no, on: -2)
        return contest.id
    }

    /// Its deadline has passed and the jury has the works.
    func art() async throws -> Contest.ID {
        var younger = ContestCategoryDraft("Цртеж, од првог до четвртог разреда"), older = ContestCategoryDraft("Слика, од петог до осмог разреда")
        (younger.grades, younger.kinds, younger.mostWorks) = (1...4, [.picture], 12)
        (older.grades, older.kinds, older.mostWorks) = (5...8, [.picture], 12)
        let contest = try await call(
            draft(
                .art, "Боје Бистрика", opens: -100, closes: -50, lead: "Ликовни конкурс за ученике основних школа.",
                prizes: "Књиге и материјал за цртање.", partners: "Ликовна колонија Каменопоље"),
            [younger, older], on: -100)
        let mentors = [town.ana, town.teachers[1], town.teachers[4], town.teachers[10]]
        let titles = [
            ("Кућа на брду", "Софија Марић", "Кућа са црвеним кровом на брду"), ("Река и јато птица", "Немања Илић", "Плава река, изнад ње јато птица"),
            ("Пијаца", "Искра Савић", "Тезге са воћем и људи који бирају"), ("Зима у дворишту", "Коста Пешић", "Снешко и љуљашка под снегом"),
            ("Мој пас", "Нађа Ристић", "Жути пас на трави"), ("Фабрика ноћу", "Вељко Јанић", "Димњаци и осветљени прозори"),
            ("Столица", "Хана Борић", "Столица крај прозора"),
            ("Сунцокрети", "Урош Тасић", "Поље сунцокрета до хоризонта"), ("Портрет баке", "Јана Крстић", "Бака са наочарима плете"),
            ("Град од папира", "Филип Мутић", "Зграде од исечених новина"), ("Мачка на крову", "Теодора Лукић", "Црна мачка под месецом"),
            ("Воз", "Андреј Шкорић", "Воз на мосту"),
        ]
        for (place, entry) in titles.enumerated() {
            let category = place % 2, grade = category == 0 ? 2 + place % 3 : 5 + place % 4
            let one = Entry(title: entry.0, authors: "\(entry.1), \(grade)", alt: entry.2, mentor: mentors[place % mentors.count], shape: 10 + place)
            _ = try await send(one, to: contest, category, on: -90 + place * 3)
        }
        try await consent(mentors[0], contest.id, on: -55)
        try await consent(mentors[1], contest.id, on: -54)
        try await consent(mentors[2], contest.id, name: .no, on: -54)
        try await consent(mentors[3], contest.id, show: .no, name: .no, on: -52)
        let centre = town.centre
        try await at(-48).write(by: actor) { try ContestStore.move(contest.id, to: .judging, at: centre, in: $0) }
        return contest.id
    }

    /// Performances with their times.
    func festival() async throws -> Contest.ID {
        var recitation = ContestCategoryDraft("Рецитација и игра")
        recitation.mostWorks = 6
        let contest = try await call(
            draft(.festival, "Дечји фестивал „Речи на сцени“", opens: -40, closes: 5, lead: "Рецитације, скечеви и хорови на сцени дома културе."), [recitation], on: -40)
        let entries = [
            Entry(title: "Хор „Славуји“", authors: "Ива Миљуш, 4 + Дарко Ковач, 4", alt: "", mentor: town.ana, minutes: 8),
            Entry(title: "Плави зец", authors: "Миона Гајић, 2", alt: "", mentor: town.teachers[1], minutes: 3),
            Entry(title: "Школски скеч", authors: "Реља Тодић, 7 + Соња Вид, 7 + Матеја Рус, 7", alt: "", mentor: town.teachers[4], minutes: 10),
        ]
        var works: [ContestWork.ID] = []
        for (place, entry) in entries.enumerated() { works.append(try await send(entry, to: contest, 0, on: -10 + place, hasPicture: false)) }
        for mentor in [town.ana, town.teachers[1]] { try await consent(mentor, contest.id, on: -5) }
        let (centre, order) = (town.centre, works), first = town.zone.startOfDay(today.adding(days: 20)).adding(hours: 18)
        try await at(-1).write(by: actor) { try WorkDeskStore.order(order, from: first, pause: 2, of: contest.id, at: centre, in: $0) }
        return contest.id
    }

    /// Tools that teachers made, without a jury: they came, and one went back.
    func tools() async throws -> Contest.ID {
        var call = draft(.tools, "Изложба наставних средстава", opens: -60, closes: 10, lead: "Средства која су наставници сами направили.")
        (call.isForPupils, call.hasJury) = (false, false)
        call.rules = "Сваки наставник или васпитач може да изложи средство које је сам направио. Експонати се примају и враћају уз потпис."
        let contest = try await self.call(call, [ContestCategoryDraft("Наставна средства")], on: -60)
        let centre = town.centre, days = today
        for (place, entry) in [
            Entry(title: "Математички сат", authors: "", alt: "", mentor: town.ana), Entry(title: "Таблица кисеоника", authors: "", alt: "", mentor: town.teachers[4]),
        ].enumerated() {
            let id = try await send(entry, to: contest, 0, on: -20 + place, hasPicture: false)
            try await at(-5).write(by: actor) { act in
                try WorkDeskStore.lend(id, from: days.adding(days: -6), returned: place == 1 ? days.adding(days: -5) : nil, at: centre, in: act)
            }
        }
        return contest.id
    }
}
