import Forms
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Accounts
@testable import Newsletter

/// Who has a newsletter, how it began, and how it ends.
@Suite struct JoinStories {
    @Test func `an address is written down only when its owner presses the button, and never by opening a link`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        let page = try await town.stranger.opens("/newsletter")
        #expect(page.status == 200 && page.shows("Недељни билтен") && page.shows("Шта долази следеће недеље."))
        let bare = try await town.stranger.sends("/newsletter", ["email": "nije adresa"])
        #expect(bare.status == 422 && bare.html.contains("#field-email") && bare.html.contains("#field-agree"))
        let asked = try await town.stranger.sends("/newsletter", ["email": "Petar@example.org", "newsletter": "\(id)", "agree": "yes"])
        #expect(asked.shows(town.say(T.newsletter.saidAsked(email: "Petar@example.org"))))
        #expect(try await town.stands(id) == 0)
        #expect(try await town.count("letter WHERE secret AND noun = 'newsletter_subscriber'") == 1, "staff cannot say yes for anybody")
        let link = try await town.mailedLink(to: "petar@example.org")
        for _ in 0..<3 { #expect(try await town.newBrowser().send(.get, link).status == 200) }
        #expect(try await town.stands(id) == 0, "a program that looks for bad mail has opened it")
        #expect(try await town.newBrowser().send(.get, link + "x").status == 404)
        try await town.stranger.opens(link)
        #expect(try await town.stranger.sends(link).shows(town.say(T.newsletter.confirmedText)))
        #expect(try await town.stands(id) == 1)
        let words: String? = try await town.value("SELECT words FROM newsletter_consent")
        #expect(words?.contains("Недељни билтен") == true && words?.contains("Центар за стручно усавршавање Бистрик") == true)
    }

    @Test func `nobody learns whose address is known, and nobody is flooded`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        func asks(_ email: String) async throws -> Page {
            try await town.stranger.opens("/newsletter")
            return try await town.stranger.sends("/newsletter", ["email": email, "newsletter": "\(id)", "agree": "yes"])
        }
        #expect(try await asks(town.ana.email).shows(town.say(T.newsletter.saidAsked(email: .text(town.ana.email)))))
        #expect(try await town.letters(to: town.ana.email) == 0, "who has it is left alone")
        #expect(try await town.count("newsletter_subscriber") == 1)
        for _ in 0..<5 { #expect(try await asks("isti@example.org").status == 200) }
        #expect(try await asks("isti@example.org").status == 429)
    }

    @Test func `somebody with an account ticks what is wanted, and sees what was agreed to`() async throws {
        let town = try await Town(), id = try await town.newsletter(), other = try await town.newsletter("За наставнике", isOpen: false)
        #expect(try await town.ana.opens("/me").shows(town.say(T.newsletter.youHaveNone)))
        #expect(try await town.ana.opens("/me/newsletters").shows("За наставнике"))
        #expect(try await town.ana.sends("/me/newsletters", ["newsletter": "\(other)"]).shows(town.say(T.common.saved)))
        #expect(try await town.stands(other) == 1)
        #expect(try await town.stands(id) == 0)
        let draft = NewsletterDraft(isOpen: false, texts: [.sr: NewsletterText("За све наставнике")])
        try await town.vesna.does { [centre = town.centre] in try NewsletterStore.edit(other, to: draft, at: centre, in: $0) }
        let log = try await town.ana.opens("/me/newsletters")
        #expect(log.shows("За све наставнике") && log.shows("Желим билтен „За наставнике“"), "the words are those that were read")
        #expect(try await town.count("newsletter_consent WHERE version = 1") == 1)
        try await town.ana.opens("/me/newsletters")
        var form = try #require(try town.ana.browser.page.form("/me/newsletters"))
        form = Page.Form(action: form.action, fields: form.fields.filter { $0.name != "newsletter" })
        try await town.ana.browser.post(form)
        #expect(try await town.stands(other) == 0)
        #expect(try await town.count("newsletter_consent WHERE ended_by = 'account'") == 1, "the log stays")
        #expect(try await town.journal("person", town.ana.id.value).suffix(2) == ["newsletter.deedGiven", "newsletter.deedLeft"])
    }

    @Test func `one click ends it without a session, and opening the link does not`() async throws {
        let town = try await Town(), id = try await town.newsletter(), issue = try await town.issue(of: id)
        try await town.outsiders(1, of: id)
        try await town.agrees(town.branko, to: id)
        try await town.begins(issue)
        try await town.minutes()
        let path = try await town.leavePath(to: town.branko.email), program = town.newBrowser()
        #expect(try await town.value("SELECT unsubscribe FROM letter WHERE address = \(town.branko.email)") == "http://localhost\(path)")
        for _ in 0..<2 { #expect(try await program.send(.get, path).shows("Prekinite ovaj bilten")) }
        #expect(try await town.stands(id) == 2)
        let body = Array("List-Unsubscribe=One-Click".utf8), type = "application/x-www-form-urlencoded"
        #expect(try await town.newBrowser().send(.post, path + "0", body: body, type: type).status == 404)
        let left = try await town.newBrowser().send(.post, path, body: body, type: type)
        #expect(left.status == 200, "and sends nobody elsewhere")
        #expect(try await town.stands(id) == 1)
        #expect(try await town.count("newsletter_consent WHERE ended_by = 'program'") == 1)
        #expect(try await town.newBrowser().send(.post, path, body: body, type: type).status == 200, "twice is as good as once")
        #expect(try await town.count("newsletter_stop") == 1)
        let foreign: HTTPFields = [.init("Sec-Fetch-Site")!: "cross-site"]
        #expect(try await town.newBrowser().send(.post, path, body: body, type: type, headers: foreign).status == 403, "no page elsewhere presses it")
        let outside = try await town.leavePath(to: "citalac0@example.org")
        try await town.stranger.opens(outside)
        #expect(try await town.stranger.sends(outside).shows(town.say(T.newsletter.leftText)))
        #expect(try await town.stands(id) == 0)
        #expect(try await town.count("newsletter_subscriber WHERE address = 'citalac0@example.org'") == 0, "the address goes, its mark stays")
    }

    @Test func `whoever has left is not asked again by staff, however often a list is brought, and after the account is gone too`() async throws {
        let town = try await Town(), id = try await town.newsletter(), (centre, seal, ana) = (town.centre, town.seal, town.ana.id)
        func invites(_ addresses: String) async throws -> Page {
            try await town.vesna.opens("/staff/newsletters/kinds/\(id)")
            return try await town.vesna.sends("/invite", ["addresses": addresses])
        }
        #expect(try await invites("a@example.org\nne-adresa").status == 422)
        #expect(try await invites("a@example.org\nA@example.org\n\(town.ana.email)").shows(town.say(T.newsletter.saidInvited(count: 2))))
        #expect(try await town.stands(id) == 0, "a list on paper is no consent")
        let link = try await town.mailedLink(to: "a@example.org")
        try await town.stranger.opens(link)
        try await town.stranger.sends(link)
        try await town.agrees(town.ana, to: id)
        #expect(try await town.stands(id) == 2)
        try await town.ana.does { try SubscriberStore.set([:], interests: [], of: ana, seal, at: centre, in: $0) }
        try await town.does { try $0.state(PersonErased(person: ana)) }
        #expect(try await town.count("newsletter_subscriber WHERE person IS NOT NULL") == 0)
        #expect(try await town.count("newsletter_stop") == 1)
        #expect(try await invites("a@example.org\n\(town.ana.email)").shows(town.say(T.newsletter.saidInvited(count: 0))))
        #expect(try await town.letters(to: "a@example.org") == 1, "and who has it gets no letter either")
        // Whoever wants it again asks, and is not kept from it.
        try await town.stranger.opens("/newsletter")
        try await town.stranger.sends("/newsletter", ["email": town.ana.email, "newsletter": "\(id)", "agree": "yes"])
        let again = try await town.mailedLink(to: town.ana.email)
        try await town.stranger.opens(again)
        try await town.stranger.sends(again)
        #expect(try await town.stands(id) == 2)
    }

    @Test func `a link that nobody pressed ends after a week, and nothing is kept of it`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.stranger.opens("/newsletter")
        try await town.stranger.sends("/newsletter", ["email": "petar@example.org", "newsletter": "\(id)", "agree": "yes"])
        let link = try await town.mailedLink(to: "petar@example.org")
        town.clock.passes(days: 6)
        try await town.does { try NewsletterKeepingStore.forgetOld(in: $0) }
        #expect(try await town.stranger.opens(link).status == 200)
        town.clock.passes(days: 2)
        #expect(try await town.stranger.opens(link).status == 404)
        try await town.does { try NewsletterKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("newsletter_subscriber") == 0)
    }

    @Test func `a stranger's form changes nothing of what somebody has, and leaves no address of whoever has left`() async throws {
        let town = try await Town(), id = try await town.newsletter(), other = try await town.newsletter("За школе"), issue = try await town.issue(of: id)
        let address = "citalac0@example.org", browser = town.newBrowser(language: "lt")
        func asks() async throws {
            try await browser.opens("/newsletter")
            try await browser.sends("/newsletter", ["email": address, "newsletter": "\(other)", "agree": "yes"])
        }
        try await town.outsiders(1, of: id)
        try await asks()
        #expect(try await town.count("newsletter_subscriber WHERE language = 'sr'") == 1)
        try await town.begins(issue)
        try await town.minutes()
        let path = try await town.leavePath(to: address)
        try await town.stranger.opens(path)
        try await town.stranger.sends(path)
        #expect(try await town.stands(id) == 0)
        for _ in 0..<2 {
            try await asks()
            #expect(try await town.count("newsletter_subscriber WHERE address = \(address)") == 1, "the letter with the link waits for an answer")
            town.clock.passes(days: 8)
            try await town.does { try NewsletterKeepingStore.forgetOld(in: $0) }
            #expect(try await town.count("newsletter_subscriber WHERE address = ''") == 1)
        }
    }

    @Test func `a link of somebody who is gone ends nothing of whoever gets the number`() async throws {
        let town = try await Town(), id = try await town.newsletter(), issue = try await town.issue(of: id), branko = town.branko.id
        try await town.agrees(town.branko, to: id)
        try await town.begins(issue)
        try await town.minutes()
        let path = try await town.leavePath(to: town.branko.email)
        try await town.does { try $0.state(PersonErased(person: branko)) }
        try await town.outsiders(1, of: id)
        #expect(try await town.newBrowser().send(.get, path).status == 404)
        let body = Array("List-Unsubscribe=One-Click".utf8), type = "application/x-www-form-urlencoded"
        #expect(try await town.newBrowser().send(.post, path, body: body, type: type).status == 404)
        #expect(try await town.stands(id) == 1)
    }

    @Test func `an address for which there is no room is refused at its field`() async throws {
        let town = try await Town(), id = try await town.newsletter(), label = String(repeating: "b", count: 50)
        let address = "\(String(repeating: "a", count: 60))@\(label).\(label).\(label).example"
        try await town.stranger.opens("/newsletter")
        let page = try await town.stranger.sends("/newsletter", ["email": address, "newsletter": "\(id)", "agree": "yes"])
        #expect(page.status == 422 && page.html.contains("#field-email") && page.shows(town.say(T.forms.emailTooLong)))
        try await town.vesna.opens("/staff/newsletters/kinds/\(id)")
        #expect(try await town.vesna.sends("/invite", ["addresses": address]).status == 422)
        #expect(try await town.count("newsletter_subscriber") == 0)
    }

    @Test func `what is for people with an account is not given to an address alone`() async throws {
        let town = try await Town(), id = try await town.newsletter("За наставнике", isOpen: false)
        #expect(try await town.stranger.opens("/newsletter").form("/newsletter") == nil)
        _ = try await town.newsletter()
        try await town.stranger.opens("/newsletter")
        _ = try await town.stranger.sends("/newsletter", ["email": "petar@example.org", "newsletter": "\(id)", "agree": "yes"])
        #expect(try await town.letters(to: "petar@example.org") == 0)
        _ = try await town.stranger.opens("/newsletter")
        _ = try await town.stranger.sends("/newsletter", ["email": town.ana.email, "newsletter": "\(id)", "agree": "yes"])
        #expect(try await town.letters(to: town.ana.email) == 1, "its owner has an account")
    }

    @Test func `an address that becomes an account keeps what it had`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.outsiders(1, of: id)
        let person = try await town.does { act in
            let person = try PersonStore.add(PersonName(given: "Петар", family: "Чита"), email: "citalac0@example.org", verified: act.now, language: .sr, in: act)
            try act.state(PersonVerified(person: person, claim: []))
            return person
        }
        #expect(try await town.count("newsletter_subscriber WHERE person = \(person) AND address = ''") == 1)
        #expect(try await town.stands(id) == 1)
        let held = try await town.finds { try $0.ask(HeldAsked(person: person)).flatMap { $0.all["newsletter_consent"] ?? [] } }
        #expect(held.count == 1 && held.first?["words"] == "Желим.")
    }
}
