@testable import Accounts
import Centres
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
import Workshop

/// An idea is written down, worked out by several, commented on.
@Suite struct WritingStories {
    @Test func `whoever has signed in writes an idea down, and only authors and the centre's people see it`() async throws {
        let town = try await Town()
        _ = try await town.call()
        try await town.ana.opens("/me/proposals")
        let faulty = try await town.ana.sends("/me/proposals", ["title": "", "description": "Ученици питају."])
        #expect(faulty.status == 422 && faulty.html.contains("Ученици питају."), "nothing typed is lost")
        try await town.ana.opens("/me/proposals")
        let page = try await town.ana.sends("/me/proposals",
            ["title": "Питања која воде", "description": "Ученици питају више.", "subject": "сви предмети", "basis": "час у 6-2"])
        #expect(page.shows("Питања која воде") && page.shows(town.say(T.workshop.stateIdea)) && page.shows("час у 6-2"))
        let id = try #require(try await town.value("SELECT id FROM proposal", as: Int64.self))
        #expect(page.shows("Конкурс за пробу") && page.shows(town.say(T.workshop.unconfirmed)), "the call stands there, and how sure it is")
        for path in ["", "/facts", "/authors", "/enclosures", "/copy", "/fields/goal", "/fields/idea"] {
            #expect(try await town.ana.opens("/proposals/\(id)\(path)").status == 200, "\(path)")
            #expect(try await town.vesna.opens("/proposals/\(id)\(path)").status == 200, "\(path)")
            for other in [town.goran, town.branko] { #expect(try await other.opens("/proposals/\(id)\(path)").status == 404, "\(path)") }
        }
        #expect(try await town.ana.opens("/proposals/\(id)/fields/nothing").status == 404)
        #expect(try await town.ana.opens("/staff/workshop").status == 404)
        #expect(try await town.vesna.opens("/staff/workshop").shows("Питања која воде"))
        #expect(try await town.ana.opens("/me").shows("Питања која воде"))
        #expect(!(try await town.goran.opens("/me").text.contains("Питања која воде")))
    }

    @Test func `facts are read with their bounds, and what is written makes a draft of an idea`() async throws {
        let town = try await Town(), call = try await town.call(), id = try await town.idea()
        let path = "/proposals/\(id)/facts"
        for (field, value) in [("hours", "0"), ("hours", "осам"), ("seats", "0"), ("seatsMin", "40"), ("title", ""), ("starts", "31.2.2026.")] {
            try await town.ana.opens(path)
            let form = try #require(try town.ana.browser.page.form(path))
            #expect(try await town.ana.browser.post(form.with(field, value)).status == 422, "\(field) \(value)")
        }
        #expect(try await town.state(of: id) == "idea")
        try await town.ana.opens(path)
        try await town.ana.sends(path, ["hours": "8", "days": "1", "seatsMin": "12", "seats": "30", "call": "\(call)"])
        #expect(try await town.state(of: id) == "draft")
        #expect(try await town.value("SELECT hours FROM proposal", as: Int.self) == 8)
        // A call of another kind is none for it.
        let other = try await town.call(.gathering)
        try await town.ana.opens(path)
        #expect(try await town.ana.sends(path, ["call": "\(other)"]).status == 422)
    }

    @Test func `two write one field at once: both texts stay, and the second is asked to join them`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea(), path = "/proposals/\(id)/fields/goal", seal = town.app.installation.seal
        try await town.ana.does { act in
            try ProposalAuthorStore.invite(
                PersonName(given: "Бранко", family: "Његован"), EmailAddress(reading: "branko@bistrik.example"), author: true, realiser: false, of: id, seal, in: act)
        }
        // Both open the empty field; Ана saves first.
        try await town.ana.opens(path)
        try await town.branko.opens(path)
        #expect(try await town.ana.sends(path, ["words": "Ученици питају."]).shows(town.say(T.common.saved)))
        let second = try await town.branko.sends(path, ["words": "Učenici slušaju."])
        #expect(second.shows("Ученици питају.") || second.shows("Učenici pitaju."))
        #expect(second.shows("Učenici slušaju.") && second.shows(town.say(T.workshop.twoTexts, .srLatn)))
        #expect(try await town.count("proposal_text WHERE field = 'goal' AND standing = 'current' AND text = 'Ученици питају.'") == 1, "the first stays")
        #expect(try await town.count("proposal_text WHERE field = 'goal' AND standing = 'beside'") == 1)
        #expect(try await town.finds { try ProposalStore.dossier(id, in: $0) }.split == ["goal"])
        // Somebody writes a third one before it is joined: the join is asked for again, with nothing lost.
        let form = try #require(second.form(path + "/join"))
        try await town.ana.does { _ = try ProposalTextStore.save("Треће.", "goal", seen: nil, of: id, in: $0) }
        #expect(try await town.branko.browser.post(form, ["words": "Zajedno."]).status == 409)
        #expect(try await town.count("proposal_text WHERE standing = 'beside'") == 2)
        try await town.branko.opens(path)
        #expect(try await town.branko.sends(path + "/join", ["words": "Ученици питају и слушају."]).shows(town.say(T.workshop.saidJoined, .srLatn)))
        #expect(try await town.value("SELECT text FROM proposal_text WHERE field = 'goal' AND standing = 'current'", as: String.self) == "Ученици питају и слушају.")
        #expect(try await town.count("proposal_text WHERE field = 'goal'") == 4, "each version is kept")
        #expect(try await town.finds { try ProposalStore.dossier(id, in: $0) }.split == [])
        // The same text saved again is no version.
        try await town.ana.opens(path)
        try await town.ana.sends(path)
        #expect(try await town.count("proposal_text WHERE field = 'goal'") == 4)
    }

    @Test func `versions tell what was taken away and added, and comments wait for an answer`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea(), path = "/proposals/\(id)/fields/outcomes"
        for text in ["Ученик пита.", "Ученик пита и слуша.\nУченик бележи."] {
            try await town.ana.opens(path)
            try await town.ana.sends(path, ["words": text])
        }
        let page = try await town.ana.opens(path)
        #expect(page.html.contains("<ins>") && page.html.contains("<del>"))
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path + "/comments", ["remark": ""]).status == 422)
        try await town.vesna.opens(path)
        try await town.vesna.sends(path + "/comments", ["remark": "Шта тачно бележи?", "paragraph": "2"])
        let comment = try #require(try await town.value("SELECT id FROM proposal_comment", as: Int64.self))
        let seen = try await town.ana.opens(path)
        #expect(seen.shows("Шта тачно бележи?") && seen.shows(town.say(T.workshop.paragraph(number: 2))))
        #expect(try await town.finds { try ProposalStore.dossier(id, in: $0) }.checks.first { $0.kind == .comments }?.isMet == false)
        try await town.ana.sends(path + "/comments/\(comment)", ["reply": "Додато."])
        #expect(try await town.finds { try ProposalStore.dossier(id, in: $0) }.checks.first { $0.kind == .comments }?.isMet == true)
        let foreign = try #require(seen.form(path + "/comments"))
        #expect(try await town.goran.browser.post(foreign, ["remark": "Ја"]).status >= 400)
        #expect(try await town.count("proposal_comment") == 1, "nobody else says anything")
    }

    @Test func `a co-author agrees by a letter's link, or does not, and may change their mind`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea(), path = "/proposals/\(id)/authors"
        try await town.ana.opens(path)
        #expect(try await town.ana.sends(path, ["given_name": "Милена", "family_name": "Џелатовић", "email": "nije adresa", "part": "author"]).status == 422)
        try await town.ana.opens(path)
        try await town.ana.sends(path, ["given_name": "Милена", "family_name": "Џелатовић", "email": town.milena.email, "part": "author"])
        try await town.settles()
        let link = try #require(town.mail.consent(to: town.milena.email)), browser = town.newBrowser()
        #expect(try await town.milena.opens("/me").shows(town.say(T.workshop.toConsent)))
        let page = try await browser.opens(link)
        #expect(page.shows("Питања која воде") && !page.text.contains("Џелатовић") && !page.text.contains(town.milena.email), "it tells nothing of whose it is")
        #expect(try await browser.sends(link, ["biography": "Педагог."]).shows(town.say(T.workshop.saidDeclined)), "without the button of consent nobody has agreed")
        #expect(try await town.milena.opens("/proposals/\(id)").status == 404, "whoever declined is out of it")
        try await browser.opens(link)
        try await browser.sends(link, ["biography": "Педагог у основној школи.", "agrees": "yes"])
        #expect(try await town.count("proposal_author WHERE agreed IS NOT NULL AND declined IS NULL") == 1)
        #expect(try await town.value("SELECT text FROM biography", as: String.self) == "Педагог у основној школи.")
        #expect(!(try await browser.opens(link).html.contains("Педагог")), "a link that was passed on shows no biography")
        #expect(try await town.milena.opens("/me/biography").html.contains("Педагог у основној школи."))
        for wrong in ["/consents/1-1-00", "/consents/x", "\(link)0"] { #expect(try await town.stranger.send(.get, "/sr\(wrong)").status == 404) }
        // Named twice, or the one who began it taken out: neither.
        try await town.ana.opens(path)
        #expect(try await town.ana.sends(path, ["given_name": "М", "family_name": "Џ", "email": town.milena.email, "part": "author"]).status == 422)
        await #expect(throws: Problem.self) {
            try await town.ana.does { act in
                let lead = try #require(try ProposalAuthorStore.authors(of: [id], in: act)[id]?.first { $0.isLead })
                try ProposalAuthorStore.remove(lead.id, of: id, in: act)
            }
        }
    }

    @Test func `what is asked of a dossier is told sentence by sentence, and met one after the other`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea()
        func checks() async throws -> [ProposalCheck.Kind: [Phrase]] {
            Dictionary(uniqueKeysWithValues: try await town.finds { try ProposalStore.dossier(id, in: $0) }.checks.map { ($0.kind, $0.faults) })
        }
        func writes(_ field: String, _ text: String) async throws {
            try await town.ana.does { act in
                _ = try ProposalTextStore.save(text, field, seen: ProposalTextStore.current(of: id, in: act)[field]?.id, of: id, in: act)
            }
        }
        let empty = try await checks()
        #expect(empty[.title] == [T.workshop.faultFacts] && empty[.fields]?.count == 3 && empty[.hours] == [T.workshop.faultNoTopics])
        #expect(empty[.consents]?.count == 1 && empty[.biographies]?.count == 1 && empty[.enclosures]?.count == 1 && empty[.limits] == [])
        // Twenty letters that are two bytes each fit; twenty-one do not.
        try await writes("goal", String(repeating: "ш", count: 20))
        #expect(try await checks()[.limits] == [])
        try await writes("goal", String(repeating: "ш", count: 21))
        #expect(try await checks()[.limits] == [T.workshop.faultLong(field: .title("Циљ"), letters: 21, most: 20, over: 1)])
        try await town.whole(id)
        try await writes("goal", "Питају.")
        try await writes("topics", "Питања; 5; 1\nСлушање; 2; 2")
        #expect(try await checks()[.hours] == [T.workshop.faultHours(sum: 7, hours: 8)])
        try await writes("topics", "Питања; 5; 1\nСлушање; 3; 3")
        #expect(try await checks()[.outcomes] == [T.workshop.faultOutcome(number: 2, outcome: .title("Слуша")), T.workshop.faultStrange(number: 3)])
        try await writes("topics", "Питања; 5; 1\nСлушање; 3; 2")
        let met = try await checks(), open = met.filter { !$0.value.isEmpty }
        #expect(open.isEmpty)
        #expect(try await town.ana.opens("/proposals/\(id)").shows(town.say(T.workshop.ready(all: .number(met.count)))))
    }
}

extension Page.Form {
    /// The same form with one field filled otherwise.
    func with(_ name: String, _ value: String) -> Page.Form { Page.Form(action: action, fields: fields.filter { $0.name != name } + [(name, value)]) }
}
