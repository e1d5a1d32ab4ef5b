import Centres
import Kernel
import Languages
import Storage

extension EventStore {
    /// Within the time of one approval each further time needs a consent.
    static func requireConsent(_ plan: EventPlan, of form: EventForm, besides id: Event.ID, at centre: Centre.ID, in act: Act) throws {
        guard form.needsApproval, !plan.approval.number.isEmpty, plan.approval.consent == nil else { return }
        let isRepeated = try act.db.exists("""
            SELECT 1 AS stands FROM event WHERE centre = \(centre) AND id <> \(id) AND form = \(form.id) AND approval_number = \(plan.approval.number)
                AND state IN ('announced', 'confirmed', 'held', 'closed', 'postponed') LIMIT 1
            """)
        if isRepeated { throw Problem.invalid("consent", T.events.consentMissing) }
    }
}
