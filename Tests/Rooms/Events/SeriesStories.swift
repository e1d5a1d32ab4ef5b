import Events
import Forms
import Kernel
import Languages
import Storage
import Testing
import Town

/// One pattern, many dates, in one act.
@Suite struct SeriesStories {
    private func copies(_ town: Town, of event: Event.ID) async throws -> [Event] {
        let ids: [Event.ID] = try await town.finds { act in try act.db.rows("SELECT id FROM event WHERE copied_from = \(event) ORDER BY id").map { try $0["id"] } }
        return try await town.finds { try EventStore.events(ids, in: $0) }
    }

    @Test func `three more are made every two weeks, with days, hours and deadline in their order`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(lasting: 2)
        let pattern = try await town.event(seminar)
        try await town.vesna.opens("/staff/events/\(seminar)/series")
        let made = try await town.vesna.sends("/series", ["times": "3", "weeks": "2", "announce": "yes"])
        #expect(made.shows(town.say(T.events.seriesMade(count: 3))))
        let copies = try await copies(town, of: seminar)
        #expect(copies.map(\.state) == [.announced, .announced, .announced])
        for (index, copy) in copies.enumerated() {
            let distance = (index + 1) * 14
            #expect(copy.plan.sessions.map(\.day) == pattern.plan.sessions.map { $0.day.adding(days: distance) })
            #expect(copy.plan.sessions.map(\.begins) == pattern.plan.sessions.map(\.begins) && copy.plan.seats == pattern.plan.seats)
            #expect(!copy.plan.hasOwnDeadline && copy.plan.deadline.days(until: copy.plan.sessions[0].day) == 15)
        }
    }

    @Test func `a day that cannot be stops them all, and is named`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let path = "/staff/events/\(seminar)/series"
        for (days, said) in [
            ("20.4.2026.\nсутра", town.say(T.events.seriesDayWrong(number: 2, line: "сутра"))), ("20.4.2026.\n1.2.2026.",
                town.say(T.events.seriesPassed(day: .day(Day(iso: "2026-02-01")!)))),
            ("20.4.2026.\n9.2.2026.", "Ниједан термин није направљен."), ("", town.say(T.forms.errorNumber)),
        ] {
            try await town.vesna.opens(path)
            let page = try await town.vesna.sends("/series", ["days": days, "announce": "yes"])
            #expect(page.status == 422 && page.shows(said), "\(days)")
        }
        #expect(try await copies(town, of: seminar).isEmpty)
        #expect(try await town.ana.opens(path).status == 404)
    }
}
