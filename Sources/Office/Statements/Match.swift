package import Languages

/// What a payment may have been for, and why that is thought.
package struct Match: Sendable, Hashable {
    /// Which shares, and how much of the payment each gets.
    package struct Part: Sendable, Hashable {
        package let share: OpenShare
        package let amount: Money
    }

    /// Why. Each stands as a sentence beside the proposal.
    package enum Reason: Sendable, Hashable {
        /// The reference is right, control and number.
        case reference
        /// The reference stands among the words, with its control.
        case referenceInWords
        /// The reference has no control.
        case referenceBare
        /// The control tells a typing error, and this is what differs from it by one sign.
        case referenceMistyped
        /// This account has paid for them before.
        case account
        case name
        case partOfName
        /// For whom it is stands among the words.
        case person
        case amount
        /// So many claims of one payer come to the amount.
        case several(Int)
        /// All that the payer owes.
        case all
        /// Another choice of claims comes to the same.
        case otherChoice
        /// It is less than what is owed.
        case partial
        /// It is more than what is owed; the rest waits.
        case tooMuch
        case date
        /// Others owe the same.
        case alike(Int)
    }

    package let parts: [Part]
    /// What of the payment is left then.
    package let rest: Money
    package let reasons: [Reason]
    /// Of a hundred: how sure it is. A reference that is right is as sure as it gets, and nothing else is settled without somebody's say.
    package let confidence: Int

    package static let certain = 100
    package var isCertain: Bool { confidence >= Match.certain }
    package var paid: Int { parts.reduce(0) { $0 + $1.amount.minor } }
}
