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
        #expect(try await town.finds { try EmploymentStore.schools(of: ana, in: $0) }.count == 1, "only where she works today")
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
        try await ana.opens("/me/account/schools/\(school.id)")
        let wrong = try await ana.sends("/me/account/schools/\(school.id)", ["teaches": "клавир", "share": "140", "since": "1.9.2020.", "until": "1.9.2019."])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.workEndsBefore)) && wrong.html.contains("клавир"))
        let done = try await ana.sends("/me/account/schools/\(school.id)", ["teaches": "клавир", "share": "40", "since": "1.9.2020.", "until": ""])
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
