import Accounts
import Centres
import Events
import HTTPTypes
import Kernel
import Languages
import Projects
@testable import Purses
import Site
import Storage
import Testing
import Town
import Web

/// A source of money is written down, planned, taken from, and looked at.
@Suite struct PurseStories {
    @Test func `Vesna writes down a source, plans it twice, and both decisions stay`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/staff/purses").shows(town.say(T.purses.none)))
        #expect(try await town.goran.opens("/staff/purses").status == 404)
        #expect(try await town.stranger.send(.get, "/sr/staff/purses").status != 200)
        for values: KeyValuePairs<String, String> in [["name": ""], ["name": "Град", "starts": "јуче"], ["name": "Град", "starts": "1.3.2026.", "ends": "1.2.2026."]] {
            try await town.vesna.opens("/staff/purses/new")
            #expect(try await town.vesna.sends("/staff/purses/new", values).status == 422, "\(values)")
        }
        #expect(try await town.count("purse") == 0)
        try await town.vesna.opens("/staff/purses/new")
        let made = try await town.vesna.sends("/staff/purses/new", [
            "kind": "founder", "name": "Средства оснивача", "giver": "Град Бистрик", "article": "Одлука о буџету", "starts": "1.1.2026.", "ends": "31.12.2026.",
            "decidedOn": "20.12.2025.", "decidedBy": "Скупштина града", "decision": "400-12/2025",
        ])
        #expect(made.status == 200 && made.shows("Средства оснивача") && made.shows("400-12/2025") && made.shows("Скупштина града"))
        let id = try #require(try await town.value("SELECT id FROM purse", as: Purse.ID.self)), path = "/staff/purses/\(id)"
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/plan", ["planned": "много"]).status == 422)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/plan", ["year": "1700", "planned": "5"]).status == 422)
        for amount in ["2.400.000", "2.100.000,00"] {
            try await town.vesna.opens(path)
            let planned = try await town.vesna.sends("\(path)/plan", ["planned": amount, "decidedBy": "Скупштина града", "article": "Ребаланс"])
            #expect(planned.shows(town.say(T.common.saved)))
        }
        #expect(try await town.count("purse_year") == 2)
        #expect(try await town.sum(id) == PurseSum(planned: 210_000_000))
        let page = try await town.vesna.opens(path)
        #expect(page.shows(town.say(T.purses.planHolds)) && page.shows(town.say(T.purses.planEarlier)) && page.shows("2.400.000"))
        #expect(try await town.journal("purse", id.value) == ["purses.addedDeed", "purses.plannedDeed", "purses.plannedDeed"])
        try await town.vesna.opens("\(path)/edit")
        #expect(try await town.vesna.sends("\(path)/edit", ["currency": "EUR"]).status == 422, "what is planned is planned in dinars")
        try await town.vesna.opens("\(path)/edit")
        #expect(try await town.vesna.sends("\(path)/edit", ["name": "Буџет града"]).shows("Буџет града"))
        #expect(try await town.vesna.opens("/staff/purses").shows("Буџет града"))
        #expect(try await town.goran.opens(path).status == 404)
        // Another centre has no such source.
        await #expect(throws: Problem.missing) { try await town.vesna.does { try PurseStore.purse(id, at: Centre.ID(99), in: $0) } }
        await #expect(throws: Problem.missing) { try await town.goran.does { try PurseStore.close(id, on: .zero, at: Centre.ID(1), in: $0) } }
    }

    @Test func `money is put aside, given back, spent and taken back, and the page tells the same as the ledger`() async throws {
        let town = try await Town(), id = try await town.purse(), event = try await town.seminar(), centre = town.centre
        let aside = town.use(30_000, event: event, words: "Реализатори"), more = town.use(35_000, event: event, words: "Реализатори, рачун 7")
        try await town.does { try PurseMoneyStore.reserve(aside, from: id, at: centre, in: $0) }
        #expect(try await town.sum(id) == PurseSum(planned: 10_000_000, reserved: 3_000_000))
        // The paper is larger than what was put aside: the rest comes from what is left.
        try await town.does { try PurseMoneyStore.spend(more, from: id, at: centre, in: $0) }
        #expect(try await town.sum(id) == PurseSum(planned: 10_000_000, reserved: 0, spent: 3_500_000))
        try await town.does { try PurseMoneyStore.unspend(town.use(5_000, event: event), from: id, at: centre, in: $0) }
        #expect(try await town.sum(id) == PurseSum(planned: 10_000_000, reserved: 0, spent: 3_000_000))
        await #expect(throws: Problem.self, "more than was spent does not come back") {
            try await town.does { try PurseMoneyStore.unspend(town.use(30_001, event: event), from: id, at: centre, in: $0) }
        }
        await #expect(throws: Problem.self, "nothing is reserved any more") { try await town.does { try PurseMoneyStore.free(aside, from: id, at: centre, in: $0) } }
        try await town.does { try PurseMoneyStore.reserve(town.use(70_000), from: id, at: centre, in: $0) }
        await #expect(throws: Problem.self) { try await town.does { try PurseMoneyStore.reserve(town.use(1), from: id, at: centre, in: $0) } }
        try await town.does { try PurseMoneyStore.free(town.use(20_000), from: id, at: centre, in: $0) }
        #expect(try await town.sum(id) == PurseSum(planned: 10_000_000, reserved: 5_000_000, spent: 3_000_000))
        #expect(try await town.unbalanced() == 0)
        // A plan below what is taken cannot be decided, an equal one can.
        try await town.vesna.opens("/staff/purses/\(id)")
        let refused = try await town.vesna.sends("/staff/purses/\(id)/plan", ["planned": "79.999,99"])
        #expect(refused.status == 422 && refused.shows(town.say(T.purses.errorPlanned(taken: .money(.rsd(80_000))))))
        #expect(try await town.vesna.sends("/staff/purses/\(id)/plan", ["planned": "80.000"]).shows(town.say(T.common.saved)))
        let page = try await town.vesna.opens("/staff/purses/\(id)")
        #expect(page.shows("80.000") && page.shows("50.000") && page.shows("30.000") && page.html.contains("chart range"))
        let evidence = try await town.vesna.opens("/staff/purses/\(id)/evidence")
        #expect(evidence.shows("Реализатори, рачун 7") && evidence.link(town.say(T.purses.toEvent)) == "/sr/staff/events/\(event)")
        #expect(try await town.vesna.opens("/staff/purses/\(id)/evidence.xlsx").bytes.count > 3_000)
        let ledger = try await town.vesna.opens("/staff/purses/ledger")
        #expect(ledger.shows(town.say(T.purses.kindSpent)) && ledger.shows(town.say(T.purses.roleReserved)))
        #expect(try await town.vesna.opens("/staff/purses/ledger?kind=unspent").shows("5.000"))
        #expect(try await !town.vesna.opens("/staff/purses/ledger?kind=unspent").shows("30.000"))
        #expect(try await town.vesna.opens("/staff/purses/ledger?first=1.1.2031.&last=2.1.2031.").shows(town.say(T.purses.ledgerNone)))
        #expect(try await town.vesna.opens("/staff/purses/ledger/balance").shows(town.say(T.purses.isWhole)))
        #expect(try await town.vesna.opens("/staff/purses/ledger/1").shows(town.say(T.purses.roleReserved)))
        #expect(try await town.vesna.opens("/staff/purses/ledger/999").status == 404)
    }

    @Test func `a refusal names the reason and the article`() async throws {
        let town = try await Town(), yesterday = town.today.adding(days: -1), centre = town.centre, event = try await town.seminar()
        let ended = try await town.purse("Пројекат", .project, to: yesterday)
        let choosy = try await town.purse("Васпитачима", .donor, rules: [
            PurseRule(.job, "васпитач", article: "Уговор о донацији, члан 2"), PurseRule(.personMost, amount: 500_000),
        ])
        func refusals(_ use: PurseUse, _ id: Purse.ID) async throws -> [String] {
            do {
                try await town.does { try PurseMoneyStore.reserve(use, from: id, at: centre, in: $0) }
                return []
            } catch let problem as Problem { return problem.faults.map { town.say($0.phrase) } }
        }
        let late = try await refusals(town.use(1_000), ended)
        #expect(late.count == 1 && late[0].contains("Пројекат") && late[0].contains("Уговор 5/26"))
        #expect(late.first?.contains(town.say(T.purses.refusedEnded(day: .day(yesterday)))) == true)
        #expect(try await refusals(town.use(1_000), choosy).first?.contains("Уговор о донацији, члан 2") == true)
        var use = town.use(4_000, event: event, person: town.ana.id)
        use.job = "васпитачица"
        #expect(try await refusals(use, choosy) == [])
        #expect(try await refusals(use, choosy).first?.contains("5.000") == true, "five thousand for one person, of which one is left")
        use.person = town.branko.id
        #expect(try await refusals(use, choosy) == [])
        var foreign = use
        foreign.amount = .eur(10)
        #expect(try await refusals(foreign, choosy).count == 1)
        let unplanned = try await town.purse("Школе", .school, planned: nil)
        #expect(try await refusals(town.use(1), unplanned).first?.contains("2026") == true)
        #expect(try await town.count("ledger_entry") == 2)
        // What was put aside may be spent when the paper comes after the source ended.
        town.clock.passes(days: 400)
        let later = PurseUse(.rsd(4_000), on: town.today, event: event, person: town.ana.id)
        try await town.does { try PurseMoneyStore.spend(later, from: choosy, at: centre, in: $0) }
        #expect(try await town.finds { try PurseMoneyStore.sum(of: choosy, year: 2026, in: $0) } == PurseSum(planned: 10_000_000, reserved: 400_000, spent: 400_000))
        try await town.does { try PurseMoneyStore.unspend(PurseUse(.rsd(1_000), on: town.today, event: event), from: choosy, at: centre, in: $0) }
        #expect(try await town.finds { try PurseMoneyStore.sum(of: choosy, year: 2026, in: $0) } == PurseSum(planned: 10_000_000, reserved: 400_000, spent: 300_000))
    }

    @Test func `rules are added and removed with their articles, and a source is closed and opened again`() async throws {
        let town = try await Town(), id = try await town.purse(), place = try await town.municipality("Луг", 45.7, 19.3), centre = town.centre
        let path = "/staff/purses/\(id)"
        try await town.vesna.opens("\(path)/rules?kind=municipality")
        #expect(try await town.vesna.sends("\(path)/rules", ["value": "99999"]).status == 422)
        try await town.vesna.opens("\(path)/rules?kind=municipality")
        #expect(try await town.vesna.sends("\(path)/rules", ["value": "\(place)", "article": "члан 3"]).shows("члан 3"))
        try await town.vesna.opens("\(path)/rules?kind=municipality")
        #expect(try await town.vesna.sends("\(path)/rules", ["value": "\(place)"]).shows(town.say(T.purses.errorRuleTwice)))
        try await town.vesna.opens("\(path)/rules?kind=person_most")
        #expect(try await town.vesna.sends("\(path)/rules", ["amount": "12.000"]).shows("12.000"))
        try await town.vesna.opens("\(path)/rules?kind=job")
        #expect(try await town.vesna.sends("\(path)/rules", ["value": "…"]).status == 422)
        for kind in PurseRule.Kind.allCases { #expect(try await town.vesna.opens("\(path)/rules?kind=\(kind.rawValue)").status == 200) }
        try await town.does { try PurseMoneyStore.reserve(PurseUse(.rsd(10), on: town.today, municipality: place), from: id, at: centre, in: $0) }
        try await town.vesna.opens("\(path)/rules?kind=total_most")
        #expect(try await town.vesna.sends("\(path)/rules", ["amount": "9"]).status == 422, "ten dinars are taken already")
        try await town.vesna.opens("\(path)/rules")
        #expect(try await town.vesna.sends("/remove").status == 200)
        #expect(try await town.count("purse_rule") == 1)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/close").shows(town.say(T.purses.saidClosed)))
        await #expect(throws: Problem.self) { try await town.does { try PurseMoneyStore.reserve(town.use(10), from: id, at: centre, in: $0) } }
        #expect(try await town.finds { try PurseStore.usable(at: centre, on: town.today, in: $0) }.isEmpty)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/close").shows(town.say(T.purses.saidReopened)))
        #expect(try await town.finds { try PurseStore.usable(at: centre, on: town.today, in: $0) }.map(\.id) == [id])
    }

    @Test func `today tells of a source that ends soon and of one that is nearly taken`() async throws {
        let town = try await Town(), centre = town.centre
        _ = try await town.purse("Истиче ускоро", to: town.today.adding(days: 20))
        let nearly = try await town.purse("При крају")
        _ = try await town.purse("Мирује")
        try await town.does { try PurseMoneyStore.reserve(town.use(89_000), from: nearly, at: centre, in: $0) }
        let before = try await town.vesna.opens("/staff")
        #expect(before.shows("Истиче ускоро") && !before.shows("При крају"))
        try await town.does { try PurseMoneyStore.reserve(town.use(1_000), from: nearly, at: centre, in: $0) }
        let page = try await town.vesna.opens("/staff")
        #expect(page.shows("Истиче ускоро") && page.shows("При крају") && page.shows(town.say(T.purses.todayNearlyTaken(percent: .number(90)))) && !page.shows("Мирује"))
    }

    @Test func `the budget of a project knows what was taken of the source that stands for its line`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        let (project, line, other) = try await town.vesna.does { act in
            let project = try ProjectStore.add(ProjectDetails("Наука у школи", amount: .rsd(100_000)), at: centre, in: act)
            return (
                project, try BudgetStore.add(BudgetLineDetails("Хонорари", planned: 6_000_000), to: project, at: centre, in: act),
                try BudgetStore.add(BudgetLineDetails("Пут", planned: 4_000_000), to: project, at: centre, in: act))
        }
        try await town.vesna.opens("/staff/purses/new")
        #expect(try await town.vesna.sends("/staff/purses/new", ["kind": "project", "name": "Прва рата", "budget": "\(project)-99"]).status == 422)
        try await town.vesna.opens("/staff/purses/new")
        #expect(try await town.vesna.sends("/staff/purses/new", ["kind": "project", "name": "Прва рата", "budget": "\(project)-\(line)"]).shows("Наука у школи"))
        let id = try #require(try await town.value("SELECT id FROM purse", as: Purse.ID.self))
        try await town.vesna.does { act in
            try PurseMoneyStore.plan(PurseYear(today.year, planned: 6_000_000, decidedOn: today), of: id, at: centre, in: act)
            try PurseMoneyStore.reserve(town.use(5_000), from: id, at: centre, in: act)
            try PurseMoneyStore.spend(town.use(2_000), from: id, at: centre, in: act)
        }
        let lines = try await town.finds { try BudgetStore.lines(of: project, in: $0) }
        #expect(lines.map(\.sum.reserved) == [300_000, 0] && lines.map(\.sum.spent) == [200_000, 0])
        await #expect(throws: Problem.self, "something was taken of it") { try await town.vesna.does { try BudgetStore.remove(line, from: project, at: centre, in: $0) } }
        try await town.vesna.does { try BudgetStore.remove(other, from: project, at: centre, in: $0) }
        #expect(try await town.count("budget_line") == 1)
    }

    @Test func `for whom money was goes with the account, the amount stays`() async throws {
        let town = try await Town(), id = try await town.purse(), event = try await town.seminar(announced: false), centre = town.centre
        try await town.does { try PurseMoneyStore.reserve(town.use(500, event: event, person: town.ana.id, words: "Котизација"), from: id, at: centre, in: $0) }
        let held = try await town.finds { try PurseKeepingStore.held(about: town.ana.id, in: $0) }
        #expect("\(held)".contains("Котизација") && "\(held)".contains("50000"))
        #expect(try await "\(town.finds { try PurseKeepingStore.held(about: town.branko.id, in: $0) })" == "\(HeldData("ledger_line", []))")
        await #expect(throws: Problem.self, "the ledger speaks of it") { try await town.vesna.does { try EventStore.discard(event, in: $0) } }
        #expect(try await town.count("event") == 1)
        try await town.does { try PurseKeepingStore.forget(town.ana.id, in: $0) }
        #expect(try await town.count("ledger_line WHERE person IS NOT NULL") == 0)
        #expect(try await town.sum(id).reserved == 50_000)
        try await town.does { try PurseMoneyStore.reserve(town.use(500, event: event, person: town.branko.id), from: id, at: centre, in: $0) }
        town.clock.passes(days: 366 * 9)
        try await town.does { try PurseKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("ledger_line WHERE person IS NOT NULL") == 2)
        town.clock.passes(days: 400)
        try await town.does { try PurseKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("ledger_line WHERE person IS NOT NULL") == 0)
        #expect(try await town.count("ledger_line") == 4)
    }
}
