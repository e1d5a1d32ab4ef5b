package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Storage

/// What an account is to the program. The bookkeeper's own code and name stand beside it as data.
package enum LedgerRole: String, CaseIterable, Sendable, Storable {
    /// What is owed to the centre, what it earned, its money, money of which nobody knows whose it is, money that came before it was owed.
    case receivable, income, bank, unknownPayments = "unknown_payments", advances
    /// What a source has given, what of it is reserved, what is spent; what the centre owes; what will never be paid.
    case purse, reserved, spent, payable, loss

    /// Whether a source's money stands on it.
    package var isOfPurse: Bool { self == .purse || self == .reserved || self == .spent }
}

/// An account of a centre.
package struct LedgerAccount: Sendable, Hashable {
    package typealias ID = Kernel.ID<LedgerAccount>

    package let id: ID
    package let role: LedgerRole
    package let code: String
    package let name: String

    package init(id: ID, role: LedgerRole, code: String, name: String) { (self.id, self.role, self.code, self.name) = (id, role, code, name) }
}

/// What an entry is about: each room that posts brings the names of its kinds.
package struct LedgerKind: Sendable, Hashable {
    /// As it stands in the row.
    package let code: String
    package let name: Phrase

    package init(_ code: StaticString, _ name: Phrase) { (self.code, self.name) = (code.description, name) }
}

/// What a line belongs to.
package struct LedgerMark: Sendable, Hashable {
    package var purse: Purse.ID?
    /// Of the purse's money.
    package var year: Int?
    package var share: Int64?
    package var payer: Int64?
    package var event: Event.ID?
    package var person: Person.ID?
    package var note: String

    package init(
        purse: Purse.ID? = nil, year: Int? = nil, share: Int64? = nil, payer: Int64? = nil, event: Event.ID? = nil, person: Person.ID? = nil, note: String = ""
    ) {
        (self.purse, self.year, self.share, self.payer) = (purse, year, share, payer)
        (self.event, self.person, self.note) = (event, person, note)
    }
}

/// One line that is to be posted: debit above nothing, credit below.
package struct LedgerPost: Sendable, Hashable {
    package let role: LedgerRole
    package let amount: Money
    package let mark: LedgerMark

    package init(_ role: LedgerRole, _ amount: Money, _ mark: LedgerMark = LedgerMark()) { (self.role, self.amount, self.mark) = (role, amount, mark) }
}

/// An entry that is to be posted. There is none whose lines do not sum to nothing in each currency.
package struct LedgerPosting: Sendable {
    package let kind: LedgerKind
    package let day: Day
    package let words: String
    package let lines: [LedgerPost]

    /// Lines that do not sum to nothing in this currency, or none at all: a mistake of the room that posts.
    package struct Unbalanced: Error, Hashable {
        package let currency: Currency?
        package let sum: Int
    }

    /// Takes lines of any number; those of nothing are left out.
    /// - Throws: `Unbalanced` where the debits of some currency are not its credits.
    package init(_ kind: LedgerKind, on day: Day, words: String = "", lines: [LedgerPost]) throws(Unbalanced) {
        let lines = lines.filter { !$0.amount.isZero }
        guard !lines.isEmpty else { throw Unbalanced(currency: nil, sum: 0) }
        for currency in Currency.allCases {
            // Each amount is at most 10¹², so that nine million of them fit.
            let sum = lines.reduce(0) { $1.amount.currency == currency ? $0 + $1.amount.minor : $0 }
            guard sum == 0 else { throw Unbalanced(currency: currency, sum: sum) }
        }
        (self.kind, self.day, self.words, self.lines) = (kind, day, String(words.prefix(TextLimit.sentence.rawValue)), lines)
    }

    /// Moves one amount from one account to another: the first is credited, the second debited.
    /// - Throws: `Unbalanced` where the amount is nothing.
    package init(
        _ kind: LedgerKind, on day: Day, words: String = "", _ amount: Money, from credit: LedgerRole, to debit: LedgerRole, _ mark: LedgerMark
    ) throws(Unbalanced) {
        try self.init(kind, on: day, words: words, lines: [LedgerPost(debit, amount, mark), LedgerPost(credit, amount.negated, mark)])
    }
}

extension Money {
    /// As much below nothing as it is above: both are within the bounds of amounts.
    package var negated: Money { Money(minor: -minor, currency) ?? .nothing(currency) }
}

/// An entry of the ledger, as it stands.
package struct LedgerEntry: Sendable {
    package typealias ID = Kernel.ID<LedgerEntry>

    package let id: ID
    package let day: Day
    package let made: Instant
    package let person: Person.ID?
    package let kind: String
    package let words: String
    /// The entry that it posts back, and the one that posted it back.
    package let undoes: ID?
    package let undoneBy: ID?
    package var lines: [LedgerLine] = []
}

/// A line of it.
package struct LedgerLine: Sendable {
    package typealias ID = Kernel.ID<LedgerLine>

    package let id: ID
    package let entry: LedgerEntry.ID
    package let account: LedgerAccount.ID
    package let role: LedgerRole
    package let amount: Money
    package let mark: LedgerMark
}
