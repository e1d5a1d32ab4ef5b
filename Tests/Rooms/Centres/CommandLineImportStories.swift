import Centres
import Foundation
import Imports
import Kernel
import Site
import Storage
import Testing
import Town

@Suite struct CommandLineImportStories {
    @Test func `schools need their municipalities first, and are told so`() async throws {
        let town = try await Town()
        let lines = try await town.imports("schools", Valley.schools)
        #expect(lines.last == "added 0, changed 0, unchanged 0, refused 4")
        #expect(lines.first?.hasPrefix("line 2: ") == true && lines.first?.contains("Import municipalities first") == true)
        #expect(try await town.count("import") == 0)
    }

    @Test func `a municipality whose number and name disagree is refused, not guessed`() async throws {
        let town = try await Valley().town
        let lines = try await town.imports("schools", "id,naziv,municipality_id,opština\n1,Добра,1,Бистрик\n2,Помешана,1,Долина\n3,Само број,3,\n")
        #expect(lines.last == "added 2, changed 0, unchanged 0, refused 1")
        #expect(lines.contains { $0.hasPrefix("line 3: ") && $0.contains("Bistrik") && $0.contains("“Долина”") }, "what the file says stands as it was written")
    }

    @Test func `the same file again changes nothing, a new one changes what it names`() async throws {
        let town = try await Valley().town
        #expect(try await town.imports("municipalities", Valley.municipalities).last == "added 0, changed 0, unchanged 4, refused 0")
        #expect(try await town.imports("schools", Valley.schools, isTrial: true).last == "added 4, changed 0, unchanged 0, refused 0")
        #expect(try await town.count("school") == 0)
        let lines = try await town.imports("schools", Valley.schools)
        #expect(lines.last == "added 4, changed 0, unchanged 0, refused 0")
        #expect(lines.contains { $0.contains("line 4") && $0.contains("Mузичка") })
        #expect(try await town.imports("schools", Valley.schools).last == "added 0, changed 0, unchanged 4, refused 0")
        #expect(try await town.count("import WHERE kind = 'schools'") == 1)
        #expect(try await town.count("journal WHERE deed = 'imports.imported'") == 2)

        let moved = "Šifra;Назив;Adresa\n11;ОШ \"Вук Караџић\";Нова 9\n12;ОШ \"Вук Караџић\";\n"
        #expect(try await town.imports("schools", moved).last == "added 0, changed 1, unchanged 1, refused 0")
        let school = try #require(try await town.school("11"))
        #expect(school.details.address == "Нова 9" && school.details.email == "vuk@example.com", "columns that the file lacks stay")
        #expect(try await town.school("12")?.details.address == "Речна 2", "an empty cell takes nothing away")
    }

    @Test func `what people corrected by hand is not guessed away by the next list`() async throws {
        let valley = try await Valley()
        try await valley.town.imports("schools", Valley.schools)
        let school = try #require(try await valley.town.school("11"))
        try await valley.town.vesna.does { act in
            var details = school.details
            details.kind = .special
            details.pib = "101134702"
            try SchoolStore.edit(school.id, to: details, in: act)
        }
        #expect(try await valley.town.imports("schools", Valley.schools).last == "added 0, changed 0, unchanged 4, refused 0")
        #expect(try await valley.town.school("11")?.kind == .special)
    }

    @Test func `a line is refused with all its reasons, the others go in`() async throws {
        let town = try await Valley().town
        let lines = try await town.imports("schools", """
            id;naziv;opština;pib;jbkjs;matični broj;e-pošta;vrsta
            1;Добра;Бистрик;101134702;12345;17162543;a@b.example;гимназија и по
            2;Добра;Бистрик;101134702;12345;17162543;a@b.example;Музичка или балетска школа
            3;Лоша;Бистрик;101134703;1234;;није адреса;
            2;Двапут;Бистрик;;;;;
            ;Безимена;Бистрик;;;;;
            4;;Бистрик;;;;;
            5;Сумњива;Бистрик;;;17162544;;
            6;Нигде;Нигде;;;;;
            """)
        #expect(lines.last == "added 3, changed 0, unchanged 0, refused 5")
        func reasons(_ line: Int) -> Int { lines.count { $0.hasPrefix("line \(line): ") && $0.contains("refused") } }
        #expect([2, 3, 4, 5, 6, 7, 8, 9].map(reasons) == [0, 0, 3, 1, 1, 1, 0, 1])
        #expect(lines.contains { $0.hasPrefix("line 2: ") && $0.contains("гимназија и по") }, "a kind that is not quite known is told")
        #expect(lines.contains { $0.hasPrefix("line 8: ") && $0.contains("look at") })
        #expect(try await town.school("2")?.kind == .music)
        #expect(try await town.school("5")?.details.companyNumber == "17162544")
    }

    @Test(arguments: ["", "  \n\n", "naziv,opština\n", "school_id,name\n", "school_id,name,naziv\n1,a,b\n", "PK\u{3}\u{4}…"])
    func `a file that cannot be read is refused with the reason`(text: String) async throws {
        let town = try await Town()
        await #expect(throws: Problem.self) { try await town.imports("schools", text) }
        await #expect(throws: Problem.self) { try await town.imports("cats", Valley.schools) }
    }

    @Test func `Lithuanian municipalities have names alone, and two countries may share numbers`() async throws {
        let town = try await Valley().town
        let municipalities = "savivaldybė,platuma,ilguma\nAkmenė,\"56,3167\",22.9\nŠiauliai,55.9333,23.3167\nBe vietos,,\nKlaida,95,12\n"
        #expect(try await town.imports("municipalities", municipalities).last == "added 2, changed 0, unchanged 0, refused 2")
        #expect(try await town.imports("municipalities", "id,name,country\n1,Vilnius,LT\n").last == "added 1, changed 0, unchanged 0, refused 0")
        let schools = "id,school,municipality_id,municipality\n91,Vilniaus gimnazija,1,Vilnius\n92,Akmenės gimnazija,,Akmene\n"
        #expect(try await town.imports("schools", schools).last == "added 2, changed 0, unchanged 0, refused 0")
        let names = try await town.finds { act in
            try MunicipalityStore.near(Coordinates(latitude: 56, longitude: 23)!, within: 60, in: act).map(\.municipality.name)
        }
        #expect(names == ["Šiauliai", "Akmenė"])
        #expect(try await town.school("91")?.municipality == "Vilnius")
    }

    @Test(.timeLimit(.minutes(20))) func `a country's schools go in as one act and are found`() async throws {
        let town = try await Valley().town
        let rows = (1...1_332).map { "\($0),\"ОШ \"\"Школа број \($0)\"\"\",Бистрик,Улица \($0),\(1 + $0 % 4),skola\($0)@example.com,http://www.skola\($0).example" }
        let last = try await town.imports("schools", "school_id,name,place,address,municipality_id,email,website\n" + rows.joined(separator: "\n")).last
        #expect(last == "added 1332, changed 0, unchanged 0, refused 0")
        let found = try await town.finds { try SchoolStore.search(words: "skola 1331", in: $0) }
        #expect(found.map(\.key.number) == ["1331"])
    }
}
