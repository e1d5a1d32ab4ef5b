import Forms
import Kernel
package import Purses

/// Which costs of a centre are looked at.
package struct CostFilter: Sendable, Hashable {
    package var state: Cost.State?
    package var purse: Purse.ID?
    /// Only those of no event.
    package var isOfHouse: Bool

    package init(state: Cost.State? = nil, purse: Purse.ID? = nil, ofHouse isOfHouse: Bool = false) {
        (self.state, self.purse, self.isOfHouse) = (state, purse, isOfHouse)
    }

    init(_ query: Typed) {
        self.init(state: Cost.State(rawValue: query["state"]), purse: Purse.ID(query["purse"]), ofHouse: query["of"] == "house")
    }
}
