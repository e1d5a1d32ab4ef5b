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

    init(in act: Act) throws {
        let year = SchoolYear(containing: Zone.utc.day(of: act.now))
        let accreditor = try CycleStore.add(AccreditorDraft(code: "ПРОБА", name: "Измишљени завод за програме", country: .serbia), in: act)
        cycle = try Self.cycle(of: accreditor, from: year.previous.first, to: year.next.next.last, in: act)
        let codes = try CycleStore.codes(of: [cycle], in: act)
        programmes = try Self.programmes.enumerated().map { [cycle] index, programme in
            try ProgrammeStore.add(
                ProgrammeDraft(
                    cycle: cycle, number: "\(101 + index * 7)", title: programme.title, language: programme.language,
                    institution: "Центар за стручно усавршавање Бистрик",
                    hours: programme.hours, competence: codes.entry(.competence, programme.competence),
                    priority: codes.entry(.priority, programme.priority), area: codes.entry(.area, programme.area),
                    target: "наставници разредне и предметне наставе, стручни сарадници", seatsMax: 30, goal: programme.goal,
                    outcomes: Self.outcomes, topics: Self.topics, isFree: index == 4, authors: ["Јасна Ивањић"], trainers: ["Јасна Ивањић", "Лазар Кривокућа"]), in: act)
        }
    }

    /// A cycle is called by its years, and by nothing else.
    static func cycle(of accreditor: Accreditor.ID, from first: Day, to last: Day, in act: Act) throws -> Cycle.ID {
        let cycle = try CycleStore.add(CycleDraft(accreditor: accreditor, name: "\(first.year)–\(last.year)", first: first, last: last), in: act)
        let competences = ["K1: Предмет и методика наставе", "K2: Поучавање и учење", "K3: Подршка развоју личности", "K4: Комуникација и сарадња"]
        try CycleStore.keep(competences.map { CodeLine($0) }, as: .competence, of: cycle, in: act)
        try CycleStore.keep(["P1: Дигитално образовање", "P2: Добробит ученика", "P3: Формативно оцењивање"].map { CodeLine($0) }, as: .priority, of: cycle, in: act)
        try CycleStore.keep(areas.map { CodeLine($0) }, as: .area, of: cycle, in: act)
        return cycle
    }

    /// What the centres of a whole land offer in a cycle.
    /// - Returns: the programmes of each centre.
    static func offer(_ centres: [String], programmes: Int, in cycle: Cycle.ID, in act: Act) throws -> [[Programme.ID]] {
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
                        trainers: [DemoWords.name(centre * 40).full]), in: act)
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
