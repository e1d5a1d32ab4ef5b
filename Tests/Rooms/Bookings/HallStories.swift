import Bookings
import Centres
import Events
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town

/// A hall holds one thing at a time: what is announced has its hall, and nobody else gets it.
@Suite struct HallStories {
    @Test func `what is announced has its hall, and the next one is told who, when and what is free`() async throws {
        let town = try await Town()
        let (hall, other) = (try await town.hall("Сала 1"), try await town.hall("Сала 2"))
        try await town.seminar("Читање", in: hall)
        let draft = try await town.seminar("Писање", in: hall, from: 14, until: 17, announced: false)
        #expect(try await town.count("booking") == 1)

        let question = try await town.vesna.opens("/staff/events/\(draft)/announce")
        #expect(question.shows(town.say(T.events.clashTitle)) && question.link("Читање") != nil)
        let page = try await town.vesna.sends("/announce")
        #expect(page.status == 422 && page.shows("Читање") && page.shows("9–15") && page.shows("Сала 2"))
        #expect(try await town.event(draft).state == .draft)
        #expect(try await town.count("booking") == 1)

        try await town.change(draft) { $0.sessions[0].hall = other }
        try await town.vesna.does { try EventStore.announce(draft, limits: nil, in: $0) }
        #expect(try await town.count("booking") == 2)
    }

    @Test func `one that is cancelled or postponed gives its hall back, and takes it again with its new days`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        let first = try await town.seminar("Читање", in: hall)
        try await town.vesna.postpones(first, because: "Поплава")
        #expect(try await town.count("booking") == 0)
        let second = try await town.seminar("Писање", in: hall)
        await #expect(throws: Problem.self) { try await town.vesna.does { try EventStore.announce(first, limits: nil, in: $0) } }
        try await town.vesna.cancels(second, because: "Болест")
        try await town.vesna.does { try EventStore.announce(first, limits: nil, in: $0) }
        #expect(try await town.count("booking") == 1)
    }

    @Test func `a session that moves onto another's hall is refused at its field, and what was typed is kept`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        let (first, second) = (try await town.seminar("Читање", in: hall), try await town.seminar("Писање", in: hall, inDays: 42))
        let day = try await town.event(first).plan.sessions[0].day
        try await town.vesna.opens("/staff/events/\(second)/edit")
        let page = try await town.vesna.sends("/staff/events/\(second)/edit", ["day1": Language.sr.write(day, .numeric), "save": "yes", "sure": "yes"])
        #expect(page.status == 422 && page.html.contains("id=\"field-hall1-error\"") && page.shows("Читање"))
        #expect(page.html.contains("value=\"\(Language.sr.write(day, .numeric))\""))
        #expect(try await town.event(second).plan.sessions[0].day != day)
        #expect(try await town.count("booking") == 2)
        // A day that is dropped frees its hall.
        try await town.change(first) { $0.sessions = [EventSession(day: day.adding(days: 1), begins: $0.sessions[0].begins, ends: $0.sessions[0].ends, hall: hall)] }
        try await town.vesna.sends("/staff/events/\(second)/edit", ["day1": Language.sr.write(day, .numeric), "save": "yes", "sure": "yes"])
        #expect(try await town.event(second).plan.sessions[0].day == day)
    }

    @Test func `the hours of setting up and clearing count`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.vesna.opens("/settings/halls/\(hall)")
        let wrong = try await town.vesna.sends("/settings/halls/\(hall)", ["setup": "-5", "clearing": "цео дан"])
        #expect(wrong.status == 422 && wrong.html.contains("field-setup-error") && wrong.html.contains("field-clearing-error"))
        try await town.vesna.sends("/settings/halls/\(hall)", ["setup": "30", "clearing": "45"])
        try await town.seminar("Читање", in: hall, from: 9, until: 12)
        await #expect(throws: Problem.self) { try await town.seminar("Писање", in: hall, from: 13, until: 15) }
        try await town.seminar("Рачун", in: hall, from: 14, until: 16)
        #expect(try await town.count("booking") == 2)
    }

    @Test func `parallel sessions of one event have a hall each; the same hall twice is refused`() async throws {
        let town = try await Town()
        let (hall, other) = (try await town.hall("Сала 1"), try await town.hall("Сала 2"))
        let event = try await town.seminar("Скуп", in: hall, announced: false)
        let plan = try await town.event(event).plan
        let rows = try await town.finds { try EventStore.event(event, in: $0) }.sessionRows
        // Both at nine; the second in another hall, then in the same.
        for (second, fault) in [(other, nil), (hall, T.bookings.hallTwice(hall: .title("Сала 1")))] {
            try await town.does { act in
                try act.db.run("DELETE FROM booking")
                try act.db.run("DELETE FROM event_session WHERE event = \(event) AND id <> \(rows[0])")
                let session = plan.sessions[0]
                try act.db.run("""
                    INSERT INTO event_session (event, day, begins, ends, hall) VALUES (\(event), \(session.day), \(session.begins), \(session.ends), \(second))
                    """)
            }
            var problem: Problem?
            do {
                try await town.does { act in
                    try act.touchPublicPages()
                    try BookingStore.book(EventStore.event(event, in: act), in: act)
                }
            } catch let thrown as Problem { problem = thrown }
            #expect(problem?.fault(at: "hall2") == fault)
            #expect(try await town.count("booking") == (fault == nil ? 2 : 0))
        }
    }

    @Test func `a workshop needs a hall for its own seats, not for the whole conference`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        func told(_ group: Value) -> String { town.say(T.bookings.hallTooSmall(hall: .title("Сала 1"), seats: .phrase(T.common.seats(count: 30)), group: group)) }
        let fits = try await town.conference(seats: 45, in: 20) { $0.sessions[1].hall = hall }
        #expect(try await !town.vesna.opens("/staff/events/\(fits)").shows(told(45)))
        try await town.change(fits) { $0.sessions[1].seats = 31 }
        #expect(try await town.vesna.opens("/staff/events/\(fits)").shows(told(31)))
    }

    @Test func `a hall that is smaller than the group is told, not refused`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        let event = try await town.seminar("Читање", in: hall, announced: false)
        try await town.change(event) { $0.seats = 45 }
        let words = town.say(T.bookings.hallTooSmall(hall: .title("Сала 1"), seats: .phrase(T.common.seats(count: 30)), group: 45))
        for path in ["", "/edit", "/announce"] { #expect(try await town.vesna.opens("/staff/events/\(event)\(path)").shows(words), "\(path)") }
        try await town.vesna.opens("/staff/events/\(event)/announce")
        try await town.vesna.sends("/announce")
        #expect(try await town.event(event).state == .announced)
        #expect(try await town.vesna.opens("/staff/events/\(event)").shows(words))
    }

    @Test func `a hall with bookings to come is not closed, and says which`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        let event = try await town.seminar("Читање", in: hall)
        try await town.vesna.opens("/settings/halls")
        let page = try await town.vesna.sends("/settings/halls/\(hall)/close")
        #expect(page.status == 409 && page.shows("Читање"))
        #expect(try await town.count("hall WHERE closed") == 0)
        try await town.vesna.cancels(event, because: "Болест")
        try await town.vesna.opens("/settings/halls")
        try await town.vesna.sends("/settings/halls/\(hall)/close")
        #expect(try await town.count("hall WHERE closed") == 1)
    }

    @Test func `what is only planned in a hall, or postponed, stands in the way of closing it too`() async throws {
        let town = try await Town()
        let (hall, other) = (try await town.hall("Сала 1"), try await town.hall("Сала 2"))
        let draft = try await town.seminar("Писање", in: hall, announced: false)
        let postponed = try await town.seminar("Читање", in: hall, inDays: 42)
        try await town.vesna.postpones(postponed, because: "Поплава")
        #expect(try await town.count("booking") == 0)
        try await town.vesna.opens("/settings/halls")
        let page = try await town.vesna.sends("/settings/halls/\(hall)/close")
        #expect(page.status == 409 && page.shows("Писање") && page.shows("Читање") && page.shows(town.say(EventState.draft.name)))
        try await town.change(draft) { $0.sessions[0].hall = other }
        try await town.change(postponed) { $0.sessions[0].hall = other }
        try await town.vesna.opens("/settings/halls")
        try await town.vesna.sends("/settings/halls/\(hall)/close")
        #expect(try await town.count("hall WHERE closed") == 1)
    }

    @Test func `the one search finds halls for those who run the centre, and for nobody else`() async throws {
        let town = try await Town()
        let hall = try await town.hall("Свечана сала")
        let found = try await town.vesna.opens("/search?q=svecana")
        #expect(found.link("Свечана сала") == "/sr/settings/halls/\(hall)")
        #expect(try await !town.vesna.opens("/search?q=svecana+bina").shows("Свечана сала"))
        for other in [town.stranger, town.ana.browser] { #expect(try await !other.opens("/search?q=svecana").shows("Свечана сала")) }
    }
}

extension Town {
    /// A seminar of one day in a hall; by default announced, in five weeks, from nine to three.
    @discardableResult
    func seminar(
        _ title: String, in hall: Hall.ID, inDays days: Int = 35, from begins: Int = 9, until ends: Int = 15, announced: Bool = true
    ) async throws -> Event.ID {
        let id = try await seminar(title, inDays: days, announced: false)
        try await change(id) { plan in
            let (from, until) = (ClockTime(hour: begins, minute: 0) ?? .midnight, ClockTime(hour: ends, minute: 0) ?? .midnight)
            plan.sessions = plan.sessions.map { EventSession(day: $0.day, begins: from, ends: until, hall: hall) }
        }
        if announced { try await vesna.does { try EventStore.announce(id, limits: nil, in: $0) } }
        return id
    }
}
