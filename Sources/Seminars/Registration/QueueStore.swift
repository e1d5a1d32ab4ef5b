import Centres
package import Events
package import Accounts
package import Kernel
import Languages
import Storage

/// The queue of those who wait: who is next, and seats that are offered and go on.
extension RegistrationStore {
    /// The place in the queue, from 1; nil for one that does not wait, or waits for seats to be given by need.
    package static func place(of registration: Registration, in act: Act) throws -> Int? {
        guard registration.state == .waiting, let queued = registration.queued else { return nil }
        let place = try act.db.count("""
            SELECT count(*) FROM registration WHERE event = \(registration.event) AND state = 'waiting'
                AND NOT EXISTS (SELECT 1 FROM seat_draw d WHERE d.event = registration.event AND d.given IS NULL)
                AND (queued < \(queued) OR (queued = \(queued) AND id <= \(registration.id)))
            """)
        return place > 0 ? place : nil
    }

    /// The places of all queues in which a person waits: one query.
    package static func places(of person: Person.ID, in act: Act) throws -> [Registration.ID: Int] {
        let rows = try act.db.rows("""
            SELECT own.id, count(*) AS place FROM registration own JOIN registration other ON other.event = own.event AND other.state = 'waiting'
                AND (other.queued < own.queued OR (other.queued = own.queued AND other.id <= own.id))
            WHERE own.person = \(person) AND own.state = 'waiting'
                AND NOT EXISTS (SELECT 1 FROM seat_draw d WHERE d.event = own.event AND d.given IS NULL) GROUP BY own.id
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], try $0["place"]) })
    }

    /// Offers free seats to those who wait, in the order of the queue. To be called with the event held, after everything that may free a seat.
    package static func fill(_ event: Event, in act: Act) throws {
        try fill(event, of: CentreStore.centre(event.centre, in: act), in: act)
    }

    static func fill(_ event: Event, of centre: Centre, in act: Act) throws {
        let rule = OfferRule(centre.rules, in: centre.zone)
        let inTime = rule.until(for: event, at: act.now)
        guard let until = inTime ?? rule.untilPastWhole(for: event, at: act.now) else { return }
        let seats = try seats(of: event, in: act)
        guard seats.collects == nil, seats.waiting > 0, seats.taken < seats.seats, inTime == nil || seats.offerable > 0 else { return }
        let queue = try waiters(for: event.id, most: inTime == nil ? nil : seats.offerable, in: act)
        // After the cut-off only what a whole group leaves goes on by itself.
        if inTime == nil { guard let first = queue.first, first.group?.isWhole == true, seats.first > seats.seats - seats.taken else { return } }
        let places = Seats.coming(queue.map(\.waiter), free: seats.seats - seats.taken, pastWhole: inTime == nil)
        for registration in places.flatMap({ place in queue[place].registrations }) {
            let dossier = Dossier(registration: registration, event: event, centre: centre)
            if let group = registration.schoolGroup { try SchoolGroupStore.seat(dossier, of: group, in: act) } else { try offer(dossier, until: until, in: act) }
        }
        try act.touchSeats()
    }

    private static func offer(_ dossier: Dossier, until: Instant, in act: Act) throws {
        let registration = dossier.registration
        try act.db.run("""
            UPDATE registration SET state = \(try registration.state.moved(to: .offered)), offered_until = \(until), decided = \(act.now)
            WHERE id = \(registration.id)
            """)
        try act.record(T.registration.offered, .registration(registration.id), under: .event(dossier.event.id), centre: dossier.event.centre)
        try WorkshopStore.follow(row(registration.id, in: act), of: dossier.event, in: act)
        try RegistrationLetters.offer(dossier, until: until, in: act)
    }

    /// Applications that wait as one, with what they have in common.
    private struct Block {
        var registrations: [Registration]
        let group: SchoolGroup?

        var waiter: Seats.Waiter { Seats.Waiter(seats: registrations.map(\.people).reduce(0, +), isWhole: group?.isWhole ?? false) }
    }

    /// Who waits, in order. A group that comes whole or not at all stands where its first seat does.
    /// - Parameter most: so many applications at the head are enough.
    private static func waiters(for event: Event.ID, most: Int?, in act: Act) throws -> [Block] {
        let limit: SQL = most.map { "LIMIT \($0)" } ?? ""
        let head = try act.db.rows("SELECT * FROM registration WHERE event = \(event) AND state = 'waiting' ORDER BY queued, id \(limit)").map(Registration.init(row:))
        let groups = try SchoolGroupStore.groups(Set(head.compactMap(\.schoolGroup)), in: act)
        var blocks: [Block] = [], seen: Set<SchoolGroup.ID> = []
        for registration in head {
            let group = registration.schoolGroup.flatMap { groups[$0] }
            guard let group, group.isWhole else {
                blocks.append(Block(registrations: [registration], group: group))
                continue
            }
            if seen.insert(group.id).inserted { blocks.append(Block(registrations: try SchoolGroupStore.waiting(of: group.id, in: act), group: group)) }
        }
        return blocks
    }

    /// Offered seats that nobody took in time go on to the next who waits: each event in an act of its own.
    @Sendable static func advanceAll(_ records: Records) async throws {
        for event in try await records.read(as: .system, { try due(in: $0) }) {
            try await records.write(by: .system) { try advance(event, in: $0) }
        }
    }

    /// Events where something is due: an offer that has passed, or a free seat and somebody who waits.
    package static func due(in act: Act) throws -> [Event.ID] {
        try act.db.rows("""
            SELECT DISTINCT event FROM registration WHERE state = 'offered' AND offered_until <= \(act.now)
            UNION
            SELECT e.id FROM event e WHERE e.state IN ('announced', 'confirmed') AND e.starts > \(act.now)
                AND EXISTS (SELECT 1 FROM registration w WHERE w.event = e.id AND w.state = 'waiting')
                AND NOT EXISTS (SELECT 1 FROM seat_draw d WHERE d.event = e.id AND d.given IS NULL)
                AND (SELECT coalesce(sum(r.people), 0) FROM registration r WHERE r.event = e.id AND r.state IN ('admitted', 'offered'))
                    + CASE WHEN EXISTS (
                        SELECT 1 FROM registration v JOIN school_group g ON g.id = v.school_group WHERE v.event = e.id AND v.state = 'waiting' AND g.whole
                    ) THEN 1 ELSE (\(firstNeed(of: "e.id"))) END <= e.seats
            """).map { try $0["event"] }
    }

    /// Ends offers that nobody took, and offers what is free: one event, one act.
    package static func advance(_ id: Event.ID, in act: Act) throws {
        let (event, centre) = try hold(id, in: act)
        let passed = try act.db.rows("""
            SELECT * FROM registration WHERE event = \(id) AND state = 'offered' AND offered_until <= \(act.now) ORDER BY queued, id
            """)
        for registration in try passed.map(Registration.init(row:)) {
            let dossier = Dossier(registration: registration, event: event, centre: centre)
            try settle(dossier, Decision(.lapsed, T.registration.lapsed), in: act)
            try RegistrationLetters.lapsed(dossier, in: act)
        }
        try fill(event, of: centre, in: act)
    }

    // MARK: After it was held

    /// So long after the last session nobody is given a seat any more, and nobody takes back that it was held.
    private static let hoursAfter = 24

    /// Queues of events that were held come to their end, each in an act of its own: whoever waited in vain hears it, once that it was held
    /// can no longer be taken back.
    @Sendable package static func endAll(_ records: Records) async throws {
        for event in try await records.read(as: .system, { try over(in: $0) }) {
            try await records.write(by: .system) { try end(event, in: $0) }
        }
    }

    private static func over(in act: Act) throws -> [Event.ID] {
        try act.db.rows("""
            SELECT DISTINCT e.id FROM registration r JOIN event e ON e.id = r.event
            WHERE r.state IN ('waiting', 'offered') AND e.state IN ('held', 'closed') AND e.ends <= \(act.now.adding(hours: -hoursAfter))
                AND (e.undo_until IS NULL OR e.undo_until <= \(act.now)) ORDER BY e.id
            """).map { try $0["id"] }
    }

    private static func end(_ id: Event.ID, in act: Act) throws {
        let (event, centre) = try hold(id, in: act)
        guard event.state == .held || event.state == .closed, OfferRule(centre.rules, in: centre.zone).writes(at: act.now) else { return }
        for registration in try all(of: id, in: [.waiting, .offered], in: act) {
            let dossier = Dossier(registration: registration, event: event, centre: centre)
            try RegistrationLetters.unseated(settle(dossier, Decision(.unseated, T.registration.unseated), in: act), in: act)
        }
    }
}
