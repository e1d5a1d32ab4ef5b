import Centres
package import Events
package import Kernel
import Languages
import Storage

/// The day on which seats are given by need: ranks are written down, and the one rule of seats lets in whom it lets in.
extension SeatNeedStore {
    /// Each event in an act of its own.
    @Sendable package static func giveAll(_ records: Records) async throws {
        for event in try await records.read(as: .system, { try due(in: $0) }) {
            try await records.write(by: .system) { try give(event, in: $0) }
        }
    }

    /// Events that are looked at: the last day is over somewhere, or the start is near.
    private static func due(in act: Act) throws -> [Event.ID] {
        let today = Zone.utc.day(of: act.now)
        return try act.db.rows("""
            SELECT d.event FROM seat_draw d JOIN event e ON e.id = d.event
            WHERE d.given IS NULL AND e.state IN ('announced', 'confirmed') AND e.starts > \(act.now)
                AND (d.day <= \(today) OR e.starts <= \(act.now.adding(hours: 24))) ORDER BY d.event
            """).map { try $0["event"] }
    }

    /// Gives the seats of one event, once its applications are no more ranked and people may be written to. The rank becomes the order of the queue, and who
    /// comes in is decided as always: nobody is passed, and what does not fit holds up all behind it.
    package static func give(_ id: Event.ID, in act: Act) throws {
        let (event, centre) = try RegistrationStore.hold(id, in: act)
        guard let draw = try draw(of: id, in: act), draw.given == nil, event.state == .announced || event.state == .confirmed, let starts = event.starts else { return }
        let closes = draw.closes(event, in: centre.zone)
        guard closes <= act.now, act.now < starts, OfferRule(centre.rules, in: centre.zone).writes(at: act.now) else { return }
        let seats = try RegistrationStore.seats(of: event, in: act), free = max(0, seats.seats - seats.taken)
        let lots = try blocks(of: event, until: closes, in: act)
        let parts = try self.parts(of: lots.flatMap(\.self), for: event, in: act)
        let ranked = SeatLot.ranked(lots.enumerated().map { place, lot in
            SeatLot(
                number: place + 1, points: SeatLot.mean(lot.map { draw.points.sum(parts[$0.id] ?? []) }), seats: lot.reduce(0) { $0 + $1.people },
                isWhole: lot.count > 1)
        }, draw.seed)
        let coming = Set(Seats.coming(ranked.map { Seats.Waiter(seats: $0.seats, isWhole: $0.isWhole) }, free: free))
        try act.db.run("UPDATE seat_draw SET given = \(act.now), free = \(free) WHERE event = \(id)")
        for (place, lot) in ranked.enumerated() {
            let queued = closes.adding(seconds: place - ranked.count)
            for registration in lots[lot.number - 1] {
                let own = parts[registration.id] ?? []
                try act.db.run("""
                    INSERT INTO seat_rank (registration, event, lot, place, points, own, parts, came, queued)
                    VALUES (\(registration.id), \(id), \(lot.number), \(place + 1), \(lot.points), \(draw.points.sum(own)), \(text(own)), \(coming.contains(place)),
                            \(registration.queued))
                    """)
                try act.db.run("UPDATE registration SET queued = \(queued) WHERE id = \(registration.id)")
            }
        }
        try act.record(T.registration.needGiven, .event(id), centre: event.centre, changes: [
            Change("seed", from: "", to: draw.seed), Change("lots", from: "", to: "\(ranked.count)"), Change("seats", from: "", to: "\(free)"),
        ])
        for (place, lot) in ranked.enumerated() where coming.contains(place) {
            for registration in lots[lot.number - 1] { try admit(Dossier(registration: registration, event: event, centre: centre), in: act) }
        }
        for (place, lot) in ranked.enumerated() where !coming.contains(place) {
            for registration in lots[lot.number - 1] { try tell(RegistrationStore.row(registration.id, in: act), event, centre, in: act) }
        }
        try act.touchSeats()
    }

    private static func text(_ parts: Set<NeedPart>) -> String { NeedPart.allCases.filter(parts.contains).map(\.rawValue).joined(separator: " ") }

    private static func admit(_ dossier: Dossier, in act: Act) throws {
        if let group = dossier.registration.schoolGroup { return try SchoolGroupStore.seat(dossier, of: group, in: act) }
        let settled = try RegistrationStore.settle(dossier, Decision(.admitted, T.registration.needAdmitted), in: act)
        try RegistrationLetters.received(settled, .admitted, in: act)
    }

    private static func tell(_ registration: Registration, _ event: Event, _ centre: Centre, in act: Act) throws {
        if let group = registration.schoolGroup {
            guard !registration.isUnnamed, try SchoolGroupStore.group(group, in: act).approveUntil == nil else { return }
            return try SchoolGroupStore.tell(registration, event, centre, in: act)
        }
        let place = try RegistrationStore.place(of: registration, in: act) ?? 1
        try RegistrationLetters.received(Dossier(registration: registration, event: event, centre: centre), .waiting(place), in: act)
    }

    /// What is ranked as one, in the order in which it was asked for.
    private static func blocks(of event: Event, until closes: Instant, in act: Act) throws -> [[Registration]] {
        let waiting = try RegistrationStore.all(of: event.id, in: [.waiting], in: act).filter { $0.queued.map { $0 < closes } ?? false }
        let groups = try SchoolGroupStore.groups(Set(waiting.compactMap(\.schoolGroup)), in: act)
        var blocks: [[Registration]] = [], at: [SchoolGroup.ID: Int] = [:]
        for registration in waiting {
            if let group = registration.schoolGroup, groups[group]?.isWhole == true {
                if let place = at[group] {
                    blocks[place].append(registration)
                    continue
                }
                at[group] = blocks.count
            }
            blocks.append([registration])
        }
        return blocks
    }
}
