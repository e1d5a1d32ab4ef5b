import Centres
package import Kernel
import Languages
import Storage

extension EventStore {
    /// Makes an event once more on each of these days, all or none.
    /// - Parameter announces: whether they are announced at once.
    /// - Throws: at the field `days`, for which day it cannot be, and why.
    @discardableResult
    package static func repeated(_ id: Event.ID, on series: EventSeries, announces: Bool, in act: Act) throws -> [Event.ID] {
        try act.db.hold("event", id.value)
        let event = try event(runBy: act.by, id, in: act)
        let centre = try CentreStore.centre(event.centre, in: act)
        let limits = try limits(of: event.plan.programme, in: act)
        return try series.days.map { day in
            do {
                let plan = event.plan.moved(to: day, centre.rules)
                try plan.faults(of: event.form, limits: limits, zone: centre.zone, today: announces ? centre.zone.day(of: act.now) : nil).check()
                let copy = try draft(event.form.id, plan, centre: event.centre, copiedFrom: id, in: act)
                if announces { try announce(copy, limits: limits, in: act) }
                return copy
            } catch let problem as Problem where problem.kind == .invalid {
                throw Problem.invalid("days", T.events.seriesFault(day: .day(day, .long), why: .phrase(problem.faults.first?.phrase ?? T.common.notPossible)))
            }
        }
    }
}
