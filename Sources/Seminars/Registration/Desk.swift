package import Accounts
import Catalogue
package import Centres
package import Events
import Forms
import Kernel
package import Languages
package import Queues

/// One line of an event's desk: who, from where, who pays, state, notes.
package struct DeskRow: Sendable {
    package let registration: Registration
    /// In its place the address, as long as the application has not counted.
    package let name: PersonName
    package let email: String?
    package let phone: String
    /// Whether the address was proved.
    package let isProved: Bool
    /// A letter that did not arrive there.
    package let deadLetter: LetterRow.ID?
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

    /// Whether somebody's application can be moved to another date.
    func moves(_ registration: Registration) -> Bool { registration.state.next.contains(.moved) && !others.isEmpty }
}

/// A line of the desk whose act was refused: it stays open with what was typed.
struct RefusedLine: Sendable {
    let registration: Registration.ID
    let form: FilledForm
}

/// A line of the journal with the name of who acted.
struct JournalLine: Sendable {
    let entry: JournalEntry
    let who: String
}
