import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// Versions of plans, and what was decided about them, as rows.
package enum PlanVersionStore {
    // MARK: Reads

    /// The last version of each of these plans.
    static func latest(of plans: [YearPlan.ID], in act: Act) throws -> [YearPlan.ID: PlanVersion] {
        guard !plans.isEmpty else { return [:] }
        let rows = try act.db.rows("""
            SELECT v.* FROM plan_version v
            WHERE v.plan IN \(list: plans) AND v.number = (SELECT max(w.number) FROM plan_version w WHERE w.plan = v.plan)
            """)
        let versions = try whole(rows, in: act)
        return try Dictionary(uniqueKeysWithValues: zip(rows, versions).map { (try $0["plan"], $1) })
    }

    /// All versions of a plan, the newest first.
    package static func versions(of plan: YearPlan.ID, in act: Act) throws -> [PlanVersion] {
        try whole(act.db.rows("SELECT * FROM plan_version WHERE plan = \(plan) ORDER BY number DESC"), in: act)
    }

    private static func whole(_ rows: [Row], in act: Act) throws -> [PlanVersion] {
        let ids = try rows.map { try $0["id"] as PlanVersion.ID }
        let decisions = try ids.isEmpty ? [:] : Dictionary(
            grouping: act.db.rows("SELECT * FROM plan_decision WHERE version IN \(list: ids) ORDER BY version, line")) { try $0["version"] as PlanVersion.ID }
        return try rows.map { row in try PlanVersion(row: row, decisions: (decisions[row["id"]] ?? []).map(PlanDecision.init(row:))) }
    }

    /// The lines of a version as they were handed in.
    package static func items(of version: PlanVersion.ID, in act: Act) throws -> [PlanItem] {
        try act.db.rows("SELECT * FROM plan_version_item WHERE version = \(version) ORDER BY line, id").map { row in
            PlanItem(id: try row["item"], details: try PlanItemDetails(row: row))
        }
    }

    /// The last version of a plan that was approved.
    package static func approved(of plan: YearPlan.ID, before number: Int = .max, in act: Act) throws -> PlanVersion? {
        try versions(of: plan, in: act).first { $0.state == .approved && $0.number < number }
    }

    // MARK: Verbs

    /// Hands the plan in: what stands in it now waits for those who say yes to it, as the centre has named them.
    /// - Parameter reason: why, where an approved plan is changed.
    @discardableResult
    package static func submit(_ id: YearPlan.ID, because reason: String, in act: Act) throws -> PlanVersion.ID {
        let plan = try YearPlanStore.changeable(id, in: act), items = try YearPlanStore.items(of: id, in: act)
        guard !items.isEmpty else { throw Problem.conflict(T.planning.nothingToSubmit) }
        if let nobody = items.enumerated().first(where: { $0.element.details.person == nil }) {
            throw Problem.conflict(T.planning.nobodyAnswers(number: .number(nobody.offset + 1), title: .title(nobody.element.details.title)))
        }
        if let approved = try approved(of: id, in: act) {
            if PlanDifference(from: try self.items(of: approved.id, in: act), to: items).isNothing { throw Problem.conflict(T.planning.nothingChanged) }
            guard !reason.isEmpty else { throw Problem.invalid("reason", T.planning.changeReasonMissing) }
        }
        let number = (plan.version?.number ?? 0) + 1
        let version = PlanVersion.ID(try act.db.insert("""
            INSERT INTO plan_version (plan, number, reason, state, person, at) VALUES (\(id), \(number), \(reason), 'waiting', \(act.by.person), \(act.now)) RETURNING id
            """))
        try act.db.run("""
            INSERT INTO plan_version_item (
                version, item, line, form, programme, topic, title, person, first_day, last_day, place, target, people, source, indicator, goal)
            SELECT \(version), id, line, form, programme, topic, title, person, first_day, last_day, place, target, people, source, indicator, goal
            FROM plan_item WHERE plan = \(id)
            """)
        for (line, step) in try PlanSettingsStore.steps(of: plan.centre, in: act).enumerated() {
            try act.db.run("""
                INSERT INTO plan_decision (version, line, name, signer, outcome) VALUES (\(version), \(line + 1), \(step.name), \(step.signer), 'waiting')
                """)
        }
        try act.record(T.planning.submitted, .yearPlan(id), centre: plan.centre, changes: [Change("version", from: "", to: "\(number)")])
        return version
    }

    /// Says yes to the version that waits, or gives it back, at the step whose turn it is.
    /// - Parameter decision: the step that whoever decides has seen.
    /// - Throws: a conflict when it is not the turn of that step any more, or yet, or not for the actor.
    package static func decide(_ decision: PlanDecision.ID, of id: YearPlan.ID, _ word: PlanWord, in act: Act) throws {
        try act.db.hold("year_plan", id.value)
        let plan = try YearPlanStore.plan(id, in: act)
        guard let version = plan.version, let next = version.next, next.id == decision else { throw Problem.conflict(T.planning.notItsTurn) }
        guard next.isFor(act.by, at: plan.centre) else { throw Problem.conflict(T.planning.notYours(step: .title(next.step.name))) }
        var faults = Faults()
        word.check(next.step.signer, today: try CentreStore.centre(plan.centre, in: act).zone.day(of: act.now), &faults)
        try faults.check()
        let outcome = word.isApproved ? PlanDecision.Outcome.approved : .returned
        try act.db.run("""
            UPDATE plan_decision SET outcome = \(outcome), reason = \(word.reason), number = \(word.number), day = \(word.day), person = \(act.by.person), at = \(act.now)
            WHERE id = \(decision)
            """)
        let isLast = version.decisions.last?.id == decision
        let state: PlanVersion.State = word.isApproved ? (isLast ? .approved : .waiting) : .returned
        try act.db.run("UPDATE plan_version SET state = \(state) WHERE id = \(version.id)")
        try act.record(
            word.isApproved ? T.planning.stepApproved : T.planning.stepReturned, .yearPlan(id), centre: plan.centre,
            changes: [Change("step", from: "", to: next.step.name), Change("number", from: "", to: word.number), Change("reason", from: "", to: word.reason)])
        guard state == .approved else { return }
        let office = try CentreStore.centre(plan.centre, in: act)
        try act.state(PaperMade(
            kind: "plan_version", row: version.id.value, centre: plan.centre, number: word.number, title: try act.texts(office.language, of: office)(plan.title),
            day: office.zone.day(of: act.now), page: "/staff/plans/\(id)/versions/\(version.number)"))
    }
}
