/// Divides an amount so that its parts sum to the whole: no hundredth is lost, and none is made.
package enum Division {
    /// Each part by its weight, rounded down; the hundredths that are left go to the parts that lost most, to the first of those that lost as much.
    /// - Parameter weights: none below nothing. Where all are nothing, the first part is the whole.
    package static func parts(of amount: Int, by weights: [Int]) -> [Int] {
        guard !weights.isEmpty else { return [] }
        if amount < 0 { return parts(of: -amount, by: weights).map { -$0 } }
        let weights = weights.map { max(0, $0) }, sum = weights.reduce(0, +)
        guard sum > 0 else { return [amount] + weights.dropFirst().map { _ in 0 } }
        let divided = weights.map { sum.dividingFullWidth(amount.multipliedFullWidth(by: $0)) }
        var parts = divided.map(\.quotient)
        let left = amount - parts.reduce(0, +)
        let losers = divided.enumerated().sorted { (-$0.element.remainder, $0.offset) < (-$1.element.remainder, $1.offset) }.prefix(left)
        for loser in losers { parts[loser.offset] += 1 }
        return parts
    }

    /// So much of an amount as a rate says, in hundredths of one in a hundred; half a hundredth of money goes upwards.
    package static func share(_ rate: Int, of amount: Int) -> Int {
        if amount < 0 { return -share(rate, of: -amount) }
        let (share, left) = 10_000.dividingFullWidth(amount.multipliedFullWidth(by: max(0, rate)))
        return left >= 5_000 ? share + 1 : share
    }
}
