import Accounts
import Centres
import Events
import Kernel
import Languages
import Planning
import Registration
@testable import Reports
import Site
import Storage
import Testing
import Town
import Web

/// The same report says the same next year; what has changed since is explained to the last participation.
@Suite struct ReportChangeStories {
    @Test func `a rule that changed explains the difference, and what was signed keeps its own`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 12)
        try await town.held([Told("Приче које лече", school, 0..<12)], of: crowd)
        let id = try await town.report()
        try await town.signs(id)
        try await town.vesna.opens("/staff/reports/rules")
        let first = Day(year: town.today.year, month: 1, day: 1)?.iso ?? ""
        let ruled = try await town.vesna.sends("/staff/reports/rules", ["way": "proof", "starts": first, "basis": "Одлука УО 7/26"])
        #expect(ruled.shows("Одлука УО 7/26") && ruled.shows(town.say(T.reports.wayProof)))
        #expect(try await town.figure(.participations, of: id) == 12, "the same number as it had")
        let difference = try await town.difference(id)
        #expect(difference.before == 12 && difference.now == 0 && difference.byRule == -12 && difference.changes.isEmpty)
        let page = try await town.vesna.opens("/staff/reports/\(id)/difference")
        #expect(page.shows(town.say(T.reports.wayProof)) && page.shows("-12") || page.shows("−12"))
        // Another report of the year goes by the new rule.
        let next = try await town.report(.authority)
        #expect(try await town.folder(next).report.countedBy == 2)
        let founder = try await town.folder(try await town.report(.founder))
        #expect(founder.table(.use).isEmpty && founder.table(.use).sum == nil, "money is divided among those who count")
        try await town.vesna.opens("/staff/reports/rules")
        #expect(try await town.vesna.sends("/staff/reports/rules", ["way": "proof", "starts": first]).status == 422, "it is counted so already")
        try await town.vesna.opens("/staff/reports/rules")
        #expect(try await town.vesna.sends("/staff/reports/rules", ["way": "half", "starts": "није дан"]).status == 422)
    }

    @Test func `somebody who deletes the account stays in the sum without a name`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 8)
        let events = try await town.held([Told("Приче које лече", school, 0..<8)], of: crowd)
        let id = try await town.report()
        try await town.signs(id)
        town.clock.passes(days: 1)
        try await town.does { try AccountStore.erase(crowd[3], in: $0) }
        #expect(try await town.figure(.persons, of: id) == 8)
        let difference = try await town.difference(id)
        #expect(difference.isNone && difference.erased == 1)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff/reports/\(id)/difference").shows(town.say(T.reports.erasedSince(count: 1))))
        let rows = try await town.vesna.opens("/staff/reports/\(id)/people?event=\(events[0])")
        #expect(rows.shows(town.say(T.reports.erased)) && !rows.shows("Полазник 3"))
    }

    @Test func `rows that were added later are told one by one`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 20)
        let first = try await town.held([Told("Приче које лече", school, 0..<10)], of: crowd)
        let id = try await town.report()
        try await town.signs(id)
        let second = try await town.held([Told("Дигитална учионица", school, 5..<20)], of: crowd)
        let difference = try await town.difference(id)
        #expect(difference.before == 10 && difference.now == 25 && difference.byRule == 0 && difference.gone.isEmpty)
        #expect(difference.added == [ReportDifference.Change(second[0], from: 0, to: 15)] && difference.changed.isEmpty)
        let opened = try await town.vesna.opens("/staff/reports/\(id)/figures/persons")
        #expect(opened.shows(town.say(T.reports.isOther)) && opened.shows(town.say(T.reports.sinceThen)))
        let kept = try await town.figure(.participations, of: id)
        #expect(kept == 10 && first.count == 1)
    }

    @Test func `last year stands beside this one as it was told`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 6)
        try await town.held([Told("Приче које лече", school, 0..<6)], of: crowd)
        let id = try await town.report(), year = town.today.year
        try await town.signs(id)
        town.clock.passes(days: 366)
        try await town.vesna.enters(withFactor: true)
        let centre = town.centre
        let next = try await town.vesna.does { try ReportStore.make(ReportWish(.annual, of: PlanYear(.calendar, year + 1)), at: centre, in: $0) }
        let line = try #require(try await town.folder(next).figure(.persons))
        #expect(line.values[.now] == 0 && line.values[.before] == 6)
    }

    @Test func `beside a year stands what still holds of the year before`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 20), centre = town.centre
        try await town.held([Told("Приче које лече", school, 0..<6)], of: crowd)
        try await town.signs(try await town.report())
        try await town.held([Told("Игра", school, 6..<16)], of: crowd)
        let wrong = try await town.report()
        try await town.signs(wrong)
        try await town.vesna.does { try ReportStore.withdraw(wrong, because: "Погрешно.", at: centre, in: $0) }
        town.clock.passes(days: 366)
        try await town.vesna.enters(withFactor: true)
        let line = try #require(try await town.folder(try await town.report()).figure(.persons))
        #expect(line.values[.before] == 6)
    }

    @Test func `two reports of a year tell the same of the year before`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 12)
        try await town.held([Told("Приче које лече", school, 0..<12)], of: crowd)
        town.clock.passes(days: 366)
        try await town.vesna.enters(withFactor: true)
        let first = try await town.report()
        #expect(try await town.folder(first).figure(.persons)?.values[.before] == 12)
        try await town.signs(first)
        // One of them was not there, it turns out.
        try await town.does { try $0.db.run("DELETE FROM attendance WHERE registration = (SELECT max(id) FROM registration)") }
        let second = try await town.folder(try await town.report(.founder))
        #expect(second.figure(.persons)?.values[.before] == 12, "beside each other they would tell of the one")
    }

    @Test func `a term makes an unsigned report a matter of the day`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.enters(withFactor: true)
        let (centre, day) = (town.centre, town.today.adding(days: 20).civil), today = town.today
        try await town.vesna.does { try CountingRuleStore.set(ReportTerm(.annual, month: day.month, day: day.day), for: .annual, at: centre, in: $0) }
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.reports.todayBegin)))
        let year = today.adding(days: 20).year - 1
        let id = try await town.vesna.does { try ReportStore.make(ReportWish(.annual, of: PlanYear(.calendar, year)), at: centre, in: $0) }
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.reports.todaySign)))
        try await town.signs(id)
        let page = try await town.vesna.opens("/staff")
        #expect(!page.shows(town.say(T.reports.todaySign)) && !page.shows(town.say(T.reports.todayBegin)))
    }
}
