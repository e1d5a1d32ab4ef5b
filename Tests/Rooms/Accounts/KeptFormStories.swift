import Accounts
import Kernel
import Languages
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
}
