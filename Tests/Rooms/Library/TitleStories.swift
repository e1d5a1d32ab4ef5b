import Foundation
import HTTPTypes
import Kernel
import Languages
import Library
import Storage
import Testing
import Town

/// Titles at the desk and before everybody.
@Suite struct TitleStories {
    @Test func `a title is written down, found in either script, and hidden while nobody can have it`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/library/new")
        #expect(try await town.vesna.sends("/staff/library/new", ["title": "", "isbn": "123"]).status == 422)
        try await town.vesna.opens("/staff/library/new")
        let added = try await town.vesna.sends("/staff/library/new", [
            "title": "Ђачка читанка", "kind": "book", "language": "sr", "audience": "lower", "authors": "Чворовић, Љубица", "isbn": "0-306-40615-2",
            "subjects": "читање\nбајке",
        ])
        #expect(added.shows(town.say(T.library.titleAdded)))
        let id = try #require(try await town.value("SELECT id FROM title", as: LibraryTitle.ID.self))
        #expect(try await town.value("SELECT isbn FROM title", as: String.self) == "9780306406157")
        #expect(try await town.stranger.opens("/library/\(id)").status == 404, "there is no copy yet")
        #expect(!(try await town.stranger.opens("/library").shows("Ђачка читанка")))
        let centre = town.centre
        _ = try await town.vesna.does { try CopyStore.takeIn([CopyDraft(acquired: Zone.utc.day(of: $0.now))], of: id, at: centre, in: $0) }
        for words in ["djacka", "ђачке", "Ćvorović čitanka", "cvorovic", "978-0-306-40615-7", "bajke"] {
            let sought = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            #expect(try await town.stranger.opens("/library?q=\(sought)").shows("Ђачка читанка"), "\(words)")
        }
        #expect(!(try await town.stranger.opens("/library?q=geografija").shows("Ђачка читанка")))
        let page = try await town.stranger.opens("/library/\(id)")
        #expect(page.html.contains("\"@type\":\"Book\"") && page.html.contains("\"isbn\":\"9780306406157\""))
        #expect(page.shows("Љубица Чворовић") && page.shows(town.say(T.library.onShelf(count: 1))))
        #expect(try await town.newBrowser(language: "sr-Latn").opens("/library/\(id)").shows("Đačka čitanka"))
        for (query, isThere) in [
            ("kind=book", true), ("kind=kit", false), ("audience=lower", true), ("language=lt", false), ("subject=bajke", true), ("here=yes", true),
        ] {
            #expect(try await town.stranger.opens("/library?\(query)").shows("Ђачка читанка") == isThere, "\(query)")
        }

        // The same number once more is asked about first.
        try await town.vesna.opens("/staff/library/new")
        let values: KeyValuePairs = ["title": "Читанка", "kind": "book", "language": "sr", "audience": "any", "isbn": "9780306406157"]
        #expect(try await town.vesna.sends("/staff/library/new", values).status == 422)
        #expect(try await town.vesna.sends("/staff/library/new", ["sure": "yes"]).shows(town.say(T.library.titleAdded)))
        #expect(try await town.count("title") == 2)
    }

    @Test func `a title is changed, gets its parts, and goes while it has no copy`() async throws {
        let town = try await Town(), id = try await town.shelves("Лабораторија у коферу", .kit), page = "/staff/library/\(id)"
        try await town.vesna.opens("\(page)/edit")
        let wrong: KeyValuePairs = ["title": "Огледи у коферу", "kind": "kit", "language": "sr", "audience": "upper", "programme": "9999"]
        #expect(try await town.vesna.sends("\(page)/edit", wrong).status == 422)
        try await town.vesna.opens("\(page)/edit")
        #expect(try await town.vesna.sends("\(page)/edit", ["title": "Огледи у коферу", "kind": "kit", "language": "sr", "audience": "upper"]).shows("Огледи у коферу"))
        #expect(try await town.stranger.opens("/library?q=ogledi").shows("Огледи у коферу"))
        try await town.vesna.opens(page)
        #expect(try await town.vesna.sends("\(page)/parts", ["parts": "магнет; много"]).status == 422)
        try await town.vesna.opens(page)
        try await town.vesna.sends("\(page)/parts", ["parts": "магнет; 6\nупутство × 2\nкутија"])
        #expect(try await town.stranger.opens("/library/\(id)").shows("6 × магнет"))
        #expect(try await town.value("SELECT count FROM title_part WHERE name = 'упутство'", as: Int.self) == 2)
        let centre = town.centre
        let stays = await #expect(throws: Problem.self) { try await town.vesna.does { try TitleStore.remove(id, at: centre, in: $0) } }
        #expect(stays?.kind == .conflict)
        let empty = try await town.shelves("Празан", copies: 0)
        try await town.vesna.opens("/staff/library/\(empty)")
        try await town.vesna.sends("/staff/library/\(empty)/remove")
        #expect(try await town.value("SELECT count(*) FROM search_word WHERE kind = 'title' AND subject = \(empty)", as: Int.self) == 0)
    }

    @Test func `the cover is a picture, and everybody sees it`() async throws {
        let town = try await Town(), id = try await town.shelves(), page = "/staff/library/\(id)"
        try await town.vesna.opens(page)
        #expect(try await town.vesna.browser.uploads("\(page)/cover", field: "cover", name: "korice.jpg", bytes: Array("none".utf8)).status == 422)
        try await town.vesna.opens(page)
        let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\" fill=\"#1f5b4c\"/></svg>".utf8)
        try await town.vesna.browser.uploads("\(page)/cover", field: "cover", name: "korice.svg", bytes: drawing)
        let file = try #require(try await town.value("SELECT cover FROM title WHERE cover IS NOT NULL", as: Int64.self))
        #expect(try await town.stranger.send(.get, "/sr/files/\(file)").status == 200)
        try await town.vesna.opens(page)
        try await town.vesna.sends("\(page)/cover", ["remove": "yes"])
        #expect(try await town.value("SELECT count(*) FROM title WHERE cover IS NOT NULL", as: Int.self) == 0)
    }

    @Test func `a librarian keeps the library, and nothing else`() async throws {
        let town = try await Town(), id = try await town.shelves()
        try await town.ruta.becomes(.librarian, at: town.centre)
        try await town.ruta.enters(withFactor: true)
        #expect(try await town.ruta.opens("/staff/library/\(id)").status == 200)
        try await town.ruta.opens("/staff/library/new")
        let values: KeyValuePairs = ["title": "Nauja knyga", "kind": "book", "language": "lt", "audience": "any"]
        #expect(try await town.ruta.sends("/staff/library/new", values).shows("Nauja knyga"))
        #expect(try await town.ruta.opens("/staff/events").status == 404)
    }

    @Test func `a journal comes issue by issue, and what stays away is asked for`() async throws {
        let town = try await Town(), centre = town.centre, id = try await town.shelves("Учионица данас", .journal, copies: 0), page = "/staff/library/\(id)/issues"
        try await town.vesna.opens(page)
        #expect(try await town.vesna.sends(page, ["first": "1.1.2020.", "last": "1.1.2019.", "issues": "12"]).status == 422)
        try await town.vesna.opens(page)
        try await town.vesna.sends(page, ["first": "1.1.2020.", "last": "31.12.2020.", "issues": "4", "price": "4.800"])
        #expect(try await town.count("issue") == 4)
        #expect(try await town.stranger.opens("/library/\(id)").status == 200, "who subscribes can be read")
        let issues = try await town.finds { try JournalStore.subscriptions(of: id, in: $0).flatMap(\.issues) }
        try await town.vesna.opens(page)
        try await town.vesna.sends("\(page)/\(issues[0].id)/arrived", ["take": "yes"])
        #expect(try await town.numbers() == [1])
        let twice = await #expect(throws: Problem.self) {
            try await town.vesna.does { try JournalStore.arrive(issues[0].id, of: id, on: issues[0].expected, as: nil, at: centre, in: $0) }
        }
        #expect(twice?.kind == .conflict)
        #expect(try await town.vesna.opens("/staff/library/issues").shows("2/2020"))
        #expect(try await town.vesna.opens("/staff").shows("Учионица данас"))
        try await town.vesna.opens(page)
        try await town.vesna.sends("\(page)/\(issues[1].id)/claim")
        #expect(try await town.value("SELECT count(*) FROM issue WHERE claimed IS NOT NULL", as: Int.self) == 1)
        let book = try await town.shelves()
        #expect(try await town.vesna.opens("/staff/library/\(book)/issues").status == 404)
    }
}
