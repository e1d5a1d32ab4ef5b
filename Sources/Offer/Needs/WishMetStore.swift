package import Accounts
package import Kernel
package import Languages
import Storage

/// Wishes that are met because their person went to something, as rows.
package enum WishMetStore {
    /// Meets the open wishes of one topic in a person's plans of some years, where the plan was begun before: nobody wishes what they have behind them.
    /// - Returns: the year of the plan; nil where there was no such wish.
    package static func meet(_ topic: Topic.ID, of person: Person.ID, in years: [SchoolYear], begunBefore start: Instant, in act: Act) throws -> SchoolYear? {
        let rows = try act.db.rows("""
            SELECT p.id, p.year FROM need_plan p WHERE p.person = \(person) AND p.year IN \(list: years.map(\.start)) AND p.started < \(start)
                AND EXISTS (SELECT 1 FROM wish w WHERE w.plan = p.id AND w.topic = \(topic) AND w.served IS NULL) ORDER BY p.year
            """)
        for row in rows {
            let plan: NeedPlan.ID = try row["id"]
            try act.db.hold("need_plan", plan.value)
            try act.db.run("UPDATE wish SET served = \(act.now) WHERE plan = \(plan) AND topic = \(topic) AND served IS NULL")
            try act.record(T.needs.wishMet, .other("need_plan", plan.value), under: .person(person))
        }
        return try rows.first.flatMap { SchoolYear(start: try $0["year"]) }
    }

    /// It turned out that the person had not come: what was met at that moment is open again. What they said themselves stays.
    package static func reopen(_ topic: Topic.ID, of person: Person.ID, metAt moment: Instant, in act: Act) throws {
        for row in try act.db.rows("""
            SELECT DISTINCT p.id FROM need_plan p JOIN wish w ON w.plan = p.id WHERE p.person = \(person) AND w.topic = \(topic) AND w.served = \(moment)
            """) {
            let plan: NeedPlan.ID = try row["id"]
            try act.db.hold("need_plan", plan.value)
            try act.db.run("UPDATE wish SET served = NULL WHERE plan = \(plan) AND topic = \(topic) AND served = \(moment)")
            try act.record(T.needs.wishOpen, .other("need_plan", plan.value), under: .person(person))
        }
    }
}
