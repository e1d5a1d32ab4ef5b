import Accounts
import Catalogue
import Delivery
import Events
import Kernel
import Languages
import Needs
import Registration
import Site
import Storage
import Testing
import Town
@testable import Planning

/// A wish is met because its person went.
@Suite struct WishMeetingStories {
    @Test func `whoever completed it has their wish met, may take that back, and is not told again`() async throws {
        let town = try await Town(), centre = town.centre
        let topic = try await town.does { try TopicStore.add(TopicDraft(TopicNames(sr: "Приповедање")), in: $0) }
        for person in [town.ana, town.branko, town.goran] {
            let year = SchoolYear(containing: town.zone.day(of: town.clock.now).adding(days: 35))
            try await person.does { try WishStore.set([WishDraft("Приповедање"), WishDraft("глас")], in: year, at: centre, in: $0) }
        }
        // Бранко was not there; Горан never applied.
        let held = try await Certified(town, [town.ana, town.branko], isMarked: false)
        let event = try await town.event(held.event), programme = try #require(event.plan.programme), year = SchoolYear(containing: try #require(event.firstDay))
        try await town.does { try TopicStore.set(programme, serves: true, topic, in: $0) }
        try await held.marks([held.registrations[0]])
        func served() async throws -> [Person.ID] {
            try await town.finds { act in
                try act.db.rows("SELECT p.person FROM wish w JOIN need_plan p ON p.id = w.plan WHERE w.served IS NOT NULL ORDER BY w.id").map { try $0["person"] }
            }
        }
        func night() async throws { try await WishMeetingStore.look(town.records) }
        try await night()
        #expect(try await served() == [town.ana.id])
        try await night()
        #expect(try await served() == [town.ana.id])
        #expect(try await town.count("wish_met") == 1)
        #expect(try await town.count("journal WHERE deed = 'needs.wishMet'") == 1)
        let page = try await town.ana.opens("/me/plan?year=\(year.start)")
        #expect(page.shows(town.say(T.needs.wentThere)) && page.shows("Приче које лече") && page.shows(town.say(T.needs.served)))

        // The topic goes into another one: what was met stays met, once.
        let other = try await town.does { try TopicStore.add(TopicDraft(TopicNames(sr: "Причање прича")), in: $0) }
        try await town.does { try TopicStore.merge(topic, into: other, in: $0) }
        try await night()
        #expect(try await town.count("wish_met") == 1)
        #expect(try await town.ana.opens("/me/plan?year=\(year.start)").shows("Приче које лече"))

        // She wishes it still: the night does not argue.
        try await town.ana.does { try WishStore.set(1, isServed: false, in: year, in: $0) }
        try await night()
        #expect(try await served() == [])
        #expect(try await !town.ana.opens("/me/plan?year=\(year.start)").shows(town.say(T.needs.wentThere)))

        // Бранко was there after all, then not: what the night said it takes back.
        try await held.marks([held.registrations[1]])
        try await night()
        #expect(try await served() == [town.branko.id])
        try await held.marks([held.registrations[1]], .absent)
        try await night()
        #expect(try await served() == [])
        #expect(try await town.count("wish_met") == 1)

        // What is held of a person is told to the person, and goes with the account.
        let ana = town.ana.id
        #expect(try await town.finds { try WishMeetingStore.held(about: ana, in: $0) }.all["wish_met"]?.first?["topic"] == "Приповедање")
        try await town.does { try WishMeetingStore.forget(ana, in: $0) }
        #expect(try await town.count("wish_met") == 0)
    }

    @Test func `a plan that was begun after the event keeps its wish`() async throws {
        let town = try await Town(), centre = town.centre
        let topic = try await town.does { try TopicStore.add(TopicDraft(TopicNames(sr: "Приповедање")), in: $0) }
        let held = try await Certified(town, [town.ana]), event = try await town.event(held.event)
        let year = SchoolYear(containing: try #require(event.firstDay)), programme = try #require(event.plan.programme)
        try await town.does { try TopicStore.set(programme, serves: true, topic, in: $0) }
        try await town.ana.does { try WishStore.set([WishDraft("Приповедање")], in: year, at: centre, in: $0) }
        try await WishMeetingStore.look(town.records)
        #expect(try await town.count("wish WHERE served IS NOT NULL") == 0)
        #expect(try await town.count("wish_met") == 0)
    }
}
