import Accounts
import Catalogue
import Kernel
import Languages
import Storage
import Testing
import Town
import struct Town.Shelf

/// Authors and trainers are people, as soon as somebody has said who they are.
@Suite struct ProgrammePeopleStories {
    private func open(_ town: Town, _ shelf: Shelf, _ query: String = "") async throws -> Page {
        try await town.vesna.opens("/catalogue/programmes/\(shelf.digital)/people\(query)")
    }

    @Test func `whom the centre knows is proposed, found by letters, tied and untied`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await town.ana.becomes(.trainer, at: town.centre)
        let page = try await open(town, shelf)
        #expect(page.shows(town.say(T.catalogue.notTied)) && page.shows(town.say(T.catalogue.isThis(who: "Ана Ђорђевић"))))
        let form = try #require(page.forms.first { $0.action.hasSuffix("/people/tie") && $0.fields.contains { $0 == ("person", "\(town.ana.id)") } })
        #expect(try await town.vesna.browser.post(form).shows(town.say(T.catalogue.saidTied)))
        let programme = try await town.finds { try ProgrammeStore.programme(shelf.digital, in: $0) }
        #expect(programme.trainers.first { $0.name == "Ана Ђорђевић" }?.person == town.ana.id)
        #expect(programme.trainerList.names("Ana Petrović", person: town.ana.id), "the person counts, whatever the name")
        #expect(try await town.ana.opens("/me").shows("Дигитална учионица"))

        let found = try await open(town, shelf, "?part=trainer&name=Весна+Ћирић&q=ćir")
        #expect(found.shows("vesna@bistrik.example") && !found.shows("goran@bistrik.example"))
        #expect(try await open(town, shelf, "?part=trainer&name=Весна+Ћирић&q=Горан").shows(town.say(T.catalogue.foundNobody)), "nobody without a tie is found")

        let again = try await open(town, shelf)
        let untie = try #require(again.forms.first { $0.action.hasSuffix("/people/untie") })
        #expect(try await town.vesna.browser.post(untie).shows(town.say(T.catalogue.saidUntied)))
        #expect(try await !town.ana.opens("/me").shows("Дигитална учионица"))
        #expect(try await town.journal("programme", shelf.digital.value).suffix(2) == ["catalogue.personTied", "catalogue.personUntied"])
    }

    @Test func `somebody new is written down once, and a known one is asked about`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await open(town, shelf)
        let wrong = try await town.vesna.sends("/people/write", ["given_name": "Лазар", "family_name": "", "email": "није адреса"])
        #expect(wrong.status == 422 && wrong.html.contains("value=\"Лазар\""))
        #expect(wrong.html.contains("field-family_name-error") && wrong.html.contains("field-email-error"))
        let written = try await town.vesna.sends(
            "/people/write", ["family_name": "Кривокућа", "email": "lazar@bistrik.example", "occupation": "професор", "phone": "064 111 222"])
        #expect(written.shows(town.say(T.catalogue.saidTied)) && written.shows("Лазар Кривокућа"))
        let person = try #require(try await town.finds { try PersonStore.person(email: "lazar@bistrik.example", in: $0) })
        let programme = try await town.finds { try ProgrammeStore.programme(shelf.digital, in: $0) }
        #expect(programme.trainers.last == Programme.Named("Лазар Кривокућа", occupation: "професор", person: person.id, centre: town.centre))

        try await town.vesna.opens("/catalogue/programmes/\(shelf.water)/people")
        let asked = try await town.vesna.sends("/people/write", ["given_name": "Lazar", "family_name": "Krivokuća", "phone": "064 111-222"])
        #expect(asked.status == 422 && asked.shows(town.say(T.accounts.doubleFound)))
        try await town.vesna.sends("/people/write", ["known": "\(person.id)"])
        #expect(try await town.count("person WHERE name_key = 'krivokuca lazar'") == 1, "no double")
        let edited = try await town.vesna.opens("/catalogue/programmes/\(shelf.digital)/edit")
        #expect(edited.html.contains("Лазар Кривокућа, професор"))
        try await town.vesna.sends("/edit", ["goal": "Нови циљ"])
        #expect(try await town.finds { try ProgrammeStore.programme(shelf.digital, in: $0) }.trainers.last?.person == person.id, "an edit keeps the tie")
    }

    @Test func `an address of somebody whom the centre does not know tells nothing and ties nobody`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await open(town, shelf)
        let refused = try await town.vesna.sends("/people/write", ["given_name": "Горан", "family_name": "Љубић", "email": "goran@bistrik.example"])
        #expect(refused.status == 422 && refused.shows(town.say(T.catalogue.personElsewhere)))
        #expect(try await town.count("programme_person WHERE person IS NOT NULL") == 0)
        let page = try await open(town, shelf)
        let tie = try #require(page.forms.first { $0.action.hasSuffix("/people/write") }).acting("/sr/catalogue/programmes/\(shelf.digital)/people/tie")
        #expect(try await town.vesna.browser.post(tie, ["part": "trainer", "name": "Ана Ђорђевић", "person": "\(town.goran.id)"]).status == 404)
        #expect(try await town.goran.opens("/catalogue/programmes/\(shelf.digital)/people").status == 404)
    }

    @Test func `who deletes the account is named by no programme any more`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await town.ana.becomes(.trainer, at: town.centre)
        let centre = town.centre, ana = town.ana.id
        try await town.vesna.does { try ProgrammeStore.tie(.trainer, named: "Ана Ђорђевић", of: shelf.digital, to: ana, at: centre, in: $0) }
        try await town.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await !town.stranger.opens("/programmes/\(shelf.digital)").shows("Ана Ђорђевић"))
        #expect(try await town.count("journal_detail WHERE changes LIKE '%Ђорђевић%'") == 0)
    }
}

/// Many names said to be somebody at once.
@Suite struct TrainerTiesStories {
    @Test func `one name on many programmes is tied in one act, a namesake is asked about, and nobody is tied who is not known`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        for person in [town.ana, town.branko, town.milena] { try await person.becomes(.trainer, at: town.centre) }
        try await town.does { act in
            var draft = try ProgrammeStore.programme(shelf.stories, in: act).draft
            draft.trainers += ["Ana Đorđević", "Нико Нигде"]
            try ProgrammeStore.edit(shelf.stories, draft, in: act)
            let other = try PersonStore.add(PersonName(given: "Милена", family: "Џелатовић"), email: "druga@bistrik.example", verified: nil, language: .sr, in: act)
            try PersonStore.grant(Grant(.trainer, centre: town.centre), to: other, in: act)
        }
        func tied() async throws -> Int { try await town.count("programme_person WHERE person IS NOT NULL") }
        let page = try await town.vesna.opens("/catalogue/trainers")
        #expect(page.shows("Милена Џелатовић") && page.shows("druga@bistrik.example") && !page.shows("Нико Нигде"))
        let each = try #require(page.forms.first { $0.action.hasSuffix("/catalogue/trainers") && !$0.fields.contains { $0 == ("all", "yes") } })
        #expect(try await town.vesna.browser.post(each).status == 422, "nothing is chosen by itself")
        #expect(try await tied() == 0)
        let clear = try #require(page.forms.first { $0.fields.contains { $0 == ("all", "yes") } })
        try await town.vesna.browser.post(clear)
        #expect(try await town.count("programme_person WHERE person = \(town.ana.id)") == 2, "in either script, on both programmes")
        #expect(try await town.count("programme_person WHERE person = \(town.milena.id)") == 0, "two bear that name")
        let left = try await town.vesna.opens("/catalogue/trainers")
        let rest = try #require(left.forms.first { $0.action.hasSuffix("/catalogue/trainers") && !$0.fields.contains { $0 == ("all", "yes") } })
        let field = try #require(rest.fields.first { $0.name.hasPrefix("name-") && $0.value == "Милена Џелатовић" }?.name)
        #expect(try await town.vesna.sends("/catalogue/trainers", ["who-\(field.dropFirst(5))": "\(town.goran.id)"]).status == 404, "only whom the centre knows")
        #expect(try await town.count("programme_person WHERE person = \(town.goran.id)") == 0)
        try await town.vesna.opens("/catalogue/trainers")
        try await town.vesna.sends("/catalogue/trainers", ["who-\(field.dropFirst(5))": "\(town.milena.id)"])
        #expect(try await town.count("programme_person WHERE person = \(town.milena.id)") == 1)
        #expect(try await town.goran.opens("/catalogue/trainers").status == 404)
    }
}
