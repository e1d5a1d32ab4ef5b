import Catalogue
package import Centres
package import Kernel
package import Languages

/// The dates on which an event is to be held again: one pattern, many dates.
package struct EventSeries: Sendable, Hashable {
    /// First days, in their order.
    package let days: [Day]

    package init(days: [Day]) { self.days = Array(Set(days)).sorted() }

    package static let most = 40
    package static let weekLimits = 1...26

    /// So many more, every so many weeks after a first day.
    package init(from first: Day, everyWeeks weeks: Int, times: Int) {
        self.init(days: (1...max(1, times)).map { first.adding(days: $0 * weeks * 7) })
    }
}

extension EventPlan {
    /// The same on other days: each session keeps its distance from the first, its hours and its hall. A deadline follows the rule, and a consent is asked
    /// for anew.
    package func moved(to first: Day, _ rules: SeatRules) -> EventPlan {
        var plan = self
        plan.hasOwnDeadline = false
        plan.approval.consent = nil
        guard let old = sessions.map(\.day).min() else { return plan }
        let distance = old.days(until: first)
        for index in plan.sessions.indices { plan.sessions[index].day = plan.sessions[index].day.adding(days: distance) }
        plan.deadline = plan.usualDeadline(rules) ?? first
        return plan
    }
}
