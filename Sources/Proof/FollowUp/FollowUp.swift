package import Events
package import Kernel
package import Languages
package import Storage

/// When a centre asks what became of its events: data with a day from which it holds.
package struct FollowUpRule: Sendable, Hashable {
    /// Of events that end on this day or later.
    package var since: Day
    /// Whether anybody is asked at all.
    package var asks: Bool
    /// So many days after the last one a letter asks, and once more.
    package var firstDays: Int
    package var secondDays: Int
    /// So long the second answer can be given and changed.
    package var openDays: Int
    /// Where fewer of a hundred answer, the numbers carry a warning.
    package var bias: Int

    package init(since: Day, asks: Bool = true, firstDays: Int = 30, secondDays: Int = 90, openDays: Int = 21, bias: Int = 50) {
        (self.since, self.asks, self.firstDays, self.secondDays, self.openDays, self.bias) = (since, asks, firstDays, secondDays, openDays, bias)
    }

    package static let dayBounds = 7...365
    package static let openBounds = 7...120
    package static let biasBounds = 0...100
    /// In local time: letters do not come in the night.
    static let hour = 7
    /// So many days after its last one an event may still be begun with, as after a server stood still.
    static let lateDays = 10

    /// Whether those are asked for a step now who were at an event that ended on `last`.
    package func isDue(last: Day, today: Day, hour: Int) -> Bool {
        guard asks, last >= since, today > last, today <= last.adding(days: Self.lateDays) else { return false }
        return today > last.adding(days: 1) || hour >= Self.hour
    }

    package func followUp(of event: Event.ID, last: Day) -> FollowUp {
        let second = last.adding(days: secondDays)
        return FollowUp(event: event, first: last.adding(days: firstDays), second: second, end: second.adding(days: openDays))
    }
}

/// The days on which the people of one event are asked.
package struct FollowUp: Sendable, Hashable {
    package let event: Event.ID
    package let first: Day
    package let second: Day
    package let end: Day

    package init(event: Event.ID, first: Day, second: Day, end: Day) { (self.event, self.first, self.second, self.end) = (event, first, second, end) }

    package enum Phase: Sendable, Hashable {
        /// A step can be written and changed.
        case writing
        case answering(Turn)
        case over
    }

    package func phase(on today: Day) -> Phase {
        if today > end { return .over }
        return today < first ? .writing : .answering(today < second ? .first : .second)
    }

    /// The last day on which an answer of a turn can be changed.
    package func lastDay(of turn: Turn) -> Day { turn == .first ? second.adding(days: -1) : end }
}

/// People are asked twice: whether they have tried, and whether it lasts.
package enum Turn: String, CaseIterable, Sendable, Storable { case first, second }
