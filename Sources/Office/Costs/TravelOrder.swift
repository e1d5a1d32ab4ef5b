package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// That somebody travels for the centre: where to, when, by what; and what it came to afterwards.
package struct TravelOrder: Sendable {
    package typealias ID = Kernel.ID<TravelOrder>

    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, issued, settled, void

        package var name: Phrase {
            switch self {
            case .draft: T.costs.contractDraft
            case .issued: T.costs.orderIssued
            case .settled: T.costs.orderSettled
            case .void: T.costs.contractVoid
            }
        }
    }

    package enum Vehicle: String, CaseIterable, Sendable, Storable {
        case own, official, `public`

        package var name: Phrase {
            switch self {
            case .own: T.costs.vehicleOwn
            case .official: T.costs.vehicleOfficial
            case .public: T.costs.vehiclePublic
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let person: Person.ID?
    package let draft: TravelOrderDraft
    package let state: State
    /// What it came to, once it is settled.
    package let paid: Paid?
    package let day: Day?
    package let number: String
    package let settledOn: Day?
    package let reason: String

    package struct Paid: Sendable, Hashable {
        package let kilometres: Int
        package let allowance: Int
    }

    package var path: String { "/staff/travel/\(id)" }
    package var isIssued: Bool { state == .issued || state == .settled }
    package var currency: Currency { draft.tickets.currency }

    /// What it comes to: as it was settled, else by the rates of its first day.
    package func sums(by rates: TravelRates) -> (kilometres: Int, allowance: Int, together: Int) {
        let reckoned = draft.reckoning(by: rates)
        let (kilometres, allowance) = (paid?.kilometres ?? reckoned.kilometres, paid?.allowance ?? reckoned.allowance)
        return (kilometres, allowance, kilometres + allowance + draft.tickets.minor)
    }
}

/// What is written in a travel order.
package struct TravelOrderDraft: Sendable, Hashable {
    package var event: Event.ID?
    package var name: String
    /// What for.
    package var title: String
    package var place: String
    package var leaves: Instant
    package var returns: Instant
    package var vehicle: TravelOrder.Vehicle
    /// Of the own car, there and back.
    package var km: Int
    package var tickets: Money

    package init(
        _ name: String, _ title: String, to place: String, leaves: Instant, returns: Instant, by vehicle: TravelOrder.Vehicle, km: Int = 0, tickets: Money,
        of event: Event.ID? = nil
    ) {
        (self.name, self.title, self.place, self.leaves, self.returns) = (name, title, place, leaves, returns)
        (self.vehicle, self.km, self.tickets, self.event) = (vehicle, vehicle == .own ? km : 0, tickets, event)
    }

    package func reckoning(by rates: TravelRates) -> TravelReckoning {
        TravelReckoning(minutes: returns.seconds(since: leaves) / 60, km: km, tickets: tickets.minor, by: rates)
    }

    package static let kmBounds = 0...5_000
    /// A journey longer than that is a mistake.
    package static let daysMost = 60
}

/// A travel order with what it is about, and what it comes to.
package struct TravelFolder: Sendable {
    package let order: TravelOrder
    package let rates: TravelRates
    package let event: Event?
    package let cost: Cost?
}
