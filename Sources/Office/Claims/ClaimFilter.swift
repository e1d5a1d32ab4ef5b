import Centres
package import Events
package import Forms
import Kernel
package import Languages

/// What somebody wants to see of a centre's claims.
package struct ClaimFilter: Sendable {
    package var state: State?
    package var event: Event.ID?
    package var payer: ClaimPayer.ID?
    /// Of a name, a title, a reference; all must be found.
    package var words = ""
    package var page: Int?

    /// A state of claims, or those about which the centre has to decide.
    package enum State: Hashable, Sendable {
        case of(ClaimState)
        case decide

        package init?(rawValue: String) {
            if rawValue == "decide" { self = .decide } else if let state = ClaimState(rawValue: rawValue) { self = .of(state) } else { return nil }
        }

        package var rawValue: String {
            switch self {
            case .of(let state): state.rawValue
            case .decide: "decide"
            }
        }

        package var name: Phrase {
            switch self {
            case .of(let state): state.name
            case .decide: T.claims.stateDecide
            }
        }

        /// In the order in which they stand above the list.
        package static let all: [State] = [.of(.late), .of(.open), .of(.partly), .of(.back), .decide, .of(.settled), .of(.free), .of(.cancelled)]
    }

    package init() {}

    package init(_ query: Typed) {
        state = State(rawValue: query["state"])
        event = Event.ID(query["event"])
        payer = ClaimPayer.ID(query["payer"])
        words = query["q"]
        page = query.page
    }

    /// As it stands in an address.
    package var query: String {
        Typed([
            ("state", state?.rawValue ?? ""), ("event", event.map { "\($0)" } ?? ""), ("payer", payer.map { "\($0)" } ?? ""), ("q", words),
        ].map { (name: $0, value: $1) }).query
    }
}

/// A page of the list, with how many stand in each state and what is open altogether.
package struct ClaimListing: Sendable {
    package let filter: ClaimFilter
    package let claims: [Claim]
    package let counts: [ClaimFilter.State: Int]
    package let paging: Paging
    /// Still to be paid, overdue of it, and to be given back, in each currency.
    package let sums: [Currency: Sum]
    /// The event or the payer that it is narrowed to.
    package let narrowed: String

    package struct Sum: Sendable, Hashable {
        package var open = 0
        package var late = 0
        package var back = 0

        package init() {}
    }

    package var total: Int { counts.filter { $0.key != .decide }.map(\.value).reduce(0, +) }
}
