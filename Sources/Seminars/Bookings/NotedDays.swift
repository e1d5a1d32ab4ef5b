import Forms
package import Kernel
package import Languages

/// Some days in a row with what is said of them: when a trainer cannot come, how long a contract holds.
package struct NotedDays: Sendable, Hashable {
    package var days: ClosedRange<Day>
    package var note: String

    package init(_ days: ClosedRange<Day>, note: String = "") {
        (self.days, self.note) = (days, note)
    }
}

/// Days on which somebody cannot come.
package struct Absence: Sendable {
    package typealias ID = Kernel.ID<Absence>
    package let id: ID
    package let person: Kernel.ID<PersonTag>
    package let noted: NotedDays
}

/// A centre's contract with a trainer.
package struct Contract: Sendable {
    package typealias ID = Kernel.ID<Contract>
    package let id: ID
    package let person: Kernel.ID<PersonTag>
    package let noted: NotedDays

    /// So many days before its end the centre is told.
    static let warningDays = 30

    func isEnding(on today: Day) -> Bool { (0...Self.warningDays).contains(today.days(until: noted.days.upperBound)) }
}

/// What stands on a trainer's own page and on the card that the centre's people see.
struct TrainerSheet: Sendable {
    var absences: [Absence] = []
    /// Of the centre that looks alone; a trainer's own page has none.
    var contracts: [Contract] = []
}
