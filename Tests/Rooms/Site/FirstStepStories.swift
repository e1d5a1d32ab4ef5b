import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Registration
import Site
import Testing
import Town

/// An empty centre says what comes first, not that nothing waits.
@Suite struct FirstStepStories {
    @Test func `Vesna is led through the first steps, and the list goes when all are taken`() async throws {
        let town = try await Town()
        var page = try await town.vesna.opens("/staff")
        #expect(page.shows(town.say(T.site.firstSteps)) && !page.shows(town.say(T.site.todayNothing)))
        #expect(
            page.link(town.say(T.centres.stepTerritory)) == nil && page.shows(town.say(T.site.firstStepDirector)),
            "what only the director sets is no door for others")
        #expect(page.link(town.say(T.centres.stepSchools)) == "/sr/schools")
        #expect(page.link(town.say(T.centres.stepHalls)) == "/sr/settings/halls/new")
        #expect(page.link(town.say(T.events.stepEvent)) == "/sr/staff/events/new")
        #expect(page.text.matches(of: /\(урађено\)/).count == 1, "letters leave here")

        _ = try await town.hall()
        _ = try await town.programme()
        page = try await town.vesna.opens("/staff")
        #expect(page.text.matches(of: /\(урађено\)/).count == 3)
        #expect(!page.shows(town.say(T.centres.stepHallsText)), "what is done needs no explaining")

        _ = try await town.seminar(announced: false)
        page = try await town.vesna.opens("/staff")
        #expect(page.shows(town.say(T.site.firstSteps)) && page.link(town.say(T.registration.todayDraftAct)) != nil, "steps and what waits stand together")
    }

    @Test func `a centre that has taken all steps hears no more of them`() async throws {
        let valley = try await Valley()
        let town = valley.town
        try await town.imports("schools", Valley.schools)
        _ = try await town.hall()
        _ = try await town.programme()
        try await town.ana.becomes(.coordinator, at: town.centre)
        try await town.vesna.opens("/settings/topics")
        try await town.vesna.sends("/settings/topics/starter")
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.site.firstSteps)), "the first seminar is missing")
        _ = try await town.seminar(inDays: 300)
        let page = try await town.vesna.opens("/staff")
        #expect(!page.shows(town.say(T.site.firstSteps)) && page.shows(town.say(T.site.todayNothing)))
    }

    @Test func `lists without anything say so, and only then speak of a choice`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/catalogue").shows(town.say(T.catalogue.noCyclesTitle)))
        #expect(try await town.stranger.opens("/programmes?q=математика").shows(town.say(T.catalogue.emptyTitle)))
        #expect(try await town.vesna.opens("/staff/events").shows(town.say(T.events.deskEmptyTitle)))
        _ = try await town.programme()
        _ = try await town.seminar()
        #expect(try await town.vesna.opens("/catalogue?q=математика").shows(town.say(T.catalogue.nothingTitle)))
        #expect(try await town.stranger.opens("/programmes?q=физика").shows(town.say(T.catalogue.nothingTitle)))
        #expect(try await town.vesna.opens("/staff/events?state=held").shows(town.say(T.events.deskNothingTitle)))
        #expect(try await town.vesna.opens("/staff/events?q=математика").shows(town.say(T.events.deskNoMatchTitle)))
    }
}
