import Accounts
import Events
import Kernel
import Registration
import Storage

/// Whose seat stayed empty the last time.
enum NoShowStore {
    /// Those of the people who were marked absent at the last event of the centre at which they had a seat, and were there at none of its sessions. Who was
    /// excused, or of whom nobody wrote anything down, is not one of them.
    static func tell(_ asked: NeedAsked, in act: Act) throws -> [NeedPart: Set<Person.ID>]? {
        guard let event = asked.event else { return nil }
        let people = asked.people.sorted()
        let missed = try act.db.rows("""
            SELECT r.person FROM registration r JOIN event e ON e.id = r.event
            WHERE r.person IN \(list: people) AND r.state = 'admitted' AND NOT r.unnamed AND e.centre = \(asked.centre) AND e.id <> \(event.id)
                AND e.state IN ('held', 'closed')
                AND NOT EXISTS (
                    SELECT 1 FROM registration n JOIN event l ON l.id = n.event
                    WHERE n.person = r.person AND n.state = 'admitted' AND NOT n.unnamed AND l.centre = e.centre AND l.id <> \(event.id)
                        AND l.state IN ('held', 'closed') AND (l.starts > e.starts OR (l.starts = e.starts AND l.id > e.id)))
                AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark = 'absent')
                AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left', 'excused'))
            """).map { try $0["person"] as Person.ID }
        return [.missed: Set(missed)]
    }
}
