import Catalogue
import Centres
package import Kernel
package import Languages

/// The approval of a gathering: when it was asked for, under which number and from when it holds, and the consent to hold it once more within its time.
package struct EventApproval: Sendable, Hashable {
    package var asked: Day?
    /// As the decision is numbered; empty while there is none.
    package var number: String
    package var day: Day?
    package var consent: Day?

    package static let none = EventApproval()

    package init(asked: Day? = nil, number: String = "", day: Day? = nil, consent: Day? = nil) {
        self.asked = asked
        self.number = number
        self.day = day
        self.consent = consent
    }
}

extension EventForm {
    /// The last day on which the approval of an event that begins then is asked for.
    package func lastAsking(before first: Day) -> Day { first.adding(days: -details.askedDays) }

    /// The first day on which an event may begin whose approval is asked for then.
    package func earliest(askedOn day: Day) -> Day { day.adding(days: details.askedDays) }

    /// The last day on which an event may begin that was approved then: the day before the same date, so many months later.
    package func approvalEnds(from day: Day) -> Day { day.adding(months: details.approvedMonths).adding(days: -1) }
}

extension Faults {
    /// The approval is asked for in time, and the event lies within the time for which it holds. Kept as a draft it may still wait for its number; it
    /// is announced with it.
    /// - Parameter today: when it is to be announced; nil while it is only kept.
    mutating func respect(_ approval: EventApproval, of form: EventForm, _ plan: EventPlan, today: Day?) {
        let days = plan.sessions.map(\.day)
        if let asked = approval.asked, let first = days.min(), asked > form.lastAsking(before: first) {
            add("asked", T.events.askedTooLate(
                count: form.details.askedDays, basis: .title(form.details.basis), last: .day(form.lastAsking(before: first)),
                earliest: .day(form.earliest(askedOn: asked))))
        }
        if let day = approval.day {
            require(!approval.number.isEmpty, "approvalNumber", T.events.approvalNumberMissing)
            if let asked = approval.asked { require(asked <= day, "approvalDay", T.events.approvalBeforeAsked) }
            let end = form.approvalEnds(from: day)
            for (index, held) in days.enumerated() where held < day || held > end {
                add("day\(index + 1)", T.events.dayOutsideApproval(from: .day(day), until: .day(end)))
            }
        } else {
            require(approval.number.isEmpty, "approvalDay", T.events.approvalDayMissing)
        }
        if let consent = approval.consent, let first = days.min() { require(consent <= first, "consent", T.events.consentAfterStart(day: .day(first))) }
        guard today != nil else { return }
        require(approval.asked != nil, "asked", T.events.askedMissing(count: form.details.askedDays, basis: .title(form.details.basis)))
        if approval.number.isEmpty, approval.day == nil { add("approvalNumber", T.events.approvalMissing) }
    }
}
