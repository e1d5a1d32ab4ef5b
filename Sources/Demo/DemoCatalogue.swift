import Accounts
import Catalogue
import Centres
import Kernel
import Languages

/// Invented programmes of an invented accreditor.
struct DemoCatalogue: Sendable {
    let cycle: Cycle.ID
    let programmes: [Programme.ID]

    private static let areas = ["Информатика", "Математика", "Српски језик", "Општа питања наставе", "Предшколско васпитање", "Страни језик"]

    init(of town: DemoTown, in act: Act) throws {
        let today = Zone.utc.day(of: act.now), year = SchoolYear(containing: today)
        var rules = AccreditorRules()
        (rules.unlisted, rules.unlistedBasis) = (.refused, "измишљено правило: обуку држе само реализатори са списка")
        (rules.unheldMonths, rules.unheldBasis) = (12, "измишљено правило: програм који није одржан не може поново да конкурише")
        let accreditor = try CycleStore.add(AccreditorDraft(code: "ПРОБА", name: "Измишљени завод за програме", country: .serbia, rules: rules), in: act)
        cycle = try Self.cycle(of: accreditor, from: year.previous.first, to: year.next.next.last, in: act)
        let codes = try CycleStore.codes(of: [cycle], in: act)
        programmes = try Self.programmes.enumerated().map { [cycle] index, programme in
            try ProgrammeStore.add(
                Self.full(ProgrammeDraft(
                    cycle: cycle, number: "\(101 + index * 7)", title: programme.title, language: programme.language,
                    institution: "Центар за стручно усавршавање Бистрик",
                    hours: programme.hours, competence: codes.entry(.competence, programme.competence),
                    priority: codes.entry(.priority, programme.priority), area: codes.entry(.area, programme.area),
                    target: "наставници разредне и предметне наставе, стручни сарадници", seatsMax: 30, goal: programme.goal,
                    outcomes: Self.outcomes, topics: Self.topics, isFree: index == 4, authors: ["Јасна Ивањић, професор разредне наставе"],
                    trainers: ["Јасна Ивањић, професор разредне наставе", "Лазар Кривокућа"]), index, codes), in: act)
        }
        // Those who hold them are people whom the centre knows; of the last programme nobody has said it yet.
        for programme in programmes.dropLast() {
            try ProgrammeStore.tie(.trainer, named: "Јасна Ивањић", of: programme, to: town.teachers[8], at: town.centre, in: act)
            try ProgrammeStore.tie(.trainer, named: "Лазар Кривокућа", of: programme, to: town.teachers[10], at: town.centre, in: act)
        }
        try Self.ending(today, in: act)
    }

    /// What a catalogue tells beside the usual.
    private static func full(_ programme: ProgrammeDraft, _ index: Int, _ codes: [CycleCode]) -> ProgrammeDraft {
        var draft = programme
        let targets = codes.filter { $0.list == .target }.map(\.id)
        draft.days = programme.hours / 8
        draft.targets = targets.enumerated().filter { ($0.offset + index) % 3 != 2 }.map(\.element)
        (draft.seatsMin, draft.price, draft.priceCovers) = (12, programme.isFree ? nil : 350_000 * (programme.hours / 8),
            programme.isFree ? "" : "материјал, освежење и уверење")
        draft.specificGoals = "Полазници познају поступке на којима програм почива.\nПолазници их прилагођавају својој групи."
        draft.phases = programme.hours > 8 ? "Први дан\nЗадатак у својој школи\nДруги дан" : ""
        (draft.evaluation, draft.followUp) = ("Упитник на крају дана.", "Упитник после три месеца и пример из праксе.")
        (draft.contact, draft.reach) = ("Весна Ћирић", "025 111 222, centar@bistrik.example")
        if index == 0 { draft.earlier = EarlierNumber.read("2018–2021; 245; 3") { _ in } }
        return draft
    }

    /// A catalogue that ends soon, with a programme that nobody has renewed.
    private static func ending(_ today: Day, in act: Act) throws {
        let agency = try CycleStore.add(AccreditorDraft(code: "ПРИМЕР", name: "Измишљена агенција за обуке", country: .serbia), in: act)
        let cycle = try Self.cycle(of: agency, from: today.adding(years: -2), to: today.adding(days: 110), in: act)
        _ = try ProgrammeStore.add(
            ProgrammeDraft(
                cycle: cycle, number: "31", title: "Писани споразум у колективу", language: .sr, institution: "Центар за стручно усавршавање Бистрик", hours: 8,
                target: "директори и секретари установа", goal: "Јасни договори у колективу.", outcomes: outcomes, topics: topics, authors: ["Јасна Ивањић"],
                trainers: ["Јасна Ивањић"]), in: act)
    }

    /// A cycle is called by its years, and by nothing else.
    static func cycle(of accreditor: Accreditor.ID, from first: Day, to last: Day, in act: Act) throws -> Cycle.ID {
        let cycle = try CycleStore.add(CycleDraft(accreditor: accreditor, name: "\(first.year)–\(last.year)", first: first, last: last), in: act)
        let competences = ["K1: Предмет и методика наставе", "K2: Поучавање и учење", "K3: Подршка развоју личности", "K4: Комуникација и сарадња"]
        try CycleStore.keep(competences.map { CodeLine($0) }, as: .competence, of: cycle, in: act)
        try CycleStore.keep(["P1: Дигитално образовање", "P2: Добробит ученика", "P3: Формативно оцењивање"].map { CodeLine($0) }, as: .priority, of: cycle, in: act)
        try CycleStore.keep(areas.map { CodeLine($0) }, as: .area, of: cycle, in: act)
        let groups = ["васпитач у предшколској установи", "наставник разредне наставе", "наставник предметне наставе", "стручни сарадник"]
        try CycleStore.keep(groups.map { CodeLine($0) }, as: .target, of: cycle, in: act)
        return cycle
    }

    /// What the centres of a whole land offer in a cycle.
    /// - Parameter trainers: so many people hold the programmes of a centre.
    /// - Returns: the programmes of each centre.
    static func offer(_ centres: [String], programmes: Int, trainers: Int, in cycle: Cycle.ID, in act: Act) throws -> [[Programme.ID]] {
        let codes = try CycleStore.codes(of: [cycle], in: act)
        return try centres.enumerated().map { centre, name in
            try (0..<programmes).map { number in
                let (title, area, hours) = DemoWords.programme(centre, number)
                return try ProgrammeStore.add(
                    ProgrammeDraft(
                        cycle: cycle, number: "\(301 + centre * programmes + number)", title: title, language: .sr, institution: name, hours: hours,
                        competence: codes.entry(.competence, "K\(1 + number % 4)"), priority: codes.entry(.priority, "P\(1 + number % 3)"),
                        area: codes.entry(.area, area), target: "наставници и стручни сарадници", seatsMax: 30,
                        goal: "Полазници стичу поступке које могу да примене већ у понедељак.", outcomes: outcomes, topics: topics,
                        authors: [DemoWords.name(centre * 40).full],
                        trainers: (0..<trainers).map { DemoWords.trainer(centre, $0).full }), in: act)
            }
        }
    }

    private static let outcomes = "Полазници планирају час са јасним исходом.\nПолазници бирају поступке који одговарају групи.\nПолазници прате шта је примењено."
    private static let topics = "Шта већ радимо\nПримери из учионице\nРад у паровима\nПлан за прву недељу"

    private static let programmes: [(title: String, language: Language, hours: Int, competence: String, priority: String, area: String, goal: String)] = [
        ("Дигитална учионица: од алата до смисла", .sr, 16, "K2", "P1", "Информатика", "Оснаживање наставника да дигиталне алате бирају према исходу часа."),
        ("Формативно оцењивање у сваком часу", .sr, 8, "K2", "P3", "Општа питања наставе", "Увођење сталне повратне информације у свакодневну наставу."),
        ("Математика кроз причу и покрет", .sr, 8, "K1", "P3", "Математика", "Приближавање математичких појмова ученицима млађих разреда."),
        ("Разговор који помаже", .sr, 8, "K3", "P2", "Општа питања наставе", "Јачање вештина саветодавног разговора са ученицима и родитељима."),
        ("Насиље се не прећуткује", .sr, 16, "K3", "P2", "Општа питања наставе", "Препознавање и заустављање насиља у школи."),
        ("Прва слова, прва радост читања", .sr, 8, "K1", "P3", "Српски језик", "Подршка почетном читању и писању."),
        ("Anglų kalba be vadovėlio", .lt, 8, "K1", "P3", "Страни језик", "Kalbėjimo užduotys, kurioms nereikia vadovėlio."),
    ]
}

extension [CycleCode] {
    fileprivate func entry(_ list: CodeList, _ code: String) -> CycleCode.ID? { first { $0.list == list && $0.code == code }?.id }
}
