import Events
import Kernel
import Languages
import Papers
import Storage
import Testing
import Town

/// A decision is taken back in silence while its letter waits, and changed in the open once it has left.
@Suite struct DecisionStories {
    private func ripe() async throws -> (call: CallTown, paper: Paper.ID) {
        let call = try await CallTown()
        try await call.names(call.town.milena)
        let paper = try await call.sends(call.town.ana)
        try await call.later(days: 11)
        _ = try await call.deals()
        try await call.says(call.town.milena, .accept, of: paper, "Добро.")
        return (call, paper)
    }

    private func letters(_ town: Town) async throws -> [String] {
        try await town.settles()
        return town.mail.to(town.ana.email).map(\.plain)
    }

    @Test func `within ten minutes it is taken back, and the author never learns of it`() async throws {
        let (call, paper) = try await ripe()
        let town = call.town, path = "/staff/papers/\(paper)"
        let before = try await letters(town).count
        try await town.vesna.opens(path)
        try await town.vesna.sends("\(path)/decide", ["decision": "refuse", "words": "Жао нам је."])
        #expect(try await letters(town).count == before, "the letter waits")
        let own = try await town.ana.opens("/papers/\(paper)")
        #expect(own.shows(town.say(T.papers.stateSent)) && !own.shows(town.say(T.papers.stateRefused)) && !own.shows("Жао нам је.") && !own.shows("Добро."))
        #expect(try await !town.ana.opens("/me").shows(town.say(T.papers.stateRefused)))
        let page = try await town.vesna.opens(path)
        #expect(page.shows(town.say(T.papers.fresh)) && page.form("/decide") == nil)
        #expect(try await town.vesna.sends("\(path)/take-back").shows(town.say(T.papers.saidTakenBack)))
        #expect(try await call.paper(paper).state == .sent)
        town.clock.passes(minutes: 30)
        #expect(try await letters(town).count == before)
        #expect(try await town.journal("paper", paper.value).suffix(2) == ["papers.decidedDeed", "papers.takenBackDeed"])

        // It is decided once more, and this time the letter leaves.
        try await town.vesna.opens(path)
        try await town.vesna.sends("\(path)/decide", ["decision": "accept"])
        town.clock.passes(minutes: 10)
        let told = try await letters(town)
        #expect(told.count == before + 1 && told.last?.contains("Добро.") == true)
        #expect(try await town.ana.opens("/papers/\(paper)").shows(town.say(T.papers.stateAccepted)))
    }

    @Test func `after that it is changed with a letter that says so`() async throws {
        let (call, paper) = try await ripe()
        let town = call.town, path = "/staff/papers/\(paper)"
        try await town.vesna.does { _ = try PaperDeskStore.decide(paper, .refuse, saying: "", in: $0) }
        town.clock.passes(minutes: 10)
        let before = try await letters(town).count
        await #expect(throws: Problem.conflict(T.papers.letterLeft)) { try await town.vesna.does { _ = try PaperDeskStore.takeBack(paper, in: $0) } }
        let page = try await town.vesna.opens(path)
        #expect(page.shows(town.say(T.papers.redecideText)) && page.form("/take-back") == nil)
        let same = try await town.vesna.sends("\(path)/decide", ["decision": "refuse"])
        #expect(same.status == 422 && same.shows(town.say(T.papers.sameDecision)))
        try await town.vesna.opens(path)
        try await town.vesna.sends("\(path)/decide", ["decision": "accept"])
        // Even that one can be taken back at first; then it is as it was before all of it.
        #expect(try await town.vesna.opens(path).form("/take-back") != nil)
        town.clock.passes(minutes: 10)
        let told = try await letters(town)
        let words = town.say(T.papers.letterRedecided(title: .title("Огледи у петом разреду"), event: .text("Примери добре праксе")))
        #expect(told.count == before + 1 && told.last?.contains(words) == true)
        #expect(try await town.journal("paper", paper.value).last == "papers.redecidedDeed")
        // What stands in the programme is decided.
        try await town.vesna.does { _ = try PaperDeskStore.placeAll(call.event, in: $0) }
        #expect(try await town.vesna.opens(path).form("/decide") == nil)
        await #expect(throws: Problem.conflict(T.papers.notInReview)) {
            try await town.vesna.does { _ = try PaperDeskStore.decide(paper, .refuse, saying: "", in: $0) }
        }
    }

    @Test func `nobody else takes it back`() async throws {
        let (call, paper) = try await ripe()
        let town = call.town
        try await town.vesna.does { _ = try PaperDeskStore.decide(paper, .refuse, saying: "", in: $0) }
        for other in [town.ana, town.milena] {
            await #expect(throws: Problem.missing) { try await other.does { _ = try PaperDeskStore.takeBack(paper, in: $0) } }
        }
        #expect(try await call.paper(paper).state == .refused)
    }

    @Test func `the letter speaks in the centre's own words`() async throws {
        let (call, paper) = try await ripe()
        let town = call.town
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.opens("/settings/letters/paper-accepted")
        let saved = try await town.vesna.sends("/settings/letters/paper-accepted", [
            "words0-sr": "Радујемо се: {title}", "words1-sr": "рад „{title}“ чујемо на скупу „{event}“.",
        ])
        #expect(saved.status == 200 && saved.shows("чујемо на скупу „Примери добре праксе“"), "the look is filled with the next event")
        try await town.vesna.does { _ = try PaperDeskStore.decide(paper, .accept, saying: "", in: $0) }
        town.clock.passes(minutes: 10)
        try await town.settles()
        let letter = try await town.letter(to: town.ana.email)
        #expect(letter?.subject == "Радујемо се: Огледи у петом разреду" && letter?.text.contains("чујемо на скупу") == true)
    }
}
