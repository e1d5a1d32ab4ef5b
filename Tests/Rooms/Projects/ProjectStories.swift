@testable import Accounts
import Centres
import Forms
import HTTPTypes
import Kernel
import Languages
@testable import Projects
import Site
import Storage
import Testing
import Town
import Web

/// A call is followed, becomes a project, and the project goes its way.
@Suite struct ProjectStories {
    @Test func `a call is followed to the minute, and whoever decides is reminded once`() async throws {
        let town = try await Town(), today = town.zone.day(of: town.clock.now), day = today.adding(days: 20)
        try await town.vesna.opens("/staff/calls/new")
        let bad = try await town.vesna.sends("/staff/calls/new", ["title": "", "deadline": "сутра", "time": "25:00", "link": "kod nas", "amount": "много"])
        #expect(bad.status == 422)
        for fault in [T.projects.errorTime, T.projects.errorAmount, T.projects.errorLink] { #expect(bad.shows(town.say(fault))) }
        #expect(try await town.count("funding_call") == 0)
        try await town.vesna.opens("/staff/calls/new")
        let page = try await town.vesna.sends("/staff/calls/new", [
            "title": "Наука у школи", "caller": "Центар за промоцију науке", "deadline": day.iso, "time": "15:30", "amount": "600.000", "fit": "Имамо научни клуб.",
            "decider": "\(town.vesna.id)", "decisionDay": today.adding(days: 5).iso,
        ])
        #expect(page.status == 200 && page.shows("Имамо научни клуб."))
        let deadline = try #require(try await town.value("SELECT deadline FROM funding_call", as: Instant.self))
        #expect(town.zone.time(of: deadline) == ClockTime(hour: 15, minute: 30) && town.zone.day(of: deadline) == day)
        #expect(try await town.goran.opens("/staff/calls/1").status == 404, "what the centre thinks of is its own business")
        try await ProjectReminderStore.tend(town.records)
        try await town.settles()
        #expect(try await town.letters(to: town.vesna.email) == 0, "five days before is too early")
        town.clock.passes(days: 2)
        for _ in 1...3 { try await ProjectReminderStore.tend(town.records) }
        try await town.settles()
        #expect(try await town.letters(to: town.vesna.email) == 1)
        #expect(try #require(try await town.letter(to: town.vesna.email)).subject.contains("Наука у школи"))
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Наука у школи"))
        // Not for us needs a reason; what is declined reminds nobody.
        try await town.vesna.opens("/staff/calls/1")
        #expect(try await town.vesna.sends("/staff/calls/1/state", ["state": "declined"]).status == 422)
        #expect(try await town.vesna.sends("/staff/calls/1/state", ["state": "declined", "reason": "Само за факултете"]).shows("Само за факултете"))
        town.clock.passes(days: 14)
        try await ProjectReminderStore.tend(town.records)
        #expect(try await town.count("letter WHERE noun = 'funding_call'") == 1)
        #expect(try await town.journal("funding_call", 1) == ["projects.callAddedDeed", "projects.callDecidedDeed"])
    }

    @Test func `an idea becomes an application, and is sent when all that is asked for is there`() async throws {
        let town = try await Town(), today = town.zone.day(of: town.clock.now)
        try await town.vesna.opens("/staff/projects/new")
        let foreign = try await town.vesna.sends("/staff/projects/new", ["name": "Наука за све", "lead": "\(town.goran.id)"])
        #expect(foreign.status == 422 && !foreign.shows("Горан"), "nobody leads it of whom the centre knows nothing")
        try await town.vesna.opens("/staff/projects/new")
        let made = try await town.vesna.sends("/staff/projects/new", ["name": "Наука за све", "amount": "1.200.000", "ownShare": "200.000"])
        #expect(made.shows(town.say(T.projects.saidAdded)) && made.shows(town.say(T.projects.stateIdea)))
        func step(_ state: ProjectState, _ reason: String = "", day: Day? = nil) async throws -> Page {
            try await town.vesna.opens("/staff/projects/1")
            return try await town.vesna.sends("/staff/projects/1/state", ["state": state.rawValue, "day": (day ?? today).iso, "reason": reason])
        }
        #expect(try await step(.running).status == 409, "there is no way from an idea to money")
        #expect(try await step(.application).shows(town.say(T.projects.saidMoved)))
        try await town.vesna.opens("/staff/projects/1/checklist")
        try await town.vesna.sends("/staff/projects/1/checklist", ["name": "Изјава партнера", "responsible": "Милена", "due": today.adding(days: 3).iso])
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.projects.todayCheck(name: .title("Изјава партнера")))))
        let refused = try await step(.sent)
        #expect(refused.status == 409 && refused.shows(town.say(T.projects.errorCheck(name: .title("Изјава партнера")))))
        try await town.vesna.opens("/staff/projects/1/checklist")
        let pdf = Array("%PDF-1.4\n%%EOF".utf8)
        _ = try await town.vesna.browser.uploads("/staff/projects/1/checklist/1", field: "file-1", name: "izjava.pdf", bytes: pdf, ["done": "yes"])
        #expect(try await town.count("project_check WHERE done IS NOT NULL AND file IS NOT NULL") == 1)
        #expect(try await step(.sent, day: today.adding(days: 1)).status == 422, "tomorrow has not come")
        #expect(try await step(.sent).status == 200)
        #expect(try await step(.rejected).status == 422, "a rejection has a reason")
        #expect(try await step(.rejected, "Мало бодова за одрживост").shows("Мало бодова за одрживост"))
        #expect(try await step(.running).status == 409)
        let states = try await town.finds { act in try ProjectStore.way(of: .init(1), in: act).map(\.state) }
        #expect(states == [.rejected, .sent, .application], "each step is a row of the journal")
    }

    @Test func `a project is closed when every report went and every indicator speaks`() async throws {
        let town = try await Town(), funded = try await Funded(town), today = funded.today
        _ = try await funded.indicator()
        let (project, centre) = (funded.project, town.centre)
        let report = try await town.vesna.does { act in
            _ = try ProjectPaperStore.addReport("Завршни извештај", to: "ЦПН", due: today.adding(days: 90), of: project, at: centre, in: act)
            return try ProjectPaperStore.addReport("Периодични извештај", to: "ЦПН", due: today, of: project, at: centre, in: act)
        }
        func close() async throws -> Page {
            try await town.vesna.opens(funded.deskPath)
            return try await town.vesna.sends("/state", ["state": "closed", "day": today.iso])
        }
        let page = try await close()
        #expect(page.status == 409 && page.shows(town.say(T.projects.errorReport(title: .title("Периодични извештај")))))
        #expect(page.shows(town.say(T.projects.errorSilent(name: .title("Наставници на обукама")))))
        #expect(!page.shows(town.say(T.projects.errorReport(title: .title("Завршни извештај")))), "that one is not due yet")
        try await town.vesna.does { try ProjectPaperStore.send(report, on: today, nil, of: project, at: centre, in: $0) }
        try await town.vesna.opens("\(funded.deskPath)/indicators/1")
        try await town.vesna.sends("/indicators/1/reason", ["reason": "Обука је одложена за јесен."])
        #expect(try await close().shows(town.say(T.projects.stateClosed)))
        #expect(try await town.value("SELECT state FROM project WHERE id = \(project)", as: String.self) == "closed")
    }

    @Test func `those who work in a project see it, others see what was published and nothing else`() async throws {
        let town = try await Town(), funded = try await Funded(town), hidden = funded.project
        #expect(try await town.ana.opens(funded.ownPath).shows("Наука за све"))
        for path in [funded.ownPath, funded.deskPath, "/projects/\(hidden)", "\(funded.deskPath)/budget"] {
            #expect(try await town.goran.opens(path).status == 404, "\(path)")
        }
        #expect(try await town.ana.opens("\(funded.deskPath)/budget").status == 404, "money is for the centre's own people")
        #expect(try await !town.stranger.opens("/projects").shows("Наука за све"))
        let shown = try await Funded(town, "Читамо заједно", isShown: true), indicator = try await shown.indicator("Школе у пројекту")
        let silent = try await shown.indicator("Родитељи на трибинама")
        let (project, centre, today) = (shown.project, town.centre, shown.today), activity = try await shown.activity()
        try await town.vesna.does { act in
            var draft = EvidenceDraft(on: today, 17, words: "Школе које су потписале")
            draft.activity = activity
            try IndicatorStore.prove(indicator, draft, of: project, at: centre, in: act)
            try PartnerStore.set(.partner, of: PartnerStore.add(PartnerDetails("ПМФ Нови Сад", .university), at: centre, in: act), in: project, at: centre, in: act)
        }
        #expect(silent != indicator)
        #expect(try await town.stranger.opens("/projects").shows("Читамо заједно"))
        let page = try await town.stranger.opens("/projects/\(project)")
        #expect(page.shows("Школе у пројекту") && page.shows("17") && page.shows("ПМФ Нови Сад") && page.shows("Радионице"))
        for secret in ["Родитељи на трибинама", "Ана Ђорђевић", "Весна Ћирић", "1.200.000", "Школе које су потписале"] { #expect(!page.shows(secret), "\(secret)") }
        #expect(try await Funded(town, "Тајна", isShown: true, state: .approved).project != project)
        // One search for everybody, and what it finds inside for the centre's own people only.
        #expect(try await town.stranger.opens("/search?q=citamo").link("Читамо заједно") == "/sr/projects/\(project)")
        #expect(try await town.stranger.opens("/search?q=tajna").link("Тајна") == nil)
        #expect(try await town.vesna.opens("/search?q=tajna").link("Тајна") != nil)
        #expect(try await !town.stranger.opens("/projects").shows("Тајна"), "what does not run yet is nobody's business")
    }

    @Test func `an event says of which published project it is a part`() async throws {
        let town = try await Town(), event = try await Certified(town, [town.ana]).event
        let (hidden, shown) = (try await Funded(town), try await Funded(town, "Читамо заједно", isShown: true))
        let (secret, open) = (try await hidden.activity(), try await shown.activity())
        #expect(try await town.stranger.opens("/events/\(event)").link("Читамо заједно") == nil)
        let centre = town.centre
        try await town.vesna.does { act in
            try ProjectActivityStore.link(.event(event), to: open, of: shown.project, at: centre, in: act)
            try ProjectActivityStore.link(.event(event), to: secret, of: hidden.project, at: centre, in: act)
        }
        town.clock.passes(seconds: 2)
        let page = try await town.stranger.opens("/events/\(event)")
        #expect(page.link("Читамо заједно") == "/sr/projects/\(shown.project)" && !page.shows("Наука за све"), "the kept page was made anew")
    }

    @Test func `hours are one's own, of months that were, and never more than a post`() async throws {
        let town = try await Town(), funded = try await Funded(town), month = WorkMonth(containing: funded.today)
        func write(_ hours: String, _ values: KeyValuePairs<String, String> = [:]) async throws -> Page {
            try await town.ana.opens(funded.ownPath)
            let form = try #require(try town.ana.browser.page.form("/hours"))
            var fields = form.fields.filter { field in field.name != "hours" && !values.contains { $0.key == field.name } }
            fields.append((name: "hours", value: hours))
            for (key, value) in values { fields.append((name: key, value: value)) }
            return try await town.ana.browser.post(Page.Form(action: form.action, fields: fields))
        }
        #expect(try await town.ana.opens("/me").shows(town.say(T.projects.hoursMissing)), "nothing is written down of the last month")
        for bad in ["", "-3", "много", "301"] { #expect(try await write(bad).status == 422, "\(bad)") }
        #expect(try await write("40").shows(town.say(T.projects.saidHours)))
        #expect(try await write("41").shows(town.say(T.projects.saidOverShare)), "more than a quarter is told, and taken")
        let said = try await town.value("SELECT hours FROM project_hours WHERE month_day = \(month.first)", as: Int.self)
        #expect(said == 41, "said again, it takes the place of what was said")
        // Over all projects a month has no more than a whole post.
        let other = try await Funded(town, "Читамо заједно"), (centre, member, second) = (town.centre, other.member, other.project)
        try await town.ana.does { try ProjectPeopleStore.write(WorkHours(member, month, month.post - 41), in: second, at: centre, in: $0) }
        let full = try await write("42")
        #expect(full.status == 422 && full.shows(town.say(T.projects.errorHoursMost(left: .number(41), post: .number(month.post)))))
        #expect(try await write("5", ["month": month.next.first.iso]).shows(town.say(T.projects.errorMonthFuture)))
        #expect(try await write("5", ["month": month.first.adding(months: -9).iso]).status == 422, "before the work began")
        // The hours of somebody else are not one's own.
        #expect(try await write("5", ["member": "\(other.member)"]).status == 404)
        #expect(try await write("0").status == 200)
        #expect(try await town.count("project_hours") == 1, "no hours take them away")
        let sheet = try await town.vesna.browser.send(.get, "/sr/staff/projects/\(second)/hours.xlsx")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: Array("PK".utf8)))
        #expect(try await town.ana.browser.send(.get, "/sr/staff/projects/\(second)/hours.xlsx").status == 404)
    }

    @Test func `more than a whole post over all projects is told where somebody is added`() async throws {
        let town = try await Town(), funded = try await Funded(town), today = funded.today
        func add(_ percent: String, _ email: String) async throws -> Page {
            try await town.vesna.opens("\(funded.deskPath)/people")
            return try await town.vesna.sends("\(funded.deskPath)/people", [
                "email": email, "part": "предавања", "percent": percent, "first": today.iso, "last": today.adding(days: 60).iso,
            ])
        }
        #expect(try await add("75", town.ana.email).shows(town.say(T.common.saved)))
        #expect(try await add("1", town.ana.email).shows(town.say(T.projects.saidOverfull(day: .day(today)))))
        // Горан has an account, and nothing to do with the centre: it learns of him as little as of nobody.
        for (percent, email) in [("0", town.ana.email), ("101", town.ana.email), ("10", "niko@bistrik.example"), ("10", town.goran.email), ("10", "")] {
            #expect(try await add(percent, email).status == 422, "\(percent) \(email)")
        }
        #expect(try await town.count("project_person") == 3)
    }

    @Test func `a budget knows what was spent by which paper, and asks rooms above for the rest`() async throws {
        let town = try await Town(), funded = try await Funded(town), today = funded.today
        try await town.vesna.opens("\(funded.deskPath)/budget")
        try await town.vesna.sends("\(funded.deskPath)/budget", ["name": "Опрема", "planned": "600.000", "reserved": "100.000"])
        try await town.vesna.opens("\(funded.deskPath)/budget/1")
        func spend(_ values: KeyValuePairs<String, String>) async throws -> Page {
            try await town.vesna.opens("\(funded.deskPath)/budget/1")
            return try await town.vesna.sends("/spendings", values)
        }
        #expect(try await spend(["paper": "", "amount": "10", "day": today.iso]).status == 422)
        #expect(try await spend(["paper": "17/26", "amount": "0", "day": today.iso]).status == 422)
        #expect(try await spend(["paper": "17/26", "amount": "10", "day": today.adding(days: 1).iso]).status == 422)
        #expect(try await spend(["paper": "17/26", "amount": "450.000,50", "day": today.iso]).shows("17/26"))
        #expect(try await spend(["paper": "17/26", "amount": "450.000,50", "day": today.iso]).shows(town.say(T.projects.errorPaperTwice)))
        let over = try await spend(["paper": "18/26", "amount": "60.000", "day": today.iso])
        #expect(over.status == 200 && over.shows("10.000,50"), "money that is gone is written down, and told")
        let project = funded.project
        let sum = try await town.finds { BudgetSum.of(try BudgetStore.lines(of: project, in: $0)) }
        #expect(sum == BudgetSum(planned: 60_000_000, reserved: 10_000_000, spent: 51_000_050))
        let differs = T.projects.budgetDiffers(planned: .money(.rsd(600_000)), amount: .money(.rsd(1_200_000)))
        #expect(try await town.vesna.opens("\(funded.deskPath)/budget").shows(town.say(differs)))
        try await town.vesna.opens("\(funded.deskPath)/budget/1")
        #expect(try town.vesna.browser.page.form("/budget/1/remove") == nil, "a line that money came from stays")
    }

    @Test func `what the books of another room know stands beside what was typed`() async throws {
        let town = try await Town(), funded = try await Funded(town), (project, centre, clock) = (funded.project, town.centre, town.clock)
        let line = try await town.vesna.does { try BudgetStore.add(BudgetLineDetails("Опрема", planned: 100_000_00), to: project, at: centre, in: $0) }
        var exchange = Rooms.exchange
        for known in [BudgetKnown(reserved: 10, spent: 20_000_00), BudgetKnown(spent: 5_000_00)] {
            exchange.answer(BudgetAsked.self) { asked, _ in [asked.lines[0]: known] }
        }
        let usual = town.records
        let records = Records(database: usual.database, words: usual.words, address: usual.address, exchange: exchange, clock: { clock.now })
        let sum = try await records.read(as: .system) { BudgetSum.of(try BudgetStore.lines(of: project, in: $0)) }
        #expect(sum == BudgetSum(planned: 100_000_00, reserved: 10, spent: 25_000_00))
        let refused = await #expect(throws: Problem.self) {
            try await records.write(by: .system) { try BudgetStore.remove(line, from: project, at: centre, in: $0) }
        }
        #expect(refused?.kind == .conflict, "a line that the books know stays")
    }

    @Test func `two sheets at once make no more than a post together`() async throws {
        let town = try await Town(), one = try await Funded(town), other = try await Funded(town, "Читамо заједно"), (centre, ana) = (town.centre, town.ana)
        let month = WorkMonth(containing: one.today), places = [(one.member, one.project), (other.member, other.project)]
        let written = await withTaskGroup(of: Bool.self) { group in
            for (member, project) in places {
                group.addTask {
                    (try? await ana.does { try ProjectPeopleStore.write(WorkHours(member, month, 100), in: project, at: centre, in: $0) }) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(written == 1)
        #expect(try await town.value("SELECT CAST(sum(hours) AS BIGINT) FROM project_hours", as: Int.self) == 100)
    }

    @Test func `a report is reminded of twice, and not once it was sent`() async throws {
        let town = try await Town(), funded = try await Funded(town), (project, centre, today) = (funded.project, town.centre, funded.today)
        let first = try await town.vesna.does { act in
            _ = try ProjectPaperStore.addReport("Завршни извештај", to: "ЦПН", due: today.adding(days: 20), of: project, at: centre, in: act)
            return try ProjectPaperStore.addReport("Периодични извештај", to: "ЦПН", due: today.adding(days: 14), of: project, at: centre, in: act)
        }
        func tend() async throws -> Int {
            try await ProjectReminderStore.tend(town.records)
            return try await town.count("letter WHERE noun = 'project'")
        }
        #expect(try await tend() == 1)
        #expect(try await tend() == 1, "once")
        try await town.vesna.does { try ProjectPaperStore.send(first, on: today, nil, of: project, at: centre, in: $0) }
        town.clock.passes(days: 6)
        #expect(try await tend() == 2, "the other one, fourteen days before")
        town.clock.passes(days: 6)
        #expect(try await tend() == 2, "what was sent is not reminded of")
        town.clock.passes(days: 5)
        #expect(try await tend() == 3)
        town.clock.passes(days: 10)
        #expect(try await tend() == 3, "what is late stands on the page of today, and is not written of again")
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.projects.todayReport(title: .title("Завршни извештај")))))
    }

    @Test func `what is held is told, and at erasure numbers stay without a name`() async throws {
        let town = try await Town(), funded = try await Funded(town), (project, centre, member, ana) = (funded.project, town.centre, funded.member, town.ana.id)
        let month = WorkMonth(containing: funded.today)
        try await town.ana.does { try ProjectPeopleStore.write(WorkHours(member, month, 12, words: "Огледи"), in: project, at: centre, in: $0) }
        let held = try await town.finds { try ProjectKeepingStore.held(about: ana, in: $0).all }
        #expect(held["project_person"]?.first?["percent"] == "25" && held["project_hours"]?.first?["hours"] == "12")
        try await town.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await town.count("project_person WHERE person = \(ana)") == 0)
        #expect(try await town.value("SELECT hours FROM project_hours", as: Int.self) == 12)
        #expect(try await !town.vesna.opens("\(funded.deskPath)/people").shows("Ана Ђорђевић"))
    }

    @Test func `when the time of a closed project is over, its people are forgotten and its results stay`() async throws {
        let town = try await Town(), funded = try await Funded(town), indicator = try await funded.indicator(), activity = try await funded.activity()
        let (project, centre, today) = (funded.project, town.centre, funded.today)
        try await town.vesna.does { act in
            var draft = EvidenceDraft(on: today, 41, words: "Спискови")
            draft.activity = activity
            try IndicatorStore.prove(indicator, draft, of: project, at: centre, in: act)
            try ProjectStore.move(project, to: .closed, on: today, at: centre, in: act)
        }
        town.clock.becomes(town.zone.startOfDay(today.adding(years: ProjectRule.usual)))
        try await town.does { try ProjectKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("project_person") == 1)
        town.clock.passes(days: 2)
        try await town.does { try ProjectKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("project_person") == 0)
        #expect(try await town.count("project WHERE lead IS NOT NULL") == 0)
        #expect(try await funded.reached(indicator) == 41)
    }
}
