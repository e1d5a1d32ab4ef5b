import Accounts
import Centres
import Imports
import Kernel
import Languages
import Storage
import Testing
import Town

/// Where people work and worked, and the names that they had.
@Suite struct EmploymentStories {
    @Test func `a list tells of two schools, subject, days and share; the card and the own data tell it again`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let list = """
            Презиме;Име;Е-пошта;Шифра установе;Посао;Предмет;Запослен од;Запослен до;Проценат ангажовања;Раније презиме
            Ђурић;Ана;ana.djuric@skola.example;11;наставница;математика;1.9.2019.;;70 %;Зорић
            Ђурић;Ана;ana.djuric@skola.example;13;наставница;физика;;31.8.2024.;0,3;
            Лоша;Мира;mira@skola.example;11;;;1.9.2024.;1.9.2023.;100;
            Лоша;Нада;nada@skola.example;11;;;;;140;
            """
        let lines = try await town.imports("people", list)
        #expect(lines.last == "added 1, changed 0, unchanged 1, refused 2", "\(lines)")
        #expect(try await town.imports("people", list).last == "added 0, changed 0, unchanged 2, refused 2")
        let ana = try #require(try await town.finds { try PersonStore.person(email: "ana.djuric@skola.example", in: $0) }).id
        let all = try await town.finds { try EmploymentStore.all(of: ana, in: $0) }
        #expect(all.map(\.work) == [
            Work(job: "наставница", teaches: "математика", since: Day(iso: "2019-09-01"), share: 70),
            Work(job: "наставница", teaches: "физика", until: Day(iso: "2024-08-31"), share: 30),
        ])
        #expect(try await town.finds { try EmploymentStore.schools(of: ana, on: Zone.utc.day(of: $0.now), in: $0) }.count == 1, "only where she works today")
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        let card = try await town.milena.opens("/people/\(ana)")
        #expect(card.shows("математика") && card.shows(town.say(T.accounts.workShareOf(share: 70))) && card.shows(town.say(T.accounts.workEnded)))
        #expect(card.shows(town.say(T.accounts.formerNames)) && card.shows("Ана Зорић"))
        #expect(try await town.milena.opens("/people?q=Зорић").shows("Ђурић Ана"), "found under the name that she had")
    }

    @Test func `Ана says how much she works where, and since when; a share beyond the whole is refused and nothing typed is lost`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let (ana, school) = (town.ana, try #require(try await town.school("13")))
        try await town.does { try EmploymentStore.add(ana.id, at: school.id, job: "корепетитор", in: $0) }
        try await ana.enters()
        let work = "/me/account/schools/\(try #require(try await town.value("SELECT id FROM employment WHERE person = \(ana.id)", as: Int64.self)))"
        try await ana.opens(work)
        let wrong = try await ana.sends(work, ["teaches": "клавир", "share": "140", "since": "1.9.2020.", "until": "1.9.2019."])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.workEndsBefore)) && wrong.html.contains("клавир"))
        let done = try await ana.sends(work, ["teaches": "клавир", "share": "40", "since": "1.9.2020.", "until": ""])
        #expect(done.shows("клавир") && done.shows(town.say(T.accounts.workShareOf(share: 40))) && done.shows("корепетитор"))
        #expect(try await ana.opens("/me/account/schools/999999").status == 404)
        #expect(try await ana.opens("/me/account/data").html.contains("40 %"))
        try await town.does { try AccountStore.erase(ana.id, in: $0) }
        #expect(try await town.count("employment WHERE person = \(ana.id)") == 0)
    }

    @Test func `staff see what somebody corrected: what stood there, what stands there now, and when`() async throws {
        let town = try await Town()
        let event = try await town.seminar()
        _ = try await town.ana.applies(to: event)
        try await town.ana.enters()
        try await town.ana.opens("/me/account/contact")
        try await town.ana.sends("/me/account/contact", ["phone": "064 123 45 67"])
        let named = try await town.ana.opens("/me/account/name")
        #expect(named.shows(town.say(T.accounts.changeNameLead)))
        try await town.ana.sends("/me/account/name", ["family_name": "Јовић"])
        let card = try await town.vesna.opens("/people/\(town.ana.id)")
        #expect(card.shows("→ 064 123 45 67") && card.shows("Ана Ђорђевић → Ана Јовић"))
        #expect(try await town.goran.opens("/people/\(town.ana.id)").status == 404)
        try await town.does { try AccountStore.erase(town.ana.id, in: $0) }
        #expect(try await town.count("journal_detail WHERE changes LIKE '%Јовић%'") == 0)
    }
}

/// What staff do about it on a card, and how they hear of what people correct.
@Suite struct EmploymentDeskStories {
    private func known() async throws -> (town: Town, school: School) {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        _ = try await town.ana.applies(to: town.seminar())
        try await town.vesna.enters(withFactor: true)
        return (town, try #require(try await town.school("13")))
    }

    @Test func `Весна writes down two times at one school, the second ends, and a job that begins later is not today's`() async throws {
        let (town, school) = try await known()
        let (vesna, card) = (town.vesna, "/people/\(town.ana.id)")
        func adds(_ values: KeyValuePairs<String, String>) async throws -> Page {
            try await vesna.opens(card + "/schools")
            return try await vesna.browser.post(try #require(try vesna.browser.page.form("/schools")), values)
        }
        let wrong = try await adds(["school": school.name, "since": "1.9.2014.", "until": "1.9.2010.", "share": "130"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.workEndsBefore)))
        for (since, until) in [("1.9.2010.", "31.8.2014."), ("1.9.2020.", "")] {
            let form = try await adds(["schoolId": "\(school.id)", "since": since, "until": until, "teaches": "клавир", "share": "50"])
            #expect(form.status == 200 && form.shows(school.name), "\(form.text)")
        }
        #expect(try await adds(["schoolId": "\(school.id)", "since": "1.9.2020."]).shows(town.say(T.accounts.workStands)))
        #expect(try await town.ana.schools == [school.id])
        #expect(try await town.count("employment") == 2)
        let page = try await vesna.opens(card)
        #expect(page.shows(town.say(T.accounts.workEnded)))
        #expect(page.shows(town.say(T.accounts.workFromTo(from: .day(Day(iso: "2010-09-01")!), to: .day(Day(iso: "2014-08-31")!)))))

        let second = try #require(try await town.value("SELECT id FROM employment WHERE since = '2020-09-01'", as: Int64.self))
        try await vesna.opens("\(card)/schools/\(second)")
        try await vesna.sends("/schools/\(second)", ["until": "3.2.2026."])
        #expect(try await town.ana.schools == [], "it ended yesterday")
        #expect(try await adds(["schoolId": "\(school.id)", "since": "1.9.2026."]).shows(town.say(T.accounts.workComing)))
        #expect(try await town.ana.schools == [], "what begins in autumn is not today's")
        #expect(try await town.journal("person", town.ana.id.value).contains("accounts.employmentChanged"))

        #expect(try await town.goran.opens("\(card)/schools").status == 404)
        #expect(try await vesna.opens("/people/\(town.ruta.id)/schools").status == 404, "with whom the centre has nothing to do")
        #expect(try await vesna.opens("/people/\(town.branko.id)/schools/\(second)").status == 404)
    }

    @Test func `a day begins at midnight of the centre, not of Greenwich`() async throws {
        let (town, school) = try await known()
        try await town.does { act in
            try act.db.run("INSERT INTO employment (person, school, since) VALUES (\(town.ana.id), \(school.id), '2026-02-05')")
        }
        // 4 February, half past eleven in the evening by Greenwich: in Belgrade it is the fifth.
        town.clock.becomes(Instant(seconds: 1_770_247_800))
        try await town.vesna.enters(withFactor: true)
        let page = try await town.vesna.opens("/people/\(town.ana.id)")
        #expect(page.shows(school.name) && !page.shows(town.say(T.accounts.workComing)))
    }

    @Test func `a list speaks of the time that it names, and the same list once more changes nothing`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let list = """
            Презиме;Име;Е-пошта;Шифра установе;Предмет;Запослен од;Запослен до
            Ђурић;Ана;ana.djuric@skola.example;11;математика;1.9.2010.;31.8.2014.
            Ђурић;Ана;ana.djuric@skola.example;11;физика;1.9.2020.;
            """
        #expect(try await town.imports("people", list).last == "added 1, changed 0, unchanged 1, refused 0")
        #expect(try await town.count("employment") == 2)
        #expect(try await town.imports("people", list).last == "added 0, changed 0, unchanged 2, refused 0")
        let later = "Презиме;Име;Е-пошта;Шифра установе;Предмет\nЂурић;Ана;ana.djuric@skola.example;11;информатика\n"
        #expect(try await town.imports("people", later).last == "added 0, changed 1, unchanged 0, refused 0")
        #expect(try await town.value("SELECT teaches FROM employment WHERE until IS NULL") == "информатика", "without a day it speaks of now")
        #expect(try await town.value("SELECT teaches FROM employment WHERE until IS NOT NULL") == "математика")
    }

    @Test func `what Ана corrects stands on the staff's Данас until somebody has seen it`() async throws {
        let (town, _) = try await known()
        let today = town.say(T.accounts.correctionsToday(count: 1))
        #expect(try await !town.vesna.opens("/staff").shows(today))
        try await town.ana.enters()
        try await town.ana.opens("/me/account/contact")
        try await town.ana.sends("/me/account/contact", ["phone": "064 123 45 67"])
        try await town.ana.opens("/me/account/name")
        try await town.ana.sends("/me/account/name", ["family_name": "Јовић"])
        #expect(try await town.vesna.opens("/staff").shows(today))
        let page = try await town.vesna.opens("/people/corrections")
        #expect(page.shows("→ 064 123 45 67") && page.shows("Ана Ђорђевић → Ана Јовић") && page.shows("Јовић Ана"))
        #expect(try await town.goran.opens("/people/corrections").status == 404)
        let seen = try await town.vesna.sends("/people/corrections/\(town.ana.id)/seen")
        #expect(seen.shows(town.say(T.accounts.correctionsSeenSaid)))
        #expect(try await !town.vesna.opens("/staff").shows(today))
        #expect(try await town.count("correction") == 0)
        #expect(try await town.journal("person", town.ana.id.value).contains("accounts.correctionSeen"))
        try await town.ana.opens("/me/account/contact")
        try await town.ana.sends("/me/account/contact", ["phone": "064 123 45 67"])
        #expect(try await town.count("correction") == 0, "nothing was corrected")
        #expect(try await town.count("correction WHERE person = \(town.branko.id)") == 0)
    }

    @Test func `two who become one keep both names, and parted each has their own`() async throws {
        let (town, _) = try await known()
        let other = try await town.vesna.does { try PersonStore.add(PersonName(given: "Ана", family: "Зорић"), email: nil, verified: nil, language: .sr, in: $0) }
        try await town.does { act in
            try PersonStore.grant(Grant(.administrator), to: town.vesna.id, in: act)
        }
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/people/\(town.ana.id)/merge/\(other)")
        let card = try await town.vesna.sends("/merge/\(other)")
        #expect(card.shows(town.say(T.accounts.formerNames)) && card.shows("Ана Зорић"))
        #expect(try await town.vesna.opens("/people?q=Зорић").shows("Ђорђевић Ана"), "found under the name of the other")
        let merge = try #require(try await town.value("SELECT id FROM person_merge", as: Int64.self))
        try await town.vesna.opens("/people/\(town.ana.id)")
        try await town.vesna.sends("/merges/\(merge)/part")
        #expect(try await town.count("former_name") == 0)
        #expect(try await !town.vesna.opens("/people?q=Зорић").shows("Ђорђевић Ана"))
    }
}
