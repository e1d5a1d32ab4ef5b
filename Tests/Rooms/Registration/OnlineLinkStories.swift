import Accounts
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// The link of what is held over the net comes shortly before, and only to those who have a seat.
@Suite struct OnlineLinkStories {
    @Test func `the link is told to whoever has a seat, a day before, once`() async throws {
        let town = try await Town()
        let webinar = try await town.occasion("Webinar", "Безбедно на мрежи", seats: 1, inDays: 9) { plan in
            (plan.sessions[0].place, plan.sessions[0].link) = ("", "https://soba.example/tajna")
        }
        let (seat, queue) = (try await town.ana.applies(to: webinar, payer: .free), try await town.branko.applies(to: webinar, payer: .free))
        try await OnlineLinkStore.mailAll(town.records)
        try await town.settles()
        func tells(_ someone: Someone) -> Bool { town.mail.to(someone.email).contains { $0.text.contains("soba.example") || $0.plain.contains("soba.example") } }
        #expect(!tells(town.ana), "not yet, and the entry of the calendar leads to the page")
        #expect(try await !town.ana.opens("/registrations/\(seat.id)").html.contains("soba.example"))
        #expect(try await !town.stranger.opens("/events/\(webinar)").html.contains("soba.example"))

        town.clock.passes(days: 8, hours: 2)
        for person in [town.ana, town.branko] { try await person.enters() }
        try await OnlineLinkStore.mailAll(town.records)
        try await OnlineLinkStore.mailAll(town.records)
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count { $0.plain.contains("soba.example") } == 1 && !tells(town.branko))
        #expect(try await town.ana.opens("/registrations/\(seat.id)").html.contains("https://soba.example/tajna"))
        #expect(try await !town.branko.opens("/registrations/\(queue.id)").html.contains("soba.example"))
        #expect(try await !town.stranger.opens("/events/\(webinar)").html.contains("soba.example"))
    }
}
