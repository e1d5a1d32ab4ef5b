import Bookings
import Centres
import Events
import Kernel
import Languages
import Storage
import Testing
import Town

/// Whatever many hands book at once, no hall and no thing is in two places.
@Suite struct BookingProperties {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    @Test(arguments: [1, 2] as [UInt64]) func `many at once never have one hall or one thing twice`(_ seed: UInt64) async throws {
        let town = try await Town()
        let halls = [try await town.hall("Сала 1"), try await town.hall("Сала 2")], centre = town.centre
        try await town.does { try $0.db.run("UPDATE hall SET setup = 20, clearing = 15 WHERE id = \(halls[0])") }
        let things = try await town.vesna.does { act in
            try ["Пројектор 1", "Лаптопови"].map { try EquipmentStore.add(EquipmentDetails(name: $0), to: centre, in: act) }
        }
        var events: [Event.ID] = []
        for number in 0..<6 { events.append(try await town.seminar("Скуп \(number)", in: halls[number % 2], inDays: 35 + number / 2, announced: number % 3 == 0)) }
        let first = town.zone.day(of: town.clock.now).adding(days: 35), zone = town.zone
        var refused = 0, done = 0
        for round in 0..<12 {
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for hand in 0..<8 {
                    var dice = Dice(state: seed &* 1_000_003 &+ UInt64(round * 8 + hand))
                    let (kind, event, hall, thing) = (dice.roll(6), events[dice.roll(events.count)], halls[dice.roll(2)], things[dice.roll(2)])
                    let (day, begins, length) = (first.adding(days: dice.roll(3)), 8 * 60 + dice.roll(40) * 15, 30 + dice.roll(12) * 15)
                    group.addTask {
                        do {
                            try await town.vesna.does { act in
                                let from = try zone.instant(day, ClockTime(minutes: begins) ?? .midnight)
                                switch kind {
                                case 0, 1:
                                    let block: Bookable = kind == 0 ? .hall(hall) : .equipment(thing)
                                    try BlockStore.add(Block(block, from..<from.adding(minutes: length), purpose: "x"), at: centre, in: act)
                                case 2, 3:
                                    var plan = try EventStore.event(event, in: act).plan
                                    plan.sessions = [EventSession(
                                        day: day, begins: ClockTime(minutes: begins) ?? .midnight, ends: ClockTime(minutes: begins + length) ?? .midnight, hall: hall)]
                                    try EventStore.change(event, plan, limits: nil, in: act)
                                case 4: try EventStore.announce(event, limits: nil, in: act)
                                default: try EquipmentStore.need([thing], for: event, in: act)
                                }
                            }
                            return true
                        } catch is Problem { return false }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            done += outcomes.count { $0 }
            refused += outcomes.count { !$0 }
            try await holds(town, "round \(round), seed \(seed)")
        }
        #expect(done > 10 && refused > 10, "\(done) done, \(refused) refused")
    }

    /// No two of one hall or thing have a moment in common, and what is alive has each of its halls for its whole hours.
    private func holds(_ town: Town, _ round: String) async throws {
        let twice = try await town.count("""
            booking a JOIN booking b ON b.id > a.id AND (b.hall = a.hall OR b.equipment = a.equipment) AND a.begins < b.ends AND b.begins < a.ends
            """)
        #expect(twice == 0, "\(round): \(twice) twice")
        let alive = try await town.finds { act in
            try EventStore.events(act.db.rows("SELECT id FROM event WHERE state IN ('announced', 'confirmed')").map { try $0["id"] }, in: act)
        }
        let bookings = try await town.finds { try BookingStore.bookings(of: town.centre, in: Instant(seconds: 0)..<Instant(seconds: .max), in: $0) }
        for event in alive {
            for session in event.plan.sessions {
                guard let hall = session.hall else { continue }
                let (begins, ends) = (try town.zone.instant(session.day, session.begins), try town.zone.instant(session.day, session.ends))
                let has = bookings.contains { $0.event == event.id && $0.thing == .hall(hall) && $0.hours.lowerBound <= begins && ends <= $0.hours.upperBound }
                #expect(has, "\(round): event \(event.id) has no hall")
            }
        }
        let dead = bookings.filter { booking in booking.event.map { id in !alive.contains { $0.id == id } } ?? false }
        #expect(dead.isEmpty, "\(round): \(dead.map(\.title))")
    }
}
