package import Centres
package import Kernel
package import Languages
package import Storage

/// A rule of a centre by which a seat costs less.
package struct Reduction: Sendable, Hashable {
    package typealias ID = Kernel.ID<Reduction>

    package let id: ID
    package let details: ReductionDetails

    package init(id: ID, _ details: ReductionDetails) { (self.id, self.details) = (id, details) }

    package var name: String { details.name }
    package var path: String { "/staff/prices/reductions/\(id)" }

    package enum Kind: String, CaseIterable, Sendable, Storable {
        /// One of so many whom a school sends to one event comes free.
        case oneIn = "one_in"
        /// Whoever has paid a membership.
        case member
        /// Whoever applies so many days ahead.
        case early
        /// All of a school's, from so many on.
        case many

        package var name: Phrase {
            switch self {
            case .oneIn: T.claims.reductionOneIn
            case .member: T.claims.reductionMember
            case .early: T.claims.reductionEarly
            case .many: T.claims.reductionMany
            }
        }
    }
}

/// What is said of a reduction.
package struct ReductionDetails: Sendable, Hashable {
    package var kind: Reduction.Kind
    package var name: String
    package var people: Int?
    package var percent: Int?
    package var days: Int?
    package var starts: Day
    package var ends: Day?
    package var article: String

    package init(
        _ kind: Reduction.Kind, _ name: String, people: Int? = nil, percent: Int? = nil, days: Int? = nil, from starts: Day, to ends: Day? = nil, article: String = ""
    ) {
        (self.kind, self.name, self.people, self.percent, self.days) = (kind, name, people, percent, days)
        (self.starts, self.ends, self.article) = (starts, ends, article)
    }

    package func holds(on day: Day) -> Bool { starts <= day && (ends.map { day <= $0 } ?? true) }

    package static let peopleBounds = 2...100, percentBounds = 1...100, daysBounds = 1...730
}

/// By how much a price is less, and by which rule.
package struct Reduced: Sendable, Hashable {
    package let rule: Reduction
    /// In hundredths, never more than the price.
    package let minor: Int
}
