import Accounts
import Delivery
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// A study trip: a bus with its seats, a meeting point, stops.
@Suite struct TripStories {
    @Test func `a smaller bus than those who have a seat is refused, with the way out`() async throws {
        let town = try await Town()
        let trip = try await town.occasion("Study trip", "Сентандреја", seats: 3) { plan in
            plan.trip = EventTrip(meetingPlace: "Паркинг код гимназије", meetingTime: ClockTime(hour: 6, minute: 30), stops: "8:00 Суботица\n9:15 Келебија",
                documents: "Пасош")
        }
        let page = try await town.stranger.opens("/events/\(trip)")
        #expect(page.shows("Паркинг код гимназије") && page.shows("Келебија") && page.shows("Пасош"))
        var all: [Registration] = []
        for person in [town.ana, town.branko, town.milena] { all.append(try await person.applies(to: trip, payer: .free)) }
        try await town.settles()
        #expect(try #require(town.mail.to(town.ana.email).last?.plain).contains("Паркинг код гимназије"))

        try await town.vesna.opens("/staff/events/\(trip)/edit")
        let small = try await town.vesna.sends("/edit", ["seats": "2", "save": "yes"])
        #expect(small.status == 422 && small.shows(town.say(T.registration.busTooSmall(count: 1, taken: 3, seats: 2))))
        #expect(try await town.event(trip).plan.seats == 3)
        try await town.vesna.refuses(all[2].id, because: "Мањи аутобус")
        try await town.vesna.opens("/staff/events/\(trip)/edit")
        #expect(try await town.vesna.sends("/edit", ["seats": "2", "save": "yes"]).status == 200)
        #expect(try await town.event(trip).plan.seats == 2)

        let list = try await town.vesna.opens("/staff/events/\(trip)/bus.pdf")
        #expect(list.status == 200 && list.bytes.starts(with: Array("%PDF".utf8)))
        #expect(try await town.ana.opens("/staff/events/\(trip)/bus.pdf").status == 404)
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/bus.pdf").status == 404)
    }

    @Test func `a seminar's seats may still be lowered below those who have one`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 2)
        for person in [town.ana, town.branko] { _ = try await person.applies(to: seminar) }
        try await town.change(seminar) { $0.seats = 1 }
        #expect(try await town.event(seminar).plan.seats == 1)
    }
}
