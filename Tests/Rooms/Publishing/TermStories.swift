import Events
import HTTPTypes
import Kernel
import Languages
import Publishing
import Site
import Storage
import Testing
import Town

/// What is shown from a minute on and until a minute, and information that grows old.
@Suite struct TermStories {
    @Test(arguments: [
        (-1, nil, .hasEnded), (0, nil, .hasEnded), (13, nil, .endsSoon), (15, nil, nil), (nil, 181, .isOld), (nil, 180, nil), (13, 300, .endsSoon), (nil, nil, nil),
    ] as [(Int?, Int?, ArticleTerm.Want?)])
    func `what ended comes before what ends soon, and that before what is old`(_ ends: Int?, _ checked: Int?, _ want: ArticleTerm.Want?) {
        let now = Town.morning, today = Zone.utc.day(of: now)
        let term = ArticleTerm(ends: ends.map { now.adding(days: $0) }, checked: checked.map { today.adding(days: -$0) })
        #expect(term.want(at: now, today: today) == want)
    }

    @Test func `planned news is seen from its minute on`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/articles/new?kind=news")
        try await town.vesna.sends("/staff/articles/new?kind=news", [
            "day": "4.2.2026.", "title-sr": "Упис почиње", "startsDay": "4.2.2026.", "startsTime": "12:30",
        ])
        try await town.vesna.opens("/staff/articles/1")
        #expect(try await town.vesna.sends("/staff/articles/1/publish").shows("12:30"), "it says until when it waits")
        #expect(try await town.stranger.opens("/news/1").status == 404)
        #expect(try await !town.stranger.opens("/news").shows("Упис почиње"))
        #expect(try await !town.stranger.send(.get, "/sr/news.atom").html.contains("Упис почиње"))
        #expect(try await !town.stranger.opens("/search?q=упис").shows("Упис почиње"))
        town.clock.passes(hours: 2, minutes: 29)
        #expect(try await town.stranger.opens("/news/1").status == 404)
        town.clock.passes(hours: 1, minutes: 1)
        #expect(try await town.stranger.opens("/news/1").status == 200)
        #expect(try await town.stranger.opens("/news").shows("Упис почиње"))
    }

    @Test func `a page that ends while it is read says so, and where to go on`() async throws {
        let town = try await Town(), centre = town.centre, now = town.clock.now, today = town.zone.day(of: now)
        let term = ArticleTerm(ends: now.adding(hours: 1), checked: today, source: "Служба за запошљавање", link: "https://nsz.example/obuke")
        try await town.vesna.does { act in
            let draft = ArticleDraft(day: today, texts: [.sr: ArticleText(title: "Преквалификација у програмере", text: "Пријаве су отворене.")], term: term)
            try ArticleStore.publish(ArticleStore.add(draft, as: .information, to: centre, in: act), in: act)
        }
        let list = try await town.stranger.opens("/information")
        #expect(list.link("Преквалификација у програмере") == "/sr/information/1")
        for path in ["/news/1", "/pages/1"] { #expect(try await town.stranger.opens(path).status == 404, "it has one address") }
        let read = try await town.stranger.opens("/information/1")
        #expect(read.status == 200 && read.shows("Служба за запошљавање") && read.html.contains("https://nsz.example/obuke"))
        town.clock.passes(hours: 1)
        let gone = try await town.stranger.opens("/information/1")
        #expect(gone.status == 410 && gone.shows(town.say(T.publishing.endedTitle)) && gone.shows("Преквалификација у програмере") && !gone.shows("Пријаве су отворене."))
        #expect(gone.link(town.say(T.publishing.information)) == "/sr/information")
        #expect(try await !town.stranger.opens("/information").shows("Преквалификација"))
        #expect(try await town.vesna.opens("/information/1").status == 200, "those who keep it still see it")
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.publishing.wantEnded)))
    }

    @Test func `information says whose it is and until when, and somebody says that it still holds`() async throws {
        let town = try await Town(), path = "/staff/articles/new?kind=information"
        try await town.vesna.opens(path)
        let empty = try await town.vesna.sends(path, ["title-sr": "Преквалификација", "source": "", "endsDay": ""])
        #expect(empty.status == 422 && empty.html.contains("#field-source") && empty.html.contains("#field-endsDay"))
        let wrong = try await town.vesna.sends(path, ["source": "Завод", "link": "javascript:alert(1)", "endsDay": "1.9.2026.", "checked": "1.8.2026."])
        #expect(wrong.status == 422 && wrong.html.contains("#field-link") && wrong.html.contains("#field-checked"))
        let saved = try await town.vesna.sends(path, ["link": "https://zavod.example", "checked": "1.2.2026."])
        #expect(saved.status == 200 && saved.shows(town.say(T.publishing.stateDraft)), "\(saved.text.prefix(300))")
        #expect(try await town.goran.opens("/staff/articles/1").status == 404)
        try await town.vesna.sends("/staff/articles/1/publish")
        town.clock.passes(days: 181)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.publishing.wantOld)))
        try await town.vesna.opens("/staff/articles/1")
        #expect(try await town.vesna.sends("/staff/articles/1/checked").shows(town.say(T.publishing.saidChecked)))
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.publishing.wantOld)))
    }

    @Test func `a school makes the code of a frame that shows what it chose`() async throws {
        let town = try await Town()
        for number in 1...7 { _ = try await town.seminar("Приче \(number)", inDays: 30 + number) }
        let usual = try await town.stranger.opens("/widget/code")
        #expect(usual.status == 200 && usual.html.contains("&lt;iframe src=") && usual.html.contains("http://localhost/sr/widget/events"))
        let two = try await town.stranger.opens("/widget/code?most=2")
        #expect(two.html.contains("/sr/widget/events?most=2"))
        let frame = try await town.stranger.opens("/widget/events?most=2")
        #expect(frame.shows("Приче 1") && frame.shows("Приче 2") && !frame.shows("Приче 3"))
        #expect(try await town.stranger.opens("/widget/events").shows("Приче 5"))
        #expect(try await town.stranger.opens("/widget/events?where=999999").shows(town.say(T.publishing.widgetNothing)), "a place that nobody knows finds nothing")
        #expect(try await town.stranger.opens("/widget/events?most=9000").status == 200)
        let odd = try await town.stranger.opens("/widget/code?area=%22%3E%3Cscript%3E")
        #expect(odd.status == 200 && !odd.html.contains("<script>\""))
    }
}
