package import Languages

/// What an event costs and brings with so many people, before it is held. What a source of money pays is not in it: these are the costs that fees must cover.
package struct Calculation: Sendable, Hashable {
    /// What somebody who pays in full pays, in hundredths.
    package var fee: Int
    /// What it costs whoever comes.
    package var fixed: Int
    /// What each person costs, whether they pay or not.
    package var perHead: Int
    /// One in so many comes free; nil: none does.
    package var freeEvery: Int?
    /// So many come free whoever else comes, such as the coordinator of the school.
    package var freePlaces: Int
    /// By so many of a hundred fees are lower in the mean, for members and those who come early.
    package var reduction: Int
    /// So many of a hundred of what comes in go on to those who lead it.
    package var away: Int

    package init(fee: Int, fixed: Int = 0, perHead: Int = 0, freeEvery: Int? = nil, freePlaces: Int = 0, reduction: Int = 0, away: Int = 0) {
        (self.fee, self.fixed, self.perHead) = (max(0, fee), max(0, fixed), max(0, perHead))
        self.freeEvery = freeEvery.flatMap { $0 > 1 ? $0 : nil }
        self.freePlaces = max(0, freePlaces)
        (self.reduction, self.away) = (min(max(0, reduction), 100), min(max(0, away), 100))
    }

    /// Of so many people, how many pay. One in ten is free for each full ten of those who would else pay.
    package func paying(of heads: Int) -> Int {
        let payers = max(0, heads - freePlaces)
        return payers - (freeEvery.map { payers / $0 } ?? 0)
    }

    /// The fee in the mean, rounded down: what is hoped for is not rounded up.
    package var meanFee: Int { fee.divided(times: 100 - reduction, by: 100, up: false) }

    package func income(with heads: Int) -> Int { meanFee.times(paying(of: heads)) }

    /// What goes on to those who lead it, rounded up.
    package func goesAway(with heads: Int) -> Int { income(with: heads).divided(times: away, by: 100, up: true) }

    package func costs(with heads: Int) -> Int { fixed.plus(perHead.times(max(0, heads))).plus(goesAway(with: heads)) }

    /// What is left, or lacks.
    package func balance(with heads: Int) -> Int { income(with: heads).plus(-costs(with: heads)) }

    /// With how many people it pays. A free place may throw it back: with ten it may not pay though it does with nine, and that is told.
    /// - Parameter seats: as many as can come; none where nobody counts them.
    package func breakEven(seats: Int) -> BreakEven {
        let most = max(seats, Self.headsMost)
        guard let first = (0...most).first(where: { balance(with: $0) >= 0 }) else { return .never }
        if seats > 0, first > seats { return .beyond(first) }
        let last = seats > 0 ? seats : min(most, first + 3 * (freeEvery ?? 1))
        return .from(first, lacking: (first...max(first, last)).filter { balance(with: $0) < 0 })
    }

    /// Nobody reckons with more.
    static let headsMost = 2_000
}

/// With how many people an event pays.
package enum BreakEven: Sendable, Hashable {
    /// From so many on; with these numbers of people above it, it does not.
    case from(Int, lacking: [Int])
    /// Only with more than there are seats.
    case beyond(Int)
    /// However many come.
    case never

    /// What is said of it in one line.
    package var said: Phrase {
        switch self {
        case .from(0, _): T.costs.paysAlways
        case .from(let heads, _): T.costs.paysFrom(count: heads)
        case .beyond(let heads): T.costs.paysBeyond(count: heads)
        case .never: T.costs.paysNever
        }
    }

    package var heads: Int? { if case .from(let heads, _) = self { heads } else { nil } }

    /// Whether it pays with so many.
    package func holds(with count: Int) -> Bool {
        if case .from(let heads, let lacking) = self { count >= heads && !lacking.contains(count) } else { false }
    }
}

extension Int {
    /// This times a part of a whole, without a number in between that does not fit.
    func divided(times part: Int, by whole: Int, up isUp: Bool) -> Int {
        let (share, left) = whole.dividingFullWidth(Swift.max(0, self).multipliedFullWidth(by: part))
        return isUp && left > 0 ? share + 1 : share
    }

    /// The product, or the greatest and the smallest amount where it does not fit.
    fileprivate func times(_ other: Int) -> Int {
        let (product, isTooMuch) = multipliedReportingOverflow(by: other)
        return isTooMuch ? Money.most : Swift.min(product, Money.most)
    }

    fileprivate func plus(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? (other > 0 ? Money.most : -Money.most) : sum
    }
}

extension Currency {
    /// So many hundredths; what is too much is the greatest amount there is.
    package func money(_ minor: Int) -> Money { Money(minor: Swift.min(Swift.max(minor, -Money.most), Money.most), self) ?? .nothing(self) }
}
