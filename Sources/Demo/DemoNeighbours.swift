import Accounts
import Kernel
import Languages
import Neighbours
import Portfolio

/// Neighbours of the invented centre: one in order, one abroad, one whose key was lost; what they offer and count, and a record that came from one.
enum DemoNeighbours {
    private static let names: [[Language: String]] = [
        [.sr: "Регионални центар Лужница", .lt: "Lužnicos regioninis centras", .en: "Lužnica Regional Centre"],
        [.lt: "Žaliakalnio švietimo centras", .sr: "Центар за образовање Жаљакалнис", .en: "Žaliakalnis Education Centre"],
        [.sr: "Центар за усавршавање Подриње", .lt: "Podrinjės mokytojų centras", .en: "Podrinje Teachers’ Centre"],
    ]

    static func fill(_ town: DemoTown, seal: Seal, _ records: Records) async throws {
        let admin = try await records.read(as: .system) { try PersonStore.actor(town.admin, in: $0) } ?? .system
        let region = Region(town: town, now: records.now)
        guard let near = BroughtNeighbour("https://luznica.example", .sr, names[0]), let abroad = BroughtNeighbour("https://zaliakalnis.example", .lt, names[1]),
            let lost = BroughtNeighbour("https://podrinje.example", .sr, names[2]) else { return }
        try await records.write(by: admin) { act in
            try FeedStore.share(Set(FeedKind.contents), seal: seal, in: act)
            try NeighbourStore.bring(near, offers: region.near, figures: region.figures(4, 31, 212, 610, 284), heard: act.now.adding(minutes: -25), in: act)
            try NeighbourStore.bring(abroad, offers: region.abroad, figures: region.figures(2, 18, 96, 240, 131), heard: act.now.adding(minutes: -12), in: act)
            try NeighbourStore.bring(lost, offers: region.lost, figures: [], heard: act.now.adding(days: -5), fault: .revoked, in: act)
        }
        try await FeedStore.publish(records, seal: seal)
        let (ana, centre) = (town.ana, town.centre)
        let actor = try await records.read(as: .system) { try PersonStore.actor(ana, in: $0) } ?? .system
        let file = try near.record(of: "Ана Ђорђевић", region.items, made: records.now.adding(days: -9))
        try await records.at(records.now.adding(days: -8)).write(by: actor) { try BroughtRecordStore.bring(file, of: ana, at: centre, in: $0) }
    }
}

private struct Region: Sendable {
    let town: DemoTown
    let now: Instant

    private var today: Day { town.zone.day(of: now) }

    private func event(
        _ site: String, _ number: Int, _ title: String, _ language: Language, in days: Int, at hour: Int, lasting hours: Int, _ place: String, house: String,
        points: Int? = nil, state: String = "announced"
    ) -> NeighbourOfferDraft {
        let zone = Zone(language == .lt ? "Europe/Vilnius" : "Europe/Belgrade") ?? .utc, day = today.adding(days: days)
        let starts = (try? zone.instant(day, ClockTime(hour: hour, minute: 0) ?? .midnight)) ?? now
        return NeighbourOfferDraft(
            kind: .events, number: "\(number)", title: title, language: language, place: place, house: house,
            url: "https://\(site)/\(language.rawValue)/events/\(number)", starts: starts, ends: starts.adding(hours: hours), zone: zone, hours: points, state: state)
    }

    private func thing(
        _ kind: FeedKind, _ site: String, _ number: Int, _ title: String, _ language: Language, _ detail: String, _ place: String, hours: Int? = nil
    ) -> NeighbourOfferDraft {
        NeighbourOfferDraft(
            kind: kind, number: "\(number)", title: title, language: language, detail: detail, place: place,
            url: "https://\(site)/\(language.rawValue)/\(kind.rawValue)/\(number)", hours: hours)
    }

    var near: [NeighbourOfferDraft] {
        let site = "luznica.example", house = "Регионални центар Лужница"
        return [
            event(site, 41, "Огледи из физике без скупе опреме", .sr, in: 9, at: 10, lasting: 6, "Лужница", house: house, points: 8),
            event(site, 44, "Читање које траје: радионица за библиотекаре", .sr, in: 16, at: 9, lasting: 5, "Лужница", house: house, points: 6),
            event(site, 47, "Сабор учитеља јужних округа", .sr, in: 30, at: 9, lasting: 8, "Доње Поље", house: house),
            event(site, 48, "Дигитални алати у настави историје", .sr, in: 12, at: 16, lasting: 3, "на мрежи", house: house, points: 4, state: "postponed"),
            thing(.programmes, site, 9, "Физика око нас: огледи из кухиње", .sr, "Каталог 2026–2029 · 318", house, hours: 8),
            thing(.programmes, site, 11, "Тихи ученици: како их чути", .sr, "Каталог 2026–2029 · 402", house, hours: 16),
            thing(
                .practices, site, 5, "Дневник времена у трећем разреду", .sr, "Цела школска година мерења температуре постала је прва статистика у животу.",
                "природа и друштво"),
        ]
    }

    var abroad: [NeighbourOfferDraft] {
        let site = "zaliakalnis.example", house = "Žaliakalnio švietimo centras"
        return [
            event(site, 7, "Kaip klausti, kad mokiniai mąstytų", .lt, in: 14, at: 13, lasting: 4, "Kaunas", house: house, points: 4),
            event(site, 8, "Įtraukusis ugdymas: atviros pamokos", .lt, in: 21, at: 9, lasting: 6, "Kaunas", house: house, points: 6),
            thing(.practices, site, 2, "Matematika turgavietėje", .lt, "Penktokai skaičiavo grąžą tikroje turgavietėje ir parašė savo kainyną.", "matematika"),
        ]
    }

    var lost: [NeighbourOfferDraft] {
        [
            event(
                "podrinje.example", 3, "Одељењска заједница која одлучује", .sr, in: 25, at: 11, lasting: 4, "Каменопоље", house: "Центар за усавршавање Подриње",
                points: 5),
        ]
    }

    func figures(_ years: Int, _ events: Int, _ hours: Int, _ participations: Int, _ persons: Int) -> [YearFigures] {
        sequence(first: SchoolYear(containing: today)) { $0.previous }.prefix(years).enumerated().map { back, year in
            YearFigures(
                year, events: max(1, events - back * 3), hours: max(4, hours - back * 20), participations: participations - back * 40, persons: persons - back * 15)
        }
    }

    var items: [PortfolioRecord.Item] {
        [
            PortfolioRecord.Item(
                source: "certificate-12", kind: "programme", standing: "proved", title: "Тихи ученици: како их чути", organiser: "Регионални центар Лужница",
                number: "57/2026", competence: "К2", day: today.adding(days: -140).iso, hours: 16, days: 2, points: 16),
            PortfolioRecord.Item(
                source: "entry-4", kind: "course", standing: "said", title: "Вебинар о раду са приповетком", day: today.adding(days: -75).iso, hours: 2),
        ]
    }
}
