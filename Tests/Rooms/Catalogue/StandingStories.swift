import Catalogue
import Foundation
import Kernel
import Languages
import Testing
import Town
import struct Town.Shelf

/// What of the centre's programmes ends, was never held, or stands alone.
@Suite struct StandingStories {
    @Test(arguments: [("2025-09-01", 1), ("2025-09-30", 1), ("2025-10-01", 2), ("2027-07-31", 23), ("2027-08-01", 24), ("2027-08-31", 24), ("2028-08-31", 36)])
    func `the month of a cycle`(_ day: String, _ month: Int) async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let cycle = try await town.finds { try CycleStore.cycle(shelf.present, in: $0) }
        #expect(cycle.month(of: try #require(Day(iso: day))) == month)
    }

    private func asks(_ town: Town, _ shelf: Shelf, from month: Int?) async throws {
        try await town.does { act in
            let accreditor = try CycleStore.cycle(shelf.present, in: act).accreditor
            var rules = accreditor.rules
            (rules.unheldMonths, rules.unheldBasis) = (month, "конкурс 2022–2025, непотврђено")
            try CycleStore.edit(accreditor.id, AccreditorDraft(code: accreditor.code, name: accreditor.name, country: accreditor.country, rules: rules), in: act)
        }
    }

    @Test func `from month 24 on a programme that was never held is told of, with what that rests on`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await asks(town, shelf, from: 24)
        #expect(try await !town.vesna.opens("/catalogue/standing").shows("Дигитална учионица"), "month 6")
        town.clock.passes(days: 545)
        try await town.vesna.enters(withFactor: true)
        let page = try await town.vesna.opens("/catalogue/standing")
        #expect(page.shows("Дигитална учионица") && page.shows("конкурс 2022–2025, непотврђено") && page.shows(town.say(T.catalogue.unheldOnce)))
        #expect(!page.shows("Приче које лече"), "another institution's programme is not the centre's")
        #expect(page.link(town.say(T.catalogue.planEvent))?.hasSuffix("/staff/events/new?programme=\(shelf.digital)") == true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.catalogue.todayUnheld(count: 1))))

        try await town.vesna.opens("/catalogue/programmes/\(shelf.digital)/edit")
        try await town.vesna.sends("/edit", ["earlier": "2022–2025; 12; 0"])
        #expect(try await town.vesna.opens("/catalogue/standing").shows(town.say(T.catalogue.unheldTwice)))
        try await asks(town, shelf, from: nil)
        #expect(try await !town.vesna.opens("/catalogue/standing").shows("Дигитална учионица"), "nobody asks")
    }

    @Test func `a year before its end a catalogue is told of with what has no successor`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        town.clock.passes(days: 640)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/catalogue/standing").shows("Дигитална учионица"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.catalogue.todayEnding(count: 2))))
        try await town.vesna.does { act in
            let past = try CycleStore.cycle(shelf.present, in: act)
            let next = try CycleStore.add(
                CycleDraft(accreditor: past.accreditor.id, name: "2028–2031", first: past.days.upperBound.adding(days: 1), last: past.days.upperBound.adding(years: 3)), in: act)
            _ = try ProgrammeStore.renew(shelf.digital, for: next, number: "9", in: act)
        }
        let page = try await town.vesna.opens("/catalogue/standing")
        #expect(page.shows(town.say(T.catalogue.endingNone)) && !page.shows("Дигитална учионица"))
    }

    @Test func `the same title in an earlier catalogue is proposed as its predecessor`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let old = try await town.does { act in
            try ProgrammeStore.add(ProgrammeDraft(
                cycle: shelf.past, number: "77", title: "Digitalna učionica", language: .srLatn, institution: "Centar za stručno usavršavanje Bistrik", hours: 8), in: act)
        }
        let page = try await town.vesna.opens("/catalogue/standing")
        #expect(page.shows(town.say(T.catalogue.pairsTitle)) && page.shows("број 77"))
        try await town.vesna.sends("/catalogue/programmes/\(shelf.digital)/predecessor")
        #expect(try await town.finds { try ProgrammeStore.programme(shelf.digital, in: $0) }.predecessor == old)
        #expect(try await !town.vesna.opens("/catalogue/standing").shows(town.say(T.catalogue.pairsTitle)))
    }

    @Test func `it is the centre's own business`() async throws {
        let town = try await Town()
        #expect(try await town.goran.opens("/catalogue/standing").status == 404)
        #expect(try await town.vesna.opens("/catalogue/standing").shows(town.say(T.catalogue.standingGoodTitle)))
    }
}
