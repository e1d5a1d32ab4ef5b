package import Events
package import Languages

/// What became of a centre's events, as its people see it: numbers, and names only of those who let them.
package struct FollowUpDesk: Sendable {
    /// One title that is told apart from others: a programme, or an event without one.
    package struct Line: Sendable {
        package let event: Event
        package var events: Int
        package var index: UseIndex
    }

    package let rule: FollowUpRule?
    /// Of all together, as far as it may be told.
    package let whole: UseIndex
    package let lines: [Line]
    package let hindrances: Hindrances
    package let words: [String]
    package let named: [NamedStep]

    /// So far back the page looks.
    package static let days = 731

    /// - Parameter events: with what is counted of each, the newest first.
    package init(
        rule: FollowUpRule?, events: [(event: Event, index: UseIndex)], hindrances: Hindrances, words: [String], named: [NamedStep]
    ) {
        (self.rule, self.hindrances, self.words, self.named) = (rule, hindrances, words, named)
        var lines: [Line] = [], places: [String: Int] = [:]
        for (event, index) in events {
            let key = event.plan.programme.map { "p\($0)" } ?? "e\(event.id)"
            if let place = places[key] {
                lines[place].events += 1
                lines[place].index = lines[place].index + index
            } else {
                places[key] = lines.count
                lines.append(Line(event: event, events: 1, index: index))
            }
        }
        self.lines = lines
        whole = Self.whole(lines.map(\.index))
    }

    /// The sum of all lines; where those that are not told have fewer than five answers together it leaves them out, for else the sum would tell them.
    static func whole(_ lines: [UseIndex]) -> UseIndex {
        let hidden = lines.filter { !$0.isTold }.reduce(UseIndex(), +), told = lines.filter(\.isTold).reduce(UseIndex(), +)
        return hidden.answered == 0 || hidden.isTold ? told + hidden : told
    }

    /// So many of a hundred have to answer.
    package var bias: Int { rule?.bias ?? FollowUpRule(since: .zero).bias }
}
