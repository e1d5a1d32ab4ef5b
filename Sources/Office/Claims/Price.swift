package import Centres
package import Kernel
package import Languages
package import Storage

/// A line of a centre's price list.
package struct Price: Sendable {
    package typealias ID = Kernel.ID<Price>

    package let id: ID
    package let centre: Centre.ID
    package let details: PriceDetails

    package var path: String { "/staff/prices/\(id)" }

    /// Of what something is the price.
    package enum Kind: String, CaseIterable, Sendable, Storable {
        case event, hall, publication, membership, other

        package var name: Phrase {
            switch self {
            case .event: T.claims.kindEvent
            case .hall: T.claims.kindHall
            case .publication: T.claims.kindPublication
            case .membership: T.claims.kindMembership
            case .other: T.claims.kindOther
            }
        }
    }
}

/// What is said of a price.
package struct PriceDetails: Sendable, Hashable {
    package var kind: Price.Kind
    package var name: String
    /// What one gets for it.
    package var covers: String
    package var amount: Money
    package var starts: Day
    /// The last day on which it holds.
    package var ends: Day?
    /// Who decided it, and where that stands.
    package var article: String

    package init(_ kind: Price.Kind, _ name: String, _ amount: Money, from starts: Day, to ends: Day? = nil, covers: String = "", article: String = "") {
        (self.kind, self.name, self.amount, self.starts, self.ends, self.covers, self.article) = (kind, name, amount, starts, ends, covers, article)
    }

    package func holds(on day: Day) -> Bool { starts <= day && (ends.map { day <= $0 } ?? true) }
}

extension Subject {
    package static func price(_ id: Price.ID) -> Subject { .other("price", id.value) }
    package static func reduction(_ id: Reduction.ID) -> Subject { .other("reduction", id.value) }
    package static func claim(_ id: Claim.ID) -> Subject { .other("claim", id.value) }
    package static func payer(_ id: ClaimPayer.ID) -> Subject { .other("payer", id.value) }
}
