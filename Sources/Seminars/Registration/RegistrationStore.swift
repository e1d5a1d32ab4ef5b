package import Accounts
import Catalogue
package import Centres
package import Events
package import Kernel
import Languages
import Storage

/// Applications as rows: what is read of them, and how one is written. The verbs stand in files of their own: `ApplyingStore`, `QueueStore`,
/// `DeskStore`, `WalkInStore`. Each of them first holds the event, so that two never decide at once.
package enum RegistrationStore {
    // MARK: Seats

    package static func seats(of event: Event, in act: Act) throws -> Seats {
        try Seats(of: event, counted: act.db.row("SELECT \(counts(of: event.id))"))
    }

    /// An event, its seats, and the open application of a person for it, if there is one: one query, where the event is kept.
    package static func seats(of id: Event.ID, with person: Person.ID, in act: Act) throws -> (event: Event, seats: Seats, own: Registration?) {
        guard let row = try act.db.row("""
            SELECT own.*, \(counts(of: id)), \(ContentVersion.columns) FROM event
            LEFT JOIN registration own ON own.id = (\(openID(of: person, for: id))) WHERE event.id = \(id)
            """) else { throw Problem.missing }
        try act.sees(row)
        let event = try EventStore.event(id, in: act)
        return (event, try Seats(of: event, counted: row), try (row["id"] as Registration.ID?) == nil ? nil : Registration(row: row))
    }

    private static func counts(of event: Event.ID) -> SQL {
        """
        (SELECT CAST(coalesce(sum(people), 0) AS BIGINT) FROM registration WHERE event = \(event) AND state IN ('admitted', 'offered')) AS taken,
        (\(firstNeed(of: "\(event)"))) AS first,
        (SELECT count(*) FROM registration WHERE event = \(event) AND state = 'waiting') AS waiting,
        (SELECT day FROM seat_draw WHERE event = \(event) AND given IS NULL) AS collects
        """
    }

    /// How many seats whoever waits first needs: as many as the application says, or all that still wait of a group that comes whole or not at all.
    /// - Parameter event: an id, or a column of the query around it.
    static func firstNeed(of event: SQL) -> SQL {
        """
        SELECT CASE WHEN g.whole THEN (
                SELECT CAST(sum(o.people) AS BIGINT) FROM registration o WHERE o.school_group = g.id AND o.state = 'waiting'
            ) ELSE f.people END
        FROM registration f LEFT JOIN school_group g ON g.id = f.school_group WHERE f.event = \(event) AND f.state = 'waiting' ORDER BY f.queued, f.id LIMIT 1
        """
    }

    /// Seats of many events at once, for lists: one query.
    package static func seats(of events: [some Announced], in act: Act) throws -> [Event.ID: Seats] {
        try act.kept("seats \(events.map { $0.id.description }.joined(separator: " "))", withSeats: true) { try counted(events, in: act) }
    }

    private static func counted(_ events: [some Announced], in act: Act) throws -> [Event.ID: Seats] {
        let rows = try act.db.rows("""
            SELECT event, CAST(sum(CASE WHEN state = 'waiting' THEN 0 ELSE people END) AS BIGINT) AS taken,
                sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting, CAST(NULL AS BIGINT) AS first,
                (SELECT d.day FROM seat_draw d WHERE d.event = registration.event AND d.given IS NULL) AS collects
            FROM registration WHERE state IN ('admitted', 'offered', 'waiting') AND event IN \(list: events.map { $0.id }) GROUP BY event
            """)
        let counts = try Dictionary(uniqueKeysWithValues: rows.map { (try $0["event"] as Event.ID, $0) })
        return try Dictionary(uniqueKeysWithValues: events.map { ($0.id, try Seats(of: $0, counted: counts[$0.id])) })
    }

    // MARK: Applications

    /// States in which an application still lives. A person has one such application for an event at most, beside what was typed in that name and is
    /// not confirmed.
    private static let open: SQL = "('unconfirmed', 'admitted', 'waiting', 'offered')"

    /// An application for its owner, or for those who run its event.
    /// - Throws: `Problem.missing` for everybody else.
    package static func registration(_ id: Registration.ID, in act: Act) throws -> Registration {
        let registration = try row(id, in: act)
        if registration.person == act.by.person, !registration.isUnnamed { return registration }
        _ = try EventStore.event(runBy: act.by, registration.event, in: act)
        return registration
    }

    /// The open application of a person for an event, if there is one.
    package static func open(of person: Person.ID, for event: Event.ID, in act: Act) throws -> Registration? {
        try act.db.row("SELECT * FROM registration WHERE id = (\(openID(of: person, for: event)))").map(Registration.init(row:))
    }

    private static func openID(of person: Person.ID, for event: Event.ID) -> SQL {
        """
        SELECT id FROM registration WHERE event = \(event) AND person = \(person) AND state IN \(open) AND NOT unnamed
        ORDER BY CASE WHEN state = 'unconfirmed' THEN 1 ELSE 0 END, id DESC LIMIT 1
        """
    }

    /// The registrations of an event that are in one of these states, in the order in which they came.
    static func all(of event: Event.ID, in states: [RegistrationState], in act: Act) throws -> [Registration] {
        try act.db.rows("SELECT * FROM registration WHERE event = \(event) AND state IN \(list: states) ORDER BY id").map(Registration.init(row:))
    }

    /// A person's own; not the seats without a name that they asked for on behalf of a school.
    package static func all(of person: Person.ID, in act: Act) throws -> [Registration] {
        try act.db.rows("SELECT * FROM registration WHERE person = \(person) AND NOT unnamed ORDER BY id DESC").map(Registration.init(row:))
    }

    /// Other events for which the person has applied and whose hours overlap with this one's, the nearest first.
    package static func clashes(of person: Person.ID, with event: Event.ID, in act: Act) throws -> [Event.ID] {
        try act.db.rows("""
            SELECT DISTINCT r.event, e.starts FROM registration r JOIN event e ON e.id = r.event
            JOIN event_session theirs ON theirs.event = r.event
            JOIN event_session own ON own.event = \(event) AND own.day = theirs.day AND own.begins < theirs.ends AND theirs.begins < own.ends
            WHERE r.person = \(person) AND NOT r.unnamed AND r.event <> \(event)
                AND r.state IN ('admitted', 'offered', 'waiting') AND e.state IN ('announced', 'confirmed')
            ORDER BY e.starts, r.event
            """).map { try $0["event"] }
    }

    /// Holds an event until the act ends.
    /// - Returns: the event as it stands now, and its centre.
    static func hold(_ id: Event.ID, in act: Act) throws -> (Event, Centre) {
        try act.db.hold("event", id.value)
        let look = act.looking
        let event = try EventStore.event(id, in: look)
        return (event, try CentreStore.centre(event.centre, in: look))
    }

    /// An application with its event, which is held, and its centre. Who may act on it is asked by the verb.
    static func dossier(_ id: Registration.ID, in act: Act) throws -> Dossier {
        let (event, centre) = try hold(row(id, in: act).event, in: act)
        return Dossier(registration: try row(id, in: act), event: event, centre: centre)
    }

    static func row(_ id: Registration.ID, in act: Act) throws -> Registration {
        guard let row = try act.db.row("SELECT * FROM registration WHERE id = \(id)") else { throw Problem.missing }
        return try Registration(row: row)
    }

    // MARK: Writing one

    /// Whoever has an open application for an event makes no second one. What is not confirmed does not count: anybody may have typed it.
    static func requireNone(_ open: Registration?) throws {
        if let open, open.state != .unconfirmed { throw Problem.conflict(T.registration.already(state: .phrase(open.state.name))) }
    }

    /// A new application; unless it waits for its address to be proved, it counts from now.
    /// - Parameters:
    ///   - claim: the hash of the link that proves it.
    ///   - earlier: the application whose seat it takes over.
    static func insert(
        _ application: Application, of person: Person.ID, for event: Event, _ state: RegistrationState, claim: [UInt8]? = nil,
        insteadOf earlier: Registration.ID? = nil, in act: Act
    ) throws -> Registration {
        guard event.plan.payers.contains(application.payer) else { throw Problem.invalid("payer", T.registration.payerNotPossible) }
        try requireFitting(application, event)
        let counts = state != .unconfirmed
        let written = try application.proposal.map { try SchoolProposalStore.propose($0, at: event.centre, in: act) }
        let row = try act.db.row("""
            INSERT INTO registration (event, person, school, proposal, state, applied, claim, queued, decided, payer, channel, people, pupils, grade, phone, job,
                note, school_group, unnamed)
            VALUES (\(event.id), \(person), \(application.school ?? written?.school), \(written?.proposal), \(state), \(act.now), \(claim),
                    \(counts ? act.now : nil), \(act.now), \(application.payer), \(application.channel), \(application.people), \(application.group?.pupils ?? 0),
                    \(application.group?.grade ?? ""), \(counts ? "" : application.phone),
                    \(counts ? "" : application.job), \(application.note), \(application.seat?.group), \(application.seat?.isUnnamed ?? false))
            RETURNING *
            """)
        guard let row else { throw Problem.missing }
        if counts, application.channel != .school { try tell(application, of: person, in: act) }
        let registration = try Registration(row: row)
        try WorkshopStore.enter(application.workshops, of: registration, for: event, in: act)
        if let earlier {
            try act.state(SeatPassed(from: earlier, to: registration, event: event))
        } else if counts {
            try act.state(RegistrationChanged(registration, event, isNew: true))
        }
        return registration
    }

    /// A group applies where groups do, and never for more seats than there are at all.
    private static func requireFitting(_ application: Application, _ event: Event) throws {
        guard event.form.applying == .group, application.seat == nil else { return }
        guard let group = application.group else { throw Problem.invalid("grade", T.registration.groupClassMissing) }
        guard group.people <= event.plan.seats else { throw Problem.invalid("pupils", T.registration.groupTooLarge(count: event.plan.seats)) }
    }

    /// Somebody's new application has the institution as it was written in another one.
    static func take(_ id: Registration.ID, writtenSchoolOf other: Registration.ID, in act: Act) throws {
        try act.db.run("UPDATE registration SET proposal = (SELECT proposal FROM registration WHERE id = \(other)) WHERE id = \(id)")
    }

    /// The centre has said which institution a written one is.
    package static func settle(_ settled: SchoolProposalSettled, in act: Act) throws {
        try act.db.run("UPDATE registration SET school = \(settled.school), proposal = NULL WHERE proposal = \(settled.proposal)")
    }

    /// What is said with an application that counts is kept with the person: where they work, what they do there, and how to call them.
    static func tell(_ application: Application, of person: Person.ID, in act: Act) throws {
        let teller: PersonStore.Teller = application.channel == .web ? .bearer : .staff
        try PersonStore.tell(phone: application.phone, job: application.job, of: person, at: application.school, by: teller, in: act)
    }

    /// Brings an application to another state, and leaves its trace.
    /// - Parameter keeps: whether what was chosen stays, because it passes to another application at once.
    /// - Returns: the application as it stands now.
    @discardableResult
    static func settle(
        _ registration: Registration, _ decision: Decision, of event: Event, keepingWorkshops keeps: Bool = false, in act: Act
    ) throws -> Registration {
        let row = try act.db.row("""
            UPDATE registration SET state = \(try registration.state.moved(to: decision.state)), decided = \(act.now), offered_until = NULL,
                reason = \(decision.reason)
            WHERE id = \(registration.id) RETURNING *
            """)
        guard let row else { throw Problem.missing }
        let changes = [
            Change("state", from: registration.state.rawValue, to: decision.state.rawValue), Change("reason", from: registration.reason, to: decision.reason),
        ]
        try act.record(decision.deed, .registration(registration.id), under: .event(event.id), centre: event.centre, changes: changes)
        try act.touchSeats()
        let settled = try Registration(row: row)
        if !keeps {
            try WorkshopStore.follow(settled, of: event, in: act)
            try act.state(RegistrationChanged(settled, event))
        }
        return settled
    }

    @discardableResult
    static func settle(_ dossier: Dossier, _ decision: Decision, keepingWorkshops keeps: Bool = false, in act: Act) throws -> Dossier {
        dossier.with(try settle(dossier.registration, decision, of: dossier.event, keepingWorkshops: keeps, in: act))
    }
}

extension Seats {
    /// - Parameter row: with what is taken and how many wait; nil where nobody ever applied.
    fileprivate init(of event: some Announced, counted row: Row?) throws {
        let first: Int? = try row.flatMap { try $0["first"] }
        let collects: Day? = try row.flatMap { try $0["collects"] }
        try self.init(seats: event.seats, taken: row?["taken"] ?? 0, waiting: row?["waiting"] ?? 0, first: first ?? 1, collects: collects)
    }
}
