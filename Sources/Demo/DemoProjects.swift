import Accounts
import Events
import Kernel
import Languages
import Library
import Projects

/// Projects of the invented town: one that runs and whose indicators open to events, one that is closed, an application underway, an idea, calls that are followed, and
/// partners, one of whom has an agreement that ends soon.
enum DemoProjects {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let work = ProjectWork(town: town, actor: actor, records: records)
        let partners = try await work.partners()
        let running = try await work.running(partners)
        try await work.evidence(running)
        try await work.closed(partners)
        try await work.calls()
    }
}

private struct ProjectWork: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private var ana: Actor { Actor(person: town.ana, name: "Ана Ђорђевић") }

    private func ago(_ days: Int) -> Records { records.at(records.now.adding(days: -days)) }

    /// A step on a day that was, said on that day.
    private func move(_ id: Project.ID, to state: ProjectState, before days: Int) async throws {
        let (town, past) = (town, ago(days)), day = town.zone.day(of: past.now)
        try await past.write(by: actor) { try ProjectStore.move(id, to: state, on: day, at: town.centre, in: $0) }
    }

    // MARK: Partners

    func partners() async throws -> [Partner.ID] {
        let (town, today) = (town, today)
        return try await ago(400).write(by: actor) { act in
            func partner(_ name: String, _ kind: Partner.Kind, _ place: String, _ what: String, contact: String = "") throws -> Partner.ID {
                var details = PartnerDetails(name, kind)
                (details.place, details.what, details.contact, details.keeper) = (place, what, contact, town.vesna)
                return try PartnerStore.add(details, at: town.centre, in: act)
            }
            func sign(_ title: String, _ kind: Agreement.Kind, _ number: String, with partner: Partner.ID, _ signed: Int, until: Int?) throws -> Agreement.ID {
                var details = AgreementDetails(title, kind, signed: today.adding(days: signed), until: until.map(today.adding(days:)))
                details.number = number
                return try AgreementStore.sign(details, nil, with: partner, at: town.centre, in: act)
            }
            let faculty = try partner(
                "Природно-математички факултет, Бистрик", .university, "Бистрик", "Предавања, огледи и рецензије материјала.", contact: "деканат, 025 111 333")
            let authority = try partner("Школска управа Бистрик", .authority, "Бистрик", "Планирање обука и подаци о потребама школа.")
            let city = try partner("Град Бистрик", .municipality, "Бистрик", "Простор и део средстава за обуке.")
            let museum = try partner("Музеј Бистрика", .other, "Бистрик", "Часови у музеју.")
            let firm = try partner("Бистрик Роботика", .firm, "Бистрик", "Опрема за роботику на поклон и у закуп.")
            let club = try partner("Удружење „Мали истраживач“", .association, "Језеро", "Летња школа и научни клуб.")
            _ = try sign("Протокол о стручној сарадњи", .protocolOfWork, "12/24", with: faculty, -330, until: 35)
            _ = try sign("Споразум о размени података о потребама школа", .agreement, "88/25", with: authority, -200, until: 530)
            _ = try sign("Уговор о коришћењу простора", .contract, "4/25", with: city, -380, until: nil)
            _ = try sign("Споразум о часовима у музеју", .agreement, "31/24", with: museum, -390, until: -25)
            return [faculty, authority, city, museum, firm, club]
        }
    }

    // MARK: One that runs

    func running(_ partners: [Partner.ID]) async throws -> Project.ID {
        let (town, today) = (town, today)
        let id = try await ago(260).write(by: actor) { act in
            var details = ProjectDetails("Наука у малој школи", amount: .rsd(1_450_000))
            (details.source, details.number, details.lead) = ("Фонд „Наука у школи“ (измишљени)", "ФНШ-117/26", town.vesna)
            (details.ownShare, details.summary) = (.rsd(150_000), "Огледи и научни клуб за школе у којима један наставник предаје више предмета.")
            (details.first, details.last, details.isShown) = (today.adding(days: -150), today.adding(days: 215), true)
            details.description = """
                ## Зашто

                У малим школама огледе често нема ко да припреми. Пројекат даје **комплете**, обуку и сарадника на даљину.

                ## За кога

                - наставници природних наука у школама до сто ученика
                - њихови ученици, преко научног клуба
                """
            return try ProjectStore.add(details, at: town.centre, in: act)
        }
        for (days, state) in [(250, ProjectState.application), (225, .sent), (170, .approved), (150, .running)] { try await move(id, to: state, before: days) }
        try await ago(149).write(by: actor) { act in
            let days = today.adding(days: -150)...today.adding(days: 215)
            try ProjectPeopleStore.add(town.ana, named: "", part: "огледи и научни клуб", WorkShare(20, days), to: id, at: town.centre, in: act)
            try ProjectPeopleStore.add(town.vesna, named: "", part: "координација", WorkShare(15, days), to: id, at: town.centre, in: act)
            try ProjectPeopleStore.add(nil, named: "Јован Милић, лаборант", part: "припрема комплета", WorkShare(30, days), to: id, at: town.centre, in: act)
            try PartnerStore.set(.associate, of: partners[0], in: id, at: town.centre, in: act)
            try PartnerStore.set(.partner, of: partners[5], in: id, at: town.centre, in: act)
            for line in [
                BudgetLineDetails("Комплети за огледе", planned: 620_000_00, reserved: 90_000_00), BudgetLineDetails("Хонорари предавача", planned: 430_000_00),
                BudgetLineDetails("Путни трошкови", planned: 250_000_00), BudgetLineDetails("Простор и штампа", source: "Град Бистрик", planned: 150_000_00),
            ] { try BudgetStore.add(line, to: id, at: town.centre, in: act) }
            try ProjectPaperStore.addReport("Периодични извештај", to: "Фонд „Наука у школи“", due: today.adding(days: -20), of: id, at: town.centre, in: act)
            try ProjectPaperStore.addReport("Други периодични извештај", to: "Фонд „Наука у школи“", due: today.adding(days: 12), of: id, at: town.centre, in: act)
            try ProjectPaperStore.addReport("Завршни извештај", to: "Фонд „Наука у школи“", due: today.adding(days: 240), of: id, at: town.centre, in: act)
        }
        return id
    }

    /// What it did so far, what that cost, and what shows it.
    func evidence(_ id: Project.ID) async throws {
        let (town, today) = (town, today)
        let months = [today.adding(months: -3), today.adding(months: -2)].map(WorkMonth.init(containing:))
        try await records.write(by: ana) { act in
            guard let own = try ProjectStore.sight(id, at: town.centre, in: act).own.first else { throw Problem.missing }
            for (month, hours) in zip(months, [30, 34]) {
                try ProjectPeopleStore.write(WorkHours(own.id, month, hours, words: "припрема огледа и клуб"), in: id, at: town.centre, in: act)
            }
        }
        try await records.write(by: actor) { act in
            let held = try EventStore.ids(of: town.centre, in: [.held, .closed], words: "", in: act)
            let counts = try CountedEventStore.counts(of: held, in: act)
            let first = today.adding(days: -140)
            let events = try EventStore.events(held, in: act).filter { event in
                counts[event.id]?.participants != nil && event.ends.map { town.zone.day(of: $0) >= first } == true
            }
            let kit = try TitleStore.titles(of: [.kit], at: town.centre, order: .azbuka, in: act).first

            func activity(_ name: String, _ first: Int, _ last: Int, _ responsible: String, _ state: ProjectActivity.State) throws -> ProjectActivity.ID {
                let days = today.adding(days: first)...today.adding(days: last)
                return try ProjectActivityStore.add(ProjectActivityDetails(name, days, responsible: responsible, state), to: id, at: town.centre, in: act)
            }
            let kits = try activity("Набавка и припрема комплета", -140, -60, "Јован Милић", .done)
            let training = try activity("Обуке за наставнике малих школа", -90, 60, "Весна Ћирић", .underway)
            let club = try activity("Научни клуб на даљину", -30, 180, "Ана Ђорђевић", .underway)
            _ = try activity("Завршни фестивал огледа", 185, 190, "Весна Ћирић", .planned)
            if let kit { try ProjectActivityStore.link(.title(kit.id), to: kits, of: id, at: town.centre, in: act) }
            try ProjectActivityStore.link(.purchase("Двадесет кутија за огледе", .rsd(310_000)), to: kits, of: id, at: town.centre, in: act)
            for event in events.prefix(2) { try ProjectActivityStore.link(.event(event.id), to: training, of: id, at: town.centre, in: act) }

            let lines = try BudgetStore.lines(of: id, in: act)
            for (place, day, paper, words, amount) in [
                (0, -80, "1042/26", "Кутије и потрошни материјал", 310_000_00), (0, -62, "1107/26", "Ваге и термометри", 148_500_50),
                (1, -40, "УГ-17/26", "Предавања, први круг", 120_000_00), (2, -38, "ПН-31/26", "Пут предавача", 24_300_00),
            ] where lines.indices.contains(place) {
                try BudgetStore.spend(amount, of: lines[place].id, on: today.adding(days: day), paper: paper, words: words, in: id, at: town.centre, in: act)
            }

            func indicator(_ name: String, _ unit: String, _ target: Int, _ due: Int, _ way: Indicator.Way = .sum) throws -> Indicator.ID {
                try IndicatorStore.add(IndicatorDetails(name, unit: unit, target: target, due: today.adding(days: due), way), to: id, at: town.centre, in: act)
            }
            let people = try indicator("Наставници који су прошли обуку", "наставника", 60, 120)
            let papers = try indicator("Издата уверења о обуци", "уверења", 50, 150)
            let schools = try indicator("Школе које раде са комплетима", "школа", 12, 60, .last)
            _ = try indicator("Ученици на завршном фестивалу", "ученика", 150, 195)
            func prove(_ indicator: Indicator.ID, _ draft: EvidenceDraft) throws { try IndicatorStore.prove(indicator, draft, of: id, at: town.centre, in: act) }
            for event in events.prefix(2) {
                for (indicator, counted) in [(people, EvidenceRow.Counted.participants), (papers, .certificates)] {
                    var draft = EvidenceDraft(on: min(today, event.ends.map(town.zone.day(of:)) ?? today), nil, words: "Обука за наставнике малих школа")
                    (draft.event, draft.counted) = (event.id, counted)
                    try prove(indicator, draft)
                }
            }
            for (day, number, words) in [(-50, 5, "Школе са потписаним реверсима"), (-5, 8, "После другог круга поделе")] {
                var draft = EvidenceDraft(on: today.adding(days: day), number, words: words)
                draft.activity = day < -20 ? kits : club
                try prove(schools, draft)
            }
            if let report = try ProjectPaperStore.reports(of: id, in: act).first {
                try ProjectPaperStore.send(report.id, on: today.adding(days: -22), nil, of: id, at: town.centre, in: act)
            }
            guard let faculty = try PartnerStore.partners(of: id, in: act).first(where: { $0.partner.details.kind == .university })?.partner.id,
                  let agreement = try AgreementStore.agreements(of: faculty, in: act).first else { return }
            try AgreementStore.note(
                "Предавање о огледима са светлошћу за двадесет наставника.", on: today.adding(days: -45), event: events.first?.id, project: id, under: agreement.id,
                with: faculty, at: town.centre, in: act)
            try AgreementStore.note(
                "Рецензија приручника за огледе.", on: today.adding(days: -12), event: nil, project: nil, under: agreement.id, with: faculty, at: town.centre, in: act)
        }
    }

    // MARK: One that is over

    func closed(_ partners: [Partner.ID]) async throws {
        let (town, today) = (town, today)
        let id = try await ago(700).write(by: actor) { act in
            var details = ProjectDetails("Читамо заједно", .partner, amount: .rsd(380_000))
            (details.source, details.number, details.lead) = ("Град Бистрик", "III-45/24", town.dragana)
            (details.first, details.last, details.isShown) = (today.adding(days: -640), today.adding(days: -280), true)
            details.summary = "Читалачки кругови ученика, родитеља и наставника у пет школа."
            let id = try ProjectStore.add(details, at: town.centre, in: act)
            try PartnerStore.set(.lead, of: partners[2], in: id, at: town.centre, in: act)
            _ = try ProjectActivityStore.add(
                ProjectActivityDetails("Читалачки кругови", today.adding(days: -600)...today.adding(days: -300), responsible: "Драгана Шобић", .done), to: id,
                at: town.centre, in: act)
            _ = try IndicatorStore.add(IndicatorDetails("Школе са читалачким кругом", unit: "школа", target: 5, .last), to: id, at: town.centre, in: act)
            _ = try IndicatorStore.add(IndicatorDetails("Родитељи на завршној вечери", unit: "родитеља", target: 80), to: id, at: town.centre, in: act)
            return id
        }
        for (days, state) in [(690, ProjectState.application), (680, .sent), (650, .approved), (640, .running)] { try await move(id, to: state, before: days) }
        try await ago(270).write(by: actor) { act in
            let indicators = try IndicatorStore.indicators(of: id, in: act), activity = try ProjectActivityStore.activities(of: id, in: act).first
            guard indicators.count == 2 else { throw Problem.missing }
            var draft = EvidenceDraft(on: today.adding(days: -285), 5, words: "Све школе из пројекта")
            draft.activity = activity?.id
            try IndicatorStore.prove(indicators[0].id, draft, of: id, at: town.centre, in: act)
            try IndicatorStore.explain(indicators[1].id, "Завршно вече је одржано без спискова, па се број не може доказати.", of: id, at: town.centre, in: act)
        }
        try await move(id, to: .closed, before: 270)
    }

    // MARK: What may come

    func calls() async throws {
        let (town, today, zone) = (town, today, town.zone)
        guard let noon = ClockTime(hour: 12, minute: 0), let midnight = ClockTime(hour: 23, minute: 59) else { throw Problem.missing }
        let deadline = try zone.instant(today.adding(days: 26), midnight), other = try zone.instant(today.adding(days: 9), noon)
        let project = try await ago(20).write(by: actor) { act in
            var watched = FundingCallDetails("Дигиталне вештине наставника", by: "Фонд за образовање (измишљени)", until: deadline)
            (watched.amount, watched.decider, watched.decisionDay) = (.eur(30_000), town.dragana, today.adding(days: 4))
            (watched.funds, watched.fit) = ("Обуке, путни трошкови, опрема до трећине буџета.", "Пет школа је у личним плановима тражило ову тему.")
            try FundingCallStore.add(watched, at: town.centre, in: act)

            var applying = FundingCallDetails("Мале школе, велика наука", by: "Град Бистрик", until: other)
            (applying.amount, applying.decider, applying.fit) = (.rsd(500_000), town.vesna, "Наставља пројекат који траје.")
            let call = try FundingCallStore.add(applying, at: town.centre, in: act)
            try FundingCallStore.decide(call, .applying, at: town.centre, in: act)

            var details = ProjectDetails("Научни аутобус", amount: .rsd(500_000))
            (details.call, details.source, details.lead) = (call, "Град Бистрик", town.vesna)
            details.summary = "Комплети и сарадник који обилазе десет школа."
            return try ProjectStore.add(details, at: town.centre, in: act)
        }
        try await move(project, to: .application, before: 19)
        try await ago(15).write(by: actor) { act in
            let id = project
            try ProjectPaperStore.addCheck("Образац пријаве", responsible: "Весна Ћирић", due: today.adding(days: 5), to: id, at: town.centre, in: act)
            try ProjectPaperStore.addCheck("Изјава партнера", responsible: "Драгана Шобић", due: today.adding(days: 2), to: id, at: town.centre, in: act)
            try ProjectPaperStore.addCheck("Предрачун за комплете", responsible: "Јован Милић", due: today.adding(days: -1), to: id, at: town.centre, in: act)
            if let first = try ProjectPaperStore.checks(of: id, in: act).last { try ProjectPaperStore.setDone(true, nil, first.id, of: id, at: town.centre, in: act) }

            try ProjectStore.add(ProjectDetails("Летња школа роботике", amount: .nothing(.rsd)), at: town.centre, in: act)
        }
    }
}
