package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Purses
package import Registration

/// What somebody owes a centre for one thing: a seat, a hall, a book. It keeps the price of the day on which it was asked for.
package struct Claim: Sendable {
    package typealias ID = Kernel.ID<Claim>

    package let id: ID
    package let centre: Centre.ID
    package let registration: Registration.ID?
    package let event: Event.ID?
    /// For whom. It is another one when the seat is handed over, and nobody when the account was deleted.
    package let person: Person.ID?
    package let personName: String
    /// On whose behalf.
    package let school: School.ID?
    package let schoolName: String
    /// In words, as on its papers: the title of an event with its days.
    package let what: String
    /// Before what it costs less.
    package let price: Money
    package let reduced: Money
    /// The rule in words, as it was then.
    package let reduction: String
    package let amount: Money
    package let made: Instant
    package let due: Day
    package let cancelled: Instant?
    package let reason: String
    package let shares: [ClaimShare]

    package var currency: Currency { price.currency }
    package var path: String { "/staff/claims/\(id)" }
    package var isCancelled: Bool { cancelled != nil }

    /// Whether nothing of it was paid, invoiced, taken off or divided: then its price and its payer may still follow the seat.
    package var isUntouched: Bool { shares.count <= 1 && shares.allSatisfy { !$0.isTouched && $0.purse == nil } }

    /// Still to be paid; below nothing: to be given back.
    package var rest: Money { sum(\.rest) }
    package var paid: Money { sum(\.paid) }

    private func sum(_ part: (ClaimShare) -> Money) -> Money {
        Money(minor: shares.map { part($0).minor }.reduce(0, +), currency) ?? .nothing(currency)
    }

    package func state(on today: Day) -> ClaimState {
        if shares.contains(where: { $0.rest.minor < 0 }) { return .back }
        if shares.contains(where: { $0.rest.minor > 0 && $0.due < today }) { return .late }
        if shares.contains(where: { $0.rest.minor > 0 }) { return paid.isZero ? .open : .partly }
        if isCancelled { return .cancelled }
        return paid.isZero ? .free : .settled
    }
}

/// A part of a claim: who pays it, from which source of money.
package struct ClaimShare: Sendable {
    package typealias ID = Kernel.ID<ClaimShare>

    package let id: ID
    package let claim: Claim.ID
    package let centre: Centre.ID
    /// Nil where the source bears it: then nobody gets a paper.
    package let payer: ClaimPayer.ID?
    package let payerName: String
    package let purse: Purse.ID?
    /// Of whose money.
    package let purseYear: Int?
    package let purseName: String
    package let amount: Money
    /// Added by a debit note.
    package let debited: Money
    /// Less what was given back.
    package let paid: Money
    /// Taken off, by a credit note or because the claim was cancelled.
    package let credited: Money
    /// Written off.
    package let lost: Money
    /// Still to be paid; below nothing: to be given back.
    package let rest: Money
    package let reference: Reference?
    package let due: Day
    /// Whether it stands on an invoice that holds.
    package let isInvoiced: Bool

    package var isTouched: Bool { isInvoiced || paid.minor > 0 || credited.minor > 0 || debited.minor > 0 || lost.minor > 0 }
    package var currency: Currency { amount.currency }
    /// Credited and written off, less what a debit note added.
    var takenOff: Money { Money(minor: credited.minor + lost.minor - debited.minor, currency) ?? .nothing(currency) }
}

/// How a claim stands, in one word.
package enum ClaimState: String, CaseIterable, Sendable {
    case open, late, partly, settled, free, cancelled
    /// More was paid than is owed.
    case back

    package var name: Phrase {
        switch self {
        case .open: T.claims.stateOpen
        case .late: T.claims.stateLate
        case .partly: T.claims.statePartly
        case .settled: T.claims.stateSettled
        case .free: T.claims.stateFree
        case .cancelled: T.claims.stateCancelled
        case .back: T.claims.stateBack
        }
    }
}

/// How long there is to pay, and how long what was paid must be kept.
package struct ClaimRule: Sendable, Hashable {
    package var starts: Day
    package var dueDays: Int
    package var keepYears: Int
    package var article: String

    package init(from starts: Day, dueDays: Int = 15, keepYears: Int = 10, article: String = "") {
        (self.starts, self.dueDays, self.keepYears, self.article) = (starts, dueDays, keepYears, article)
    }

    /// Until when a seat is to be paid: within the time there is, and before its event begins, but never on a day that is over.
    package func due(asked today: Day, first: Day?) -> Day {
        let due = today.adding(days: dueDays)
        guard let first else { return due }
        return max(today, min(due, first))
    }

    package static let dueBounds = 0...365, keepBounds = 1...50
}
