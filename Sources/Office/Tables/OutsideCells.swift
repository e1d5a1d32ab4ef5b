import Questionnaires

/// Which lines of a table that leaves the house are not told: the one rule of the house, `SmallGroups`, and beside it that the difference of two tables tells
/// nobody. Whoever has a table with a filter and the same without it has what the filter left out; where that is small the line is hidden like a small one.
enum OutsideCells {
    static func isSmall(_ people: Int) -> Bool { people > 0 && people < AnswerBatch.least }

    /// - Parameters:
    ///   - lines: how many people stand behind each; nobody behind one is no secret.
    ///   - others: the same of the tables that have one filter less.
    ///   - hiddenThere: what these do not tell: here it would be told by the way round.
    static func hidden<Key: Hashable>(_ lines: [Key: Int], besides others: [[Key: Int]] = [], hiddenThere: Set<Key> = []) -> Set<Key> {
        let there = lines.filter { $0.value > 0 }
        // One stated order, so that the same table hides the same lines again.
        let keys = there.sorted { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }.map(\.key)
        let groups = keys.enumerated().map { place, key in
            let count = there[key] ?? 0, isTold = hiddenThere.contains(key) || others.contains { isSmall(($0[key] ?? 0) - count) }
            return (place, isTold ? min(count, AnswerBatch.least - 1) : count)
        }
        let shown = SmallGroups.shown(Dictionary(uniqueKeysWithValues: groups))
        return Set(keys.indices.filter { !shown.contains($0) }.map { keys[$0] })
    }
}
