import Events
import Kernel
import Languages
import Papers
import Registration
import Storage
import Testing
import Town

/// From a call to a talk, by everybody's own pages.
@Suite struct CallStories {
    @Test func `a paper goes through both rounds and becomes a talk`() async throws {
        let call = try await CallTown(published: false)
        let (town, event, desk) = (call.town, call.event, call.desk)
        // Nobody sees a call that is not published.
        #expect(try await town.stranger.opens("/events/\(event)/papers").status == 404)
        #expect(try await !town.stranger.opens("/events/\(event)").shows(town.say(T.papers.title)))
        #expect(try await town.vesna.opens("/staff/events/\(event)").link(town.say(T.papers.title)) == "/sr\(desk)")
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/publish").shows(town.say(T.papers.saidPublished)))
        #expect(try await town.stranger.opens("/events/\(event)").link(town.say(T.papers.toCall)) == "/sr/events/\(event)/papers")
        #expect(try await town.stranger.opens("/events/\(event)/papers").shows("Новина"))

        // Ана keeps a draft, comes back and sends it with Бранко.
        try await town.ana.opens("/events/\(event)/papers/new")
        #expect(try town.ana.browser.page.carried("name1") == "Ана Ђорђевић")
        let kept = try await town.ana.sends("/papers/new", ["title": "Огледи", "deed": "save"])
        #expect(kept.shows(town.say(T.papers.saidDrafted)))
        let id = try #require(try await town.value("SELECT id FROM paper", as: Paper.ID.self))
        #expect(try await town.vesna.opens("/staff/papers/\(id)").status == 404, "a draft is its author's own")
        try await town.ana.opens("/papers/\(id)/edit")
        let long = Array(repeating: "реч", count: 21).joined(separator: " ")
        let wrong = try await town.ana.sends("/papers/\(id)/edit", ["deed": "send", "abstract": long, "keywords": "а, б, в"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.papers.abstractTooLong(words: 21, most: 20))) && wrong.shows(town.say(T.papers.keywordsTooMany(count: 2))))
        #expect(wrong.shows(town.say(T.common.errorChoose)) && wrong.carried("title") == "Огледи")
        #expect(try await call.paper(id).state == .draft)
        let sent = try await town.ana.sends("/papers/\(id)/edit", [
            "deed": "send", "abstract": "Ваздух и вода, на часу.", "keywords": "физика, огледи", "kind": "излагање", "name2": "Бранко Његован",
            "email2": "branko@bistrik.example", "school2": "ОШ „Свитац“",
        ])
        #expect(sent.shows(town.say(T.papers.saidSent)))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Огледи") == true)
        #expect(town.mail.to(town.branko.email).last?.plain.contains("Ana Đorđević") == false && town.mail.to(town.branko.email).count == 1)
        #expect(try await town.ana.opens("/me").shows("Огледи"))
        #expect(try await town.vesna.opens(desk).shows("Огледи"))

        // Весна finds Милена and Горан, who have had to do with the centre; Бранко is an author.
        for person in [town.milena, town.goran, town.branko] { _ = try await person.applies(to: event, payer: .free) }
        for (name, person) in [("Џелатовић", town.milena), ("Љубић", town.goran), ("Његован", town.branko)] {
            try await town.vesna.opens("\(desk)?person=\(name)")
            #expect(try await town.vesna.sends("\(desk)/reviewers").shows(town.say(T.papers.saidNamed)), "\(person.email)")
        }
        try await call.later(days: 11)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.papers.todayUndealt(count: 1))))
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/deal").shows(town.say(T.papers.saidDealt(count: 2))))
        #expect(Set(try await call.reviews(id).compactMap(\.person)) == [town.milena.id, town.goran.id])

        // Милена reads it without learning whose it is.
        #expect(try await town.milena.opens("/me").shows("Огледи"))
        let review = try #require(try await call.reviews(id).first { $0.person == town.milena.id })
        let page = try await town.milena.opens("/reviews/\(review.id)")
        #expect(page.status == 200 && page.shows("Ваздух и вода"))
        for name in ["Ђорђевић", "Његован", "Свитац", "ana@", "branko@"] { #expect(!page.html.contains(name), "\(name) is hidden from reviewers") }
        for other in [town.goran, town.ana, town.branko] { #expect(try await other.opens("/reviews/\(review.id)").status == 404) }
        let empty = try await town.milena.opens("/reviews/\(review.id)")
        #expect(empty.status == 200)
        let refused = try await town.milena.sends("/reviews/\(review.id)", ["recommendation": "changes"])
        #expect(refused.status == 422)
        let criteria = try await town.finds { try $0.db.rows("SELECT id FROM paper_criterion ORDER BY place").map { try $0["id"] as Int64 } }
        let wordless = try await town.milena.sends("/reviews/\(review.id)", ["mark\(criteria[0])": "5", "mark\(criteria[1])": "3", "recommendation": "changes"])
        #expect(wordless.status == 422 && wordless.shows(town.say(T.papers.wordsMissing)))
        let given = try await town.milena.sends("/reviews/\(review.id)", [
            "mark\(criteria[0])": "5", "mark\(criteria[1])": "3", "recommendation": "changes", "words": "Додајте слику огледа.", "note": "Само за центар.",
        ])
        #expect(given.shows(town.say(T.papers.saidReviewed)))
        try await call.says(town.goran, .accept, of: id, "")

        // Весна decides: with changes. Ана reads why, not who.
        try await town.vesna.opens("/staff/papers/\(id)")
        #expect(try await town.vesna.sends("/staff/papers/\(id)/decide", ["decision": "changes", "words": "Леп рад."]).shows(town.say(T.papers.saidDecided)))
        town.clock.passes(minutes: 10)
        try await town.settles()
        let letter = try #require(town.mail.to(town.ana.email).last?.plain)
        #expect(letter.contains("Додајте слику огледа.") && letter.contains("Леп рад.") && !letter.contains("Само за центар") && !letter.contains("Милена"))
        let own = try await town.ana.opens("/papers/\(id)")
        #expect(own.shows("Додајте слику огледа.") && !own.shows("Само за центар") && !own.shows("Џелатовић"))

        // The second version goes to those who read the first.
        try await town.ana.opens("/papers/\(id)/edit")
        try await town.ana.sends("/papers/\(id)/edit", ["deed": "send", "abstract": "Ваздух и вода, са сликом.", "note": "Додата је слика."])
        #expect(try await call.paper(id).round == 2)
        let again = try #require(try await call.reviews(id).last { $0.person == town.milena.id })
        let second = try await town.milena.opens("/reviews/\(again.id)")
        #expect(second.shows("Додата је слика.") && second.shows("са сликом") && second.shows("на часу") && second.shows("Додајте слику огледа."))
        #expect(second.form("/reviews/\(again.id)") != nil && !second.html.contains("value=\"changes\""))
        try await call.later(days: 20)
        for person in [town.milena, town.goran] { try await call.says(person, .accept, of: id, "") }
        try await town.vesna.opens("/staff/papers/\(id)")
        try await town.vesna.sends("/staff/papers/\(id)/decide", ["decision": "accept"])
        #expect(try await call.paper(id).state == .accepted)
        #expect(try await town.vesna.opens("/staff/papers/\(id)").carried("begins") == "9:00", "the next free time stands there")
        try await town.vesna.sends("/staff/papers/\(id)/talk", ["session": "\(try await town.event(event).sessionRows[0])"])
        let programme = try await town.stranger.opens("/events/\(event)")
        #expect(programme.shows("Огледи") && programme.shows("Ана Ђорђевић, Бранко Његован") && programme.shows("са сликом"))
        #expect(try await town.vesna.opens("/staff/events/\(event)/talks.pdf").bytes.starts(with: Array("%PDF".utf8)))
        #expect(try await town.journal("paper", id.value) == [
            "papers.drafted", "papers.sent", "papers.assigned", "papers.reviewGiven", "papers.reviewGiven", "papers.decidedDeed", "papers.sent", "papers.reviewGiven",
            "papers.reviewGiven", "papers.decidedDeed",
        ])
    }
}
