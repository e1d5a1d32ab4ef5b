@testable import Accounts
import Centres
import Foundation
import HTTPTypes
import Kernel
import Languages
import Queues
import Site
import Storage
import Testing
import Town
import Web

@Suite struct AccountStories {
    @Test func `a new name keeps the former one, and both are found`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/account/name")
        let page = try await town.ana.sends("/me/account/name", ["family_name": "Јовић"])
        #expect(page.shows("Ана Јовић"))
        for asked in ["jovic", "djordjevic"] {
            let found = try await town.finds { try PersonStore.search(asked, sorted: .azbuka, in: $0) }
            #expect(found.map(\.id) == [town.ana.id], "\(asked)")
        }
    }

    @Test func `the other script is proposed, corrected and confirmed by its bearer alone`() async throws {
        let town = try await Town()
        #expect(try await town.ana.person.otherScript == nil)
        let form = try await town.ana.opens("/me/account/other-script")
        #expect(form.carried("given_name") == "Ana" && form.carried("family_name") == "Đorđević")
        let same = try await town.ana.sends("/me/account/other-script", ["given_name": "Ана", "family_name": "Ђорђевић"])
        #expect(same.status == 422 && same.shows(town.say(T.accounts.otherScriptWrong)))
        #expect(try await town.ana.sends("/me/account/other-script", ["given_name": "Ana", "family_name": "Djordjević"]).shows("Djordjević"))
        #expect(try await town.ana.person.otherScript == PersonName(given: "Ana", family: "Djordjević"))
        try await town.ana.opens("/me/account/name")
        try await town.ana.sends("/me/account/name", ["family_name": "Јовић"])
        #expect(try await town.ana.person.otherScript == nil, "a new name has to be confirmed anew")
    }

    @Test func `contacts change, and what is wrong comes back as typed`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/account/contact")
        let wrong = try await town.ana.sends("/me/account/contact", ["phone": "зовите увече", "occupation": "наставница"])
        #expect(wrong.status == 422 && wrong.carried("phone") == "зовите увече" && wrong.carried("occupation") == "наставница")
        try await town.ana.sends("/me/account/contact", ["phone": "025 333 444", "language": "lt"])
        let ana = try await town.ana.person
        #expect(ana.phone == "025 333 444" && ana.language == .lt && ana.occupation == "наставница")
    }

    @Test func `an address changes only by the link that was sent to it`() async throws {
        let town = try await Town()
        let phone = town.newBrowser()
        try await town.enters(town.ana.email, in: phone)
        try await town.proves(town.ana, for: "/me/account/email")
        try await town.ana.sends("/me/account/email", ["email": "ana.nova@skola.example"])
        #expect(try await town.ana.person.email == town.ana.email)
        let link = try await town.mailedLink(to: "ana.nova@skola.example")
        let tablet = town.newBrowser()
        try await tablet.opens(link)
        try await tablet.sends(link)
        #expect(try await town.ana.person.email == "ana.nova@skola.example")
        #expect(tablet.cookie("session") == nil, "proving an address is not entering")
        #expect(try await phone.opens("/me/account").path.hasPrefix("/sr/sign-in"), "whoever was signed in under the old address is not any more")
        #expect(try await town.letter(to: town.ana.email)?.text.contains("ana.nova@skola.example") == true, "the old address is told")
        let browser = town.newBrowser()
        #expect(try await town.enters("ana.nova@skola.example", in: browser).shows("Ана Ђорђевић"))
    }

    @Test func `an address that somebody has cannot be taken, and the page does not tell that it is had`() async throws {
        let town = try await Town()
        var answers: [String] = []
        try await town.proves(town.ana, for: "/me/account/email")
        for email in [town.branko.email, "free@skola.example"] {
            try await town.ana.opens("/me/account/email")
            answers.append(try await town.ana.sends("/me/account/email", ["email": email]).text.replacingOccurrences(of: email, with: ""))
        }
        #expect(answers[0] == answers[1])
        #expect(try await town.letter(to: town.branko.email)?.text.contains("/enter/") == false)
        let link = try await town.mailedLink(to: "free@skola.example")
        _ = try await town.does { act in
            try PersonStore.add(PersonName(given: "Бржи", family: "Неко"), email: "free@skola.example", verified: act.now, language: .sr, in: act)
        }
        try await town.ana.opens(link)
        #expect(try await town.ana.sends(link).status == 409)
        #expect(try await town.ana.person.email == town.ana.email)
    }

    @Test func `a new password signs out everywhere else, and its owner is told`() async throws {
        let town = try await Town()
        let phone = town.newBrowser()
        try await town.enters(town.ana.email, in: phone)
        try await town.proves(town.ana, for: "/me/account/password")
        try await town.ana.sends("/me/account/password", ["password": "тиха зелена учионица"])
        #expect(try await phone.opens("/me/account").path.hasPrefix("/sr/sign-in"))
        #expect(try await town.ana.opens("/me/account").status == 200)
        #expect(try await town.letter(to: town.ana.email)?.subject == town.say(T.accounts.changedSubject))
        let kept: String = try #require(try await town.value("SELECT password FROM person WHERE id = \(town.ana.id)"))
        #expect(kept.hasPrefix("scrypt$32768$8$3$") && !kept.contains("учионица"))
        town.clock.passes(minutes: 11)
        try await town.ana.opens("/me/account/password")
        let wrong = try await town.ana.sends("/me/account/password", ["remove": "yes", "current": "тиха зелена"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.accounts.currentWrong)))
        try await town.ana.sends("/me/account/password", ["remove": "yes", "current": "тиха зелена учионица"])
        #expect(try await town.finds { try AccountStore.hasPassword(town.ana.id, in: $0) } == false)
    }

    @Test func `a copied session changes nothing that lets into the account`() async throws {
        let town = try await Town()
        let thief = town.newBrowser()
        thief.set(cookie: "session", town.ana.browser.cookie("session"))
        for path in ["/me/account/email", "/me/account/password", "/me/account/erase"] {
            let page = try await thief.opens(path)
            #expect(page.path.hasPrefix("/sr/me/account/proof") && page.form(path) == nil, "\(path)")
            let token = try #require(page.carried("act"))
            let fields = [(name: "act", value: token), (name: "email", value: "thief@skola.example"), (name: "password", value: "лопов у туђем налогу")]
            #expect(try await thief.post(Page.Form(action: "/sr\(path)", fields: fields)).path.hasPrefix("/sr/me/account/proof"), "\(path)")
        }
        try await town.proves(town.ana, for: "/me/account/password")
        #expect(try await thief.opens("/me/account").path.hasPrefix("/sr/sign-in"), "the owner's fresh link gives the browser another token")
        try await town.ana.sends("/me/account/password", ["password": "тиха зелена учионица"])

        thief.set(cookie: "session", town.ana.browser.cookie("session"))
        town.clock.passes(minutes: 10)
        for (path, fields) in [("/me/account/email", ["email": "thief@skola.example"]), ("/me/account/password", ["password": "лопов у туђем налогу"]),
            ("/me/account/erase", [:])] {
            let form = try #require(try await thief.opens(path).form(path), "\(path)")
            let asked = Page.Form(action: form.action, fields: form.fields + fields.map { (name: $0.key, value: $0.value) })
            #expect(try await thief.post(asked, ["current": "не знам је"]).status == 422, "\(path)")
        }
        #expect(try await town.finds { try PersonStore.person(town.ana.id, in: $0) }.email == town.ana.email)
        #expect(try await town.letters(to: "thief@skola.example") == 0)
    }

    @Test func `all that is held can be taken away as a file`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/account/name")
        try await town.ana.sends("/me/account/name", ["family_name": "Јовић"])
        let file = try await town.ana.opens("/me/account/data")
        #expect(file.headers[.contentDisposition]?.contains("moji-podaci-2026-02-04.json") == true)
        let held = try JSONDecoder().decode([String: [[String: String]]].self, from: Data(file.bytes))
        #expect(held["person"]?.first?["email"] == town.ana.email && held["former_name"]?.first?["family_name"] == "Ђорђевић")
        #expect(held["session"]?.count == 1 && held["journal"]?.isEmpty == false)
        #expect(!file.html.contains("Бранко"))
        #expect(try await town.stranger.opens("/me/account/data").path.hasPrefix("/sr/sign-in"))
    }

    @Test func `an erased account leaves no name, no address, no way in`() async throws {
        let town = try await Town()
        let phone = town.newBrowser()
        try await town.enters(town.ana.email, in: phone)
        try await town.ana.opens("/me/account/name")
        try await town.ana.sends("/me/account/name", ["family_name": "Јовић"])
        try await town.settles()
        try await town.proves(town.ana, for: "/me/account/erase")
        let gone = try await town.ana.sends("/me/account/erase")
        #expect(gone.shows(town.say(T.accounts.erasedSaid)) && town.ana.browser.cookie("session") == nil)
        #expect(try await phone.opens("/me/account").path.hasPrefix("/sr/sign-in"))
        #expect(try await town.count("person WHERE id = \(town.ana.id) AND email IS NULL AND given_name = '' AND family_name = ''") == 1)
        let traces: [SQL] = [
            "former_name", "journal_detail WHERE changes LIKE '%Јовић%'", "search_word WHERE word LIKE '%jovic%'",
            "letter WHERE state = 'sent' AND address = \(town.ana.email)",
        ]
        for trace in traces { #expect(try await town.count(trace) == 0) }
        #expect(try await town.journal("person", town.ana.id.value).last == "accounts.erased", "that it happened stays")
        try await phone.opens("/sign-in")
        try await phone.sends("/sign-in", ["email": town.ana.email])
        #expect(try await town.mailedLink(to: town.ana.email) == "/sr/sign-up")
    }

    @Test func `a year later nobody knows what a letter said`() async throws {
        let town = try await Town()
        try await town.enters(town.ana.email, in: town.newBrowser())
        try await town.settles()
        for (days, left) in [(365, 1), (1, 0)] {
            town.clock.passes(days: days)
            try await town.does { try $0.forgetOldLetters() }
            #expect(try await town.letters(to: town.ana.email) == left)
        }
    }

    @Test func `a school can be removed, one's own only`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let school = try #require(try await town.school("14"))
        for person in [town.ana, town.branko] { try await person.works(at: school.id, as: "наставник") }
        #expect(try await town.ana.opens("/me/account").shows(school.name))
        let work = try #require(try await town.value("SELECT id FROM employment WHERE person = \(town.ana.id)", as: Int64.self))
        try await town.ana.sends("/me/account/schools/\(work)/leave")
        #expect(try await town.ana.schools == [])
        #expect(try await town.branko.schools == [school.id], "a colleague stays")
    }
}
