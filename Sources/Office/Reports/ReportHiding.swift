import Questionnaires

/// Which lines of a table of people are not told. It is the rule of `SmallGroups`, held against every report of the same year that was signed before: what
/// was hidden stays hidden, and nobody learns of fewer than five people by taking one report from another.
package enum ReportHiding {
    package static let least = AnswerBatch.least

    /// What a report that was signed has told of the same lines.
    package struct Told: Sendable, Hashable {
        package let shown: [Int64: [Int]]
        package let hidden: Set<Int64>
        /// What its lines came to; nil where it was not told.
        package let sum: [Int]?

        package init(_ shown: [Int64: [Int]], hidden: Set<Int64> = [], sum: [Int]? = nil) { (self.shown, self.hidden, self.sum) = (shown, hidden, sum) }
    }

    /// Some people, but fewer than five.
    package static func isSmall(_ counts: [Int]) -> Bool { counts.contains { 1..<least ~= abs($0) } }

    /// - Parameters:
    ///   - groups: the counts of each line: people first, who may stand in several lines; then what adds up.
    ///   - told: by earlier reports, the last first.
    ///   - forced: lines that another table of the same report hides.
    ///   - people: how many different people stand behind some lines together.
    /// - Returns: the lines that are hidden; nil where not even what they come to may be told.
    package static func hidden(
        _ groups: [Int64: [Int]], after told: [Told] = [], forced: Set<Int64> = [], people: (Set<Int64>) -> Int = { _ in ReportHiding.least }
    ) -> Set<Int64>? {
        let there = groups.filter { $0.value.contains { $0 > 0 } }, sum = total(there.values)
        if isSmall(Array(sum.dropFirst()) + [people(Set(there.keys))]) || told.contains(where: { isChangeSmall(from: $0.sum, to: sum) }) { return nil }
        var hidden = Set(there.keys).subtracting(SmallGroups.shown(there.compactMapValues(\.first))).union(forced.intersection(there.keys))
        hidden.formUnion(there.filter { isSmall($0.value) }.keys)
        for earlier in told {
            hidden.formUnion(earlier.hidden.intersection(there.keys))
            hidden.formUnion(earlier.shown.filter { isSmall(difference(from: $0.value, to: there[$0.key] ?? [])) }.keys.filter { there[$0] != nil })
        }
        let bySize = there.sorted { ($0.value.first ?? 0, $0.key) < ($1.value.first ?? 0, $1.key) }.map(\.key)
        while !isSafe(hidden, there, sum, told, people) {
            guard let next = bySize.first(where: { !hidden.contains($0) }) else { return nil }
            hidden.insert(next)
        }
        return hidden
    }

    /// Whether what is behind the hidden lines, here and against each earlier report, is nothing or many.
    private static func isSafe(
        _ hidden: Set<Int64>, _ there: [Int64: [Int]], _ sum: [Int], _ told: [Told], _ people: (Set<Int64>) -> Int
    ) -> Bool {
        if !hidden.isEmpty {
            let behind = hidden.compactMap { line in there[line].flatMap { unknown(of: line, $0, after: told) } }
            guard behind.count > 1, !isSmall(total(hidden.compactMap { there[$0] })), !isSmall(total(behind)), people(hidden) >= least else { return false }
        }
        return told.allSatisfy { earlier in
            guard let before = earlier.sum else { return true }
            // What either report hides, together: whoever has both knows it from the sums and the lines that both show.
            let both = hidden.union(earlier.hidden)
            guard !both.isEmpty else { return true }
            let now = difference(from: total(there.filter { !both.contains($0.key) }.values), to: sum)
            let then = difference(from: total(earlier.shown.filter { !both.contains($0.key) }.values), to: before)
            return !isChangeSmall(from: then, to: now)
        }
    }

    /// What nobody knows yet of a line: all of it, or what has changed since a report told it; nil where nothing has, for then it covers no other line.
    private static func unknown(of line: Int64, _ now: [Int], after told: [Told]) -> [Int]? {
        guard let then = told.lazy.compactMap({ $0.shown[line] }).first else { return now }
        let change = difference(from: then, to: now)
        return change.contains { $0 != 0 } ? change : nil
    }

    /// People stand in several lines, so that only what adds up is compared.
    private static func isChangeSmall(from before: [Int]?, to now: [Int]) -> Bool {
        guard let before else { return false }
        return isSmall(Array(difference(from: before, to: now).dropFirst()))
    }

    private static func difference(from one: [Int], to other: [Int]) -> [Int] {
        (0..<max(one.count, other.count)).map { (other.indices.contains($0) ? other[$0] : 0) - (one.indices.contains($0) ? one[$0] : 0) }
    }

    private static func total(_ counts: some Collection<[Int]>) -> [Int] {
        counts.reduce([]) { sum, one in difference(from: sum.map { -$0 }, to: one) }
    }
}
