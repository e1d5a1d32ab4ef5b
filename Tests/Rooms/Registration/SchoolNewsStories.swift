import Accounts
import Events
import Kernel
import Languages
import Registration
import Schools
import Testing
import Town

/// What a head hears of what was planned and completed.
@Suite struct SchoolNewsStories {
    @Test func `a month after, one letter with what was planned and what was held, and then only what is new`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        try await town.milena.looksAfter(school, as: .head)
        let held = try await town.seminar("Одржано", inDays: 20, deadline: town.zone.day(of: town.clock.now).adding(days: 5))
        let planned = try await town.seminar("Планирано", inDays: 60)
        _ = try await town.ana.applies(to: held, school: school)
        _ = try await town.branko.applies(to: planned, school: school)
        let own = try await town.seminar("Само своје", inDays: 60)
        _ = try await town.ana.applies(to: own)
        town.clock.passes(days: 21)
        try await town.vesna.does { try EventStore.markHeld(held, in: $0) }
        try await SchoolDigestStore.tellAll(town.records)
        #expect(try await town.letters(to: town.milena.email) == 0, "not before the month is over")
        town.clock.passes(days: 8)
        try await SchoolDigestStore.tellAll(town.records)
        let letter = try #require(try await town.letter(to: town.milena.email)).text
        #expect(letter.contains("Одржано: Одржано") && letter.contains("Ана Ђорђевић"))
        #expect(letter.contains("Планирано: Планирано") && letter.contains("Бранко Његован"))
        #expect(!letter.contains("Само своје"), "what she does on nobody’s behalf is hers")
        #expect(try await town.letters(to: town.goran.email) == 0)
        town.clock.passes(days: 31)
        try await SchoolDigestStore.tellAll(town.records)
        #expect(try await town.letters(to: town.milena.email) == 1, "nothing is told twice")
    }
}
