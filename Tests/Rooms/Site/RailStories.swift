import Kernel
import Languages
import Site
import Testing
import Town
import Web

/// The menu of the centre's own people: long, so that what belongs together stands behind one word.
@Suite struct RailStories {
    @Test func `the group in which somebody stands is open, the others are not`() async throws {
        let town = try await Town()
        let page = try await town.vesna.opens("/staff/library")
        let rail = try #require(page.html.firstMatch(of: /<nav class="rail"[\s\S]*?<\/nav>/)).output
        let groups = rail.matches(of: /<details( open)?><summary>[\s\S]*?<span>([^<]*)<\/span><\/summary>([\s\S]*?)<\/details>/)
        #expect(groups.count == 6)
        #expect(groups.filter { $0.output.1 != nil }.map { String($0.output.2) } == [town.say(T.web.menuResources)])
        let open = try #require(groups.first { $0.output.1 != nil }).output.3
        #expect(open.contains("href=\"/sr/staff/desk\"") && open.contains("aria-current=\"page\"") && !open.contains("href=\"/sr/people\""))
        #expect(rail.contains("href=\"/sr/people\""), "what everybody needs is always in sight")
    }

    @Test func `a group of which nobody may open a line is not there`() async throws {
        let town = try await Town()
        try await town.goran.becomes(.librarian, at: town.centre)
        try await town.goran.enters(withFactor: true)
        let page = try await town.goran.opens("/staff/desk")
        #expect(page.shows(town.say(T.web.menuResources)) && !page.shows(town.say(T.web.menuOffer)) && !page.shows(town.say(T.web.menuPupils)))
    }
}
