import Accounts
import Catalogue
import Centres
import Events
import Registration
import Forms
import Foundation
import Kernel
import Languages
import Testing
import Town
import Web

/// What everybody finds, and how it is narrowed.
@Suite struct ListStories {
    @Test func `the list counts what each choice would leave, and finds in either script`() async throws {
        let town = try await Town()
        let sombor = try await town.municipality("Сомбор", 45.774, 19.112)
        let apatin = try await town.municipality("Апатин", 45.671, 18.985)
        let kula = try await town.municipality("Кула", 45.609, 19.527)
        let digital = try await town.seminar("Дигитална учионица", seats: 1)
        let reading = try await town.seminar("Читање са разумевањем", inDays: 60)
        let maths = try await town.seminar("Математика покретом", inDays: 40)
        for (event, place) in [(digital, sombor), (reading, apatin), (maths, kula)] { try await town.change(event) { $0.municipality = place } }
        _ = try await town.ana.applies(to: digital)

        let page = try await town.stranger.opens("/events")
        #expect(page.shows(town.say(T.events.found(count: 3))))
        for words in ["Дигитална учионица", "Читање са разумевањем", "Математика покретом", "Сомбор (1)", "Март 2026. (2)", "Април 2026. (1)"] {
            #expect(page.shows(words), "\(words)")
        }
        #expect(page.shows(town.say(T.registration.fullShort)) && page.shows(town.say(T.registration.seatsLeftShort(count: 2))))

        let found = try await town.stranger.opens("/events?q=citanje")
        #expect(found.shows("Читање са разумевањем") && !found.shows("Дигитална"))
        let narrowed = try await town.stranger.opens("/events?where=\(sombor)&when=2026-03")
        #expect(narrowed.shows("Дигитална учионица") && !narrowed.shows("Математика"))
        // The other choices stay as they are: in March one each at Sombor and Kula.
        #expect(narrowed.shows("Кула (1)") && !narrowed.shows("Апатин (1)"))
        let near = try await town.stranger.opens("/events?near=\(apatin)").text
        let order = ["Читање са разумевањем", "Дигитална учионица", "Математика покретом"].compactMap { near.range(of: $0)?.lowerBound }
        #expect(order.count == 3 && order == order.sorted())
        #expect(near.contains("15 km"))
        let nothing = try await town.stranger.opens("/events?q=zzz&where=99999&when=xx&page=-4&near=77")
        #expect(nothing.status == 200 && nothing.shows(town.say(T.events.nothingTitle)))
    }

    @Test func `an event is found by subject, topic, trainer and place, in other forms of the words too`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let sombor = try await town.municipality("Сомбор", 45.774, 19.112)
        let seminar = try await town.seminar("Нова школа")
        let centre = town.centre
        let hall = try await town.vesna.does { try HallStore.add(HallDetails(name: "Свечана сала", seats: 40, address: "Трг липа 4"), to: centre, in: $0) }
        try await town.change(seminar) { plan in
            plan.programme = shelf.digital
            plan.municipality = sombor
            plan.sessions[0].hall = hall
            plan.trainers = [Trainer(name: "Весна Ћирић")]
            plan.texts[.lt] = EventText(title: "Nauja mokykla", description: "Skaitmeniniai įrankiai")
        }
        let other = try await town.seminar("Читање са разумевањем")
        func finds(_ asked: String) async throws -> Bool {
            let page = try await town.stranger.opens("/events?q=\(asked.replacingOccurrences(of: " ", with: "+"))")
            #expect(!page.shows("Читање са разумевањем"), "\(asked)")
            return page.shows("Нова школа")
        }
        let words = [
            "информатика", "informatike", "мрежа", "cirić", "Сомбор", "somboru", "свечана", "у свечаној сали", "lipa", "145", "новом", "mokyklos",
            "skaitmeninis įrankis",
        ]
        for asked in words {
            #expect(try await finds(asked) == !asked.hasPrefix("у "), "\(asked)")
        }
        #expect(try await town.vesna.opens("/staff/events?q=somboru").shows("Нова школа"))
        #expect(try await town.stranger.opens("/events?q=citanju").shows("Читање са разумевањем"))

        try await town.vesna.does { try HallStore.edit(hall, to: HallDetails(name: "Мала сала", seats: 40, address: "Трг липа 4"), in: $0) }
        town.clock.passes(seconds: 1)
        #expect(try await !finds("свечана"))
        #expect(try await finds("мала сала"))
        try await town.does { act in
            try MunicipalityStore.change(sombor, to: MunicipalityDraft(name: "Стари Сомбор", district: "", seat: nil), in: act)
            try CycleStore.keep(CodeLine.read("Информатика: Рачунарство\nСрпски језик\nПриродне науке", field: "area"), as: .area, of: shelf.present, in: act)
        }
        for asked in ["старог", "рачунарство"] { #expect(try await finds(asked), "\(asked)") }
        try await town.vesna.does { try EventStore.cancel(other, because: "Болест", in: $0) }
        try await town.change(seminar) { $0.programme = nil }
        town.clock.passes(seconds: 1)
        #expect(try await !finds("рачунарство"))
    }

    @Test func `what was is on a tab of its own, what was postponed waits at the end`() async throws {
        let town = try await Town()
        let first = try await town.seminar("Први", inDays: 20)
        _ = try await town.seminar("Други", inDays: 50)
        try await town.vesna.postpones(first, because: "Болест")
        let coming = try await town.stranger.opens("/events").text
        let order = ["Други", "Први"].compactMap { coming.range(of: $0)?.lowerBound }
        #expect(order.count == 2 && order == order.sorted())
        town.clock.passes(days: 60)
        let page = try await town.stranger.opens("/events")
        #expect(page.shows("Први") && !page.shows("Други"))
        let past = try await town.stranger.opens("/events?view=past")
        #expect(past.shows("Други") && past.shows("2025/2026. (1)") && !past.shows("Први"))
    }

    @Test func `a month shows each day on which something is held`() async throws {
        let town = try await Town()
        let event = try await town.seminar(inDays: 35, lasting: 2)
        let page = try await town.stranger.opens("/events?view=month&month=2026-03")
        #expect(page.shows("Март 2026."))
        #expect(page.html.matches(of: try Regex("/sr/events/\(event)\"")).count == 2)
        #expect(page.html.contains("month=2026-02") && page.html.contains("month=2026-04"))
        #expect(try await town.stranger.opens("/events?view=month&month=2026-99").shows("Фебруар 2026."))
        #expect(try await town.stranger.opens("/events?view=month").shows(town.say(T.events.nothingInMonth)))
    }

    @Test func `long lists have pages`() async throws {
        let town = try await Town()
        for number in 1...51 { _ = try await town.seminar("Семинар број \(number)", inDays: 20 + number) }
        let page = try await town.stranger.opens("/events")
        #expect(page.shows("1–50 од 51") && !page.shows("број 51"))
        #expect(try await town.stranger.opens("/events?page=2").shows("број 51"))
        #expect(try await town.stranger.opens("/events?page=99").shows("51–51 од 51"))
    }

    @Test func `those who run them find them by state`() async throws {
        let town = try await Town()
        _ = try await town.seminar("Објављени")
        _ = try await town.seminar("Нацртани", announced: false)
        let page = try await town.vesna.opens("/staff/events")
        #expect(page.shows("Објављени") && page.shows("Нацртани"))
        let drafts = try await town.vesna.opens("/staff/events?state=draft")
        #expect(drafts.shows("Нацртани") && !drafts.shows("Објављени"))
        #expect(try await town.vesna.opens("/staff/events?q=objavljeni").shows("Објављени"))
        #expect(try await town.vesna.opens("/staff/events?state=cancelled").shows(town.say(T.events.deskNothingTitle)))
    }
}

/// The arithmetic of a list, without a database.
@Suite struct ListingTests {
    private func entry(_ id: Int64, _ month: Int, place: Int64?, area: Int64? = nil) -> EventEntry {
        EventEntry(id: Event.ID(id), starts: Zone.utc.startOfDay(Day(year: 2026, month: month, day: 10)!), municipality: place.map { ID($0) }, area: area.map { ID($0) })
    }

    @Test func `each facet is counted under the other choices, never under its own`() {
        let entries = [entry(1, 3, place: 1, area: 5), entry(2, 3, place: 2, area: 5), entry(3, 4, place: 1, area: 6), entry(4, 4, place: nil)]
        let listing = EventListing(entries, EventFilter(Typed(["where": "1"] as KeyValuePairs)), zone: .utc)
        #expect(listing.found.map(\.id.value) == [1, 3])
        #expect(listing.choices(.place).map { "\($0.value):\($0.count)" } == ["1:2", "2:1"])
        #expect(listing.choices(.when).map { "\($0.value):\($0.count)" } == ["2026-03:1", "2026-04:1"])
        #expect(listing.choices(.area).map { "\($0.value):\($0.count)" } == ["5:1", "6:1"])
    }

    @Test func `the nearest come first, the unknown last, equals in their old order`() {
        let entries = [entry(1, 3, place: nil), entry(2, 3, place: 2), entry(3, 4, place: 1), entry(4, 4, place: 2)]
        let listing = EventListing(entries, EventFilter(Typed(["near": "1"] as KeyValuePairs)), zone: .utc, distances: [ID(1): 0, ID(2): 18])
        #expect(listing.found.map(\.id.value) == [3, 2, 4, 1])
    }
}
