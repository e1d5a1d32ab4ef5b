package import Centres
package import Kernel
package import Languages
package import Library
import Storage

/// The counting of a shelf, or of all: it may stop and go on, on another day and by another hand.
package struct StockTake: Sendable {
    package typealias ID = Kernel.ID<StockTake>
    package typealias Result = StockResult<Copy.ID>

    package let id: ID
    package let centre: Centre.ID
    /// Empty where all are counted.
    package let shelf: String
    package let begun: Instant
    package let closed: Instant?
    /// Copies, once it is closed.
    package let expected: Int?
    package let found: Int?

    package var path: String { "/staff/stock/\(id)" }
}

/// What was scanned, and what came of it.
package struct StockScan: Sendable {
    package let label: String
    package let copy: Copy.ID?
    package let at: Instant
}

/// A counting as its page shows it.
package struct StockSheet: Sendable {
    package struct Line: Sendable {
        package let copy: Copy
        package let title: String
        package let verdict: StockTake.Result.Verdict
    }

    package let take: StockTake
    /// What needs a hand, and what is away.
    package let lines: [Line]
    package let unknown: [String]
    package let expected: Int
    package let found: Int
    /// The last ones, the newest first.
    package let last: [(scan: StockScan, title: String, verdict: StockTake.Result.Verdict?)]

    package func lines(_ verdict: StockTake.Result.Verdict) -> [Line] { lines.filter { $0.verdict == verdict } }
    /// How much of what ought to stand there was found.
    package var isComplete: Bool { found == expected }
}

/// What a scan is told.
package enum StockAnswer: Sendable, Hashable {
    case verdict(StockResult<Copy.ID>.Verdict)
    case again
    case unknown
    /// It belongs to another centre.
    case foreign

    package var isGood: Bool { self == .verdict(.found) || self == .again }
}

extension StockResult.Verdict {
    package var name: Phrase {
        switch self {
        case .found: T.kits.stockFound
        case .misplaced: T.kits.stockMisplaced
        case .surprising: T.kits.stockSurprising
        case .missing: T.kits.stockMissing
        case .away: T.kits.stockAway
        }
    }
}
