package import Accounts
import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// A head start: before a day only those may apply who wished the topic in their plan.
package enum HeadStartStore {
    /// The day from which everybody may apply, as long as it is to come.
    package static func opens(_ event: Event.ID, today: Day, in act: Act) throws -> Day? {
        guard let day = try day(event, in: act), today < day else { return nil }
        return day
    }

    private static func day(_ event: Event.ID, in act: Act) throws -> Day? {
        try act.kept("head start \(event)") {
            try act.db.rows("SELECT opens FROM event_head_start WHERE event = \(event)").map { try $0["opens"] as Day }
        }.first
    }

    package static func set(_ event: Event.ID, opens day: Day, in act: Act) throws {
        try act.db.run("""
            INSERT INTO event_head_start (event, opens) VALUES (\(event), \(day)) ON CONFLICT (event) DO UPDATE SET opens = excluded.opens
            """)
        try act.touchPublicPages()
    }

    /// Those of some people who wished the topic.
    private static func wished(_ people: Set<Person.ID>, _ event: Event, in act: Act) throws -> Set<Person.ID> {
        guard let first = event.days?.lowerBound else { return [] }
        return try NeedAsked(people, of: event, on: first).told(in: act)[.wish] ?? []
    }

    /// Why these people cannot apply yet; nil when they can.
    package static func refusal(of people: Set<Person.ID>, for event: Event, in act: Act) throws -> Phrase? {
        guard let opens = try day(event.id, in: act) else { return nil }
        guard try CentreStore.centre(event.centre, in: act.looking).zone.day(of: act.now) < opens else { return nil }
        return try !people.isEmpty && wished(people, event, in: act) == people ? nil : T.registration.refusedEarly(day: .day(opens))
    }

    static func require(_ people: Set<Person.ID>, for event: Event, in act: Act) throws {
        if let refusal = try refusal(of: people, for: event, in: act) { throw Problem.conflict(refusal) }
    }
}
