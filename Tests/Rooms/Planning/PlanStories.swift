@testable import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTTPTypes
import Kernel
import Languages
import Planning
import Storage
import Testing
import Town

/// The plan of a year, as it is written.
@Suite struct PlanStories {
    @Test func `a plan is begun once a year, and its lines are written, moved and taken out`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/staff/plans").shows(town.say(T.planning.noPlans)))
        let opened = try await town.vesna.sends("/staff/plans", ["kind": "school", "year": "2025"])
        #expect(opened.status == 200 && opened.path == "/sr/staff/plans/1" && opened.shows("2025/2026."))
        try await town.vesna.opens("/staff/plans")
        let twice = try await town.vesna.sends("/staff/plans", ["kind": "school", "year": "2025"])
        #expect(twice.status == 422 && twice.shows(town.say(T.planning.planExists)))

        for (title, month) in [("Први", "2025-10"), ("Други", "2026-03")] {
            try await town.vesna.opens("/staff/plans/1/items/new")
            let saved = try await town.vesna.sends("/staff/plans/1/items/new", [
                "title": title, "month": month, "place": "Сала 1", "people": "30", "source": "Пројекат", "indicator": "наставника са уверењем", "goal": "25",
            ])
            #expect(saved.shows(title))
        }
        try await town.vesna.opens("/staff/plans/1/items/new")
        try await town.vesna.sends("/staff/plans/1/items/new", ["title": "Трећи", "first": "14.3.2026.", "last": "15.3.2026.", "line": "1"])
        func order() async throws -> [String] { try await town.finds { try YearPlanStore.items(of: ID(1), in: $0).map(\.details.title) } }
        #expect(try await order() == ["Трећи", "Први", "Други"])
        try await town.vesna.opens("/staff/plans/1/items/3")
        try await town.vesna.sends("/staff/plans/1/items/3", ["line": "3"])
        #expect(try await order() == ["Први", "Други", "Трећи"])
        try await town.vesna.opens("/staff/plans/1/items/1")
        try await town.vesna.sends("/staff/plans/1/items/1/remove")
        #expect(try await order() == ["Други", "Трећи"])
        #expect(try await town.journal("plan_item", 1) == ["planning.itemAdded", "planning.itemRemoved"])
        #expect(try await town.count("plan_item WHERE line > 2") == 0)
    }

    @Test func `what is wrong with a line is told at its field, and what was typed stays`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan()
        let cases: [(KeyValuePairs<String, String>, String, Phrase)] = [
            (["title": "Читање", "first": "15.3.2026.", "last": "14.3.2026."], "last", T.planning.endsBeforeStart),
            (["title": "Читање", "first": "1.9.2026."], "first", T.planning.outsideYear(from: .day(try #require(Day(iso: "2025-09-01"))),
                until: .day(try #require(Day(iso: "2026-08-31"))))),
            (["title": "Читање"], "month", T.planning.termMissing),
            (["title": "Читање", "last": "14.3.2026."], "first", T.planning.firstMissing),
            (["title": String(repeating: "ш", count: 10_000), "month": "2026-03"], "title", T.common.errorTooLong(most: .number(300))),
            (["title": "", "month": "2026-03"], "title", T.common.errorMissing),
            (["title": "Читање", "month": "2026-03", "person": "999"], "person", T.planning.personMissing),
            (["title": "Читање", "month": "2026-03", "people": "много"], "people", T.forms.errorNumber),
            (["title": "Читање", "month": "2026-03", "programmeWords": "нема га"], "programmeWords", T.planning.programmeNone),
        ]
        for (values, field, fault) in cases {
            try await town.vesna.opens("/staff/plans/\(plan)/items/new")
            let back = try await town.vesna.sends("/items/new", values)
            #expect(back.status == 422 && back.html.contains("field-\(field)-error") && back.shows(town.say(fault)), "\(field): \(fault.key.name)")
            for (name, value) in values where value.count < 100 && name != "person" { #expect(back.carried(name) == value, "\(name)") }
        }
        #expect(try await town.count("plan_item") == 0)
    }

    @Test func `nobody else's plan is there, not even by a number that was changed`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan)
        let (other, browser) = try await town.neighbour()
        let theirs = try await town.ruta.does { try YearPlanStore.begin(PlanYear(.school, 2025), copies: false, at: other, in: $0) }
        for path in ["/staff/plans/\(plan)", "/staff/plans/\(plan)/items/\(item)", "/staff/plans/\(theirs)/items/\(item)",
            "/staff/plans/\(plan)/versions", "/staff/plans/\(plan)/done",
                     "/staff/plans/\(plan)/plan.xlsx"] {
            #expect(try await browser.opens(path).status == 404, "\(path)")
            #expect(try await town.goran.opens(path).status == 404, "\(path)")
        }
        #expect(try await town.vesna.opens("/staff/plans/\(theirs)").status == 404)
        // Even with a form of a page of hers.
        let form = try #require(try await browser.opens("/staff/plans/\(theirs)/items/new").form("/items/new"))
        for path in ["/lt/staff/plans/\(theirs)/items/\(item)/remove", "/lt/staff/plans/\(plan)/items/\(item)/remove", "/lt/staff/plans/\(plan)/submit"] {
            #expect(try await browser.post(Page.Form(action: path, fields: form.fields)).status == 404, "\(path)")
        }
        await #expect(throws: Problem.missing) { try await town.ruta.does { try YearPlanStore.add(PlanItemDetails(title: "x", days: PlanYear(.school,
            2025).days), to: plan, in: $0) } }
        #expect(try await town.count("plan_item") == 1)
    }

    @Test func `a programme of the catalogue is a line in one act; one whose cycle has ended is not`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), programme = try await town.programme()
        try await town.vesna.opens("/staff/plans/\(plan)")
        let added = try await town.vesna.sends("/programme", ["programmeWords": "101", "month": "2026-03"])
        #expect(added.status == 200 && added.carried("title") == "Дигитална учионица" && added.carried("programmeWords") == "101 Дигитална учионица")
        let item = try await town.finds { try YearPlanStore.items(of: plan, in: $0)[0] }
        #expect(item.details.programme == programme && item.details.person == town.vesna.id && item.details.target.contains("наставници"))
        // By words too; what fits nothing says so.
        try await town.vesna.opens("/staff/plans/\(plan)")
        #expect(try await town.vesna.sends("/programme", ["programmeWords": "digitalna", "month": ""]).status == 422)
        #expect(try await town.vesna.sends("/programme", ["programmeWords": "digitalna", "month": "2026-04"]).status == 200)

        try await town.does { try $0.db.run("UPDATE cycle SET last_day = '2026-03-20'") }
        try await town.vesna.opens("/staff/plans/\(plan)/items/\(item.id)")
        let refused = try await town.vesna.sends("/items/\(item.id)", ["people": "12"])
        #expect(refused.status == 422 && refused.html.contains("field-programmeWords-error"), "March is longer than the cycle")
        #expect(try await town.vesna.sends("/items/\(item.id)", ["month": "", "first": "2.3.2026.", "last": "3.3.2026."]).status == 200)
        town.clock.passes(days: 60)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/staff/plans/\(plan)")
        #expect(try await town.vesna.sends("/programme", ["programmeWords": "101", "month": "2026-05"]).shows(town.say(T.planning.programmeNone)))
    }

    @Test func `of two who change one line the second is told`() async throws {
        let town = try await Town()
        try await town.directed()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan), path = "/staff/plans/\(plan)/items/\(item)"
        try await town.branko.opens(path)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/items/\(item)", ["people": "25"]).status == 200)
        let second = try await town.branko.sends("/items/\(item)", ["people": "99"])
        #expect(second.status == 409 && second.shows("Весна Ћирић") && second.carried("people") == "99", "what was typed stays")
        #expect(try await town.branko.sends("/items/\(item)").status == 409, "and is not saved by sending it again")
        #expect(try await town.finds { try YearPlanStore.items(of: plan, in: $0)[0].details.people } == 25)
    }

    @Test func `the plan of a year begins with that of the year before, without what can no longer be held`() async throws {
        let town = try await Town()
        let centre = town.centre, programme = try await town.programme(), old = try await town.yearPlan()
        _ = try await town.line("Са програмом", in: old, programme: programme)
        _ = try await town.line("Без програма", in: old, "2026-05-08", "2026-05-09")
        try await town.does { try $0.db.run("UPDATE cycle SET last_day = '2026-08-31'") }
        try await town.vesna.opens("/staff/plans")
        #expect(try await town.vesna.sends("/staff/plans", ["kind": "calendar", "year": "2026", "copy": "yes"]).status == 422, "there is none of that kind")
        try await town.vesna.sends("/staff/plans", ["kind": "school", "year": "2026", "copy": "yes"])
        let items = try await town.finds { try YearPlanStore.items(of: YearPlanStore.plans(of: centre, in: $0)[0].id, in: $0).map(\.details) }
        #expect(items.map(\.title) == ["Са програмом", "Без програма"] && items[0].programme == nil)
        #expect(items.map { "\($0.days.lowerBound.iso) \($0.days.upperBound.iso)" } == ["2027-03-01 2027-03-31", "2027-05-08 2027-05-09"])
        #expect(try await town.count("year_plan") == 2)
    }

    @Test func `the one search finds a line, for those who run the centre`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan)
        #expect(try await town.vesna.opens("/search?q=citanje").link("Читање наглас") == "/sr/staff/plans/\(plan)/items/\(item)")
        #expect(try await !town.ana.opens("/search?q=citanje").shows("Читање наглас"))
    }

    @Test func `who answers for a line is told on their page, is in their file, and goes with the account`() async throws {
        let town = try await Town()
        try await town.directed()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan)
        #expect(try await town.vesna.opens("/me").shows("Читање наглас"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.planning.todayNotBegun)) == false, "March is not this month")
        try await town.vesna.does { _ = try PlanVersionStore.submit(plan, because: "", in: $0) }
        #expect(try await town.vesna.opens("/me/account/data").html.contains("Читање наглас"))
        try await town.does { try $0.state(PersonErased(person: town.vesna.id)) }
        #expect(try await town.count("plan_item WHERE person IS NOT NULL") == 0)
        #expect(try await town.count("plan_version_item WHERE person IS NOT NULL") == 0)
        #expect(try await town.branko.opens("/staff/plans/\(plan)/items/\(item)").status == 200)
    }

    @Test func `papers of a plan tell its lines`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan()
        _ = try await town.line(in: plan)
        let sheet = try await town.vesna.browser.send(.get, "/sr/staff/plans/\(plan)/plan.xlsx")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: Array("PK".utf8)))
        let done = try await town.vesna.browser.send(.get, "/sr/staff/plans/\(plan)/done.xlsx")
        #expect(done.status == 200 && done.bytes.starts(with: Array("PK".utf8)))
        let pdf = try await town.vesna.browser.send(.get, "/sr/staff/plans/\(plan)/plan.pdf")
        #expect(pdf.status == 200 && pdf.bytes.starts(with: Array("%PDF".utf8)))
        let word = try await town.vesna.browser.send(.get, "/sr-Latn/staff/plans/\(plan)/plan.docx")
        #expect(word.status == 200 && word.bytes.starts(with: Array("PK".utf8)))
    }
}
