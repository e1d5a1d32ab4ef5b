import Accounts
import Kernel
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
}
