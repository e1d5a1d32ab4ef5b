/// What a place costs for which nobody pays, and who carries it: what the event cost, by head, divided among those who covered it.
package struct FreePlace: Sendable, Hashable {
    /// Who covers what an event costs.
    package enum Carrier: Sendable, Hashable {
        /// A source of money, by its number.
        case purse(Int64)
        /// Those who paid.
        case payers
        /// Whoever holds it: what nobody paid is the centre's.
        case centre
    }

    package struct Share: Sendable, Hashable {
        package let carrier: Carrier
        package let amount: Int

        package init(_ carrier: Carrier, _ amount: Int) { (self.carrier, self.amount) = (carrier, amount) }
    }

    /// Of one place, in hundredths, rounded up.
    package let cost: Int
    package let places: Int
    /// Of all free places together, and its parts, which sum to it.
    package let together: Int
    package let shares: [Share]

    /// - Parameters:
    ///   - costs: of the event, all of it.
    ///   - heads: all who came, with those who came free.
    ///   - places: of these, the free ones.
    ///   - purses: what sources of money paid of the costs.
    ///   - fees: what came in from those who paid.
    package init(costs: Int, heads: Int, free places: Int, purses: [(purse: Int64, amount: Int)], fees: Int) {
        let heads = max(0, heads), places = min(max(0, places), heads), costs = max(0, costs)
        self.places = places
        cost = heads > 0 ? costs / heads + (costs % heads > 0 ? 1 : 0) : 0
        together = heads > 0 ? costs.divided(times: places, by: heads, up: false) : 0
        var left = costs, covered: [(Carrier, Int)] = []
        func cover(_ carrier: Carrier, _ amount: Int) {
            let part = min(max(0, amount), left)
            guard part > 0 else { return }
            covered.append((carrier, part))
            left -= part
        }
        for purse in purses { cover(.purse(purse.purse), purse.amount) }
        cover(.payers, fees)
        cover(.centre, left)
        shares = zip(covered, Division.parts(of: together, by: covered.map(\.1))).map { Share($0.0, $1) }.filter { $0.amount > 0 }
    }
}
