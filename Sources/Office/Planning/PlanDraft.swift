import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages

extension PlanItemDetails {
    /// What an event that comes of this line is to be, as the form of a new event would have it: what the programme gives, what the line says, and a day
    /// within its term, on a Saturday where there is one.
    func eventPlan(_ planning: EventPlanning, today: Day) throws -> EventPlan {
        let own = planning.centre.language
        let day = proposedDay(today)
        let seats = min(people.flatMap { $0 > 0 ? $0 : nil } ?? 30, planning.programme?.limits.seatsMax ?? .max)
        var typed = EventPlanForm(new: planning.centre, of: planning.form).typed
        for (name, value) in [
            ("title", title), ("target", target), ("seats", "\(seats)"), ("day1", EventPlanForm.written(day, own)), ("begins1", "9:00"), ("place1", place),
        ] { typed = typed.with(name, value) }
        var form = EventPlanForm(typed, own: own)
        if let programme = planning.programme { form = form.filled(from: programme) }
        typed = form.typed
        if typed["ends1"].isEmpty { typed = typed.with("ends1", "15:00") }
        let least = min(typed.number("seatsMin", in: 0...PlanItemDetails.most) ?? 0, typed.number("seats", in: 0...PlanItemDetails.most) ?? seats)
        return try EventPlanForm(typed.with("seatsMin", "\(planning.form.has(.minimum) ? least : 0)"), own: own).plan(planning.offer)
    }

    /// The first Saturday of the term that has not passed, else its first day, or its last where that has passed too.
    func proposedDay(_ today: Day) -> Day {
        let coming = days.filter { $0 > today }
        return coming.first { $0.weekday == .saturday } ?? coming.first ?? days.lowerBound
    }
}
