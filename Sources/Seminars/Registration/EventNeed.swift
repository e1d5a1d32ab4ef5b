package import Events
package import Languages
package import Centres

/// What an event that is not over needs from the people who plan it, with the day on which it hurts.
package enum EventNeed: Sendable, Hashable {
    /// A day of decision is near and so many are missing to the smallest group.
    case decision(missing: Int, by: Day)
    /// It was to be held on that day, and nobody noted that it was.
    case held(Day)
    /// It is postponed and has no new date.
    case date(Day?)
    /// It is a draft whose approval has to be asked for until that day.
    case asking(Day)
    /// It is a draft.
    case announcement(Day?)
    /// Seats are free and so many wait, but no offer is made any more: staff fill them.
    case filling(waiting: Int)

    /// How many days before the decision somebody is reminded of it.
    private static let reminderDays = 7

    /// - Parameter seats: nil where nobody ever applied.
    package static func needs(of event: Event, _ seats: Seats?, _ rules: SeatRules, in zone: Zone, at now: Instant) -> [EventNeed] {
        let today = zone.day(of: now)
        let start = event.starts.map { zone.day(of: $0) }
        var needs: [EventNeed] = []
        switch event.state {
        case .announced:
            if let decision = event.decision(rules, in: zone), let seats, event.plan.seatsMin > 0, today.days(until: decision) <= reminderDays {
                needs.append(.decision(missing: max(0, event.plan.seatsMin - seats.formed), by: decision))
            }
            // Where no group has to form, nobody confirms anything either.
            if !event.form.has(.minimum), let end = event.ends.map({ zone.day(of: $0) }), end < today { needs.append(.held(end)) }
        case .confirmed:
            if let end = event.ends.map({ zone.day(of: $0) }), end < today { needs.append(.held(end)) }
        case .postponed: needs.append(.date(start))
        case .draft:
            if event.form.needsApproval, event.plan.approval.asked == nil, let start {
                needs.append(.asking(event.form.lastAsking(before: start)))
            } else {
                needs.append(.announcement(start))
            }
        case .held, .closed, .cancelled: break
        }
        if let cutoff = event.cutoff(rules), let starts = event.starts, let seats, cutoff <= now, now < starts, seats.offerable > 0 {
            needs.append(.filling(waiting: seats.waiting))
        }
        return needs
    }
}
