import Accounts
import Events
import Kernel
import Registration
import Languages
import Storage

/// Who wished what an event is about.
enum WishedStore {
    /// Those of the people who have a topic of the event open in their plan of the year, or said that they would come when it was called for.
    static func tell(_ asked: NeedAsked, in act: Act) throws -> [NeedPart: Set<Person.ID>]? {
        guard let event = asked.event else { return nil }
        let people = asked.people.sorted()
        return [.wish: Set(try act.db.rows("""
            SELECT p.person FROM need_plan p JOIN wish w ON w.plan = p.id
            WHERE p.person IN \(list: people) AND p.centre = \(event.centre) AND p.year = \(asked.year.start) AND w.served IS NULL AND w.topic IN (
                SELECT t.topic FROM topic_programme t WHERE t.programme = \(event.plan.programme)
                UNION SELECT o.topic FROM plan_proposal o WHERE o.event = \(event.id))
            UNION
            SELECT c.person FROM would_come c JOIN launch l ON l.demand_call = c.demand_call WHERE l.event = \(event.id) AND c.person IN \(list: people)
            """).map { try $0["person"] as Person.ID })]
    }
}
