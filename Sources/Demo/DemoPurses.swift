import Accounts
import Centres
import Events
import Kernel
import Languages
import Projects
import Purses

/// The money of the invented centre: seven sources with their plans and rules, a year and a half of what was put aside and spent of them.
enum DemoPurses {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let project = try await records.read(as: actor) { try ProjectStore.all(of: town.centre, in: $0).first { $0.state == .running } }
        let purses = Purses(town: town, actor: actor, records: records, project: project)
        try await purses.accounts()
        let ids = try await purses.open()
        try await purses.live(ids)
    }
}

private struct Purses: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records
    /// Whose first instalment is spent now.
    let project: Project?

    private var today: Day { town.zone.day(of: records.now) }
    private var newYear: Day { Day(year: today.year, month: 1, day: 1) ?? today }

    private func at(_ day: Day) throws -> Records {
        guard let time = ClockTime(hour: 10, minute: 0) else { throw Problem.missing }
        return records.at(min(records.now, try town.zone.instant(day, time)))
    }

    /// As a bookkeeper of a Serbian centre would call them.
    func accounts() async throws {
        let town = town
        try await records.write(by: actor) { act in
            try LedgerAccountStore.set([
                .receivable: ("122111", "Потраживања за котизације"), .income: ("742121", "Приходи од продаје услуга"), .bank: ("121112", "Подрачун 840"),
                .unknownPayments: ("291211", "Неразјашњене уплате"), .advances: ("251111", "Примљени аванси"), .payable: ("252111", "Обавезе према добављачима"),
            ], of: town.centre, in: act)
        }
    }

    private func details(_ place: Int) -> PurseDetails {
        let (year, last) = (today.year, Day(year: today.year, month: 12, day: 31)), before = Day(year: today.year - 1, month: 1, day: 1) ?? today
        return switch place {
        case 0:
            PurseDetails(
                .founder, "Средства оснивача", giver: "Град Бистрик", article: "Одлука о буџету града Бистрика", from: before, .rsd, decidedOn: before.adding(days: -12),
                by: "Скупштина града Бистрика", decision: "400-18/\(year - 2)")
        case 1:
            PurseDetails(
                .own, "Сопствени приходи", article: "Одлука о ценама услуга Центра", from: before, .rsd, decidedOn: before.adding(days: -20), by: "Управни одбор",
                decision: "112/\(year - 2)")
        case 2:
            PurseDetails(
                .ministry, "Програми од јавног интереса", giver: "Министарство просвете", article: "Уговор о реализацији програма од јавног интереса", from: newYear,
                to: last, .rsd, decidedOn: newYear.adding(days: 24), by: "Директорка Центра", decision: "451-3/\(year)")
        case 3:
            PurseDetails(
                .municipality, "Усавршавање запослених, општина Луг над Бистриком", giver: "Општина Луг над Бистриком", article: "Споразум о сарадњи", from: before,
                .rsd, decidedOn: before.adding(days: 30), by: "Општинско веће", decision: "06-44/\(year - 1)")
        case 4:
            PurseDetails(
                .project, "\(project?.details.name ?? "Пројекат"), прва рата", project: project?.id, giver: project?.details.source ?? "",
                article: "Уговор о пројекту, члан 7", from: before.adding(days: 200), to: today.adding(days: 24), .rsd, decidedOn: before.adding(days: 190),
                by: "Управни одбор", decision: "ПР-7/\(year - 1)")
        case 5:
            PurseDetails(
                .school, "Средства школа за усавршавање", giver: "Школе са подручја Центра", article: "Финансијски планови школа", from: before, .rsd,
                decidedOn: before.adding(days: 10), by: "Школски одбори")
        default:
            PurseDetails(
                .donor, "Донација за предшколство", giver: "Књижара „Свитац”", article: "Уговор о донацији, члан 2", from: newYear, to: today.adding(days: 200), .rsd,
                decidedOn: newYear.adding(days: 4), by: "Директорка Центра", decision: "98/\(year)")
        }
    }

    private static let rules: [Int: [PurseRule]] = [
        4: [
            PurseRule(.totalMost, amount: 120_000_000, article: "Уговор о пројекту, члан 4"),
            PurseRule(.eventMost, amount: 30_000_000, article: "Уговор о пројекту, члан 9"),
        ],
        6: [
            PurseRule(.job, "васпитач", article: "Уговор о донацији, члан 3"), PurseRule(.personMost, amount: 600_000, article: "Уговор о донацији, члан 4"),
        ],
    ]

    /// Dinars planned for the year before and for this one.
    private static let plans: [(Int, Int)] = [
        (2_100_000, 2_400_000), (1_500_000, 1_800_000), (0, 600_000), (350_000, 400_000), (500_000, 700_000), (900_000, 1_000_000), (0, 120_000),
    ]

    func open() async throws -> [Purse.ID] {
        let (town, today, newYear, plans, rules) = (town, today, newYear, Self.plans, Self.rules), all = (0..<7).map(details)
        return try await at(newYear).write(by: actor) { act in
            try all.enumerated().map { place, details in
                let id = try PurseStore.add(details, at: town.centre, in: act)
                var own = rules[place] ?? []
                if place == 3 {
                    let lug = try MunicipalityStore.all(in: act).first { $0.name == "Луг над Бистриком" }
                    own += lug.map { [PurseRule(.municipality, $0.id.value, article: "Споразум о сарадњи, члан 3")] } ?? []
                }
                for rule in own { try PurseStore.add(rule, to: id, at: town.centre, in: act) }
                func plan(_ year: Int, _ dinars: Int, _ who: String, _ article: String = "") throws {
                    guard dinars > 0 else { return }
                    let decided = Day(year: year, month: 1, day: 15) ?? today
                    try PurseMoneyStore.plan(
                        PurseYear(year, planned: dinars * 100, decidedOn: min(decided, today), by: who, article: article), of: id, at: town.centre, in: act)
                }
                let who = details.decidedBy.isEmpty ? "Управни одбор" : details.decidedBy
                try plan(today.year - 1, plans[place].0, who)
                try plan(today.year, place == 0 ? plans[place].1 - 200_000 : plans[place].1, who)
                if place == 0 { try plan(today.year, plans[place].1, who, "Ребаланс буџета") }
                return id
            }
        }
    }

    private static let words = [
        "Хонорари реализатора", "Путни трошкови", "Штампа материјала", "Освежење учесника", "Котизације учесника", "Најам опреме", "Књиге за ресурс центар",
    ]

    /// What was taken month by month: of each a part is spent, the last is still reserved.
    func live(_ ids: [Purse.ID]) async throws {
        let town = town
        let events = try await records.read(as: actor) { act in try EventStore.ids(of: town.centre, in: [.held, .closed], words: "", in: act) }
        var dice = DemoDice(91)
        for (place, id) in ids.enumerated() {
            for year in [today.year - 1, today.year] {
                let planned = year == today.year ? Self.plans[place].1 : Self.plans[place].0
                guard planned > 0 else { continue }
                let days = days(of: year, from: details(place).starts)
                // The donation is nearly over, the project has money left though it ends.
                let part = year < today.year ? 97 : place == 6 ? 93 : place == 4 ? 60 : 45 + 5 * place, whole = planned * part / 100
                var left = whole
                for (index, day) in days.enumerated() {
                    let isLast = index == days.count - 1
                    let amount = isLast ? left : min(left, max(1, whole / days.count * (60 + Int.random(in: 0..<80, using: &dice)) / 100 / 100 * 100))
                    guard amount > 0 else { continue }
                    left -= amount
                    var most = amount
                    if place == 6 { most = min(amount, 6_000) }
                    if place == 4 { most = min(amount, 290_000) }
                    var taken = 0
                    while taken < amount {
                        let piece = min(most, amount - taken), event = place == 1 || place == 5 || events.isEmpty ? nil : events.randomElement(using: &dice)
                        taken += piece
                        try await take(piece, of: id, place, on: day, year, Self.words.randomElement(using: &dice) ?? "", event, isReserved: isLast && year == today.year)
                    }
                }
            }
        }
    }

    /// The middle of each month from the day on which a source begins until today.
    private func days(of year: Int, from starts: Day) -> [Day] {
        let days = (1...12).compactMap { Day(year: year, month: $0, day: 9 + $0 % 12) }.filter { $0 >= starts && $0 <= today }
        return days.isEmpty ? [max(starts, min(today, Day(year: year, month: 1, day: 1) ?? today))] : days
    }

    private func take(
        _ dinars: Int, of id: Purse.ID, _ place: Int, on day: Day, _ year: Int, _ words: String, _ event: Event.ID?, isReserved: Bool
    ) async throws {
        var use = PurseUse(.rsd(dinars), on: day, year: year, words: words, event: place == 4 ? nil : event)
        if place == 3 { use.municipality = try await records.read(as: .system) { try MunicipalityStore.all(in: $0).first { $0.name == "Луг над Бистриком" }?.id } }
        if place == 6 { use.job = "васпитач" }
        let (town, wanted) = (town, use)
        try await at(day).write(by: actor) { act in
            try PurseMoneyStore.reserve(wanted, from: id, at: town.centre, in: act)
            if !isReserved { try PurseMoneyStore.spend(wanted, from: id, at: town.centre, in: act) }
        }
    }
}
