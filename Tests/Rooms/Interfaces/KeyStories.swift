import Accounts
import Centres
import Events
import Foundation
import HTTPTypes
import Interfaces
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// Keys for a centre's own data.
@Suite struct KeyStories {
    @Test func `the director makes a key, sees its secret once, and a program reads with it what it may and nothing else`() async throws {
        let town = try await Town(), seminar = try await town.seminar("Дигитална учионица", seats: 1)
        try await town.directed()
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        try await town.vesna.opens("/settings/interface/keys/new")
        let refused = try await town.vesna.sends("/settings/interface/keys/new", ["name": "", "until": town.today.adding(days: 900).iso])
        #expect(refused.status == 422 && refused.shows(town.say(T.interfaces.errorScopes)) && refused.shows(town.say(T.interfaces.errorUntil)))
        #expect(try await town.count("access_key") == 0)

        let form = try #require(refused.form("/settings/interface/keys/new"))
        let values: KeyValuePairs = ["name": "Moodle", "scopes": "registrations:read", "until": town.today.adding(days: 30).iso]
        let made = try await town.vesna.browser.post(form, values)
        let secret = try #require(made.html.firstMatch(of: /zbornica_[A-Za-z0-9]{32}/).map { String($0.0) })
        let twice = try await town.vesna.browser.post(form, values)
        #expect(!twice.html.contains(secret) && twice.shows(town.say(T.interfaces.saidKeyMade)), "the same form again shows no secret")
        #expect(try await town.count("access_key") == 1)
        #expect(try await !town.vesna.opens("/settings/interface").html.contains(secret))

        let read = try await town.asks("/own/registrations?limit=1", key: secret)
        #expect(read.status == 200 && read.items.first?["family_name"] as? String == "Ђорђевић" && read.header("Cache-Control") == "no-store")
        #expect(read.header("Access-Control-Allow-Origin") == nil, "no page of others reads with a key")
        let rest = try await town.asks(try #require(read.next), key: secret)
        #expect(rest.items.first?["state"] as? String == "waiting" && rest.next == nil)
        #expect(try await town.asks("/own/certificates", key: secret).status == 403)
        let bare = try await town.asks("/own/registrations")
        #expect(bare.status == 401 && bare.header("WWW-Authenticate") == "Bearer")
        #expect(try await town.asks("/own/registrations", key: "zbornica_nikad").status == 401)

        #expect(try await town.count("access_use WHERE calls = 2 AND told = 2") == 1)
        let key = try #require(try await town.value("SELECT id FROM access_key", as: Int64.self))
        #expect(try await town.journal("access_key", key) == ["interfaces.deedKeyMade", "interfaces.deedUsed"], "a day's reading is one line")
        #expect(try await town.vesna.opens("/settings/interface/keys/\(key)").shows(town.say(T.interfaces.scopeRegistrations)))
    }

    @Test func `a key after its end opens nothing, and neither does one that somebody ended`() async throws {
        let town = try await Town()
        try await town.directed()
        let (id, secret) = try await town.key(.figures, .events, days: 30), centre = town.centre
        #expect(try await town.asks("/own/figures", key: secret).status == 200)
        #expect(try await town.asks("/own/events", key: secret).status == 200)
        town.clock.passes(days: 17)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Moodle"), "two weeks before, the page of today reminds")
        town.clock.passes(days: 14)
        let over = try await town.asks("/own/figures", key: secret, headers: [.acceptLanguage: "lt"])
        #expect(over.status == 401 && over.header("WWW-Authenticate") == "Bearer error=\"invalid_token\"")
        let (other, another) = try await town.key(.figures)
        try await town.vesna.does { try AccessKeyStore.end(other, at: centre, in: $0) }
        #expect(try await town.asks("/own/figures", key: another).status == 401)
        let again = await #expect(throws: Problem.self) { try await town.vesna.does { try AccessKeyStore.end(other, at: centre, in: $0) } }
        #expect(again?.kind == .conflict)
        #expect(try await town.value("SELECT used FROM access_key WHERE id = \(id)", as: Int64.self) != nil)
    }

    @Test func `too many questions in a minute wait`() async throws {
        let town = try await Town()
        try await town.directed()
        let (_, secret) = try await town.key(.figures)
        for _ in 0..<120 { _ = try await town.asks("/own/figures", key: secret) }
        let often = try await town.asks("/own/figures", key: secret)
        #expect(often.status == 429 && Int(often.header("Retry-After") ?? "") ?? 0 > 0)
        town.clock.passes(minutes: 1, seconds: 1)
        #expect(try await town.asks("/own/figures", key: secret).status == 200)
    }

    @Test func `nobody but the director sees keys, and a key of one centre opens nothing of another`() async throws {
        let town = try await Town()
        let strange = await #expect(throws: Problem.self) { _ = try await town.key(.events) }
        #expect(strange == .missing, "a coordinator makes none")
        #expect(try await town.vesna.opens("/settings/interface").status == 404)
        try await town.directed()
        let (id, secret) = try await town.key(.events)
        for path in ["/settings/interface", "/settings/interface/keys/new", "/settings/interface/keys/\(id)"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
            #expect(try await town.vesna.opens(path).status == 200, "\(path)")
        }
        let zone = town.zone
        try await town.does { act in
            _ = try CentreStore.found(
                name: "Центар Подгоре", country: .serbia, zone: zone, language: .sr, currency: .rsd, street: "", phone: "",
                email: "podgore@example.org", host: "podgore.example", in: act)
        }
        town.clock.passes(seconds: 3)
        let answer = try await town.newBrowser(host: "podgore.example").send(.get, "/api/v1/own/events", headers: [.authorization: "Bearer \(secret)"])
        #expect(answer.status == 401)
    }

    @Test func `figures tell persons and participations apart`() async throws {
        let town = try await Town(), first = try await town.seminar(inDays: 20), second = try await town.seminar(inDays: 21)
        try await town.directed()
        for event in [first, second] { _ = try await town.ana.applies(to: event) }
        town.clock.passes(days: 30)
        try await town.does { act in try act.db.run("UPDATE event SET state = 'held'") }
        let (_, secret) = try await town.key(.figures)
        let figures = try await town.asks("/own/figures?year=2025", key: secret)
        #expect(figures.json["events"] as? Int == 2 && figures.json["participations"] as? Int == 2 && figures.json["persons"] as? Int == 1)
        #expect(try await town.asks("/own/figures?year=2024", key: secret).json["events"] as? Int == 0)
        #expect(try await town.asks("/own/claims", key: secret).status == 403)
    }

    @Test func `whoever made keys and goes is not named any more, and is told before what is held`() async throws {
        let town = try await Town(), vesna = town.vesna.id
        try await town.directed()
        let secret = try await town.key(.events).secret
        _ = try await town.webhook("https://example.org/hook", .announced)
        #expect(try await town.vesna.opens("/me/account/data").text.contains("Moodle"))
        try await town.does { try AccountStore.erase(vesna, in: $0) }
        #expect(try await town.count("access_key WHERE made_by IS NOT NULL") == 0)
        #expect(try await town.count("webhook WHERE made_by IS NOT NULL") == 0)
        #expect(try await town.asks("/own/events", key: secret).status == 200, "the key is the centre's")
    }
}
