import Delivery
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// What a trainer sees of the groups to come.
@Suite struct GroupStories {
    @Test func `whoever leads a group sees it on the own page, with its people; nobody else does`() async throws {
        let town = try await Town()
        let (branko, seminar, other) = (town.branko.id, try await town.seminar("Приче"), try await town.seminar("Туђе", inDays: 50))
        try await town.change(seminar) { $0.trainers = [Trainer(name: "Бранко Његован", person: branko)] }
        _ = try await town.ana.applies(to: seminar)
        let me = try await town.branko.opens("/me")
        #expect(me.shows("Priče") && !me.shows("Tuđe") && me.shows(town.say(T.delivery.groupPeople(count: 1), .srLatn)) && me.shows("Školska 1"))
        let group = try await town.branko.opens(try #require(me.link("Priče")))
        #expect(group.status == 200 && group.shows("Ђорђевић Ана"))
        #expect(try await town.branko.opens("/me/groups/\(other)").status == 404)
        #expect(try await town.ana.opens("/me/groups/\(seminar)").status == 404, "who has a seat does not see the others")
        #expect(try await !town.ana.opens("/me").shows(town.say(T.delivery.mineGroups)))
        #expect(try await town.stranger.opens("/me/groups/\(seminar)").path.contains("sign-in"))
        // What is over or called off is no group to come.
        try await town.vesna.cancels(seminar, because: "нема групе")
        #expect(try await !town.branko.opens("/me").shows(town.say(T.delivery.mineGroups, .srLatn)))
    }
}
