package import Accounts
import Catalogue
package import Centres
package import Events
package import Forms
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
    /// What the person does in that school, else what the person says of the own work.
    package let job: String
    package let school: String
    package let place: String
    /// The place in the queue, for those who wait.
    package let queue: Int?
}

/// Everything the desk of an event shows: nine queries, however many people.
package struct Desk: Sendable {
    package let event: Event
    package let centre: Centre
    /// How many stand in each state, whatever the list shows.
    package let counts: [RegistrationState: Int]
    /// How many seats are taken, and how many the first that waits needs.
    package let seats: Seats
    /// What is asked of the list.
    package let question: DeskQuestion
    package let paging: Paging
    package let rows: [DeskRow]
    package let clashes: [EventClash]

    package func count(_ state: RegistrationState) -> Int { counts[state] ?? 0 }

    /// How many applied, in whatever state they are now.
    package var total: Int { counts.values.reduce(0, +) }

    /// How many are missing to the smallest group; zero when it has formed.
    package var missing: Int { max(0, event.plan.seatsMin - (seats.collects == nil ? count(.admitted) : seats.formed)) }

}

/// One application in the hands of those who run its event.
struct DeskCase: Sendable {
    let event: Event
    let centre: Centre
    let row: DeskRow
    let seats: Seats
    /// Other dates to which somebody can be moved.
    let others: [Event]
    /// Where the person works, as far as the centre may know.
    let schools: [School]

    var registration: Registration { row.registration }

    /// What can be done with it now.
    func verbs(at now: Instant) -> [DeskVerb] { DeskVerb.allCases.filter { $0.isPossible(registration, of: event, at: now) } }
}

/// A line of the journal with the name of who acted, and of whom it concerned.
struct JournalLine: Sendable {
    let entry: JournalEntry
    let who: String
    let whom: String
}
