import Accounts
import Catalogue
import Delivery
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town
import Site
import Web

/// People who say themselves that they are there, by the code on the projector.
@Suite struct AttendStories {
    /// The digits that the projector shows now.
    private func digits(_ hall: HeldSeminar, _ session: Int = 0) async throws -> String {
        let page = try await hall.town.vesna.opens(hall.page("screen", of: session))
        let match = try #require(page.html.firstMatch(of: /screen-digits">(\d{3}) (\d{3})</), "no code on the screen")
        return String(match.1 + match.2)
    }

    @Test func `Ana scans the code and is there, which the staff's list then says`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins(minutes: -20)
        try await town.ana.opens("/attend/\(digits(hall))")
        #expect(try await hall.mark(0) == nil, "looking marks nobody")
        let page = try await town.ana.sends("/attend")
        #expect(page.shows("ту сте"))
        let mark = try await hall.mark(0)
        #expect(mark?.mark == .present && mark?.source == .own)
        #expect(try await town.journal("registration", hall.registrations[0].id.value).last == "delivery.markedSelf")
    }

    @Test func `the code changes every twenty seconds, and a photo of it is refused a minute later, with the way out`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins()
        let first = try await digits(hall)
        town.clock.passes(seconds: 20)
        let second = try await digits(hall)
        #expect(first != second)
        #expect(try await town.ana.opens("/attend/\(first)").carried("ticket") != nil, "the one before is still good")
        town.clock.passes(seconds: 40)
        let page = try await town.branko.opens("/attend/\(first)")
        #expect(page.status == 404)
        #expect(page.shows(town.say(T.delivery.codeOld, .srLatn)) && page.shows(town.say(T.delivery.attendElse, .srLatn)))
        #expect(try await town.branko.opens("/attend?code=\(second)").status == 422)
        #expect(try await hall.mark(1) == nil)
    }

    @Test func `the short code can be typed, also with a blank`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins()
        let code = try await digits(hall)
        try await town.ana.opens("/attend?code=\(code.prefix(3))%20\(code.suffix(3))")
        try await town.ana.sends("/attend")
        #expect(try await hall.mark(0)?.mark == .present)
        #expect(try await town.ana.opens("/attend?code=12345").shows(town.say(T.delivery.codeSixDigits)))
    }

    @Test func `whoever must first enter is not punished: the code gives this browser ten minutes`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins()
        town.ana.browser.set(cookie: "session", nil)
        try await town.ana.opens("/attend/\(digits(hall))")
        let sent = try await town.ana.sends("/attend")
        #expect(sent.path.contains("/sign-in"))
        town.clock.passes(minutes: 5)
        try await town.ana.enters()
        let kept = try #require(sent.carried("onward"))
        try await town.ana.opens(kept)
        try await town.ana.sends(kept)
        #expect(try await hall.mark(0)?.mark == .present)
    }

    @Test func `a ticket is good for ten minutes, for one browser and one form`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins()
        let form = try #require(try await town.ana.opens("/attend/\(digits(hall))").form("/attend"))
        let ticket = try #require(form.fields.first { $0.name == "ticket" }?.value)
        // Branko gets it from a friend: with the friend's whole form, or in a form of his own.
        try await town.branko.browser.post(form)
        let own = try #require(try await town.branko.opens("/demo").carried("act"))
        #expect(try await town.branko.browser.post(Page.Form(action: "/sr/attend", fields: [("act", own), ("ticket", ticket)])).status == 409)
        #expect(try await hall.mark(1) == nil)
        town.clock.passes(minutes: 10)
        let late = try await town.ana.browser.post(form)
        #expect(late.status == 409 && late.shows(town.say(T.delivery.ticketOld)))
        #expect(try await hall.mark(0) == nil)
    }

    @Test func `the list of the staff wins over what people say of themselves`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko, town.milena])
        try await hall.begins()
        try await hall.marks(0, .absent)
        try await hall.marks(1, .late, missed: 15)
        try await town.ana.opens("/attend/\(digits(hall))")
        #expect(try await town.ana.sends("/attend").status == 409)
        #expect(try await hall.mark(0)?.mark == .absent)
        try await town.branko.opens("/attend/\(digits(hall))")
        try await town.branko.sends("/attend")
        #expect(try await hall.mark(1)?.missed == 15, "what the staff wrote stands")
        try await town.milena.opens("/attend/\(digits(hall))")
        try await town.milena.sends("/attend")
        try await hall.marks(2, .absent)
        #expect(try await hall.mark(2)?.mark == .absent)
    }

    @Test func `a code is of one session, and of its time`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana])
        let other = try await HeldSeminar(town, [town.branko])
        try await hall.begins(minutes: -31)
        #expect(try await town.vesna.opens(hall.page("screen")).html.contains("screen-digits") == false)
        try await hall.begins()
        let codes = ScreenCode(town.app.installation.seal)
        let now = town.clock.now
        #expect(codes.text(for: hall.sessions[0].id, at: now) != codes.text(for: hall.sessions[1].id, at: now))
        // Tomorrow's code is not asked for today.
        #expect(try await town.ana.opens("/attend/\(codes.text(for: hall.sessions[1].id, at: now))").status == 404)
        // Ana has no seat in the other hall: it says so.
        try await town.ana.opens("/attend/\(digits(other))")
        #expect(try await town.ana.sends("/attend").shows("нема места"))
        // After the end the ticket is worth nothing any more.
        try await hall.begins(minutes: 355)
        try await town.ana.opens("/attend/\(digits(hall))")
        town.clock.passes(minutes: 6)
        #expect(try await town.ana.sends("/attend").shows(town.say(T.delivery.codeLate)))
        #expect(try await hall.mark(0) == nil)
    }

    @Test func `the right code after the limit is refused, until its time is over; right ones are not counted`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.goran])
        try await hall.begins()
        for _ in 0..<12 { #expect(try await town.goran.opens("/attend/\(digits(hall))").status == 200) }
        let good = try await digits(hall)
        for guess in 0..<10 { #expect(try await town.goran.opens("/attend/\(good == "00000\(guess)" ? "111111" : "00000\(guess)")").status == 404) }
        #expect(try await town.goran.opens("/attend/999998").status == 429)
        let page = try await town.goran.opens("/attend/\(good)")
        #expect(page.status == 429 && page.carried("ticket") == nil)
        #expect(try await town.goran.opens("/attend?code=\(good)").status == 429)
        town.clock.passes(seconds: 600)
        #expect(try await town.goran.opens("/attend/\(digits(hall))").status == 200)
    }
}
