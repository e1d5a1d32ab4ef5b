package import Events
import Kernel
package import Languages
package import Purses

/// The money of one event: what is reckoned before it, what came of it, who gets what, and what free places cost whom.
package struct EventMoney: Sendable {
    package let event: Event
    package let settings: EventReckoning
    package let splits: [FeeSplit]
    package let costs: [Cost]
    package let income: EventIncome
    /// How many came, or have a seat while nobody is marked.
    package let heads: Int
    /// Names of the sources that pay something of it.
    package let purses: [Purse.ID: String]

    package var currency: Currency { event.plan.fee.currency }
    private var standing: [Cost] { costs.filter(\.counts) }
    /// Those in the currency of the event: no other is in any sum.
    package var summed: [Cost] { standing.filter { $0.currency == currency } }
    /// Whether some costs stand in another currency, beside the sums.
    package var hasOtherCosts: Bool { standing.contains { $0.currency != currency } }
    package var split: FeeSplit? { settings.split.flatMap { id in splits.first { $0.id == id } } }

    // MARK: Before

    /// What fees must cover: whatever a source pays is not in it.
    package var calculation: Calculation {
        let own = summed.filter { $0.purse == nil }
        return Calculation(
            fee: event.plan.fee.minor, fixed: own.filter { !$0.draft.isPerHead || $0.amount != nil }.map { $0.sum(with: 0) }.reduce(0, +),
            perHead: own.filter { $0.draft.isPerHead && $0.amount == nil }.map(\.draft.planned.minor).reduce(0, +), freeEvery: settings.freeEvery,
            freePlaces: settings.freePlaces, reduction: settings.reduction, away: split?.away ?? 0)
    }

    package var breakEven: BreakEven { calculation.breakEven(seats: event.plan.seats) }

    /// Whether anything can be reckoned: there is a fee, or a cost.
    package var isReckoned: Bool { !event.plan.fee.isZero || !summed.isEmpty }

    /// Numbers of people for which the plan is shown, each once.
    package var shown: [Int] {
        let even = breakEven.heads.map { [$0] } ?? []
        return Set([event.plan.seatsMin, settings.heads, event.plan.seats] + even).filter { $0 > 0 }.sorted()
    }

    // MARK: After

    package var planned: Int { summed.map { $0.draft.sum(with: settings.heads) }.reduce(0, +) }
    /// What it came to; of what is not spent yet, what is planned.
    package var real: Int { summed.map { $0.sum(with: heads) }.reduce(0, +) }
    package var spent: Int { summed.compactMap(\.amount?.minor).reduce(0, +) }
    /// Whether every cost in these sums has its paper.
    package var isSettled: Bool { summed.allSatisfy { $0.state == .spent } }
    /// What fees and the house pay.
    package var own: Int { summed.filter { $0.purse == nil }.map { $0.sum(with: heads) }.reduce(0, +) }
    package var fromPurses: [(purse: Purse.ID, amount: Int)] {
        Dictionary(grouping: summed.filter { $0.purse != nil }, by: { $0.purse ?? .init(0) }).map { (purse: $0, amount: $1.map { $0.sum(with: heads) }.reduce(0, +)) }
            .sorted { $0.purse < $1.purse }
    }

    /// What is left of all that came in, or lacks. What goes on by the split is a cost only where no contract stands for it.
    package var balance: Int { income.owed + fromPurses.map(\.amount).reduce(0, +) - real }

    /// Who gets what of the fees.
    package var shares: [(part: FeeSplitDraft.Part, amount: Int)] { split?.shares(of: max(0, income.owed)) ?? [] }

    package var freePlace: FreePlace {
        FreePlace(
            costs: real, heads: heads, free: max(0, heads - income.payingSeats),
            purses: merged, fees: income.fees)
    }

    /// What each source pays, of costs and of seats.
    private var merged: [(purse: Int64, amount: Int)] {
        var sums: [Int64: Int] = [:]
        for purse in fromPurses { sums[purse.purse.value, default: 0] += purse.amount }
        for (purse, amount) in income.purses { sums[purse.value, default: 0] += amount }
        return sums.sorted { $0.key < $1.key }.map { (purse: $0.key, amount: $0.value) }
    }
}

/// How an event is reckoned beforehand.
package struct EventReckoning: Sendable, Hashable {
    package var split: FeeSplit.ID?
    /// How many are expected.
    package var heads: Int
    package var freeEvery: Int?
    package var freePlaces: Int
    package var reduction: Int

    package init(split: FeeSplit.ID? = nil, heads: Int, freeEvery: Int? = nil, freePlaces: Int = 0, reduction: Int = 0) {
        (self.split, self.heads, self.freeEvery, self.freePlaces, self.reduction) = (split, heads, freeEvery, freePlaces, reduction)
    }

    package static let headsBounds = 0...2_000, freeBounds = 2...100, placesBounds = 0...100, reductionBounds = 0...100
}

/// What is owed for the seats of an event, from its claims.
package struct EventIncome: Sendable, Hashable {
    /// Before anything is taken off.
    package var price = 0
    package var reduced = 0
    /// What people, schools and others owe or have paid.
    package var fees = 0
    package var paid = 0
    /// What sources bear of seats, by source.
    package var purses: [Purse.ID: Int] = [:]
    /// Seats for which somebody pays something; a group has as many as it brings people.
    package var payingSeats = 0
    /// Amounts in another currency, which are not in any sum.
    package var isElsewhere = false

    package init() {}

    package var owed: Int { fees + purses.values.reduce(0, +) }
    package var open: Int { fees - paid }
}
