package import Languages
import Storage

/// What is done with works that are alike; it is said before the jury begins.
package enum TieRule: String, CaseIterable, Sendable, Storable {
    /// The criterion of the greatest weight decides, then the next one.
    case criterion
    /// They share the place.
    case shared
    /// The chair decides.
    case chair

    package var name: Phrase {
        switch self {
        case .criterion: T.juries.tieCriterion
        case .shared: T.juries.tieShared
        case .chair: T.juries.tieChair
        }
    }
}

/// Works in their order, from what was counted of each.
package struct JuryRanking<Work: Hashable & Comparable & Sendable>: Sendable {
    package struct Line: Sendable, Hashable {
        package let work: Work
        /// Of those that are alike, all have the first place that they take: 1, 2, 2, 4.
        package let place: Int
        /// What decides first; the others decide between those that are alike so far.
        package let keys: [Int]

        package var score: Int { keys.first ?? 0 }
    }

    /// The best first.
    package let lines: [Line]
    package let places: [Work: Int]

    package init(_ counted: [Work: [Int]]) {
        func isBefore(_ one: [Int], _ other: [Int]) -> Bool { other.lexicographicallyPrecedes(one) }
        let order = counted.sorted { $0.value == $1.value ? $0.key < $1.key : isBefore($0.value, $1.value) }
        var lines: [Line] = []
        for (index, one) in order.enumerated() {
            let place = lines.last.flatMap { $0.keys == one.value ? $0.place : nil } ?? index + 1
            lines.append(Line(work: one.key, place: place, keys: one.value))
        }
        self.lines = lines
        places = Dictionary(uniqueKeysWithValues: lines.map { ($0.work, $0.place) })
    }

    /// Groups of works that follow one another so closely that the numbers alone should not part them.
    package func nearTies(within margin: Int) -> [[Work]] {
        var groups: [[Line]] = []
        for line in lines {
            if let last = groups.last?.last, last.score - line.score <= margin { groups[groups.count - 1].append(line) } else { groups.append([line]) }
        }
        return groups.filter { $0.count > 1 }.map { $0.map(\.work) }
    }

    /// Those that go on to the next round: so many of the best, and whoever is like the last of them.
    package func best(_ most: Int) -> [Work] { lines.filter { $0.place <= most }.map(\.work) }

    /// Prizes that do not follow from the order: some work before it, or like it, has a lower one or none. Each of them needs a reason.
    package func departures(_ prizes: [Work: Int]) -> Set<Work> {
        Set(prizes.filter { work, prize in
            guard let own = places[work] else { return true }
            return lines.contains { $0.work != work && $0.place <= own && (prizes[$0.work] ?? .max) > prize }
        }.keys)
    }
}
