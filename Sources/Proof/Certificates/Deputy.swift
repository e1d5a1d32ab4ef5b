package import Accounts
package import Kernel
package import Languages

/// Somebody whom the director named to sign instead, from the first to the last day.
package struct Deputy: Sendable {
    package typealias ID = Kernel.ID<Deputy>

    package let id: ID
    package let person: Person.ID
    package let name: String
    package let days: ClosedRange<Day>
    package let ended: Instant?

    package func counts(on day: Day) -> Bool { ended == nil && days.contains(day) }
}
