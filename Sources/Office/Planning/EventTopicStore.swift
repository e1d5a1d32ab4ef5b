package import Centres
package import Events
package import Kernel
package import Needs
import Storage

/// On which topics events are: what was planned, proposed or called for says so, and the programme.
package enum EventTopicStore {
    /// What stands behind the events of a centre, beside their programmes.
    package static func topics(at centre: Centre.ID, in act: Act) throws -> [Event.ID: Set<Topic.ID>] {
        try act.db.rows("""
            SELECT l.event, c.topic FROM launch l JOIN demand_call c ON c.id = l.demand_call WHERE l.centre = \(centre) AND l.event IS NOT NULL AND c.topic IS NOT NULL
            UNION SELECT g.event, g.topic FROM plan_proposal g JOIN plan_run r ON r.id = g.run WHERE r.centre = \(centre) AND g.event IS NOT NULL
            UNION SELECT x.event, i.topic FROM plan_item_event x JOIN plan_item i ON i.id = x.item JOIN year_plan y ON y.id = i.plan
            WHERE y.centre = \(centre) AND i.topic IS NOT NULL
            """).reduce(into: [:]) { $0[try $1["event"], default: []].insert(try $1["topic"]) }
    }

    /// All topics of one event.
    package static func topics(of event: Event, in act: Act) throws -> Set<Topic.ID> {
        let served: Set<Topic.ID> = try event.plan.programme.map { Set(try TopicStore.topics(of: $0, in: act).map(\.id)) } ?? []
        return served.union(try topics(at: event.centre, in: act)[event.id] ?? [])
    }
}
