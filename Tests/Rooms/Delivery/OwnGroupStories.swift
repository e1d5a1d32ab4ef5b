import Accounts
import Delivery
import Events
import HTTPTypes
import Kernel
import Languages
import Testing
import Town

/// The groups that a trainer leads, on a page and in a calendar of their own.
@Suite struct OwnGroupStories {
    @Test func `a trainer sees the groups to come and past, and follows them in a calendar of their own`() async throws {
        let town = try await Town()
        try await town.branko.becomes(.trainer, at: town.centre)
        let (seminar, branko) = (try await town.seminar("Читање", seats: 12), town.branko.id)
        try await town.change(seminar) { $0.trainers = [Trainer(name: "Бранко Његован", person: branko)] }
        try await town.seminar("Туђе")
        _ = try await town.ana.applies(to: seminar)
        let page = try await town.branko.opens("/me/groups")
        #expect(page.shows("Čitanje") && page.shows("1/12") && !page.shows("Tuđe"))
        let feed = try #require(page.html.firstMatch(of: /href="http:\/\/localhost(\/sr-Latn\/calendars\/[^"]+)"/).map { String($0.1) })
        let calendar = try await town.stranger.send(.get, feed)
        #expect(calendar.status == 200 && calendar.html.contains("Čitanje") && !calendar.html.contains("Tuđe"))
        town.clock.passes(days: 40)
        let past = try await town.branko.opens("/me/groups")
        #expect(past.shows(town.say(T.delivery.groupsPast, .srLatn)) && past.shows("Čitanje"))

        try await town.branko.sends("/me/groups/calendar")
        #expect(try await town.stranger.send(.get, feed).status == 404)
        #expect(!town.log.lines.contains { $0.contains(feed.suffix(28).dropLast(4)) })
    }
}
