package import Accounts
package import Centres
import Forms
package import Kernel
package import Languages

/// Who works at a school: one line a person, however many contracts they have there. Of the person nothing but the name is told.
package struct RosterLine: Sendable {
    package let person: Person.ID
    package let name: PersonName
    /// The work at this school, what goes on first.
    package internal(set) var works: [(id: Employment.ID, work: Work)]

    /// Whether they work there on a day.
    package func isThere(on day: Day) -> Bool { works.contains { $0.work.holds(on: day) } }
    /// Whether they will, or do.
    package func isNotGone(on day: Day) -> Bool { works.contains { $0.work.standing(on: day) != .ended } }
}

/// Everybody who works at a school, or worked there in the last year.
package struct Roster: Sendable {
    package let lines: [RosterLine]
    package let today: Day

    /// Those who work there, or begin soon.
    package var present: [RosterLine] { lines.filter { $0.isNotGone(on: today) } }
    package var gone: [RosterLine] { lines.filter { !$0.isNotGone(on: today) } }
}
