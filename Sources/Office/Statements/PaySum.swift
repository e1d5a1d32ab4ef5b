/// Which of somebody's open amounts come to a sum: how one payment for several claims is found out.
package enum PaySum {
    /// So many amounts are looked at, the oldest first.
    package static let most = 24
    /// So many steps a search takes at most; what is not found by then is left to people.
    package static let steps = 200_000

    package struct Found: Sendable, Hashable {
        /// Places among the amounts.
        package let places: [Int]
        /// Whether no other choice comes to the same.
        package let isOnly: Bool
    }

    /// The choice of the oldest amounts that come to a sum. All of them together come first, for that is what people mostly pay.
    /// - Parameter amounts: above nothing, the oldest first.
    package static func find(_ sum: Int, in amounts: [Int]) -> Found? {
        let amounts = Array(amounts.prefix(most))
        guard sum > 0, amounts.allSatisfy({ $0 > 0 }), !amounts.isEmpty else { return nil }
        if amounts.reduce(0, +) == sum { return Found(places: Array(amounts.indices), isOnly: true) }
        var search = Search(sum: sum, amounts: amounts)
        search.go(0, left: sum, chosen: [])
        guard let first = search.found.first else { return nil }
        // Equal amounts change places without being another choice.
        let others = search.found.dropFirst().contains { other in other.map { amounts[$0] }.sorted() != first.map { amounts[$0] }.sorted() }
        let isDoubled = first.contains { place in amounts.indices.contains { !first.contains($0) && amounts[$0] == amounts[place] } }
        return Found(places: first, isOnly: !others && !isDoubled)
    }

    private struct Search {
        let amounts: [Int]
        /// What is still to come behind each place.
        let behind: [Int]
        var found: [[Int]] = []
        var steps = 0

        init(sum: Int, amounts: [Int]) {
            self.amounts = amounts
            behind = amounts.indices.map { amounts[$0...].reduce(0, +) } + [0]
        }

        mutating func go(_ place: Int, left: Int, chosen: [Int]) {
            steps += 1
            guard steps <= PaySum.steps, found.count < 4 else { return }
            if left == 0 { found.append(chosen); return }
            guard place < amounts.count, behind[place] >= left else { return }
            if amounts[place] <= left { go(place + 1, left: left - amounts[place], chosen: chosen + [place]) }
            go(place + 1, left: left, chosen: chosen)
        }
    }
}
