import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Planning

/// What the invented centre means to do: the plan of this school year, approved once and changed, that of the next, and the offers of two months.
enum DemoPlanning {
    /// The school calendar, and a proposal of the planner, which is worked out while the first reader looks around.
    static func ask(_ town: DemoTown, by vesna: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), centre = town.centre, year = SchoolYear(containing: today)
        try await records.write(by: vesna) { act in
            for (kind, month, first, length, name) in [
                (SchoolPeriod.Kind.break, 4, 1, 9, "Зимски распуст"), (.holiday, 4, 1, 2, "Нова година"), (.holiday, 4, 7, 1, "Божић"),
                (.break, 8, 6, 4, "Пролећни распуст"),
                (.holiday, 8, 1, 2, "Празник рада"),
            ] {
                let start = year.first.adding(months: month).adding(days: first - 1)
                try PlannerRunStore.add(kind, start...start.adding(days: length - 1), name, at: centre, in: act)
            }
            var asked = PlannerAsk.usual(today: today, currency: .rsd)
            (asked.least, asked.most, asked.effort) = (4, 12, .quick)
            _ = try PlannerRunStore.begin(asked, at: centre, in: act)
        }
    }

    static func fill(_ town: DemoTown, _ programmes: [Programme.ID], by vesna: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), year = PlanYear.containing(today, .school)
        let dragana = try await records.read(as: .system) { try PersonStore.actor(town.dragana, in: $0) } ?? .system
        let plan = try await records.at(records.now.adding(days: -40)).write(by: vesna) { act in
            let plan = try YearPlanStore.begin(year, copies: false, at: town.centre, in: act)
            for (place, line) in lines.enumerated() {
                let first = year.days.lowerBound.adding(months: place)
                try YearPlanStore.add(details(line, programmes, first, place.isMultiple(of: 3) ? town.dragana : town.vesna, in: act), to: plan, in: act)
            }
            try PlanVersionStore.submit(plan, because: "", in: act)
            return plan
        }
        for (days, actor, word) in [
            (-38, dragana, PlanWord(isApproved: true)), (-33, vesna, PlanWord(isApproved: true, number: "12/3", day: today.adding(days: -34))),
            (-28, vesna, PlanWord(isApproved: true, number: "022-41", day: today.adding(days: -30))),
        ] { try await decide(word, of: plan, by: actor, records.at(records.now.adding(days: days))) }

        // What was held by then is of its line; what nobody had planned stays without one.
        try await records.at(records.now.adding(days: -20)).write(by: vesna) { act in
            let whole = try YearPlanStore.plan(plan, in: act), items = try YearPlanStore.items(of: plan, in: act)
            for event in try PlanDoneStore.loose(of: whole, in: act) {
                guard let programme = event.plan.programme, let item = items.first(where: { $0.details.programme == programme }) else { continue }
                try PlanDoneStore.link(event.id, to: item.id, of: plan, in: act)
            }
        }
        // Changed since: one line more, one for more people; the director has said yes, the board has not yet.
        try await records.at(records.now.adding(days: -10)).write(by: vesna) { act in
            let items = try YearPlanStore.items(of: plan, in: act)
            var more = items[4].details
            (more.people, more.source) = (60, "Пројекат")
            try YearPlanStore.edit(items[4].id, of: plan, to: more, at: nil, seen: nil, in: act)
            let table = PlanItemDetails(
                form: try roundTable(in: act), title: "Округли сто о оптерећености ученика", person: town.vesna,
                    days: year.days.lowerBound.adding(months: 7).monthDays,
                place: "Велика сала", target: "директори и стручни сарадници", people: 25, source: "Без трошкова", indicator: "закључака", goal: 5)
            try YearPlanStore.add(table, to: plan, in: act)
            try PlanVersionStore.submit(plan, because: "Добијена су средства пројекта, па се група проширује; школе су тражиле округли сто.", in: act)
        }
        try await decide(PlanWord(isApproved: true), of: plan, by: dragana, records.at(records.now.adding(days: -8)))
        try await records.at(records.now.adding(days: -6)).write(by: dragana) { act in
            let done = try PlanDoneStore.done(YearPlanStore.plan(plan, in: act), in: act)
            for line in done.lines.filter({ $0.deviation != nil }).prefix(2) {
                try PlanDoneStore.explain(line.item.id, of: plan, because: "Група није формирана; термин је пренет у друго полугодиште.", in: act)
            }
            _ = try YearPlanStore.begin(PlanYear(.school, year.start + 1), copies: true, at: town.centre, in: act)
        }
        try await offer(town, today, by: vesna, records)
        try await foresee(town, today, by: vesna, records)
    }

    /// What this year was supposed to bring, as it was frozen before it began; and wishes that were met meanwhile.
    private static func foresee(_ town: DemoTown, _ today: Day, by vesna: Actor, _ records: Records) async throws {
        let year = SchoolYear(containing: today), before = town.zone.startOfDay(year.first.adding(days: -70))
        try await records.at(before).write(by: vesna) { _ = try ForecastStore.make(for: year, at: town.centre, in: $0) }
        try await WishMeetingStore.look(records)
        // Two of them leave when the year is over.
        try await records.write(by: .system) { act in
            for teacher in [town.teachers[3], town.teachers[21]] {
                guard let job = try EmploymentStore.all(of: teacher, in: act).first else { continue }
                var work = job.work
                work.until = year.last
                try EmploymentStore.change(job.id, of: teacher, to: work, in: act)
            }
        }
    }

    private static func decide(_ word: PlanWord, of plan: YearPlan.ID, by actor: Actor, _ records: Records) async throws {
        try await records.write(by: actor) { act in
            guard let next = try YearPlanStore.plan(plan, in: act).version?.next else { return }
            try PlanVersionStore.decide(next.id, of: plan, word, in: act)
        }
    }

    private static func offer(_ town: DemoTown, _ today: Day, by actor: Actor, _ records: Records) async throws {
        let intro = "Драге колегинице и колеге, ово је понуда за овај месец, сложена према вашим личним плановима. Пријаве су отворене до попуне места."
        let id = try await records.at(records.now.adding(days: -5)).write(by: actor) { act in
            let id = try MonthOfferStore.begin(OfferMonth(today), at: town.centre, in: act)
            let offer = try MonthOfferStore.offer(id, in: act)
            // One of several comes later, so that readers see what a change looks like.
            let chosen = offer.chosen.count > 1 ? Set(offer.chosen.sorted { $0.text < $1.text }.dropLast()) : offer.chosen
            try MonthOfferStore.edit(id, intro: intro, chosen, seen: nil, in: act)
            try MonthOfferStore.publish(id, in: act)
            return id
        }
        try await records.at(records.now.adding(days: -1)).write(by: actor) { act in
            let offer = try MonthOfferStore.offer(id, in: act), all = try MonthOfferStore.candidates(for: offer.month, at: town.centre, in: act)
            try MonthOfferStore.edit(id, intro: intro + "\nСала је у дворишту, без степеница.", Set(all.map(\.choice)), seen: nil, in: act)
            try MonthOfferStore.publish(id, in: act)
            _ = try MonthOfferStore.begin(OfferMonth(today.monthDays.upperBound.adding(days: 1)), at: town.centre, in: act)
        }
    }

    private static func roundTable(in act: Act) throws -> EventForm.ID {
        try EventFormStore.all(in: act).values.first { $0.details.nameInEnglish == "Round table" }?.id ?? .seminar
    }

    // MARK: Lines

    private typealias Line = (title: String, programme: Int?, target: String, people: Int, source: String, indicator: String, goal: Int)

    private static func details(_ line: Line, _ programmes: [Programme.ID], _ first: Day, _ person: Person.ID, in act: Act) throws -> PlanItemDetails {
        var programme = line.programme.flatMap { programmes.indices.contains($0) ? programmes[$0] : nil }
        if let id = programme, try !ProgrammeStore.programme(id, in: act).limits.covers(first.monthDays) { programme = nil }
        return PlanItemDetails(
            programme: programme, title: line.title, person: person, days: first.monthDays, place: "Велика сала", target: line.target,
                people: line.people, source: line.source,
            indicator: line.indicator, goal: line.goal)
    }

    private static let lines: [Line] = [
        ("Договор са тимовима за професионални развој", nil, "координатори из школа", 40, "Без трошкова", "школа са представником", 30),
        ("Дигитална учионица: од алата до смисла", 0, "наставници и стручни сарадници", 48, "Оснивач (буџет града или општине)", "наставника са уверењем", 44),
        ("Формативно оцењивање у сваком часу", 1, "наставници предметне наставе", 60, "Сопствени приходи (котизације)", "наставника са уверењем", 55),
        ("Математика кроз причу и покрет", 2, "наставници разредне наставе", 30, "Сопствени приходи (котизације)", "наставника са уверењем", 25),
        ("Разговор који помаже", 3, "стручни сарадници", 40, "Министарство", "наставника са уверењем", 36),
        ("Насиље се не прећуткује", 4, "цели колективи школа", 60, "Министарство", "школа у којима је одржано", 3),
        ("Разговори петком", nil, "сви који желе", 25, "Без трошкова", "одржаних разговора", 8),
        ("Научни клуб: пролећни термини", nil, "ученици и наставници природних наука", 120, "Пројекат", "ученика", 110),
        ("Угледни часови: размена међу школама", nil, "наставници", 50, "Школа или друга установа", "одржаних часова", 12),
        ("Анкета о потребама и састанак са директорима", nil, "директори", 30, "Без трошкова", "школа које су одговориле", 28),
        ("Летња радионица за васпитаче", nil, "васпитачи", 30, "Донатор", "васпитача", 30),
        ("Припрема понуде за наредну годину", nil, "запослени у центру", 6, "Без трошкова", "предлога програма", 10),
    ]
}
