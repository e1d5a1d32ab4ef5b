import Accounts
import Foundation
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

@Suite struct EnterStories {
    @Test func `a mailed link lets in once, after a press of the button`() async throws {
        let town = try await Town()
        let browser = town.newBrowser()
        try await browser.opens("/sign-in?onward=/data-protection")
        let sent = try await browser.sends("/sign-in", ["email": "Ana@Bistrik.example "])
        #expect(sent.shows(town.say(T.accounts.sentTitle)))
        let link = try await town.mailedLink(to: town.ana.email)
        for _ in 1...2 {
            let page = try await browser.opens(link)
            #expect(page.status == 200 && page.shows("Ана Ђорђевић"))
            #expect(browser.cookie("session") == nil, "opening alone must not let in")
        }
        let inside = try await browser.sends(link)
        #expect(inside.path == "/sr/data-protection" && inside.shows("Ана Ђорђевић"))
        let other = town.newBrowser()
        let again = try await other.opens(link)
        #expect(again.status == 404 && again.shows(town.say(T.accounts.linkGone)))
    }

    @Test func `two who press the same button at once: one gets in`() async throws {
        let town = try await Town()
        let one = town.newBrowser(), two = town.newBrowser()
        try await one.opens("/sign-in")
        try await one.sends("/sign-in", ["email": town.ana.email])
        let link = try await town.mailedLink(to: town.ana.email)
        try await one.opens(link)
        try await two.opens(link)
        async let first = one.sends(link), second = two.sends(link)
        _ = try await (first, second)
        #expect([one, two].filter { $0.cookie("session") != nil }.count == 1)
    }

    @Test func `a link is good for twenty minutes`() async throws {
        let town = try await Town()
        let browser = town.newBrowser()
        try await browser.opens("/sign-in")
        try await browser.sends("/sign-in", ["email": town.ana.email])
        let link = try await town.mailedLink(to: town.ana.email)
        town.clock.passes(minutes: 9, seconds: 59)
        let button = try await browser.opens(link)
        #expect(button.status == 200)
        town.clock.passes(seconds: 1)
        let late = try await browser.post(try #require(button.form(link)))
        #expect(late.status == 404 && browser.cookie("session") == nil)
    }

    @Test func `a link opened on another device lets in there; a form taken from another browser does nothing`() async throws {
        let town = try await Town()
        let desk = town.newBrowser(), phone = town.newBrowser(), thief = town.newBrowser()
        try await desk.opens("/sign-in")
        try await desk.sends("/sign-in", ["email": town.ana.email])
        let link = try await town.mailedLink(to: town.ana.email)
        let form = try #require(try await phone.opens(link).form(link))
        try await thief.opens("/sign-in")
        let stolen = try await thief.post(form)
        #expect(stolen.status == 409 && thief.cookie("session") == nil)
        try await phone.sends(link)
        #expect(phone.cookie("session") != nil)
    }

    @Test func `nobody learns whether an address is known`() async throws {
        let town = try await Town()
        var answers: [[String]] = []
        for email in [town.ana.email, "nobody@bistrik.example"] {
            let browser = town.newBrowser()
            try await browser.opens("/sign-in")
            let link = try await browser.post(try #require(try browser.page.form("/sign-in")), ["email": email], follows: false)
            try await browser.opens("/sign-in/password")
            let password = try await browser.sends("/sign-in/password", ["email": email, "password": "nije ova lozinka"])
            try await browser.opens("/sign-up")
            let form = try #require(try browser.page.form("/sign-up"))
            let signUp = try await browser.post(form, ["email": email, "given_name": "Неко", "family_name": "Други"], follows: false)
            answers.append([
                "\(link.status) \(link.location ?? "")", "\(password.status) \(password.text.replacingOccurrences(of: email, with: ""))",
                "\(signUp.status) \(signUp.location ?? "")", "\(try await town.letters(to: email)) letters",
            ])
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0][1].contains(town.say(T.accounts.passwordWrong)))
        #expect(try await town.letter(to: "nobody@bistrik.example")?.text.contains("/sign-in/") == false)
        #expect(try await town.ana.person.name.given == "Ана", "who is known keeps the name")
    }

    @Test func `a letter to an unknown address lets nobody in`() async throws {
        let town = try await Town()
        let browser = town.newBrowser()
        try await browser.opens("/sign-in")
        try await browser.sends("/sign-in", ["email": "nobody@bistrik.example"])
        #expect(try await town.mailedLink(to: "nobody@bistrik.example") == "/sr/sign-up")
        #expect(try await town.count("sign_in_link") == 0)
    }

    @Test func `links are counted for each address, known or not, and later there are more`() async throws {
        let town = try await Town()
        for email in [town.ana.email, "nobody@bistrik.example"] {
            let browser = town.newBrowser()
            for count in 1...6 {
                try await browser.opens("/sign-in")
                let page = try await browser.sends("/sign-in", ["email": email])
                #expect(page.status == (count <= 5 ? 200 : 429), "\(email) \(count)")
            }
            #expect(try await town.letters(to: email) == 5)
        }
        let colleague = town.newBrowser()
        try await colleague.opens("/sign-in")
        #expect(try await colleague.sends("/sign-in", ["email": town.branko.email]).status == 200, "a staff room shares one address of the net")
        town.clock.passes(minutes: 15)
        try await colleague.opens("/sign-in")
        #expect(try await colleague.sends("/sign-in", ["email": town.ana.email]).status == 200)
    }

    @Test func `a password lets in; a wrong one is told kindly, ten times`() async throws {
        let town = try await Town()
        try await town.proves(town.ana, for: "/me/account/password")
        #expect(try await town.ana.sends("/me/account/password", ["password": "kratka"]).status == 422)
        let saved = try await town.ana.sends("/me/account/password", ["password": "тиха зелена учионица"])
        #expect(saved.shows(town.say(T.accounts.passwordSetSaid)))
        let browser = town.newBrowser()
        for count in 1...9 {
            try await browser.opens("/sign-in/password")
            let page = try await browser.sends("/sign-in/password", ["email": town.ana.email, "password": "погрешна лозинка \(count)"])
            #expect(page.status == 409 && browser.cookie("session") == nil)
            #expect(!page.html.contains("погрешна"), "a password is never written back")
        }
        try await browser.opens("/sign-in/password?onward=/data-protection")
        #expect(try await browser.sends("/sign-in/password", ["email": town.ana.email, "password": "тиха зелена учионица"]).path == "/sr/data-protection")
        let guesser = town.newBrowser()
        try await guesser.opens("/sign-in/password")
        let waiting = try await guesser.sends("/sign-in/password", ["email": town.ana.email, "password": "тиха зелена учионица"])
        #expect(waiting.status == 429, "after ten tries even the right one waits")
        #expect(guesser.cookie("session") == nil)
        #expect(try await town.journal("person", town.ana.id.value).filter { $0 == "accounts.enterFailed" }.count == 9, "the journal tells of each miss")
    }

    @Test func `onward leads nowhere but here`() async throws {
        let town = try await Town()
        for asked in ["https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)", "/../../evil"] {
            let browser = town.newBrowser()
            let page = try await browser.opens("/sign-in?onward=\(asked)")
            #expect(page.carried("onward") == "/me", "\(asked)")
        }
        let browser = town.newBrowser()
        try await browser.opens("/sign-in")
        try await browser.sends("/sign-in", ["email": town.ana.email, "onward": "https://evil.example/"])
        let link = try await town.mailedLink(to: town.ana.email)
        let form = try #require(try await browser.opens(link).form(link))
        #expect(try await browser.post(form, follows: false).location == "/sr/me")
    }

    @Test func `signing out ends this session, signing out everywhere ends all`() async throws {
        let town = try await Town()
        let phone = town.newBrowser()
        try await town.enters(town.ana.email, in: phone)
        try await phone.opens("/me/account")
        try await phone.sends("/sign-out")
        #expect(phone.cookie("session") == nil)
        #expect(try await town.ana.opens("/me/account").path == "/sr/me/account", "the other device stays")
        try await town.enters(town.ana.email, in: phone)
        try await town.ana.opens("/me/account")
        try await town.ana.sends("/sign-out/everywhere")
        #expect(try await phone.opens("/me/account").path.hasPrefix("/sr/sign-in"))
        #expect(try await town.count("web_session WHERE person = \(town.ana.id)") == 0)
    }
}
