package import Accounts
package import Delivery
package import Events
package import Kernel
package import Languages
package import Storage

/// What a circle concluded. It does not die: it has somebody who does it and a day, comes back until it is done or dropped with a reason, and the page of the
/// next year tells what became of it.
package struct CircleConclusion: Sendable {
    package typealias ID = Kernel.ID<CircleConclusion>

    package enum State: String, CaseIterable, Sendable, Storable {
        case open, underway, done, dropped

        package var name: Phrase {
            switch self {
            case .open: T.circles.stateOpen
            case .underway: T.circles.stateUnderway
            case .done: T.circles.stateDone
            case .dropped: T.circles.stateDropped
            }
        }

        package var isSettled: Bool { self == .done || self == .dropped }
    }

    package let id: ID
    package let circle: Circle.ID
    package let meeting: CircleMeeting.ID?
    /// On which it was concluded.
    package let day: Day
    package let details: CircleConclusionDetails
    /// nil where whoever it was has gone.
    package let ownerName: String?
    package let state: State
    /// What became of it; of what was dropped, why.
    package let outcome: String
    /// Whether too few were there to decide.
    package let isAdvice: Bool
    package let settled: Day?

    package func isLate(on today: Day) -> Bool { !state.isSettled && details.due < today }
}

/// What is said of a conclusion when it is written.
package struct CircleConclusionDetails: Sendable, Hashable {
    package var text: String
    package var owner: Person.ID?
    package var due: Day
    package var point: AgendaPoint.ID?
    package var planLine: CirclePlanLine.ID?
    /// That came of it.
    package var event: Event.ID?

    package init(text: String, owner: Person.ID?, due: Day, point: AgendaPoint.ID? = nil, planLine: CirclePlanLine.ID? = nil, event: Event.ID? = nil) {
        (self.text, self.owner, self.due, self.point, self.planLine, self.event) = (text, owner, due, point, planLine, event)
    }

    /// So many days before its day a letter reminds.
    package static let noticeDays = 3
    static let daysAhead = 731
}

/// How many conclusions stand how.
package struct ConclusionSum: Sendable, Hashable {
    package private(set) var counts: [CircleConclusion.State: Int] = [:]

    package init(_ states: [CircleConclusion.State]) { for state in states { counts[state, default: 0] += 1 } }

    package subscript(_ state: CircleConclusion.State) -> Int { counts[state] ?? 0 }
    package var all: Int { counts.values.reduce(0, +) }
    /// Not done and not dropped.
    package var left: Int { self[.open] + self[.underway] }
}

/// The conclusions of one school year, with what became of those of the year before.
package struct ConclusionYear: Sendable {
    package let sight: CircleSight
    package let year: SchoolYear
    package let own: [CircleConclusion]
    package let earlier: [CircleConclusion]
    /// What was agreed at the centre's events at which it met, kept there.
    package let ofEvents: [(event: Event, conclusion: Conclusion)]
    package let plan: [CirclePlanLine]

    package var sum: ConclusionSum { ConclusionSum(own.map(\.state)) }
    package var sumBefore: ConclusionSum { ConclusionSum(earlier.map(\.state)) }
}
