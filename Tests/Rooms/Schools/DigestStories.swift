import Accounts
import Kernel
import Languages
import Schools
import Testing
import Town

/// What a head hears by letter.
@Suite struct DigestStories {
    @Test func `a rhythm is a week or a month, and never is never`() throws {
        let day = try #require(Day(iso: "2026-01-31"))
        #expect(!Digest.never.isDue(since: day, on: day.adding(days: 900)))
        #expect(!Digest.weekly.isDue(since: day, on: day.adding(days: 6)) && Digest.weekly.isDue(since: day, on: day.adding(days: 7)))
        #expect(!Digest.monthly.isDue(since: day, on: day.adding(days: 27)) && Digest.monthly.isDue(since: day, on: day.adding(days: 28)))
    }

    @Test func `nothing happened, no letter; and each says for themselves how often`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school, as: .head)
        town.clock.passes(days: 40)
        try await SchoolDigestStore.tellAll(town.records)
        #expect(try await town.letters(to: town.milena.email) == 0)
        try await town.milena.enters()
        try await town.milena.opens("/me/schools/\(school)/people")
        let saved = try await town.milena.sends("/digest", ["digest": "weekly"])
        #expect(saved.shows(town.say(T.common.saved)))
        let keepers = try await town.finds { try SchoolTeamStore.keepers(of: school, in: $0) }
        #expect(keepers.map(\.digest) == [.weekly])
    }
}
