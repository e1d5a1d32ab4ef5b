import Bookings
import Events
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town

/// One projector is in one place at a time.
@Suite struct EquipmentStories {
    @Test func `what an event needs is booked with it, and nobody else gets it then`() async throws {
        let town = try await Town()
        let (hall, other) = (try await town.hall("Сала 1"), try await town.hall("Сала 2"))
        try await town.vesna.opens("/settings/equipment/new")
        #expect(try await town.vesna.sends("/settings/equipment/new", ["name": ""]).status == 422)
        try await town.vesna.sends("/settings/equipment/new", ["name": "Пројектор 1", "note": "Ормар, инв. 118"])
        try await town.vesna.opens("/settings/equipment/new")
        #expect(try await town.vesna.sends("/settings/equipment/new", ["name": "Пројектор 1"]).status == 422)
        let thing = try #require(try await town.value("SELECT id FROM equipment", as: Int64.self))
        let draft = try await town.seminar("Читање", in: hall, announced: false)

        #expect(try await town.vesna.opens("/staff/events/\(draft)").link("Опрема") == "/sr/staff/events/\(draft)/equipment")
        #expect(try await town.vesna.opens("/staff/events/\(draft)/equipment").shows("Ормар, инв. 118"))
        try await town.vesna.sends("/equipment", ["equipment": "\(thing)"])
        // A draft binds nothing.
        #expect(try await town.count("event_equipment") == 1)
        #expect(try await town.count("booking") == 0)
        try await town.vesna.does { try EventStore.announce(draft, limits: nil, in: $0) }
        #expect(try await town.count("booking WHERE equipment IS NOT NULL") == 1)

        let second = try await town.seminar("Писање", in: other)
        let page = try await town.vesna.opens("/staff/events/\(second)/equipment")
        #expect(page.shows("Читање"))
        let refused = try await town.vesna.sends("/equipment", ["equipment": "\(thing)"])
        #expect(refused.status == 422 && refused.html.contains("field-equipment-error") && refused.shows("Читање"))
        #expect(try await town.count("event_equipment") == 1)
        #expect(try await town.vesna.opens("/staff/bookings?view=week&of=equipment&on=2026-03-11").shows("Читање"))

        // Taken out of use only when nothing needs it.
        try await town.vesna.opens("/settings/equipment")
        #expect(try await town.vesna.sends("/settings/equipment/\(thing)/close").status == 409)
        try await town.vesna.cancels(draft, because: "Болест")
        try await town.vesna.opens("/staff/events/\(second)/equipment")
        try await town.vesna.sends("/equipment", ["equipment": "\(thing)"])
        #expect(try await town.count("booking WHERE equipment IS NOT NULL") == 1)
    }

    @Test func `a copy needs what its event needs, but for what is no longer in use`() async throws {
        let town = try await Town()
        let (kept, broken) = try await town.vesna.does { act in
            let add = { try EquipmentStore.add(EquipmentDetails(name: $0, note: ""), to: town.centre, in: act) }
            return (try add("Пројектор"), try add("Графоскоп"))
        }
        let draft = try await town.seminar("Читање", announced: false)
        try await town.vesna.does { act in
            try EquipmentStore.need([kept, broken], for: draft, in: act)
            try EquipmentStore.setClosed(true, broken, in: act)
            let copies = try EventStore.repeated(draft, on: EventSeries(days: [town.zone.day(of: town.clock.now).adding(days: 60)]), announces: false, in: act)
            #expect(try copies.map { try EquipmentStore.needed(by: $0, in: act) } == [[kept]])
        }
        #expect(try await town.count("booking") == 0)
    }

    @Test func `a draft that needs something comes to nothing without a trace, and others see no equipment`() async throws {
        let town = try await Town()
        let (draft, centre) = (try await town.seminar(announced: false), town.centre)
        let thing = try await town.vesna.does { try EquipmentStore.add(EquipmentDetails(name: "Лаптопови"), to: centre, in: $0) }
        try await town.vesna.does { try EquipmentStore.need([thing], for: draft, in: $0) }
        for path in ["/settings/equipment", "/settings/equipment/\(thing)", "/staff/events/\(draft)/equipment"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
        }
        await #expect(throws: Problem.missing) { try await town.ana.does { try EquipmentStore.setClosed(true, thing, in: $0) } }
        await #expect(throws: Problem.invalid("equipment", T.common.errorChoose)) {
            try await town.vesna.does { try EquipmentStore.need([ID(999)], for: draft, in: $0) }
        }
        try await town.vesna.does { try EventStore.discard(draft, in: $0) }
        #expect(try await town.count("event_equipment") == 0)
    }

    @Test func `the one search finds a thing by its name and by where it lies, for those who run the centre`() async throws {
        let town = try await Town()
        let centre = town.centre
        let thing = try await town.vesna.does { try EquipmentStore.add(EquipmentDetails(name: "Пројектор", note: "Орман 3"), to: centre, in: $0) }
        #expect(try await town.vesna.opens("/search?q=orman").link("Пројектор") == "/sr/settings/equipment/\(thing)")
        #expect(try await !town.ana.opens("/search?q=orman").shows("Пројектор"))
    }
}
