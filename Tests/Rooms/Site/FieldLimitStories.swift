import Accounts
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Site
import Testing
import Town
import Web

/// Whoever types sees how much a field takes: a line cannot be typed longer, and several lines say it.
@Suite struct FieldLimitStories {
    @Test func `each field of text shows its limit`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let (event, vesna, centre) = (try await town.seminar(seats: 1), town.vesna.id, town.centre)
        _ = try await town.ana.applies(to: event)
        try await town.change(event) { $0.programme = shelf.stories }
        try await town.does { act in
            try PersonStore.grant(Grant(.director, centre: centre), to: vesna, in: act)
            try PersonStore.grant(Grant(.administrator, centre: nil), to: vesna, in: act)
        }
        try await town.vesna.enters(withFactor: true)
        var (lines, texts, open): (Int, Int, Set<String>) = (0, 0, [])
        for route in Routes(Rooms.all).all where route.method == .get && !route.path.hasPrefix("/demo") {
            let path = "/sr" + route.path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
            let page = try await town.vesna.browser.send(.get, path)
            for input in page.html.matches(of: /<input\b[^>]*\btype="(text|email|tel|url)"[^>]*>/) {
                lines += 1
                if !input.0.contains("maxlength=") { open.insert("\(route.path): \(input.0)") }
            }
            for area in page.html.matches(of: /<textarea\b[^>]*>[^<]*<\/textarea>(.{0,80})/) {
                texts += 1
                if !area.1.contains("Највише") { open.insert("\(route.path): \(area.0.prefix(120))") }
            }
        }
        #expect(open == [])
        #expect(lines > 60 && texts > 10, "\(lines) lines, \(texts) texts")
    }

    @Test func `what is too long is refused at its field, in every form, and nothing typed is lost`() async throws {
        let town = try await Town()
        let event = try await town.seminar()
        try await town.vesna.opens("/staff/events/\(event)/cancel")
        let long = String(repeating: "я", count: 1_001)
        let refused = try await town.vesna.sends("/staff/events/\(event)/cancel", ["reason": long])
        #expect(refused.status == 422 && refused.html.contains(long))
        #expect(refused.shows(town.say(T.common.errorTooLong(most: .number(1_000)))))
    }
}
