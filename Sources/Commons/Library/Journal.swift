package import Kernel
package import Languages

/// A journal that the centre gets for some time.
package struct Subscription: Sendable, Hashable {
    package typealias ID = Kernel.ID<Subscription>

    package let id: ID
    package let title: LibraryTitle.ID
    package let draft: SubscriptionDraft
    /// By the days on which they are expected.
    package let issues: [Issue]
}

package struct SubscriptionDraft: Sendable, Hashable {
    package var days: ClosedRange<Day>
    /// So many issues come in this time, evenly.
    package var count: Int
    /// In minor units of the centre's currency.
    package var price: Int?
    package var source: String

    package init(_ days: ClosedRange<Day>, count: Int, price: Int? = nil, source: String = "") {
        (self.days, self.count, self.price, self.source) = (days, count, price, source)
    }

    package static let countBounds = 1...400
    /// No subscription is longer.
    package static let daysMost = 1_100

    /// When each issue is expected and how it is called: numbers begin anew with each year.
    package var expected: [(number: String, day: Day)] {
        let length = days.lowerBound.days(until: days.upperBound) + 1
        var numbers: [Int: Int] = [:]
        return (0..<count).map { place in
            let day = days.lowerBound.adding(days: length * place / count)
            numbers[day.year, default: 0] += 1
            return ("\(numbers[day.year] ?? 1)/\(day.year)", day)
        }
    }
}

/// One issue of a journal.
package struct Issue: Sendable, Hashable {
    package typealias ID = Kernel.ID<Issue>

    package let id: ID
    package let number: String
    package let expected: Day
    package let arrived: Day?
    /// Since when the publisher has been asked for it.
    package let claimed: Day?
    package let copy: Copy.ID?

    /// So many days an issue may be late before it is missed.
    package static let lateDays = 30

    package func isMissing(on today: Day) -> Bool { arrived == nil && expected.adding(days: Self.lateDays) < today }
    package func isExpected(on today: Day) -> Bool { arrived == nil && expected <= today }
}

/// An issue that has not come, and of which journal it is.
package struct MissingIssue: Sendable {
    package let title: LibraryTitle
    package let issue: Issue
}
