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

    /// What lists of real offices bring: each line is taken as it was meant, refused with the reason, or doubted aloud; nothing is kept silently wrong.
    @Test func `a list is read as people write it`() async throws {
        let town = try await Town()
        let list = """
            Prezime;Ime;E-mail;Telefon
            Prva;Plus;ana+obuke@skola.example;+381 64 100-0003
            Druga;Velika;\u{20}ANA.DRUGA@Skola.Example\u{200B};0641000004
            Treca;Smer;\u{202A}treca@skola.example\u{202C};641000002
            Cetvrta;Telefon;cetvrta@skola.example;3,81641E+11
            Peta;Tacke;peta..s@skola.example;
            Sesta;Cirilica;\u{430}na@skola.example;
            Sedma;Srb;info@центар.срб;
            Osma;Dve;osma@skola.example, druga@skola.example;
            Deveta;Dva;deveta@skola.example;064 100 0005, 063 200 0005
            C\u{30C}olić;Ana;nfd0@skola.example;
            Colić;Ana;nfd2@skola.example;
            ǆepina;ǈubica;digraf@skola.example;
            Pеtrović;Jovаnа;mesano@skola.example;
            Лична\u{F0E8};Знак;znak@skola.example;
            Мадона;-;madona@skola.example;
            """
        let lines = try await town.imports("people", list)
        func says(_ line: Int, _ words: String) -> Bool { lines.contains { $0.hasPrefix("line \(line):") && $0.contains(words) } }
        #expect(says(4, "as 0641000002") && says(5, "refused: Telephone"))
        #expect(says(6, "two together") && says(7, "cannot have “\u{430}”") && says(9, "refused"))
        #expect(says(10, "we take the first, 064 100 0005"))
        #expect(says(14, "look at: ") && says(15, "cannot be read"))
        #expect(lines.last == "added 10, changed 0, unchanged 0, refused 5")
        #expect(try await town.count("other_address") == 0, "a comma parts nothing")
        for kept in ["ana.druga@skola.example", "treca@skola.example", "info@xn--80ajyniv.xn--90a3ac"] {
            #expect(try await town.count("person WHERE email = \(kept)") == 1)
        }
        let names = try await town.finds { act in
            try act.db.rows("SELECT given_name, family_name FROM person WHERE verified IS NULL ORDER BY key_abeceda").map {
                PersonName(given: try $0["given_name"], family: try $0["family_name"]).listed
            }
        }
        #expect(names.filter { $0.contains("olić") }.map { Array($0.utf8) } == ["Colić Ana", "Čolić Ana"].map { Array($0.utf8) })
        #expect(names.contains("džepina Ljubica") && names.contains("Мадона"))
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
