import Accounts
import Centres
import Costs
import Events
import Kernel
import Languages
import Planning
import Purses

/// What the invented centre's events cost, who was paid, who travelled where: rules with dates, costs from sources, contracts, journeys.
enum DemoCosts {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let demo = CostTown(town: town, actor: actor, records: records)
        try await demo.rules()
        try await demo.author()
        let events = try await demo.past().prefix(5)
        for (place, event) in events.enumerated() { try await demo.paid(event, place) }
        try await demo.coming()
        try await demo.journeys(events.first)
    }
}

private struct CostTown: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private func ago(_ days: Int) -> Records { records.at(records.now.adding(days: -days)) }

    func rules() async throws {
        let (centre, first) = (town.centre, today.adding(days: -300))
        try await ago(300).write(by: actor) { act in
            try CostRuleStore.add(FeeSplitDraft("10/30/60", RuleDays(from: first, article: "Одлука управног одбора (пример)"), [
                .init(.house, 10), .init(.organisation, 30), .init(.leads, 60),
            ]), at: centre, in: act)
            try CostRuleStore.add(TravelRateDraft(.kilometre, .rsd(28), RuleDays(from: first, article: "Пример")), at: centre, in: act)
            try CostRuleStore.add(TravelRateDraft(.allowance, hours: 8, .rsd(1_500), RuleDays(from: first, article: "Пример")), at: centre, in: act)
            try CostRuleStore.add(TravelRateDraft(.allowance, hours: 12, .rsd(3_000), RuleDays(from: first, article: "Пример")), at: centre, in: act)
            try CostRuleStore.add(PayRuleDraft(.author, normed: 4_300, [
                .init("порез на приход", 2_000), .init("допринос за пензијско осигурање", 2_400), .init("допринос за здравствено осигурање", 1_030),
            ], RuleDays(from: first, article: "Пример табеле, није пропис")), at: centre, in: act)
            try CostRuleStore.setOtherWay(try otherTown(in: act), of: centre, in: act)
        }
    }

    /// Ана wrote a collection for the centre: a contract of no event.
    func author() async throws {
        let (centre, ana, zone) = (town.centre, town.ana, town.zone)
        let id = try await ago(60).write(by: actor) { act in
            let due = zone.day(of: act.now).adding(days: 30)
            let draft = FeeContractDraft(.author, "Ана Ђорђевић", "Збирка задатака за угледне часове математике", .rsd(18_000), due: due)
            let id = try FeeContractStore.add(draft, with: ana, at: centre, in: act)
            try FeeContractStore.issue(id, at: centre, in: act)
            return id
        }
        try await ago(32).write(by: actor) { try FeeContractStore.finish(id, on: zone.day(of: $0.now), at: centre, in: $0) }
    }

    /// A town of the land that is farther away than the centre's own.
    private func otherTown(in act: Act) throws -> Municipality.ID? {
        try MunicipalityStore.all(in: act).filter { $0.id != town.bistrik && $0.seat != nil }.map(\.id).last
    }

    /// Events that some of the town's teachers led, the last first.
    func past() async throws -> [Event] {
        let all = try await records.read(as: .system) { act in try town.teachers.flatMap { try EventStore.past(ledBy: $0, at: town.centre, in: act) } }
        let each = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }).values.filter { $0.wasHeld && !$0.isEarlier }
        return each.sorted { ($1.starts ?? records.now, $1.id) < ($0.starts ?? records.now, $0.id) }
    }

    /// What was held is paid: the hall by nobody, refreshments and fees from sources, where these hold.
    func paid(_ event: Event, _ place: Int) async throws {
        let (centre, zone, then) = (town.centre, town.zone, records.at(min(records.now, (event.ends ?? records.now).adding(days: 3))))
        let people = town.teachers
        try await then.write(by: actor) { act in
            let day = zone.day(of: act.now), sources = try PurseStore.usable(at: centre, on: day, in: act).filter { $0.currency == .rsd }
            let split = try CostRuleStore.splits(at: centre, in: act).first?.id
            try EventMoneyStore.reckon(event.id, by: EventReckoning(split: split, heads: 20, freeEvery: 10), at: centre, in: act)
            let food = try CostStore.add(CostDraft(.food, "Послужење", .rsd(250), perHead: true, of: event.id), at: centre, in: act)
            let paper = try CostStore.add(CostDraft(.material, "Радни материјал и папир", .rsd(3_500), of: event.id), at: centre, in: act)
            for (cost, amount) in [(food, 5_200), (paper, 3_480)] {
                if let source = sources.dropFirst(place % max(1, sources.count)).first {
                    try? CostStore.reserve(cost, from: source.id, at: centre, in: act)
                }
                try CostStore.spend(CostBill(.rsd(amount + place * 40), on: day, number: "Р-\(100 + place * 3)"), on: cost, at: centre, in: act)
            }
            let trainer = event.plan.trainers.first, person = trainer?.person ?? people.dropFirst(place).first
            let contract = try FeeContractStore.add(
                FeeContractDraft(.author, trainer?.name ?? "Јелица Аврамовски", "Припрема и вођење обуке", .rsd(24_000), of: event.id), with: person, at: centre, in: act)
            try FeeContractStore.issue(contract, at: centre, in: act)
            if place != 1 { try FeeContractStore.finish(contract, on: day, at: centre, in: act) }
        }
    }

    /// What is announced is reckoned: from how many people it pays.
    func coming() async throws {
        let centre = town.centre, actor = actor
        try await records.write(by: actor) { act in
            let events = try EventStore.unfinished(at: centre, limit: 40, in: act).filter { !$0.plan.fee.isZero && $0.plan.fee.currency == .rsd }
            for event in events.prefix(3) {
                try CostStore.add(CostDraft(.hall, "Закуп опреме", .rsd(6_000), of: event.id), at: centre, in: act)
                try CostStore.add(CostDraft(.food, "Послужење", .rsd(250), perHead: true, of: event.id), at: centre, in: act)
                try CostStore.add(CostDraft(.fee, "Два реализатора", .rsd(24_000), of: event.id), at: centre, in: act)
                try EventMoneyStore.reckon(event.id, by: EventReckoning(heads: max(12, event.plan.seatsMin), freeEvery: 10), at: centre, in: act)
            }
            try CostStore.add(CostDraft(.service, "Одржавање рачунарске учионице", .rsd(12_000)), at: centre, in: act)
        }
    }

    /// One journey is settled, one waits for that, one is still ahead.
    func journeys(_ event: Event?) async throws {
        let (centre, ana, zone) = (town.centre, town.ana, town.zone)
        func journey(_ name: String, _ title: String, _ place: String, _ km: Int, day: Day, hours: Int, of event: Event.ID? = nil) throws -> TravelOrderDraft {
            guard let seven = ClockTime(hour: 7, minute: 0) else { throw Problem.missing }
            let leaves = try zone.instant(day, seven)
            return TravelOrderDraft(name, title, to: place, leaves: leaves, returns: leaves.adding(hours: hours), by: .own, km: km, tickets: .rsd(640), of: event)
        }
        let first = try journey("Ана Ђорђевић", "Вођење обуке ван седишта", "Каменопоље", 46, day: today.adding(days: -25), hours: 9, of: event?.id)
        let second = try journey("Драгана Шобић", "Састанак мреже центара", "Чачак", 320, day: today.adding(days: -6), hours: 14)
        let third = try journey("Весна Ћирић", "Договор о обуци у школи", "Стари Врт", 60, day: today.adding(days: 8), hours: 6)
        let settled = try await ago(27).write(by: actor) { act in
            let id = try TravelOrderStore.add(first, of: ana, at: centre, in: act)
            try TravelOrderStore.issue(id, at: centre, in: act)
            return id
        }
        try await ago(22).write(by: actor) { try TravelOrderStore.settle(settled, at: centre, in: $0) }
        try await ago(8).write(by: actor) { act in try TravelOrderStore.issue(TravelOrderStore.add(second, of: nil, at: centre, in: act), at: centre, in: act) }
        try await records.write(by: actor) { act in _ = try TravelOrderStore.add(third, of: nil, at: centre, in: act) }
    }
}
