import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages

/// An event that somebody or something proposes, before anybody has written a word of it.
struct ProposedEvent: Sendable {
    var title: String
    var target = ""
    var people: Int?
    /// At least one.
    var days: [Day]
    var place = ""
    var hall: Hall.ID?
    var municipality: Municipality.ID?
    /// Nobody in particular: then those whom the programme names.
    var trainers: [Trainer] = []

    /// What it is to be, as the form of a new event would have it: what the programme gives, what is proposed, from nine o'clock on each of its days.
    func eventPlan(_ planning: EventPlanning) throws -> EventPlan {
        let own = planning.centre.language, first = days.min() ?? .first
        let seats = min(people.flatMap { $0 > 0 ? $0 : nil } ?? 30, planning.programme?.limits.seatsMax ?? .max)
        var typed = EventPlanForm(new: planning.centre, of: planning.form).typed
        for (name, value) in [
            ("title", title), ("target", target), ("seats", "\(seats)"), ("day1", EventPlanForm.written(first, own)), ("begins1", "9:00"), ("place1", place),
        ] { typed = typed.with(name, value) }
        var form = EventPlanForm(typed, own: own)
        if let programme = planning.programme { form = form.filled(from: programme) }
        typed = form.typed
        if typed["ends1"].isEmpty { typed = typed.with("ends1", "15:00") }
        let least = min(typed.number("seatsMin", in: 0...PlanItemDetails.most) ?? 0, typed.number("seats", in: 0...PlanItemDetails.most) ?? seats)
        var plan = try EventPlanForm(typed.with("seatsMin", "\(planning.form.has(.minimum) ? least : 0)"), own: own).plan(planning.offer)
        if !trainers.isEmpty { plan.trainers = trainers }
        if let municipality { plan.municipality = municipality }
        guard var session = plan.sessions.first else { return plan }
        if let hall { (session.hall, session.place) = (hall, "") }
        if days.count > 1, let hours = planning.programme?.hours { session.ends = Self.end(ofHours: (hours + days.count - 1) / days.count) }
        plan.sessions = days.sorted().map { day in
            var one = session
            one.day = day
            return one
        }
        return plan
    }

    /// Lessons of 45 minutes from nine on, with a quarter of an hour after every second one.
    private static func end(ofHours hours: Int) -> ClockTime {
        let minutes = 9 * 60 + hours * 45 + max(0, hours - 1) / 2 * 15
        return ClockTime(minutes: min(minutes, 22 * 60)) ?? ClockTime(hour: 15, minute: 0) ?? .midnight
    }
}
