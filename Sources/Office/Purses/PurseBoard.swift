import Languages
import Projects

/// The sources of a centre in one year, as the page of all shows them.
struct PurseBoard: Sendable {
    let year: Int
    let years: [Int]
    let lines: [(purse: Purse, sum: PurseSum)]

    init(year: Int, years: [Int], lines: [(purse: Purse, sum: PurseSum)]) {
        (self.year, self.lines) = (year, lines)
        self.years = Set(years + [year]).sorted(by: >)
    }

    /// Sums by currency, in the order in which currencies are named.
    var sums: [(currency: Currency, sum: PurseSum)] {
        Currency.allCases.compactMap { currency in
            let own = lines.filter { $0.purse.currency == currency }
            return own.isEmpty ? nil : (currency, own.reduce(PurseSum()) { $0 + $1.sum })
        }
    }
}

/// One source, as its page shows it.
struct PurseSheet: Sendable {
    let purse: Purse
    let year: Int
    let years: [Int]
    let sum: PurseSum
    let whole: PurseSum
    let burnDown: BurnDown
    let plans: [PurseYear]
    let project: Project?
}

/// A page of what shows an audit where the money of a source went.
struct PurseEvidence: Sendable {
    let purse: Purse
    let year: Int?
    let years: [Int]
    let entries: [LedgerEntry]
    let papers: [LedgerEntry.ID: LedgerPaper]
    let kinds: [String: Phrase]
    let names: [Int64: String]
}

/// A project with the lines of its budget, for whoever chooses whose money a source is.
struct PurseBudget: Sendable {
    let project: Project
    let lines: [BudgetLine]
}
