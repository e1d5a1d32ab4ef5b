package import Events
package import Kernel
package import Languages

/// How a line of a plan stands, from the events that came of it.
package enum PlanState: String, CaseIterable, Sendable {
    case notBegun, announced, held, postponed, cancelled

    /// What was held counts before all else, then what is to come; a draft is nothing yet.
    package init(_ states: [EventState]) {
        if states.contains(where: { $0 == .held || $0 == .closed }) {
            self = .held
        } else if states.contains(where: { $0 == .announced || $0 == .confirmed }) {
            self = .announced
        } else if states.contains(.postponed) {
            self = .postponed
        } else {
            self = states.contains(.cancelled) && !states.contains(.draft) ? .cancelled : .notBegun
        }
    }

    package var name: Phrase {
        switch self {
        case .notBegun: T.planning.stateNotBegun
        case .announced: T.planning.stateAnnounced
        case .held: T.planning.stateHeld
        case .postponed: T.planning.statePostponed
        case .cancelled: T.planning.stateCancelled
        }
    }
}

/// How it came otherwise than it was planned.
package enum PlanDeviation: Sendable, Hashable {
    case notDone, later, unplanned
    /// Accepted after the plan was approved without it.
    case beside

    /// Of a line of the plan.
    /// - Parameter held: the first days of its events that were held.
    package init?(_ state: PlanState, term: ClosedRange<Day>, held: [Day], today: Day) {
        if state == .held {
            guard let first = held.min(), first > term.upperBound else { return nil }
            self = .later
        } else if term.upperBound < today {
            self = .notDone
        } else {
            return nil
        }
    }

    package var name: Phrase {
        switch self {
        case .notDone: T.planning.deviationNotDone
        case .later: T.planning.deviationLater
        case .unplanned: T.planning.deviationUnplanned
        case .beside: T.planning.deviationBeside
        }
    }
}

/// Why something came otherwise, in somebody's words.
package struct PlanReason: Sendable {
    package let text: String
    package let person: Kernel.ID<PersonTag>?
    package let at: Instant
}

/// What was planned beside what came of it.
package struct PlanDone: Sendable {
    package struct Line: Sendable {
        package let item: PlanItem
        package let events: [Event]
        package let state: PlanState
        package let deviation: PlanDeviation?
        package let reason: PlanReason?
        /// How many came to its events.
        package let people: Int

        package var held: [Event] { events.filter(\.wasHeld) }
    }

    /// An event that nobody had planned: it was held, or stands ready.
    package struct Extra: Sendable {
        package let event: Event
        package let reason: PlanReason?
        package let people: Int

        package var deviation: PlanDeviation { event.wasHeld ? .unplanned : .beside }
    }

    package let plan: YearPlan
    package let lines: [Line]
    package let extras: [Extra]

    package var unplanned: Int { extras.count { $0.event.wasHeld } }

    package func count(_ state: PlanState) -> Int { lines.filter { $0.state == state }.count }
    /// Events that were held by a line, and those without.
    package var held: Int { lines.reduce(0) { $0 + $1.held.count } }
    package var expected: Int { lines.reduce(0) { $0 + ($1.item.details.people ?? 0) } }
    package var came: Int { lines.reduce(0) { $0 + $1.people } + extras.reduce(0) { $0 + $1.people } }
    /// What nobody has explained yet.
    package var unexplained: Int { lines.filter { $0.deviation != nil && $0.reason == nil }.count + extras.filter { $0.reason == nil }.count }
}

extension Event {
    /// Whether it was held, closed or not.
    package var wasHeld: Bool { state == .held || state == .closed }
    /// The first day on which it is held.
    package var firstDay: Day? { plan.sessions.map(\.day).min() }
}
