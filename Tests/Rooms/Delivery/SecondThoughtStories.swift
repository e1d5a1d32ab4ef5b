import Accounts
import Centres
import Delivery
import Events
import Kernel
import Languages
import Registration
import Site
import Testing
import Town

/// Holding and closing a seminar: what is missing is said first, and for a while it can be taken back.
@Suite struct SecondThoughtStories {
    @Test func `before it is held the page names who is not marked, and does nothing by being opened`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana, town.branko])
        try await hall.begins(1, minutes: 30)
        try await hall.marks(0, .present)
        let page = try await town.vesna.opens("\(hall.path)/held")
        #expect(page.shows(town.say(T.events.gapsTitle)))
        #expect(page.shows("1 особа је без ознаке присуства") && page.shows("2 особе су без ознаке присуства"))
        #expect(page.shows("Последњи део се завршава тек"))
        #expect(page.link("без ознаке присуства") == "/sr\(hall.path)/attendance")
        #expect(page.shows(town.say(T.events.undoMeans(count: 24))))
        #expect(try await town.event(hall.event).state == .confirmed)
        try await town.vesna.sends("/held")
        #expect(try await town.event(hall.event).state == .held)
        #expect(try await town.vesna.opens("\(hall.path)/close").shows(town.say(T.delivery.gapReport)))
    }

    @Test func `what was held by mistake is taken back for a day, and then it is certain`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins(minutes: 400)
        try await town.vesna.opens("\(hall.path)/held")
        #expect(try await town.vesna.sends("/held").shows("Може да се поништи до"))
        let before = try await town.event(hall.event).sequence
        try await town.vesna.opens(hall.path)
        try await town.vesna.sends("/take-back")
        #expect(try await town.event(hall.event).state == .confirmed)
        #expect(try await town.event(hall.event).sequence > before, "calendars hear of it")
        #expect(try await town.journal("event", hall.event.value).suffix(2) == ["events.held", "events.takenBack"])

        try await hall.ends()
        let page = try await town.vesna.opens(hall.path)
        let form = try #require(page.form("/take-back"))
        town.clock.passes(days: 1)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens(hall.path).form("/take-back") == nil)
        #expect(try await town.vesna.browser.post(form, [:]).status == 409)
        #expect(try await town.event(hall.event).state == .held)
    }

    @Test func `closing is taken back too, but never further than to what was held`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.ends()
        try await hall.closes()
        try await town.vesna.opens(hall.path)
        try await town.vesna.sends("/take-back")
        #expect(try await town.event(hall.event).state == .held)
        #expect(try await town.vesna.opens(hall.path).form("/take-back") == nil, "that it was held was certain when it was closed")
        let event = hall.event
        await hall.refuses("не може поништити") { try await town.vesna.does { try EventStore.takeBack(event, in: $0) } }
        await #expect(throws: Problem.missing) { try await town.goran.does { try EventStore.takeBack(event, in: $0) } }
    }

    @Test func `a centre that wants no second thoughts has none`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        let centre = town.centre
        try await town.vesna.becomes(.director, at: centre)
        try await town.vesna.opens("/settings/centre")
        #expect(try await town.vesna.sends("/settings/centre", ["undo_hours": "169"]).status == 422)
        try await town.vesna.opens("/settings/centre")
        try await town.vesna.sends("/settings/centre", ["undo_hours": "0"])
        try await hall.begins(minutes: 400)
        #expect(try await town.vesna.opens("\(hall.path)/held").shows(town.say(T.events.undoNever)))
        try await town.vesna.sends("/held")
        #expect(try await town.event(hall.event).undo == nil)
        #expect(try await town.vesna.opens(hall.path).form("/take-back") == nil)
    }

    @Test func `who waited in vain hears nothing while it can still be taken back`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, seats: 1, [town.ana, town.branko])
        // Two days later, at noon, somebody notes that it was held.
        try await hall.begins(minutes: 51 * 60)
        let event = hall.event
        try await town.vesna.does { try EventStore.markHeld(event, in: $0) }
        try await RegistrationStore.endAll(town.records)
        #expect(try await town.registration(hall.registrations[1].id).state == .waiting)
        town.clock.passes(days: 1)
        try await RegistrationStore.endAll(town.records)
        #expect(try await town.registration(hall.registrations[1].id).state == .unseated)
    }
}
