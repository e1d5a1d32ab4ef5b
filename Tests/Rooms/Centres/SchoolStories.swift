import Centres
import Forms
import Foundation
import HTML
import HTTPTypes
import Kernel
import Languages
import NIOConcurrencyHelpers
import Sheets
import Site
import Storage
import Testing
import Town
import Web

@Suite struct SchoolStories {
    @Test(arguments: ["вук", "vuk bistrik", "VUK KARADZIC", "вук речна", "Muzicka", "музичка ђорђе", "Djordje Ljubic", "Ђорђе"])
    func `a school is found in either script, with or without marks`(words: String) async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let found = try await town.finds { try SchoolStore.search(words: words, in: $0) }
        let isMusic = words.lowercased().contains("d") && words.contains("jordje") || ["Muzicka", "музичка ђорђе", "Ђорђе"].contains(words)
        #expect(found.map(\.key.number) == (isMusic ? ["13"] : words == "вук речна" ? ["12"] : ["11", "12"]))
    }

    /// What people write, and the number of the one institution that they mean.
    @Test(arguments: [
        ("osnovna škola Njegoš Dolina", "14"), ("Dolina osnovna skola njegos", "14"), ("ОШ Његош", "14"), ("O.Š. Njegoš", "14"), ("основну школу Његош", "14"),
        ("škola u Dolina", "14"), ("MŠ Ljubić", "13"), ("музичку школу Ђорђе Љубић", "13"), ("osn. skola njegos", "14"),
        ("vuk recna", "12"), ("osnovna škola Vuk Karadžić Školska", "11"),
    ]) func `an institution is found as people write it`(written: String, number: String) async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let found = try await town.finds { try SchoolStore.search(words: written, in: $0) }
        #expect(found.map(\.key.number) == [number], "\(written)")
    }

    @Test func `the own territory comes first`() async throws {
        let valley = try await Valley()
        try await valley.town.imports("schools", Valley.schools)
        let (own, other) = (valley.town.centre, valley.other)
        let (here, there) = try await valley.town.finds { act in
            (try SchoolStore.search(words: "os", near: own, in: act).map(\.key.number), try SchoolStore.search(words: "os", near: other, in: act).map(\.key.number))
        }
        #expect(Set(here.prefix(2)) == ["11", "12"] && here.last == "14")
        #expect(there.first == "14")
    }

    @Test func `two writings of one institution have one key`() {
        for written in ["ОШ \"Вук Караџић\"", "osnovna škola Vuk Karadžić", "Vuk Karadzic OŠ", "Основна школа Вук Караџић"] {
            #expect(SchoolWords.key(written) == "karadzic vuk", "\(written)")
        }
        #expect(SchoolWords.key("Музичка школа Вук Караџић") != "karadzic vuk")
        #expect(SchoolWords.key("Основна школа") == "osnovna skola")
    }

    @Test func `a lost index is made again`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let counts = try await town.does { act in
            for school in try SchoolStore.search(words: "vuk", in: act) { try act.db.unindex("school", school.id.value) }
            let before = try SchoolStore.search(words: "vuk", in: act).count
            try SchoolStore.reindex(in: act)
            return [before, try SchoolStore.search(words: "vuk", in: act).count]
        }
        #expect(counts == [0, 2])
    }

    @Test func `nothing typed finds nothing, and a limit holds`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let counts = try await town.finds { act in
            try [SchoolStore.search(words: " , ", in: act), SchoolStore.search(words: "os", limit: 2, in: act), SchoolStore.search(words: "нема", in: act)].map(\.count)
        }
        #expect(counts == [0, 2, 0])
    }

    @Test func `a few words name a school; where several fit, one is chosen, and nothing typed is lost`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let chosen = try #require(try await town.school("12"))
        try await town.ana.opens("/me/account/schools")
        let none = try await town.ana.sends("/me/account/schools", ["school": "нема такве", "job": "наставница"])
        #expect(none.status == 422 && none.shows(town.say(T.centres.schoolNotFound)) && none.html.contains("value=\"наставница\""))
        let several = try await town.ana.sends("/me/account/schools", ["school": "vuk"])
        #expect(several.status == 422 && several.shows(town.say(T.centres.schoolChoose)) && several.html.contains("Речна 2"))
        let added = try await town.ana.sends("/me/account/schools", ["schoolId": chosen.id.description])
        #expect(added.status == 200 && added.shows("наставница"))
        #expect(try await town.ana.schools == [chosen.id])
        try await town.ana.opens("/me/account/schools")
        #expect(try await town.ana.sends("/me/account/schools", ["schoolId": "999999"]).status == 404)
    }

    @Test func `the list is in the alphabet of the page, a Latin letter among Cyrillic ones too`() async throws {
        let valley = try await Valley()
        try await valley.town.imports("schools", Valley.schools)
        let page = try await valley.town.vesna.opens("/schools")
        let text = page.text
        let places = ["Mузичка школа", "Школска 1", "Речна 2"].compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        #expect(!page.shows("Његош"), "the list opens on the centre's own territory")
        #expect(try await valley.town.vesna.opens("/schools?where=all").shows("Његош"))
        #expect(try await valley.town.vesna.opens("/schools?where=all&kind=music").shows(valley.town.say(T.centres.schoolsFound(count: 1))))
        #expect(try await valley.town.vesna.opens("/sr-Latn/schools?where=all&q=njegos").shows("OŠ \"Njegoš\""))
    }

    @Test func `Весна corrects a school; a wrong PIB is refused and nothing typed is lost`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        try await town.imports("schools", Valley.schools)
        let school = try #require(try await town.school("11"))
        try await vesna.opens("/schools/\(school.id)/edit")
        let refused = try await vesna.sends("/edit", ["pib": "101134703", "phone": "025 333", "jbkjs": "12"])
        #expect(refused.status == 422)
        #expect(refused.shows(town.say(T.centres.wrongPib)) && refused.shows(town.say(T.centres.wrongJbkjs)))
        #expect(refused.html.contains("value=\"101134703\"") && refused.html.contains("value=\"025 333\""))
        #expect(try await town.school("11")?.details.phone == "")

        let saved = try await vesna.sends("/edit", ["pib": "101134702", "jbkjs": "01234", "company_number": "17162544"])
        #expect(saved.shows("101134702") && saved.shows(town.say(T.centres.doubtfulCompanyNumber(number: "17162544"))))
        #expect(try await town.school("11")?.details.phone == "025 333")
        #expect(try await town.journal("school", school.id.value) == ["centres.schoolChanged"])
    }

    @Test func `another centre sees a school and cannot touch it`() async throws {
        let valley = try await Valley()
        try await valley.town.imports("schools", Valley.schools)
        let school = try #require(try await valley.town.school("11"))
        let page = try await valley.goran.opens("/schools/\(school.id)")
        #expect(page.status == 200 && page.form("/close") == nil)
        #expect(try await valley.goran.opens("/schools/\(school.id)/edit").status == 404)
        for verb in ["edit", "close", "reopen"] {
            try await valley.goran.opens("/schools/new")
            let token = try #require(try valley.goran.page.form("/schools/new")?.fields.first { $0.name == "act" }?.value)
            let fields = [(name: "act", value: token), ("name", "Отето"), ("kind", "other"), ("municipality", "3")]
            #expect(try await valley.goran.post(Page.Form(action: "/sr/schools/\(school.id)/\(verb)", fields: fields)).status == 404)
        }
        #expect(try await valley.town.school("11")?.name == "ОШ \"Вук Караџић\"")
        #expect(try await valley.town.school("11")?.isClosed == false)
        for path in ["/schools", "/schools/\(school.id)", "/schools/export"] {
            #expect(try await valley.town.ana.opens(path).status == 404)
            #expect(try await valley.town.branko.opens(path).status == 404, "at the first centre's host Горан is nobody")
        }
    }

    @Test func `a school is added only where the centre works, and only to real places`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let towns = try await town.finds { try MunicipalityStore.all(in: $0) }
        let (own, foreign) = (try #require(towns.first { $0.name == "Бистрик" }), try #require(towns.first { $0.name == "Долина" }))
        try await vesna.opens("/schools/new")
        let refused = try await vesna.sends("/schools/new", ["name": "Вртић „Маслачак“", "kind": "preschool", "municipality": foreign.id.description])
        #expect(refused.status == 422 && refused.shows(town.say(T.centres.outsideTerritory)))
        #expect(try await vesna.sends("/schools/new", ["municipality": "999999"]).status == 422)
        #expect(try await vesna.sends("/schools/new", ["municipality": ""]).status == 422)
        let added = try await vesna.sends("/schools/new", ["municipality": own.id.description])
        #expect(added.status == 200 && added.shows("Вртић „Маслачак“"))
        let closed = try await vesna.sends("/close")
        #expect(closed.shows(town.say(T.centres.schoolIsClosed)))
        #expect(try await town.finds { try SchoolStore.search(words: "maslacak", in: $0) }.isEmpty, "a closed school is not offered")
        #expect(try await vesna.opens("/schools?where=closed").shows("Маслачак"))
    }

    @Test func `the exported list can be imported again and changes nothing`() async throws {
        let valley = try await Valley()
        try await valley.town.imports("schools", Valley.schools)
        for format in ["csv", "xlsx"] {
            for language in ["sr", "lt", "sr-Latn"] {
                let file = try await valley.town.vesna.browser.send(.get, "/\(language)/schools/export?where=all&format=\(format)")
                #expect(file.status == 200)
                let lines = try await Importing("schools", file: "x", bytes: file.bytes, isTrial: false, records: valley.town.records).lines
                #expect(lines.last == "added 0, changed 0, unchanged 4, refused 0", "\(format) \(language) \(lines)")
            }
        }
    }

    @Test func `a page of the list asks the database five times, however long it is`() async throws {
        let valley = try await Valley()
        try await valley.town.imports("schools", "id,naziv,opština\n" + (1...120).map { "\($0),ОШ \($0),Бистрик\n" }.joined())
        let (browser, count) = try CountedDatabase.browser(of: valley.town)
        browser.set(cookie: "session", valley.town.vesna.browser.cookie("session"))
        try await browser.opens("/settings/halls/new")
        let before = count.withLockedValue { $0 }
        try await browser.opens("/settings/halls/new")
        let gate = count.withLockedValue { $0 } - before
        try await browser.opens("/schools?page=2")
        #expect(try browser.page.shows(valley.town.say(T.forms.rowsOf(from: 51, to: 100, count: 120))))
        #expect(count.withLockedValue { $0 } - before - 2 * gate <= 5)
    }
}
