import Accounts
import Centres
import Costs
import Events
import Kernel
import Languages
import Purses
import Registration
import Site
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A day from today on, as a form has it.
    func iso(_ days: Int) -> String { today.adding(days: days).iso }

    /// A seminar for which so many dinars are paid.
    func paid(_ title: String = "Дигитална учионица", fee: Int = 2_500, seats: Int = 30, inDays days: Int = 35) async throws -> Event.ID {
        let event = try await seminar(title, seats: seats, inDays: days)
        try await change(event) { plan in
            plan.fee = .rsd(fee)
            plan.payers = [.own, .school]
        }
        return event
    }

    /// A source of the centre that holds this year, with so many dinars planned.
    func source(_ name: String = "Град Бистрик", planned: Int = 100_000, to ends: Day? = nil) async throws -> Purse.ID {
        let centre = centre, today = today
        return try await vesna.does { act in
            let first = Day(year: today.year, month: 1, day: 1) ?? today
            let id = try PurseStore.add(PurseDetails(.municipality, name, giver: "Град", article: "Уговор 5/26", from: first, to: ends, .rsd), at: centre, in: act)
            let plan = PurseYear(today.year, planned: planned * 100, decidedOn: first, by: "Управни одбор")
            try PurseMoneyStore.plan(plan, of: id, at: centre, in: act)
            return id
        }
    }

    func sum(_ purse: Purse.ID) async throws -> PurseSum {
        let year = today.year
        return try await finds { try PurseMoneyStore.sum(of: purse, year: year, in: $0) }
    }

    @discardableResult
    func cost(_ title: String, _ dinars: Int, of event: Event.ID? = nil, perHead: Bool = false) async throws -> Cost.ID {
        let centre = centre
        return try await vesna.does { try CostStore.add(CostDraft(.other, title, .rsd(dinars), perHead: perHead, of: event), at: centre, in: $0) }
    }

    func contract(_ name: String = "Лазар Кривокућа", _ dinars: Int = 30_000, of event: Event.ID? = nil, with person: Person.ID? = nil) async throws -> FeeContract.ID {
        let centre = centre
        return try await vesna.does { act in
            try FeeContractStore.add(FeeContractDraft(.author, name, "Вођење обуке", .rsd(dinars), of: event), with: person, at: centre, in: act)
        }
    }

    /// The bookkeeper's table of author's contracts.
    func payTable() async throws {
        let centre = centre, first = today.adding(days: -100)
        try await vesna.does { act in
            let parts = [PayRuleDraft.Part("порез", 2_000), .init("доприноси", 2_400), .init("допринос центра", 1_030, isAbove: true)]
            try CostRuleStore.add(PayRuleDraft(.author, normed: 4_300, parts, RuleDays(from: first, article: "Табела 1")), at: centre, in: act)
        }
    }

    func travelRates() async throws {
        let centre = centre, first = today.adding(days: -100)
        try await vesna.does { act in
            try CostRuleStore.add(TravelRateDraft(.kilometre, .rsd(20), RuleDays(from: first)), at: centre, in: act)
            try CostRuleStore.add(TravelRateDraft(.allowance, hours: 8, .rsd(1_500), RuleDays(from: first)), at: centre, in: act)
        }
    }

    func state(ofCost cost: Cost.ID) async throws -> String? { try await value("SELECT state FROM cost WHERE id = \(cost)", as: String.self) }
}
