package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Which events are followed, and when their people are asked.
package enum FollowUpStore {
    // MARK: The rule

    /// All rules of a centre, the newest first.
    package static func rules(of centre: Centre.ID, in act: Act) throws -> [FollowUpRule] {
        try act.db.rows("""
            SELECT since, asks, first_days, second_days, open_days, bias FROM follow_up_rule WHERE centre = \(centre) ORDER BY since DESC
            """).map(FollowUpRule.init(row:))
    }

    /// The rule by which the people of an event are asked that ended on a day.
    package static func rule(of centre: Centre.ID, on day: Day, in act: Act) throws -> FollowUpRule? {
        try act.db.row("""
            SELECT since, asks, first_days, second_days, open_days, bias FROM follow_up_rule WHERE centre = \(centre) AND since <= \(day)
            ORDER BY since DESC LIMIT 1
            """).map(FollowUpRule.init(row:))
    }

    package static func set(_ rule: FollowUpRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        try act.db.run("""
            INSERT INTO follow_up_rule (centre, since, asks, first_days, second_days, open_days, bias)
            VALUES (\(centre), \(rule.since), \(rule.asks), \(rule.firstDays), \(rule.secondDays), \(rule.openDays), \(rule.bias))
            ON CONFLICT (centre, since) DO UPDATE SET asks = excluded.asks, first_days = excluded.first_days, second_days = excluded.second_days,
                open_days = excluded.open_days, bias = excluded.bias
            """)
        try act.record(T.followup.ruleSet, .centre(centre), centre: centre, changes: [
            Change("firstDays", from: "", to: "\(rule.firstDays)"), Change("secondDays", from: "", to: "\(rule.secondDays)"),
        ])
    }

    // MARK: One event

    package static func followUp(of event: Event.ID, in act: Act) throws -> FollowUp? {
        try act.db.row("SELECT event, first_day, second_day, end_day FROM follow_up WHERE event = \(event)").map(FollowUp.init(row:))
    }

    /// Asks everybody who was there for one step, once.
    /// - Returns: to how many a letter went.
    @discardableResult
    package static func begin(_ id: Event.ID, _ seal: Seal, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act), centre = try CentreStore.centre(event.centre, in: act)
        guard try followUp(of: id, in: act) == nil, let ends = event.ends, ends <= act.now, !event.state.isOff, event.state != .draft else {
            throw Problem.conflict(T.followup.errorBegin)
        }
        let last = centre.zone.day(of: ends)
        guard let rule = try rule(of: event.centre, on: last, in: act), rule.asks else { throw Problem.conflict(T.followup.errorBegin) }
        let followUp = rule.followUp(of: id, last: last), people = try present(at: id, in: act)
        guard !people.isEmpty else { throw Problem.conflict(T.followup.errorBegin) }
        try act.db.run("""
            INSERT INTO follow_up (event, begun, first_day, second_day, end_day)
            VALUES (\(id), \(act.now), \(followUp.first), \(followUp.second), \(followUp.end))
            """)
        try act.record(T.followup.begun, .event(id), centre: event.centre)
        let until = followUp.first.adding(days: -1)
        return try people.reduce(0) { written, person in
            let step = UseStep.ID(try act.db.insert("INSERT INTO use_step (event, person) VALUES (\(id), \(person)) RETURNING id"))
            return try written + (FollowUpLetters.write(.step, to: person, StepLink(step, of: id), event, until: until, seal, in: act) ? 1 : 0)
        }
    }

    /// Whoever is marked as having been there; where nobody is marked, all who had a seat.
    private static func present(at event: Event.ID, in act: Act) throws -> [Person.ID] {
        func people(_ condition: SQL) throws -> [Person.ID] {
            try act.db.rows("""
                SELECT DISTINCT r.person FROM registration r JOIN person p ON p.id = r.person
                WHERE r.event = \(event) AND r.state = 'admitted' AND NOT r.unnamed AND r.pupils = 0 AND p.erased IS NULL\(condition) ORDER BY r.person
                """).map { try $0["person"] }
        }
        let marked = try people(" AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left'))")
        let isMarked = try act.db.exists("""
            SELECT 1 AS marked FROM attendance a JOIN registration r ON r.id = a.registration WHERE r.event = \(event) AND a.mark IS NOT NULL LIMIT 1
            """)
        return isMarked ? marked : try people("")
    }

    /// A draft that comes to nothing was never followed; what was, goes with it.
    static func discard(_ event: Event.ID, in act: Act) throws {
        try act.db.run("DELETE FROM use_answer WHERE step IN (SELECT id FROM use_step WHERE event = \(event))")
        try act.db.run("DELETE FROM use_step WHERE event = \(event)")
        try act.db.run("DELETE FROM follow_up WHERE event = \(event)")
    }

    // MARK: By the clock

    /// Begins what is due, and asks those whose day has come: each event in an act of its own.
    package static func tend(_ records: Records, _ seal: Seal) async throws {
        let ready = try await records.read(as: .system) { try due(in: $0) }
        for event in ready {
            try await records.write(by: .system) { act in
                // Another copy of the program may have begun it meanwhile; and nobody may be there to ask.
                do { try begin(event, seal, in: act) } catch let problem as Problem where problem.kind == .conflict {}
            }
        }
        for turn in Turn.allCases {
            let asked = try await records.read(as: .system) { try unasked(turn, in: $0) }
            for event in asked { try await records.write(by: .system) { try ask(turn, of: event, seal, in: $0) } }
        }
    }

    private static func due(in act: Act) throws -> [Event.ID] {
        let ended = try act.db.rows("""
            SELECT e.id, e.centre, e.ends FROM event e LEFT JOIN follow_up f ON f.event = e.id
            WHERE e.ends < \(act.now) AND e.ends > \(act.now.adding(days: -FollowUpRule.lateDays - 2)) AND e.state IN ('announced', 'confirmed', 'held', 'closed')
                AND f.event IS NULL AND EXISTS (SELECT 1 FROM follow_up_rule r WHERE r.centre = e.centre)
                AND EXISTS (SELECT 1 FROM registration g WHERE g.event = e.id AND g.state = 'admitted')
            ORDER BY e.id
            """).map { (event: try $0["id"] as Event.ID, centre: try $0["centre"] as Centre.ID, ends: try $0["ends"] as Instant) }
        return try ended.filter { row in
            let zone = try CentreStore.centre(row.centre, in: act).zone, last = zone.day(of: row.ends)
            return try rule(of: row.centre, on: last, in: act)?.isDue(last: last, today: zone.day(of: act.now), hour: zone.time(of: act.now).hour) ?? false
        }.map(\.event)
    }

    /// Events of which somebody waits to be asked.
    private static func unasked(_ turn: Turn, in act: Act) throws -> [Event.ID] {
        // A day of some zone may have begun that has not in another: the centre's own is looked at below.
        let tomorrow = Zone.utc.day(of: act.now).adding(days: 1), when: SQL = turn == .first ? "f.first_day" : "f.second_day"
        let rows = try act.db.rows("""
            SELECT DISTINCT f.event, e.centre, f.first_day, f.second_day, f.end_day FROM follow_up f JOIN event e ON e.id = f.event JOIN use_step s ON s.event = f.event
            JOIN person p ON p.id = s.person
            WHERE \(when) <= \(tomorrow) AND f.end_day >= \(tomorrow.adding(days: -2)) AND e.state NOT IN ('postponed', 'cancelled') AND \(open(turn))
            ORDER BY f.event
            """)
        return try rows.filter { row in
            let zone = try CentreStore.centre(row["centre"], in: act).zone
            return try FollowUp(row: row).phase(on: zone.day(of: act.now)) == .answering(turn) && zone.time(of: act.now).hour >= FollowUpRule.hour
        }.map { try $0["event"] }
    }

    /// Steps of people who can be written to and were not asked in this turn; whose certificate was taken back is not asked.
    private static func open(_ turn: Turn) -> SQL {
        let asked: SQL = turn == .first ? "s.asked_first" : "s.asked_second"
        return "\(asked) IS NULL AND p.erased IS NULL AND p.email IS NOT NULL AND p.verified IS NOT NULL AND \(UseStepStore.stands)"
    }

    private static func ask(_ turn: Turn, of id: Event.ID, _ seal: Seal, in act: Act) throws {
        try act.db.hold("event", id.value)
        guard let event = try EventStore.events([id], in: act).first, !event.state.isOff, let followUp = try followUp(of: id, in: act) else { return }
        let rows = try act.db.rows("SELECT s.id, s.person FROM use_step s JOIN person p ON p.id = s.person WHERE s.event = \(id) AND \(open(turn)) ORDER BY s.id")
        let column: SQL = turn == .first ? "asked_first" : "asked_second"
        for row in rows {
            let step: UseStep.ID = try row["id"]
            try act.db.run("UPDATE use_step SET \(column) = \(act.now) WHERE id = \(step)")
            _ = try FollowUpLetters.write(.answer, to: row["person"], StepLink(step, of: id), event, until: followUp.lastDay(of: turn), seal, in: act)
        }
        if !rows.isEmpty { try act.record(T.followup.askedDeed, .event(id), centre: event.centre) }
    }
}

extension FollowUpRule {
    init(row: Row) throws {
        self.init(
            since: try row["since"], asks: try row["asks"], firstDays: try row["first_days"], secondDays: try row["second_days"], openDays: try row["open_days"],
            bias: try row["bias"])
    }
}

extension FollowUp {
    init(row: Row) throws {
        self.init(event: try row["event"], first: try row["first_day"], second: try row["second_day"], end: try row["end_day"])
    }
}
