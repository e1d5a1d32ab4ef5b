import Events
import Files
import Kernel
import Languages
import Materials
import Publishing

/// What the invented centre publishes: news in three languages, pages, documents, the people who work there, papers of an event.
enum DemoPublishing {
    static func fill(_ town: DemoTown, by actor: Actor, files: FileFolder, _ records: Records) async throws {
        let intake = FileIntake(files)
        let today = town.zone.day(of: records.now)
        let scenes = try DemoScene.allCases.map { try intake.made(Array($0.drawing.utf8), "crtez.svg", alt: alts[$0] ?? "") }
        let faces = try team.enumerated().map { number, one in
            try intake.made(Array(DemoFace.drawing(number + 1, longHair: one.longHair, glasses: one.glasses).utf8), "lice.svg", alt: "\(one.name), цртеж")
        }
        let papers = try documents.map { try intake.made(Array(rtf($0.title, $0.text).utf8), "\($0.title).rtf") }
        let sheet = try intake.made(Array(rtf("Радни лист", "Запишите једно питање са којим долазите и једно са којим одлазите.").utf8), "Радни лист.rtf")
        try await records.write(by: actor) { act in
            for (number, piece) in news.enumerated() {
                let id = try ArticleStore.add(ArticleDraft(day: today.adding(days: piece.days), texts: piece.texts), as: .news, to: town.centre, in: act)
                if number < scenes.count { try ArticleStore.show(scenes[number], in: id, in: act) }
                if piece.isPublished { try ArticleStore.publish(id, in: act) }
            }
            for page in pages {
                try ArticleStore.publish(try ArticleStore.add(ArticleDraft(day: today.adding(days: -60), texts: page), as: .page, to: town.centre, in: act), in: act)
            }
            for (document, paper) in zip(documents, papers) {
                let details = CentreDocumentDetails(title: document.title, section: document.section, year: today.year - document.yearsAgo)
                try CentreDocumentStore.add(paper, details, to: town.centre, in: act)
            }
            for (place, (one, face)) in zip(team, faces).enumerated() {
                let details = TeamMemberDetails(name: one.name, role: one.role, email: "\(one.address)@bistrik.example", phone: "025 111 22\(place + 2)", place: place)
                try TeamStore.add(details, face, to: town.centre, in: act)
            }
            // What was held last has pictures and a paper that everybody sees; one of them keeps its leaf of the calendar.
            for (event, scene) in zip(try EventArchiveStore.newest(at: town.centre, limit: 2, in: act), [scenes[1], scenes[2]]) {
                try MaterialStore.add(scene, MaterialDetails(title: "Са сусрета, цртеж", audience: .everybody, consent: "Цртеж: нико није приказан."), to: event, in: act)
                try MaterialStore.add(sheet, MaterialDetails(title: "Питања за разговор", audience: .everybody), to: event, in: act)
            }
            for event in try EventStore.unfinished(at: town.centre, limit: 3, in: act) {
                try MaterialStore.add(sheet, MaterialDetails(title: "Радни лист за припрему", audience: .admitted), to: event.id, in: act)
            }
        }
    }

    private static let alts: [DemoScene: String] = [
        .board: "Цртеж школске табле са кружницом", .circle: "Цртеж троје људи који разговарају", .books: "Цртеж полице са књигама и саксијом",
    ]

    private typealias Piece = (days: Int, isPublished: Bool, texts: [Language: ArticleText])

    private static let news: [Piece] = [
        (-2, true, [
            .sr: ArticleText(
                title: "Пролећни распоред је објављен", summary: "Девет обука од фебруара до маја; за две већ постоји листа чекања.",
                text: """
                    Распоред смо слагали према ономе што сте нам писали у јесењој анкети: **више рада у малим групама**, мање предавања.

                    ## Како се пријављује

                    1. Отворите [обуке и скупове](/sr/events).
                    2. Изаберите термин и пошаљите пријаву. Потврда стиже одмах.
                    3. Ако места нема, стајете на листу чекања: када се неко одјави, место вам се само понуди.

                    Школе које желе обуку за цео колектив могу да је [договоре код себе](/sr/for-schools).
                    """),
            .en: ArticleText(
                title: "The spring timetable is out", summary: "Nine events from February to May; two of them already have a waiting list.",
                text: "We arranged it by what you wrote in autumn: **more work in small groups**, fewer lectures. See [all events](/en/events)."),
            .lt: ArticleText(
                title: "Paskelbtas pavasario tvarkaraštis", summary: "Devyni mokymai nuo vasario iki gegužės; dviejuose jau yra laukiančiųjų sąrašas.",
                text: "Tvarkaraštį sudarėme pagal jūsų rudens atsakymus: **daugiau darbo mažose grupėse**. Žiūrėkite [visus renginius](/lt/events)."),
        ]),
        (-9, true, [
            .sr: ArticleText(
                title: "Разговори петком настављају се", summary: "Једном месечно, без пријаве и без котизације: колеге причају шта им је успело, а шта није.",
                text: "Почињемо у **17 часова** у Великој сали. Понесите једно питање. Кафа и чај су наши.\n\n> Овде се не оцењује: овде се прича."),
            .en: ArticleText(
                title: "Friday talks go on", summary: "Once a month, free and without an application: colleagues tell what worked and what did not.",
                text: "We begin at **17:00** in the Great Hall. Bring one question."),
        ]),
        (-21, true, [
            .sr: ArticleText(
                title: "Библиотека центра је богатија за четрдесет књига", summary: "Методика, развојна психологија и приче за читање наглас.",
                text: "Књиге се читају у центру, а могу и да се понесу на три недеље. Списак је на полици код улаза."),
        ]),
        (3, false, [.sr: ArticleText(title: "Летња радионица за васпитаче", summary: "Припремамо програм; објава следи.", text: "Нацрт.")]),
    ]

    private static let pages: [[Language: ArticleText]] = [
        [
            .sr: ArticleText(
                title: "Како до нас и улаз без степеница", summary: "Пет минута пешке од аутобуске станице.",
                text: """
                    Улаз је из дворишта, **без степеница**; врата се отварају на додир. Лифт води до Велике сале.

                    | превоз | до нас |
                    |--------|--------|
                    | аутобус | станица „Школска“, 100 метара |
                    | бицикл | наткривени сталак у дворишту |
                    | ауто | паркинг иза зграде, два места за особе са инвалидитетом |

                    У Великој сали ради индукциона петља. Ако вам треба превод на знаковни језик, [пишите нам](mailto:centar@bistrik.example) десет дана раније.
                    """),
            .en: ArticleText(
                title: "How to find us, and an entrance without steps", summary: "Five minutes on foot from the bus station.",
                text: "The entrance is from the yard, **without steps**. A lift leads to the Great Hall, which has an induction loop."),
            .lt: ArticleText(
                title: "Kaip mus rasti ir įėjimas be laiptų", summary: "Penkios minutės pėsčiomis nuo autobusų stoties.",
                text: "Įėjimas iš kiemo, **be laiptų**. Liftas veda į Didžiąją salę."),
        ],
        [
            .sr: ArticleText(
                title: "За реализаторе", summary: "Шта је спремно у сали, шта треба да пошаљете и до када.",
                text: "- пројектор, табла и папир за сто су у свакој сали\n- материјале додајете сами, на страници обуке\n"
                    + "- списак групе видите на својој страници чим се пријаве затворе"),
        ],
    ]

    private static let documents: [(title: String, section: CentreDocument.Section, yearsAgo: Int, text: String)] = [
        ("Годишњи план рада", .plan, 0, "Обуке, скупови, разговори и посете школама, по месецима."),
        ("Извештај о раду", .report, 1, "Одржано је педесет и шест обука; учествовало је хиљаду и сто људи."),
        ("Годишњи план рада", .plan, 1, "Обуке, скупови, разговори и посете школама, по месецима."),
        ("Ценовник услуга", .prices, 0, "Закуп сале по сату, по дану, и попуст за установе са подручја."),
        ("Статут центра", .act, 4, "Делатност, органи и општа акта центра."),
    ]

    private static let team: [(name: String, role: String, address: String, longHair: Bool, glasses: Bool)] = [
        ("Драгана Шобић", "директорка", "dragana", true, true), ("Весна Ћирић", "координаторка обука и скупова", "vesna", true, false),
        ("Жарко Чоловић", "рачунари и сајт", "admin", false, true), ("Његош Бабунац", "библиотека и радионице", "nastavnik2", false, false),
    ]

    /// A text as word processors read it.
    private static func rtf(_ title: String, _ text: String) -> String {
        func written(_ text: String) -> String { text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u\($0.value)?" }.joined() }
        return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Noto Serif;}}\\fs36 \(written(title))\\par\\fs24 \(written(text))\\par}"
    }
}
