import Languages
import Library

/// What was lent in a year, as numbers. A loan counts in the month in which it began; one that was taken back at the desk does not count.
struct LoanFigures {
    /// One kind of title for each kind of borrower.
    struct Line {
        let kind: TitleKind
        let loans: [BorrowerKind: Int]

        var sum: Int { loans.values.reduce(0, +) }
    }

    let year: Int
    let lines: [Line]
    /// By the month, from one to twelve.
    let months: [Int: Int]
    let audiences: [(audience: TitleAudience, loans: Int)]
    let renewals: Int
    let uses: Int
    /// Those most lent, with how often.
    let most: [(title: LibraryTitle, loans: Int)]
    /// How many titles that stand on the shelf were never lent, of how many; and some of them.
    let neverLent: (count: Int, of: Int, some: [LibraryTitle])
    /// Who borrowed something, by kind; one who did so twice counts once.
    let borrowers: [BorrowerKind: Int]

    var sum: Int { lines.map(\.sum).reduce(0, +) }
}
