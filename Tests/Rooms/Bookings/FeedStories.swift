import Bookings
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town

/// Calendars of halls, as two libraries that are not ours read them, behind an address that is a secret.
@Suite struct FeedStories {
    private static func feeds(_ page: Page) -> [String] {
        page.html.matches(of: /href="http:\/\/localhost(\/sr\/calendars\/[^"]+)"/).map { String($0.1) }
    }

    @Test func `each hall has its calendar, and all have one`() async throws {
        let town = try await Town()
        let (hall, other, centre) = (try await town.hall("Сала 1"), try await town.hall("Сала; 2"), town.centre)
        try await town.does { try $0.db.run("UPDATE hall SET setup = 30, clearing = 30 WHERE id = \(hall)") }
        try await town.seminar("Читање\r\nX-ONE:1", in: hall)
        let begins = try town.zone.instant(try #require(Day(iso: "2026-03-28")), ClockTime(hour: 20, minute: 0)!)
        let block = Block(.hall(other), begins..<begins.adding(hours: 7), purpose: "Ноћ, књиге")
        try await town.vesna.does { try BlockStore.add(block, at: centre, in: $0) }
        let feeds = Self.feeds(try await town.vesna.opens("/staff/bookings/calendars"))
        #expect(feeds.count == 3 && Set(feeds).count == 3)
        let expected = [
            ["20260311T073000Z/20260311T143000Z", "20260328T190000Z/20260329T020000Z"], ["20260311T073000Z/20260311T143000Z"],
            ["20260328T190000Z/20260329T020000Z"],
        ]
        for (feed, stands) in zip(feeds, expected) {
            let answer = try await town.stranger.send(.get, feed)
            #expect(answer.status == 200 && answer.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(!answer.html.contains("\r\nX-ONE"))
            let said = try town.judged(answer.html)
            #expect(said.faults == [] && said.stands == stands, "\(feed)")
        }
    }

    @Test func `an address that is guessed, old or of another centre opens nothing, and stands in no log`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.seminar("Читање", in: hall)
        let feeds = Self.feeds(try await town.vesna.opens("/staff/bookings/calendars"))
        let all = try #require(feeds.first), one = try #require(feeds.last), key = try #require(all.split(separator: "/").last)
        for path in [
            "/sr/calendars/hall-\(hall)/\(key)", "/sr/calendars/halls/\(String(repeating: "0", count: 24)).ics", "/sr/calendars/halls/.ics",
            "/sr/calendars/hall-999/\(key)", "/sr/calendars/groups-1/\(key)", "/sr/calendars/hall-/\(key)",
        ] { #expect(try await town.stranger.send(.get, path).status == 404, "\(path)") }
        try await town.vesna.opens("/staff/bookings/calendars")
        try await town.vesna.sends("/staff/bookings/calendars", ["calendar": "halls"])
        #expect(try await town.stranger.send(.get, all).status == 404)
        #expect(try await town.stranger.send(.get, one).status == 200)
        let renewed = try #require(Self.feeds(try await town.vesna.opens("/staff/bookings/calendars")).first)
        #expect(renewed != all)
        #expect(try await town.stranger.send(.get, renewed).status == 200)
        for secret in [key, try #require(renewed.split(separator: "/").last)] { #expect(!town.log.lines.contains { $0.contains(secret.dropLast(4)) }) }
        // A trainer's only the trainer makes anew.
        try await town.vesna.opens("/staff/bookings/calendars")
        #expect(try await town.vesna.sends("/staff/bookings/calendars", ["calendar": "groups-\(town.branko.id)"]).status == 404)
    }
}

/// What others read in a calendar.
private struct Followed: Decodable {
    let faults: [String]
    let stands: [String]
}

extension Town {
    fileprivate func judged(_ calendar: String) throws -> Followed {
        let file = FileManager.default.temporaryDirectory.appending(path: "followed-\(UUID().uuidString).ics")
        try Data(calendar.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try JSONDecoder().decode(Followed.self, from: Data(try Judge("followed.py", [file.path]).said.utf8))
    }
}
