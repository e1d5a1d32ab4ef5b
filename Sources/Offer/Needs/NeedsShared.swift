import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// Needs on the pages that several rooms share.
enum NeedsShared {
    /// Calls that wait, and words that nobody has matched.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        let calls = try DemandCallStore.listed(DemandCallStore.calls(of: asked.centre.id, isOpen: true, limit: shown, in: act), asked.t.language, in: act)
        let lines = calls.map { listed in
            TodayPart.Line(
                .waiting, asked.centre.zone.day(of: listed.call.at), asked.t.run(listed.title, listed.language), T.needs.todayCall(count: listed.comers),
                T.needs.todayCallAct, path: "/staff/needs/calls")
        }
        let words = try OwnWordsStore.count(at: asked.centre.id, in: SchoolYear(containing: asked.today), in: act)
        return TodayPart(lines: lines, warnings: words > 0 ? [.init(.info, T.needs.todayWords(count: words), path: "/staff/needs/words")] : [])
    }

    private static let shown = 5

    /// The plan of the year, and what somebody would come to.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let year = SchoolYear(containing: asked.today), plan = try NeedPlanStore.plan(of: asked.person, in: year, in: act)
        let topics = try TopicStore.list(in: act)
        return MePart((54, PagePart(T.needs.plan) { reader in
            let t = reader.t
            if let plan, !plan.wishes.isEmpty {
                ol { ForEach(plan.wishes) { wish in li { WishWords(t: t, topics: topics).name(wish) } } }
                HTML::p { a(.href(reader.link("/me/plan"))) { t(T.needs.planChange) } }
            } else {
                HTML::p { t(T.needs.planNone) }
                Buttons { LinkButton(t(T.needs.planBegin), href: reader.link("/me/plan"), .quiet) }
            }
        }))
    }
}
