import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import NIOConcurrencyHelpers
import Needs
import Portfolio
import Site
import Storage
import Testing
import Town
@testable import Planning

/// What is wished beside what is offered; what will be needed.
@Suite struct OfferAnalysisStories {
    private func year(_ town: Town) -> SchoolYear { SchoolYear(containing: town.zone.day(of: town.clock.now)) }

    /// A topic with a programme that is offered here, one with nothing, and so many who wish both.
    private func stocked(_ town: Town, by count: Int = 16, in years: [SchoolYear]) async throws -> (programme: Programme.ID, served: Topic.ID, bare: Topic.ID) {
        let programme = try await town.programme(), centre = town.centre, school = try await town.workplace("ОШ „Прва“")
        let (served, bare) = try await town.does { act in
            let served = try TopicStore.add(TopicDraft(TopicNames(sr: "Дигитална настава")), in: act)
            let bare = try TopicStore.add(TopicDraft(TopicNames(sr: "Школски врт")), in: act)
            try TopicStore.set(programme, serves: true, served, in: act)
            return (served, bare)
        }
        for (place, person) in try await town.crowd(of: count).enumerated() {
            try await town.does { try EmploymentStore.add(person, at: school, in: $0) }
            for (back, year) in years.enumerated() where place >= back * 2 {
                try await town.records.write(by: Actor(person: person, name: "")) { act in
                    try NeedPlanStore.set(NeedPlan.About(school: school, job: .subject), in: year, at: centre, in: act)
                    var ways = NeedPlan.Ways()
                    (ways.payer, ways.writes) = (.school, place == 0)
                    try NeedPlanStore.set(ways, in: year, at: centre, in: act)
                    try WishStore.set([WishDraft("Дигитална настава"), WishDraft("Школски врт", term: .spring)], in: year, at: centre, in: act)
                }
            }
        }
        return (programme, served, bare)
    }

    @Test func `topics without a programme, programmes that nobody asks for, and what to do next`() async throws {
        let town = try await Town(), centre = town.centre, now = year(town)
        let (programme, served, bare) = try await stocked(town, in: [now])
        let analysis = try await town.vesna.does { try OfferAnalysisStore.analysis(of: centre, in: now, in: $0) }
        #expect(analysis.wishes == 32 && analysis.suggestions.map(\.topic) == [bare] && analysis.unannounced.map(\.topic) == [served])
        #expect(analysis.topics.first { $0.topic == served }?.programmes.map(\.id) == [programme])
        let page = try await town.vesna.opens("/staff/needs/offer")
        #expect(page.status == 200 && page.shows("Школски врт") && page.shows(town.say(T.planning.nextMake)) && page.shows(town.say(T.planning.suggestions)))
        #expect(page.shows("16 \(town.say(T.needs.jobSubject)) \(town.say(T.needs.termSpring)) 1"), "\(page.text.suffix(900))")
        for part in ["topics", "programmes", "coverage", "places", "prices", "x"] {
            #expect(try await town.vesna.opens("/staff/needs/offer?part=\(part)").status == 200, "\(part)")
        }
        // Twenty seats are announced and are enough; whoever looks at another year sees nothing of it.
        let event = try await town.seminar(seats: 20, inDays: 30)
        try await town.change(event) { $0.programme = programme }
        let later = try await town.vesna.does { try OfferAnalysisStore.analysis(of: centre, in: now, in: $0) }
        #expect(later.topics.first { $0.topic == served }?.next == .enough && later.topics.first { $0.topic == served }?.announced == 1)
        #expect(try await town.vesna.does { try OfferAnalysisStore.analysis(of: centre, in: now.previous, in: $0) }.wishes == 0)
        let sheet = try await town.vesna.opens("/staff/needs/offer.xlsx")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]))
        for path in ["offer", "offer.xlsx", "forecast", "forecast.xlsx", "surveys"] {
            for other in [town.ana, town.milena, town.goran] { #expect(try await other.opens("/staff/needs/\(path)").status != 200, "\(path)") }
        }
        #expect(try await town.vesna.opens("/staff/needs/surveys").shows(town.say(T.needs.surveysNone)))
        await #expect(throws: Problem.self) { try await town.ana.does { try OfferAnalysisStore.analysis(of: centre, in: now, in: $0) } }
    }

    @Test func `the number of questions does not grow with what is wished`() async throws {
        let town = try await Town(), now = year(town)
        _ = try await stocked(town, by: 3, in: [now])
        let (browser, count) = try CountedDatabase.browser(of: town)
        browser.set(cookie: "session", town.vesna.browser.cookie("session"))
        func cost() async throws -> Int {
            try await browser.opens("/staff/needs/offer")
            let before = count.withLockedValue { $0 }
            #expect(try await browser.opens("/staff/needs/offer").status == 200)
            return count.withLockedValue { $0 } - before
        }
        _ = try await town.seminar(seats: 20, inDays: 30)
        let few = try await cost()
        for number in 0..<12 { try await town.does { _ = try TopicStore.add(TopicDraft(TopicNames(sr: "Тема \(number)")), in: $0) } }
        for _ in 0..<6 { _ = try await town.seminar(seats: 20, inDays: 30) }
        let many = try await cost()
        #expect(many == few, "\(few) \(many)")
    }

    @Test func `a forecast is frozen, stays as it was, and stands beside what came`() async throws {
        let town = try await Town(), centre = town.centre, now = year(town)
        let (_, served, _) = try await stocked(town, in: [now, now.previous, now.previous.previous])
        let before = try #require(try await town.vesna.does { try ForecastStore.draft(of: centre, for: now.next, in: $0) })
        // Sixteen wish each topic now, fourteen and twelve did before; all that is open goes along.
        let line = try #require(before.topics.first { $0.subject == .topic(served) })
        #expect(line.counts.fresh == [16, 14, 12] && line.counts.carried == 16 && line.estimate.expected == 30 && line.estimate.range == 28...32)
        let page = try await town.vesna.opens("/staff/needs/forecast")
        #expect(page.shows("Дигитална настава 30 28–32") && page.shows(town.say(T.planning.asItStands)), "\(page.text.suffix(900))")
        #expect(try await town.vesna.sends("/staff/needs/forecast").shows(town.say(T.planning.saidForecast)))
        #expect(try await town.count("forecast") == 1)
        #expect(try await town.count("journal WHERE deed = 'planning.forecastMade'") == 1)

        // Somebody leaves, somebody wishes more: what was frozen stays, what stands today moves.
        try await town.goran.does { try WishStore.set([WishDraft("Дигитална настава")], in: now, at: centre, in: $0) }
        let made = try #require(try await town.vesna.does { try ForecastStore.newest(of: centre, for: [now.next], in: $0) }[now.next])
        #expect(made.forecast.lines == before.lines && made.forecast.basis == before.basis)
        let today = try #require(try await town.vesna.does { try ForecastStore.draft(of: centre, for: now.next, in: $0) })
        #expect(today.sum?.estimate.expected ?? 0 > before.sum?.estimate.expected ?? 0)
        let place = try #require(try await town.value("SELECT municipality FROM school WHERE name = 'ОШ „Прва“'", as: Municipality.ID.self))
        try await town.does { act in
            try TerritoryStore.set([place], of: centre, in: act)
            try act.db.run("UPDATE employment SET until = \(now.last.iso) WHERE person IN (SELECT person FROM need_plan WHERE year = \(now.start) AND writes)")
        }
        let less = try #require(try await town.vesna.does { try ForecastStore.draft(of: centre, for: now.next, in: $0) })
        #expect(less.basis.staff.leaving == 1 && less.topics.first { $0.subject == .topic(served) }?.counts.carried == 16, "one new, one gone")
        #expect(try await town.vesna.opens("/staff/needs/forecast.xlsx").bytes.starts(with: [0x50, 0x4B]))
        await #expect(throws: Problem.missing) { try await town.ana.does { _ = try ForecastStore.make(for: now.next, at: centre, in: $0) } }

        // A year later it stands beside what came.
        town.clock.passes(days: 365)
        try await town.vesna.enters(withFactor: true)
        let check = try await town.vesna.opens("/staff/needs/forecast")
        #expect(check.shows(town.say(T.planning.besideSum(expected: .number(before.sum?.estimate.expected ?? 0), came: .number(0)))), "\(check.text.suffix(900))")
    }

    @Test func `without plans there is no forecast, with fewer than three years no range`() async throws {
        let town = try await Town(), centre = town.centre, now = year(town)
        #expect(try await town.vesna.opens("/staff/needs/forecast").shows(town.say(T.planning.forecastNoYears)))
        await #expect(throws: Problem.self) { try await town.vesna.does { _ = try ForecastStore.make(for: now.next, at: centre, in: $0) } }
        _ = try await stocked(town, by: 3, in: [now])
        let page = try await town.vesna.opens("/staff/needs/forecast")
        #expect(page.shows(town.say(T.planning.fewYears(count: 1))) && page.shows(town.say(T.planning.whyNoRange)))
        #expect(try await town.vesna.does { try ForecastStore.draft(of: centre, for: now.next, in: $0) }?.lines.allSatisfy { $0.estimate.range == nil } == true)
    }
}
