import Accounts
import Centres
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Planning
import Publishing
import Schools
import Site
import Storage
import Testing
import Town
import Web
@testable import Informer

/// The informer of a month.
@Suite struct InformerStories {
    @Test func `it is begun, written, published, and read by everybody in each language and on paper`() async throws {
        let town = try await Town(), seminar = try await town.seminar("Читање наглас", inDays: 35)
        try await town.offer()
        #expect(try await town.stranger.opens("/informers").shows(town.say(T.informer.nonePublic)))
        try await town.vesna.opens("/staff/informers")
        let begun = try await town.vesna.sends("/staff/informers", ["month": "2026-03"])
        #expect(begun.path == "/sr/staff/informers/1" && begun.shows("Читање наглас"), "\(begun.text.prefix(400))")
        #expect(try await town.stranger.opens("/informers/1").status == 404)
        #expect(try await town.goran.opens("/staff/informers/1").status == 404)
        try await town.vesna.opens("/staff/informers/1")
        let saved = try await town.vesna.sends("/staff/informers/1", ["words-sr": "Драге колеге,\n\n**март** је ту.", "sign": "Весна", "publish": "yes"])
        #expect(saved.shows(town.say(T.informer.saidPublished)), "\(saved.text.prefix(400))")

        let read = try await town.stranger.opens("/informers/1")
        #expect(read.status == 200 && read.html.contains("<strong>март</strong>") && read.link("Читање наглас") == "/sr/events/\(seminar)")
        #expect(try await town.stranger.opens("/sr-Latn/informers/1").shows("Čitanje naglas"))
        for language in ["lt", "en"] {
            let page = try await town.stranger.opens("/\(language)/informers/1")
            #expect(page.status == 200 && page.html.contains("lang=\"sr-Latn\""), "what is Serbian says so")
        }
        #expect(try await town.stranger.opens("/search?q=информатор+март").link("Март 2026.") == "/sr/informers/1")
        #expect(try await town.journal("informer", 1) == ["informer.begunDeed", "informer.changedDeed", "informer.publishedDeed"])

        let paper = try await town.stranger.send(.get, "/sr-Latn/informers/1/informer.pdf")
        #expect(paper.status == 200)
        let words = try Printed.words(of: paper.bytes)
        #expect(words.contains("Čitanje naglas") && words.contains(town.say(T.informer.byArea, .srLatn)), "\(words)")
        #expect(words.contains("Весна"), "a name stays as it was written: \(words)")
        #expect(try Printed.code(of: paper.bytes)?.contains("http://localhost/sr-Latn/informers") == true)
        let booklet = try await town.stranger.send(.get, "/sr/informers/1/booklet.pdf")
        #expect(booklet.status == 200 && String(decoding: booklet.bytes.prefix(8), as: UTF8.self).hasPrefix("%PDF"))

        try await town.vesna.opens("/staff/informers/1")
        #expect(try await town.vesna.sends("/staff/informers/1/withdraw").shows(town.say(T.informer.saidWithdrawn)))
        #expect(try await town.stranger.opens("/informers/1").status == 404)
        #expect(try await town.stranger.send(.get, "/sr/informers/1/informer.pdf").status == 404)
    }

    @Test func `what was published stays as it was until a new edition`() async throws {
        let town = try await Town(), seminar = try await town.seminar("Читање", inDays: 35), informer = try await town.informer()
        try await town.change(seminar) { $0.texts[.sr]?.title = "Писање" }
        #expect(try await town.stranger.opens("/informers/1").shows("Читање"))
        try await town.vesna.does { try InformerStore.publish(informer, in: $0) }
        town.clock.passes(minutes: 1)
        let again = try await town.stranger.opens("/informers/1")
        #expect(again.shows(town.say(T.informer.editionOf(number: .number(2)))))
        try await town.vesna.cancels(seminar, because: "Болест")
        #expect(try await town.stranger.opens("/informers/1").shows("Читање"), "what went out is not made unsaid")
    }

    @Test func `two who write at once lose nothing, and a text that could act is refused at its field`() async throws {
        let town = try await Town(), informer = try await town.informer()
        let seen = try await town.vesna.opens("/staff/informers/\(informer)")
        let draft = InformerDraft(words: [.sr: "Прва."])
        try await town.vesna.does { try InformerStore.edit(informer, to: draft, seen: nil, in: $0) }
        let late = try await town.vesna.sends("/staff/informers/\(informer)", ["words-sr": "Друга."])
        #expect(late.status == 409 && late.shows(town.say(T.informer.changedMeanwhile)) && late.carried("words-sr") == "Друга.")
        #expect(seen.status == 200)
        try await town.vesna.opens("/staff/informers/\(informer)")
        let bad = try await town.vesna.sends("/staff/informers/\(informer)", ["words-sr": "<script>alert(1)</script>"])
        #expect(bad.status == 422 && bad.html.contains("#field-words-sr") && bad.carried("words-sr") == "<script>alert(1)</script>")
        #expect(try await town.value("SELECT words FROM informer_text", as: String.self) == "Прва.")
    }

    @Test func `an informer with nothing in it is not published`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/informers")
        try await town.vesna.sends("/staff/informers", ["month": "2026-03"])
        try await town.vesna.opens("/staff/informers/1")
        let empty = try await town.vesna.sends("/staff/informers/1", ["publish": "yes"])
        #expect(empty.status == 409 && empty.shows(town.say(T.informer.nothingInIt)))
        #expect(try await town.count("informer_issue") == 0)
        try await town.vesna.opens("/staff/informers")
        #expect(try await town.vesna.sends("/staff/informers", ["month": "трећи"]).status == 422)
    }

    @Test func `news of a day that is to come is not picked`() async throws {
        let town = try await Town(), centre = town.centre, month = try #require(OfferMonth("2026-03")), today = town.zone.day(of: town.clock.now)
        let picked = try await town.vesna.does { act in
            let news = try [today, month.days.lowerBound].map { day in
                let article = try ArticleStore.add(ArticleDraft(day: day, texts: [.sr: ArticleText(title: "Вест")]), as: .news, to: centre, in: act)
                try ArticleStore.publish(article, in: act)
                return article
            }
            let informer = try InformerStore.begin(month, at: centre, in: act)
            return (news, try InformerStore.informer(informer, in: act).draft.articles)
        }
        #expect(picked.1 == [picked.0[0]])
    }

    // MARK: To schools

    @Test func `heads get a letter; a link alone says nothing; one press says that it was passed on`() async throws {
        let town = try await Town(), school = try await town.school(of: town.milena), informer = try await town.informer()
        try await town.milena.looksAfter(school, as: .head)
        try await town.vesna.opens("/staff/informers/\(informer)/schools")
        let sent = try await town.vesna.sends("/staff/informers/\(informer)/schools")
        #expect(sent.shows(town.say(T.informer.saidSent(count: 1))) && sent.shows("ОШ „Свитац“"))
        try await town.settles()
        let letter = try #require(town.mail.to(town.milena.email).last?.plain)
        let path = try #require(letter.firstMatch(of: /http:\/\/localhost(\/sr\/informers\/passed\/\S+)/).map { String($0.1) })
        // Programs that look at letters open links.
        for _ in 0..<3 { #expect(try await town.stranger.opens(path).status == 200) }
        #expect(try await town.count("informer_sending WHERE passed IS NOT NULL") == 0)
        #expect(try await town.stranger.opens(path + "0").status == 404)
        #expect(try await town.milena.opens("/me").shows(town.say(T.informer.mine)))
        try await town.stranger.opens(path)
        #expect(try await town.stranger.sends(path).shows(town.say(T.informer.saidPassed)))
        #expect(try await town.count("informer_sending WHERE passed IS NOT NULL") == 1)
        #expect(try await !town.milena.opens("/me").shows(town.say(T.informer.mine)))
        #expect(try await town.vesna.opens("/staff/informers/schools").shows("ОШ „Свитац“"))
        let again = try await town.vesna.does { try InformerSendingStore.send(informer, town.app.installation.seal, in: $0) }
        #expect(again == 0, "nobody gets it twice")
    }

    @Test func `whoever does not answer is reminded once, in the hours of an office`() async throws {
        let town = try await Town(), school = try await town.school(of: town.milena), informer = try await town.informer(), seal = town.app.installation.seal
        try await town.milena.looksAfter(school, as: .head)
        try await town.vesna.does { _ = try InformerSendingStore.send(informer, seal, in: $0) }
        func letters(afterDays days: Int, hours: Int = 0) async throws -> Int {
            town.clock.passes(days: days, hours: hours)
            try await InformerSendingStore.remindAll(town.records, seal)
            try await InformerSendingStore.remindAll(town.records, seal)
            try await town.settles()
            return town.mail.to(town.milena.email).count
        }
        #expect(try await letters(afterDays: 6) == 1)
        #expect(try await letters(afterDays: 1, hours: 13) == 1, "not at night")
        #expect(try await letters(afterDays: 0, hours: 11) == 2)
        #expect(try await letters(afterDays: 10) == 2)
        #expect(try await letters(afterDays: 40) == 2)
    }

    @Test func `who wants to hear nothing hears nothing; what is held is told and goes with the account`() async throws {
        let town = try await Town(), school = try await town.school(of: town.milena, town.branko), informer = try await town.informer(), seal = town.app.installation.seal
        try await town.milena.looksAfter(school, as: .head)
        try await town.branko.looksAfter(school, as: .coordinator)
        try await town.does { _ = try $0.db.run("UPDATE school_duty SET digest = 'never'") }
        #expect(try await town.vesna.does { try InformerSendingStore.send(informer, seal, in: $0) } == 0, "a head who wants nothing, and a coordinator beside a head")
        try await town.does { _ = try $0.db.run("UPDATE school_duty SET digest = 'monthly' WHERE duty = 'head'") }
        #expect(try await town.vesna.does { try InformerSendingStore.send(informer, seal, in: $0) } == 1)
        let milena = town.milena.id
        let held = try await town.finds { try InformerKeepingStore.held(about: milena, in: $0) }
        #expect(held.all["informer_sending"]?.first?["month"] == "2026-03")
        try await town.does { try InformerKeepingStore.forget(milena, in: $0) }
        #expect(try await town.count("informer_sending WHERE person IS NULL") == 1)
        #expect(try await town.vesna.opens("/staff/informers/\(informer)/schools").shows("ОШ „Свитац“"), "that the school got it stays")
        town.clock.passes(days: 3 * 365)
        try await town.does { try InformerKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("informer_sending") == 0)
    }

    // MARK: On the wall, and the book

    @Test func `the poster of an event has strips and a code that leads to its page`() async throws {
        let town = try await Town(), seminar = try await town.seminar("Читање наглас"), draft = try await town.seminar("Нацрт", announced: false)
        let poster = try await town.stranger.send(.get, "/sr/events/\(seminar)/poster.pdf")
        #expect(poster.status == 200)
        let words = try Printed.words(of: poster.bytes)
        #expect(words.contains("Читање наглас") && words.contains(town.say(T.informer.stripScan)))
        #expect(try Printed.code(of: poster.bytes)?.contains("http://localhost/sr/events/\(seminar)") == true)
        #expect(try await town.stranger.send(.get, "/sr/events/\(draft)/poster.pdf").status == 404)
        #expect(try await town.vesna.opens("/staff/events/\(seminar)").link(town.say(T.informer.strip)) == "/sr/staff/events/\(seminar)/poster.pdf")
        try await town.vesna.cancels(seminar, because: "Болест")
        #expect(try await town.stranger.send(.get, "/sr/events/\(seminar)/poster.pdf").status == 404)
    }

    @Test func `the book of information begins with the usual chapters, and the program fills in what it knows`() async throws {
        let town = try await Town(), centre = town.centre
        #expect(try await town.stranger.opens("/information-book").shows(town.say(T.informer.bookNone)))
        #expect(try await town.stranger.send(.get, "/sr/information-book/book.pdf").location == "/sr/information-book", "nothing to print yet")
        try await town.vesna.opens("/staff/information-book")
        #expect(try await town.vesna.sends("/staff/information-book").shows(town.say(T.informer.saidBookBegun)))
        try await town.vesna.does { act in
            _ = try HallStore.add(HallDetails(name: "Плава сала", seats: 40), to: centre, in: act)
            try InformationBookStore.begin(at: centre, in: act)
        }
        let chapters = try await town.count("information_chapter")
        #expect(chapters == UsualChapters.all.count, "begun once")
        let read = try await town.stranger.opens("/information-book")
        #expect(read.shows("Плава сала") && read.shows("Школска 1, Бистрик"))
        #expect(try await town.stranger.opens("/en/information-book").shows("Halls and equipment"))
        let words = try Printed.words(of: try await town.stranger.send(.get, "/sr/information-book/book.pdf").bytes)
        #expect(words.contains("Плава сала") && words.contains("40"))
        let form = try await town.vesna.opens("/staff/information-book/1")
        #expect(form.status == 200)
        #expect(try await town.vesna.sends("/staff/information-book/1", ["title-sr": ""]).status == 422)
        try await town.vesna.opens("/staff/information-book/1")
        #expect(try await town.vesna.sends("/staff/information-book/1", ["title-sr": "Ко смо", "text-sr": "Основани *1998*."]).status == 200)
        #expect(try await town.stranger.opens("/information-book").html.contains("<em>1998</em>"))
        try await town.vesna.opens("/staff/information-book/1")
        try await town.vesna.sends("/staff/information-book/1/remove")
        #expect(try await town.count("information_chapter") == chapters - 1)
        #expect(try await town.goran.opens("/staff/information-book").status == 404)
    }
}

extension Town {
    /// The published offer of March.
    func offer() async throws {
        let centre = centre, month = try #require(OfferMonth("2026-03"))
        try await vesna.does { act in try MonthOfferStore.publish(MonthOfferStore.begin(month, at: centre, in: act), in: act) }
    }

    /// The published informer of March, with whatever is announced for it.
    func informer() async throws -> Informer.ID {
        let centre = centre, month = try #require(OfferMonth("2026-03"))
        return try await vesna.does { act in
            let offer = try MonthOfferStore.begin(month, at: centre, in: act)
            if try !MonthOfferStore.offer(offer, in: act).chosen.isEmpty { try MonthOfferStore.publish(offer, in: act) }
            let id = try InformerStore.begin(month, at: centre, in: act)
            try InformerStore.edit(id, to: InformerDraft(words: [.sr: "Добар дан."]), seen: nil, in: act)
            try InformerStore.publish(id, in: act)
            return id
        }
    }
}
