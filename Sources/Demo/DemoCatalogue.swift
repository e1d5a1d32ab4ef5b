import Catalogue
import Centres
import Kernel
import Languages

/// Invented programmes of an invented accreditor.
enum DemoCatalogue {
    static func fill(in act: Act) throws -> [Programme.ID] {
        let year = SchoolYear(containing: Zone.utc.day(of: act.now))
        let accreditor = try CycleStore.add(AccreditorDraft(code: "ПРОБА", name: "Измишљени завод за програме", country: .serbia), in: act)
        let cycle = try CycleStore.add(
            CycleDraft(accreditor: accreditor, name: "\(year.start)–\(year.start + 3)", first: year.previous.first, last: year.next.next.last), in: act)
        let competences = ["K1: Предмет и методика наставе", "K2: Поучавање и учење", "K3: Подршка развоју личности", "K4: Комуникација и сарадња"]
        try CycleStore.keep(competences.map { CodeLine($0) }, as: .competence, of: cycle, in: act)
        try CycleStore.keep(["P1: Дигитално образовање", "P2: Добробит ученика", "P3: Формативно оцењивање"].map { CodeLine($0) }, as: .priority, of: cycle, in: act)
        let areas = ["Информатика", "Математика", "Српски језик", "Општа питања наставе", "Предшколско васпитање", "Страни језик"]
        try CycleStore.keep(areas.map { CodeLine($0) }, as: .area, of: cycle, in: act)
        let codes = try CycleStore.codes(of: [cycle], in: act)
        func code(_ list: CodeList, _ text: String) -> CycleCode.ID? { codes.first { $0.list == list && $0.code == text }?.id }
        return try programmes.enumerated().map { index, programme in
            try ProgrammeStore.add(
                ProgrammeDraft(
                    cycle: cycle, number: "\(101 + index * 7)", title: programme.title, language: programme.language,
                    institution: "Центар за стручно усавршавање Бистрик",
                    hours: programme.hours, competence: code(.competence, programme.competence),
                    priority: code(.priority, programme.priority), area: code(.area, programme.area),
                    target: "наставници разредне и предметне наставе, стручни сарадници", seatsMax: 30, goal: programme.goal,
                    outcomes: "Полазници планирају час са јасним исходом.\nПолазници бирају поступке који одговарају групи.\nПолазници прате шта је примењено.",
                    topics: "Шта већ радимо\nПримери из учионице\nРад у паровима\nПлан за прву недељу", isFree: index == 4,
                    authors: ["Јасна Ивањић"], trainers: ["Јасна Ивањић", "Лазар Кривокућа"]), in: act)
        }
    }

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
