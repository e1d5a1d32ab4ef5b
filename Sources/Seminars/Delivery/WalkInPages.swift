import Accounts
import Accounts
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
        let sight = try await sight(visit)
        let nearby = try await visit.read { try SchoolStore.nearby(sight.roll.event.centre, in: $0) }
        return visit.page(WalkInViews(reader: visit.reader).form(sight.roll.event, sight.session, visit.form(), offered: [], nearby: nearby))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        let (event, session) = (sight.roll.event, sight.session)
        let (choice, alphabet) = (SchoolChoice(visit.typed), visit.language.alphabet)
        let (found, nearby) = try await visit.read { act in
            (try SchoolStore.schools(for: choice, near: event.centre, alphabet, in: act), try SchoolStore.nearby(event.centre, in: act))
        }
        var doubles: [LikelyDouble] = []
        return try await visit.submit {
            let (written, reason) = try DeskForm.withReason(visit.typed, payers: event.plan.payers, ofGroup: event.form.applying == .group, found: found)
            doubles = try await visit.read { try LikelyDoubleStore.doubles(of: written.person, at: event.centre, in: $0) }
            let form = try written.meaning(MeantPerson(visit.typed), among: doubles)
            return try await visit.act { act in
                let person = try RegistrationStore.person(atDoor: form, of: event, in: act)
                let registration = try RegistrationStore.walkIn(person, for: event.id, form.application, because: reason, in: act)
                try AttendanceStore.tap(registration.id, .present, session: session.id, of: event.id, in: act)
                return Redirect(visit.link("/staff/events/\(event.id)/sessions/\(session.id)/door"), T.delivery.saidWalkIn(name: .text(form.person.name.full)))
            }
        } again: { form in
            WalkInViews(reader: visit.reader).form(event, session, form, offered: choice.offered(found), nearby: nearby, doubles)
        }
    }

    private static func sight(_ visit: Visit) async throws -> DoorSight {
        let sight = try await DoorPages.sight(visit)
        guard sight.takesIn else { throw Problem.missing }
        return sight
    }
}
