import Questionnaires

/// Which lines of a table that leaves the house are not told: the rule of the house (`SmallGroups`), for different people, and beside it that the difference of two
/// tables tells nobody. Whoever has a table with a condition and the same without it has what the condition left out; where that is small the line is hidden
/// like a small one.
enum OutsideCells {
    static func isSmall(_ people: Int) -> Bool { people > 0 && people < AnswerBatch.least }

    /// - Parameters:
    ///   - lines: how many people stand behind each; nobody behind one is no secret.
    ///   - others: the same of the tables that have one condition less.
    ///   - between: how many stand behind what such a table has and this one has not.
    ///   - hiddenThere: what these do not tell: here it would be told by the way round.
    ///   - parts: lines whose sum another table tells; where none is named, all of them.
    ///   - people: how many different people stand behind some lines together.
    static func hidden<Key: Hashable & Comparable>(
        _ lines: [Key: Int], besides others: [[Key: Int]] = [], between: [[Key: Int]] = [], hiddenThere: Set<Key> = [], parts: [[Key]]? = nil,
        people: ((Set<Key>) -> Int)? = nil
    ) -> Set<Key> {
        let there = lines.filter { $0.value > 0 }, people = people ?? { some in some.reduce(0) { $0 + (there[$1] ?? 0) } }
        // One stated order, so that the same table hides the same lines again.
        let keys = there.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        var hidden = Set(keys.filter { key in
            let count = there[key] ?? 0
            return isSmall(count) || hiddenThere.contains(key) || others.contains { isSmall(($0[key] ?? 0) - count) } || between.contains { isSmall($0[key] ?? 0) }
        })
        let parts = parts.map { $0.map { part in keys.filter(Set(part).contains) } } ?? [keys]
        var before: Set<Key>
        repeat {
            before = hidden
            for part in parts {
                var own = hidden.intersection(part)
                guard !own.isEmpty else { continue }
                for key in part where own.count < 2 || people(own) < AnswerBatch.least { own.insert(key) }
                hidden.formUnion(own)
            }
        } while hidden != before
        return hidden
    }
}
