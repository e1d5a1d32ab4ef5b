package import Events
package import Kernel
import Storage

/// How many took part in events, and how many certificates they have: read where it stands, so that no number of a project is a copy that grows old.
package enum CountedEventStore {
    /// What is counted of an event; nil for what nobody knows yet, which is not the same as nobody.
    package struct Count: Sendable, Hashable {
        package let participants: Int?
        package let certificates: Int?

        package init(participants: Int?, certificates: Int?) { (self.participants, self.certificates) = (participants, certificates) }
    }

    package static func counts(of events: [Event.ID], in act: Act) throws -> [Event.ID: Count] {
        guard !events.isEmpty else { return [:] }
        // Who is marked as there at least once; of a group as many as were counted. Of an event of an earlier year the number that its list told.
        let there = try act.db.rows("""
            SELECT r.event, CAST(sum(CASE WHEN g.registration IS NULL THEN r.people ELSE g.pupils + g.companions END) AS BIGINT) AS people
            FROM registration r LEFT JOIN group_count g ON g.registration = r.id
            WHERE r.event IN \(list: events) AND r.state = 'admitted' AND NOT r.unnamed AND (g.registration IS NOT NULL
                OR EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left')))
            GROUP BY r.event
            """)
        let told = try act.db.rows("SELECT id, participants FROM event WHERE id IN \(list: events) AND participants IS NOT NULL")
        let proofs = try act.db.rows("""
            SELECT c.event, count(*) AS many FROM certificate c
            WHERE c.event IN \(list: events) AND c.state = 'valid' AND c.part = 'participant' GROUP BY c.event
            """)
        var people: [Event.ID: Int] = [:], certificates: [Event.ID: Int] = [:]
        for row in told { people[try row["id"]] = try row["participants"] }
        for row in there { people[try row["event"]] = try row["people"] }
        for row in proofs { certificates[try row["event"]] = try row["many"] }
        return Dictionary(uniqueKeysWithValues: Set(events).map { ($0, Count(participants: people[$0], certificates: certificates[$0])) })
    }
}
