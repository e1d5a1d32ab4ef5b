import Kernel
package import Languages
package import People

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

    /// How many of those who wait can be offered a seat. Never negative: when seats were lowered below the taken, nobody is thrown out and nobody is offered one.
    package var offerable: Int { min(max(0, seats - taken), waiting) }
}

extension Announced {
    /// The moment after which nobody can apply: the end of the last day, and never after the start.
    package func closes(in zone: Zone) -> Instant {
        let end = zone.endOfDay(deadline)
        return starts.map { min($0, end) } ?? end
    }

    /// Whether one can apply now.
    /// - Throws: the refusal, with its reason and the way out.
    package func requireOpen(at now: Instant, in zone: Zone) throws {
        switch state {
        case .announced, .confirmed: break
        case .draft: throw Problem.missing
        case .postponed: throw Problem.conflict(T.registration.refusedPostponed)
        case .cancelled: throw Problem.conflict(T.registration.refusedCancelled)
        case .held, .closed: throw Problem.conflict(T.registration.refusedHeld)
        }
        guard now < closes(in: zone) else { throw Problem.conflict(T.registration.refusedDeadline(deadline: .day(deadline))) }
    }

    package func isOpen(at now: Instant, in zone: Zone) -> Bool { (try? requireOpen(at: now, in: zone)) != nil }
}

/// When a freed seat may be offered, and for how long: an offer is sent between 8 and 20 o'clock local time, lasts as long as the centre's rule says, and never past the cut-off.
package struct OfferRule: Sendable {
    package let rules: SeatRules
    package let zone: Zone
    private static let hours = 8..<20

    package init(_ rules: SeatRules, in zone: Zone) {
        self.rules = rules
        self.zone = zone
    }

    /// Until when an offer made now would be held; nil when none may be made now.
    package func until(for event: Event, at now: Instant) -> Instant? {
        guard event.state == .announced || event.state == .confirmed, let cutoff = event.cutoff(rules), now < cutoff,
              Self.hours.contains(zone.time(of: now).hour)
        else { return nil }
        return min(now.adding(hours: rules.offerHours), cutoff)
    }

    /// After the cut-off staff fill free seats themselves.
    package func isPastCutoff(_ event: Event, at now: Instant) -> Bool {
        event.cutoff(rules).map { now >= $0 } ?? false
    }
}
