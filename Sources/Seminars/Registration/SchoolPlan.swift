package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages

/// What is planned at a school: who comes to which event, what is missing, what it costs.
package struct SchoolPlan: Sendable {
    /// One seat, or a place in the queue.
    package struct Seat: Sendable {
        package let registration: Registration
        package let name: PersonName
    }

    package struct Line: Sendable {
        package let event: Event
        package let seats: [Seat]
    }

    package let school: School.ID
    package let lines: [Line]
    let groups: [SchoolGroup.ID: SchoolGroup]

    /// The groups of the school that come to an event.
    func groups(of line: Line) -> [SchoolGroup.ID] { Set(line.seats.compactMap(\.registration.schoolGroup)).filter { groups[$0] != nil }.sorted() }

    /// Groups that wait for names, each with how many.
    var nameless: [(group: SchoolGroup, event: Event, count: Int)] {
        lines.flatMap { line in
            let unnamed = line.seats.filter { $0.registration.isUnnamed && $0.registration.school == school }
            return Dictionary(grouping: unnamed) { $0.registration.schoolGroup }.compactMap { id, seats in
                id.flatMap { groups[$0] }.map { (group: $0, event: line.event, count: seats.count) }
            }.sorted { $0.group.id < $1.group.id }
        }
    }

    /// Groups that wait for the head.
    var unapproved: [(group: SchoolGroup, event: Event, until: Instant)] {
        let events = Dictionary(lines.map { ($0.event.id, $0.event) }, uniquingKeysWith: { first, _ in first })
        return groups.values.sorted { $0.id < $1.id }.compactMap { group in
            guard let until = group.approveUntil, let event = events[group.event] else { return nil }
            return (group, event, until)
        }
    }

    /// What the seats of the school cost, by who pays, in each currency: those who wait pay nothing yet.
    package var costs: [(payer: Payer, seats: Int, sum: Money)] {
        Payer.allCases.flatMap { payer in
            let fees = lines.flatMap { line in
                line.seats.filter { $0.registration.school == school && $0.registration.state.hasSeat && $0.registration.payer == payer }.map { _ in line.event.plan.fee }
            }
            return Dictionary(grouping: fees, by: \.currency).sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { currency, fees in
                let sum = Money(minor: fees.map(\.minor).reduce(0, +), currency)
                return sum.flatMap { $0.isZero ? nil : (payer: payer, seats: fees.count, sum: $0) }
            }
        }
    }
}
