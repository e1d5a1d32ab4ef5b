@testable import Accounts
import Centres
import Contests
import Events
import Foundation
import HTTPTypes
@testable import Juries
import Kernel
import Languages
import Portfolio
import Site
import Storage
import Testing
import Town
import Web

/// What comes after the decision: papers, the mentor's entry, the opening, figures, and that it can be taken up again.
@Suite struct ResultStories {
    @Test func `diplomas, thanks, catalogue and labels can be printed`() async throws {
        let town = try await Town(), judged = try await Judged(town), desk = judged.deskPath
        try await judged.add(4, judged.photo, mentor: town.milena.id, school: judged.schools[0], may: ("no", "no"))
        try await judged.prepared()
        try await judged.judged()
        #expect(try await town.vesna.browser.send(.get, "/sr\(desk)/diplomas.pdf").status == 404, "not before the chair has decided")
        try await judged.decides([0: .first, 1: .second])
        try await judged.publishes()
        func paper(_ someone: Someone, _ path: String) async throws -> String {
            let page = try await someone.browser.send(.get, "/sr\(path)")
            try #require(page.status == 200 && page.headers[.contentType] == "application/pdf", "\(path): \(page.status) \(page.text.prefix(200))")
            return try Printed.words(of: page.bytes)
        }
        let diplomas = try await paper(town.vesna, "\(desk)/diplomas.pdf")
        #expect(diplomas.contains("Петра Тајновић 0") && diplomas.contains("Петра Тајновић 1") && !diplomas.contains("Петра Тајновић 2"))
        let thanks = try await paper(town.vesna, "\(desk)/thanks.pdf")
        #expect(thanks.contains("Милена Џелатовић") && thanks.contains("Rūta Žemaitytė") && !thanks.contains("Петра"))
        let catalogue = try await paper(town.vesna, "\(desk)/catalogue.pdf")
        #expect(catalogue.contains("Наслов 0") && catalogue.contains("Петра Тајновић 0") && !catalogue.contains("Наслов 4") && !catalogue.contains("Петра Тајновић 4"))
        #expect(try await paper(town.vesna, "\(desk)/labels.pdf").contains("Наслов 1"))
        #expect(try await paper(town.vesna, "\(desk)/minutes.pdf").contains(Judged.code(0)))
        let own = try await paper(town.milena, "/me/results/\(judged.contest)/diplomas.pdf")
        #expect(own.contains("Петра Тајновић 0") && !own.contains("Петра Тајновић 1"), "a mentor prints the own ones")
        #expect(try await !paper(town.milena, "/me/results/\(judged.contest)/thanks.pdf").contains("Žemaitytė"))
        for path in ["diplomas", "thanks", "catalogue", "labels", "minutes"] {
            for other in [town.ana, town.milena] { #expect(try await other.browser.send(.get, "/sr\(desk)/\(path).pdf").status != 200, "\(path)") }
        }
        #expect(try await town.goran.opens("/me/results/\(judged.contest)").status == 404)
    }

    @Test func `a mentor finds the results and puts the work among the own activities, once`() async throws {
        let town = try await Town(), judged = try await Judged(town)
        try await judged.prepared()
        try await judged.judged()
        try await judged.decides([0: .first])
        try await judged.publishes()
        #expect(try await town.milena.opens("/me").shows(town.say(T.juries.outcomeWaits)))
        let path = "/me/results/\(judged.contest)", page = try await town.milena.opens(path)
        #expect(page.shows("Наслов 0") && page.shows("Наслов 2") && !page.shows("Наслов 1") && page.shows(town.say(T.juries.tookPart)))
        #expect(try await town.milena.sends("\(path)/portfolio").status == 422)
        try await town.milena.opens(path)
        #expect(try await town.milena.sends("\(path)/portfolio", ["offer": "\(judged.schools[1])-0"]).status == 422, "only the own school")
        try await town.milena.opens(path)
        #expect(try await town.milena.sends("\(path)/portfolio", ["offer": "\(judged.schools[0])-0"]).shows(town.say(T.juries.offeredDeed)))
        #expect(try await town.count("portfolio_entry WHERE person = \(town.milena.id) AND kind = 'inside' AND state = 'unchecked'") == 1)
        let (contest, centre, key) = (judged.contest, town.centre, "\(judged.schools[0])-0")
        let twice = await #expect(throws: Problem.self) { try await town.milena.does { try JuryThanksStore.offer(key, titled: "–", of: contest, at: centre, in: $0) } }
        #expect(twice?.kind == .conflict)
        #expect(try await town.count("portfolio_entry") == 1)
        #expect(try await !town.milena.opens("/me").shows(town.say(T.juries.outcomeWaits)))
    }

    @Test func `the opening is an event's draft, figures are counted, and a decision can be taken up again before it is public`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 3, texts: 2), desk = judged.deskPath
        try await judged.prepared()
        try await judged.judged()
        try await judged.decides([0: .first, 3: .first])
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/reopen").shows(town.say(T.juries.reopenedDeed)))
        #expect(try await town.count("jury_prize") == 0)
        try await judged.decides([0: .first])
        let form = try #require(try await town.finds { try EventFormStore.forms(of: town.centre, in: $0).first { !$0.isInternal && !$0.needsApproval } })
        try await town.vesna.opens(desk)
        let event = try await town.vesna.sends("\(desk)/event", ["form": "\(form.id)"])
        #expect(event.path.contains("/staff/events/") && event.shows("Светлост и сенка"))
        #expect(try await town.vesna.opens(desk).form("\(desk)/event") == nil)
        let figures = try await town.vesna.opens("\(desk)/figures")
        #expect(figures.shows("ОШ „Скривена”") && figures.shows("Прича"))
        try await judged.publishes()
        #expect(try await town.stranger.opens("/contests/\(judged.contest)/results").html.contains("/staff/") == false)
        try await town.vesna.opens(desk)
        #expect(try town.vesna.browser.page.form("\(desk)/reopen") == nil)
        let (contest, centre) = (judged.contest, town.centre)
        try await town.vesna.does { try ContestStore.move(contest, to: .judging, at: centre, in: $0) }
        #expect(try await town.stranger.opens("/contests/\(contest)/results").status == 404, "taken up again, nothing is public")
        let back = await #expect(throws: Problem.self) { try await town.vesna.does { try ContestStore.move(contest, to: .open, at: centre, in: $0) } }
        #expect(back?.kind == .conflict, "what a jury has begun takes no more works")
        let undecided = await #expect(throws: Problem.self) { try await judged.publishes() }
        #expect(undecided?.kind == .conflict)
        try await judged.decides([0: .first])
        try await judged.publishes()
        town.clock.passes(days: 800)
        try await town.does { try JuryKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("jury_sheet") == 0, "what each gave goes")
        #expect(try await town.count("jury_prize") == 1, "what came of it stays")
    }
}
