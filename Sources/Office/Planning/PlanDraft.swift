import Events
import Kernel
import Languages

extension PlanItemDetails {
    /// What an event that comes of this line is to be, as the form of a new event would have it: what the programme gives, what the line says, and a day
    /// within its term, on a Saturday where there is one.
    func eventPlan(_ planning: EventPlanning, today: Day) throws -> EventPlan {
        try ProposedEvent(title: title, target: target, people: people, days: [proposedDay(today)], place: place).eventPlan(planning)
    }

    /// The first Saturday of the term that has not passed, else its first day, or its last where that has passed too.
    func proposedDay(_ today: Day) -> Day {
        let coming = days.filter { $0 > today }
        return coming.first { $0.weekday == .saturday } ?? coming.first ?? days.lowerBound
    }
}
