import Community
import Foundation
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

/// Help to make a book of what somebody wrote, and collections of notes.
@Suite struct BookStories {
    @Test func `a work is asked for, taken, written in versions, set and published`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/publications/new")
        #expect(try await town.ana.sends("/me/publications/new", ["title": ""]).status == 422)
        try await town.ana.opens("/me/publications/new")
        #expect(try await town.ana.sends("/me/publications/new", ["title": "Збирка задатака", "readers": "за шести разред", "licence": "by"])
            .shows(town.say(T.community.saidBookAsked)))
        let id = try #require(try await town.value("SELECT id FROM publication", as: Publication.ID.self))
        let mine = "/me/publications/\(id)", desk = "/staff/publications/\(id)"
        for other in [town.goran, town.milena] { #expect(try await other.opens(mine).status == 404) }
        #expect(try await town.stranger.send(.get, "/sr/publications/\(id)").status == 404)
        #expect(try await town.ana.sends(mine).status == 422, "a version says something")
        try await town.ana.opens(mine)
        #expect(try await town.ana.sends(mine, ["text": "<img src=x onerror=alert(1)>"]).status == 422)
        try await town.ana.opens(mine)
        let lied = try await town.ana.browser.uploads(mine, field: "file", name: "zbirka.pdf", bytes: Array("MZ".utf8), ["remark": "Прва"])
        #expect(lied.status == 422)
        try await town.ana.opens(mine)
        let text = "# Разломци\n\nСаберите:\n\n1. једну половину\n2. једну *трећину*\n\n| а | б |\n|---|---|\n| 1 | 2 |\n\n> Питање"
        #expect(try await town.ana.sends(mine, ["text": text, "remark": "Прва верзија"]).shows(town.say(T.community.versionDeed)))
        #expect(try await town.vesna.opens("/staff").shows("Збирка задатака"))
        try await town.vesna.opens(desk)
        #expect(try town.vesna.browser.page.form("/publish") == nil, "first it is taken")
        #expect(try await town.vesna.sends("/take").shows(town.say(T.community.bookTakenDeed)))
        for wrong in ["978-86-7558-123-4", "9788675581231", "97886755812", "abc", "979-86-7558-123-9x"] {
            try await town.vesna.opens(desk)
            let refused = try await town.vesna.sends(desk, ["isbn": wrong])
            #expect(refused.status == 422 && refused.shows(town.say(T.community.errorISBN)), "\(wrong)")
        }
        try await town.vesna.opens(desk)
        let set = try await town.vesna.sends(desk, ["isbn": "978-0-306-40615-7", "cip": "371.3\nЗБИРКА", "byline": "Ана Ђорђевић", "year": "2026"])
        #expect(set.shows(town.say(T.common.saved)))
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/versions", ["remark": "Лепо!"]).shows(town.say(T.community.versionDeed)))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Збирка задатака") == true)
        let proof = try await town.vesna.browser.send(.get, "/sr\(desk)/proof.pdf")
        #expect(proof.status == 200)
        #expect(try await town.ana.browser.send(.get, "/sr\(desk)/proof.pdf").status != 200)
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("/publish").shows(town.say(T.community.bookPublishedDeed)))
        let page = try await town.stranger.opens("/publications/\(id)")
        #expect(page.shows("978-0-306-40615-7") && page.shows("Ана Ђорђевић"))
        let file = try #require(try await town.value("SELECT file FROM publication", as: Int64.self))
        #expect(try await town.stranger.send(.get, "/sr/files/\(file)").status == 200)
        #expect(try await town.stranger.opens("/publications").shows("Збирка задатака"))
        let late = await #expect(throws: Problem.self) {
            try await town.ana.does { try PublicationStore.write("Касно", nil, remark: "", to: id, at: town.centre, in: $0) }
        }
        #expect(late?.kind == .conflict)
    }

    @Test func `chosen notes become a collection with contents`() async throws {
        let town = try await Town(), centre = town.centre
        let first = try await town.published(by: town.ana), second = try await town.published(town.note("Приче о пијаци"), by: town.milena)
        let draft = try await town.begins(town.note("Нацрт"), town.ana)
        try await town.vesna.opens("/staff/publications/new")
        try await town.vesna.sends("/staff/publications/new", ["title": "Зборник 2026", "licence": "by"])
        let id = try #require(try await town.value("SELECT id FROM publication", as: Publication.ID.self)), desk = "/staff/publications/\(id)"
        #expect(try town.vesna.browser.page.form("/publish") == nil)
        let wrong = await #expect(throws: Problem.self) { try await town.vesna.does { try PublicationStore.compose([first, draft], in: id, at: centre, in: $0) } }
        #expect(wrong?.fault(at: "parts") != nil, "what nobody reads yet stands in no book")
        try await town.vesna.opens(desk)
        let chosen = try await town.vesna.sends("/parts", ["parts": "\(first)", "parts": "\(second)", "place-\(first)": "2", "place-\(second)": "1"])
        #expect(chosen.shows(town.say(T.common.saved)))
        #expect(try await town.value("SELECT practice FROM publication_part ORDER BY place LIMIT 1", as: Practice.ID.self) == second)
        let before = try await town.count("authorship")
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("/publish").shows(town.say(T.community.bookPublishedDeed)))
        #expect(try await town.count("authorship") == before + 2, "each author of a note has a part in the book")
        #expect(try await town.stranger.opens("/publications/\(id)").shows("Приче о пијаци"))
        // A note that is taken back is no longer listed; what was printed stays.
        try await town.ana.does { try PracticeWriteStore.takeBack(first, at: centre, in: $0) }
        town.clock.passes(days: 1)
        #expect(try await !town.stranger.opens("/publications/\(id)").shows("Разломци у кухињи"))
        let old = try #require(try await town.value("SELECT file FROM publication", as: Int64.self))
        #expect(try await town.stranger.send(.get, "/sr/files/\(old)").status == 200)
    }

    @Test func `a request is declined with a reason that its author reads`() async throws {
        let town = try await Town(), centre = town.centre
        let id = try await town.ana.does { try PublicationStore.ask(PublicationDraft("Збирка", in: .sr), at: centre, in: $0) }
        try await town.vesna.opens("/staff/publications/\(id)")
        #expect(try await town.vesna.sends("/decline", ["reason": ""]).status == 422)
        try await town.vesna.opens("/staff/publications/\(id)")
        try await town.vesna.sends("/decline", ["reason": "Нема средстава ове године."])
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Нема средстава") == true)
        #expect(try await town.ana.opens("/me/publications/\(id)").shows("Нема средстава"))
    }
}
