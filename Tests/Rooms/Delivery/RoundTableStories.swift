import Accounts
import Delivery
import Events
import Guests
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// What nobody applies for: it is planned, announced, held, counted, agreed upon and closed.
@Suite struct RoundTableStories {
    @Test func `a round table is held, its visitors are counted, and its conclusions come back until they are done`() async throws {
        let town = try await Town()
        let table = try await town.occasion("Round table", "Улога директора", inDays: 5)
        let path = "/staff/events/\(table)"
        let desk = try await town.vesna.opens(path)
        #expect(desk.shows(town.say(T.registration.deskNobodyApplies)) && desk.link(town.say(T.registration.toAttendance)) == nil)
        town.clock.passes(days: 6)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.registration.todayHeld)))
        try await town.vesna.opens("\(path)/held")
        try await town.vesna.sends("/held")
        #expect(try await town.event(table).state == .held)

        try await town.vesna.opens("\(path)/conclusions")
        #expect(try await town.vesna.sends("\(path)/conclusions").shows(town.say(T.delivery.conclusionMissing)))
        try await town.vesna.sends("\(path)/conclusions", ["text": "Упознати школе са новим правилником", "owner": "Школска управа", "due": "20.2.2026."])
        try await town.vesna.opens("\(path)/conclusions")
        try await town.vesna.sends("\(path)/conclusions", ["text": "Поновити скуп у јесен"])
        #expect(try await town.vesna.opens("/staff").shows("Упознати школе са новим правилником"))
        let shown = try await town.stranger.opens("/events/\(table)")
        #expect(shown.shows("Упознати школе са новим правилником") && !shown.shows("Школска управа"), "who does it is nobody else's affair")

        let report = try await town.vesna.opens("\(path)/report")
        #expect(report.html.contains("name=\"visitors\"") && report.shows("Упознати школе са новим правилником"))
        #expect(try await town.vesna.sends("/report", ["visitors": "много", "course": "Живо."]).status == 422)
        try await town.vesna.opens("\(path)/report")
        try await town.vesna.sends("/report", ["course": "Живо.", "photoNote": "Усмено затражено на почетку, нико није одбио."])
        let question = try await town.vesna.opens("\(path)/close")
        #expect(question.shows(town.say(T.delivery.gapVisitors)) && question.shows(town.say(T.delivery.gapConclusions(count: 2))))
        try await town.vesna.opens("\(path)/report")
        try await town.vesna.sends("/report", ["visitors": "64"])
        #expect(try await town.vesna.opens("\(path)/report").shows("64"))
        try await town.vesna.opens("\(path)/close")
        try await town.vesna.sends("/close")
        #expect(try await town.event(table).state == .closed)

        // Closed or not, what was agreed comes back, and red when its day has passed.
        town.clock.passes(days: 20)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Упознати школе са новим правилником"))
        let id = try #require(try await town.value("SELECT min(id) AS id FROM conclusion", as: Int64.self))
        #expect(try await town.vesna.opens("\(path)/conclusions").shows(town.say(T.delivery.conclusionIsLate)))
        try await town.vesna.sends("/staff/conclusions/\(id)/done", ["outcome": "Послат допис"])
        #expect(try await !town.vesna.opens("/staff").shows("Упознати школе са новим правилником"))
        #expect(try await town.vesna.opens("/staff").shows("Поновити скуп у јесен"))
        try await town.ana.enters()
        #expect(try await town.ana.opens("\(path)/conclusions").status == 404)
    }

    @Test func `an exhibition has no conclusions and no door, and a seminar has neither visitors nor these`() async throws {
        let town = try await Town()
        let (show, seminar) = (try await town.occasion("Exhibition", "Дечји цртеж"), try await town.seminar())
        #expect(try await town.vesna.opens("/staff/events/\(show)/conclusions").status == 404)
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/conclusions").status == 404)
        #expect(try await town.stranger.opens("/events/\(show)").shows("Изложба"))
        town.clock.passes(days: 36)
        try await town.vesna.enters(withFactor: true)
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.delivery.todayUnmarked)))
    }
}
