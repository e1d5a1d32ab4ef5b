package import Centres
package import Kernel
package import Languages
package import Storage

/// What somebody is who looks after a school: its head, or a coordinator of its team for professional development.
package enum SchoolDuty: String, CaseIterable, Sendable, Storable {
    case head, coordinator

    package var name: Phrase {
        switch self {
        case .head: T.schools.head
        case .coordinator: T.schools.coordinator
        }
    }
}

/// How often somebody hears of what was planned and done at a school.
package enum Digest: String, CaseIterable, Sendable, Storable {
    case never, weekly, monthly

    var name: Phrase {
        switch self {
        case .never: T.schools.digestNever
        case .weekly: T.schools.digestWeekly
        case .monthly: T.schools.digestMonthly
        }
    }

    /// Whether it is time to be told again.
    func isDue(since told: Day, on today: Day) -> Bool {
        switch self {
        case .never: false
        case .weekly: told.adding(days: 7) <= today
        case .monthly: told.adding(months: 1) <= today
        }
    }
}

extension SchoolDuty {
    /// A head hears each month unless it is set otherwise; a coordinator knows it already.
    var digest: Digest { self == .head ? .monthly : .never }
}

/// Somebody who looks after a school.
package struct SchoolKeeper: Sendable {
    package let person: ID<PersonTag>
    package let name: String
    package let duty: SchoolDuty
    package let since: Instant
    package let digest: Digest
}

/// A school and what somebody is there who looks after it.
package struct KeptSchool: Sendable {
    package let school: School.ID
    package let name: String
    package let duty: SchoolDuty
}

extension Actor {
    /// Whether the actor looks after a school. A person who works at two may look after both.
    package func looksAfter(_ school: School.ID) -> Bool { schoolsLookedAfter.contains(school) }

    /// All schools that the actor looks after.
    package var schoolsLookedAfter: Set<School.ID> { Set(grants.compactMap { $0.role == .school ? $0.school : nil }) }

    /// Whether the actor may say who looks after a school: those who do, and the people of the centre whose territory holds it.
    func namesKeepers(of school: School) -> Bool { looksAfter(school.id) || school.isChanged(by: self) }
}
