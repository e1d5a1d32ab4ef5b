import Centres
import Foundation
import Imports
import Kernel
import Languages
import Sheets
import Storage
import Testing
import Town

/// Lists with heads of their own: the page proposes, somebody says it otherwise, and it is remembered.
@Suite struct MappingStories {
    private let list = """
        Списак школа за сајт;;;;
        ;;;;
        Рб;Шифра у регистру;Како се зове установа;Где је (општина);Веза
        1;71;ОШ „Бела школа“;Бистрик;www.bela.example
        2;72;ОШ „Плава школа“;Бистрик;www.plava.example
        ;;УКУПНО: 2;;
        """

    @Test func `what is not certain is shown with its reason, said otherwise, and remembered`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let page = try await vesna.uploads("schools", file: "sajt.csv", list)
        #expect(page.status == 200 && page.path.hasSuffix("/columns"))
        #expect(page.shows(town.say(T.imports.reasonHolds(word: "ustanova"))) && page.shows("ОШ „Бела школа“"))
        #expect(page.shows(town.say(T.imports.noteHeader(line: .number(3)))) && page.shows(town.say(T.imports.noteSum(line: .number(6), word: "УКУПНО: 2"))))
        let form = try #require(page.form("/columns"))
        func chosen(_ place: Int) -> String? { form.fields.first { $0.name == "column-\(place)" }?.value }
        #expect(chosen(0) == "" && chosen(1) == "school_id" && chosen(2) == "name" && chosen(3) == "municipality" && chosen(4) == "website", "the last by what stands in it")
        #expect(form.fields.contains { $0 == ("header", "3") })

        let twice = try await vesna.browser.post(form, ["column-0": "name"])
        #expect(twice.status == 422 && twice.html.contains("href=\"#field-column-2\"") && twice.html.contains("id=\"field-column-2-error\""))
        #expect(twice.form("/columns")?.fields.contains { $0 == ("column-0", "name") } == true, "what was chosen stays chosen")
        let none = try await vesna.browser.post(form, ["column-1": ""])
        #expect(none.status == 422 && none.shows(town.say(T.imports.columnNeeded(column: .phrase(T.centres.number)))))
        let look = try await vesna.browser.post(form, ["column-4": "", "look": "yes"])
        #expect(look.status == 200 && look.path.hasSuffix("/columns") && look.shows(town.say(T.imports.firstLines)))
        #expect(try await town.count("import_memory") == 0, "a look says nothing yet")

        let preview = try await vesna.browser.post(form, ["column-4": ""])
        #expect(preview.status == 200 && preview.shows(town.say(T.imports.apply(count: 2))))
        try await vesna.agrees(to: preview)
        let school = try #require(try await town.school("71"))
        #expect(school.name == "ОШ „Бела школа“" && school.details.website == "")

        let next = list.replacingOccurrences(of: "72;ОШ „Плава", with: "73;ОШ „Жута").replacingOccurrences(of: "Рб;Шифра", with: "РБ.;шифра")
        let again = try await vesna.uploads("schools", file: "sajt2.csv", next)
        #expect(!again.path.hasSuffix("/columns") && again.shows(town.say(T.imports.apply(count: 1))), "heads that were settled once are not asked again")
        let columns = try await vesna.opens(try #require(again.link(town.say(T.imports.columnsChange))))
        #expect(columns.shows(town.say(T.imports.reasonLastTime)))
        try await valley.goran.opens("/imports/new/schools")
        #expect(try await valley.goran.uploads("/imports/new/schools", field: "file", name: "a.csv", bytes: Array(list.utf8)).path.hasSuffix("/columns"), "another centre has its own ways")
        let kept = try #require(try await town.value("SELECT meanings FROM import_memory", as: String.self))
        #expect(!kept.contains("ustanov") && !kept.contains("установ"), "heads are kept as digests")
    }

    @Test func `a sheet and the row of its heads can be chosen, also by an address alone`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let old = Sheet("2024", columns: ["Шифра", "Назив", "Општина"], rows: [[.number(1), "Стара", "Бистрик"]])
        let new = Sheet("2025", columns: ["Шифра", "Назив", "Општина"], rows: [[.number(2), "Нова", "Бистрик"]])
        let preview = try await vesna.uploads("schools", file: "škole.xlsx", [old, new].xlsx())
        #expect(preview.shows("Стара") && preview.shows(town.say(T.imports.noteTab(tab: "2024"))))
        let page = try await vesna.opens(try #require(preview.link(town.say(T.imports.columnsChange))))
        #expect(page.html.contains("<option value=\"1\">2025</option>"))
        let other = try await vesna.opens(page.path + "?tab=1&header=1")
        #expect(other.shows("Нова") && !other.shows("Стара"))
        #expect(try await vesna.opens(page.path + "?tab=1&header=0").shows(town.say(T.imports.noteNoHeader)))
        for nasty in ["?tab=99", "?tab=-1&header=x", "?header=99999999999999999999", "?tab=1&header=77"] { #expect(try await vesna.opens(page.path + nasty).status == 200, "\(nasty)") }
        let done = try await vesna.agrees(to: vesna.browser.post(try #require(other.form("/columns"))))
        #expect(done.shows("škole.xlsx"))
        #expect(try await town.school("2")?.name == "Нова")
        #expect(try await town.school("1") == nil)
    }

    @Test func `a list without heads is read by what stands in it, and by what is said`() async throws {
        let valley = try await Valley()
        let vesna = valley.town.vesna
        let page = try await vesna.uploads("schools", "71;Бела школа;Бистрик;bela@skola.example\n72;Плава школа;Бистрик;plava@skola.example\n")
        #expect(page.path.hasSuffix("/columns") && page.shows(valley.town.say(T.imports.reasonCells(count: 2, all: "2"))))
        let form = try #require(page.form("/columns"))
        let preview = try await vesna.browser.post(form, ["column-0": "school_id", "column-1": "name", "column-2": "municipality"])
        try await vesna.agrees(to: preview)
        #expect(try await valley.town.school("72")?.details.email == "plava@skola.example")
        #expect(try await valley.town.count("import_memory") == 0, "without heads there is nothing to know it by")
    }

    @Test func `the command line says what it found, and is told`() async throws {
        let town = try await Valley().town
        let found = try await town.imports("schools", list, isTrial: true)
        #expect(found.contains { $0.contains("Шифра у регистру") && $0.contains("school_id") } && found.contains { $0.contains("line 3") })
        #expect(found.last == "added 2, changed 0, unchanged 0, refused 0")
        let said = try await town.imports("schools", list, map: ["Веза=", "Рб=school_id"])
        #expect(said.contains { $0.contains("Рб") && $0.contains("You chose it.") })
        #expect(try await town.school("1")?.name == "ОШ „Бела школа“")
        #expect(try await town.school("71") == nil)
        for (saying, words) in [
            (["Назив"], "Назив"), (["Рб=ничега"], "school_id"), (["Нема=name"], "Како се зове установа"), (["Рб=name", "Веза=name"], "Веза"),
        ] {
            let problem = await #expect(throws: Problem.self) { try await town.imports("schools", list, map: saying) }
            let told = problem?.faults.map { town.say($0.phrase) }.joined() ?? ""
            #expect(told.contains(words), "\(told)")
        }
        await #expect(throws: Problem.self) { try await town.imports("schools", list, tab: "Други") }
        let missing = await #expect(throws: Problem.self) { try await town.imports("schools", "Назив;Телефон\nБела;1\n") }
        let told = missing?.faults.first.map { town.say($0.phrase) } ?? ""
        #expect(told.contains("Назив, Телефон") && told.contains(town.say(T.centres.number)), "which heading is missing, and what was found: \(told)")
    }

    @Test func `a list of ten megabytes is taken, a larger one is refused with a page`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let head = "id;naziv;opština;napomena\n1;Бела;Бистрик;"
        let large = try await vesna.uploads("schools", head + String(repeating: "x", count: 100_000) + "\n" + String(repeating: " ; ; ;\n", count: 1_400_000))
        #expect(large.status == 200 && large.shows("Бела"))
        let over = try await vesna.uploads("schools", head + String(repeating: " \n", count: 5_300_000))
        #expect(over.status == 413 && over.shows(town.say(T.imports.fileOver(most: "10 MB"))) && over.form("/imports/new/schools") != nil)
        #expect(try await vesna.uploads("schools", String(repeating: "x", count: 13 << 20)).status == 413)
    }
}
