package import Accounts
import Kernel

/// Some participations together: people each once, and how often they came.
package struct ReportSum: Sendable, Hashable {
    package private(set) var people: Set<Person.ID> = []
    package private(set) var came = 0
    package private(set) var minutes = 0
    package private(set) var points = 0

    package init() {}

    package init(_ visits: some Sequence<ReportVisit>) {
        for visit in visits { add(visit) }
    }

    package mutating func add(_ visit: ReportVisit) {
        people.insert(visit.person)
        (came, minutes, points) = (came + 1, minutes + visit.minutes, points + visit.points)
    }

    package mutating func add(_ other: ReportSum) {
        people.formUnion(other.people)
        (came, minutes, points) = (came + other.came, minutes + other.minutes, points + other.points)
    }

    package var persons: Int { people.count }
    /// Of sixty minutes, rounded.
    package var hours: Int { (2 * minutes + 60) / 120 }

    /// As a line of a table tells it.
    package var values: [ReportField: Int] { [.persons: persons, .participations: came, .hours: hours, .points: points] }
}
