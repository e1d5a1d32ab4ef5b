import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// Whom staff write down may be known already.
@Suite struct DoubleStories {
    private func known(_ town: Town, at event: Event.ID) async throws -> Person.ID {
        try await town.vesna.opens("/staff/events/\(event)/add")
        try await town.vesna.sends(
            "/staff/events/\(event)/add", ["given_name": "Čedomir", "family_name": "Njegovan", "phone": "064 555 66 77", "payer": "free"])
        return try #require(try await town.value("SELECT id FROM person WHERE family_name = 'Njegovan'", as: Person.ID.self))
    }

    @Test func `whoever is written down in the other script with the same telephone is proposed, and stays one`() async throws {
        let town = try await Town()
        let (first, second) = (try await town.seminar("Прва"), try await town.seminar("Друга", inDays: 50))
        let known = try await known(town, at: first)
        let path = "/staff/events/\(second)/add"
        try await town.vesna.opens(path)
        let asked = try await town.vesna.sends(
            path, ["given_name": "Чедомир", "family_name": "Његован", "phone": "+381 64 555-66-77", "email": "ceda@bistrik.example", "payer": "free"])
        #expect(asked.status == 422 && asked.shows(town.say(T.accounts.doubleFound)) && asked.shows(town.say(T.accounts.doubleSame(name: .text("Čedomir Njegovan")))))
        #expect(asked.form(path)?.fields.contains { $0 == ("family_name", "Његован") } == true, "what was typed is kept")
        #expect(try await town.count("person WHERE family_name = 'Његован' AND given_name = 'Чедомир'") == 0)
        try await town.vesna.sends(path, ["known": "\(known)"])
        #expect(try await town.finds { try RegistrationStore.all(of: known, in: $0) }.map(\.event) == [second, first])
        #expect(try await town.value("SELECT email FROM person WHERE id = \(known)") == "ceda@bistrik.example", "what was not known is known now")
    }

    @Test func `another one of the same name is written down as another, and not asked about again`() async throws {
        let town = try await Town()
        let (first, second) = (try await town.seminar("Прва"), try await town.seminar("Друга", inDays: 50))
        let known = try await known(town, at: first)
        let path = "/staff/events/\(second)/add"
        try await town.vesna.opens(path)
        try await town.vesna.sends(path, ["given_name": "Чедомир", "family_name": "Његован", "phone": "064 5556677", "payer": "free"])
        try await town.vesna.sends(path, ["known": "another"])
        #expect(try await town.count("person WHERE name_key = 'cedomir negovan' OR name_key = 'cedomir njegovan'") == 2)
        #expect(try await town.finds { try RegistrationStore.all(of: known, in: $0) }.map(\.event) == [first])
        #expect(try await !town.vesna.opens("/people/doubles").shows("Његован Чедомир"))
    }

    @Test func `a namesake with another telephone is no double, and one of another centre is not told of`() async throws {
        let town = try await Town()
        let (first, second) = (try await town.seminar("Прва"), try await town.seminar("Друга", inDays: 50))
        _ = try await known(town, at: first)
        let path = "/staff/events/\(second)/add"
        try await town.vesna.opens(path)
        let taken = try await town.vesna.sends(path, ["given_name": "Чедомир", "family_name": "Његован", "phone": "064 111 22 33", "payer": "free"])
        #expect(taken.status == 200)
        try await town.does { act in
            _ = try PersonStore.add(PersonName(given: "Јелена", family: "Тихић"), email: nil, verified: nil, phone: "064 777 88 99", language: .sr, in: act)
        }
        try await town.vesna.opens(path)
        let stranger = try await town.vesna.sends(path, ["given_name": "Jelena", "family_name": "Tihić", "phone": "064 777 88 99", "payer": "free"])
        #expect(stranger.status == 200 && !stranger.shows(town.say(T.accounts.doubleFound)))
    }

    @Test func `a made up number in the form means nobody`() async throws {
        let town = try await Town()
        let (first, second) = (try await town.seminar("Прва"), try await town.seminar("Друга", inDays: 50))
        _ = try await known(town, at: first)
        let path = "/staff/events/\(second)/add"
        try await town.vesna.opens(path)
        let values: KeyValuePairs = ["given_name": "Чедомир", "family_name": "Његован", "phone": "064 555 66 77", "payer": "free"]
        try await town.vesna.sends(path, values)
        let refused = try await town.vesna.sends(path, ["known": "\(town.goran.id)"])
        #expect(refused.status == 422)
        #expect(try await town.finds { try RegistrationStore.all(of: town.goran.id, in: $0) }.isEmpty)
    }
}
