import Centres
import Foundation
import HTTPTypes
import Imports
import Kernel
import Languages
import Sheets
import Storage
import Testing
import Town

@Suite struct ImportPageStories {
    @Test func `the page says in which order lists are imported, and what lacks; a file that waits is found again`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        let page = try await town.vesna.opens("/imports")
        let names = [T.centres.importMunicipalities, T.centres.importSchools].map { town.say($0) }
        let places = names.compactMap { page.text.range(of: $0)?.lowerBound }
        #expect(places.count == 2 && places[0] < places[1])
        #expect(page.shows(town.say(T.centres.importNeedsMunicipalities)))
        #expect(try await town.vesna.opens("/imports/new/schools").shows(town.say(T.centres.importNeedsMunicipalities)))
        try await town.imports("municipalities", Valley.municipalities)
        #expect(try await !town.vesna.opens("/imports").shows(town.say(T.centres.importNeedsMunicipalities)))
        try await town.does { act in
            for (person, file) in [(town.vesna.id, "школе.csv"), (town.goran.id, "туђе.csv")] {
                let bytes: [UInt8] = [1, 2]
                try act.db.run("INSERT INTO import_draft (kind, person, file, sealed, at) VALUES ('schools', \(person), \(file), \(bytes), \(act.now))")
            }
        }
        let list = try await town.vesna.opens("/imports")
        #expect(list.shows("школе.csv") && !list.shows("туђе.csv"))
        let draft = try #require(try await town.value("SELECT id FROM import_draft WHERE file = 'школе.csv'", as: Int64.self))
        #expect(list.link("школе.csv") == "/sr/imports/drafts/\(draft)")
        try await town.vesna.sends("/imports/drafts/\(draft)/drop")
        #expect(try await !town.vesna.opens("/imports").shows("школе.csv"))
    }

    @Test func `Весна looks at a list before it is written, writes it, and takes it back`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let preview = try await vesna.uploads("schools", file: "škole.csv", Valley.schools)
        #expect(preview.status == 200 && preview.path.contains("/imports/drafts/"))
        #expect(preview.shows("ОШ \"Вук Караџић\"") && preview.shows(town.say(T.imports.apply(count: 3))))
        #expect(preview.shows(town.say(T.centres.heldByOther(municipality: "Долина", centre: "Центар Долина"))), "another centre's school is not hers to bring")
        #expect(preview.shows(town.say(T.centres.mixedAlphabet(word: "Mузичка"))))
        #expect(preview.shows("eighth_grade_pupils"), "columns that are not used are named")
        #expect(try await town.count("school") == 0, "a preview writes nothing")

        let done = try await vesna.agrees(to: preview)
        #expect(done.shows(town.say(T.imports.done)))
        #expect(try await town.count("school") == 3)
        #expect(try await town.count("import_draft") == 0)
        let again = try await vesna.agrees(to: preview)
        #expect(again.path == done.path, "the same form again gets the first answer")
        #expect(try await town.count("import WHERE kind = 'schools'") == 1)

        #expect(try await vesna.sends("/undo").shows(town.say(T.imports.undoWhole)))
        #expect(try await town.count("school") == 3, "a look at what an undo would leave changes nothing")
        try await vesna.sends("/undo")
        #expect(try await town.count("school") == 0)
        #expect(try await town.count("search_word WHERE kind = 'school'") == 0)
        #expect(try vesna.browser.page.form("/undo") == nil)
        #expect(try await town.journal("import", 2) == ["imports.imported", "imports.undone"])
    }

    @Test func `a book with a list on each of several sheets leads from one to the next, past what is no list`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna), book = try SheetWriter()
        for (tab, number, name) in [("2024", 71, "Основна школа „Прва“"), ("2025", 72, "Основна школа „Друга“")] {
            try book.begin(tab, columns: ["Шифра", "Назив", "Општина"])
            try book.add([.number(Decimal(number)), .text(name), "Бистрик"])
            if tab == "2024" {
                try book.begin("Упутство", columns: ["Како се пише"])
                try book.add(["Један ред за сваку школу"])
            }
        }
        let first = try await vesna.uploads("schools", file: "skole.xlsx", try book.finish())
        let second = try await vesna.agrees(to: first)
        #expect(second.shows(town.say(T.imports.doneNext(tab: "2024", next: "2025"))) && second.shows("Основна школа „Друга“"))
        #expect(try await town.count("school") == 1 && second.path == first.path)
        #expect(try await vesna.agrees(to: second).shows(town.say(T.imports.done)))
        #expect(try await town.count("school") == 2)
        #expect(try await town.count("import_draft") == 0)
        #expect(try await town.count("import WHERE kind = 'schools'") == 2, "each is taken back by itself")
    }

    @Test(arguments: ["utf-8", "windows-1250", "utf-16", "xlsx"])
    func `a list in any usual writing is read alike`(writing: String) async throws {
        let valley = try await Valley()
        let text = "Šifra;Naziv;Opština\r\n71;Osnovna škola „Đura Jakšić“;Bistrik\r\n"
        let bytes: [UInt8] = switch writing {
        case "windows-1250": Array(try #require(text.data(using: .windowsCP1250)))
        case "utf-16": [0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian)))
        case "xlsx": try Sheet("Škole", columns: ["Šifra", "Naziv", "Opština"], rows: [[.number(71), "Osnovna škola „Đura Jakšić“", "Bistrik"]]).xlsx()
        default: Array(text.utf8)
        }
        let preview = try await valley.town.vesna.uploads("schools", file: "lista", bytes)
        #expect(preview.shows("Osnovna škola „Đura Jakšić“"))
        try await valley.town.vesna.agrees(to: preview)
        #expect(try await valley.town.school("71")?.municipality == "Бистрик")
    }

    @Test func `a file that cannot be read is refused on the same page`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let refused: [([UInt8], Phrase)] = [
            ([], T.imports.fileEmpty), (Array("\n\n".utf8), T.imports.fileEmpty), (Array("šifra,naziv\n".utf8), T.imports.fileWithoutRows),
            (Array("PK\u{3}\u{4} broken".utf8), T.imports.fileDamaged), ([0xD0, 0xCF, 0x11, 0xE0, 1, 2], T.imports.fileDamaged),
            (Array("šifra,naziv\n1,\"a\n".utf8), T.imports.fileQuote(line: 2)), (Array("šifra,naziv\n1,a,b\n".utf8), T.imports.fileRagged(line: 2, cells: 3, header: 2)),
            (Array("\u{FEFF}<html><body><table border=\"1\"><tr><th>Назив</th></tr></table></body></html>".utf8), T.imports.fileWebPage),
            (Array("%PDF-1.7\n".utf8), T.imports.fileUnknown), (Array("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8),
                T.imports.fileSpreadsheetXML),
        ]
        for (bytes, reason) in refused {
            let page = try await vesna.uploads("schools", bytes)
            #expect(page.status == 422)
            #expect(page.shows(town.say(reason)), "\(town.say(reason))")
        }
        try await vesna.opens("/imports/new/schools")
        #expect(try await vesna.sends("/imports/new/schools").shows(town.say(T.common.fileNotChosen)))
        #expect(try await town.count("import_draft") == 0)
    }

    @Test func `undo leaves what is in use or was changed since, and says which`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        let done = try await town.milena.agrees(to: town.milena.uploads("schools", Valley.schools))
        let (used, edited) = (try #require(try await town.school("11")), try #require(try await town.school("12")))
        try await town.ana.works(at: used.id)
        try await vesna.does { act in
            var details = edited.details
            details.phone = "025 1"
            try SchoolStore.edit(edited.id, to: details, in: act)
        }
        try await town.milena.opens(done.path)
        try await town.milena.sends("/undo")
        let page = try await town.milena.sends("/undo")
        #expect(page.shows(town.say(T.imports.keptUsed)) && page.shows(town.say(T.imports.keptChanged)) && page.shows(town.say(T.imports.kept)))
        #expect(try await vesna.opens(done.path).status == 404, "an administrator's import is not a centre's to take back")
        #expect(try await town.count("school") == 2)
        #expect(try await town.school("11") != nil)
        #expect(try await town.school("12")?.details.phone == "025 1")
        #expect(try await town.finds { try SchoolStore.search(words: "vuk karadzic", in: $0) }.count == 2, "what stays is still found")
    }

    @Test func `undo puts changed values back`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        try await town.imports("schools", Valley.schools)
        let preview = try await vesna.uploads("schools", "id,naziv,mesto\n11,Нови назив,Бистрик\n")
        #expect(preview.html.contains("<del>ОШ &quot;Вук Караџић&quot;</del>") || preview.html.contains("<del>ОШ \"Вук Караџић\"</del>"))
        try await vesna.agrees(to: preview)
        #expect(try await town.school("11")?.name == "Нови назив")
        try await vesna.sends("/undo")
        try await vesna.sends("/undo")
        #expect(try await town.school("11")?.name == "ОШ \"Вук Караџић\"")

        let undone = try vesna.browser.page.path
        try await vesna.opens("/settings/halls/new")
        let token = try #require(try vesna.browser.page.form("/settings/halls/new")?.fields.first { $0.name == "act" }?.value)
        let again = try await vesna.browser.post(Page.Form(action: undone + "/undo", fields: [("act", token), ("sure", "yes")]))
        #expect(again.status == 409 && again.shows(town.say(T.imports.undoneBefore)))
    }

    @Test func `what is done is what was looked at`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        try await town.imports("schools", Valley.schools)
        let preview = try await vesna.uploads("schools", "id,naziv\n11,Нови назив\n")
        try await town.imports("schools", "id,naziv\n11,Трећи назив\n")
        let page = try await vesna.agrees(to: preview)
        #expect(page.status == 409 && page.shows(town.say(T.imports.moved)) && page.shows("Трећи назив"))
        #expect(try await town.school("11")?.name == "Трећи назив")
        try await vesna.agrees(to: page)
        #expect(try await town.school("11")?.name == "Нови назив")
    }

    @Test func `a draft is its owner's alone, and is forgotten after a day`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let preview = try await vesna.uploads("schools", Valley.schools)
        #expect(try await valley.goran.opens(preview.path).status == 404)
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        #expect(try await town.milena.opens(preview.path).status == 404)
        town.clock.passes(hours: 25)
        try await vesna.enters(withFactor: true)
        #expect(try await vesna.opens(preview.path).status == 404)
    }

    @Test func `municipalities are added by any centre; those of another centre are changed by that one`() async throws {
        let valley = try await Valley()
        let vesna = valley.town.vesna
        let list = """
            municipality_id,municipality,district,country
            2,Горња Река,Нови округ,RS
            3,Долина,Нови округ,RS
            4,Самоград,Нови округ,RS
            5,Ново Место,Нови округ,RS
            """
        let preview = try await vesna.uploads("municipalities", list)
        #expect(preview.shows("Центар Долина"))
        try await vesna.agrees(to: preview)
        #expect(try await valley.town.count("municipality WHERE district = 'Нови округ'") == 3)
        #expect(try await valley.town.count("municipality WHERE name = 'Долина' AND district = 'Нови округ'") == 0)
    }

    @Test func `imports are seen by the centre that did them`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let done = try await vesna.agrees(to: vesna.uploads("schools", file: "naša.csv", Valley.schools))
        #expect(try await vesna.opens("/imports").shows("naša.csv"))
        #expect(try await !valley.goran.opens("/imports").shows("naša.csv"))
        #expect(try await valley.goran.opens(done.path).status == 404)
        #expect(try await vesna.opens("/imports/new/cats").status == 404)
        #expect(try await vesna.opens("/imports/1").status == 404, "what the command line did is the administrator's")
        #expect(try await town.ana.opens("/imports").status == 404)
        #expect(try await town.stranger.opens("/imports").path.contains("/sign-in"))
    }
}
