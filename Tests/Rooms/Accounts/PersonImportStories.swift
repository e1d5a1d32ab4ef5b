import Accounts
import Imports
import Kernel
import Languages
import Storage
import Testing
import Town

@Suite struct PersonImportStories {
    @Test func `people come from a list; what they said of themselves stays, and where they work is added`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let list = """
            Презиме;Име;Електронска адреса;Установа;Посао;Језик
            Ћурлић;Урош;uros@example.com;Mузичка школа Ђорђе Љубић;наставник клавира;srpski
            Друга;Ана;ANA@bistrik.example;Mузичка школа Ђорђе Љубић;корепетитор;
            Безадресна;Нада;;;;
            Двојака;Рада;rada@example.com;Вук Караџић;;
            """
        #expect(try await town.imports("people", list, isTrial: true).last == "added 1, changed 1, unchanged 0, refused 2")
        #expect(try await town.imports("people", list).last == "added 1, changed 1, unchanged 0, refused 2")
        #expect(try await town.imports("people", list).last == "added 0, changed 0, unchanged 2, refused 2")
        let ana = try await town.ana.person
        #expect(ana.name.full == "Ана Ђорђевић" && ana.verified != nil)
        #expect(try await town.count("employment") == 2)
        #expect(try await town.count("person WHERE email = 'uros@example.com' AND verified IS NULL AND NOT newcomer") == 1)
    }

    @Test func `whoever has got a role since stays when the list is taken back, and the undo says so before and after`() async throws {
        let valley = try await Valley()
        let (town, milena) = (valley.town, valley.town.milena)
        try await milena.becomes(.administrator)
        try await milena.enters(withFactor: true)
        let list = "Презиме;Име;Електронска адреса\nЋурлић;Урош;uros@example.com\nДруга;Нада;nada@example.com\n"
        let done = try await milena.agrees(to: milena.uploads("people", list))
        let uros = try #require(try await town.finds { try PersonStore.person(email: "uros@example.com", in: $0) }).id
        try await town.does { try PersonStore.grant(Grant(.coordinator, centre: town.centre), to: uros, in: $0) }
        try await milena.opens(done.path)
        let before = try await milena.sends("/undo")
        #expect(before.shows(town.say(T.imports.undoKeeps(count: 1))) && before.shows("Ћурлић Урош") && before.shows(town.say(T.imports.keptUsed)))
        #expect(try await town.count("person WHERE email = 'nada@example.com'") == 1, "nothing is done yet")
        let after = try await milena.sends("/undo")
        #expect(after.shows(town.say(T.imports.keptUsed)) && after.shows(town.say(T.imports.kept)))
        #expect(try await town.count("person WHERE email = 'nada@example.com'") == 0)
        #expect(try await town.finds { try PersonStore.actor(uros, in: $0) }?.coordinates(town.centre) == true)
    }
}
