package import Centres
package import Events
package import Kernel
package import Languages
package import Purses
package import Storage

/// A line of what an event, or the house, pays: planned first, put aside of a source perhaps, then spent.
package struct Cost: Sendable {
    package typealias ID = Kernel.ID<Cost>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case fee, travel, hall, food, material, lodging, service, other

        package var name: Phrase {
            switch self {
            case .fee: T.costs.costFee
            case .travel: T.costs.costTravel
            case .hall: T.costs.costHall
            case .food: T.costs.costFood
            case .material: T.costs.costMaterial
            case .lodging: T.costs.costLodging
            case .service: T.costs.costService
            case .other: T.costs.costOther
            }
        }
    }

    package enum State: String, CaseIterable, Sendable, Storable {
        case planned, reserved, spent, dropped

        package var name: Phrase {
            switch self {
            case .planned: T.costs.statePlanned
            case .reserved: T.costs.stateReserved
            case .spent: T.costs.stateSpent
            case .dropped: T.costs.stateDropped
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let draft: CostDraft
    package let state: State
    /// What it came to; nil until it is spent.
    package let amount: Money?
    package let day: Day?
    package let number: String
    /// The source that pays it; nil: fees and the house.
    package let purse: Purse.ID?
    /// What is put aside there, in hundredths.
    package let held: Int
    package let heldOn: Day?
    package let contract: FeeContract.ID?
    package let travel: TravelOrder.ID?

    package var event: Event.ID? { draft.event }
    package var currency: Currency { draft.planned.currency }
    package var path: String { "/staff/costs/\(id)" }
    /// What is planned for so many people, or what it came to.
    package func sum(with heads: Int) -> Int { amount?.minor ?? draft.sum(with: heads) }
    package var counts: Bool { state != .dropped }
    /// Whether it belongs to a paper that says what it is.
    package var isOfPaper: Bool { contract != nil || travel != nil }
}

/// What is written of a cost before it is spent.
package struct CostDraft: Sendable, Hashable {
    package var event: Event.ID?
    package var kind: Cost.Kind
    package var title: String
    /// Whether what is planned is for each who comes.
    package var isPerHead: Bool
    package var planned: Money
    package var note: String

    package init(_ kind: Cost.Kind, _ title: String, _ planned: Money, perHead isPerHead: Bool = false, of event: Event.ID? = nil, note: String = "") {
        (self.kind, self.title, self.planned, self.isPerHead, self.event, self.note) = (kind, title, planned, isPerHead && event != nil, event, note)
    }

    package func sum(with heads: Int) -> Int { isPerHead ? min(planned.minor.multipliedReportingOverflow(by: max(0, heads)).partialValue, Money.most) : planned.minor }
}

/// What was spent on it.
package struct CostBill: Sendable, Hashable {
    package let amount: Money
    package let day: Day
    /// Of the paper.
    package let number: String

    package init(_ amount: Money, on day: Day, number: String = "") { (self.amount, self.day, self.number) = (amount, day, number) }
}

extension Subject {
    package static func cost(_ id: Cost.ID) -> Subject { .other("cost", id.value) }
    package static func feeContract(_ id: FeeContract.ID) -> Subject { .other("fee_contract", id.value) }
    package static func travelOrder(_ id: TravelOrder.ID) -> Subject { .other("travel_order", id.value) }
}
