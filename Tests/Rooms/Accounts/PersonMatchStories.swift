import Accounts
import Centres
import Foundation
import Imports
import Kernel
import Languages
import Storage
import Testing
import Town

/// People of a list who may be known already: each such line is somebody's to decide, nobody is written down twice in silence, and all of it is one act.
@Suite struct PersonMatchStories {
    private let heads = "Презиме;Име;Е-пошта;Телефон;Шифра установе;Посао\n"

    /// Милена brings lists. Јелена is known at her school without an address, Раде with another one, Нада under the name that she had.
    private func known() async throws -> (town: Town, milena: Someone) {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        try await town.does { act in
            let school = try #require(try act.db.value("SELECT id FROM school WHERE source_id = '11'", as: School.ID.self))
            let jelena = try PersonStore.add(PersonName(given: "Јелена", family: "Тихић"), email: nil, verified: nil, language: .sr, in: act)
            let rade = try PersonStore.add(PersonName(given: "Раде", family: "Мошић"), email: "rade@example.com", verified: nil, phone: "064 111 22 33", language: .sr,
                in: act)
            for person in [jelena, rade] { try EmploymentStore.add(person, at: school, in: act) }
            _ = try PersonStore.add(PersonName(given: "Нада", family: "Пекић"), email: "nada@example.com", verified: nil, language: .sr, in: act)
        }
        try await town.imports("people", "Презиме;Име;Е-пошта\nЗорић;Нада;nada@example.com\n")
        return (town, town.milena)
    }

    private func id(_ town: Town, _ family: String) async throws -> Int64 {
        try #require(try await town.value("SELECT id FROM person WHERE family_name = \(family) ORDER BY id LIMIT 1", as: Int64.self))
    }

    private var list: String {
        heads + """
            Tihić;Jelena;jelena@skola.example;;11;учитељица
            Мошић;Раде;rade.mosic@skola.example;+381 64 111-22-33;11;наставник
            Пекић;Нада;nada.pekic@skola.example;;13;
            Нова;Вера;vera@skola.example;;11;
            """
    }

    @Test func `a doubtful line waits for a word: the same person, somebody else, or left out`() async throws {
        let (town, milena) = try await known()
        let (jelena, rade) = (try await id(town, "Тихић"), try await id(town, "Мошић"))
        let before = try await town.count("person")
        let preview = try await milena.uploads("people", list)
        #expect(preview.shows(town.say(T.imports.matchesNotice(count: 3))) && preview.shows(town.say(T.imports.apply(count: 1))))
        let page = try await milena.opens(try #require(preview.link(town.say(T.imports.matchesDecide))))
        #expect(page.shows(town.say(T.accounts.likeAll)) && page.shows(town.say(T.accounts.likeSchool)) && page.shows(town.say(T.accounts.likeFormer)))
        #expect(page.shows(town.say(T.imports.certainAlmost)) && page.shows("rade@example.com"), "reason, certainty, and what tells them apart")
        #expect(try #require(page.text.range(of: "Мошић Раде")).lowerBound < #require(page.text.range(of: "Tihić Jelena")).lowerBound, "the surest first")
        let one = try await milena.sends("/matches", ["line-2": "row-\(jelena)", "line-3": "row-\(rade)"])
        #expect(one.path.contains("/matches") && one.shows("Пекић Нада") && !one.shows("Мошић Раде"), "what waits stays, what is said is kept")
        let decided = try await milena.opens(one.path + "?show=decided")
        #expect(decided.form("/matches")?.fields.contains { $0 == ("line-3", "row-\(rade)") } == true)
        try await milena.opens(one.path)
        let ready = try await milena.sends("/matches", ["line-4": "out"])
        #expect(!ready.path.contains("/matches") && ready.shows(town.say(T.imports.apply(count: 3))))
        let done = try await milena.agrees(to: ready)
        #expect(try await town.count("person") == before + 1, "only Вера is new")
        #expect(try await town.value("SELECT email FROM person WHERE id = \(jelena)") == "jelena@skola.example", "what was not known is known now")
        #expect(try await town.value("SELECT family_name FROM person WHERE id = \(jelena)") == "Тихић", "the other script is no other name")
        #expect(try await town.value("SELECT email FROM person WHERE id = \(rade)") == "rade@example.com")
        #expect(try await town.value("SELECT email FROM other_address WHERE person = \(rade)") == "rade.mosic@skola.example")
        #expect(try await town.count("import WHERE left_out = 1 AND added = 1 AND changed = 2") == 1)

        // The same list once more: only the line that was left out is asked about.
        let again = try await milena.uploads("people", list)
        #expect(again.shows(town.say(T.imports.matchesNotice(count: 1))) && again.form("/matches") == nil && !again.shows(town.say(T.imports.apply(count: 1))))

        try await milena.opens(done.path)
        try await milena.sends("/undo")
        try await milena.sends("/undo")
        #expect(try await town.count("person") == before)
        #expect(try await town.count("other_address") == 0)
        #expect(try await town.value("SELECT coalesce(email, '') FROM person WHERE id = \(jelena)") == "")
    }

    @Test func `somebody else is added, is told apart from the known, and the undo takes both back`() async throws {
        let (town, milena) = try await known()
        let rade = try await id(town, "Мошић")
        let preview = try await milena.uploads("people", heads + "Мошић;Раде;drugi.rade@skola.example;;11;\n")
        try await milena.opens(preview.path + "/matches")
        #expect(try await milena.sends("/matches", ["line-2": "row-\(milena.id)"]).status == 422, "nobody but those who were proposed")
        let done = try await milena.agrees(to: milena.sends("/matches", ["line-2": "another"]))
        let other = try #require(try await town.finds { try PersonStore.person(email: "drugi.rade@skola.example", in: $0) })
        #expect(other.id.value != rade)
        #expect(try await town.count("told_apart WHERE person = \(rade) AND other = \(other.id)") == 1)
        #expect(try await !milena.opens("/people/doubles").shows("Мошић Раде"))
        #expect(try await milena.uploads("people", heads + "Мошић;Раде;drugi.rade@skola.example;;11;\n").shows(town.say(T.imports.nothingToDo)), "nobody asks twice")
        try await milena.opens(done.path)
        try await milena.sends("/undo")
        try await milena.sends("/undo")
        #expect(try await town.count("person WHERE email = 'drugi.rade@skola.example'") == 0)
        #expect(try await town.count("told_apart") == 0)
    }

    @Test func `a list that names somebody twice, and a school's address behind many names`() async throws {
        let (town, milena) = try await known()
        let list = heads + """
            Ђурић;Ана;ana.djuric@skola.example;;11;учитељица
            Đurić;Ana;ana.privatno@example.com;;11;
            Ђурић;Ана;ana.djuric@skola.example;;13;корепетитор
            Прва;Мира;skola@skola.example;;11;
            Друга;Нада;skola@skola.example;;11;
            Трећа;Вера;skola@skola.example;;11;
            """
        let preview = try await milena.uploads("people", list)
        #expect(preview.shows(town.say(T.imports.matchesNotice(count: 3))) && preview.shows(town.say(T.imports.rowJoins(line: .number(2)))))
        let page = try await milena.opens(preview.path + "/matches")
        #expect(page.shows(town.say(T.accounts.likeAddressAlone)))
        try await milena.sends("/matches", ["line-3": "line-2"])
        let form = try #require(try milena.browser.page.forms.first { form in form.fields.contains { $0 == ("kind", "other-address-school") } })
        let ready = try await milena.browser.post(form, ["choice": "another"])
        #expect(ready.shows(town.say(T.imports.apply(count: 4))))
        try await milena.agrees(to: ready)
        let ana = try await id(town, "Ђурић")
        #expect(try await town.count("person WHERE family_name IN ('Ђурић', 'Đurić')") == 1)
        #expect(try await town.count("employment WHERE person = \(ana)") == 2, "a line for each school is one person in two schools")
        #expect(try await town.value("SELECT email FROM other_address WHERE person = \(ana)") == "ana.privatno@example.com")
        #expect(try await town.count("person WHERE family_name IN ('Друга', 'Трећа') AND given_name IN ('Нада', 'Вера') AND email IS NULL") == 2)
    }

    @Test func `where nobody can be asked a doubtful line is refused with the reason`() async throws {
        let (town, _) = try await known()
        let lines = try await town.imports("people", list)
        #expect(lines.last == "added 1, changed 0, unchanged 0, refused 3", "\(lines)")
        #expect(lines.contains { $0.hasPrefix("line 3:") && $0.contains("Мошић Раде") && $0.contains("same name, institution and telephone") })
        #expect(try await town.count("person WHERE email LIKE '%skola.example'") == 1)
    }

    @Test(.timeLimit(.minutes(10))) func `two thousand doubtful lines are settled with a few words`() async throws {
        let (town, milena) = try await known()
        let count = 2_000
        let known = heads + (1...count).map { "Ђурић\($0);Ана;ana\($0)@stara.example;;11;" }.joined(separator: "\n")
        try await town.imports("people", known)
        let list = heads + (1...count).map { "Ђурић\($0);Ана;ana\($0)@nova.example;;11;" }.joined(separator: "\n")
        let preview = try await milena.uploads("people", list)
        #expect(preview.shows(town.say(T.imports.matchesNotice(count: count))))
        let page = try await milena.opens(preview.path + "/matches")
        #expect(page.forms.first { $0.action.hasSuffix("/matches") } != nil && page.bytes.count < 300_000, "fifty at a time")
        try await milena.sends("/matches", ["line-2": "another", "line-3": "out"])
        let ready = try await milena.sends("/matches/all", ["choice": "same"])
        #expect(ready.shows(town.say(T.imports.apply(count: count - 1))))
        try await milena.agrees(to: ready)
        try await town.settles()
        #expect(try await town.count("other_address") == count - 2)
        #expect(try await town.count("person WHERE email LIKE '%nova.example'") == 1)
    }
}
