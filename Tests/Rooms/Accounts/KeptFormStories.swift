import Accounts
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

@Suite struct KeptFormStories {
    /// Ана types until her session is over; the form finds the door shut.
    private func typesTooLong(_ town: Town) async throws -> Page {
        try await town.ana.opens("/me/account/contact")
        town.clock.passes(days: 15)
        return try await town.ana.sends("/me/account/contact", ["phone": "025 333 444", "occupation": "наставница"])
    }

    @Test func `what was typed while the session ended is sent after entering again`() async throws {
        let town = try await Town()
        let door = try await typesTooLong(town)
        #expect(door.path.hasPrefix("/sr/sign-in?onward=%2Fkept%2F"))
        #expect(try await town.ana.person.phone == "")
        let onward = try #require(door.carried("onward"))
        let kept = try await town.enters(town.ana.email, in: town.ana.browser, onward: onward)
        #expect(kept.shows(town.say(T.web.keptTitle)))
        let form = try #require(kept.form(onward))
        let saved = try await town.ana.browser.post(form)
        #expect(saved.path == "/sr/me/account" && saved.shows("025 333 444"))
        #expect(try await town.ana.person.phone == "025 333 444")
        let again = try await town.ana.browser.post(form)
        #expect(again.status == 404 && again.shows(town.say(T.web.keptGone)))
    }

    @Test func `another person in the same browser gets nothing, and the form is gone`() async throws {
        let town = try await Town()
        let onward = try #require(try await typesTooLong(town).carried("onward"))
        try await town.enters(town.goran.email, in: town.ana.browser, onward: onward)
        #expect(try await town.ana.browser.sends(onward).shows(town.say(T.web.keptGone)))
        #expect(try await town.ana.person.phone == "")
    }

    @Test func `another browser of the same person gets nothing`() async throws {
        let town = try await Town()
        let onward = try #require(try await typesTooLong(town).carried("onward"))
        let page = try await town.enters(town.ana.email, in: town.newBrowser(), onward: onward)
        #expect(page.status == 404 && page.shows(town.say(T.web.keptGone)))
    }

    @Test func `after half an hour it is gone`() async throws {
        let town = try await Town()
        let onward = try #require(try await typesTooLong(town).carried("onward"))
        town.clock.passes(minutes: 31)
        let page = try await town.enters(town.ana.email, in: town.ana.browser, onward: onward)
        #expect(page.status == 404 && page.shows(town.say(T.web.keptGone)))
    }

    @Test func `of a stranger nothing is kept, and nothing of what is too large or brings files`() async throws {
        let town = try await Town()
        // A form that a stranger was given opens no drawer at a door for people.
        let page = try await town.stranger.opens("/sign-in")
        let form = try #require(page.forms.first { $0.action.hasSuffix("/sign-in") }).acting("/sr/me/account/contact")
        #expect(try await town.stranger.post(form, follows: false).location?.hasPrefix("/sr/sign-in") == true)
        #expect(try await town.count("kept_form") == 0)

        try await town.ana.opens("/me/account/contact")
        town.clock.passes(days: 15)
        let large = String(repeating: "а", count: 60_000)
        #expect(try await town.ana.sends("/me/account/contact", ["phone": large]).shows(town.say(T.web.notKept)))
        try await town.ana.enters()
        try await town.ana.opens("/me/account/contact")
        town.clock.passes(days: 15)
        let door = try await town.ana.browser.uploads("/me/account/contact", field: "picture", name: "slika.png", bytes: [1, 2, 3])
        #expect(door.path.hasPrefix("/sr/sign-in?onward=%2Fme%2Faccount%2Fcontact") && door.shows(town.say(T.web.notKept)))
        #expect(try await town.count("kept_form") == 0)
    }

    @Test func `of one person the newest three are kept, sealed and hardly larger than they were`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/account/contact")
        let form = try #require(try town.ana.browser.page.form("/me/account/contact"))
        town.clock.passes(days: 15)
        for number in 1...5 { try await town.ana.browser.post(form, ["phone": "025 \(number)", "occupation": String(repeating: "x", count: 10_000)], follows: false) }
        let kept = try await town.finds { act in
            try act.db.rows("SELECT id, sealed FROM kept_form ORDER BY id").map { (try $0["id"] as Int64, try ($0["sealed"] as [UInt8]).count) }
        }
        #expect(kept.count == 3 && kept.map(\.0) == kept.map(\.0).sorted())
        #expect(kept.allSatisfy { $0.1 < 10_500 })
    }
}
