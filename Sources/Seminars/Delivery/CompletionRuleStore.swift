import Catalogue
package import Events
package import Kernel
package import Languages
package import Centres
import Storage

/// Rules of completion as rows.
package enum CompletionRuleStore {
    /// Those of a centre, the newest first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [CompletionRule] {
        try act.db.rows("SELECT * FROM completion_rule WHERE centre = \(centre) ORDER BY since DESC").map { row in
            CompletionRule(since: try row["since"], percent: try row["percent"], countsExcused: try row["excused"], minutesMissed: try row["minutes"])
        }
    }

    /// The rule that holds for an event.
    package static func rule(for event: Event, in act: Act) throws -> CompletionRule {
        guard let first = event.days?.lowerBound else { return .usual }
        return CompletionRule.of(try all(of: event.centre, in: act), for: first)
    }

    /// Lets a rule hold from its day on. What is closed stays as it was: a rule never begins before an event that is closed.
    package static func set(_ rule: CompletionRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        var faults = Faults()
        rule.check(&faults)
        guard let since = rule.since else { throw Problem.invalid("since", T.common.errorMissing) }
        let zone = try CentreStore.centre(centre, in: act).zone
        if let last: Instant = try act.db.value("SELECT max(starts) AS last FROM event WHERE centre = \(centre) AND state = 'closed'") {
            faults.require(since > zone.day(of: last), "since", T.delivery.ruleBehindClosed(day: .day(zone.day(of: last))))
        }
        try faults.check()
        let before = try all(of: centre, in: act).first { $0.since == since }
        try act.db.run("""
            INSERT INTO completion_rule (centre, since, percent, excused, minutes)
            VALUES (\(centre), \(since), \(rule.percent), \(rule.countsExcused), \(rule.minutesMissed))
            ON CONFLICT (centre, since) DO UPDATE SET percent = excluded.percent, excused = excluded.excused, minutes = excluded.minutes
            """)
        try act.record(T.delivery.ruleSet, .centre(centre), centre: centre, changes: [
            Change("since", from: before?.since?.iso ?? "", to: since.iso), Change("percent", from: before.map { "\($0.percent)" } ?? "", to: "\(rule.percent)"),
            Change("excused", from: before.map { "\($0.countsExcused)" } ?? "", to: "\(rule.countsExcused)"),
            Change("minutes", from: before.map { "\($0.minutesMissed)" } ?? "", to: "\(rule.minutesMissed)"),
        ])
    }

    /// Takes back a rule under which nothing was closed yet.
    package static func remove(since: Day, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let zone = try CentreStore.centre(centre, in: act).zone
        if let last: Instant = try act.db.value("SELECT max(starts) AS last FROM event WHERE centre = \(centre) AND state = 'closed'"), since <= zone.day(of: last) {
            throw Problem.conflict(T.delivery.ruleInUse)
        }
        guard try act.db.run("DELETE FROM completion_rule WHERE centre = \(centre) AND since = \(since)") == 1 else { throw Problem.missing }
        try act.record(T.delivery.ruleRemoved, .centre(centre), centre: centre, changes: [Change("since", from: since.iso, to: "")])
    }
}
