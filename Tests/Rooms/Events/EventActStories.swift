import Accounts
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town

/// What becomes of a seminar, and who hears of it.
@Suite struct EventActStories {
    @Test func `cancelling asks for a reason, tells everybody and shows`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        try await town.settles()
        let before = town.mail.all.count
        let question = try await town.vesna.opens("/staff/events/\(seminar)/cancel")
        #expect(question.shows(town.say(T.events.tells(count: 1))))
        let again = try await town.vesna.sends("/cancel")
        #expect(again.status == 422 && again.shows(town.say(T.events.reasonMissing)))
        try await town.vesna.sends("/cancel", ["reason": "Мало пријављених <b>"])
        try await town.settles()
        #expect(town.mail.all.count == before + 1)
        let page = try await town.stranger.opens("/events/\(seminar)")
        #expect(page.shows(town.say(T.events.cancelledTitle)) && page.shows("Мало пријављених <b>"))
        #expect(page.link(town.say(T.events.apply)) == nil)
        #expect(page.html.contains("https://schema.org/EventCancelled"))
        #expect(try await town.stranger.opens("/events").shows("отказано"))
        let late = try await town.vesna.opens("/staff/events/\(seminar)/confirm")
        #expect(late.status == 409 && late.link(town.say(T.common.back)) == "/sr/staff/events/\(seminar)")
    }

    @Test func `who goes there reads the address of the hall, which is that of the centre when it stands in its house`() async throws {
        let town = try await Town()
        let (seminar, hall) = (try await town.seminar(), try await town.hall("Велика сала"))
        try await town.does { try $0.db.run("UPDATE event_session SET hall = \(hall), place = '' WHERE event = \(seminar)") }
        let own = try await town.stranger.opens("/events/\(seminar)")
        #expect(own.shows("Велика сала, Школска 1, Бистрик") && own.html.contains("\"address\":\"Школска 1, Бистрик\""))
        try await town.vesna.opens("/settings/halls/\(hall)")
        try await town.vesna.sends("/settings/halls/\(hall)", ["name": "Велика сала", "address": "Трг 1, Ваљево"])
        let other = try await town.stranger.opens("/events/\(seminar)")
        #expect(other.shows("Велика сала, Трг 1, Ваљево") && other.html.contains("\"address\":\"Трг 1, Ваљево\""))
    }

    @Test func `what changed while somebody was asked is said instead of done`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.vesna.opens("/staff/events/\(seminar)/confirm")
        try await town.vesna.cancels(seminar, because: "Болест")
        let page = try await town.vesna.sends("/confirm")
        #expect(page.status == 409)
        #expect(page.shows(town.say(T.events.wrongMove(state: .phrase(EventState.cancelled.name), wanted: .phrase(EventState.confirmed.name)))))
        #expect(try await town.newest().state == .cancelled)
    }

    @Test func `what keeps a draft from being announced is said, and mended in its form`() async throws {
        let town = try await Town()
        // It is in ten days, and its deadline was five days ago.
        let draft = try await town.seminar(inDays: 10, announced: false)
        try await town.vesna.opens("/staff/events/\(draft)/announce")
        let page = try await town.vesna.sends("/announce")
        #expect(page.status == 422 && page.shows(town.say(T.events.planWrong)))
        #expect(page.link(town.say(T.events.mendPlan)) == "/sr/staff/events/\(draft)/edit")
        #expect(try await town.newest().state == .draft)
    }

    @Test func `what was postponed returns with its new days and everybody gets them`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        try await town.vesna.opens("/staff/events/\(seminar)/postpone")
        try await town.vesna.sends("/postpone", ["reason": "Болест реализатора"])
        let page = try await town.stranger.opens("/events/\(seminar)")
        #expect(page.shows(town.say(T.events.daysLater)) && page.shows("Болест реализатора") && page.link(town.say(T.events.apply)) == nil)
        try await town.settles()
        let before = town.mail.to(town.ana.email).count
        // The old deadline and days stay typed; the new ones are written over them.
        try await town.vesna.opens("/staff/events/\(seminar)/edit")
        try await town.vesna.sends("/edit", ["day1": "16.5.2026.", "deadline": "", "announce": "yes"])
        #expect(try await town.vesna.browser.page.status == 200)
        try await town.vesna.sends("/announce")
        #expect(try await town.newest().state == .announced)
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == before + 1)
        #expect(try await town.stranger.opens("/events/\(seminar)").shows("субота, 16. мај 2026."))
    }

    @Test func `after the deadline the page says why one cannot apply and where else`() async throws {
        let town = try await Town()
        let programme = try await town.programme()
        let seminar = try await town.seminar(inDays: 20), later = try await town.seminar(inDays: 60)
        for event in [seminar, later] { try await town.change(event) { $0.programme = programme } }
        town.clock.passes(days: 6)
        let page = try await town.stranger.opens("/events/\(seminar)")
        #expect(page.link(town.say(T.events.apply)) == nil)
        #expect(page.shows("Рок за пријаву је истекао 9. фебруара 2026."))
        #expect(page.shows(town.say(T.events.otherDates)) && page.html.contains("/sr/events/\(later)\""))
    }

    @Test func `a link to an online room is told to no stranger, on no page and in no calendar`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.change(seminar) { plan in
            plan.sessions[0].place = ""
            plan.sessions[0].link = "https://soba.example/tajna"
        }
        for path in ["/events/\(seminar)", "/events/\(seminar)/calendar.ics", "/events.ics", "/events"] {
            #expect(try await !town.stranger.opens(path).html.contains("tajna"), "\(path)")
        }
        #expect(try await town.stranger.opens("/events/\(seminar)").shows(town.say(T.events.onlineWhere)))
    }

    @Test func `the calendar has one entry for each day and counts its changes`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar("Дигитална учионица; са веома дугим називом, који не стаје у један ред календара", lasting: 2)
        let page = try await town.stranger.opens("/events/\(seminar)/calendar.ics")
        #expect(page.headers[.contentType]?.hasPrefix("text/calendar") == true)
        let lines = page.html.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.contains("METHOD:PUBLISH"))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2)
        #expect(lines.filter { $0.hasPrefix("UID:session-") && $0.hasSuffix(".zbornica") }.count == 2, "known by its row, wherever the installation moves")
        #expect(lines.contains("DTSTAMP:20260204T080000Z"))
        #expect(lines.contains("DTSTART:20260311T080000Z") && lines.contains("DTSTART:20260312T080000Z"))
        func sequence(_ page: Page) -> Int? { page.html.firstMatch(of: /SEQUENCE:(\d+)/).flatMap { Int($0.1) } }
        let first = try #require(sequence(page))
        try await town.vesna.cancels(seminar, because: "Болест")
        let cancelled = try await town.stranger.opens("/events/\(seminar)/calendar.ics")
        #expect(cancelled.html.contains("METHOD:CANCEL") && cancelled.html.contains("STATUS:CANCELLED"))
        #expect(try #require(sequence(cancelled)) > first)
        #expect(try await town.stranger.opens("/events.ics").html.contains("STATUS:CANCELLED"))
    }

    @Test func `search engines read data that cannot end their element`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar("</script><script>alert(1)</script>")
        let page = try await town.stranger.opens("/events/\(seminar)")
        #expect(!page.html.contains("</script><script>alert"))
        let json = try #require(page.html.firstMatch(of: /<script type="application\/ld\+json">([\s\S]*?)<\/script>/)).1
        let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(data["name"] as? String == "</script><script>alert(1)</script>")
        #expect(data["startDate"] as? String == "2026-03-11T09:00+01:00")
        #expect((data["offers"] as? [String: Any])?["priceCurrency"] as? String == "RSD")
    }
}
