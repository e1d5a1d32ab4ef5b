import Accounts
import Centres
import Events
import Kernel
import Languages
import Schools

/// What the form shows in which a school applies for several people.
struct SchoolGroupOpening: Sendable {
    let school: School
    let event: Event
    let centre: Centre
    let seats: Seats
    /// Who works there, and who of them has applied already.
    let staff: [RosterLine]
    let already: Set<Person.ID>
    let namesUntil: Day?
    /// Why nothing can be applied for; nil where it can.
    let refusal: Phrase?
}

/// One group of a school, with its seats.
struct SchoolGroupSight: Sendable {
    struct Seat: Sendable {
        let registration: Registration
        /// Empty while it has none.
        let name: String
        let place: Int?
    }

    let group: SchoolGroup
    let school: School
    let event: Event
    let centre: Centre
    let seats: [Seat]
    /// Who works there and has no seat at this event.
    let free: [RosterLine]
    let isHead: Bool

    var unnamed: [Seat] { seats.filter { $0.registration.isUnnamed && $0.registration.state.isOpen } }
    var named: [Seat] { seats.filter { !$0.registration.isUnnamed && $0.registration.state.isOpen } }

    func canSwap(at now: Instant) -> Bool { !named.isEmpty && !free.isEmpty && (event.starts.map { now < $0 } ?? true) }
}
