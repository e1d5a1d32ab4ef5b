import Accounts
import Events
import Kernel
import Languages
import Papers
import Registration
import Storage
import Testing
import Town

/// What must not happen: nobody is late unseen, nobody judges their own, nobody learns what is hidden.
@Suite struct RefusalStories {
    // MARK: Time

    @Test func `a day of the call ends at midnight in the centre's zone`() async throws {
        let call = try await CallTown()
        let (town, deadline) = (call.town, call.first.adding(days: 10))
        // Two minutes before midnight in Belgrade, when it is not yet night in London and already tomorrow in Moscow.
        let midnight = town.zone.startOfDay(deadline.adding(days: 1))
        town.clock.passes(minutes: Int(midnight.seconds - town.clock.now.seconds) / 60 - 2)
        let paper = try await call.sends(town.ana)
        town.clock.passes(minutes: 2)
        let closed = T.papers.closedOn(day: .day(deadline))
        await #expect(throws: Problem.conflict(closed)) { try await call.sends(town.branko) }
        #expect(try await town.branko.opens("/events/\(call.event)/papers/new").status == 409)
        await #expect(throws: Problem.conflict(T.papers.notOpenNow)) {
            try await town.ana.does { try PaperStore.edit(paper, to: CallTown.draft("Касно"), sends: true, in: $0) }
        }
        #expect(try await call.paper(paper).version?.text.title == "Огледи у петом разреду")
    }

    @Test func `stages follow the days`() {
        let day = Day(year: 2026, month: 3, day: 1)!
        let days = PaperCallDays(
            opens: day, deadline: day.adding(days: 10), reviewed: day.adding(days: 20), again: day.adding(days: 30), againReviewed: day.adding(days: 40))
        let table: [(Int, PaperCallStage)] = [
            (-1, .coming), (0, .open), (10, .open), (11, .review), (20, .review), (21, .again), (30, .again), (31, .againReview), (40, .againReview), (41, .over),
        ]
        for (passed, stage) in table { #expect(days.stage(on: day.adding(days: passed)) == stage, "day \(passed)") }
    }

    @Test func `days of a call follow one another and end before it begins`() async throws {
        let call = try await CallTown(published: false)
        let path = "\(call.desk)/call"
        try await call.town.vesna.opens(path)
        let first = try #require(try await call.town.event(call.event).days?.lowerBound)
        let page = try await call.town.vesna.sends(path, ["reviewed": call.first.iso, "againReviewed": first.iso, "criteria": "", "abstractWords": "5", "deadline": ""])
        #expect(page.status == 422 && page.shows(call.town.say(T.common.errorDay(example: "15.9.2026."))))
        #expect(page.shows(call.town.say(T.common.errorNumberBetween(least: 20, most: .number(1_000)))))
        let deadline = call.first.adding(days: 10)
        let again = try await call.town.vesna.sends(path, ["abstractWords": "200", "deadline": deadline.iso])
        #expect(again.status == 422 && again.shows(call.town.say(T.papers.criteriaMissing)) && again.shows(call.town.say(T.papers.dayNotAfter(day: .day(deadline)))))
        #expect(again.shows(call.town.say(T.papers.dayAfterStart(day: .day(first)))))
        await #expect(throws: Problem.conflict(T.papers.publishAnnounced)) {
            let draft = try await call.town.occasion("Conference", "Нацрт", seats: 10, inDays: 60, announced: false)
            try await call.town.vesna.does { act in
                try PaperCallStore.write(CallTown.details(from: call.first), of: draft, in: act)
                try PaperCallStore.publish(draft, in: act)
            }
        }
    }

    @Test func `nobody decides while the author can still change it`() async throws {
        let call = try await CallTown()
        let paper = try await call.sends(call.town.ana)
        await #expect(throws: Problem.conflict(T.papers.decideAfter(day: .day(call.first.adding(days: 10))))) {
            try await call.town.vesna.does { try PaperDeskStore.decide(paper, .accept, saying: "", in: $0) }
        }
        try await call.later(days: 11)
        try await call.town.vesna.does { _ = try PaperDeskStore.decide(paper, .changes, saying: "", in: $0) }
        await #expect(throws: Problem.conflict(T.papers.takeBackFirst)) {
            try await call.town.vesna.does { try PaperDeskStore.decide(paper, .accept, saying: "", in: $0) }
        }
        // Once its author writes at the second version, nobody decides otherwise.
        call.town.clock.passes(minutes: 10)
        try await call.town.ana.does { try PaperStore.edit(paper, to: CallTown.draft("Огледи, други пут"), sends: false, in: $0) }
        await #expect(throws: Problem.conflict(T.papers.decideAfter(day: .day(call.first.adding(days: 30))))) {
            try await call.town.vesna.does { try PaperDeskStore.decide(paper, .accept, saying: "", in: $0) }
        }
        // Who was asked for a second version and sent none is decided about all the same, but not asked a third time.
        try await call.later(days: 20)
        await #expect(throws: Problem.invalid("decision", T.papers.noThirdVersion)) {
            try await call.town.vesna.does { try PaperDeskStore.decide(paper, .changes, saying: "", in: $0) }
        }
        try await call.town.vesna.does { _ = try PaperDeskStore.decide(paper, .refuse, saying: "", in: $0) }
        #expect(try await call.paper(paper).state == .refused)
    }

    // MARK: One's own

    @Test func `nobody reviews or decides about their own`() async throws {
        let call = try await CallTown()
        let town = call.town
        try await call.names(town.branko, town.milena)
        let both = [PaperAuthor(name: "Ана Ђорђевић"), PaperAuthor(name: "Бранко Његован", email: town.branko.email)]
        let own = try await call.sends(town.ana, CallTown.draft(authors: both))
        try await call.later(days: 11)
        await #expect(throws: Problem.invalid("reviewer", T.papers.reviewerIsAuthor(name: "Бранко Његован"))) {
            try await town.vesna.does { try ReviewStore.assign(own, to: [town.branko.id], in: $0) }
        }
        #expect(try await call.deals() == 1)
        #expect(try await call.reviews(own).compactMap(\.person) == [town.milena.id])
        // Бранко proves to be an author only after he got it: by an address that he took later.
        try await town.does { try $0.db.run("UPDATE paper_review SET person = \(town.ana.id)") }
        await #expect(throws: Problem.conflict(T.papers.ownPaper)) { try await call.says(town.ana, .accept, of: own) }
        // A coordinator sends a paper too; another one decides.
        let hers = try await CallTown()
        let paper = try await hers.sends(hers.town.vesna, CallTown.draft("Рад координатора", authors: [PaperAuthor(name: "Весна Ћирић")]))
        try await hers.later(days: 11)
        let page = try await hers.town.vesna.opens("/staff/papers/\(paper)")
        #expect(page.shows(hers.town.say(T.papers.ownHidden)) && page.form("/decide") == nil)
        await #expect(throws: Problem.conflict(T.papers.ownDecision)) {
            try await hers.town.vesna.does { try PaperDeskStore.decide(paper, .accept, saying: "", in: $0) }
        }
    }

    @Test func `doors are shut for whom they do not concern`() async throws {
        let call = try await CallTown()
        let town = call.town
        let paper = try await call.sends(town.ana)
        for path in ["/papers/\(paper)", "/papers/\(paper)/edit", "/papers/\(paper)/withdraw"] { #expect(try await town.branko.opens(path).status == 404) }
        for path in [call.desk, "\(call.desk)/call", "/staff/papers/\(paper)"] { #expect(try await town.goran.opens(path).status == 404) }
        // Who never had to do with the centre is not found, and cannot be named by a number either.
        #expect(try await town.vesna.opens("\(call.desk)?person=Љубић").shows(town.say(T.papers.reviewerNotFound)))
        await #expect(throws: Problem.missing) { try await town.vesna.does { try PaperCallStore.name(town.goran.id, reviewerAt: call.event, in: $0) } }
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/papers").status == 404)
        #expect(try await town.ana.opens("/events/\(seminar)/papers/new").status == 404)
    }

    // MARK: Second thoughts

    @Test func `what was withdrawn is read by nobody, and a draft leaves nothing`() async throws {
        let call = try await CallTown()
        let town = call.town
        try await call.names(town.milena)
        let paper = try await call.sends(town.ana)
        let draft = try await town.ana.does { try PaperStore.add(CallTown.draft("Нацрт"), to: call.event, sends: false, in: $0) }
        try await call.later(days: 11)
        #expect(try await call.deals() == 1)
        let review = try #require(try await call.reviews(paper).first)
        try await town.ana.opens("/papers/\(paper)")
        try await town.ana.opens("/papers/\(paper)/withdraw")
        #expect(try await town.ana.sends("/papers/\(paper)/withdraw").shows(town.say(T.papers.saidWithdrawn)))
        #expect(try await town.milena.opens("/reviews/\(review.id)").status == 404)
        #expect(try await town.count("paper_review") == 0)
        try await town.ana.does { try PaperStore.withdraw(draft, in: $0) }
        #expect(try await town.count("paper") == 1)
        #expect(try await town.count("paper_version") == 1)
    }

    @Test func `by what is judged stays once somebody was judged`() async throws {
        let call = try await CallTown()
        try await call.names(call.town.milena)
        let paper = try await call.sends(call.town.ana)
        try await call.later(days: 11)
        _ = try await call.deals()
        try await call.says(call.town.milena, .accept, of: paper)
        let details = CallTown.details(from: call.first) { $0.criteria = ["Нешто треће"] }
        await #expect(throws: Problem.invalid("criteria", T.papers.criteriaStay)) {
            try await call.town.vesna.does { try PaperCallStore.write(details, of: call.event, in: $0) }
        }
        let later = CallTown.details(from: call.first) { $0.days.reviewed = $0.days.reviewed.adding(days: 5) }
        try await call.town.vesna.does { try PaperCallStore.write(later, of: call.event, in: $0) }
    }

    @Test func `a talk taken from the programme leaves its paper without a place`() async throws {
        let call = try await CallTown()
        let town = call.town
        var papers: [Paper.ID] = []
        for title in ["Први", "Други", "Трећи", "Четврти", "Пети", "Шести", "Седми"] { papers.append(try await call.sends(town.ana, CallTown.draft(title))) }
        try await call.later(days: 11)
        let sent = papers
        try await town.vesna.does { act in for paper in sent { _ = try PaperDeskStore.decide(paper, .accept, saying: "", in: act) } }
        // Two sessions of an hour hold three talks of twenty minutes each.
        try await town.vesna.opens(call.desk)
        #expect(try await town.vesna.sends("\(call.desk)/place").shows(town.say(T.papers.saidPlacedSome(count: 1, placed: 6))))
        let talk = try #require(try await call.paper(papers[0]).talk)
        await #expect(throws: Problem.conflict(T.papers.inProgramme)) { try await town.ana.does { try PaperStore.withdraw(sent[0], in: $0) } }
        try await town.vesna.opens("/staff/talks/\(talk)")
        try await town.vesna.sends("/staff/talks/\(talk)/remove")
        #expect(try await call.paper(papers[0]).talk == nil)
        #expect(try await town.count("talk") == 5)
    }
}
