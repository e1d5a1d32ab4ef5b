import Accounts
import Bookings
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Needs
import Site
import Storage
import Testing
import Town
@testable import Planning

/// So many would come that a draft stands ready.
@Suite struct LaunchStories {
    private func comes(_ person: Person.ID, to subject: DemandSubject, _ town: Town) async throws {
        let (centre, today) = (town.centre, town.zone.day(of: town.clock.now))
        try await town.records.write(by: Actor(person: person, name: "")) { try WouldComeStore.come(to: subject, at: centre, today: today, in: $0) }
    }

    private func calls(_ town: Town, from people: Int) async throws {
        let centre = town.centre
        try await town.does { try DemandCallStore.set(DemandRule(people: people, schools: 1), of: centre, in: $0) }
    }

    @Test func `the last of enough makes one draft with three dates, the office chooses one and announces it, and all of them hear of it`() async throws {
        let town = try await Town(), programme = try await town.programme(), centre = town.centre
        try await calls(town, from: 3)
        let hall = try await town.does { try HallStore.add(HallDetails(name: "Велика сала", seats: 40), to: centre, in: $0) }
        _ = try await town.workplace(of: town.ana, town.branko, town.milena)
        // On the first Saturday the hall is somebody's.
        let today = town.zone.day(of: town.clock.now), saturday = try #require(LaunchDates.saturdays(after: today).first)
        let other = try await town.seminar("Друго", inDays: today.days(until: saturday))
        try await town.change(other) { $0.sessions[0].hall = hall; $0.sessions[0].place = "" }
        for person in [town.ana, town.branko] { try await comes(person.id, to: .programme(programme), town) }
        #expect(try await town.count("launch") == 0)
        try await comes(town.milena.id, to: .programme(programme), town)
        try await comes(town.goran.id, to: .programme(programme), town)
        #expect(try await town.count("launch") == 1)

        let launch = try #require(try await town.does { try LaunchStore.all(of: centre, in: $0) }.first)
        let event = try #require(launch.event)
        #expect(launch.people == 3 && launch.dates.count == 3 && launch.dates.allSatisfy { $0.hall == hall })
        #expect(launch.dates.map(\.day) == (1...3).map { saturday.adding(days: $0 * 7) }, "the taken one is left out")
        let draft = try await town.event(event)
        #expect(draft.state == .draft && draft.plan.programme == programme)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.planning.todayLaunches(count: 1))))
        let page = try await town.vesna.opens("/staff/launches/\(launch.id)")
        #expect(page.shows("Дигитална учионица") && page.shows("Велика сала") && page.shows(town.say(T.planning.launchToldSaid(count: 4))))
        #expect(try await town.ana.opens("/staff/launches/\(launch.id)").status != 200)

        try await town.vesna.opens("/staff/launches/\(launch.id)")
        let moved = try await town.vesna.sends("/staff/launches/\(launch.id)", ["date": "1"])
        #expect(moved.shows(town.say(T.planning.saidLaunchChosen)), "\(moved.text.prefix(600))")
        #expect(try await town.event(event).plan.sessions.map(\.day).min() == launch.dates[1].day)
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        try await town.settles()
        for person in [town.ana, town.branko, town.milena, town.goran] {
            #expect(town.mail.to(person.email).contains { $0.plain.contains("/events/\(event)") }, "\(person.email)")
        }
        #expect(try await town.count("demand_call WHERE ended IS NULL") == 0, "the call is answered")
        try await town.vesna.opens("/staff/launches/\(launch.id)")
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.planning.todayLaunches(count: 1))))
    }

    @Test func `a topic without a programme makes a draft of its name; one that is discarded leaves the call open`() async throws {
        let town = try await Town(), centre = town.centre
        let topic = try await town.does { try TopicStore.add(TopicDraft(TopicNames(sr: "Школски врт")), in: $0) }
        try await calls(town, from: 1)
        _ = try await town.workplace(of: town.ana)
        try await comes(town.ana.id, to: .topic(topic), town)
        let launch = try #require(try await town.does { try LaunchStore.all(of: centre, in: $0) }.first), event = try #require(launch.event)
        #expect(try await town.event(event).title(in: .sr).text == "Школски врт" && launch.programme == nil)
        try await town.vesna.does { try EventStore.discard(event, in: $0) }
        #expect(try await town.does { try LaunchStore.launch(launch.id, in: $0) }.event == nil)
        #expect(try await town.vesna.opens("/staff/launches/\(launch.id)").shows(town.say(T.planning.launchNoEventText)))
        #expect(try await town.count("demand_call WHERE ended IS NULL") == 1)
    }

    @Test func `days are Saturdays five weeks on, within the cycle, and fit where hall and people are free`() throws {
        let today = try #require(Day(iso: "2026-11-26"))
        let all = LaunchDates.saturdays(after: today)
        #expect(all.first?.iso == "2027-01-02" && all.count == LaunchDates.horizon && all.allSatisfy { $0.weekday == .saturday })
        let last = try #require(Day(iso: "2027-01-10"))
        #expect(LaunchDates.saturdays(after: today, within: today...last).map(\.iso) == ["2027-01-02", "2027-01-09"])
        let (nine, three) = (try #require(ClockTime(hour: 9, minute: 0)), try #require(ClockTime(hour: 15, minute: 0)))
        let sessions = [EventSession(day: all[0], begins: nine, ends: three, place: "")]
        var taken = Taken()
        #expect(taken.date(sessions, seats: 20, halls: [], in: .utc) == LaunchDate(day: all[0], hall: nil))
        taken.days = [all[0]]
        #expect(taken.date(sessions, seats: 20, halls: [], in: .utc) == nil)
        #expect(LaunchDates.fitting(all) { day in day == all[1] ? nil : LaunchDate(day: day, hall: nil) }.map(\.day) == [all[0], all[2], all[3]])
    }
}
