package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// Who has which hall and which thing, as rows. What guards a hall is its row: it is held, then looked at, then written.
package enum BookingStore {
    /// Those of a centre that touch these hours: one query, whatever holds them.
    /// - Parameter things: of these alone; nil for all.
    package static func bookings(of centre: Centre.ID, in hours: Range<Instant>, of things: Set<Bookable>? = nil, in act: Act) throws -> [Booking] {
        try rows("b.centre = \(centre) AND b.ends > \(hours.lowerBound) AND b.begins < \(hours.upperBound)", in: act)
            .filter { things?.contains($0.thing) ?? true }
    }

    static func rows(_ condition: SQL, limit: Int? = nil, in act: Act) throws -> [Booking] {
        let most: SQL = limit.map { "LIMIT \($0)" } ?? ""
        return try act.db.rows("""
            SELECT b.*, s.event, s.begins AS session_begins, s.ends AS session_ends, p.given_name, p.family_name,
                   coalesce((SELECT x.title FROM event_text x WHERE x.event = e.id AND x.language = e.language),
                            (SELECT min(y.title) FROM event_text y WHERE y.event = e.id)) AS title
            FROM booking b LEFT JOIN event_session s ON s.id = b.session LEFT JOIN event e ON e.id = s.event
            LEFT JOIN person p ON p.id = b.person AND b.session IS NULL
            WHERE \(condition) ORDER BY b.begins, b.id \(most)
            """).map(Booking.init(row:))
    }

    // MARK: Events

    /// Books what an event's sessions need, in place of what they had.
    /// - Parameter equipmentField: where a taken thing is told; without it, it concerns the whole form.
    /// - Throws: a problem at each session whose hall is taken, which names who has it and what is free.
    package static func book(_ event: Event, equipmentField: String? = nil, in act: Act) throws {
        let halls = try self.halls(of: event.centre, in: act)
        let (zone, needed) = (try CentreStore.centre(event.centre, in: act).zone, try EquipmentStore.needed(by: event.id, in: act))
        let (claims, doubled) = Claim.settled(Claim.all(of: event, halls.mapValues(\.details), equipment: needed, in: zone))
        try free(event.sessionRows, in: act)
        guard !claims.isEmpty else { return }
        for thing in Set(claims.map(\.thing)).sorted() { try hold(thing, in: act) }
        let span = claims.map(\.hours.lowerBound).min().flatMap { first in claims.map(\.hours.upperBound).max().map { first..<$0 } }
        let taken = try span.map { try bookings(of: event.centre, in: $0, in: act) } ?? []
        let refusal = Refusal(taken: taken, halls: halls, equipment: try EquipmentStore.equipment(of: event.centre, all: true, in: act), zone: zone)
        let faults = doubled.map { Problem.Fault("hall\($0.number)", T.bookings.hallTwice(hall: .title(halls[$0.thing.hall]?.name ?? ""))) }
            + claims.compactMap { refusal.fault(of: $0, equipmentField: equipmentField) }
        guard faults.isEmpty else { throw Problem(.invalid, faults) }
        for claim in claims { try insert(claim, centre: event.centre, in: act) }
    }

    /// What would be refused, or is told as a warning before it is.
    static func clashes(of event: Event, in act: Act) throws -> [EventClash] {
        let halls = try self.halls(of: event.centre, in: act)
        let (zone, needed) = (try CentreStore.centre(event.centre, in: act).zone, try EquipmentStore.needed(by: event.id, in: act))
        let small = smallHalls(event, halls)
        let (claims, _) = Claim.settled(Claim.all(of: event, halls.mapValues(\.details), equipment: needed, in: zone))
        guard !event.state.isAlive, let first = claims.map(\.hours.lowerBound).min(), let last = claims.map(\.hours.upperBound).max() else { return small }
        let equipment = needed.isEmpty ? [] : try EquipmentStore.equipment(of: event.centre, all: true, in: act)
        let refusal = Refusal(taken: try bookings(of: event.centre, in: first..<last, in: act), halls: halls, equipment: equipment, zone: zone)
        return small + claims.compactMap { refusal.clash(of: $0) }
    }

    /// Halls that have fewer seats than what is held there: a workshop needs its own, any other session those of the event.
    private static func smallHalls(_ event: Event, _ halls: [Hall.ID: Hall]) -> [EventClash] {
        let workshops = Set(event.workshops.map(\.id))
        var told: [EventClash] = []
        for (row, session) in zip(event.sessionRows, event.plan.sessions) {
            let group = workshops.contains(row) ? session.seats : event.plan.seats
            guard let hall = session.hall.flatMap({ halls[$0] }), let seats = hall.details.seats, seats < group else { continue }
            let clash = EventClash(T.bookings.hallTooSmall(hall: .title(hall.name), seats: .phrase(T.common.seats(count: seats)), group: .number(group)))
            if !told.contains(where: { $0.what == clash.what }) { told.append(clash) }
        }
        return told
    }

    /// What these sessions had is free again.
    package static func free(_ sessions: [EventSession.ID], in act: Act) throws {
        guard !sessions.isEmpty else { return }
        try act.db.run("DELETE FROM booking WHERE session IN \(list: sessions)")
    }

    /// A draft that goes needs nothing any more.
    static func forget(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM event_equipment WHERE event = \(event)") }

    // MARK: Many at once

    /// Books the halls of many events that are to come. They were given halls of which nobody else thought.
    /// - Throws: a conflict where two want the same.
    static func bring(_ events: [Event], in act: Act) throws {
        let coming = events.filter { $0.state.isAlive && $0.ends.map { $0 > act.now } ?? false }
        for (centre, events) in Dictionary(grouping: coming, by: \.centre).sorted(by: { $0.key < $1.key }) {
            let (halls, zone) = (try self.halls(of: centre, in: act), try CentreStore.centre(centre, in: act).zone)
            let claims = events.flatMap { Claim.settled(Claim.all(of: $0, halls.mapValues(\.details), equipment: [], in: zone)).claims }
            for thing in Set(claims.map(\.thing)).sorted() { try hold(thing, in: act) }
            let taken = try act.db.rows("SELECT hall, begins, ends FROM booking WHERE centre = \(centre) AND hall IS NOT NULL AND ends > \(act.now)").map { row in
                let (begins, ends): (Instant, Instant) = (try row["begins"], try row["ends"])
                return (thing: Bookable.hall(try row["hall"]), hours: begins..<ends)
            }
            for (thing, uses) in Dictionary(grouping: taken + claims.map { (thing: $0.thing, hours: $0.hours) }, by: \.thing) {
                let ordered = uses.map(\.hours).sorted { $0.lowerBound < $1.lowerBound }
                guard let clash = zip(ordered, ordered.dropFirst()).first(where: { $0.upperBound > $1.lowerBound }) else { continue }
                throw Problem.conflict(T.bookings.takenTwice(thing: .title(halls[thing.hall]?.name ?? ""), at: .instant(clash.1.lowerBound)))
            }
            try act.db.insert(many: Batch("booking", ["centre", "hall", "session", "purpose", "begins", "ends", "written"], rows: claims.map {
                [centre.stored, $0.thing.hall.stored, $0.session.stored, .text(""), $0.hours.lowerBound.stored, $0.hours.upperBound.stored, act.now.stored]
            }))
        }
    }

    // MARK: Steps

    static func halls(of centre: Centre.ID, in act: Act) throws -> [Hall.ID: Hall] {
        Dictionary(uniqueKeysWithValues: try HallStore.halls(of: centre, all: true, in: act).map { ($0.id, $0) })
    }

    static func hold(_ thing: Bookable, in act: Act) throws {
        switch thing {
        case .hall(let id): try act.db.hold("hall", id.value)
        case .equipment(let id): try act.db.hold("equipment", id.value)
        }
    }

    private static func insert(_ claim: Claim, centre: Centre.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO booking (centre, hall, equipment, session, begins, ends, person, written)
            VALUES (\(centre), \(claim.thing.hall), \(claim.thing.equipment), \(claim.session), \(claim.hours.lowerBound), \(claim.hours.upperBound), \(act.by.person),
                    \(act.now))
            """)
    }

    /// - Throws: a conflict that tells for what the thing is booked in days to come, and what is planned in a hall though nothing is booked yet. A thing that
    /// is broken goes out of use whatever drafts need it.
    static func requireFree(_ thing: Bookable, named name: String, of centre: Centre.ID, in act: Act) throws {
        let zone = try CentreStore.centre(centre, in: act).zone
        let booked = try bookings(of: centre, in: act.now..<Instant(seconds: .max), of: [thing], in: act).map {
            Value.phrase(T.bookings.useOn(title: .title($0.title), day: .day(zone.day(of: $0.hours.lowerBound))))
        }
        let uses = try booked + (thing.hall.map { try planned(in: $0, from: zone.day(of: act.now), in: act) } ?? [])
        guard !uses.isEmpty else { return }
        throw Problem.conflict(T.bookings.stillBooked(count: uses.count, thing: .title(name), uses: .list(Array(uses.prefix(5)))))
    }

    /// Drafts and what is postponed have booked nothing, and still count on the hall.
    private static func planned(in hall: Hall.ID, from today: Day, in act: Act) throws -> [Value] {
        let days = try act.db.rows("""
            SELECT s.event, min(s.day) AS day FROM event_session s JOIN event e ON e.id = s.event
            WHERE s.hall = \(hall) AND s.day >= \(today) AND e.state IN ('draft', 'announced', 'confirmed', 'postponed')
                AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.session = s.id) GROUP BY s.event
            """)
        let first = try Dictionary(uniqueKeysWithValues: days.map { (try $0["event"] as Event.ID, try $0["day"] as Day) })
        return try EventStore.events(first.keys.sorted(), in: act).map { event in
            let title = Value.title(event.title(in: event.plan.language).text)
            return .phrase(T.bookings.planOn(title: title, state: .phrase(event.state.name), day: .day(first[event.id] ?? today)))
        }
    }
}

extension Dictionary where Key == Hall.ID, Value == Hall {
    subscript(_ id: Hall.ID?) -> Hall? { id.flatMap { self[$0] } }
}
