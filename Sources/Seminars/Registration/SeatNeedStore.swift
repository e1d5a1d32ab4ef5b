package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Seats by need as rows: what is set for an event, what each application has, and what came of it.
package enum SeatNeedStore {
    // MARK: What a centre gives

    package static func points(of centre: Centre.ID, in act: Act) throws -> NeedPoints {
        NeedPoints(text: try act.db.value("SELECT points FROM seat_points WHERE centre = \(centre)") ?? "")
    }

    /// An event keeps the points that it was announced with.
    package static func set(_ points: NeedPoints, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        guard !points.isNothing else { throw Problem.invalid("points-due", T.registration.needAllZero) }
        try act.db.hold("centre", centre.value)
        let before = try self.points(of: centre, in: act)
        try act.db.run("""
            INSERT INTO seat_points (centre, points) VALUES (\(centre), \(points.text)) ON CONFLICT (centre) DO UPDATE SET points = excluded.points
            """)
        try act.record(T.registration.needPointsSet, .centre(centre), centre: centre, changes: [Change("points", from: before.text, to: points.text)])
    }

    // MARK: What holds for an event

    package static func draw(of event: Event.ID, in act: Act) throws -> SeatDraw? {
        try act.db.row("SELECT * FROM seat_draw WHERE event = \(event)").map { row in
            SeatDraw(
                event: event, day: try row["day"], points: NeedPoints(text: try row["points"]), seed: try row["seed"], given: try row["given"],
                free: try row["free"])
        }
    }

    /// Whether it can still be set: nobody has applied under the rule that was told.
    package static func isChangeable(_ event: Event, in act: Act) throws -> Bool {
        guard event.form.takesApplications, event.state == .draft || event.state.isAlive else { return false }
        return try !act.db.exists("SELECT 1 AS one FROM registration WHERE event = \(event.id)")
    }

    /// From now on seats of an event are given by need.
    /// - Parameter seed: random, made before the act.
    package static func set(until day: Day, seed: Token, for id: Event.ID, in act: Act) throws {
        let event = try held(id, in: act), centre = try CentreStore.centre(event.centre, in: act)
        guard let first = event.days?.lowerBound else { throw Problem.invalid("day", T.registration.needNoDays) }
        guard day >= centre.zone.day(of: act.now) else { throw Problem.invalid("day", T.registration.needPast) }
        guard day.adding(days: 1) < first else { throw Problem.invalid("day", T.registration.needLate(day: .day(first.adding(days: -2)))) }
        let before = try draw(of: id, in: act)
        let points = try points(of: event.centre, in: act)
        try act.db.run("""
            INSERT INTO seat_draw (event, day, points, seed) VALUES (\(id), \(day), \(points.text), \(seed.text))
            ON CONFLICT (event) DO UPDATE SET day = excluded.day, points = excluded.points, seed = excluded.seed
            """)
        try act.record(T.registration.needSet, .event(id), centre: event.centre, changes: [
            Change("day", from: before?.day.iso ?? "", to: day.iso), Change("points", from: before?.points.text ?? "", to: points.text),
        ])
        try told(in: act)
    }

    /// Seats go to whoever comes first again.
    package static func remove(from id: Event.ID, in act: Act) throws {
        let event = try held(id, in: act)
        guard let before = try draw(of: id, in: act) else { throw Problem.missing }
        try act.db.run("DELETE FROM seat_draw WHERE event = \(id)")
        try act.record(T.registration.needRemoved, .event(id), centre: event.centre, changes: [Change("day", from: before.day.iso, to: "")])
        try told(in: act)
    }

    private static func told(in act: Act) throws {
        try act.touchPublicPages()
        try act.touchSeats()
    }

    private static func held(_ id: Event.ID, in act: Act) throws -> Event {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard try isChangeable(event, in: act) else { throw Problem.conflict(T.registration.needAfterApplications) }
        return event
    }

    // MARK: What each application has

    /// For what each of them has points, as it is now. A seat without a name has those of its school.
    package static func parts(of registrations: [Registration], for event: Event, in act: Act) throws -> [Registration.ID: Set<NeedPart>] {
        guard !registrations.isEmpty, let first = event.days?.lowerBound else { return [:] }
        let zone = try CentreStore.centre(event.centre, in: act.looking).zone, year = SchoolYear(containing: first)
        let people = Set(registrations.filter { !$0.isUnnamed }.map(\.person)), schools = Set(registrations.compactMap(\.school)).sorted()
        let (from, until) = (zone.endOfDay(year.first.adding(days: -1)), zone.endOfDay(year.last))
        let seated = Set(try act.db.rows("""
            SELECT DISTINCT r.person FROM registration r JOIN event e ON e.id = r.event
            WHERE r.person IN \(list: people.sorted()) AND r.state = 'admitted' AND NOT r.unnamed AND e.centre = \(event.centre) AND e.id <> \(event.id)
                AND e.state IN ('announced', 'confirmed', 'held', 'closed') AND e.starts >= \(from) AND e.starts < \(until)
            """).map { try $0["person"] as Person.ID })
        let served = Set(try act.db.rows("""
            SELECT DISTINCT r.school FROM registration r JOIN event e ON e.id = r.event
            WHERE r.school IN \(list: schools) AND r.state = 'admitted' AND e.centre = \(event.centre) AND e.id <> \(event.id) AND e.state IN ('held', 'closed')
            """).map { try $0["school"] as School.ID })
        let small = Set(try act.db.rows("""
            SELECT s.id FROM school s WHERE s.id IN \(list: schools) AND (
                SELECT count(*) FROM school o WHERE o.municipality = s.municipality AND o.place = s.place AND NOT o.closed) <= \(NeedPart.smallPlace)
            """).map { try $0["id"] as School.ID })
        let told = try NeedAsked(people, of: event, on: first).told(in: act)
        return Dictionary(uniqueKeysWithValues: registrations.map { registration in
            var parts: Set<NeedPart> = []
            if let school = registration.school {
                if !served.contains(school) { parts.insert(.school) }
                if small.contains(school) { parts.insert(.small) }
            }
            guard !registration.isUnnamed else { return (registration.id, parts) }
            if !seated.contains(registration.person) { parts.insert(.fresh) }
            for (part, people) in told where people.contains(registration.person) { parts.insert(part) }
            return (registration.id, parts)
        })
    }

    /// Why an application of one's own stands where it does; nil where seats go to whoever comes first.
    package static func own(_ registration: Registration, for event: Event, in act: Act) throws -> OwnNeed? {
        guard let draw = try draw(of: event.id, in: act) else { return nil }
        let rank = try ranks(of: event.id, only: registration.id, in: act).first
        if draw.given != nil, rank == nil { return nil }
        let parts = try rank?.parts ?? self.parts(of: [registration], for: event, in: act)[registration.id] ?? []
        return OwnNeed(draw: draw, parts: parts, rank: rank)
    }

    // MARK: What came of it

    package static func ranks(of event: Event.ID, only: Registration.ID? = nil, in act: Act) throws -> [SeatRank] {
        let one: SQL = only.map { "AND k.registration = \($0)" } ?? ""
        return try act.db.rows("""
            SELECT k.*, r.people, CASE WHEN g.whole THEN 1 ELSE 0 END AS whole,
                (SELECT CAST(sum(o.people) AS BIGINT) FROM seat_rank x JOIN registration o ON o.id = x.registration WHERE x.event = k.event AND x.lot = k.lot) AS seats
            FROM seat_rank k JOIN registration r ON r.id = k.registration LEFT JOIN school_group g ON g.id = r.school_group
            WHERE k.event = \(event) \(one) ORDER BY k.place, k.registration
            """).map { row in
            let parts: String = try row["parts"], whole: Int = try row["whole"]
            return SeatRank(
                registration: try row["registration"],
                lot: SeatLot(number: try row["lot"], points: try row["points"], seats: try row["seats"], isWhole: whole == 1), place: try row["place"],
                points: try row["own"], parts: Set(parts.split(separator: " ").compactMap { NeedPart(rawValue: String($0)) }), came: try row["came"])
        }
    }

    // MARK: What happens to people and events

    static func discard(_ event: Event.ID, in act: Act) throws {
        try act.db.run("DELETE FROM seat_draw WHERE event = \(event)")
        try act.db.run("DELETE FROM event_head_start WHERE event = \(event)")
    }

    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM seat_rank WHERE registration IN (SELECT id FROM registration WHERE person = \(person))")
    }

    /// The rank stays, so that it can be counted again; why somebody had it goes.
    static func end(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE seat_rank SET parts = '' WHERE registration IN (SELECT id FROM registration WHERE person = \(person))")
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("""
            SELECT k.*, r.event AS at FROM seat_rank k JOIN registration r ON r.id = k.registration WHERE r.person = \(person) AND NOT r.unnamed ORDER BY k.registration
            """)
        return HeldData("seat_rank", try rows.map { row in
            [
                "event": "\(try row["at"] as Int64)", "lot": "\(try row["lot"] as Int)", "place": "\(try row["place"] as Int)", "points": "\(try row["points"] as Int)",
                "own": "\(try row["own"] as Int)", "parts": try row["parts"], "came": try row["came"] as Bool ? "yes" : "no",
                "queued": try (row["queued"] as Instant?)?.iso ?? "",
            ]
        })
    }
}
