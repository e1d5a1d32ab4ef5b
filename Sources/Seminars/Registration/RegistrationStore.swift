package import Accounts
import Catalogue
package import Events
package import Kernel
import Languages
import Centres
import Storage

/// Applications as rows, and the verbs of the one rule. Each verb first holds the event, so that two of them never decide at once.
package enum RegistrationStore {
    // MARK: Reads

    package static func seats(of event: Event, in act: Act) throws -> Seats {
        let row = try act.db.row("""
            SELECT (SELECT count(*) FROM registration WHERE event = \(event.id) AND state IN ('admitted', 'offered')) AS taken,
                   (SELECT count(*) FROM registration WHERE event = \(event.id) AND state = 'waiting') AS waiting
            """)
        return try Seats(seats: event.plan.seats, taken: row?["taken"] ?? 0, waiting: row?["waiting"] ?? 0)
    }

    /// Seats of many events at once, for lists: one query.
    package static func seats(of events: [some Announced], in act: Act) throws -> [Event.ID: Seats] {
        try act.kept("seats \(events.map(\.id))", withSeats: true) { try counted(events, in: act) }
    }

    private static func counted(_ events: [some Announced], in act: Act) throws -> [Event.ID: Seats] {
        let rows = try act.db.rows("""
            SELECT event, sum(CASE WHEN state = 'waiting' THEN 0 ELSE 1 END) AS taken, sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting
            FROM registration WHERE state IN ('admitted', 'offered', 'waiting') AND event IN \(list: events.map(\.id)) GROUP BY event
            """)
        var counts: [Event.ID: (Int, Int)] = [:]
        for row in rows { counts[try row["event"]] = (try row["taken"], try row["waiting"]) }
        return Dictionary(uniqueKeysWithValues: events.map { event in
            let (taken, waiting) = counts[event.id] ?? (0, 0)
            return (event.id, Seats(seats: event.seats, taken: taken, waiting: waiting))
        })
    }

    /// An application for its owner, or for those who run its event.
    /// - Throws: `Problem.missing` for everybody else.
    package static func registration(_ id: Registration.ID, in act: Act) throws -> Registration {
        guard let row = try act.db.row("SELECT * FROM registration WHERE id = \(id)") else { throw Problem.missing }
        let registration = try Registration(row: row)
        if registration.person == act.by.person { return registration }
        _ = try EventStore.event(runBy: act.by, registration.event, in: act)
        return registration
    }

    /// The open application of a person for an event, if there is one.
    package static func open(of person: Person.ID, for event: Event.ID, in act: Act) throws -> Registration? {
        try act.db.row("""
            SELECT * FROM registration WHERE event = \(event) AND person = \(person) AND state IN ('unconfirmed', 'admitted', 'waiting', 'offered')
            """).map(Registration.init(row:))
    }

    /// The registrations of an event that are in one of these states, in the order in which they came.
    static func all(of event: Event.ID, in states: [RegistrationState], in act: Act) throws -> [Registration] {
        try act.db.rows("SELECT * FROM registration WHERE event = \(event) AND state IN \(list: states) ORDER BY id").map(Registration.init(row:))
    }

    package static func all(of person: Person.ID, in act: Act) throws -> [Registration] {
        try act.db.rows("SELECT * FROM registration WHERE person = \(person) ORDER BY id DESC").map(Registration.init(row:))
    }

    /// The place in the queue, from 1; nil for one that does not wait.
    package static func place(of registration: Registration, in act: Act) throws -> Int? {
        guard registration.state == .waiting, let queued = registration.queued else { return nil }
        return try act.db.count("""
            SELECT count(*) FROM registration WHERE event = \(registration.event) AND state = 'waiting'
                AND (queued < \(queued) OR (queued = \(queued) AND id <= \(registration.id)))
            """)
    }

    /// The places of all queues in which a person waits: one query.
    package static func places(of person: Person.ID, in act: Act) throws -> [Registration.ID: Int] {
        let rows = try act.db.rows("""
            SELECT own.id, count(*) AS place FROM registration own
            JOIN registration other ON other.event = own.event AND other.state = 'waiting' AND (other.queued < own.queued OR (other.queued = own.queued AND other.id <= own.id))
            WHERE own.person = \(person) AND own.state = 'waiting' GROUP BY own.id
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], try $0["place"]) })
    }

    /// Other events for which the person has applied and whose hours overlap with this one's, the nearest first.
    package static func clashes(of person: Person.ID, with event: Event.ID, in act: Act) throws -> [Event.ID] {
        try act.db.rows("""
            SELECT DISTINCT r.event, e.starts FROM registration r JOIN event e ON e.id = r.event
            JOIN event_session theirs ON theirs.event = r.event
            JOIN event_session own ON own.event = \(event) AND own.day = theirs.day AND own.begins < theirs.ends AND theirs.begins < own.ends
            WHERE r.person = \(person) AND r.event <> \(event) AND r.state IN ('admitted', 'offered', 'waiting') AND e.state IN ('announced', 'confirmed')
            ORDER BY e.starts, r.event
            """).map { try $0["event"] }
    }

    // MARK: Applying

    /// A known person applies: a seat, or a place in the queue.
    package static func apply(_ person: Person.ID, for id: Event.ID, _ application: Application, in act: Act) throws -> Registration {
        try act.db.hold("event", id.value)
        let (event, centre) = try openEvent(id, channel: application.channel, in: act)
        try requireNew(person, event, in: act)
        let standing = try seats(of: event, in: act).next
        let registration = try insert(person, event, application, state: standing.state, queued: act.now, in: act)
        // Whom staff wrote down is not forgotten for an address that was never proved.
        if application.channel == .desk { try PersonStore.keep(person, in: act) }
        try act.record(standing == .admitted ? T.registration.admitted : T.registration.queued, .registration(registration.id), under: .event(id), centre: event.centre)
        try RegistrationLetters.received(registration, event, standing, centre, in: act)
        try act.touchSeats()
        return registration
    }

    /// Somebody whose address is not proved yet applies. The application counts from the click on the link that goes to that address.
    /// - Parameter token: random, made before the act.
    package static func applyUnconfirmed(_ person: Person.ID, for id: Event.ID, _ application: Application, token: Token, in act: Act) throws {
        try act.db.hold("event", id.value)
        let (event, centre) = try openEvent(id, channel: application.channel, in: act)
        // Whether the address already has an application is not told to whoever typed it.
        guard try open(of: person, for: id, in: act) == nil else { return }
        let registration = try insert(person, event, application, state: .unconfirmed, queued: nil, in: act)
        try act.record(T.registration.unconfirmed, .registration(registration.id), under: .event(id), centre: event.centre)
        try RegistrationLetters.confirm(registration, event, centre, token: token, in: act)
    }

    /// The link was used: everything that this person had asked for unconfirmed counts from now.
    package static func confirmed(_ person: Person.ID, in act: Act) throws {
        let rows = try act.db.rows("SELECT * FROM registration WHERE person = \(person) AND state = 'unconfirmed' ORDER BY event, id")
        for registration in try rows.map(Registration.init(row:)) {
            try act.db.hold("event", registration.event.value)
            let event = try EventStore.event(registration.event, in: act)
            let centre = try CentreStore.centre(event.centre, in: act)
            do { try event.requireOpen(at: act.now, in: centre.zone) } catch let problem as Problem {
                try settle(registration, .refused, T.registration.refusedLate, event, because: problem.faults.first.map { act.words.texts(event.plan.language, in: centre.zone)($0.phrase) } ?? "", in: act)
                try RegistrationLetters.refused(try self.registration(row: registration.id, in: act), event, centre, in: act)
                continue
            }
            let standing = try seats(of: event, in: act).next
            try act.db.run("UPDATE registration SET state = \(try registration.state.moved(to: standing.state)), queued = \(act.now), decided = \(act.now) WHERE id = \(registration.id)")
            try act.record(standing == .admitted ? T.registration.admitted : T.registration.queued, .registration(registration.id), under: .event(event.id), centre: event.centre)
            try RegistrationLetters.received(try self.registration(row: registration.id, in: act), event, standing, centre, in: act)
            try act.touchSeats()
        }
    }

    // MARK: The person's own acts

    /// Takes an offered seat.
    package static func accept(_ id: Registration.ID, in act: Act) throws {
        let (registration, event, centre) = try own(id, in: act)
        guard registration.state == .offered else { throw Problem.conflict(T.registration.offerGone) }
        // An offer is good until its last moment, even if nobody has noticed yet that it passed.
        guard let until = registration.offeredUntil, act.now < until else { throw Problem.conflict(T.registration.offerGone) }
        try settle(registration, .admitted, T.registration.accepted, event, in: act)
        try RegistrationLetters.received(try self.registration(row: id, in: act), event, .admitted, centre, in: act)
    }

    /// Gives up a seat, a place or an offer. Whoever is next is offered the seat in the same act.
    package static func withdraw(_ id: Registration.ID, in act: Act) throws {
        let (registration, event, centre) = try own(id, in: act)
        try requireNotHeld(event, at: act.now)
        try settle(registration, .withdrawn, T.registration.withdrawn, event, in: act)
        try RegistrationLetters.withdrawn(registration, event, centre, in: act)
        try fill(event, in: act)
    }

    /// Hands an own seat to a colleague of the same school, until the start. The colleague passes nobody: it is the school's seat.
    package static func handOver(_ id: Registration.ID, to colleague: Person.ID, in act: Act) throws -> Registration {
        let (registration, event, centre) = try own(id, in: act)
        try requireNotHeld(event, at: act.now)
        guard registration.state == .admitted else { throw Problem.conflict(T.registration.handOverNoSeat) }
        guard let school = registration.school, try act.db.exists("""
            SELECT 1 AS works FROM employment mine JOIN employment theirs ON theirs.school = mine.school
            WHERE mine.person = \(registration.person) AND theirs.person = \(colleague) AND mine.school = \(school) AND theirs.person <> mine.person
            """) else { throw Problem.invalid("colleague", T.registration.handOverOtherSchool) }
        try requireNew(colleague, event, in: act)
        try settle(registration, .withdrawn, T.registration.handedOver, event, in: act)
        let application = Application(school: school, payer: registration.payer, note: "", channel: .handover)
        let new = try insert(colleague, event, application, state: .admitted, queued: act.now, in: act)
        try act.record(T.registration.received, .registration(new.id), under: .event(event.id), centre: event.centre)
        try RegistrationLetters.withdrawn(registration, event, centre, in: act)
        try RegistrationLetters.received(new, event, .admitted, centre, in: act)
        return new
    }

    // MARK: The desk

    /// Gives somebody who waits a free seat. Out of the queue's order only with a reason, which the journal keeps.
    package static func admit(_ id: Registration.ID, because reason: String = "", in act: Act) throws {
        let (registration, event, centre) = try held(id, runBy: act.by, in: act)
        guard registration.state == .waiting || registration.state == .offered else { throw Problem.conflict(T.registration.wrongMove(state: .phrase(registration.state.name))) }
        if registration.state == .waiting {
            let seats = try seats(of: event, in: act)
            guard seats.taken < seats.seats else { throw Problem.conflict(T.registration.noFreeSeat) }
            if try place(of: registration, in: act) != 1, reason.isEmpty { throw Problem.invalid("reason", T.registration.skipReasonMissing) }
        }
        try settle(registration, .admitted, reason.isEmpty ? T.registration.admittedByStaff : T.registration.admittedOutOfOrder, event, because: reason, in: act)
        try RegistrationLetters.received(try self.registration(row: id, in: act), event, .admitted, centre, in: act)
    }

    package static func refuse(_ id: Registration.ID, because reason: String, in act: Act) throws {
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.registration.reasonMissing) }
        let (registration, event, centre) = try held(id, runBy: act.by, in: act)
        try settle(registration, .refused, T.registration.refused, event, because: reason, in: act)
        try RegistrationLetters.refused(try self.registration(row: id, in: act), event, centre, in: act)
        try fill(event, in: act)
    }

    /// Moves somebody to another date: there the rule decides anew.
    package static func move(_ id: Registration.ID, to other: Event.ID, because reason: String = "", in act: Act) throws -> Registration {
        let registration = try registration(row: id, in: act)
        // Both events are held in the order of their numbers, so that two moves never wait for one another.
        for event in [registration.event, other].sorted() { try act.db.hold("event", event.value) }
        let (fresh, event, centre) = try held(id, runBy: act.by, in: act)
        guard other != event.id else { throw Problem.invalid("event", T.registration.moveSame) }
        let target = try EventStore.event(runBy: act.by, other, in: act)
        try target.requireOpen(at: act.now, in: centre.zone)
        try requireNew(fresh.person, target, in: act)
        try settle(fresh, .moved, T.registration.moved, event, because: reason, in: act)
        try act.db.run("UPDATE registration SET moved_to = \(other) WHERE id = \(id)")
        let standing = try seats(of: target, in: act).next
        let application = Application(school: fresh.school, payer: fresh.payer, note: fresh.note, channel: .desk)
        let new = try insert(fresh.person, target, application, state: standing.state, queued: act.now, in: act)
        try act.record(standing == .admitted ? T.registration.admitted : T.registration.queued, .registration(new.id), under: .event(other), centre: target.centre)
        try RegistrationLetters.moved(new, from: event, to: target, standing, centre, in: act)
        try fill(event, in: act)
        return new
    }

    package static func remark(_ id: Registration.ID, _ text: String, in act: Act) throws {
        let (registration, event, _) = try held(id, runBy: act.by, in: act)
        try act.db.run("UPDATE registration SET remark = \(text) WHERE id = \(id)")
        try act.record(T.registration.remarked, .registration(id), under: .event(event.id), centre: event.centre,
                       changes: [Change("remark", from: registration.remark, to: text)], retention: .short)
    }

    // MARK: The queue

    /// Offers free seats to those who wait, in the order of the queue. To be called with the event held, after everything that may free a seat.
    package static func fill(_ event: Event, in act: Act) throws {
        let centre = try CentreStore.centre(event.centre, in: act)
        guard let until = OfferRule(centre.rules, in: centre.zone).until(for: event, at: act.now) else { return }
        let count = try seats(of: event, in: act).offerable
        guard count > 0 else { return }
        let next = try act.db.rows("SELECT * FROM registration WHERE event = \(event.id) AND state = 'waiting' ORDER BY queued, id LIMIT \(count)").map(Registration.init(row:))
        for registration in next {
            try act.db.run("""
                UPDATE registration SET state = \(try registration.state.moved(to: .offered)), offered_until = \(until), decided = \(act.now) WHERE id = \(registration.id)
                """)
            try act.record(T.registration.offered, .registration(registration.id), under: .event(event.id), centre: event.centre)
            try RegistrationLetters.offer(registration, event, until: until, centre, in: act)
        }
        try act.touchSeats()
    }

    /// Events where something is due: an offer that has passed, or a free seat and somebody who waits.
    package static func due(in act: Act) throws -> [Event.ID] {
        try act.db.rows("""
            SELECT DISTINCT event FROM registration WHERE state = 'offered' AND offered_until <= \(act.now)
            UNION
            SELECT e.id FROM event e WHERE e.state IN ('announced', 'confirmed') AND e.starts > \(act.now)
                AND EXISTS (SELECT 1 FROM registration w WHERE w.event = e.id AND w.state = 'waiting')
                AND (SELECT count(*) FROM registration r WHERE r.event = e.id AND r.state IN ('admitted', 'offered')) < e.seats
            """).map { try $0["event"] }
    }

    /// Offered seats that nobody took in time go on to the next who waits: each event in an act of its own.
    @Sendable static func advanceAll(_ records: Records) async throws {
        for event in try await records.read(as: .system, { try due(in: $0) }) {
            try await records.write(by: .system) { try advance(event, in: $0) }
        }
    }

    /// Ends offers that nobody took, and offers what is free: one event, one act.
    package static func advance(_ id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(id, in: act)
        let centre = try CentreStore.centre(event.centre, in: act)
        let passed = try act.db.rows("""
            SELECT * FROM registration WHERE event = \(id) AND state = 'offered' AND offered_until <= \(act.now) ORDER BY queued, id
            """).map(Registration.init(row:))
        for registration in passed {
            try settle(registration, .lapsed, T.registration.lapsed, event, in: act)
            try RegistrationLetters.lapsed(registration, event, centre, in: act)
        }
        try fill(event, in: act)
    }

    // MARK: Parts

    private static func openEvent(_ id: Event.ID, channel: Channel, in act: Act) throws -> (Event, Centre) {
        let event = try EventStore.event(id, in: act)
        let centre = try CentreStore.centre(event.centre, in: act)
        // Staff may still enter somebody by phone after the deadline, until the start.
        if channel == .desk, act.by.coordinates(event.centre), event.state.isAlive, let starts = event.starts {
            guard act.now < starts else { throw Problem.conflict(T.registration.addAtDoor) }
            return (event, centre)
        }
        try event.requireOpen(at: act.now, in: centre.zone)
        return (event, centre)
    }

    static func requireNew(_ person: Person.ID, _ event: Event, in act: Act) throws {
        if let open = try open(of: person, for: event.id, in: act) {
            throw Problem.conflict(T.registration.already(state: .phrase(open.state.name)))
        }
    }

    private static func requireNotHeld(_ event: Event, at now: Instant) throws {
        if let starts = event.starts, now >= starts, event.state != .postponed { throw Problem.conflict(T.registration.tooLateStarted) }
    }

    /// An application of whoever acts; nobody withdraws or hands over another's.
    private static func own(_ id: Registration.ID, in act: Act) throws -> (Registration, Event, Centre) {
        let held = try held(id, in: act)
        guard held.0.person == act.by.person else { throw Problem.missing }
        return held
    }

    /// The application and its event, read anew under the event's lock.
    private static func held(_ id: Registration.ID, runBy actor: Actor? = nil, in act: Act) throws -> (Registration, Event, Centre) {
        let seen = try registration(id, in: act)
        try act.db.hold("event", seen.event.value)
        let registration = try registration(row: id, in: act)
        let event = try actor.map { try EventStore.event(runBy: $0, seen.event, in: act) } ?? EventStore.event(seen.event, in: act)
        return (registration, event, try CentreStore.centre(event.centre, in: act))
    }

    private static func registration(row id: Registration.ID, in act: Act) throws -> Registration {
        guard let row = try act.db.row("SELECT * FROM registration WHERE id = \(id)") else { throw Problem.missing }
        return try Registration(row: row)
    }

    static func settle(_ registration: Registration, _ state: RegistrationState, _ deed: Phrase, _ event: Event, because reason: String = "", in act: Act) throws {
        try act.db.run("""
            UPDATE registration SET state = \(try registration.state.moved(to: state)), decided = \(act.now), offered_until = NULL, reason = \(reason) WHERE id = \(registration.id)
            """)
        try act.record(deed, .registration(registration.id), under: .event(event.id), centre: event.centre,
                       changes: [Change("state", from: registration.state.rawValue, to: state.rawValue), Change("reason", from: registration.reason, to: reason)])
        try act.touchSeats()
    }

    static func insert(
        _ person: Person.ID, _ event: Event, _ application: Application, state: RegistrationState, queued: Instant?, in act: Act
    ) throws -> Registration {
        guard event.plan.payers.contains(application.payer) else { throw Problem.invalid("payer", T.registration.payerNotPossible) }
        let row = try act.db.row("""
            INSERT INTO registration (event, person, school, state, applied, queued, decided, payer, channel, note)
            VALUES (\(event.id), \(person), \(application.school), \(state), \(act.now), \(queued), \(act.now), \(application.payer), \(application.channel), \(application.note))
            RETURNING *
            """)
        guard let row else { throw Problem.missing }
        return try Registration(row: row)
    }
}

extension Seats.Standing {
    package var state: RegistrationState {
        switch self {
        case .admitted: .admitted
        case .waiting: .waiting
        }
    }
}
