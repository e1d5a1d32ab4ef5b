import Events
import Files
import Foundation
import HTTPTypes
import Kernel
import Languages
import Publishing
import Site
import Storage
import Testing
import Town

/// What a centre publishes of itself.
@Suite struct ArticleStories {
    @Test func `a draft is seen by the centre alone; published by everybody, from its day on; withdrawn by nobody`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/articles/new?kind=news")
        let saved = try await town.vesna.sends("/staff/articles/new?kind=news", [
            "day": "4.2.2026.", "title-sr": "Упис почиње", "summary-sr": "Од понедељка.",
            "text-sr": "## Ко може\n\n**Сви** из [подручја](/sr/about).", "title-en": "Enrolment begins",
        ])
        #expect(saved.status == 200 && saved.shows(town.say(T.publishing.stateDraft)))
        #expect(try await town.stranger.opens("/news/1").status == 404)
        #expect(try await !town.stranger.opens("/news").shows("Упис почиње"))
        #expect(try await town.vesna.opens("/news/1").shows("Упис почиње"))
        try await town.vesna.opens("/staff/articles/1")
        try await town.vesna.sends("/staff/articles/1/publish")
        let read = try await town.stranger.opens("/news/1")
        #expect(read.status == 200 && read.html.contains("<h2>Ко може</h2>") && read.html.contains("<strong>Сви</strong>") && read.html.contains("href=\"/sr/about\""))
        #expect(try await town.stranger.opens("/").shows("Упис почиње"))
        #expect(try await town.stranger.opens("/en/news").shows("Enrolment begins"))
        #expect(try await town.stranger.opens("/sr-Latn/news/1").shows("Ko može"))
        #expect(try await town.stranger.opens("/lt/news/1").html.contains("lang=\"sr-Latn\""), "what nobody wrote in Lithuanian says in which language it is")
        #expect(try await town.stranger.opens("/news?q=упису").shows("Упис почиње"))
        let feed = try await town.stranger.send(.get, "/sr/news.atom")
        #expect(feed.headers[.contentType] == "application/atom+xml; charset=utf-8" && feed.html.contains("<title>Упис почиње</title>"))
        #expect(try await town.stranger.send(.get, "/sitemap.xml").html.contains("/sr/news/1"))
        try await town.vesna.opens("/staff/articles/1")
        try await town.vesna.sends("/staff/articles/1/withdraw")
        #expect(try await town.stranger.opens("/news/1").status == 404)
        #expect(try await !town.stranger.opens("/").shows("Упис почиње"))
        #expect(try await town.journal("article", 1) == ["publishing.added", "publishing.published", "publishing.withdrawn"])
        #expect(try await town.goran.opens("/staff/articles").status == 404)
    }

    @Test func `a chosen picture is held while the form is put right, for whoever chose it alone`() async throws {
        let town = try await Town()
        let path = "/staff/team/new", photo = try Pictures.photo(width: 600, height: 600)
        try await town.vesna.opens(path)
        let back = try await town.vesna.browser.uploads(
            path, field: "picture", name: "vesna.jpg", bytes: photo, ["name": "Весна Ћирић", "role": "", "alt": "Весна за столом"])
        #expect(back.status == 422 && back.shows(town.say(T.files.held(name: "vesna.jpg"))))
        let held = try #require(back.carried("picture-held"))
        let again = try await town.vesna.sends(path, ["role": "", "phone": "025 1"])
        #expect(again.status == 422 && again.shows(town.say(T.files.held(name: "vesna.jpg"))), "and once more")
        // Nobody else gets it by what stands in the form, and what is no seal is nothing.
        try await town.branko.becomes(.coordinator, at: town.centre)
        try await town.branko.enters(withFactor: true)
        for token in [held, "abc", String(held.dropLast(4))] {
            try await town.branko.opens(path)
            try await town.branko.sends(path, ["name": "Бранко", "role": "гост", "picture-held": token])
        }
        #expect(try await town.count("file") == 0)
        #expect(try await town.vesna.sends(path, ["role": "координаторка"]).status == 200)
        #expect(try await town.count("file") == 1)
        #expect(try await town.stranger.opens("/about").html.contains("alt=\"Весна за столом\""))
        // Whoever unticks it wants none; one that cannot be read is not held.
        try await town.vesna.opens(path)
        _ = try await town.vesna.browser.uploads(path, field: "picture", name: "vesna.jpg", bytes: photo, ["name": "Жарко", "role": "", "alt": "Жарко"])
        try await town.vesna.sends(path, ["role": "рачунари", "picture-held": ""])
        #expect(try await town.count("file") == 1)
        try await town.vesna.opens(path)
        let broken = try await town.vesna.browser.uploads(path, field: "picture", name: "a.jpg", bytes: Array("није слика".utf8), ["name": "Ж", "role": "р", "alt": "а"])
        #expect(broken.status == 422 && broken.carried("picture-held") == nil)
    }

    @Test func `what bears a later day waits for it`() async throws {
        let town = try await Town()
        let (centre, day) = (town.centre, town.zone.day(of: town.clock.now).adding(days: 2))
        try await town.vesna.does { act in
            let id = try ArticleStore.add(ArticleDraft(day: day, texts: [.sr: ArticleText(title: "Сутра")]), as: .news, to: centre, in: act)
            try ArticleStore.publish(id, in: act)
        }
        #expect(try await town.stranger.opens("/news/1").status == 404)
        town.clock.passes(days: 2)
        #expect(try await town.stranger.opens("/news/1").status == 200)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", T.publishing.noMarkup(markup: .text("<script>alert(1)</script>"))),
        ("[x](javascript:alert(1))", T.publishing.noAddress(address: .text("javascript:alert(1)"))),
        ("![x](https://example.org/a.gif)", T.publishing.noPicture),
    ])
    func `a text that could act is refused at its field, and stays in it`(_ text: String, _ fault: Phrase) async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/articles/new?kind=page")
        let page = try await town.vesna.sends("/staff/articles/new?kind=page", ["title-sr": "Наслов", "text-sr": text])
        #expect(page.status == 422 && page.shows(town.say(fault)) && page.html.contains("#field-text-sr"), "\(page.text)")
        #expect(page.carried("text-sr") == text)
        #expect(try await town.count("article") == 0)
    }

    @Test func `a look before it is kept changes nothing`() async throws {
        let town = try await Town()
        let centre = town.centre
        let id = try await town.vesna.does { act in
            try ArticleStore.add(ArticleDraft(day: .zero, texts: [.sr: ArticleText(title: "Старо")]), as: .page, to: centre, in: act)
        }
        try await town.vesna.opens("/staff/articles/\(id)")
        let look = try await town.vesna.sends("/staff/articles/\(id)", ["title-sr": "Ново", "text-sr": "*овако*", "look": "yes"])
        #expect(look.html.contains("<em>овако</em>") && look.shows(town.say(T.publishing.look)))
        #expect(try await town.finds { try $0.db.value("SELECT title FROM article_text", as: String.self) } == "Старо")
        try await town.vesna.sends("/staff/articles/\(id)")
        #expect(try await town.finds { try $0.db.value("SELECT title FROM article_text", as: String.self) } == "Ново", "and the form that was looked at can be kept")
    }

    @Test func `documents and people stand on the page about the centre; a document that is withdrawn is gone`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/documents")
        let pdf = Array("%PDF-1.7 план".utf8)
        let added = try await town.vesna.browser.uploads(
            "/staff/documents", field: "file", name: "plan.pdf", bytes: pdf, ["title": "Годишњи план рада", "section": "plan", "year": "2026"])
        #expect(added.status == 200 && added.shows("Годишњи план рада"))
        let file = try #require(try await town.stranger.opens("/documents").link("Годишњи план рада"))
        for words in ["планови", "godisnji plan 2026"] {
            #expect(try await town.stranger.opens("/search?q=\(words.replacing(" ", with: "+"))").link("Годишњи план рада") == file, "\(words)")
        }
        #expect(try await town.stranger.send(.get, file).bytes == pdf)
        try await town.vesna.opens("/staff/team/new")
        try await town.vesna.browser.uploads(
            "/staff/team/new", field: "picture", name: "vesna.jpg", bytes: try Pictures.photo(width: 600, height: 600),
            ["name": "Весна Ћирић", "role": "координаторка", "alt": "Весна Ћирић"])
        let about = try await town.stranger.opens("/about")
        #expect(about.shows("Годишњи план рада") && about.shows("Весна Ћирић") && about.shows("координаторка"))
        let face = try #require(about.html.firstMatch(of: /<img[^>]* src="(\/sr\/files\/[^"]+)"/)?.1)
        #expect(try await town.stranger.send(.get, String(face)).status == 200)
        try await town.vesna.opens("/staff/documents")
        try await town.vesna.sends("/staff/documents/1/withdraw")
        #expect(try await town.stranger.send(.get, file).status == 404)
        #expect(try await !town.stranger.opens("/documents").shows("Годишњи план рада"))
        #expect(try await town.stranger.opens("/search?q=план").shows(town.say(T.site.searchNothing)), "nor is it found")
        try await town.vesna.opens("/staff/team/1")
        try await town.vesna.sends("/staff/team/1/remove")
        #expect(try await town.stranger.send(.get, String(face)).status == 404)
    }

    // MARK: What others show of it

    @Test func `a part of the site may stand in another site's page, and no other page may`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar("Приче")
        let widget = try await town.stranger.send(.get, "/sr/widget/events")
        #expect(widget.headers[.contentSecurityPolicy]?.contains("frame-ancestors *") == true && widget.shows("Приче"))
        #expect(widget.html.contains("target=\"_top\"") && widget.html.contains("http://localhost/sr/events/\(seminar)") && widget.forms.isEmpty)
        let page = try await town.stranger.send(.get, "/sr/events/\(seminar)")
        #expect(page.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
    }

    @Test func `the picture of an event is drawn once for the same facts, and anew for others`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar("Приче")
        func picture(_ language: String) async throws -> String? {
            try await town.stranger.opens("/\(language)/events/\(seminar)").html.firstMatch(of: /og:image" content="http:\/\/localhost([^"]+)"/).map { String($0.1) }
        }
        #expect(try await picture("sr")?.contains("/static/share") == true, "until one is drawn, that of the site")
        func draws() async throws {
            try await town.does { try EventShareStore.ask(in: $0) }
            try await town.settles()
            // A page that was kept for strangers is asked for anew.
            town.clock.passes(minutes: 1)
        }
        try await draws()
        let first = try #require(try await picture("sr"))
        #expect(first.hasPrefix("/sr/events/\(seminar)/share.png?v="))
        let drawn = try await town.stranger.send(.get, first)
        #expect(drawn.headers[.contentType] == "image/png")
        #expect(try Pictures.told(of: drawn.bytes).contains("width: 1200"))
        #expect(try await picture("lt") != first)
        try await town.does { try EventShareStore.ask(in: $0) }
        #expect(try await town.count("job") == 0, "nothing has changed")
        try await town.change(seminar) { $0.texts[.sr]?.title = "Друге приче" }
        try await draws()
        #expect(try await picture("sr") != first)
    }

    @Test func `one search finds events, news and pages, in either script`() async throws {
        let town = try await Town()
        let (centre, today) = (town.centre, town.zone.day(of: town.clock.now))
        _ = try await town.seminar("Приче за читање")
        try await town.vesna.does { act in
            for kind in Article.Kind.allCases {
                let text = ArticleText(title: "Читање \(kind.rawValue)", text: "Приче наглас.")
                try ArticleStore.publish(try ArticleStore.add(ArticleDraft(day: today, texts: [.sr: text]), as: kind, to: centre, in: act), in: act)
            }
        }
        let found = try await town.stranger.opens("/sr-Latn/search?q=citanje")
        #expect(found.shows("Priče za čitanje") && found.shows("Čitanje news") && found.shows("Čitanje page"))
        #expect(try await town.stranger.opens("/search?q=кромпир").shows(town.say(T.site.searchNothing)))
        #expect(try await town.stranger.opens("/search").status == 200)
    }

    @Test func `a calendar can be followed for a part of the events`() async throws {
        let town = try await Town()
        _ = try await town.seminar("Приче за читање")
        _ = try await town.seminar("Рачунари", inDays: 50)
        let all = try await town.stranger.send(.get, "/sr/events.ics").html
        let some = try await town.stranger.send(.get, "/sr/events.ics?q=%D0%BF%D1%80%D0%B8%D1%87%D0%B5").html
        #expect(all.contains("Приче") && all.contains("Рачунари") && some.contains("Приче") && !some.contains("Рачунари"))
    }
}
