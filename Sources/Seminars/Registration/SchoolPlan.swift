package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages

/// What is planned at a school: who comes to which event, what is missing, what it costs.
package struct SchoolPlan: Sendable {
    /// One seat, or a place in the queue.
    package struct Seat: Sendable {
        package let id: Registration.ID
        package let name: PersonName
        package let state: RegistrationState
        package let payer: Payer
        package let isUnnamed: Bool
        /// Asked for on behalf of this school, and not of another one where the person works too.
        package let isOwn: Bool
        /// The group of this school to which it belongs.
        package let group: Group?
    }

    /// Of a group what its school still has to do.
    package struct Group: Sendable, Hashable {
        package let id: SchoolGroup.ID
        package let namesUntil: Day?
        package let approveUntil: Instant?
    }

    package struct Line: Sendable {
        package let event: Event.ID
        package let title: Event.Wording
        package let days: ClosedRange<Day>?
        package let fee: Money
        package internal(set) var seats: [Seat]

        /// The groups of the school that come to it.
        package var groups: [Group] { Set(seats.compactMap(\.group)).sorted { $0.id < $1.id } }
    }

    package let lines: [Line]

    package init(_ lines: [Line]) { self.lines = lines }

    /// Groups that wait for names, each with how many.
    var nameless: [(group: Group, line: Line, count: Int)] {
        lines.flatMap { line in
            Dictionary(grouping: line.seats.filter { $0.isUnnamed && $0.isOwn }, by: \.group).compactMap { group, seats in
                group.map { (group: $0, line: line, count: seats.count) }
            }.sorted { $0.group.id < $1.group.id }
        }
    }

    /// Groups that wait for the head.
    var unapproved: [(group: Group, line: Line, until: Instant)] {
        lines.flatMap { line in line.groups.compactMap { group in group.approveUntil.map { (group, line, $0) } } }.sorted { $0.group.id < $1.group.id }
    }

    /// What the seats of the school cost, by who pays, in each currency: those who wait pay nothing yet.
    package var costs: [(payer: Payer, seats: Int, sum: Money)] {
        Payer.allCases.flatMap { payer in
            let fees = lines.flatMap { line in line.seats.filter { $0.isOwn && $0.state.hasSeat && $0.payer == payer }.map { _ in line.fee } }
            return Dictionary(grouping: fees, by: \.currency).sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { currency, fees in
                let sum = Money(minor: fees.map(\.minor).reduce(0, +), currency)
                return sum.flatMap { $0.isZero ? nil : (payer: payer, seats: fees.count, sum: $0) }
            }
        }
    }
}
