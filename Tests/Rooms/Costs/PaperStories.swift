import Accounts
import Centres
@testable import Costs
import Events
import Kernel
import Languages
import Purses
import Registry
import Sheets
import Site
import Storage
import Testing
import Town
import Web

/// Contracts and travel orders: numbers, papers, payroll, what becomes of them with a person.
@Suite struct PaperStories {
    @Test func `a contract gets its number, is told, taken over and paid in its month`() async throws {
        let town = try await Town(), event = try await town.paid()
        try await town.payTable()
        try await town.change(event) { $0.trainers = [Trainer(name: "Милена Џелатовић", person: town.milena.id)] }
        let opened = try await town.vesna.opens("/staff/contracts/new?event=\(event)&trainer=0")
        #expect(opened.html.contains("Милена Џелатовић") && opened.html.contains(town.milena.email) && opened.html.contains("Дигитална учионица"))
        let written = try await town.vesna.sends("/staff/contracts/new?event=\(event)", ["kind": "author", "gross": "30.000"])
        #expect(written.shows(town.say(T.costs.saidContract)))
        #expect(written.shows("22.476") && written.shows("31.761,30"), "net, and what it costs the centre")
        #expect(try await town.value("SELECT planned FROM cost WHERE contract = 1", as: Int.self) == 31_761_30)
        #expect(try await town.milena.opens("/me/contracts/1").status == 404, "a draft is nobody's paper")
        try await town.vesna.opens("/staff/contracts/1")
        let issued = try await town.vesna.sends("/issue")
        let number = try #require(try await town.value("SELECT number FROM fee_contract WHERE id = 1", as: String.self))
        #expect(!number.isEmpty && issued.shows(number))
        #expect(try await town.count("registry_entry WHERE paper_kind = 'fee-contract' AND paper_row = 1") == 1)
        try await town.settles()
        #expect(town.mail.to(town.milena.email).filter { $0.plain.contains("/me/contracts/1") }.count == 1)
        #expect(try await town.milena.opens("/me/contracts/1").shows(number))
        #expect(try await town.milena.opens("/me").shows(number))
        for person in [town.ana, town.branko] { #expect(try await person.opens("/me/contracts/1").status == 404) }
        let paper = try await town.vesna.opens("/staff/contracts/1/paper.pdf")
        let words = try Printed.words(of: Array(paper.bytes))
        #expect(words.contains("Милена Џелатовић") && words.contains(number) && words.contains("30.000"))
        // It does not change any more.
        let centre = town.centre
        await #expect(throws: Problem.self) {
            try await town.vesna.does { act in
                try FeeContractStore.edit(.init(1), to: FeeContractDraft(.work, "Неко", "Друго", .rsd(1)), with: nil, at: centre, in: act)
            }
        }
        try await town.vesna.opens("/staff/contracts/1")
        #expect(try await town.vesna.sends("/done", ["day": town.iso(2)]).status == 422)
        try await town.vesna.opens("/staff/contracts/1")
        #expect(try await town.vesna.sends("/done", ["day": town.iso(0)]).shows(town.say(T.costs.saidDone)))
        let month = town.today.monthDays
        let payroll = try await town.vesna.does { try FeeContractStore.payroll(of: month, at: centre, in: .sr, in: $0) }
        #expect(payroll.lines.map(\.pay.net) == [22_476_00] && payroll.parts == ["порез", "доприноси", "допринос центра"])
        let sheet = try await town.vesna.opens("/staff/contracts/payroll.xlsx?month=\(town.iso(0).prefix(7))")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4b]))
        #expect(try await town.journal("fee_contract", 1) == ["costs.contractDeed", "costs.contractIssuedDeed", "costs.contractDoneDeed"])
    }

    @Test func `a contract that is void keeps its number and gives its money back`() async throws {
        let town = try await Town(), purse = try await town.source(), contract = try await town.contract(), centre = town.centre
        let cost = try #require(try await town.value("SELECT id FROM cost WHERE contract = \(contract)", as: Cost.ID.self))
        try await town.vesna.does { try CostStore.reserve(cost, from: purse, at: centre, in: $0) }
        try await town.vesna.opens("/staff/contracts/\(contract)")
        try await town.vesna.sends("/issue")
        try await town.vesna.opens("/staff/contracts/\(contract)")
        #expect(try await town.vesna.sends("/void", ["reason": ""]).status == 422)
        try await town.vesna.opens("/staff/contracts/\(contract)")
        #expect(try await town.vesna.sends("/void", ["reason": "Обука је отказана"]).shows("Обука је отказана"))
        #expect(try await town.sum(purse).taken == 0)
        #expect(try await town.count("registry_entry WHERE paper_kind = 'fee-contract' AND withdrawn IS NOT NULL") == 1)
        // A cost of a paper goes with the paper alone.
        let other = try await town.contract("Рута")
        let its = try #require(try await town.value("SELECT id FROM cost WHERE contract = \(other)", as: Cost.ID.self))
        await #expect(throws: Problem.self) { try await town.vesna.does { try CostStore.drop(its, at: centre, in: $0) } }
        try await town.vesna.opens("/staff/contracts/new")
        let unknown = try await town.vesna.sends("/staff/contracts/new", [
            "kind": "work", "name": "Неко", "email": "niko@bistrik.example", "title": "Рад", "gross": "100",
        ])
        #expect(unknown.status == 422 && unknown.shows(town.say(T.costs.errorUnknown)))
    }

    @Test func `a change of the table leaves earlier contracts as they are`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.payTable()
        let contract = try await town.contract()
        try await town.vesna.does { try FeeContractStore.issue(contract, at: centre, in: $0) }
        let tomorrow = town.today.adding(days: 1)
        try await town.vesna.does { act in
            try CostRuleStore.add(PayRuleDraft(.author, [.init("порез", 5_000)], RuleDays(from: tomorrow)), at: centre, in: act)
        }
        town.clock.passes(days: 3)
        let later = try await town.contract()
        let (old, new) = try await town.vesna.does { act in
            (try FeeContractStore.folder(contract, at: centre, in: act).pay, try FeeContractStore.folder(later, at: centre, in: act).pay)
        }
        #expect(old.net == 22_476_00 && new.net == 15_000_00)
    }

    @Test func `a journey is ordered, changed, settled by the rates of its day, and paid`() async throws {
        let town = try await Town(), purse = try await town.source(), centre = town.centre
        try await town.travelRates()
        try await town.vesna.opens("/staff/travel/new")
        let values: KeyValuePairs = [
            "name": "Милена Џелатовић", "email": town.milena.email, "title": "Састанак Мреже", "place": "Чачак", "leaves": town.iso(1), "leavesAt": "6.30",
            "returns": town.iso(1), "returnsAt": "17.00", "vehicle": "own", "km": "180", "tickets": "450",
        ]
        let written = try await town.vesna.sends("/staff/travel/new", values)
        #expect(written.shows(town.say(T.costs.saidOrder)) && written.shows("5.550"), "3,600 for the car, 1,500 for ten hours, 450 as papers say")
        let cost = try #require(try await town.value("SELECT id FROM cost WHERE travel = 1", as: Cost.ID.self))
        try await town.vesna.does { try CostStore.reserve(cost, from: purse, at: centre, in: $0) }
        try await town.vesna.opens("/staff/travel/1")
        try await town.vesna.sends("/issue")
        await #expect(throws: Problem.self) { try await town.vesna.does { try TravelOrderStore.settle(.init(1), at: centre, in: $0) } }
        // New rates begin meanwhile; what began before them is paid by the old ones.
        let later = town.today.adding(days: 2)
        try await town.vesna.does { try CostRuleStore.add(TravelRateDraft(.kilometre, .rsd(90), RuleDays(from: later)), at: centre, in: $0) }
        town.clock.passes(days: 3)
        try await town.vesna.enters(withFactor: true)
        try await town.milena.enters()
        try await town.vesna.opens("/staff/travel/1")
        try await town.vesna.sends("/staff/travel/1", ["km": "200"])
        try await town.vesna.opens("/staff/travel/1")
        let settled = try await town.vesna.sends("/settle")
        #expect(settled.shows(town.say(T.costs.saidSettled)) && settled.shows("5.950"))
        #expect(try await town.state(ofCost: cost) == "spent")
        let sum = try await town.sum(purse)
        #expect(sum.spent == 5_950_00 && sum.reserved == 0)
        try await town.settles()
        #expect(town.mail.to(town.milena.email).filter { $0.plain.contains("/me/travel/1") }.count == 1)
        #expect(try await town.milena.opens("/me/travel/1").shows("Чачак"))
        #expect(try await town.ana.opens("/me/travel/1").status == 404)
        let words = try Printed.words(of: Array(try await town.vesna.opens("/staff/travel/1/paper.pdf").bytes))
        #expect(words.contains("Чачак") && words.contains("5.950"))
        for wrong in [["returns": "2026-02-01"], ["leavesAt": "ујутру"], ["km": "-4"], ["vehicle": "балон"], ["returns": town.iso(400)], ["name": ""]] {
            try await town.vesna.opens("/staff/travel/new")
            let form = try #require(try town.vesna.browser.page.form("/staff/travel/new"))
            var fields = Dictionary(uniqueKeysWithValues: values.map { ($0.key, $0.value) })
            fields.merge(wrong) { $1 }
            let sent = Page.Form(action: form.action, fields: form.fields.filter { fields[$0.name] == nil } + fields.map { ($0.key, $0.value) })
            #expect(try await town.vesna.browser.post(sent).status == 422, "\(wrong)")
        }
    }

    @Test func `today names what waits`() async throws {
        let town = try await Town(), centre = town.centre, now = town.clock.now
        let contract = try await town.contract()
        try await town.vesna.does { act in
            try FeeContractStore.issue(contract, at: centre, in: act)
            let order = try TravelOrderStore.add(
                TravelOrderDraft("Рута Жемаитите", "Посета", to: "Чачак", leaves: now, returns: now.adding(hours: 9), by: .public, tickets: .rsd(0)),
                of: nil, at: centre, in: act)
            try TravelOrderStore.issue(order, at: centre, in: act)
        }
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.costs.todayOrder(place: .title("Чачак")))))
        town.clock.passes(days: 5)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.costs.todayOrder(place: .title("Чачак")))))
    }

    @Test func `an account that goes leaves the paper with its name and no way to the person`() async throws {
        let town = try await Town(), centre = town.centre, milena = town.milena.id
        let draft = try await town.contract("Милена Џелатовић", with: milena)
        let issued = try await town.contract("Милена Џелатовић", with: milena)
        try await town.vesna.does { try FeeContractStore.issue(issued, at: centre, in: $0) }
        let held = try await town.finds { try CostKeepingStore.held(about: milena, in: $0) }
        #expect(held.all["fee_contract"]?.count == 2)
        try await town.does { try CostKeepingStore.forget(milena, in: $0) }
        #expect(try await town.count("fee_contract WHERE id = \(draft)") == 0)
        #expect(try await town.count("cost WHERE contract = \(draft)") == 0)
        #expect(try await town.count("fee_contract WHERE id = \(issued) AND person IS NULL AND name = 'Милена Џелатовић'") == 1)
        try await town.vesna.does { act in
            let day = try CostStore.today(at: centre, in: act)
            try FeeContractStore.finish(issued, on: day, at: centre, in: act)
        }
        town.clock.passes(days: 366 * 10 + 2)
        try await town.does { try CostKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("fee_contract WHERE name = '–'") == 1)
        #expect(try await town.count("cost WHERE title = '–' AND planned > 0") == 1)
    }
}
