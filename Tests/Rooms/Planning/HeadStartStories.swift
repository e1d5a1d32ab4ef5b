import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Needs
import Registration
import Storage
import Testing
import Town
@testable import Planning

/// Who wished a topic may apply before others.
@Suite struct HeadStartStories {
    /// A draft that stands ready because Ана said that she would come.
    private func launched(_ town: Town) async throws -> Event.ID {
        let centre = town.centre, programme = try await town.programme(), today = town.zone.day(of: town.clock.now)
        try await town.does { try DemandCallStore.set(DemandRule(people: 1, schools: 1), of: centre, in: $0) }
        _ = try await town.does { try HallStore.add(HallDetails(name: "Велика сала", seats: 40), to: centre, in: $0) }
        _ = try await town.workplace(of: town.ana)
        try await town.records.write(by: Actor(person: town.ana.id, name: "")) { try WouldComeStore.come(to: .programme(programme), at: centre, today: today, in: $0) }
        return try #require(try await town.does { try LaunchStore.all(of: centre, in: $0) }.first?.event)
    }

    private func rules(_ town: Town, _ days: String) async throws -> Page {
        try await town.directed()
        let form = try #require(try await town.branko.opens("/settings/planning").form("/settings/planning"))
        return try await town.branko.browser.post(form, ["headStart": days])
    }

    @Test func `whoever wished it applies at once, all others from the day that is said`() async throws {
        let town = try await Town(), event = try await launched(town)
        #expect(try await rules(town, "61").status == 422)
        #expect(try await rules(town, "3").status == 200)
        #expect(try await town.branko.opens("/settings/planning").html.contains("value=\"3\""))
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        let opens = town.zone.day(of: town.clock.now).adding(days: 3), said = T.registration.refusedEarly(day: .day(opens))
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").contains { $0.plain.contains(town.say(T.planning.letterFirst(day: .day(opens)))) })
        for page in ["/events/\(event)", "/events/\(event)/registration"] { #expect(try await town.stranger.opens(page).shows(town.say(said)), "\(page)") }
        #expect(try await town.goran.opens("/events/\(event)/registration").shows(town.say(said)))
        await #expect(throws: Problem.conflict(said)) { try await town.goran.applies(to: event) }
        #expect(try await town.ana.opens("/events/\(event)/registration").shows(town.say(T.registration.earlyYours(day: .day(opens)))))
        let payer = try await town.event(event).plan.payers[0]
        #expect(try await town.ana.applies(to: event, payer: payer).state == .admitted)

        // A school may not come before either, unless all whom it names may.
        let school = try await town.school(of: town.goran), goran = town.goran.id
        try await town.milena.looksAfter(school)
        let keeper = town.milena.id, milena = try #require(try await town.finds { try PersonStore.actor(keeper, in: $0) })
        await #expect(throws: Problem.conflict(said)) {
            try await town.records.write(by: milena) {
                _ = try SchoolGroupStore.apply(SchoolGroupAsked(people: [(goran, payer)], unnamed: 0, payer: payer, isWhole: false), for: event, by: school, in: $0)
            }
        }
        town.clock.passes(days: 3)
        _ = try await town.goran.applies(to: event, payer: payer)
        #expect(try await !town.stranger.opens("/events/\(event)").shows(town.say(said)))
    }

    @Test func `without the rule all may apply at once`() async throws {
        let town = try await Town(), event = try await launched(town)
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        let payer = try await town.event(event).plan.payers[0]
        #expect(try await town.goran.applies(to: event, payer: payer).state == .admitted)
        #expect(try await town.count("event_head_start") == 0)
    }

    @Test func `a wish in the plan counts where seats go by need`() async throws {
        let town = try await Town(), event = try await launched(town), today = town.zone.day(of: town.clock.now)
        try await town.vesna.does { act in
            try EventStore.announce(event, limits: nil, in: act)
            try SeatNeedStore.set(until: today.adding(days: 5), seed: Token(text: "seed"), for: event, in: act)
        }
        let payer = try await town.event(event).plan.payers[0]
        let goran = try await town.goran.applies(to: event, payer: payer), ana = try await town.ana.applies(to: event, payer: payer)
        let parts = try await town.finds { try SeatNeedStore.parts(of: [goran, ana], for: EventStore.event(event, in: $0), in: $0) }
        #expect(parts[ana.id]?.contains(.wish) == true && parts[goran.id]?.contains(.wish) == false)
        #expect(parts[goran.id]?.contains(.due) == true, "nothing stands in a portfolio yet")
    }
}
