package import Centres
package import Contests
import Events
package import Kernel
import Languages
import Storage

/// Juries as rows: what is said before they begin.
package enum JuryStore {
    // MARK: Reads

    /// The jury of a contest that has one, of the centre.
    package static func jury(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Jury {
        let contest = try ContestStore.contest(id, at: centre, in: act)
        guard contest.hasJury else { throw Problem.missing }
        return try jury(of: contest, in: act)
    }

    package static func jury(of contest: Contest, in act: Act) throws -> Jury {
        let id = contest.id
        let row = try act.db.row("SELECT * FROM jury WHERE contest = \(id)")
        let criteria = try act.db.rows("SELECT id, name, weight FROM jury_criterion WHERE contest = \(id) ORDER BY position, id").map {
            JuryCriterion(id: try $0["id"], try $0["name"], weight: try $0["weight"])
        }
        let rounds = try act.db.rows("SELECT * FROM jury_round WHERE contest = \(id) ORDER BY number").map(JuryRound.init)
        let rules = try row.map { JuryRules(tie: try $0["tie_rule"], isLevelled: try $0["levelled"], scale: try $0["scale"], margin: try $0["margin"]) }
        return Jury(
            contest: contest, rules: rules ?? JuryRules(), criteria: criteria, rounds: rounds, jurors: try JurorStore.jurors(of: id, in: act),
            decided: try row?["decided"], reason: try row.map { try $0["reason"] } ?? "", published: try row?["published"], event: try row?["event"])
    }

    /// One that the centre's people look at: nothing is held for it.
    package static func seen(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Jury {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try jury(id, at: centre, in: act)
    }

    /// One that the centre's people are about to change.
    package static func desked(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Jury {
        let contest = try ContestStore.desked(id, at: centre, in: act)
        guard contest.hasJury else { throw Problem.missing }
        return try jury(of: contest, in: act)
    }

    /// One in which something is about to be counted.
    package static func held(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Jury {
        let contest = try ContestStore.held(id, at: centre, in: act)
        guard contest.hasJury else { throw Problem.missing }
        return try jury(of: contest, in: act)
    }

    /// All contests of the centre that a jury judges, the newest first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Jury] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try ContestStore.contests("c.centre = \(centre) AND c.has_jury AND c.state <> 'draft'", most: 100, in: act).map { try jury(of: $0, in: act) }
    }

    /// Those of the centre that wait for a hand: works are judged, or the deadline has passed.
    package static func underway(at centre: Centre.ID, in act: Act) throws -> [Jury] {
        try ContestStore.contests("c.centre = \(centre) AND c.has_jury AND c.state IN ('open', 'judging')", most: 20, in: act)
            .filter { $0.state == .judging || !$0.isInTime(act.now) }.map { try jury(of: $0, in: act) }
    }

    // MARK: Before it begins

    /// Says by what works are judged. When the first round is open, nothing of it changes any more.
    package static func set(_ rules: JuryRules, _ criteria: [(name: String, weight: Int)], of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let jury = try desked(id, at: centre, in: act)
        guard !jury.hasBegun else { throw Problem.conflict(T.juries.errorBegun) }
        guard !criteria.isEmpty else { throw Problem.invalid("criteria", T.juries.errorNoCriterion) }
        try act.db.run("""
            INSERT INTO jury (contest, tie_rule, levelled, scale, margin)
            VALUES (\(id), \(rules.tie), \(rules.isLevelled), \(rules.scale), \(rules.margin))
            ON CONFLICT (contest) DO UPDATE SET tie_rule = excluded.tie_rule, levelled = excluded.levelled, scale = excluded.scale, margin = excluded.margin
            """)
        try act.db.run("DELETE FROM jury_criterion WHERE contest = \(id)")
        for (index, one) in criteria.enumerated() {
            try act.db.run("INSERT INTO jury_criterion (contest, name, weight, position) VALUES (\(id), \(one.name), \(one.weight), \(index + 1))")
        }
        try act.record(T.juries.rulesDeed, .contest(id), centre: centre, changes: [
            Change("tie_rule", from: jury.rules.tie.rawValue, to: rules.tie.rawValue), Change("scale", from: "\(jury.rules.scale)", to: "\(rules.scale)"),
            Change("criteria", from: jury.criteria.map(\.name).joined(separator: "; "), to: criteria.map(\.name).joined(separator: "; ")),
        ])
    }

    /// Plans one more round.
    package static func add(_ round: JuryRound.Details, to id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let jury = try desked(id, at: centre, in: act)
        guard jury.decided == nil else { throw Problem.conflict(T.juries.errorDecided) }
        guard jury.rounds.count < JuryRound.most else { throw Problem.conflict(T.juries.errorManyRounds(most: .number(JuryRound.most))) }
        try act.db.run("""
            INSERT INTO jury_round (contest, number, kind, seen_times, most)
            VALUES (\(id), \((jury.rounds.last?.number ?? 0) + 1), \(round.kind), \(round.seenBy), \(round.most))
            """)
        try act.record(T.juries.roundDeed, .contest(id), centre: centre)
    }

    /// Takes back a round that has not begun; it is the last one.
    package static func remove(_ round: JuryRound.ID, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let jury = try desked(id, at: centre, in: act)
        guard let last = jury.rounds.last, last.id == round else { throw Problem.missing }
        guard last.opened == nil else { throw Problem.conflict(T.juries.errorBegun) }
        try act.db.run("DELETE FROM jury_round WHERE id = \(round)")
        try act.record(T.juries.roundRemovedDeed, .contest(id), centre: centre)
    }
}

extension JuryRound {
    init(row: Row) throws {
        (id, number, opened, closed) = (try row["id"], try row["number"], try row["opened"], try row["closed"])
        details = Details(try row["kind"], seenBy: try row["seen_times"], most: try row["most"])
    }
}
