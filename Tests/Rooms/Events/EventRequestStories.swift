import Accounts
import Centres
import Events
import Kernel
import Languages
import Schools
import Storage
import Testing
import Town

/// A school asks for an event of its own, and the centre answers in one act.
@Suite struct EventRequestStories {
    private func asks(_ town: Town, _ school: School.ID, _ title: String = "Дан математике") async throws -> EventRequest.ID {
        try await town.milena.opens("/me/schools/\(school)/requests/new")
        try await town.milena.sends("/requests/new", [
            "title": title, "text": "Радионице за колеге.", "day": "20.3.2026.", "begins": "10:00", "ends": "12:30", "people": "24", "wishes": "room", "wishes": "papers",
        ])
        return try #require(try await town.value("SELECT max(id) FROM event_request", as: EventRequest.ID.self))
    }

    @Test func `accepted in one act: the event stands, its hall is booked, the school has a letter`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana), centre = town.centre
        try await town.milena.looksAfter(school)
        let hall = try await town.vesna.does { try HallStore.add(HallDetails(name: "Велика сала", seats: 40, address: "Школска 1"), to: centre, in: $0) }
        let request = try await asks(town, school)
        #expect(try town.milena.browser.page.shows("Дан математике"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.events.todayRequest)))
        try await town.vesna.opens("/staff/requests/\(request)")
        #expect(try town.vesna.browser.page.shows(town.say(T.events.wishPapers)))
        let desk = try await town.vesna.sends("/accept", ["hall": "\(hall)"])
        #expect(desk.status == 200 && desk.shows("Дан математике"))
        let id = try #require(try await town.value("SELECT event FROM event_request WHERE id = \(request)", as: Event.ID.self))
        let event = try await town.event(id)
        #expect(event.form.id == .inSchool && event.state == .announced)
        #expect(event.form.details.nameInEnglish == "In-school event", "the row that the id means")
        #expect(event.plan.sessions.map(\.hall) == [hall] && event.plan.seats == 24)
        #expect(try await town.count("booking WHERE hall = \(hall)") == 1)
        #expect(try await town.letter(to: town.milena.email)?.subject == town.say(T.events.letterAcceptedSubject(title: .text("Дан математике"))))
        await #expect(throws: Problem.conflict(T.events.requestAnswered)) {
            try await town.vesna.does { try EventRequestStore.decline(request, because: "касно", in: $0) }
        }

        let second = try await asks(town, school, "Исти дан")
        try await town.vesna.opens("/staff/requests/\(second)")
        let taken = try await town.vesna.sends("/accept", ["hall": "\(hall)"])
        #expect(taken.status == 422, "the hall is taken")
        #expect(try await town.count("event WHERE state = 'announced'") == 1)
        #expect(try await town.count("event_request WHERE state = 'asked'") == 1, "and nothing is half done")
    }

    @Test func `declined with a reason, which the school reads`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana), other = try await town.school("ОШ „Бела врба“", of: town.branko)
        try await town.milena.looksAfter(school)
        #expect(try await town.milena.opens("/me/schools/\(other)/requests/new").status == 404)
        let request = try await asks(town, school)
        #expect(try await town.milena.opens("/staff/requests/\(request)").status != 200)
        try await town.vesna.opens("/staff/requests/\(request)")
        let silent = try await town.vesna.sends("/decline")
        #expect(silent.status == 422 && silent.shows(town.say(T.events.requestReasonMissing)))
        try await town.vesna.sends("/decline", ["reason": "Сала је тада заузета."])
        #expect(try await town.letter(to: town.milena.email)?.text.contains("Сала је тада заузета.") == true)
        #expect(try await town.milena.opens("/me/schools/\(school)/centre").shows("Сала је тада заузета."))
        #expect(try await town.count("event") == 0)
    }

    @Test func `what is wrong is said at once, and what was typed stays`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school)
        try await town.milena.opens("/me/schools/\(school)/requests/new")
        let wrong = try await town.milena.sends("/requests/new", ["title": "Дан", "day": "31.2.2026.", "begins": "12:00", "ends": "10:00", "people": "0"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.events.requestEndsBefore)))
        #expect(wrong.form("/requests/new")?.fields.contains { $0 == ("title", "Дан") } == true)
        let past = try await town.milena.sends("/requests/new", ["day": "1.2.2026.", "begins": "10:00", "ends": "12:00", "people": "5"])
        #expect(past.status == 422 && past.shows(town.say(T.events.requestDayPast)))
        #expect(try await town.count("event_request") == 0)
    }
}
