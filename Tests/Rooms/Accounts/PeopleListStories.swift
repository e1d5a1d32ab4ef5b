import Accounts
import Foundation
import Imports
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

/// Lists of people as offices and forms write them: each is read as it was meant, refused with the reason, or doubted aloud.
@Suite struct PeopleListStories {
    private func tells(_ lines: [String], _ line: Int, _ words: String) -> Bool { lines.contains { $0.hasPrefix("line \(line):") && $0.contains(words) } }

    private func names(_ town: Town) async throws -> [String] {
        try await town.finds { act in
            try act.db.rows("SELECT given_name, family_name FROM person WHERE verified IS NULL AND email LIKE '%skola.example' ORDER BY id").map {
                PersonName(given: try $0["given_name"], family: try $0["family_name"]).listed
            }
        }
    }

    /// Titles in merged cells, an empty row, heads, a school merged over three rows, a look-up that found nothing, a hidden row, a sum.
    @Test func `a workbook with a title above and a sum below`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let (text, number, error) = (RawBook.text, RawBook.number, RawBook.error)
        let heads = zip("ABCDEF", ["Р.бр.", "Презиме", "Име", "Е-пошта", "Установа", "Телефон"]).map { text("\($0)4", $1) }.joined()
        func row(_ place: Int, _ family: String, _ given: String, _ email: String, _ rest: String, _ attributes: String = "") -> String {
            "<row r=\"\(place)\" \(attributes)>" + number("A\(place)", "\(place - 4)") + text("B\(place)", family) + text("C\(place)", given) + text("D\(place)",
            email) + rest + "</row>"
        }
        let book = RawBook([
            "<row r=\"1\">\(text("A1", "СПИСАК УЧЕСНИКА ОБУКЕ „Дрвене кутије“"))</row>", "<row r=\"2\">\(text("A2", "Бистрик, 24–25. октобар 2026."))</row>",
            "<row r=\"3\"></row>",
            "<row r=\"4\">\(heads)</row>",
            row(5, "Ћурлић", "Урош", "uros@skola.example", text("E5", "Mузичка школа Ђорђе Љубић") + number("F5", "641000001")),
            row(6, "Живанић", "Часлав", "caslav@skola.example", number("F6", "3.81641000002E11")),
            row(7, "Шумић", "Ћана", "cana@skola.example", error("F7", "#N/A")),
            row(8, "Жутић", "Ђина", "djina@skola.example", error("E8", "#REF!") + text("F8", "064/100-0004"), "hidden=\"1\""),
            "<row r=\"9\">\(text("F9", "УКУПНО: 4"))</row>",
        ].joined(), after: "<mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A2:F2\"/><mergeCell ref=\"E5:E7\"/></mergeCells>")
        let lines = try await town.imports("people", book.bytes())
        #expect(lines.last == "added 4, changed 0, unchanged 0, refused 0", "\(lines)")
        #expect(try await names(town) == ["Ћурлић Урош", "Живанић Часлав", "Шумић Ћана", "Жутић Ђина"])
        #expect(lines.contains { $0.contains("line 4") && $0.contains("above") } && lines.contains { $0.contains("УКУПНО: 4") && $0.contains("sum") })
        #expect(tells(lines, 8, "hidden") && tells(lines, 7, "#N/A") && tells(lines, 5, "0641000001") && tells(lines, 6, "+381641000002"))
        #expect(try await town.count("employment e JOIN person p ON p.id = e.person WHERE p.email LIKE '%skola.example'") == 3, "the merged school is that of all three")
        #expect(try await town.count("person WHERE phone = '#N/A' OR phone = '641000001'") == 0)
    }

    @Test func `the answers to a form, whole names in one column, one answer given twice`() async throws {
        let valley = try await Valley()
        let (town, milena) = (valley.town, valley.town.milena)
        try await town.imports("schools", Valley.schools)
        try await milena.becomes(.administrator)
        try await milena.enters(withFactor: true)
        let answers = """
            "Временска ознака","Имејл адреса","Име и презиме","Установа у којој радите","Радно место","Број телефона","Напомена (нпр. исхрана)"
            "2026/09/01 8:05:11 ПРЕ ПОДНЕ GMT+2","Uros@Skola.Example ","Урош Ћурлић","ОШ „Његош“, Долина","наставник математике","0641000001","Прва реченица.
            Друга реченица; са тачком и зарезом"
            "2026/09/01 8:07:40 ПРЕ ПОДНЕ GMT+2","uros@skola.example","Урош Ћурлић","ОШ „Његош“, Долина","наставник математике","+381 64 1000001",""
            "2026/09/01 1:15:00 ПО ПОДНЕ GMT+2","ljiljana@skola.example","др Љиљана Росић Џунић, проф.","Гимназија","","=1+1","@sum"
            "2026/09/01 1:16:00 ПО ПОДНЕ GMT+2","vera@skola.example
            vera.druga@skola.example","Вера Јовић-Илић","","","",""
            """
        let page = try await milena.uploads("people", file: "odgovori.csv", answers)
        #expect(page.path.hasSuffix("/columns"), "names in one column are always shown first")
        let form = try #require(page.form("/columns"))
        #expect(form.fields.filter { $0.name.hasPrefix("column-") }.map(\.value) == ["", "email", "name", "school", "job", "phone", ""])
        #expect(page.shows("Росић Џунић") && page.shows(town.say(T.accounts.importNameApart(words: "др, проф."))))
        let preview = try await milena.browser.post(form, ["column-5": ""])
        #expect(preview.shows(town.say(T.imports.apply(count: 3))))
        #expect(preview.shows(town.say(T.imports.rowSame(line: .number(2)))), "one person, whatever the capitals of the address")
        #expect(preview.shows(town.say(T.accounts.importSecondAddress(address: "vera.druga@skola.example"))))
        #expect(preview.shows(town.say(T.accounts.importSchoolUnknown(school: "Гимназија"))))
        try await milena.agrees(to: preview)
        #expect(try await names(town) == ["Ћурлић Урош", "Росић Џунић Љиљана", "Јовић-Илић Вера"])
        let lines = try await town.imports("people", answers)
        #expect(tells(lines, 5, "refused"), "=1+1 is no telephone: \(lines)")
    }

    /// What stands below and beside the rows of real lists, in words of many offices.
    @Test func `sums, remarks below and heads of two lines are no people`() async throws {
        let town = try await Town()
        func list(_ end: String, _ number: Int) -> String {
            "Р. бр.;\"Презиме\nзапосленог\";\"Име\nзапосленог\";\"Е-пошта\n(службена)\";Телефон\n"
                + "1.;Ђурић;Ана;a\(number)@skola.example;'06410000\(10 + number)\n2.;Зорић;Вера;<v\(number)@skola.example>;\n\(end)\n"
        }
        for (number, end) in [
            ";Укупно: 2;;;", "Укупно;;;;2", ";;СВЕГА;2;", ";Укупан број: 2;;;", "Σ;;;2;", ";Iš viso:;;;2", ";Број запослених: 2;;;",
            "Датум: 1.9.2025.;;;;", ";;;Директор: Петар Перић;",
        ].enumerated() {
            let lines = try await town.imports("people", list(end, number))
            #expect(lines.last == "added 2, changed 0, unchanged 0, refused 0", "\(end): \(lines)")
            #expect(lines.contains { $0.contains("is a sum") || $0.contains("is a remark") }, "\(end): \(lines)")
        }
        #expect(try await town.count("person WHERE family_name = 'Ђурић' AND given_name = 'Ана' AND phone LIKE '06410000%'") == 9)
        let row = try await town.imports("people", list("3.;Укупно;Нада;n@skola.example;", 20))
        #expect(row.last == "added 3, changed 0, unchanged 0, refused 0", "somebody may be called so: \(row)")
        #expect(try await town.imports("people", list("3.;Само;;;", 21)).last == "added 2, changed 0, unchanged 0, refused 1", "a row with a hole is no remark")
    }

    @Test func `of an old workbook it is said that its hidden rows cannot be told`() async throws {
        let town = try await Town()
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        let (milena, list) = (town.milena.id, "Prezime;Ime;E-mail\nĐurđić;Željana;zeljana@skola.example\n")
        let sealed = try ImportDraftStore.seal(Array(list.utf8), with: town.app.installation.seal)
        for (isOld, file) in [(true, "stara.xls"), (false, "nova.xlsx")] {
            let draft = try await town.app.records.write(by: Actor(person: milena, name: "")) {
                try ImportDraftStore.keep(sealed, ImportKind("people"), file: file, isOld: isOld, in: $0)
            }
            #expect(try await town.milena.opens("/imports/drafts/\(draft)").shows(town.say(T.imports.noteOldHidden)) == isOld)
        }
    }

    @Test func `telephones that a spreadsheet took for numbers are never kept as it left them`() async throws {
        let town = try await Town()
        let list = "Prezime;Ime;E-mail;Telefon\r\nĐurđić;Željana;zeljana@skola.example;3,81641E+11\r\nĆiril;Časlav;caslav@skola.example;641000002\r\n"
            + "Šarević;Ćana;cana@skola.example;+381 64 100-0003\r\nŽužić;Đina;djina@skola.example;381641000004\r\nŽutić;Ana;ana@skola.example;12\r\n"
        let lines = try await town.imports("people", Array(try #require(list.data(using: .windowsCP1250))))
        #expect(tells(lines, 2, "refused") && tells(lines, 3, "0641000002") && tells(lines, 5, "+381641000004") && tells(lines, 6, "look at"))
        #expect(try await names(town) == ["Ćiril Časlav", "Šarević Ćana", "Žužić Đina", "Žutić Ana"])
        #expect(try await town.count("person WHERE phone LIKE '%E+11' OR phone = '641000002' OR phone = '381641000004'") == 0)
    }

    @Test func `letters of old code pages are said to be old, or refused, and never others in silence`() async throws {
        let town = try await Town()
        // Đorđević in the code of DOS; \or|evi} in that of seven bits; one old byte in a new file; a file that was read twice.
        let dos: [UInt8] = Array("Prezime;Ime;E-mail\r\n".utf8) + [0xD1] + Array("ur".utf8) + [0xD0] + Array("i".utf8) + [0x86] + Array(";".utf8) + [0xA6]
            + Array("eljana;zeljana@skola.example\r\n".utf8) + [0xE6, 0x75, 0x9F, 0x69, 0x86] + Array(";".utf8) + [0xAC] + Array("aslav;caslav@skola.example\r\n".utf8)
        let old = try await town.imports("people", dos)
        #expect(old.contains { $0.contains("old code of letters") && $0.contains("DOS 852") } && old.last == "added 2, changed 0, unchanged 0, refused 0")
        #expect(try await names(town) == ["Đurđić Željana", "Šučić Časlav"])
        let seven = try await town.imports("people", "Prezime;Ime;E-mail\r\n\\ur|i};Ana;a@skola.example\r\n[arevi};Vera;b@skola.example\r\nKraus;Ivo;c@skola.example\r\n")
        #expect(seven.last == "added 1, changed 0, unchanged 0, refused 2" && tells(seven, 2, "Đurđić"))
        let byte = try await town.imports(
            "people", Array("Презиме;Име;Е-пошта\r\nЂурић;Ана;d@skola.example\r\nŽ".utf8) + [0x9A] + Array("ić;Вера;e@skola.example\r\n".utf8))
        #expect(byte.last == "added 1, changed 0, unchanged 0, refused 1" && tells(byte, 3, "refused"))
        let twice = try await town.imports("people", "Prezime;Ime;E-mail\r\nÄ\u{90}urÄ‘iÄ‡;Ana;f@skola.example\r\nMuzi?ar;Ana;g@skola.example\r\n")
        #expect(tells(twice, 2, "refused") && tells(twice, 3, "Muzi?ar"), "\(twice)")
    }

    @Test func `numbers that became days, nothing in many words, and mixed alphabets`() async throws {
        let town = try await Town()
        let book = RawBook("<row r=\"1\">" + zip("ABCD", ["Презиме", "Име", "Е-пошта", "Телефон"]).map { RawBook.text("\($0)1", $1) }.joined() + "</row>"
            + "<row r=\"2\">\(RawBook.text("A2", "Ђурић"))\(RawBook.text("B2", "Ана"))\(RawBook.text("C2", "a@skola.example"))"
            + "<c r=\"D2\" t=\"d\"><v>2026-05-12</v></c></row>")
        let lines = try await town.imports("people", book.bytes())
        #expect(tells(lines, 2, "2026-05-12") && lines.last == "added 0, changed 0, unchanged 0, refused 1")
        let list = "Презиме;Име;Е-пошта;Телефон\nPеtrović;Јована;b@skola.example;нема\nЂурић;Нада;c@skola.example;/\n"
            + "Жунић;Вера;d@skola.example;NULL\nЈонић;Мира;e@skola.example;#N/A\n"
        let others = try await town.imports("people", list)
        #expect(others.last == "added 4, changed 0, unchanged 0, refused 0" && tells(others, 2, "Pеtrović") && tells(others, 5, "#N/A"))
        #expect(try await town.count("person WHERE email LIKE '%skola.example' AND phone <> ''") == 0)
    }

    @Test func `addresses as people write them`() async throws {
        let town = try await Town()
        let rows = [
            ("ana+obuke@skola.example", "taken"), ("ANA.DRUGA@Skola.Example", "taken"), (" treca@skola.example\u{A0}", "taken"),
            ("cetvrta@skola.example\u{200B}", "taken"),
            ("\u{202A}peta@skola.example\u{202C}", "taken"), ("sesta..s@skola.example", "refused"), ("sedma.@skola.example", "refused"),
            ("osma@bela_skola.example", "refused"),
            ("deveta@skola,example", "refused"), ("\u{430}na@skola.example", "refused"), ("info@центар.срб", "taken"),
            ("dvanaesta@skola.example, druga@skola.example", "refused"),
            ("dvanaesta@skola.example; druga@skola.example", "taken"), (String(repeating: "a", count: 70) + "@skola.example", "refused"),
            ("petnaesta@192.0.2.1", "refused"),
        ]
        let listed = rows.enumerated().map { "Prvi,Broj\($0.offset),\"\($0.element.0)\"" }.joined(separator: "\n")
        let lines = try await town.imports("people", "Prezime,Ime,E-mail\n" + listed)
        for (place, row) in rows.enumerated() { #expect(tells(lines, place + 2, "refused") == (row.1 == "refused"), "\(row.0)") }
        #expect(tells(lines, 14, "druga@skola.example"), "the second address is told")
    }
}
