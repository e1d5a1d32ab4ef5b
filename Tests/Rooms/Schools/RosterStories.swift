import Accounts
import Kernel
import Languages
import Schools
import Storage
import Testing
import Town

/// Who works at a school, as whoever looks after it keeps it.
@Suite struct RosterStories {
    @Test func `who has an account says yes first, who has none is on the roster at once`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school)
        func writes(_ given: String, _ family: String, _ email: String, _ more: KeyValuePairs<String, String> = [:]) async throws -> Page {
            try await town.milena.opens("/me/schools/\(school)/roster/new")
            let form = try #require(try town.milena.browser.page.form("/roster/new"))
            let values = [("given_name", given), ("family_name", family), ("email", email)] + more.map { ($0.key, $0.value) }
            let kept = form.fields.filter { field in !values.contains { $0.0 == field.name } }
            return try await town.milena.browser.post(Page.Form(action: form.action, fields: kept + values.map { (name: $0.0, value: $0.1) }))
        }
        let asked = try await writes("Бранко", "Њ.", town.branko.email, ["teaches": "географија", "share": "60", "since": "1.9.2025."])
        #expect(asked.shows("Бранко Њ.") && !asked.shows("Његован"), "the account tells nothing before he says yes")
        #expect(try await town.branko.schools.isEmpty)
        try await town.branko.opens(try await town.mailedLink(to: town.branko.email))
        try await town.branko.sends("/accept")
        let page = try await town.milena.opens("/me/schools/\(school)/people")
        #expect(page.shows("Његован Бранко") && page.shows("географија") && page.shows("60 %"))

        let new = try await writes("Нада", "Нова", "nada@bistrik.example")
        #expect(new.shows("Нова Нада"))
        #expect(try await town.letters(to: "nada@bistrik.example") == 1)
        let unwritten = try await writes("Стојан", "Без Адресе", "")
        #expect(unwritten.shows("Без Адресе Стојан"))
        let people = try await town.count("person")
        let again = try await writes("Stojan", "Bez Adrese", "")
        #expect(again.status == 422 && again.shows(town.say(T.accounts.doubleFound)), "never a silent double")
        let wrong = try await writes("Nada", "Nova", "nada@bistrik.example")
        #expect(wrong.status == 422 && wrong.shows(town.say(T.schools.joinAlready)))
        #expect(try await town.count("person") == people)
        try await town.milena.opens("/me/schools/\(school)/roster/new")
    }

    @Test func `who leaves stays among those who left, and an address is not given to another’s account`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana), other = try await town.school("ОШ „Бела врба“", of: town.branko)
        try await town.milena.looksAfter(school)
        let ana = try #require(try await town.value("SELECT id FROM employment WHERE school = \(school)", as: Employment.ID.self))
        let branko = try #require(try await town.value("SELECT id FROM employment WHERE school = \(other)", as: Employment.ID.self))
        #expect(try await town.milena.opens("/me/schools/\(school)/roster/\(branko)").status == 404)
        #expect(try await town.milena.opens("/me/schools/\(other)/roster/\(branko)").status == 404)
        try await town.milena.opens("/me/schools/\(school)/roster/\(ana)")
        let wrong = try await town.milena.sends("/roster/\(ana)", ["since": "1.9.2025.", "until": "1.8.2025."])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.workEndsBefore)))
        let left = try await town.milena.sends("/roster/\(ana)", ["since": "1.9.2020.", "until": "31.1.2026."])
        #expect(left.shows(town.say(T.schools.rosterGone(count: 1))) && left.shows(town.say(T.schools.rosterNone)))

        try await town.does { act in
            let person = try PersonStore.add(PersonName(given: "Стојан", family: "Стојић"), email: nil, verified: nil, language: .sr, in: act)
            try EmploymentStore.add(person, at: school, in: act)
        }
        try await town.milena.opens("/me/schools/\(school)/roster/new")
        let known = try #require(try await town.value("SELECT id FROM person WHERE family_name = 'Стојић'", as: Person.ID.self))
        let refused = try await town.milena.sends(
            "/roster/new", ["given_name": "Стојан", "family_name": "Стојић", "email": "milena2@bistrik.example", "known": "\(known)"])
        #expect(refused.status == 422 && refused.shows(town.say(T.schools.joinAddressOfKnown)))
        #expect(try await town.finds { try PersonStore.person(known, in: $0) }.email == nil)
    }

    // MARK: A list

    @Test func `a list is looked over, then all who are new are on the roster, and nobody twice`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school)
        try await town.milena.opens("/me/schools/\(school)/roster/list")
        let people = """
            Презиме и име\tАдреса е-поште\tПосао\tПредмет
            Новаковић Нада\tnada@bistrik.example\tнаставник\tхемија
            Стојан Без-Адресе\t\tпедагог
            Бранко Његован\t\(town.branko.email)

            Ана Јовановић\t\(town.ana.email)
            """
        let before = try await town.count("person")
        let looked = try await town.milena.sends("/roster/list", ["people": people])
        #expect(looked.status == 200 && looked.shows("Новаковић Нада") && looked.shows("хемија"))
        #expect(looked.shows(town.say(T.schools.listThere)) && looked.shows(town.say(T.schools.listWrite(count: 3))))
        #expect(!looked.shows("Његован Бранко \(town.branko.email) \(town.say(T.schools.listThere))"), "whether he has an account is told to nobody")
        #expect(try await town.count("person") == before, "nothing is written before it is agreed to")

        let form = try #require(looked.forms.first { $0.fields.contains { $0.name == "sure" } })
        let done = try await town.milena.browser.post(form)
        #expect(done.shows(town.say(T.schools.saidList(written: 2, asked: 1, left: 1))))
        #expect(done.shows("Новаковић Нада") && done.shows("Без-Адресе Стојан") && !done.shows("Његован Бранко"))
        #expect(try await town.count("person") == before + 2)
        try await town.branko.opens(try await town.mailedLink(to: town.branko.email))

        try await town.milena.opens("/me/schools/\(school)/roster/list")
        let again = try await town.milena.sends("/roster/list", ["people": "Нада Новаковић; nada@bistrik.example\nStojan Bez-Adrese"])
        #expect(again.shows(town.say(T.schools.listDoubtful)) && again.shows(town.say(T.schools.listNothing)), "in the other script he is the same")
        #expect(!again.forms.contains { $0.fields.contains { $0.name == "sure" } })
        try await town.milena.sends("/roster/list", ["people": "Нада Новаковић; nada@bistrik.example\nStojan Bez-Adrese", "sure": "yes"])
        #expect(try await town.count("person") == before + 2)
    }

    @Test func `each wrong line of a list is told with its number, and what was typed stays`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana), other = try await town.school("ОШ „Бела врба“", of: town.branko)
        try await town.milena.looksAfter(school)
        try await town.milena.opens("/me/schools/\(school)/roster/list")
        let people = "Нада Новаковић; nada@\nСамо\nПера Перић; pera@bistrik.example\nПера Перић; pera@bistrik.example"
        let refused = try await town.milena.sends("/roster/list", ["people": people])
        #expect(refused.status == 422 && refused.html.contains("Само\nПера"))
        for line in [1, 2, 4] { #expect(refused.html.contains("Ред \(line) (")) }
        #expect(try await town.milena.sends("/roster/list", ["people": " \n\n"]).shows(town.say(T.schools.listEmpty)))
        #expect(try await town.milena.sends("/roster/list", ["people": (0...300).map { "Лице Број\($0)" }.joined(separator: "\n")]).status == 422)
        #expect(try await town.milena.opens("/me/schools/\(other)/roster/list").status == 404)
        #expect(try await town.goran.opens("/me/schools/\(school)/roster/list").status == 404)
    }

    @Test func `a file becomes text that is looked over, and one that is no list is refused with what is missing`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school)
        func brings(_ text: String) async throws -> Page {
            try await town.milena.opens("/me/schools/\(school)/roster/list")
            return try await town.milena.browser.uploads("/roster/list", field: "file", name: "запослени.csv", bytes: Array(text.utf8), ["people": ""])
        }
        let read = try await brings("Рб;Презиме;Име;Радно место;Предмет;E-mail\n1;Новаковић;Нада;наставник;хемија;nada@bistrik.example\n2;Станић;Стана;педагог;;")
        #expect(read.status == 200 && read.shows("Новаковић Нада nada@bistrik.example наставник хемија") && read.shows("Станић Стана"))
        #expect(read.html.contains("Новаковић, Нада; nada@bistrik.example; наставник; хемија"))
        let other = try await brings("Шифра;Назив\n1;Лопта")
        #expect(other.status == 422 && other.shows("Назив"))
    }
}
