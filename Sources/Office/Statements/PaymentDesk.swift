import Claims
import Languages

/// An open line with what it may be.
struct PaymentLine: Sendable {
    let line: StatementLine
    let proposals: [Match]
    let refunds: [RefundChoice]
    /// The reference names a claim that is settled already.
    let isSettled: Bool
}

/// One line with all that somebody may choose from.
struct PaymentFolder: Sendable {
    let line: PaymentLine
    let statement: Statement
    /// What was looked for, and what was found.
    let sought: String
    let found: [OpenShare]
}
