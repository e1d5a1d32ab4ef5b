import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What of plans needs a hand today, and what somebody answers for.
enum PlanningToday {
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        var part = TodayPart()
        let launches = try LaunchStore.waiting(at: asked.centre.id, in: act)
        if launches > 0 { part.warnings.append(.init(.waiting, T.planning.todayLaunches(count: launches), path: "/staff/launches")) }
        let month = asked.today.monthDays
        for plan in try YearPlanStore.plans(of: asked.centre.id, in: act) where plan.year.days.contains(asked.today) || plan.version?.state == .waiting
            || isRecent(plan, asked.today) {
            if let next = plan.version?.next, next.isFor(act.by, at: plan.centre) {
                part.lines.append(.init(
                    .waiting, asked.centre.zone.day(of: plan.version?.at ?? act.now), Run(asked.t(plan.title)), T.planning.todayWaits(step: .title(next.step.name)),
                    T.planning.todayDecide, path: "/staff/plans/\(plan.id)/versions"))
            }
            let done = try PlanDoneStore.done(plan, in: act)
            for line in done.lines where line.state == .notBegun && line.deviation == nil && line.item.details.days.overlaps(month) {
                part.lines.append(.init(
                    .waiting, line.item.details.days.upperBound, asked.t.run(line.item.details.title), T.planning.todayNotBegun, T.common.show,
                    path: "/staff/plans/\(plan.id)/items/\(line.item.id)"))
            }
            if done.unexplained > 0 {
                part.warnings.append(.init(.waiting, T.planning.todayUnexplained(count: done.unexplained, plan: .phrase(plan.title)),
                    path: "/staff/plans/\(plan.id)/done"))
            }
        }
        return part
    }

    /// A plan whose year ended not long ago still wants its reasons.
    private static func isRecent(_ plan: YearPlan, _ today: Day) -> Bool { (0...120).contains(plan.year.days.upperBound.days(until: today)) }

    /// On somebody's own page: what they answer for and is not over.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        guard act.by.coordinates(asked.centre.id) else { return MePart() }
        var lines: [(plan: YearPlan, item: PlanItem)] = []
        for plan in try YearPlanStore.plans(of: asked.centre.id, in: act) where plan.year.days.upperBound >= asked.today {
            lines += try YearPlanStore.items(of: plan.id, in: act).filter { $0.details.person == asked.person
                && $0.details.days.upperBound >= asked.today }.map { (plan: plan, item: $0) }
        }
        guard !lines.isEmpty else { return MePart() }
        let shown = lines.sorted { $0.item.details.days.lowerBound < $1.item.details.days.lowerBound }.prefix(6)
        return MePart((57, PagePart(T.planning.mine) { reader in
            ForEach(Array(shown)) { line in
                PersonLine(
                    reader.t.run(line.item.details.title), href: reader.link("/staff/plans/\(line.plan.id)/items/\(line.item.id)"),
                    detail: [Run(reader.t.term(line.item.details.days))])
            }
        }))
    }
}
