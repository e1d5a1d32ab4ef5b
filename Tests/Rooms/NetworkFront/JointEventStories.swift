import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
@testable import NetworkFront
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// Two centres of one installation: each has its own face, one front shows both, and what they offer together has one list.
@Suite struct JointEventStories {
    private func neighbour(_ town: Town) async throws -> (centre: Centre.ID, goran: Someone) {
        let centre = try await town.does { act in
            try CentreStore.found(
                name: "Центар Поље", nameInLithuanian: "Polės centras", nameInEnglish: "Polje Centre", country: .serbia, zone: town.zone, language: .sr,
                currency: .rsd, street: "Пољска 2, Поље", phone: "025 333 444", email: "centar@polje.example", host: "polje.example", in: act)
        }
        try await town.goran.becomes(.coordinator, at: centre)
        let goran = Someone(id: town.goran.id, email: town.goran.email, app: town.app, browser: town.newBrowser(language: "sr", host: "polje.example"))
        try await goran.enters(withFactor: true)
        return (centre, goran)
    }

    @Test func `one centre asks, the other agrees: both stand on the page, the list is one, and a look at it is written down`() async throws {
        let town = try await Town(), (polje, goran) = try await neighbour(town)
        let seminar = try await town.seminar("Огледи", seats: 20)
        _ = try await town.ana.applies(to: seminar)
        try await town.vesna.enters(withFactor: true)
        let desk = "/staff/events/\(seminar)"
        #expect(try await town.vesna.opens(desk).shows(town.say(T.networkfront.joint)))
        try await town.vesna.opens("\(desk)/joint")
        try await town.vesna.sends("/joint", ["centre": "\(polje)", "words": "Сала од нас"])
        try await town.settles()
        #expect(town.mail.to(town.goran.email).last?.plain.contains("Центар за стручно усавршавање Бистрик") == true)
        #expect(try await !town.stranger.opens("/events/\(seminar)").shows("Центар Поље"), "nobody has agreed yet")

        #expect(try await goran.opens("/staff").shows("Огледи"))
        #expect(try await goran.opens("/staff/joint").shows("Сала од нас"))
        try await goran.sends("/agree")
        town.clock.passes(seconds: 2)
        #expect(try await town.stranger.opens("/events/\(seminar)").shows("Центар Поље"))
        let front = try await town.stranger.opens("/network")
        #expect(front.shows("Огледи") && front.shows("заједно са: Центар Поље"))

        let joint = try #require(try await town.value("SELECT id FROM joint_event", as: JointEvent.ID.self))
        let list = try await goran.opens("/staff/joint/\(joint)/seats")
        #expect(list.shows("Ђорђевић Ана") && !list.shows(town.ana.email))
        #expect(try await town.journal("event", seminar.value).contains("networkfront.lookedDeed"))
        #expect(try await town.vesna.opens("/staff/joint/\(joint)/seats").status == 404, "who holds it has the desk")

        // Either may end it; the seats stay where they are.
        try await goran.opens("/staff/joint")
        try await goran.sends("/end")
        #expect(try await goran.opens("/staff/joint/\(joint)/seats").status == 404)
        #expect(try await town.registrations(for: seminar).count == 1)
    }

    @Test func `a no is told, and may be asked again; twice, or oneself, is refused at its field`() async throws {
        let town = try await Town(), (polje, goran) = try await neighbour(town)
        let seminar = try await town.seminar("Огледи", seats: 20), centre = town.centre
        try await town.vesna.enters(withFactor: true)
        func asks(_ other: Centre.ID) async throws -> Page {
            try await town.vesna.opens("/staff/events/\(seminar)/joint")
            return try await town.vesna.sends("/joint", ["centre": "\(other)"])
        }
        #expect(try await asks(centre).status == 422)
        #expect(try await asks(polje).status == 200)
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/joint").shows(town.say(T.networkfront.nobodyLeft)))
        await #expect(throws: Problem.self) { try await town.vesna.does { try JointEventStore.ask(polje, for: seminar, words: "", at: centre, in: $0) } }
        try await goran.opens("/staff/joint")
        try await goran.sends("/decline")
        try await town.settles()
        #expect(try await town.count("joint_event") == 1)
        #expect(try await asks(polje).status == 200)
        try await goran.opens("/staff/joint")
        // Somebody of neither centre sees nothing.
        let joint = try #require(try await town.value("SELECT id FROM joint_event", as: JointEvent.ID.self))
        #expect(try await town.branko.opens("/staff/joint").status == 404)
        await #expect(throws: Problem.self) { try await town.branko.does { try JointEventStore.answer(joint, agrees: true, at: polje, in: $0) } }
    }

    @Test func `the front shows all centres, one of them, or what is nearest`() async throws {
        let town = try await Town(), (polje, _) = try await neighbour(town)
        _ = try await town.seminar("Огледи", seats: 20)
        let all = try await town.stranger.opens("/network")
        #expect(all.shows("Огледи") && all.shows("Центар Поље") && all.shows("Бистрик"))
        let none = try await town.stranger.opens("/network?centre=\(polje)")
        #expect(!none.shows("Огледи") && none.shows(town.say(T.networkfront.nothing)))
        #expect(try await town.stranger.opens("/network?centre=x&near=999999&page=-1").status == 200)
    }

    @Test func `places stand in the order of the reader's alphabet`() async throws {
        let town = try await Town()
        try await town.imports("municipalities", """
            municipality_id,municipality,district,latitude,longitude
            1,Џумије,Округ,45.77,19.11
            2,Вреоци,Округ,45.60,19.30
            3,Ђурђево,Округ,43.58,21.33
            4,Алибунар,Округ,43.10,21.90
            """)
        for (language, names) in [("sr", ["Алибунар", "Вреоци", "Ђурђево", "Џумије"]), ("sr-Latn", ["Alibunar", "Džumije", "Đurđevo", "Vreoci"])] {
            let page = try await town.newBrowser(language: language).opens("/network")
            let places = names.compactMap { page.html.firstRange(of: $0)?.lowerBound }
            #expect(places.count == names.count && places == places.sorted(), "\(language)")
        }
    }
}

@Suite struct NetworkListingTables {
    @Test func `the nearest first, and what has no place last`() throws {
        let day = Instant(seconds: 1_770_192_000)
        func entry(_ id: Int64, _ town: Int64?, _ days: Int) -> NetworkEntry {
            NetworkEntry(event: ID(id), centre: ID(1), town: town.map { ID($0) }, starts: day.adding(days: days))
        }
        let entries = [entry(1, 2, 3), entry(2, nil, 1), entry(3, 1, 2)]
        #expect(NetworkListing(entries, NetworkFilter(Typed([:])), towns: [:]).found.map(\.event.value) == [2, 3, 1])
        #expect(NetworkListing(entries, NetworkFilter(Typed(["centre": "2"])), towns: [:]).found.isEmpty)
    }
}
