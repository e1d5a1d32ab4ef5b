@testable import Accounts
import Centres
import Foundation
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

@Suite struct RoleStories {
    private func administrators(of town: Town) async throws -> [HeldRole] {
        try await town.finds { act in
            try RoleStore.roles(of: RoleStore.holders(sorted: .azbuka, in: act).map(\.id), in: act).filter { $0.grant.role == .administrator }
        }
    }

    @Test func `an administrator gives and takes roles, and the journal remembers`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        try await town.vesna.opens("/people/\(town.branko.id)")
        let given = try await town.vesna.sends("/people/\(town.branko.id)/roles", ["role": "trainer"])
        #expect(given.shows(town.say(T.accounts.roleTrainer)) && given.shows("Центар за стручно усавршавање Бистрик"))
        #expect(try await town.branko.grants == [Grant(.trainer, centre: town.centre)])
        let role = try #require(try await town.branko.roles.first)
        let taken = try await town.vesna.sends("/people/\(town.branko.id)/roles/\(role.id)/take")
        #expect(taken.shows(town.say(T.accounts.rolesNone)))
        #expect(try await town.journal("person", town.branko.id.value) == ["accounts.roleGranted", "accounts.roleTaken"])
    }

    @Test func `the last administrator cannot be removed, not even by erasing the account`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        let role = try #require(try await administrators(of: town).first)
        try await town.vesna.opens("/people/\(town.vesna.id)")
        let refused = try await town.vesna.sends("/people/\(town.vesna.id)/roles/\(role.id)/take")
        #expect(refused.status == 409 && refused.shows(town.say(T.accounts.lastAdministrator)))
        try await town.does { try $0.db.run("UPDATE web_session SET proved = \($0.now)") }
        try await town.vesna.opens("/me/account/erase")
        let kept = try await town.vesna.sends("/me/account/erase")
        #expect(kept.status == 409 && kept.shows(town.say(T.accounts.lastAdministratorErase)))
        #expect(try await administrators(of: town).map(\.person) == [town.vesna.id])
        try await town.milena.becomes(.administrator)
        try await town.vesna.opens("/people/\(town.vesna.id)")
        #expect(try await town.vesna.sends("/people/\(town.vesna.id)/roles/\(role.id)/take").path.hasPrefix("/sr"))
        #expect(try await administrators(of: town).map(\.person) == [town.milena.id])
    }

    @Test func `a centre's people find those they have to do with, see their card and mend it, and nobody else`() async throws {
        let town = try await Town()
        try await town.does { act in
            try act.db.run("UPDATE person SET phone = '064 777 888' WHERE id = \(town.goran.id)")
            try PersonStore.grant(Grant(.trainer, centre: town.centre), to: town.branko.id, in: act)
        }
        #expect(try await town.vesna.opens("/people").shows("Његован Бранко"), "the menu leads somewhere")
        #expect(try await !town.vesna.opens("/people?q=goran").html.contains("Љубић"))
        #expect(try await town.vesna.opens("/people/\(town.goran.id)").status == 404)
        let card = try await town.vesna.opens("/people/\(town.branko.id)")
        #expect(card.status == 200 && card.shows(town.branko.email) && card.shows(town.say(T.accounts.roleTrainer)) && card.form("/roles") == nil)
        #expect(try await town.vesna.opens("/people/\(town.branko.id)/edit").status == 404, "whoever has proved the address looks after the name alone")
        let nada = try await town.does { act in
            let id = try PersonStore.add(PersonName(given: "Нада", family: "Погрешна"), email: nil, verified: nil, language: .sr, in: act)
            try PersonStore.grant(Grant(.trainer, centre: town.centre), to: id, in: act)
            return id
        }
        try await town.vesna.opens("/people/\(nada)/edit")
        let wrong = try await town.vesna.sends("/people/\(nada)/edit", ["family_name": "", "phone": "064 1"])
        #expect(wrong.status == 422 && wrong.carried("phone") == "064 1")
        let mended = try await town.vesna.sends("/people/\(nada)/edit", ["family_name": "Исправна", "phone": "064 1"])
        #expect(mended.shows("Нада Исправна") && mended.shows("064 1") && mended.shows(town.say(T.accounts.renamed)))
        for _ in 1...25 { #expect(try await town.ana.opens("/people/\(nada)").status == 404) }
        #expect(try await town.journal("person", town.ana.id.value).filter { $0 == "web.doorRefused" }.count == 20, "the journal knows who knocked")
        #expect(try await !town.vesna.opens("/people/\(town.branko.id)").html.contains(town.say(T.accounts.entered)), "when somebody enters is nobody's business")
    }

    @Test func `two administrators who remove each other at once leave one`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        try await town.milena.becomes(.administrator)
        let roles = try await administrators(of: town)
        #expect(roles.count == 2)
        await withTaskGroup(of: Void.self) { group in
            for role in roles {
                group.addTask { _ = try? await town.does { try RoleStore.take(role.id, from: role.person, in: $0) } }
            }
        }
        #expect(try await administrators(of: town).count == 1)
    }

    @Test func `people are found in either script, with and without diacritics, by name and address`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        for asked in ["Ђорђевић", "djordjevic", "Đorđević ana", "dordev", "ana@bistrik"] {
            let page = try await town.vesna.opens("/people?q=\(asked.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
            #expect(page.shows("Ђорђевић Ана"), "\(asked)")
        }
        #expect(try await town.vesna.opens("/people?q=zemaityte").shows("Žemaitytė Rūta"))
        #expect(try await town.vesna.opens("/people?q=niko").shows(town.say(T.accounts.peopleNone)))
    }

    @Test func `nobody else sees people, and a search without a tie finds nobody`() async throws {
        let town = try await Town()
        for someone in [town.goran, town.milena] { #expect(try await someone.opens("/people").status == 404) }
        #expect(try await town.stranger.opens("/people").path.hasPrefix("/sr/sign-in"))
        let coordinator = try #require(try await town.finds { try PersonStore.actor(town.vesna.id, in: $0) })
        let (alone, tied) = try await town.records.read(as: coordinator) { act in
            (try PersonStore.search("ana", sorted: .azbuka, in: act), try PersonStore.search("ana", within: "SELECT id FROM person", sorted: .azbuka, in: act))
        }
        #expect(alone.isEmpty && tied.map(\.id) == [town.ana.id])
    }

    @Test func `a colleague is added, once, and enters by an own link`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        try await town.vesna.opens("/people/new")
        let page = try await town.vesna.sends("/people/new", ["given_name": "Јован", "family_name": "Шућур", "email": "jovan@bistrik.example"])
        #expect(page.shows("Јован Шућур") && page.shows(town.say(T.accounts.addedSaid)))
        try await town.vesna.opens("/people/new")
        #expect(try await town.vesna.sends("/people/new", ["given_name": "Ј", "family_name": "Ш", "email": "JOVAN@bistrik.example"]).status == 422)
        let browser = town.newBrowser()
        #expect(try await town.enters("jovan@bistrik.example", in: browser).shows("Јован Шућур"))
    }

    @Test func `who coordinates a school is said by the administrator, and works there from then on`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        try await town.vesna.becomes(.administrator)
        let school = try #require(try await town.school("13"))
        try await town.vesna.opens("/people/\(town.branko.id)")
        #expect(try await town.vesna.sends("/people/\(town.branko.id)/roles", ["role": "school"]).shows(town.say(T.accounts.roleNeedsSchool)))
        try await town.vesna.sends("/people/\(town.branko.id)/roles", ["role": "school", "school": "muzicka"])
        #expect(try await town.branko.grants == [Grant(.school, school: school.id)])
        #expect(try await town.branko.schools == [school.id])
    }

    @Test func `whoever enters lands where the role works, and no role without a door is offered`() async throws {
        let town = try await Town()
        let director = town.newBrowser()
        try await town.milena.becomes(.director, at: town.centre)
        #expect(try await town.enters(town.milena.email, in: director, onward: "").carried("onward") == "/staff")
        #expect(try await town.enters(town.ana.email, in: town.newBrowser(), onward: "").path.hasSuffix("/me"))
        // A librarian keeps the library, and has no board of the day.
        try await town.ruta.becomes(.librarian, at: town.centre)
        #expect(try await town.enters(town.ruta.email, in: town.newBrowser(), onward: "").carried("onward") == "/staff/desk")

        try await town.vesna.becomes(.administrator)
        let card = try await town.vesna.opens("/people/\(town.branko.id)")
        #expect(card.shows(town.say(T.accounts.roleTrainer)) && card.shows(town.say(T.accounts.roleDirector)))
        #expect(card.shows(town.say(T.accounts.mayLibrarian)))
        for role in [T.accounts.mayAccountant, T.accounts.mayObserver, T.accounts.maySchool] { #expect(!card.shows(town.say(role))) }
    }
}
