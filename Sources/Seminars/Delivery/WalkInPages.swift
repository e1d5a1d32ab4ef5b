import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration
package import Web

/// Somebody came without having applied: written down at the door, given a free seat and marked in one act.
package enum WalkInPages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        page(visit, try await sight(visit), .nothing, found: [], nil)
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        let (event, session) = (sight.roll.event, sight.session.id)
        var found: [School] = []
        do {
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
        } catch let problem as Problem where problem.kind != .missing {
            return page(visit, sight, visit.typed, found: found, problem)
        }
    }

    private static func sight(_ visit: Visit) async throws -> DoorPages.Sight {
        let sight = try await DoorPages.sight(visit)
        guard sight.takesIn else { throw Problem.missing }
        return sight
    }

    private static func page(_ visit: Visit, _ sight: DoorPages.Sight, _ typed: Typed, found: [School], _ problem: Problem?) -> Answer {
        let t = visit.t
        let event = sight.roll.event
        let title = event.title(in: visit.language)
        let path = visit.link("/staff/events/\(event.id)/sessions/\(sight.session.id)")
        let trail = [Look.Link(title.text, href: visit.link("/staff/events/\(event.id)")), Look.Link(t(T.delivery.door), href: path + "/door")]
        return visit.page(t(T.delivery.walkIn), trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.registration.notDone), visit.mistakes(problem))
            Heading(t(T.delivery.walkIn), lead: t(T.delivery.walkInText))
            if let problem, visit.mistakes(problem).isEmpty { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            Look::Form(action: path + "/walk-in", hidden: visit.hidden, isGuarded: true) {
                Field(t(T.registration.given), name: "given", value: typed["given"], error: visit.mistake("given", problem), autocomplete: "off").text()
                Field(t(T.registration.family), name: "family", value: typed["family"], error: visit.mistake("family", problem), autocomplete: "off").text()
                Field(t(T.registration.email), name: "email", value: typed["email"], hint: t(T.registration.addEmailHint), error: visit.mistake("email", problem), optional: t(T.common.optional), autocomplete: "off").email()
                SchoolField(visit.form(typed, problem), offered: found)
                if event.plan.payers.count > 1 {
                    Field(t(T.registration.payer), name: "payer", value: typed["payer"].isEmpty ? event.plan.payers[0].rawValue : typed["payer"])
                        .radios(event.plan.payers.map { Field.Choice($0.rawValue, t($0.name)) })
                }
                Field(t(T.delivery.walkInReason), name: "reason", value: typed["reason"], hint: t(T.delivery.walkInReasonHint), error: visit.mistake("reason", problem),
                      optional: t(T.common.optional), width: .full).text()
                Buttons {
                    Submit(t(T.delivery.walkInAct))
                    LinkButton(t(T.common.cancel), href: path + "/door", .quiet)
                }
            }
        }
    }
}
