import Delivery
import Events
import Kernel
import Languages
import Registration
import Site
import Testing
import Town

/// What was held stays to be seen, and the front page opens with what is next.
@Suite struct ArchiveStories {
    private func held(_ town: Town) async throws -> (seminar: Event.ID, table: Event.ID) {
        let seminar = try await town.seminar("Читање наглас", inDays: 20), table = try await town.occasion("Round table", "Улога директора", inDays: 25)
        let pdf = Array("%PDF-1.7\nрадни лист".utf8), path = "/events/\(seminar)/materials"
        for (title, audience) in [("Радни лист", "public"), ("Само за полазнике", "admitted")] {
            try await town.vesna.opens(path)
            _ = try await town.vesna.browser.uploads(path, field: "file", name: "a.pdf", bytes: pdf, ["title": title, "audience": audience])
        }
        try await town.vesna.opens(path)
        _ = try await town.vesna.browser.uploads(path, field: "file", name: "b.jpg", bytes: try Pictures.photo(width: 600, height: 400), [
            "title": "За столом", "audience": "public", "alt": "Троје за столом", "consent": "Усмено, сви су пристали.",
        ])
        town.clock.passes(days: 26)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.does { act in
            try EventStore.markHeld(seminar, in: act)
            try EventStore.markHeld(table, in: act)
            try ConclusionStore.add(ConclusionDetails(text: "Поновити разговор", owner: "Центар", due: nil), to: table, in: act)
        }
        return (seminar, table)
    }

    @Test func `the archive has what was held, by year and form, with what everybody may see of it`() async throws {
        let town = try await Town()
        #expect(try await town.stranger.opens("/archive").shows(town.say(T.events.noneYetTitle)))
        let (seminar, table) = try await held(town)
        _ = try await town.seminar("Тек долази")
        let page = try await town.stranger.opens("/archive")
        #expect(page.link("Читање наглас") == "/sr/events/\(seminar)" && page.link("Улога директора") == "/sr/events/\(table)")
        #expect(page.link("Радни лист") != nil && !page.shows("Само за полазнике") && !page.shows("Тек долази"))
        #expect(page.html.contains("alt=\"Троје за столом\"") && page.shows("Поновити разговор"))
        let form = try await town.event(table).form.id
        let tables = try await town.stranger.opens("/archive?year=2026&form=\(form)")
        #expect(tables.shows("Улога директора") && !tables.shows("Читање наглас"))
        let none = try await town.stranger.opens("/archive?year=1999")
        #expect(none.status == 200 && !none.shows("Читање наглас"))
        for odd in ["year=abc", "year=0", "form=-1", "year=99999999999999999999"] { #expect(try await town.stranger.opens("/archive?\(odd)").status == 200, "\(odd)") }
        #expect(try await town.stranger.opens("/events?view=past").link(town.say(T.site.archive)) == "/sr/archive")
    }

    @Test func `the front page opens with the next event, leads on by four doors, and tells what was held lately`() async throws {
        let town = try await Town()
        #expect(try await town.stranger.opens("/").shows(town.say(T.site.homeNothing)))
        _ = try await held(town)
        let far = try await town.seminar("Касније", inDays: 50), next = try await town.seminar("Прво", inDays: 30)
        let page = try await town.stranger.opens("/")
        let board = try #require(page.html.firstMatch(of: /(?s)<section class="board-card">.*?<\/section>/).map { String($0.0) })
        #expect(board.contains("/sr/events/\(next)") && !board.contains("/sr/events/\(far)"))
        #expect(page.link("Касније") == "/sr/events/\(far)" && page.shows("Читање наглас"))
        #expect(page.link(town.say(T.site.archive)) == "/sr/archive")
        for door in [T.site.doorTeachers, T.site.doorSchools, T.site.doorProgrammes, T.site.doorCentre] { #expect(page.link(town.say(door)) != nil) }
    }
}
