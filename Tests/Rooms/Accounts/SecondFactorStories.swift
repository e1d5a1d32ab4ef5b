@testable import Accounts
import Centres
import Documents
import Foundation
import Kernel
import Languages
import Storage
import Testing
import Town
import Site
import Web

@Suite struct SecondFactorStories {
    /// The code that Весна's telephone shows now.
    private func code(_ secret: [UInt8], _ town: Town) -> String { TimeCode(secret: secret).code(at: TimeCode.step(at: town.clock.now)) }

    private func secret(_ page: Page, _ person: Someone, _ town: Town) throws -> [UInt8] {
        let sealed = try #require(page.carried("enrolment"))
        return try #require(Enrolment(sealed: sealed, for: person.id, by: town.app.installation.seal)).secret
    }

    private func codes(_ page: Page) -> [String] { page.text.matches(of: /[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}/).map { String($0.0) } }

    /// Весна enters anew and sets her second factor up.
    private func sets(_ town: Town, _ browser: Browser) async throws -> (secret: [UInt8], codes: [String]) {
        let page = try await town.enters(town.vesna.email, in: browser)
        let secret = try secret(page, town.vesna, town)
        let shown = try await browser.sends("/second-factor", ["code": code(secret, town)])
        return (secret, codes(shown))
    }

    @Test func `before the second factor the centre's pages stay shut, and after it one goes on`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.administrator)
        let browser = town.newBrowser()
        let page = try await town.enters(town.vesna.email, in: browser, onward: "/people")
        #expect(page.path.hasPrefix("/sr/second-factor?onward=%2Fpeople") && page.shows(town.say(T.accounts.factorTitle)))
        #expect(page.html.contains("otpauth://totp/"))
        #expect(try await browser.opens("/people").path.hasPrefix("/sr/second-factor?onward=%2Fpeople"))
        #expect(try await browser.opens("/me/account").path.hasPrefix("/sr/second-factor"), "the mailbox alone does not change the account")
        let open = try await browser.opens("/second-factor?onward=/people")
        let secret = try secret(open, town.vesna, town)
        let wrong = try await browser.sends("/second-factor", ["code": "000000"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.codeWrong)))
        #expect(try self.secret(wrong, town.vesna, town) == secret, "the telephone has this secret already")
        let form = try #require(wrong.form("/second-factor"))
        let shown = try await browser.post(form, ["code": code(secret, town)])
        #expect(Set(codes(shown)).count == 10)
        #expect(codes(try await browser.post(form, ["code": code(secret, town)])) == codes(shown), "the same form gets the same answer")
        #expect(shown.link(town.say(T.accounts.codesKept)) == "/sr/people")
        #expect(try await browser.opens("/people").path == "/sr/people")
        #expect(!codes(try await browser.opens("/second-factor?onward=/people")).contains { _ in true }, "they are shown once")
    }

    @Test func `a code is good once, in its half minute and its neighbours`() async throws {
        let town = try await Town()
        let (secret, _) = try await sets(town, town.newBrowser())
        let used = code(secret, town)
        let browser = town.newBrowser()
        #expect(try await town.enters(town.vesna.email, in: browser).shows(town.say(T.accounts.factorAskTitle)))
        #expect(try await browser.sends("/second-factor", ["code": used]).status == 422, "a code that was overheard is worth nothing")
        town.clock.passes(seconds: 30)
        let next = code(secret, town)
        town.clock.passes(seconds: 30)
        #expect(try await browser.sends("/second-factor", ["code": next]).path == "/sr/data-protection")
        let third = town.newBrowser()
        try await town.enters(town.vesna.email, in: third)
        #expect(try await third.sends("/second-factor", ["code": next]).status == 422)
        town.clock.passes(seconds: 30)
        let old = code(secret, town)
        town.clock.passes(seconds: 60)
        #expect(try await third.sends("/second-factor", ["code": old]).status == 422)
    }

    @Test func `guessing codes stops after ten tries`() async throws {
        let town = try await Town()
        let (secret, _) = try await sets(town, town.newBrowser())
        let browser = town.newBrowser()
        try await town.enters(town.vesna.email, in: browser)
        town.clock.passes(minutes: 1)
        for _ in 1...10 { #expect(try await browser.sends("/second-factor", ["code": "123456"]).status == 422) }
        #expect(try await browser.sends("/second-factor", ["code": code(secret, town)]).status == 429)
    }

    @Test func `a right code is no try`() async throws {
        let town = try await Town()
        let (secret, _) = try await sets(town, town.newBrowser())
        for _ in 1...12 {
            let browser = town.newBrowser()
            town.clock.passes(minutes: 1)
            try await town.vesna.enters()
            browser.set(cookie: "session", town.vesna.browser.cookie("session"))
            try await browser.opens("/second-factor?onward=/data-protection")
            #expect(try await browser.sends("/second-factor", ["code": code(secret, town)]).path == "/sr/data-protection")
        }
    }

    @Test func `a recovery code lets in once, however it is typed`() async throws {
        let town = try await Town()
        let (_, codes) = try await sets(town, town.newBrowser())
        let typed = codes[3].lowercased().replacingOccurrences(of: "-", with: " ")
        let browser = town.newBrowser()
        try await town.enters(town.vesna.email, in: browser)
        #expect(try await browser.sends("/second-factor", ["code": typed]).path == "/sr/data-protection")
        let again = town.newBrowser()
        try await town.enters(town.vesna.email, in: again)
        #expect(try await again.sends("/second-factor", ["code": codes[3]]).status == 422)
        #expect(try await town.finds { try SecondFactorStore.codesLeft(town.vesna.id, in: $0) } == 9)
    }

    @Test func `the database alone tells neither secret nor codes`() async throws {
        let town = try await Town()
        let (secret, codes) = try await sets(town, town.newBrowser())
        let kept: [UInt8] = try #require(try await town.value("SELECT secret FROM second_factor WHERE person = \(town.vesna.id)"))
        #expect(kept.count > secret.count && !kept.indices.dropLast(19).contains { Array(kept[$0..<$0 + 20]) == secret })
        let hashes = try await town.finds { try $0.db.rows("SELECT hash FROM recovery_code").map { try $0["hash"] as [UInt8] } }
        #expect(hashes.count == 10 && !hashes.contains(Array(codes[0].filter { $0 != "-" }.utf8)))
    }

    @Test func `a lost telephone: the administrator of the machine resets, and it is set up anew`() async throws {
        let town = try await Town()
        let browser = town.newBrowser()
        let (old, _) = try await sets(town, browser)
        #expect(try await App.resetFactor(email: town.vesna.email, in: town.app.place, carried: town.app.carried))
        #expect(try await !App.resetFactor(email: town.vesna.email, in: town.app.place, carried: town.app.carried))
        await #expect(throws: Problem.self) { try await App.resetFactor(email: "niko@bistrik.example", in: town.app.place, carried: town.app.carried) }
        #expect(try await browser.opens("/second-factor").path.hasPrefix("/sr/sign-in"), "the session that had it is no more")
        let page = try await town.enters(town.vesna.email, in: browser)
        #expect(page.shows(town.say(T.accounts.factorTitle)))
        #expect(try secret(page, town.vesna, town) != old)
    }

    @Test func `the session gets another token with the factor, and a copy of the old one is worth nothing`() async throws {
        let town = try await Town()
        let (browser, thief) = (town.newBrowser(), town.newBrowser())
        let (secret, _) = try await sets(town, browser)
        #expect(try await town.vesna.opens("/me/account").path.hasPrefix("/sr/sign-in"), "a new factor signs out everywhere else")
        town.clock.passes(minutes: 1)
        let phone = town.newBrowser()
        try await town.enters(town.vesna.email, in: phone)
        thief.set(cookie: "session", phone.cookie("session"))
        try await phone.sends("/second-factor", ["code": code(secret, town)])
        #expect(try await phone.opens("/staff/events").path == "/sr/staff/events")
        #expect(try await thief.opens("/staff/events").path.hasPrefix("/sr/sign-in"))
    }

    @Test func `the factor itself, the address and the password change with a code only`() async throws {
        let town = try await Town()
        let browser = town.newBrowser()
        let (secret, _) = try await sets(town, browser)
        for (path, fields) in [("/me/account/email", ["email": "nova@skola.example"]), ("/me/account/password", ["password": "тиха зелена учионица"]),
            ("/me/account/factor", [:])] {
            town.clock.passes(minutes: 1)
            let form = try #require(try await browser.opens(path).form(path), "\(path)")
            let asked = Page.Form(action: form.action, fields: form.fields.filter { fields[$0.name] == nil } + fields.map { (name: $0.key, value: $0.value) })
            let refused = try await browser.post(asked, ["code": "000000"])
            #expect(refused.status == 422 && refused.shows(town.say(T.accounts.codeWrong)), "\(path)")
            #expect(try await browser.post(asked, ["code": code(secret, town)]).status == 200, "\(path)")
        }
        #expect(try await town.letters(to: "nova@skola.example") == 1)
        let page = try browser.page
        #expect(page.path.hasPrefix("/sr/second-factor") && page.shows(town.say(T.accounts.factorTitle)))
        #expect(try self.secret(page, town.vesna, town) != secret)
    }

    @Test func `the picture for the telephone is there, however long the centre is called`() async throws {
        let secret = TimeCode(secret: Array(repeating: 255, count: 20))
        let names = ["Регионални центар за професионални развој запослених у образовању", "Panevėžio rajono švietimo centras", String(repeating: "Ђ", count: 120)]
        for name in names {
            let address = secret.address(issuer: name, account: String(repeating: "a", count: 60) + "@" + String(repeating: "b", count: 60) + ".example")
            #expect(QRCode(address) != nil && address.matches(of: /issuer=/).count == 1, "\(name): \(address.utf8.count)")
        }
        let town = try await Town()
        let page = try await town.enters(town.vesna.email, in: town.newBrowser())
        #expect(page.html.contains(town.say(T.accounts.factorPicture)))
    }

    @Test func `whoever has no staff role has no such page`() async throws {
        let town = try await Town()
        #expect(try await town.ana.opens("/second-factor").status == 404)
        #expect(try await town.stranger.opens("/second-factor").path.hasPrefix("/sr/sign-in"))
    }

    @Test func `an enrolment made for one person does not serve another`() async throws {
        let town = try await Town()
        let sealed = try Enrolment.fresh().sealed(for: town.vesna.id, by: town.app.installation.seal)
        #expect(Enrolment(sealed: sealed, for: town.vesna.id, by: town.app.installation.seal) != nil)
        #expect(Enrolment(sealed: sealed, for: town.ana.id, by: town.app.installation.seal) == nil)
        #expect(Enrolment(sealed: "bogus", for: town.ana.id, by: town.app.installation.seal) == nil)
    }
}
