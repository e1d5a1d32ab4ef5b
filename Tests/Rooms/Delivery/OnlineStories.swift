import Accounts
@testable import Delivery
import Events
import Foundation
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// Attendance over the net: from a report file, by the minutes, as staff have said who is who.
@Suite struct OnlineStories {
    private static let zoom = """
        Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
        812 3333 4444,Webinar,03/11/2026 10:00:00 AM,03/11/2026 12:00:00 PM,domacin@bistrik.example,120,4

        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
        Ana Djordjevic,,03/11/2026 10:00:00 AM,03/11/2026 11:00:00 AM,60,Yes
        Ana Djordjevic,,03/11/2026 11:01:00 AM,03/11/2026 12:00:00 PM,59,Yes
        "Бата Бранко",,03/11/2026 10:00:00 AM,03/11/2026 10:50:00 AM,50,Yes
        iPhone,,03/11/2026 10:00:00 AM,03/11/2026 11:58:00 AM,118,Yes
        Rūta,RUTA@bistrik.example,03/11/2026 10:00:00 AM,03/11/2026 12:00:00 PM,120,Yes
        """

    @Test(arguments: [
        ("62", 62), ("1h 5m 3s", 65), ("1 hr 2 min", 62), ("45 min", 45), ("1:02:33", 62), ("58m", 58), ("34s", 0), ("2 ч 5 мин", 125), ("", nil), ("dugo", nil),
        ("99999999999999999999", nil), ("-5", nil),
    ] as [(String, Int?)])
    func `a duration is read as platforms write it`(_ text: String, _ minutes: Int?) { #expect(PlatformReport.minutes(text) == minutes) }

    @Test func `the tables of three platforms are found among what stands around them`() throws {
        let zoom = try PlatformReport(reading: Array(Self.zoom.utf8))
        #expect(zoom.lines.map(\.minutes) == [119, 50, 118, 120] && zoom.lines[3].email == "ruta@bistrik.example")
        let teams = "1. Summary\nMeeting title\tWebinar\nAttended participants\t2\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole\n"
            + "Бранко Његован\t3/11/26, 10:00\t3/11/26, 11:10\t1h 10m 2s\tbranko@bistrik.example\tAttendee\n"
            + "Ana\t3/11/26\t3/11/26\t34s\t\tAttendee\n\n3. In-Meeting Activities\nName\tDuration\nx\t9m\n"
        let wide: [UInt8] = [0xFF, 0xFE] + teams.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        #expect(try PlatformReport(reading: wide).lines.map(\.minutes) == [70, 0])
        let meet = "First name,Last name,Email,Duration,Time joined,Time exited\nАна,Ђорђевић,ana@bistrik.example,1 hr 58 min,10:01 AM,12:00 PM\n"
        #expect(try PlatformReport(reading: Array(meet.utf8)).lines == [.init(name: "Ана Ђорђевић", email: "ana@bistrik.example", minutes: 118)])
        for wrong in ["", "Име;Презиме\nАна;Ђ\n", "PK\u{3}\u{4}", "<html></html>", "Name,Duration\n"] {
            #expect(throws: Problem.self) { try PlatformReport(reading: Array(wrong.utf8)) }
        }
    }

    @Test func `nothing counts before staff have said who is who, and then the minutes do`() async throws {
        let town = try await Town()
        let webinar = try await town.occasion("Webinar", seats: 20, inDays: 35) { plan in
            plan.points = 2
            plan.payers = [.own]
            (plan.sessions[0].place, plan.sessions[0].link) = ("", "https://soba.example/1")
        }
        var ids: [Registration.ID] = []
        for person in [town.ana, town.branko, town.milena, town.ruta] { ids.append(try await person.applies(to: webinar).id) }
        let session = try #require(try await town.event(webinar).sessionRows.first)
        let path = "/staff/events/\(webinar)/sessions/\(session)/online"
        let day = try #require(try await town.event(webinar).days).lowerBound
        town.clock.becomes(try town.zone.instant(day, ClockTime(hour: 13, minute: 0)!))
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff/events/\(webinar)/attendance").html.contains(path))
        try await town.vesna.opens(path)
        let page = try await town.vesna.browser.uploads(path, field: "file", name: "report.csv", bytes: Array(Self.zoom.utf8))
        #expect(page.shows(town.say(T.delivery.onlineUnmatched(count: 1))) && page.shows("iPhone"))
        #expect(page.shows(town.say(T.delivery.onlineByName)) && page.shows(town.say(T.delivery.onlineByPart)) && page.shows(town.say(T.delivery.onlineByAddress)))
        #expect(try await town.count("attendance") == 0, "a preview counts nothing")
        let done = try await town.vesna.sends("/online/marks", ["who2": "\(ids[2])", "absent": "yes"])
        #expect(done.shows(town.say(T.delivery.onlineMarked(count: 4))))
        func mark(_ index: Int) async throws -> [String] {
            let id = ids[index]
            return try await town.finds { act in
                try act.db.rows("SELECT mark, missed FROM attendance WHERE registration = \(id)").map { "\(try $0["mark"] as String) \(try $0["missed"] as Int)" }
            }
        }
        for (index, expected) in ["left 1", "left 70", "left 2", "present 0"].enumerated() { #expect(try await mark(index) == [expected]) }
        // By the usual rule no more than 45 minutes may be missed.
        let complete = try await town.vesna.does { try AttendanceStore.completions(of: webinar, in: $0).filter(\.isComplete).map(\.registration) }
        #expect(Set(complete) == [ids[0], ids[2], ids[3]])
        try await town.ana.enters()
        #expect(try await town.ana.opens(path).status == 404)
    }
}
