package import Catalogue
import Centres
package import Kernel
import Languages
import Site

/// A small invented catalogue: a past and a present Serbian cycle and a Lithuanian one, with their lists and a few programmes.
package struct Shelf: Sendable {
    package let past, present, lithuanian: Cycle.ID
    package let digital, stories, water, lithuanianReading: Programme.ID

    package static let competences = "K1: Предмет и методика наставе\nK2: Поучавање и учење\nK3: Подршка развоју ученика"
    package static let areas = "Информатика\nСрпски језик\nПриродне науке"

    package static func fill(_ town: Town) async throws -> Shelf {
        try await town.does { try laid(in: $0) }
    }

    package static func laid(in act: Act) throws -> Shelf {
        let zuov = try CycleStore.add(AccreditorDraft(code: "ЗУОВ", name: "Завод за унапређивање образовања и васпитања", country: .serbia), in: act)
        let agency = try CycleStore.add(AccreditorDraft(code: "NŠA", name: "Nacionalinė švietimo agentūra", country: .lithuania), in: act)
        func cycle(_ accreditor: Accreditor.ID, _ name: String, _ first: String, _ last: String) throws -> Cycle.ID {
            let days = (Day(iso: first) ?? .zero, Day(iso: last) ?? .zero)
            return try CycleStore.add(CycleDraft(accreditor: accreditor, name: name, first: days.0, last: days.1), in: act)
        }
        let past = try cycle(zuov, "2022/2023–2024/2025.", "2022-09-01", "2025-08-31")
        let present = try cycle(zuov, "2025/2026–2027/2028.", "2025-09-01", "2028-08-31")
        let lithuanian = try cycle(agency, "2024–2027", "2024-01-01", "2027-12-31")
        for cycle in [past, present] {
            try CycleStore.keep(CodeLine.read(competences, field: "competence"), as: .competence, of: cycle, in: act)
            try CycleStore.keep(CodeLine.read("1: Дигитална настава\n2: Формативно оцењивање", field: "priority"), as: .priority, of: cycle, in: act)
            try CycleStore.keep(CodeLine.read(areas, field: "area"), as: .area, of: cycle, in: act)
        }
        try CycleStore.keep(CodeLine.read("Skaitymo ugdymas", field: "area"), as: .area, of: lithuanian, in: act)
        let codes = try CycleStore.codes(of: [present], in: act)
        func code(_ name: String) -> CycleCode.ID? { codes.first { $0.code == name }?.id }
        let digital = try ProgrammeStore.add(ProgrammeDraft(
            cycle: present, number: "145", title: "Дигитална учионица", language: .sr, institution: "Центар за стручно усавршавање Бистрик", hours: 16,
            competence: code("K2"), priority: code("1"), area: code("Информатика"), target: "наставници разредне наставе", form: .mixed, seatsMax: 30,
            goal: "Оснаживање наставника за наставу са дигиталним алатима.", outcomes: "планира час уз дигиталне алате\nправи тест за проверу знања",
            topics: "Учионица на мрежи\nПровера знања", authors: ["Весна Ћирић"], trainers: ["Весна Ћирић", "Ана Ђорђевић"]), in: act)
        let stories = try ProgrammeStore.add(ProgrammeDraft(
            cycle: present, number: "1451", title: "Приче које лече", language: .sr, institution: "Удружење учитеља Бистрика", hours: 8,
            competence: code("K3"), area: code("Српски језик"), form: .direct, seatsMax: 25, topics: "Дигитална бајка", isFree: true,
            trainers: ["Милена Џелатовић"]), in: act)
        let water = try ProgrammeStore.add(ProgrammeDraft(
            cycle: present, number: "27", title: "Voda u školskom dvorištu", language: .srLatn, hours: 8, competence: code("K2"),
            area: code("Природне науке"), trainers: ["Branko Njegovan"]), in: act)
        let reading = try ProgrammeStore.add(ProgrammeDraft(
            cycle: lithuanian, number: "213001", title: "Šiuolaikinis skaitymo ugdymas", language: .lt, institution: "Bistriko švietimo centras", hours: 40,
            form: .online, seatsMax: 40, goal: "Stiprinti skaitymo ugdymo kompetenciją."), in: act)
        return Shelf(past: past, present: present, lithuanian: lithuanian, digital: digital, stories: stories, water: water, lithuanianReading: reading)
    }
}
