import Foundation
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Accounts
@testable import OpenID

/// Entering by the word of a service that is no part of us.
@Suite(.serialized) struct OpenIDStories {
    @Test func `whoever keeps the installation adds a service, and only one that answers`() async throws {
        try await Provided.with { provided in
            let town = provided.town
            #expect(try await town.stranger.opens("/sign-in").shows("Школски идентитет"))
            try await town.goran.opens("/settings/openid/new")
            for wrong in ["http://127.0.0.1:9", "ftp://drugde.example", "https://a.example/?x=1"] {
                let refused = try await town.goran.sends("/settings/openid/new", ["name": "Друга", "issuer": wrong, "client": "a", "secret": "b"])
                #expect(refused.status == 422 && refused.html.contains("href=\"#field-issuer\""), "\(wrong)")
            }
            #expect(try await town.count("openid_provider") == 1)
            #expect(try await town.vesna.opens("/settings/openid").status == 404, "it is the installation's")
            let sealed = try #require(try await town.value("SELECT secret FROM openid_provider", as: [UInt8].self))
            #expect(!String(decoding: sealed, as: UTF8.self).contains("тајна"))
            #expect(try await !town.goran.opens("/settings/openid/\(provided.id)").html.contains("тајна"))
            try await town.goran.sends("/settings/openid/\(provided.id)", ["name": "Идентитет школе"])
            #expect(try await town.stranger.opens("/sign-in").shows("Идентитет школе"), "the secret stays when none is typed")
            try await town.goran.opens("/settings/openid/\(provided.id)")
            #expect(try await town.goran.sends("/remove").shows(town.say(T.openid.saidRemoved)))
            #expect(try await !town.stranger.opens("/sign-in").shows("Идентитет школе"))
        }
    }

    @Test func `an address that both sides have checked leads to the account, and is told by letter`() async throws {
        try await Provided.with { provided in
            let town = provided.town, browser = town.newBrowser()
            let page = try await provided.enters(browser, as: "ana-1")
            #expect(page.status == 200 && page.shows("Ана Ђорђевић") && page.shows(town.say(T.openid.enterAddress(name: "Школски идентитет"))))
            #expect(try await town.count("openid_identity") == 0, "opening the page changes nothing")
            let before = try await town.letters(to: town.ana.email)
            try await browser.sends("/openid/enter")
            #expect(try await browser.opens("/me/account").shows("Ана"))
            #expect(try await town.count("openid_identity WHERE person = \(town.ana.id)") == 1)
            #expect(try await town.letters(to: town.ana.email) == before + 1)
            let again = town.newBrowser()
            #expect(try await provided.enters(again, as: "ana-1").shows(town.say(T.openid.enterLinked(name: "Школски идентитет"))))
            try await again.sends("/openid/enter")
            #expect(try await town.letters(to: town.ana.email) == before + 1, "once")
            #expect(try await again.opens("/me/account/doors").shows(town.say(T.openid.linked)))
            try await again.sends("/unlink")
            #expect(try await town.count("openid_identity") == 0)
        }
    }

    @Test func `whoever joins the centre's own people is let in by no address any more, until they link it themselves`() async throws {
        try await Provided.with { provided in
            let town = provided.town, browser = town.newBrowser(), service = town.say(T.openid.enterNobody(name: "Школски идентитет"))
            try await provided.enters(browser, as: "ana-1")
            try await browser.sends("/openid/enter")
            #expect(try await town.count("openid_identity WHERE by_address") == 1)
            try await town.ana.becomes(.coordinator, at: town.centre)
            let page = try await provided.enters(town.newBrowser(), as: "ana-1")
            #expect(page.shows(service) && page.form("/openid/enter") == nil)
            // The owner's own proof counts for more than the address.
            let (ana, ticket) = (town.ana.id, OpenIDTicket(
                errand: OpenIDErrand(provided.id, in: .sr, onward: "/me", for: town.ana.id, at: town.clock.now), subject: "ana-1", email: nil, name: ""))
            try await town.ana.does { try OpenIDStore.link(ticket, to: ana, isByAddress: false, in: $0) }
            #expect(try await town.count("openid_identity WHERE NOT by_address") == 1)
            #expect(try await town.count("openid_identity") == 1)
            let linked = try await provided.enters(town.newBrowser(), as: "ana-1")
            #expect(linked.shows(town.say(T.openid.enterLinked(name: "Школски идентитет"))))
        }
    }

    @Test func `a service's word lets in once: after signing out the same one opens nothing`() async throws {
        try await Provided.with { provided in
            let town = provided.town, browser = town.newBrowser(), sessions: SQL = "web_session WHERE person = \(town.ana.id)"
            let page = try await provided.enters(browser, as: "ana-1"), before = try await town.count(sessions)
            try await browser.sends("/openid/enter")
            #expect(try await town.count(sessions) == before + 1)
            try await browser.opens("/me/account")
            try await browser.sends("/sign-out")
            #expect(try await town.count(sessions) == before)
            try await browser.opens(page.path)
            let again = try await browser.sends("/openid/enter")
            #expect(again.status == 409 && again.shows(town.say(T.openid.failedUsed)))
            #expect(try await town.count(sessions) == before)
            // Begun anew it lets in.
            try await provided.enters(browser, as: "ana-1")
            try await browser.sends("/openid/enter")
            #expect(try await town.count(sessions) == before + 1)
        }
    }

    @Test func `whoever begins at the service's button in a fresh browser comes in`() async throws {
        try await Provided.with { provided in
            let town = provided.town, browser = town.newBrowser()
            let back = try await provided.goes(browser, from: "/sr/sign-in/with/\(provided.id)", as: "ana-1")
            #expect(try await browser.opens(back).shows("Ана Ђорђевић"))
            try await browser.sends("/openid/enter")
            #expect(try await browser.opens("/me/account").shows("Ана"))
        }
    }

    @Test func `an unchecked address, a stranger and the centre's own people are let in by nobody's word`() async throws {
        try await Provided.with { provided in
            let town = provided.town
            for subject in ["milena-1", "branko-1", "vesna-1", "niko-9"] {
                let page = try await provided.enters(town.newBrowser(), as: subject)
                #expect(page.shows(town.say(T.openid.enterNobody(name: "Школски идентитет"))) && page.form("/openid/enter") == nil, "\(subject)")
            }
            #expect(try await town.count("openid_identity") == 0)
        }
    }

    @Test func `the owner links it with a proof, and enters by it then; nobody else can take it`() async throws {
        try await Provided.with(links: false) { provided in
            let town = provided.town, branko = town.branko.browser, path = "/sr-Latn/me/account/doors/with/\(provided.id)"
            #expect(try await branko.send(.get, path).location?.contains("/me/account/proof") == true, "first it is shown anew who it is")
            try await town.proves(town.branko, for: "/me/account/password")
            let back = try await provided.goes(branko, from: path, as: "branko-1")
            let confirm = try await branko.opens(back)
            #expect(confirm.shows("Branko Njegovan") && confirm.shows("branko-1"))
            #expect(try await branko.sends("/me/account/doors/confirm").shows(town.say(T.openid.saidLinked, .srLatn)))
            let fresh = town.newBrowser()
            #expect(try await provided.enters(fresh, as: "branko-1").shows(town.say(T.openid.enterLinked(name: "Школски идентитет"))))
            try await fresh.sends("/openid/enter")
            #expect(try await fresh.opens("/me/account").shows(town.branko.email))
            try await town.proves(town.ana, for: "/me/account/password")
            let other = try await provided.goes(town.ana.browser, from: "/sr/me/account/doors/with/\(provided.id)", as: "branko-1")
            try await town.ana.opens(other)
            let taken = try await town.ana.sends("/me/account/doors/confirm")
            #expect(taken.status == 409 && taken.shows(town.say(T.openid.errorOthers)))
            let held = try await town.finds { try AccountStore.held(about: town.branko.id, in: $0)["openid_identity"] }
            #expect(held?.count == 1)
            try await town.does { try AccountStore.erase(town.branko.id, in: $0) }
            #expect(try await town.count("openid_identity") == 0)
        }
    }

    @Test func `a way back from another browser, too late, twice or refused lets nobody in`() async throws {
        try await Provided.with { provided in
            let town = provided.town, browser = town.newBrowser(), start = "/sr/sign-in/with/\(provided.id)"
            try await browser.opens("/sign-in")
            let stolen = try await provided.goes(browser, from: start, as: "ana-1"), thief = town.newBrowser()
            try await thief.opens("/sign-in")
            let other = try await thief.opens(stolen)
            #expect(other.status == 422 && other.shows(town.say(T.openid.failedErrand)))
            #expect(try await browser.opens(stolen).status == 200)
            let twice = try await browser.opens(stolen)
            #expect(twice.status == 422 && twice.shows(town.say(T.openid.failedSilent)), "the service takes a code once")
            let state = try #require(stolen.firstMatch(of: /state=([^&]+)/)?.1)
            let refused = try await browser.opens("/sr/openid/return?error=access_denied&state=\(state)")
            #expect(refused.status == 422 && refused.shows(town.say(T.openid.failedRefused)))
            let foreign = try await browser.opens("/sr/openid/return?code=a&iss=https%3A%2F%2Fdrugi.example&state=\(state)")
            #expect(foreign.shows(town.say(T.openid.failedRefused)), "another service’s answer")
            for nothing in ["/sr/openid/return?code=a&state=b", "/sr/openid/enter?ticket=x"] {
                #expect(try await browser.opens(nothing).shows(town.say(T.openid.failedErrand)), "\(nothing)")
            }
            #expect(try await browser.send(.get, "/sr/openid/return").location == "/sr/sign-in")
            let late = try await provided.goes(browser, from: start, as: "ana-1")
            town.clock.passes(minutes: OpenIDErrand.minutes + 1)
            #expect(try await browser.opens(late).shows(town.say(T.openid.failedErrand)))
            #expect(try await town.count("web_session WHERE person = \(town.ana.id)") == 1, "only the one of the story")
        }
    }
}
