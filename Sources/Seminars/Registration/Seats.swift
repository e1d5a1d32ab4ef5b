/// The one rule about seats. The page asks it what to show, the verb asks it to decide.
///
/// An offered seat is taken. Nobody passes the queue: while somebody waits, a free seat is theirs, not the next applicant's.
package struct Seats: Sendable, Hashable {
    package let seats: Int
    /// Admitted and offered.
    package let taken: Int
    package let waiting: Int

    package init(seats: Int, taken: Int, waiting: Int) {
        self.seats = seats
        self.taken = taken
        self.waiting = waiting
    }

    /// Where the next applicant stands.
    package enum Standing: Sendable, Hashable {
        case admitted
        /// With the place in the queue, from 1.
        case waiting(Int)
    }

    package var next: Standing { taken < seats && waiting == 0 ? .admitted : .waiting(waiting + 1) }

    /// Free for whoever comes now: none while somebody waits.
    package var left: Int { waiting > 0 ? 0 : max(0, seats - taken) }

    /// Whether somebody whose seat is taken back would wait: others wait for it, or more seats are taken than there are. Else it would be offered to
    /// them again at once.
    package var keepsWaiting: Bool { seats - taken < waiting }

    /// How many of those who wait can be offered a seat. Never negative: when seats were lowered below the taken, nobody is thrown out and nobody is offered one.
    package var offerable: Int { min(max(0, seats - taken), waiting) }
}
