import Accounts
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// One application for several events, each of which keeps its own rule.
@Suite struct PackageStories {
    /// A package of three seminars: the first with many seats, the second with one, the third not open any more.
    private func package(_ town: Town) async throws -> (id: EventPackage.ID, events: [Event.ID]) {
        let closed = town.zone.day(of: town.clock.now).adding(days: 5)
        let events = [
            try await town.seminar("Први сусрет", seats: 20), try await town.seminar("Други сусрет", seats: 1, inDays: 42),
            try await town.seminar("Трећи сусрет", seats: 20, inDays: 49, deadline: closed),
        ]
        let centre = town.centre
        let id = try await town.vesna.does { try EventPackageStore.add(EventPackageDetails(title: "Циклус о читању", text: "Три сусрета.", events: events),
            to: centre, in: $0) }
        return (id, events)
    }

    @Test func `staff make a package, and nobody else does`() async throws {
        let town = try await Town()
        let events = [try await town.seminar("Први сусрет"), try await town.seminar("Други сусрет", inDays: 42)]
        try await town.vesna.opens("/staff/packages/new")
        let few = try await town.vesna.sends("/staff/packages/new", ["title": "", "events": "\(events[0])"])
        #expect(few.status == 422 && few.shows(town.say(T.registration.packageTooFew)) && few.shows(town.say(T.common.errorMissing)))
        let page = try await town.vesna.sends("/staff/packages/new", ["title": "Циклус о читању", "events": "\(events[0])", "events": "\(events[1])"])
        #expect(page.shows("Циклус о читању") && page.shows("Први сусрет") && page.shows("Други сусрет"))
        let id = try #require(try await town.value("SELECT id FROM event_package", as: Int64.self))
        #expect(try await town.journal("event_package", id) == ["registration.packageAdded"])
        #expect(try await town.stranger.opens("/events/\(events[0])").link("Циклус о читању") == "/sr/packages/\(id)")
        #expect(try await town.stranger.opens("/packages").shows("Циклус о читању"))
        #expect(try await town.ana.opens("/staff/packages/\(id)").status == 404)
        try await town.vesna.opens("/staff/packages")
        try await town.vesna.sends("/staff/packages/\(id)/close")
        #expect(try await town.stranger.opens("/packages/\(id)").status == 404)
        #expect(try await town.vesna.opens("/packages/\(id)").status == 200)

        let (workshop, centre) = (try await town.occasion("Workshop for pupils", seats: 30), town.centre)
        await #expect(throws: Problem.invalid("events", T.registration.packageEventWrong)) {
            try await town.vesna.does { _ = try EventPackageStore.add(EventPackageDetails(title: "А", events: [events[0], workshop]), to: centre, in: $0) }
        }
        await #expect(throws: Problem.missing) {
            try await town.goran.does { _ = try EventPackageStore.add(EventPackageDetails(title: "А", events: events), to: centre, in: $0) }
        }
    }

    @Test func `one is applied for already, one is full, one is closed: the rest goes on, with one letter`() async throws {
        let town = try await Town()
        let (id, events) = try await package(town)
        _ = try await town.goran.applies(to: events[1])
        town.clock.passes(days: 6)
        for person in [town.ana, town.branko] { try await person.enters() }
        let path = "/packages/\(id)/application"
        let form = try await town.ana.opens(path)
        #expect(form.shows(town.say(T.registration.packageWouldWait(place: 1))), "the full one, said before")
        #expect(form.shows("Трећи сусрет") && !form.html.contains("value=\"\(events[2])\""), "the closed one cannot be ticked")
        let page = try await town.ana.sends(path, ["payer": "self"])
        #expect(page.shows(town.say(T.registration.isWaiting(place: 1))))
        #expect(try await town.registrations(for: events[0]).map(\.state) == [.admitted])
        #expect(try await town.registrations(for: events[1]).map(\.state) == [.admitted, .waiting])
        #expect(try await town.registrations(for: events[2]).isEmpty)
        try await town.settles()
        let letters = town.mail.to("ana@bistrik.example")
        #expect(letters.count == 1)
        let letter = try #require(letters.last?.plain)
        #expect(letter.contains("Први сусрет") && letter.contains("Други сусрет") && !letter.contains("Трећи сусрет"))

        // Бранко has applied for the first; he types numbers that his form does not offer.
        _ = try await town.branko.applies(to: events[0])
        let (branko, all) = (town.branko.id, events)
        let lines = try await town.branko.does { act in
            try RegistrationStore.apply(branko, together: all, Application(payer: .own), reader: try PersonStore.person(branko, in: act), in: act)
        }
        #expect(lines.map { $0.registration != nil } == [false, true, false])
        await #expect(throws: Problem.self) {
            try await town.branko.does { act in
                _ = try RegistrationStore.apply(branko, together: all, Application(payer: .own), reader: try PersonStore.person(branko, in: act), in: act)
            }
        }
        // Each is withdrawn by itself.
        let first = try #require(try await town.registrations(for: events[0]).first)
        try await town.ana.withdraws(first.id)
        #expect(try await town.registrations(for: events[1]).map(\.state) == [.admitted, .waiting, .waiting])
    }

    @Test func `a package stands on the calendar, on the page of whoever applied, and before staff once nothing in it is open`() async throws {
        let town = try await Town()
        let (id, events) = try await package(town)
        let title = "Циклус о читању", path = "/sr/packages/\(id)"
        #expect(try await town.stranger.opens("/events").link(title) == path)
        #expect(try await town.stranger.opens("/events?view=month").link(title) == path)
        #expect(try await town.stranger.opens("/events?view=past").link(title) == nil)
        #expect(try await town.ana.opens("/me").link(title) == nil)
        _ = try await town.ana.applies(to: events[0])
        let mine = try await town.ana.opens("/me")
        #expect(mine.link(title) == path && mine.shows(town.say(T.registration.minePackage(applied: 1, all: 3))))
        #expect(mine.shows(town.say(T.registration.minePackageLeft(titles: .list([.title("Други сусрет"), .title("Трећи сусрет")])))))
        #expect(try await town.goran.opens("/me").link(title) == nil)

        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.registration.todayPackage)))
        town.clock.passes(days: 30)
        try await town.vesna.enters(withFactor: true)
        let today = try await town.vesna.opens("/staff")
        #expect(today.shows(town.say(T.registration.todayPackage)) && today.link(town.say(T.registration.todayPackageAct)) == "/sr/staff/packages/\(id)")
        #expect(try await town.stranger.opens("/events").link(title) == nil)
        try await town.ana.enters()
        #expect(try await town.ana.opens("/me").shows(town.say(T.registration.minePackage(applied: 1, all: 3))))
    }

    @Test func `a newcomer confirms all with one link, and none before`() async throws {
        let town = try await Town()
        let (id, events) = try await package(town)
        let path = "/packages/\(id)/application"
        try await town.stranger.opens(path)
        let none = try await town.stranger.sends(path, ["given_name": "Јелка", "family_name": "Бран", "email": "jelka@skola.example", "payer": "self", "events": ""])
        #expect(none.status == 422 && none.shows(town.say(T.registration.packageNoneChosen)))
        try await town.stranger.opens(path)
        try await town.stranger.sends(path, ["given_name": "Јелка", "family_name": "Бран", "email": "jelka@skola.example", "payer": "self"])
        #expect(try await town.count("registration WHERE state = 'unconfirmed'") == 3)
        try await town.settles()
        #expect(town.mail.to("jelka@skola.example").count == 1)
        let link = try #require(town.mail.link(to: "jelka@skola.example"))
        let opened = try await town.stranger.opens(link)
        #expect(opened.shows("Први сусрет") && opened.shows("Трећи сусрет"))
        try await town.stranger.sends(link)
        for event in events { #expect(try await town.registrations(for: event).map(\.state) == [.admitted]) }
        try await town.settles()
        #expect(town.mail.to("jelka@skola.example").count == 2, "one letter says what became of all three")
    }
}
