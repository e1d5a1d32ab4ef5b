package import Centres
package import Claims
package import Kernel
package import Languages
import Storage

/// A statement of an account that stands in the centre's books.
package struct Statement: Sendable {
    package typealias ID = Kernel.ID<Statement>

    package let id: ID
    package let centre: Centre.ID
    package let kind: StatementKind
    package let account: String
    package let number: String
    package let day: Day
    package let currency: Currency
    package let opening: Money?
    package let closing: Money?
    /// What the closing says above what the lines come to.
    package let gap: Money
    package let file: String
    package let made: Instant
    /// How many lines it brought, and of how many nobody has said yet what they are.
    package let lines: Int
    package let open: Int

    package var path: String { "/staff/statements/\(id)" }
}

/// Money that came or went, as it stands in the books.
package struct StatementLine: Sendable {
    package typealias ID = Kernel.ID<StatementLine>

    package let id: ID
    package let statement: Statement.ID
    package let centre: Centre.ID
    package let place: Int
    package let said: BroughtStatement.Line
    /// Of which nobody has said yet what it is.
    package let rest: Money
    package var payments: [Payment] = []

    package var amount: Money { said.amount }
    package var isIn: Bool { amount.minor > 0 }
    package var path: String { "/staff/payments/\(id)" }

    /// What is left of it, as matching sees it.
    package var paidIn: PaidIn {
        PaidIn(rest, on: said.day, name: said.name, account: said.account, references: [said.reference, said.other], purpose: said.purpose)
    }
}

/// What a line was for, or a part of it.
package struct Payment: Sendable {
    package typealias ID = Kernel.ID<Payment>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        /// It paid a share; it gave back what was paid for one; it gave back money that was nobody's; it is no money for claims.
        case paid, refund, returned, aside
    }

    /// On what it rests.
    package enum Ground: String, CaseIterable, Sendable, Storable { case reference, proposal, choice }

    package let id: ID
    package let line: StatementLine.ID
    package let kind: Kind
    package let share: ClaimShare.ID?
    package let origin: StatementLine.ID?
    package let amount: Money
    package let ground: Ground
    package let note: String
    package let made: Instant
    package let undone: Instant?
    /// The claim that it is about, for whom and who pays.
    package let claim: Claim.ID?
    package let what: String
    package let payerName: String
    package let personName: String

    package var isUndone: Bool { undone != nil }
}

extension StatementKind: Storable {}

extension Subject {
    package static func statement(_ id: Statement.ID) -> Subject { .other("statement", id.value) }
    package static func statementLine(_ id: StatementLine.ID) -> Subject { .other("statement_line", id.value) }
    package static func payment(_ id: Payment.ID) -> Subject { .other("payment", id.value) }
}
