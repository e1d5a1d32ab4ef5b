import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools
import Web

/// What stands on a school’s page of its applications: what is missing, who comes to what, what it costs.
enum SchoolMine {
    @Sendable static func tell(_ asked: SchoolPlanAsked, in act: Act) throws -> PagePart? {
        let plan = try SchoolPlanStore.plan(of: asked.school.id, in: asked.language, in: act)
        return PagePart { SchoolPlanViews(reader: $0).show(plan, of: asked.school.id) }
    }
}
