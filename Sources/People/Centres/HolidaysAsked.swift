package import Kernel
package import Languages

/// On which days from one on nothing is open at a centre, because they are holidays. Answered by the room that keeps the calendar of the school year.
package struct HolidaysAsked: Question {
    package typealias Answer = [ClosedRange<Day>]
    package let centre: ID<CentreTag>
    package let from: Day

    package init(centre: ID<CentreTag>, from: Day) { (self.centre, self.from) = (centre, from) }
}
