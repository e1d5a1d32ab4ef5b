package import Claims
package import Languages

/// What money that went out may have given back.
package struct RefundChoice: Sendable {
    package enum Of: Sendable, Hashable {
        /// What was paid for a share, or too much of it.
        case share(ClaimShare.ID)
        /// The rest of a line that came in, of which nobody knew what for.
        case line(StatementLine.ID)
    }

    package let of: Of
    package let who: String
    package let what: String
    package let amount: Money
    package let reasons: [Match.Reason]
}
