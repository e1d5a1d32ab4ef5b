import Accounts
import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages
import Registration
package import Web

/// Somebody came without having applied: written down at the door, given a free seat and marked in one act.
package enum WalkInPages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        visit.page(WalkInViews(reader: visit.reader).form(try await sight(visit), found: [], visit.form()))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        let (event, session) = (sight.roll.event, sight.session.id)
        var found: [School] = []
        return try await visit.submit {
            let form = try DeskForm(visit.typed, payers: event.plan.payers)
            let school = try await form.school.school(visit, found: &found)
            let reason = visit.typed["reason"]
            return try await visit.act { act in
                let person = try form.email.flatMap { try PersonStore.person(email: $0, in: act)?.id }
                    ?? PersonStore.add(form.name, email: form.email, verified: nil, phone: form.phone, language: event.plan.language, in: act)
                let application = Application(school: school, payer: form.payer, note: form.note, channel: .desk)
                let registration = try RegistrationStore.walkIn(person, for: event.id, application, because: reason, in: act)
                try AttendanceStore.tap(registration.id, .present, session: session, of: event.id, in: act)
                return Redirect(visit.link("/staff/events/\(event.id)/sessions/\(session)/door"), T.delivery.saidWalkIn(name: .text(form.name.full)))
            }
        } again: { form in
            WalkInViews(reader: visit.reader).form(sight, found: found, form)
        }
    }

    private static func sight(_ visit: Visit) async throws -> DoorSight {
        let sight = try await DoorPages.sight(visit)
        guard sight.takesIn else { throw Problem.missing }
        return sight
    }
}
