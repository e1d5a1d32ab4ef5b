package import Accounts
import Catalogue
package import Events
package import Kernel
package import Languages
package import Centres
import Storage

/// One line of an event's desk: who, from where, who pays, state, notes.
package struct DeskRow: Sendable {
    package let registration: Registration
    package let name: PersonName
    package let email: String?
    package let phone: String
    package let language: Language
    package let occupation: String
    package let school: String
    package let place: String
    /// The place in the queue, for those who wait.
    package let queue: Int?
}

/// Everything the desk of an event shows: six queries, however many people.
package struct Desk: Sendable {
    package let event: Event
    package let centre: Centre
    package let rows: [DeskRow]
    package let clashes: [EventClash]
    /// Other dates to which somebody can be moved.
    package let others: [Event]

    package var seats: Seats {
        Seats(seats: event.plan.seats, taken: rows.count { $0.registration.state.hasSeat }, waiting: count(.waiting))
    }

    package func count(_ state: RegistrationState) -> Int { rows.count { $0.registration.state == state } }

    /// How many are missing to the smallest group; zero when it has formed.
    package var missing: Int { max(0, event.plan.seatsMin - count(.admitted)) }

    /// - Throws: `Problem.missing` for those who do not run the event.
    package init(_ id: Event.ID, sorted alphabet: Alphabet, in act: Act) throws {
        event = try EventStore.event(runBy: act.by, id, in: act)
        centre = try CentreStore.centre(event.centre, in: act)
        let found = try act.db.rows("""
            SELECT r.*, p.given_name, p.family_name, p.email, p.phone, p.language, p.occupation, s.name AS school_name, s.place AS school_place
            FROM registration r JOIN person p ON p.id = r.person LEFT JOIN school s ON s.id = r.school
            WHERE r.event = \(id) ORDER BY p.\(SortKeys.column(alphabet)), r.id
            """)
        let queue = try found.map { (registration: try Registration(row: $0), row: $0) }
        let waiting = queue.map(\.registration).filter { $0.state == .waiting }
            .sorted { ($0.queued?.seconds ?? 0, $0.id) < ($1.queued?.seconds ?? 0, $1.id) }.map(\.id)
        rows = try queue.map { registration, row in
            DeskRow(
                registration: registration, name: PersonName(given: try row["given_name"], family: try row["family_name"]), email: try row["email"], phone: try row["phone"],
                language: try row["language"], occupation: try row["occupation"], school: try (row["school_name"] as String?) ?? "", place: try (row["school_place"] as String?) ?? "",
                queue: waiting.firstIndex(of: registration.id).map { $0 + 1 })
        }
        clashes = try EventStore.clashes(of: event, in: act)
        others = try EventStore.coming(beside: event, in: act)
    }

    /// Those who get the sign-in sheet, in the order of the alphabet.
    package var admitted: [DeskRow] { rows.filter { $0.registration.state == .admitted } }
}
