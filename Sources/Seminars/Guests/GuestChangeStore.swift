package import Centres
package import Events
package import Kernel
import Languages
import Queues
import Storage

/// What those who were asked hear when the event changes, and by the clock.
extension GuestStore {
    /// It was cancelled, postponed or moved.
    static func tell(_ event: Event, in act: Act) throws {
        let concerned = try guests(of: event.id, in: act).filter { $0.asked != nil && $0.answer != .declines && !$0.email.isEmpty }
        try GuestLetters.changed(event, to: concerned.map { ($0, Token.random()) }, in: act)
    }

    /// Whom a change concerns: those who were asked and have not declined.
    package static func concerned(by event: Event.ID, in act: Act) throws -> Concerned {
        let concerned = try guests(of: event, in: act).filter { $0.asked != nil && $0.answer != .declines }
        return Concerned(
            letters: concerned.count { !$0.email.isEmpty }, others: concerned.filter(\.email.isEmpty).map { Concerned.Unwritten(name: $0.name, phone: "") })
    }

    /// So many days before the event somebody who has not answered is reminded, once, and not sooner after the letter than so many days.
    private static let remindDays = 7, restDays = 3

    /// Those who have not answered are reminded before the event, each in an act of its own.
    @Sendable package static func remindAll(_ records: Records) async throws {
        for guest in try await records.read(as: .system, { try due(in: $0) }) {
            let token = Token.random()
            try await records.write(by: .system) { act in
                guard let row = try act.db.row("SELECT * FROM guest WHERE id = \(guest)") else { return }
                let found = try Guest(row: row)
                try act.db.hold("event", found.event.value)
                let event = try EventStore.event(found.event, in: act)
                let centre = try CentreStore.centre(event.centre, in: act)
                guard found.canBeReminded, found.reminded == nil, (8..<20).contains(centre.zone.time(of: act.now).hour) else { return }
                try remind(found, event, centre, token, in: act)
            }
        }
    }

    package static func due(in act: Act) throws -> [Guest.ID] {
        try act.db.rows("""
            SELECT g.id FROM guest g JOIN event e ON e.id = g.event WHERE g.answer = 'none' AND g.asked <= \(act.now.adding(days: -restDays)) AND g.reminded IS NULL
                AND g.email <> '' AND e.state IN ('announced', 'confirmed') AND e.starts > \(act.now) AND e.starts <= \(act.now.adding(days: remindDays))
            ORDER BY g.id LIMIT 500
            """).map { try $0["id"] }
    }
}
