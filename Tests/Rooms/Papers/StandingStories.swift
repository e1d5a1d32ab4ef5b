import Accounts
import Events
import Guests
import Kernel
import Languages
import Papers
import Storage
import Testing
import Town

/// What time and people do to papers: reminders, letters when it is off, erasure, forgetting.
@Suite struct PaperStandingStories {
    @Test func `a reviewer who is late is reminded, by day, and not for ever`() async throws {
        let call = try await CallTown()
        let town = call.town
        try await call.names(town.milena, town.goran)
        let paper = try await call.sends(town.ana)
        town.clock.passes(days: 11)
        #expect(try await call.deals() == 2)
        try await call.says(town.goran, .accept, of: paper)
        try await town.settles()
        let before = town.mail.to(town.milena.email).count
        town.clock.passes(days: 9)
        try await ReviewStore.remindAll(town.records)
        try await town.settles()
        #expect(town.mail.to(town.milena.email).count == before, "the last day is a day")
        // The next day, but in the night.
        town.clock.passes(hours: 16)
        try await ReviewStore.remindAll(town.records)
        town.clock.passes(hours: 8)
        for _ in 0..<3 { try await ReviewStore.remindAll(town.records) }
        try await town.settles()
        #expect(town.mail.to(town.milena.email).count == before + 1 && town.mail.to(town.goran.email).filter { $0.plain.contains("чекамо") }.isEmpty)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.papers.todayLate(count: 1))))
        for _ in 0..<5 {
            town.clock.passes(days: 5)
            try await ReviewStore.remindAll(town.records)
        }
        try await town.settles()
        #expect(town.mail.to(town.milena.email).count == before + Review.remindersMost)
    }

    @Test func `authors hear that it is off`() async throws {
        let call = try await CallTown()
        _ = try await call.sends(call.town.ana)
        try await call.town.vesna.cancels(call.event, because: "Сала је у квару.")
        try await call.town.settles()
        #expect(call.town.mail.to(call.town.ana.email).last?.plain.contains("Сала је у квару.") == true)
        #expect(try await call.town.ana.opens("/events/\(call.event)/papers/new").status == 409)
    }

    @Test func `whoever deletes the account leaves the programme without a name, and nothing else`() async throws {
        let call = try await CallTown()
        let town = call.town
        try await call.names(town.milena)
        let accepted = try await call.sends(town.ana), refused = try await call.sends(town.ana, CallTown.draft("Друго"))
        let others = try await call.sends(town.branko, CallTown.draft("Треће", authors: [PaperAuthor(name: "Бранко Његован"),
            PaperAuthor(name: "Ана Ђорђевић", email: town.ana.email)]))
        town.clock.passes(days: 11)
        _ = try await call.deals()
        for paper in [accepted, refused, others] { try await call.says(town.milena, .accept, of: paper, "Речи рецензента.") }
        try await town.vesna.does { act in
            _ = try PaperDeskStore.decide(accepted, .accept, saying: "", in: act)
            _ = try PaperDeskStore.decide(refused, .refuse, saying: "", in: act)
            _ = try PaperDeskStore.placeAll(call.event, in: act)
        }
        for person in [town.ana, town.milena] {
            try await person.enters()
            try await town.proves(person, for: "/me/account/erase")
            #expect(try await person.sends("/me/account/erase").shows(town.say(T.accounts.erasedSaid)))
        }
        let ana = town.ana.id
        #expect(try await town.count("paper") == 2)
        #expect(try await town.count("paper WHERE person = \(ana)") == 0)
        #expect(try await town.count("paper_author WHERE email = 'ana@bistrik.example' OR name = 'Ана Ђорђевић'") == 0)
        #expect(try await !town.stranger.opens("/events/\(call.event)").shows("Ана Ђорђевић"))
        let kept = try await call.reviews(others)
        #expect(kept.count == 1 && kept[0].person == nil && kept[0].words.isEmpty && kept[0].marks.count == 2)
        #expect(try await town.count("paper_reviewer") == 0)
    }

    @Test func `a year after it what was not accepted is forgotten`() async throws {
        let call = try await CallTown()
        let town = call.town
        try await call.names(town.milena)
        let accepted = try await call.sends(town.ana, CallTown.draft(authors: [PaperAuthor(name: "Ана Ђорђевић", email: town.ana.email)]))
        let refused = try await call.sends(town.branko, CallTown.draft("Друго"))
        town.clock.passes(days: 11)
        _ = try await call.deals()
        for paper in [accepted, refused] { try await call.says(town.milena, .accept, of: paper) }
        try await town.vesna.does { act in
            _ = try PaperDeskStore.decide(accepted, .accept, saying: "Речи центра.", in: act)
            _ = try PaperDeskStore.decide(refused, .refuse, saying: "", in: act)
        }
        town.clock.passes(days: 60)
        try await town.vesna.does { try EventStore.markHeld(call.event, in: $0) }
        town.clock.passes(days: 350)
        try await town.does { try PaperStore.forgetOld(in: $0) }
        let before = try await town.count("paper")
        town.clock.passes(days: 6)
        try await town.does { try PaperStore.forgetOld(in: $0) }
        let after = try await town.count("paper")
        #expect(before == 2 && after == 1)
        for table in ["paper_review", "paper_mark", "paper_reviewer"] { #expect(try await town.count(SQL(stringLiteral: table)) == 0, "\(table)") }
        let left = try await call.paper(accepted)
        #expect(left.words.isEmpty && left.authors.map(\.email) == [""] && left.authors.map(\.name) == ["Ана Ђорђевић"])
    }

    @Test func `papers are found by their words and authors, by the centre alone`() async throws {
        let call = try await CallTown()
        let town = call.town
        _ = try await call.sends(town.ana)
        _ = try await call.sends(town.branko, CallTown.draft("Читање наглас", authors: [PaperAuthor(name: "Бранко Његован")]))
        let one = try await town.vesna.opens("\(call.desk)?q=ogledima+petom")
        #expect(one.shows("Огледи у петом разреду") && !one.shows("Читање наглас"))
        let other = try await town.vesna.opens("\(call.desk)?q=njegovan")
        #expect(other.shows("Читање наглас") && !other.shows("Огледи у петом"))
        let all = try await town.vesna.opens("/search?q=ogledima+petom")
        let id = try #require(try await town.value("SELECT min(id) FROM paper", as: Paper.ID.self))
        #expect(all.link("Огледи у петом разреду") == "/sr/staff/papers/\(id)" && !all.shows("Читање наглас"))
        for other in [town.stranger, town.ana.browser, town.branko.browser] { #expect(try await !other.opens("/search?q=ogledi").shows("Огледи у петом")) }
    }
}
