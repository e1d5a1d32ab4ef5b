package import Accounts
package import Centres
import Events
package import Kernel
import Languages
import Storage

/// What the applications of two people say when the two are to become one.
extension RegistrationStore {
    /// Events for which both have an application that counts, and seats that one offers the other.
    package static func conflicts(of asked: MergeAsked, in act: Act) throws -> [MergeConflict] {
        let (kept, gone) = (asked.kept, asked.gone)
        let both = try act.db.rows("""
            SELECT one.event FROM registration one JOIN registration other ON other.event = one.event
            WHERE one.person = \(kept) AND other.person = \(gone) AND NOT one.unnamed AND NOT other.unnamed AND one.state IN ('admitted', 'waiting', 'offered')
                AND other.state IN ('admitted', 'waiting', 'offered') ORDER BY one.event
            """).map { try $0["event"] as Event.ID }
        let offered = try act.db.rows("""
            SELECT r.event FROM hand_over h JOIN registration r ON r.id = h.registration
            WHERE (r.person = \(kept) AND h.colleague = \(gone)) OR (r.person = \(gone) AND h.colleague = \(kept)) ORDER BY r.event
            """).map { try $0["event"] as Event.ID }
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(both + offered)), in: act).map { ($0.id, $0) })
        func conflict(_ id: Event.ID, _ phrase: (Value) -> Phrase) -> MergeConflict {
            guard let event = events[id], event.centre == asked.centre else { return MergeConflict(T.registration.mergeSeatsElsewhere) }
            return MergeConflict(phrase(.title(event.title(in: event.plan.language).text)), at: "/staff/events/\(id)")
        }
        return both.map { conflict($0) { T.registration.mergeSeats(event: $0) } } + offered.map { conflict($0) { T.registration.mergeHandOver(event: $0) } }
    }

    /// On whose behalf people applied.
    package static func schools(of people: [Person.ID], in act: Act) throws -> [(person: Person.ID, school: School.ID)] {
        try act.db.rows("SELECT DISTINCT person, school FROM registration WHERE person IN \(list: people) AND school IS NOT NULL AND queued IS NOT NULL")
            .map { (try $0["person"], try $0["school"]) }
    }
}
