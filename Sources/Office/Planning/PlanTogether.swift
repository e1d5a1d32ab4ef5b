package import Catalogue
package import Centres
package import Events
import Kernel
package import Languages

/// Something that one of the centres plans or has announced, beside what the others do.
package struct TogetherLine: Sendable, Hashable {
    package let centre: Centre.ID
    package let form: EventForm.ID
    package let programme: Programme.ID?
    package let title: String
    package let days: ClosedRange<Day>
    /// What is announced has an event; what is only planned has none.
    package let event: Event.ID?

    package init(centre: Centre.ID, form: EventForm.ID = .seminar, programme: Programme.ID?, title: String, days: ClosedRange<Day>, event: Event.ID? = nil) {
        (self.centre, self.form, self.programme, self.title, self.days, self.event) = (centre, form, programme, title, days, event)
    }

    /// Whether one knows the week: a whole month is no date yet.
    package var isDated: Bool { days.lowerBound.days(until: days.upperBound) < 7 }

    /// Another centre does the same programme in the same week, from Monday to Sunday.
    package func clashes(with other: TogetherLine) -> Bool {
        guard let programme, programme == other.programme, centre != other.centre, isDated, other.isDated else { return false }
        return days.weeks.overlaps(other.days.weeks)
    }
}

/// What all centres of an installation plan for a month.
package struct Together: Sendable {
    package let month: ClosedRange<Day>
    package let centres: [Centre]
    package let lines: [TogetherLine]

    package func clashes(of line: TogetherLine) -> [TogetherLine] { lines.filter(line.clashes) }
}

extension Day {
    /// The Monday of its week.
    var monday: Day { adding(days: 1 - weekday.rawValue) }
}

extension ClosedRange where Bound == Day {
    /// The whole weeks in which its days lie.
    var weeks: ClosedRange<Day> { lowerBound.monday...upperBound.monday.adding(days: 6) }
}
