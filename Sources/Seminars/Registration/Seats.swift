package import Languages

/// The one rule about seats. The page asks it what to show, the verb asks it to decide.
///
/// An offered seat is taken. Nobody passes the queue: while somebody waits, a free seat is theirs, not the next applicant's. A group takes as many seats
/// as it has people; while the first group in the queue does not fit, nobody behind it is offered anything, however small.
package struct Seats: Sendable, Hashable {
    package let seats: Int
    /// Of those who are admitted and offered one.
    package let taken: Int
    /// How many applications wait.
    package let waiting: Int
    /// How many seats the first that waits needs.
    package let first: Int
    /// The last day whose applications are ranked, as long as seats that go by need were not given.
    package let collects: Day?

    package init(seats: Int, taken: Int, waiting: Int, first: Int = 1, collects: Day? = nil) {
        self.seats = seats
        self.taken = taken
        self.waiting = waiting
        self.first = first
        self.collects = collects
    }

    /// Where the next applicant stands.
    package enum Standing: Sendable, Hashable {
        case admitted
        /// With the place in the queue, from 1.
        case waiting(Int)
        /// Ranked by need with those who apply until this day.
        case collected(Day)
    }

    package var next: Standing { next(for: 1) }

    /// - Parameter people: how many seats the next applicant needs.
    package func next(for people: Int) -> Standing {
        if let collects { return .collected(collects) }
        return taken + people <= seats && waiting == 0 ? .admitted : .waiting(waiting + 1)
    }

    /// What waits as one: an application, or all that waits of a school's group that comes whole or not at all.
    package struct Waiter: Sendable, Hashable {
        package let seats: Int
        package let isWhole: Bool

        package init(seats: Int, isWhole: Bool = false) { (self.seats, self.isWhole) = (seats, isWhole) }
    }

    /// Who of those who wait comes in now, by their places in the order of the queue: nobody is passed, and what does not fit holds up all behind it.
    /// - Parameter pastWhole: after the cut-off seats that a whole group cannot use go on in order.
    package static func coming(_ queue: [Waiter], free: Int, pastWhole: Bool = false) -> [Int] {
        var (free, coming) = (free, [Int]())
        for (place, waiter) in queue.enumerated() {
            if waiter.seats <= free {
                coming.append(place)
                free -= waiter.seats
            } else if !(pastWhole && waiter.isWhole) {
                break
            }
        }
        return coming
    }

    /// Free for whoever comes now: none while somebody waits.
    package var left: Int { waiting > 0 && collects == nil ? 0 : max(0, seats - taken) }

    /// How many would come as it is now.
    package var formed: Int { collects == nil ? taken : min(seats, taken + waiting) }

    /// Whether somebody whose seat is taken back would wait: others wait for it, or more seats are taken than there are. Else it would be offered to
    /// them again at once.
    package var keepsWaiting: Bool { seats - taken < waiting || (waiting > 0 && seats - taken < first) }

    /// How many of those who wait can be offered a seat. Never negative: when seats were lowered below the taken, nobody is thrown out and nobody is offered one.
    package var offerable: Int { collects != nil || seats - taken < first ? 0 : min(max(0, seats - taken), waiting) }
}
