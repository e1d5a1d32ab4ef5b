import Centres
import Kernel
import Languages
import Library
import Storage

/// The resource centre of the invented town: books, journals, games, kits and devices with their copies, a subscription, and wishes of readers. Every title is
/// made up.
enum DemoLibrary {
    private struct Shelved {
        let kind: TitleKind
        let name, subtitle: String
        let authors: [String]
        let publisher: String
        let year: Int
        let subjects: [String]
        let audience: TitleAudience
        var language = TitleLanguage.serbian
        var shelf = ""
        var copies = 1
        var price: Int?
        var isbn = ""
        var summary = ""
        var link = ""
        var parts: [(name: String, count: Int)] = []
    }

    private static let titles = [
        Shelved(
            kind: .book, name: "Час који слуша", subtitle: "формативно оцењивање у разреду", authors: ["Витас, Милица"], publisher: "Бистрички издавач", year: 2021,
            subjects: ["формативно оцењивање", "методика наставе"], audience: .teacher, shelf: "37.02", copies: 4, price: 89_000, isbn: "9788600000019",
            summary: "Како да повратна информација постане део часа, а не додатак оцени. Са двадесет примера из разредне и предметне наставе."),
        Shelved(
            kind: .book, name: "Разломци без страха", subtitle: "приручник за наставнике математике", authors: ["Жунић, Дане", "Лазин, Вера"],
            publisher: "Бистрички издавач", year: 2019, subjects: ["математика", "методика наставе"], audience: .upper, shelf: "51:37",
            copies: 3, price: 74_500, isbn: "9788600000026"),
        Shelved(
            kind: .book, name: "Бајке са периферије", subtitle: "читанка за час разговора", authors: ["Стокић, Ања"], publisher: "Свитац", year: 2017,
            subjects: ["српски језик", "књижевност за децу"], audience: .lower, shelf: "82-93", copies: 5, price: 56_000),
        Shelved(
            kind: .book, name: "Igra kao razgovor", subtitle: "vrtić i škola zajedno", authors: ["Perović, Iva"], publisher: "Vrabac", year: 2015,
            subjects: ["predškolsko vaspitanje", "igra"], audience: .preschool, shelf: "373.2", copies: 2),
        Shelved(
            kind: .book, name: "Mokytojo dienoraštis", subtitle: "kaip mokytis iš savo pamokų", authors: ["Gervė, Rasa"], publisher: "Beržo leidykla", year: 2020,
            subjects: ["refleksija"], audience: .teacher, language: .lithuanian, shelf: "37.02", copies: 1),
        Shelved(
            kind: .book, name: "Questions That Open Lessons", subtitle: "a handbook of dialogue", authors: ["Weaver, June"], publisher: "Hillside", year: 2018,
            subjects: ["дијалог у настави"], audience: .teacher, language: .english, shelf: "37.02", copies: 1, price: 310_000),
        Shelved(
            kind: .journal, name: "Учионица данас", subtitle: "часопис за праксу", authors: [], publisher: "Бистрички издавач", year: 2026,
            subjects: ["методика наставе"], audience: .teacher, shelf: "часописи", copies: 0),
        Shelved(
            kind: .video, name: "Један дан у комбинованом одељењу", subtitle: "", authors: ["Кнез, Мирко"], publisher: "Бистрички издавач", year: 2022,
            subjects: ["разредна настава"], audience: .teacher, shelf: "видео", copies: 2, summary: "Снимци шест часова са питањима за разговор на активу."),
        Shelved(
            kind: .audio, name: "Звуци равнице", subtitle: "", authors: [], publisher: "Звоно", year: 2014, subjects: ["музичка култура"],
            audience: .any, shelf: "аудио"),
        Shelved(
            kind: .game, name: "Пут кроз Бистрик", subtitle: "игра на карти", authors: [], publisher: "Бистрички издавач", year: 2023,
            subjects: ["географија", "игра"], audience: .lower, shelf: "игре", copies: 2, price: 240_000,
            parts: [("карта града", 1), ("фигура", 6), ("коцка", 2), ("картица са питањем", 48)]),
        Shelved(
            kind: .kit, name: "Лабораторија у коферу", subtitle: "огледи из физике за шести разред", authors: [], publisher: "", year: 2024,
            subjects: ["физика", "огледи"], audience: .upper, shelf: "комплети", copies: 2, price: 1_850_000,
            summary: "Дванаест огледа о сили, притиску и светлости, са упутством за сваки.",
            parts: [("динамометар", 6), ("оптичка клупа", 1), ("огледало", 6), ("посуда", 4), ("упутство", 12)]),
        Shelved(
            kind: .kit, name: "Роботи на столу", subtitle: "први кораци у програмирању", authors: [], publisher: "", year: 2025, subjects: ["информатика", "роботика"],
            audience: .lower, shelf: "комплети", copies: 1, price: 4_200_000, parts: [("робот", 6), ("пуњач", 6), ("подлога", 2), ("картица са наредбом", 60)]),
        Shelved(
            kind: .device, name: "Преносни пројектор", subtitle: "", authors: [], publisher: "", year: 2022, subjects: ["опрема"], audience: .any, shelf: "опрема",
            copies: 2, price: 5_900_000, parts: [("пројектор", 1), ("кабл за напајање", 1), ("видео-кабл", 1), ("торба", 1)]),
        Shelved(
            kind: .digital, name: "Збирка тестова за иницијално процењивање", subtitle: "", authors: ["Витас, Милица"], publisher: "Бистрички издавач", year: 2025,
            subjects: ["формативно оцењивање"], audience: .teacher, copies: 0, link: "https://bistrik.example/testovi"),
    ]

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let centre = town.centre
        for (place, shelved) in titles.enumerated() {
            let then = records.at(records.now.adding(days: -400 + place * 25))
            try await then.write(by: actor) { try put(shelved, at: centre, in: $0) }
        }
        try await lessen(centre, actor, records)
        try await subscribe(centre, town.zone, actor, records)
        try await wish(town, actor, records)
    }

    private static func put(_ shelved: Shelved, at centre: Centre.ID, in act: Act) throws {
        var draft = TitleDraft(shelved.name, shelved.kind, in: shelved.language)
        (draft.subtitle, draft.authors, draft.publisher, draft.year) = (shelved.subtitle, shelved.authors, shelved.publisher, shelved.year)
        (draft.subjects, draft.audience, draft.summary, draft.link) = (shelved.subjects, shelved.audience, shelved.summary, shelved.link)
        draft.isbn = BookNumber(shelved.isbn)?.digits ?? ""
        draft.place = shelved.publisher.isEmpty ? "" : "Бистрик"
        let id = try TitleStore.add(draft, at: centre, in: act)
        if !shelved.parts.isEmpty { try TitleStore.set(parts: shelved.parts, of: id, at: centre, in: act) }
        var copy = CopyDraft(acquired: Zone.utc.day(of: act.now))
        (copy.shelf, copy.price) = (shelved.shelf, shelved.price)
        copy.origin = shelved.publisher == "Бистрички издавач" ? .made : shelved.price == nil ? .given : .bought
        copy.source = copy.origin == .bought ? "град Бистрик" : copy.origin == .given ? "поклон издавача" : ""
        if shelved.copies > 0 { _ = try CopyStore.takeIn(Array(repeating: copy, count: shelved.copies), of: id, at: centre, in: act) }
    }

    /// One copy is being mended, and one was worn out.
    private static func lessen(_ centre: Centre.ID, _ actor: Actor, _ records: Records) async throws {
        try await records.write(by: actor) { act in
            if let worn = try CopyStore.copy(number: 8, at: centre, in: act) {
                try CopyStore.writeOff([worn.id], WriteOff(Zone.utc.day(of: act.now).adding(days: -20), by: "03-17/2"), at: centre, in: act)
            }
            if let mended = try CopyStore.copy(number: 12, at: centre, in: act) { try CopyStore.stand(.repair, mended.id, at: centre, in: act) }
        }
    }

    private static func subscribe(_ centre: Centre.ID, _ zone: Zone, _ actor: Actor, _ records: Records) async throws {
        try await records.write(by: actor) { act in
            let today = zone.day(of: act.now), first = Day(iso: "\(today.year)-01-01") ?? today
            guard let journal = try TitleStore.titles(of: [.journal], at: centre, order: .azbuka, in: act).first else { return }
            try JournalStore.subscribe(
                SubscriptionDraft(first...first.adding(days: 364), count: 12, price: 480_000, source: "град Бистрик"), to: journal.id, at: centre, in: act)
            let issues = try JournalStore.subscriptions(of: journal.id, in: act).first?.issues ?? []
            // The second one never came.
            for (place, issue) in issues.enumerated() where issue.expected < today.adding(days: -5) && place != 1 {
                var copy = CopyDraft(acquired: issue.expected.adding(days: 4))
                copy.shelf = "часописи"
                try JournalStore.arrive(issue.id, of: journal.id, on: issue.expected.adding(days: 4), as: copy, at: centre, in: act)
            }
        }
    }

    private static func wish(_ town: DemoTown, _ actor: Actor, _ records: Records) async throws {
        let centre = town.centre
        for (person, wish) in [
            (town.ana, WishDraft("Геометрија у покрету", authors: "Жунић, Дане", reason: "За изборну наставу у седмом разреду.")),
            (town.ruta, WishDraft("Žodžių dirbtuvės", reason: "Užsienio kalbos pamokoms penktoje klasėje.")),
        ] {
            let reader = try await records.read(as: .system) { try $0.ask(ActorAsked(person)).first } ?? .visitor
            try await records.write(by: reader) { try WishStore.wish(wish, at: centre, in: $0) }
        }
        let first = try await records.read(as: .system) { try $0.db.value("SELECT min(id) FROM title_wish", as: TitleWish.ID.self) }
        guard let first else { return }
        try await records.write(by: actor) { try WishStore.answer(WishAnswer(.ordered, "Стиже до краја месеца."), to: first, at: centre, in: $0) }
    }
}
