package import Claims
import Kernel
package import Languages

/// How long ago something ought to have been paid.
package enum Age: Int, CaseIterable, Sendable {
    case notDue, month, twoMonths, threeMonths, longer

    /// - Parameter days: since the day it was due; the day itself is not late.
    package init(late days: Int) {
        self = days <= 0 ? .notDue : days <= 30 ? .month : days <= 60 ? .twoMonths : days <= 90 ? .threeMonths : .longer
    }

    /// The last day on which something was due that is younger than this age.
    package static let bounds = [0, 30, 60, 90]

    package var name: Phrase {
        switch self {
        case .notDue: T.statements.ageNotDue
        case .month: T.statements.ageMonth
        case .twoMonths: T.statements.ageTwoMonths
        case .threeMonths: T.statements.ageThreeMonths
        case .longer: T.statements.ageLonger
        }
    }
}

/// What somebody owes in one currency, by how late it is.
package struct Ageing: Sendable, Hashable {
    package let currency: Currency
    /// In hundredths, by age.
    package let minors: [Int]
    /// So many shares of claims.
    package let shares: Int

    package init(_ currency: Currency, _ minors: [Int], shares: Int) {
        self.currency = currency
        self.minors = Age.allCases.map { minors.indices.contains($0.rawValue) ? minors[$0.rawValue] : 0 }
        self.shares = shares
    }

    package subscript(_ age: Age) -> Money { money(minors[age.rawValue]) }
    package var all: Money { money(minors.reduce(0, +)) }
    package var late: Money { money(minors.dropFirst().reduce(0, +)) }

    private func money(_ minor: Int) -> Money { Money(minor: minor, currency) ?? .nothing(currency) }

    /// Both together; they are of one currency.
    package static func + (one: Ageing, other: Ageing) -> Ageing {
        Ageing(one.currency, zip(one.minors, other.minors).map { $0 + $1 }, shares: one.shares + other.shares)
    }

    /// The sums of each currency.
    package static func sums(_ all: [Ageing]) -> [Ageing] {
        Currency.allCases.compactMap { currency in
            let own = all.filter { $0.currency == currency }
            return own.isEmpty ? nil : own.dropFirst().reduce(own[0], +)
        }
    }
}

/// A payer, or all of a municipality, in the ageing list.
package struct AgeingLine: Sendable {
    package let payer: ClaimPayer.ID?
    package let name: String
    package let kind: ClaimPayer.Kind?
    /// Empty for people and for what lies nowhere.
    package let municipality: String
    package let ageing: Ageing
    /// When they were last reminded.
    package let reminded: Instant?
}

/// The ageing list as a page shows it.
package struct AgeingBoard: Sendable {
    package let lines: [AgeingLine]
    package let sums: [Ageing]
    package let count: Int
    /// Payers who may be reminded now.
    package let remindable: Int
}
