package import Catalogue
package import Events
package import Kernel
package import Languages
package import Needs

/// How a draft that somebody has accepted, of the planner or of a call, finds its place in the plan of its year.
package enum PlanTaking {
    /// What stands in a plan already.
    package struct Line: Sendable, Hashable {
        package let id: PlanItem.ID
        package let programme: Programme.ID?
        package let topic: Topic.ID?
        package let days: ClosedRange<Day>
        /// Whether something came of it.
        package let isBegun: Bool

        package init(_ id: PlanItem.ID, programme: Programme.ID? = nil, topic: Topic.ID? = nil, days: ClosedRange<Day>, isBegun: Bool = false) {
            (self.id, self.programme, self.topic, self.days, self.isBegun) = (id, programme, topic, days, isBegun)
        }
    }

    package enum Outcome: Sendable, Hashable {
        /// It is what this line meant.
        case line(PlanItem.ID)
        /// It becomes a line.
        case new
        /// The plan was approved without it: somebody says why.
        case deviation
    }

    /// A line of the same programme whose term it falls into, however much came of it; else the first of it of which nothing came yet. Without a programme the topic
    /// tells what is the same.
    /// - Parameter isOpen: whether the plan is still a draft.
    package static func outcome(programme: Programme.ID?, topics: Set<Topic.ID>, on day: Day, among lines: [Line], isOpen: Bool) -> Outcome {
        let same = lines.filter { line in
            if programme != nil || line.programme != nil { return line.programme == programme }
            return line.topic.map(topics.contains) ?? false
        }
        if let line = same.first(where: { $0.days.contains(day) }) ?? same.first(where: { !$0.isBegun }) { return .line(line.id) }
        return isOpen ? .new : .deviation
    }

    /// When the line is: the month in which all of it is held, else its days; never outside of the year, nor of what the programme allows.
    package static func term(of days: ClosedRange<Day>, in year: PlanYear, _ limits: ProgrammeLimits?) -> ClosedRange<Day> {
        let month = days.lowerBound.monthDays
        let isWhole = month.contains(days.upperBound) && year.days.contains(month.lowerBound) && year.days.contains(month.upperBound) && limits?.covers(month) ?? true
        return isWhole ? month : days.lowerBound...min(days.upperBound, year.days.upperBound)
    }
}
