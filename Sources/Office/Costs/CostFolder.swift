import Events
import Forms
import Languages
import Purses

/// One cost with all that its page shows.
struct CostFolder: Sendable {
    let cost: Cost
    let event: Event?
    /// How many are expected, where it is for each who comes.
    let heads: Int
    /// The source that pays it.
    let purse: Purse?
    /// Those that may pay today.
    let usable: [Purse]
    let contract: FeeContract?

    var sum: Money { cost.currency.money(cost.sum(with: heads)) }

    /// What stands in its forms when the page is opened: what is planned, and that as its bill.
    func opened(_ today: Day, _ t: Texts) -> Typed {
        let number = cost.number.isEmpty ? contract?.number ?? "" : cost.number
        return Typed(cost.draft.typed(t).fields + [("amount", t.amount(sum)), ("day", today.iso), ("number", number)])
    }
}

/// Costs of a centre as a list.
struct CostList: Sendable {
    let filter: CostFilter
    let paging: Paging
    let costs: [Cost]
    let events: [Event.ID: Event]
    let purses: [Purse]

    func name(of purse: Purse.ID?) -> String? { purse.flatMap { id in purses.first { $0.id == id }?.name } }
}
