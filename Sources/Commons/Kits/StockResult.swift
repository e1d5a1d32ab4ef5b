import Languages

/// What a stock-taking found: what stands where it belongs, what lacks, what stands where it does not belong, and what nobody knows.
package struct StockResult<Copy: Hashable & Sendable>: Sendable {
    /// A copy as the books have it.
    package struct Known: Sendable {
        package let copy: Copy
        package let shelf: String
        /// Whether it ought to stand on a shelf: it is neither written off nor lost nor away for repair.
        package let isOnShelf: Bool
        /// Whether somebody has it.
        package let isOut: Bool

        package init(_ copy: Copy, shelf: String, isOnShelf: Bool = true, isOut: Bool = false) {
            (self.copy, self.shelf, self.isOnShelf, self.isOut) = (copy, shelf, isOnShelf, isOut)
        }
    }

    package enum Verdict: String, CaseIterable, Sendable {
        case found
        /// It belongs to another shelf.
        case misplaced
        /// It stands there though the books say that somebody has it, or that it is lost, in repair or written off.
        case surprising
        case missing
        /// Somebody has it.
        case away

        package var needsHand: Bool { self != .found && self != .away }
    }

    package let verdicts: [Copy: Verdict]
    /// What was scanned and belongs to no copy of the centre.
    package let unknown: [String]

    /// - Parameters:
    ///   - shelf: the one that is counted; empty where all are.
    ///   - known: all copies of the centre that were scanned, and all of the shelf.
    ///   - scanned: the copies that were scanned.
    package init(shelf: String, known: [Known], scanned: Set<Copy>, unknown: [String]) {
        var verdicts: [Copy: Verdict] = [:]
        for one in known {
            let belongs = shelf.isEmpty || one.shelf == shelf
            if scanned.contains(one.copy) {
                verdicts[one.copy] = !one.isOnShelf || one.isOut ? .surprising : belongs ? .found : .misplaced
            } else if belongs, one.isOnShelf {
                verdicts[one.copy] = one.isOut ? .away : .missing
            }
        }
        (self.verdicts, self.unknown) = (verdicts, unknown)
    }

    package subscript(_ verdict: Verdict) -> Int { verdicts.values.count { $0 == verdict } }

    /// How many ought to stand there.
    package var expected: Int { self[.found] + self[.missing] }
}
