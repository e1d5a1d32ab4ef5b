import Accounts
import Centres
@testable import Costs
import Events
import Kernel
import Languages
import Purses
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// What an event costs: planned, reckoned, put aside of a source, spent.
@Suite struct EventMoneyStories {
    @Test func `the desk tells from how many people an event pays`() async throws {
        let town = try await Town(), event = try await town.paid()
        let desk = try await town.vesna.opens("/staff/events/\(event)")
        #expect(desk.link(town.say(T.costs.money)) != nil)
        try await town.vesna.opens("/staff/costs/new?event=\(event)")
        let added = try await town.vesna.sends("/staff/costs/new?event=\(event)", ["kind": "hall", "title": "Сала са опремом", "planned": "30.000,00"])
        #expect(added.shows(town.say(T.costs.saidCost)) && added.shows("Сала са опремом"))
        try await town.vesna.opens("/staff/costs/new?event=\(event)")
        try await town.vesna.sends("/staff/costs/new?event=\(event)", ["kind": "food", "title": "Послужење", "planned": "300", "perHead": "yes"])
        let money = try await town.vesna.opens("/staff/events/\(event)/money")
        #expect(money.shows(town.say(T.costs.paysFrom(count: 14))), "2,500 − 300 fourteen times is 30,800")
        #expect(try await town.vesna.opens("/staff/events/\(event)").shows(town.say(T.costs.paysFrom(count: 14))))
        for values in [["planned": "много"], ["planned": "-3"], ["title": ""], ["kind": "злато"], ["planned": "9999999999999999"]] {
            try await town.vesna.opens("/staff/costs/new?event=\(event)")
            let form = try #require(try town.vesna.browser.page.form("/staff/costs/new?event=\(event)"))
            var fields = ["kind": "hall", "title": "Сала", "planned": "100"]
            fields.merge(values) { $1 }
            let sent = Page.Form(action: form.action, fields: form.fields.filter { fields[$0.name] == nil } + fields.map { ($0.key, $0.value) })
            #expect(try await town.vesna.browser.post(sent).status == 422, "\(values)")
        }
        #expect(try await town.count("cost") == 2)
        for path in ["/staff/events/\(event)/money", "/staff/costs", "/staff/costs/1", "/staff/contracts", "/staff/travel", "/staff/purses/use", "/staff/costs/rules"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
        }
    }

    @Test func `an event is reckoned with free places and a split, and told where it never pays`() async throws {
        let town = try await Town(), event = try await town.paid(fee: 1_000, seats: 30)
        try await town.cost("Сала", 8_000, of: event)
        try await town.cost("Папир", 110, of: event, perHead: true)
        try await town.vesna.opens("/staff/events/\(event)/money")
        let free = try await town.vesna.sends("/money", ["heads": "20", "freeEvery": "10"])
        #expect(free.shows(town.say(T.costs.paysFrom(count: 9))) && free.shows(town.say(T.costs.paysNotWith(count: 1, numbers: "10"))))
        try await town.vesna.opens("/staff/costs/rules")
        #expect(try await town.vesna.sends("/rules", ["name": "10/30/60", "basis": "Одлука УО", "percent3": "61"]).shows(town.say(T.costs.errorWhole)))
        try await town.vesna.opens("/staff/costs/rules")
        let ruled = try await town.vesna.sends("/rules", ["name": "10/30/60", "basis": "Одлука УО"])
        #expect(ruled.shows("10/30/60") && ruled.shows("Одлука УО"))
        try await town.vesna.opens("/staff/events/\(event)/money")
        let split = try await town.vesna.sends("/money", ["split": "1", "freeEvery": ""])
        #expect(split.shows(town.say(T.costs.paysBeyond(count: 28))) || split.shows(town.say(T.costs.paysFrom(count: 28))), "290 a head are left")
        try await town.vesna.opens("/staff/events/\(event)/money")
        #expect(try await town.vesna.sends("/money", ["split": "77"]).status == 422)
        try await town.change(event) { $0.fee = .rsd(200) }
        #expect(try await town.vesna.opens("/staff/events/\(event)/money").shows(town.say(T.costs.paysNever)))
        #expect(try await town.journal("event", event.value).contains("costs.reckonedDeed"))
    }

    @Test func `a cost is put aside of a source, spent to the para, and taken back`() async throws {
        let town = try await Town(), event = try await town.paid(), purse = try await town.source(planned: 50_000)
        let hall = try await town.cost("Сала", 20_000, of: event), food = try await town.cost("Послужење", 10_000, of: event)
        for cost in [hall, food] {
            try await town.vesna.opens("/staff/costs/\(cost)")
            #expect(try await town.vesna.sends("/reserve", ["purse": "\(purse)"]).shows(town.say(T.costs.saidReserved)))
        }
        #expect(try await town.sum(purse).reserved == 30_000_00)
        #expect(try await town.vesna.opens("/staff/events/\(event)/money").shows("Град Бистрик"))
        // It came to more than was put aside; the other cost keeps what is its own.
        try await town.vesna.opens("/staff/costs/\(hall)")
        #expect(try await town.vesna.sends("/spend", ["amount": "25.000", "day": town.iso(1)]).status == 422, "not tomorrow")
        try await town.vesna.opens("/staff/costs/\(hall)")
        #expect(try await town.vesna.sends("/spend", ["amount": "25.000,50", "day": town.iso(0), "number": "Р-12/26"]).shows(town.say(T.costs.saidSpent)))
        var sum = try await town.sum(purse)
        #expect(sum.reserved == 10_000_00 && sum.spent == 25_000_50)
        // The other one came to less: the rest is left at the source again.
        try await town.vesna.opens("/staff/costs/\(food)")
        try await town.vesna.sends("/spend", ["amount": "7.000", "day": town.iso(0)])
        sum = try await town.sum(purse)
        #expect(sum.reserved == 0 && sum.spent == 32_000_50)
        try await town.vesna.opens("/staff/costs/\(hall)")
        #expect(try await town.vesna.sends("/back").shows(town.say(T.costs.saidBack)))
        sum = try await town.sum(purse)
        #expect(sum.reserved == 0 && sum.spent == 7_000_00)
        #expect(try await town.state(ofCost: hall) == "planned")
        #expect(try await town.count("(SELECT entry, currency FROM ledger_line GROUP BY entry, currency HAVING sum(amount) <> 0) x") == 0)
        let centre = town.centre
        let entries = try await town.finds { act in try act.db.rows("SELECT entry FROM cost_entry ORDER BY entry").map { try $0["entry"] as LedgerEntry.ID } }
        let papers = try await town.finds { try CostStore.papers(of: entries, at: centre, in: $0) }
        #expect(papers.count == entries.count && papers.values.contains { $0.path == "/staff/costs/\(hall)" })
        #expect(try await town.journal("cost", hall.value) == ["costs.costDeed", "costs.costReservedDeed", "costs.costSpentDeed", "costs.costBackDeed"])
    }

    @Test func `a source that ended yesterday, or has not so much, does not pay`() async throws {
        let town = try await Town(), event = try await town.paid(), ended = try await town.source("Прошлогодишњи", to: town.today.adding(days: -1))
        let small = try await town.source("Мали", planned: 100), cost = try await town.cost("Сала", 20_000, of: event)
        let page = try await town.vesna.opens("/staff/costs/\(cost)")
        #expect(page.shows("Мали") && !page.shows("Прошлогодишњи"), "what ended is not offered")
        await #expect(throws: Problem.self) {
            let centre = town.centre
            try await town.vesna.does { try CostStore.reserve(cost, from: ended, at: centre, in: $0) }
        }
        #expect(try await town.vesna.sends("/reserve", ["purse": "\(small)"]).status == 409)
        #expect(try await town.state(ofCost: cost) == "planned")
        #expect(try await town.sum(small).taken == 0)
        // What was put aside in time is paid by the bill that comes later, also in another year.
        let own = try await town.source("Довољан"), centre = town.centre
        try await town.vesna.does { try CostStore.reserve(cost, from: own, at: centre, in: $0) }
        let year = town.today.year
        town.clock.passes(days: 370)
        let day = town.today
        try await town.vesna.does { try CostStore.spend(CostBill(.rsd(20_000), on: day), on: cost, at: centre, in: $0) }
        let then = try await town.finds { try PurseMoneyStore.sum(of: own, year: year, in: $0) }
        #expect(then.spent == 20_000_00 && then.reserved == 0, "of the money of the year in which it was put aside")
    }

    @Test func `a cost that is put aside is given back before it changes or goes`() async throws {
        let town = try await Town(), event = try await town.paid(), purse = try await town.source(), cost = try await town.cost("Сала", 20_000, of: event)
        let centre = town.centre
        try await town.vesna.does { try CostStore.reserve(cost, from: purse, at: centre, in: $0) }
        await #expect(throws: Problem.self) {
            try await town.vesna.does { try CostStore.edit(cost, to: CostDraft(.hall, "Друга", .rsd(5)), at: centre, in: $0) }
        }
        try await town.vesna.opens("/staff/costs/\(cost)")
        #expect(try await town.vesna.sends("/drop").shows(town.say(T.costs.saidDropped)))
        #expect(try await town.sum(purse).taken == 0)
        let other = try await town.cost("Превоз", 1_000, of: event)
        try await town.vesna.does { try CostStore.reserve(other, from: purse, at: centre, in: $0) }
        try await town.vesna.opens("/staff/costs/\(other)")
        #expect(try await town.vesna.sends("/release").shows(town.say(T.costs.saidReleased)))
        #expect(try await town.sum(purse).taken == 0)
        let list = try await town.vesna.opens("/staff/costs?state=dropped")
        #expect(list.shows("Сала") && !list.shows("Превоз"))
    }

    @Test func `costs go along with a copy, and a draft with money of a source is not thrown away`() async throws {
        let town = try await Town(), event = try await town.seminar(announced: false), purse = try await town.source(), centre = town.centre
        let cost = try await town.cost("Сала", 20_000, of: event)
        let copy = try await town.seminar("Друга", announced: false)
        try await town.does { try EventMoneyStore.copy(from: event, to: copy, in: $0) }
        #expect(try await town.count("cost WHERE event = \(copy) AND state = 'planned'") == 1)
        try await town.vesna.does { try CostStore.reserve(cost, from: purse, at: centre, in: $0) }
        await #expect(throws: Problem.self) { try await town.does { try EventMoneyStore.discard(event, in: $0) } }
        try await town.does { try EventMoneyStore.discard(copy, in: $0) }
        #expect(try await town.count("cost WHERE event = \(copy)") == 0)
    }

    @Test func `an event that comes soon and does not pay is named today`() async throws {
        let town = try await Town()
        let event = try await town.seminar("Дигитална учионица", seats: 30, inDays: 10, deadline: town.today.adding(days: 5))
        try await town.change(event) { $0.fee = .rsd(2_500) }
        try await town.cost("Сала", 5_000, of: event)
        let needs = town.say(T.costs.todayBelow(count: 2, taken: 0))
        #expect(try await town.vesna.opens("/staff").shows(needs))
        town.clock.passes(days: 11)
        try await town.vesna.enters(withFactor: true)
        #expect(try await !town.vesna.opens("/staff").shows(needs))
    }

    @Test func `a group counts by its people, and costs of another currency stand beside the sums`() async throws {
        let town = try await Town(), event = try await town.paid(fee: 1_000), centre = town.centre, seat = try await town.ana.applies(to: event)
        try await town.does { try $0.db.run("UPDATE registration SET people = 12 WHERE id = \(seat.id)") }
        try await town.cost("Сала", 6_000, of: event)
        let alone = try await town.vesna.opens("/staff/events/\(event)/money")
        #expect(!alone.shows(town.say(T.costs.costsElsewhere)))
        try await town.vesna.does { try CostStore.add(CostDraft(.other, "Књиге", .eur(300), of: event), at: centre, in: $0) }
        let money = try await town.vesna.does { try EventMoneyStore.money(of: event, at: centre, in: $0) }
        #expect(money.heads == 12 && money.income.payingSeats == 12 && money.freePlace.places == 0)
        #expect(money.real == 6_000_00 && money.planned == 6_000_00 && money.own == 6_000_00 && money.hasOtherCosts)
        #expect(money.balance == money.income.owed - 6_000_00)
        let page = try await town.vesna.opens("/staff/events/\(event)/money")
        #expect(page.shows(town.say(T.costs.costsElsewhere)) && page.shows("Књиге"))
    }

    @Test func `two spend of one source at once and never more than there is`() async throws {
        let town = try await Town(), event = try await town.paid(), purse = try await town.source(planned: 100), centre = town.centre
        var costs: [Cost.ID] = []
        for number in 0..<6 { costs.append(try await town.cost("Трошак \(number)", 30, of: event)) }
        let all = costs
        await withTaskGroup(of: Void.self) { group in
            for cost in all { group.addTask { _ = try? await town.vesna.does { try CostStore.reserve(cost, from: purse, at: centre, in: $0) } } }
        }
        let sum = try await town.sum(purse)
        #expect(sum.reserved == 90_00)
        #expect(try await town.count("cost WHERE state = 'reserved'") == 3)
    }
}
