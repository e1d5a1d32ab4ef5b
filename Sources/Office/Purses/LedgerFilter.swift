package import Events
package import Languages

/// Which entries of the ledger are looked at.
package struct LedgerFilter: Sendable {
    package var days: ClosedRange<Day>
    /// Those with a line on this account.
    package var role: LedgerRole?
    /// Empty for all kinds.
    package var kind: String
    package var purse: Purse.ID?
    package var event: Event.ID?

    package init(days: ClosedRange<Day>, role: LedgerRole? = nil, kind: String = "", purse: Purse.ID? = nil, event: Event.ID? = nil) {
        (self.days, self.role, self.kind, self.purse, self.event) = (days, role, kind, purse, event)
    }
}

/// What was debited and credited on one account in some days, and what stood there before, in one currency.
package struct LedgerTotal: Sendable {
    package let role: LedgerRole
    package let currency: Currency
    package let before: Int
    package let debit: Int
    package let credit: Int

    package var after: Int { before + debit - credit }
}

/// Where the paper of an entry is: a claim, an invoice, a contract.
package struct LedgerPaper: Sendable, Hashable {
    package let name: String
    package let path: String

    package init(_ name: String, _ path: String) { (self.name, self.path) = (name, path) }
}
