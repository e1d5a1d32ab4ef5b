package import Languages

/// What decides until when, and for how many seats, one can apply.
package protocol Announced {
    var id: Event.ID { get }
    var form: EventForm { get }
    var state: EventState { get }
    var starts: Instant? { get }
    var deadline: Day { get }
    var seats: Int { get }
}

extension Announced {
    /// The moment after which nobody can apply: the end of the last day, and never after the start.
    package func closes(in zone: Zone) -> Instant {
        let end = zone.endOfDay(deadline)
        return starts.map { min($0, end) } ?? end
    }
}

extension Event: Announced {
    package var deadline: Day { plan.deadline }
    package var seats: Int { plan.seats }
}
