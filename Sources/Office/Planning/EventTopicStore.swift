package import Centres
package import Events
package import Kernel
package import Needs
package import Storage

/// On which topics events are: what was planned, proposed or called for says so, and the programme. A topic that went into another stands for that one.
package enum EventTopicStore {
    /// What stands behind the events of a centre, beside their programmes.
    package static func topics(at centre: Centre.ID, in act: Act) throws -> [Event.ID: Set<Topic.ID>] { try topics(at: centre, "", in: act) }

    /// All topics of one event.
    package static func topics(of event: Event, in act: Act) throws -> Set<Topic.ID> {
        let list = try TopicStore.list(in: act)
        let served = try event.plan.programme.map { try TopicStore.topics(of: $0, in: act).compactMap { list.standing($0.id)?.id } } ?? []
        return Set(served).union(try topics(at: event.centre, "AND x.event = \(event.id)", in: act)[event.id] ?? [])
    }

    /// - Parameter condition: on `x.event`.
    private static func topics(at centre: Centre.ID, _ condition: SQL, in act: Act) throws -> [Event.ID: Set<Topic.ID>] {
        let list = try TopicStore.list(in: act)
        return try act.db.rows("""
            SELECT x.event, c.topic FROM launch x JOIN demand_call c ON c.id = x.demand_call
            WHERE x.centre = \(centre) AND x.event IS NOT NULL AND c.topic IS NOT NULL \(condition)
            UNION SELECT x.event, x.topic FROM plan_proposal x JOIN plan_run r ON r.id = x.run WHERE r.centre = \(centre) AND x.event IS NOT NULL \(condition)
            UNION SELECT x.event, i.topic FROM plan_item_event x JOIN plan_item i ON i.id = x.item JOIN year_plan y ON y.id = i.plan
            WHERE y.centre = \(centre) AND i.topic IS NOT NULL \(condition)
            """).reduce(into: [:]) { topics, row in
            if let topic = list.standing(try row["topic"]) { topics[try row["event"], default: []].insert(topic.id) }
        }
    }
}
