import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Storage

/// Workshops that people chose, as rows. The rule about their seats is that of the event, `Seats`; all of it happens with the event held. A seat that
/// becomes free passes to the first who waits at once: whoever waits has a seat at the event and has said already that this is the place to be.
package enum WorkshopStore {
    // MARK: Reads

    /// The workshops of an event with their seats: one query.
    package static func open(_ event: Event, in act: Act) throws -> [OpenWorkshop] {
        let workshops = event.workshops
        guard !workshops.isEmpty else { return [] }
        let rows = try act.db.rows("""
            SELECT session, sum(CASE WHEN standing = 'admitted' THEN 1 ELSE 0 END) AS taken, sum(CASE WHEN standing = 'waiting' THEN 1 ELSE 0 END) AS waiting
            FROM workshop_choice WHERE session IN \(list: workshops.map(\.id)) GROUP BY session
            """)
        let counts = try Dictionary(uniqueKeysWithValues: rows.map { (try $0["session"] as Workshop.ID, $0) })
        return try workshops.map { workshop in
            let row = counts[workshop.id]
            return OpenWorkshop(workshop: workshop, seats: Seats(seats: workshop.session.seats, taken: try row?["taken"] ?? 0, waiting: try row?["waiting"] ?? 0))
        }
    }

    /// What was chosen of an event, in the order of the clock and of those who came.
    package static func choices(of event: Event, only registration: Registration.ID? = nil, in act: Act) throws -> [WorkshopChoice] {
        let workshops = event.workshops
        guard !workshops.isEmpty else { return [] }
        let rows = try act.db.rows("""
            SELECT registration, session, standing, row_number() OVER (PARTITION BY session, standing ORDER BY queued, registration) AS place
            FROM workshop_choice WHERE session IN \(list: workshops.map(\.id)) ORDER BY queued, registration
            """)
        let choices = try rows.map { row in
            (try row["registration"] as Registration.ID, try row["session"] as Workshop.ID, try row["standing"] as WorkshopStanding, try row["place"] as Int)
        }
        return workshops.flatMap { workshop in
            choices.filter { $0.1 == workshop.id && (registration == nil || $0.0 == registration) }.map { choice in
                WorkshopChoice(
                    registration: choice.0, workshop: workshop, standing: choice.2, place: choice.2 == .waiting ? choice.3 : nil)
            }
        }
    }

    /// How many have a seat at an event and chose no workshop.
    static func unchosen(at event: Event, in act: Act) throws -> Int {
        try act.db.count("""
            SELECT count(*) FROM registration r WHERE r.event = \(event.id) AND r.state IN ('admitted', 'offered')
            AND NOT EXISTS (SELECT 1 FROM workshop_choice c WHERE c.registration = r.id)
            """)
    }

    // MARK: Choosing

    /// What is chosen with a new application.
    static func enter(_ ids: [Workshop.ID], of registration: Registration, for event: Event, in act: Act) throws {
        guard !ids.isEmpty else { return }
        for workshop in try Workshop.chosen(ids, among: event.workshops) { try insert(workshop, of: registration, for: event, in: act) }
    }

    /// Its bearer chooses anew until the deadline, staff until it is closed, for people go elsewhere than they said. What is chosen still keeps its seat and its place.
    package static func choose(_ ids: [Workshop.ID], of id: Registration.ID, in act: Act) throws {
        let dossier = try RegistrationStore.dossier(id, in: act)
        let (registration, event) = (dossier.registration, dossier.event)
        let isOwn = registration.person == act.by.person
        guard isOwn || act.by.coordinates(event.centre), !event.workshops.isEmpty else { throw Problem.missing }
        if let refusal = refusal(of: registration, event, isOwn: isOwn, at: act.now, in: dossier.centre.zone) { throw Problem.conflict(refusal) }
        let before = try choices(of: event, only: id, in: act)
        let chosen = try Workshop.chosen(ids, among: event.workshops)
        let gone = before.filter { !chosen.contains($0.workshop) }
        guard !gone.isEmpty || before.count != chosen.count else { return }
        try remove(gone, in: act)
        for workshop in chosen where !before.contains(where: { $0.workshop == workshop }) { try insert(workshop, of: registration, for: event, in: act) }
        try record(T.registration.workshopsChanged, of: id, event, from: before.map(\.workshop), to: chosen, in: act)
        try RegistrationLetters.chosen(dossier, in: act)
        try fill(event, in: act)
        try act.touchSeats()
    }

    /// Why nothing can be chosen now; nil where it can.
    static func refusal(of registration: Registration, _ event: Event, isOwn: Bool, at now: Instant, in zone: Zone) -> Phrase? {
        guard registration.state.isOpen else { return T.registration.wrongMove(state: .phrase(registration.state.name)) }
        if isOwn { return event.refusal(at: now, in: zone).map { _ in T.registration.workshopsClosed(deadline: .day(event.plan.deadline)) } }
        return event.state == .closed || event.state == .cancelled ? T.registration.refusedHeld : nil
    }

    /// A seat, a place among those who wait, or a wish of somebody who has no seat at the event yet.
    private static func insert(_ workshop: Workshop, of registration: Registration, for event: Event, in act: Act) throws {
        let standing = registration.state.hasSeat ? try seats(of: workshop, in: act).next.inWorkshop : .wished
        try act.db.run("""
            INSERT INTO workshop_choice (registration, session, standing, queued) VALUES (\(registration.id), \(workshop.id), \(standing), \(act.now))
            """)
    }

    private static func seats(of workshop: Workshop, in act: Act) throws -> Seats {
        let taken = try act.db.count("SELECT count(*) FROM workshop_choice WHERE session = \(workshop.id) AND standing = 'admitted'")
        let waiting = try act.db.count("SELECT count(*) FROM workshop_choice WHERE session = \(workshop.id) AND standing = 'waiting'")
        return Seats(seats: workshop.session.seats, taken: taken, waiting: waiting)
    }

    private static func remove(_ choices: [WorkshopChoice], in act: Act) throws {
        for choice in choices { try act.db.run("DELETE FROM workshop_choice WHERE registration = \(choice.registration) AND session = \(choice.workshop.id)") }
    }

    private static func record(
        _ deed: Phrase, of id: Registration.ID, _ event: Event, from before: [Workshop], to after: [Workshop], in act: Act
    ) throws {
        func titles(_ workshops: [Workshop]) -> String { workshops.map(\.session.title).joined(separator: ", ") }
        try act.record(
            deed, .registration(id), under: .event(event.id), centre: event.centre, changes: [Change("workshops", from: titles(before), to: titles(after))])
    }

    // MARK: What follows from the event

    /// An application has come to another state: with a seat its wishes are decided, without one its seats go on.
    static func follow(_ registration: Registration, of event: Event, in act: Act) throws {
        let chosen = try choices(of: event, only: registration.id, in: act)
        guard !chosen.isEmpty else { return }
        if registration.state.hasSeat {
            for choice in chosen where choice.standing == .wished {
                try remove([choice], in: act)
                try insert(choice.workshop, of: registration, for: event, in: act)
            }
        } else if registration.state.isOpen {
            try act.db.run("UPDATE workshop_choice SET standing = 'wished' WHERE registration = \(registration.id)")
            try fill(event, in: act)
        } else {
            try remove(chosen, in: act)
            try fill(event, in: act)
        }
    }

    /// Gives free seats to those who wait for them, in their order. To be called with the event held, after everything that may free a seat.
    private static func fill(_ event: Event, in act: Act) throws {
        guard event.state != .cancelled else { return }
        let centre = try CentreStore.centre(event.centre, in: act)
        for open in try open(event, in: act) where open.seats.offerable > 0 {
            // Once it has begun, people are moved by people.
            guard try act.now < centre.zone.instant(open.workshop.session.day, open.workshop.session.begins) else { continue }
            let next = try act.db.rows("""
                SELECT registration FROM workshop_choice WHERE session = \(open.workshop.id) AND standing = 'waiting' ORDER BY queued, registration
                LIMIT \(open.seats.offerable)
                """).map { try $0["registration"] as Registration.ID }
            for id in next {
                try act.db.run("UPDATE workshop_choice SET standing = 'admitted' WHERE registration = \(id) AND session = \(open.workshop.id)")
                try record(T.registration.workshopSeat, of: id, event, from: [], to: [open.workshop], in: act)
                let dossier = Dossier(registration: try RegistrationStore.row(id, in: act), event: event, centre: centre)
                try RegistrationLetters.seated(dossier, in: open.workshop, in: act)
            }
        }
    }

    /// The plan has other sessions now. Nobody loses a seat by it unasked: a workshop never becomes smaller than those who have a seat there. Whoever
    /// chose two that are now at one time keeps what was chosen first.
    static func settle(_ event: Event, in act: Act) throws {
        let open = try open(event, in: act)
        for small in open where small.seats.taken > small.seats.seats {
            let number = (event.sessionRows.firstIndex(of: small.workshop.id) ?? 0) + 1
            throw Problem.invalid(
                "own\(number)", T.registration.workshopTooSmall(
                    title: .title(small.workshop.session.title), seats: .number(small.seats.seats), taken: .number(small.seats.taken)))
        }
        // What became everybody's is chosen no longer.
        try act.db.run("""
            DELETE FROM workshop_choice WHERE session IN \(list: event.sessionRows) AND session NOT IN \(list: [Workshop.ID(0)] + open.map(\.workshop.id))
            """)
        for (registration, chosen) in Dictionary(grouping: try choices(of: event, in: act), by: \.registration).sorted(by: { $0.key < $1.key }) {
            var kept: [WorkshopChoice] = []
            // A seat comes before a place among those who wait.
            for choice in chosen.sorted(by: { $0.standing == .admitted && $1.standing != .admitted }) {
                if kept.contains(where: { $0.workshop.clashes(with: choice.workshop) }) { try remove([choice], in: act) } else { kept.append(choice) }
            }
            if kept.count < chosen.count {
                try record(T.registration.workshopsChanged, of: registration, event, from: chosen.map(\.workshop), to: kept.map(\.workshop), in: act)
            }
        }
        try fill(event, in: act)
    }

    /// These sessions are about to go.
    static func drop(_ dropped: SessionsDropped, in act: Act) throws {
        try act.db.run("DELETE FROM workshop_choice WHERE session IN \(list: dropped.sessions)")
    }

    /// A seat changed hands, and with it what was chosen.
    static func pass(from old: Registration.ID, to new: Registration.ID, in act: Act) throws {
        try act.db.run("UPDATE workshop_choice SET registration = \(new) WHERE registration = \(old)")
    }

    // MARK: The person

    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM workshop_choice WHERE registration IN (SELECT id FROM registration WHERE person = \(person))")
    }

    /// What a person chose, for the person.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("""
            SELECT r.event, s.title, s.day, s.begins, c.standing, c.queued FROM workshop_choice c JOIN registration r ON r.id = c.registration
            JOIN event_session s ON s.id = c.session WHERE r.person = \(person) ORDER BY s.day, s.begins, c.registration, c.session
            """)
        return HeldData("workshop_choice", try rows.map { row in
            let (day, begins, queued): (Day, ClockTime, Instant) = (try row["day"], try row["begins"], try row["queued"])
            return [
                "event": "\(try row["event"] as Int64)", "workshop": try row["title"], "session": "\(day.iso) \(begins.iso)", "standing": try row["standing"],
                "queued": queued.iso,
            ]
        })
    }
}
