import Accounts
import Centres
import Kernel
import Languages
import Registry

/// The register of documents of the invented town: marks with their terms, papers of the last year and of this one, a closed book, the archive book.
enum DemoRegistry {
    private struct Mark {
        let code: String
        let name: String
        let years: Int?
        var papers: Set<String> = []
    }

    private static let marks = [
        Mark(code: "022", name: "Оснивање, статут и општа акта", years: nil), Mark(code: "031", name: "Записници већа, актива и жирија", years: 10,
            papers: ["circle_minutes", "jury_minutes"]),
        Mark(code: "035", name: "Планови и извештаји о раду", years: nil, papers: ["plan_version", "report"]),
        Mark(code: "401", name: "Рачуни, понуде и уговори", years: 10, papers: ["agreement"]), Mark(code: "610", name: "Стручно усавршавање: дописи установа", years: 5),
        Mark(code: "612", name: "Уверења и евиденције", years: nil, papers: ["certificate_batch"]), Mark(code: "900", name: "Остала преписка", years: 2),
    ]

    private struct Paper {
        let direction: RegistryDirection
        let mark: String
        let subject: String
        let other: String
        /// How it was settled; nil where it waits.
        var outcome: String?
        /// The deadline, so many days from the paper on.
        var due: Int?
        var isAnswer = false
    }

    private static let lastYear: [(month: Int, day: Int, paper: Paper)] = [
        (2, 3, Paper(
            direction: .came, mark: "610", subject: "Молба за семинар о раду са даровитим ученицима", other: "ОШ „Вук Караџић“, Бистрик", outcome: "Уврштено у план.")),
        (2, 10, Paper(
            direction: .sent, mark: "610", subject: "Одговор на молбу за семинар", other: "ОШ „Вук Караџић“, Бистрик", outcome: "Послато поштом.", isAnswer: true)),
        (3, 18, Paper(direction: .came, mark: "401", subject: "Понуда за штампу зборника", other: "Штампарија „Отисак“, Бистрик", outcome: "Прихваћено.")),
        (5, 12, Paper(direction: .inner, mark: "022", subject: "Правилник о коришћењу сала", other: "", outcome: "Усвојен, на снази.")),
        (9, 4, Paper(direction: .came, mark: "900", subject: "Позив на дан отворених врата музеја", other: "Градски музеј, Бистрик", outcome: "Примљено к знању.")),
        (11, 20, Paper(direction: .sent, mark: "610", subject: "Обавештење о зимским семинарима", other: "Свим установама", outcome: "Послато е-поштом.")),
    ]

    /// So many days ago.
    private static let thisYear: [(days: Int, paper: Paper)] = [
        (24, Paper(direction: .came, mark: "401", subject: "Рачун за закуп озвучења", other: "Тон студио „Ехо“, Бистрик", outcome: "Прослеђено рачуноводству.", due: 15)),
        (17, Paper(direction: .came, mark: "610", subject: "Захтев за обуку о дигиталној свесци", other: "Гимназија, Бистрик", outcome: "Договорен термин.", due: 10)),
        (15, Paper(
            direction: .sent, mark: "610", subject: "Предлог термина за обуку о дигиталној свесци", other: "Гимназија, Бистрик",
            outcome: "Послато е-поштом.", isAnswer: true)),
        (9, Paper(direction: .came, mark: "900", subject: "Молба за податке о броју учесника по општинама", other: "Градска управа, Бистрик", due: 7)),
        (4, Paper(direction: .came, mark: "610", subject: "Молба за препис уверења", other: "Дом здравља, Бистрик", due: 6)),
        (2, Paper(direction: .inner, mark: "035", subject: "Нацрт извештаја о раду за прво полугодиште", other: "", due: 20)),
    ]

    /// The list of marks stands before the first paper, so that papers of the program get theirs.
    static func begin(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let since = town.zone.day(of: records.now).adding(days: -900)
        try await records.at(records.now.adding(days: -900)).write(by: actor) { act in
            for (place, mark) in marks.enumerated() {
                try RegistryMarkStore.add(
                    RegistryMarkDraft(code: mark.code, name: mark.name, papers: mark.papers),
                    RegistryTerm(since: since, years: mark.years, article: "Листа категорија архивске грађе, р. бр. \(place + 1)"), at: town.centre, in: act)
            }
        }
    }

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now)
        for (month, number, paper) in lastYear {
            guard let day = Day(year: today.year - 1, month: month, day: number) else { continue }
            try await enter(paper, on: day, town, by: actor, records)
        }
        for (days, paper) in thisYear { try await enter(paper, on: today.adding(days: -days), town, by: actor, records) }
        try await records.write(by: actor) { act in
            let books = try RegistryBookStore.all(of: town.centre, in: act)
            for book in books where book.mayClose(on: today) { try RegistryBookStore.close(book.id, in: act) }
            let wanted = try RegistryArchiveStore.lacking(at: town.centre, on: today, in: act).filter { $0.mark.code != "900" }
            for (place, one) in wanted.enumerated() {
                try RegistryArchiveStore.add(
                    RegistryArchiveDraft(
                        year: one.year, mark: one.mark.id, contents: one.mark.name, quantity: "1 регистратор", place: "Орман 2, полица \(place % 4 + 1)"),
                    at: town.centre, in: act)
            }
            // What was there before the register was kept here, and whose time is over.
            try RegistryArchiveStore.add(
                RegistryArchiveDraft(
                    year: today.year - 9, mark: try RegistryMarkStore.all(of: town.centre, in: act).first { $0.code == "900" }?.id, contents: "Остала преписка",
                    quantity: "2 регистратора", place: "Орман 1, полица 1"), at: town.centre, in: act)
        }
    }

    private static func enter(_ paper: Paper, on day: Day, _ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        guard let ten = ClockTime(hour: 10, minute: 0) else { return }
        let moment = try town.zone.instant(day, ten)
        guard moment <= records.now else { return }
        let centre = town.centre
        let id = try await records.at(moment).write(by: actor) { act in
            var draft = RegistryDraft(paper.direction, paper.subject, on: day)
            draft.mark = try RegistryMarkStore.all(of: centre, in: act).first { $0.code == paper.mark }?.id
            draft.other = paper.other
            draft.due = paper.due.map { day.adding(days: $0) }
            draft.worker = paper.due == nil ? nil : town.vesna
            if paper.direction == .came { (draft.theirNumber, draft.theirDay) = ("\(100 + day.day * 3)/\(day.month)", day.adding(days: -2)) }
            let earlier = paper.isAnswer ? try RegistryStore.newest(at: centre, in: act) : nil
            return try RegistryStore.add(draft, toCaseOf: earlier, at: centre, in: act)
        }
        guard let outcome = paper.outcome else { return }
        let then = records.at(moment.adding(hours: 30)), later = then.now <= records.now ? then : records
        try await later.write(by: actor) { act in
            try RegistryWriteStore.settle(id, on: town.zone.day(of: act.now), outcome: outcome, place: "Орман 2, полица 1", at: centre, in: act)
        }
    }
}
