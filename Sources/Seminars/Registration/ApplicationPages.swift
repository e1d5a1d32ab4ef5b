import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
package import Web

/// Applying for an event.
package enum ApplicationPages {
    @Sendable package static func form(_ visit: Visit) async throws -> Answer {
        let opening = try await opening(visit)
        if let own = opening.own { return .redirect(visit.link("/registrations/\(own.id)")) }
        return visit.page(ApplicationViews(reader: visit.reader).form(opening, visit.form(ApplicationForm.typed(opening)), offered: opening.schools))
    }

    @Sendable package static func apply(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (choice, alphabet) = (SchoolChoice(visit.typed), visit.language.alphabet)
        let (event, asks, found) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            let found = try SchoolStore.schools(for: choice, near: event.centre, alphabet, in: act)
            return (event, try CentreStore.centre(event.centre, in: act).asks, found)
        }
        return try await visit.submit {
            let form = try ApplicationForm(visit.typed, isSignedIn: visit.actor.isSignedIn, payers: event.plan.payers, ofGroup: event.form.applying == .group,
                asks: asks, found: found)
            guard let newcomer = form.newcomer else { return try await applyKnown(form, for: id, visit) }
            return try await applyNew(newcomer, form.application, for: id, visit)
        } again: { form in
            let opening = try await opening(visit)
            return ApplicationViews(reader: visit.reader).form(opening, form, offered: choice.offered(found, else: opening.schools))
        }
    }

    private static func applyKnown(_ form: ApplicationForm, for id: Event.ID, _ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        return try await visit.act { act in
            let reader = try PersonStore.person(person, in: act)
            if reader.wantsPapers != form.wantsPapers { try AccountStore.wish(papers: form.wantsPapers, of: person, in: act) }
            let registration = try RegistrationStore.apply(person, for: id, form.application, reader: reader, in: act)
            let isCollected = try registration.state == .waiting && RegistrationStore.place(of: registration, in: act) == nil
            let said = isCollected ? T.registration.saidCollected : registration.state == .admitted ? T.registration.saidAdmitted : T.registration.saidWaiting
            return Redirect(visit.link("/registrations/\(registration.id)"), said)
        }
    }

    /// A newcomer, or somebody known who has not signed in: the answer is the same, so that nobody learns who is known here.
    private static func applyNew(_ newcomer: NamedPerson, _ application: Application, for id: Event.ID, _ visit: Visit) async throws -> Answer {
        let email = newcomer.email.text
        try await visit.count(Attempts("apply", of: email, limit: 6, within: 3_600), Attempts("apply from", from: visit.network, limit: 200, within: 3_600))
        let token = Token.random()
        return try await visit.act { act in
            let person = try PersonStore.newcomer(name: newcomer.name, email: email, language: visit.language, in: act)
            try RegistrationStore.applyUnconfirmed(person, named: newcomer.name, for: id, application, token: token, in: act)
            return Redirect(visit.link("/registrations/sent"))
        }
    }

    private static func opening(_ visit: Visit) async throws -> Opening {
        let (id, language): (Event.ID, _) = (try visit.id("event"), visit.language)
        return try await visit.read { act in
            var opening = try opening(id, in: act)
            let t = try act.texts(language, of: opening.centre)
            opening.workshops = try WorkshopStore.open(opening.event, in: act)
            opening.opens = try HeadStartStore.opens(id, today: opening.centre.zone.day(of: act.now), in: act)
            opening.isEarly = try opening.opens != nil && HeadStartStore.refusal(of: Set([act.by.person].compactMap(\.self)), for: opening.event, in: act) != nil
            (opening.terms, opening.coming) = (t(T.registration.terms), t(T.registration.stepComingText))
            return opening
        }
    }

    private static func opening(_ id: Event.ID, in act: Act) throws -> Opening {
        guard let person = act.by.person else {
            let event = try EventStore.event(id, in: act)
            let (centre, seats) = (try CentreStore.centre(event.centre, in: act), try RegistrationStore.seats(of: event, in: act))
            return Opening(event: event, centre: centre, seats: seats, nearby: try SchoolStore.nearby(centre.id, in: act))
        }
        let (event, seats, own) = try RegistrationStore.seats(of: id, with: person, in: act)
        let centre = try CentreStore.centre(event.centre, in: act)
        let nearby = try SchoolStore.nearby(centre.id, in: act)
        let clashes = try RegistrationStore.clashes(of: person, with: id, in: act)
        let told = try PersonStore.told(by: person, in: act)
        return Opening(
            event: event, centre: centre, seats: seats, own: own,
            schools: try EmploymentStore.schools(of: person, on: centre.zone.day(of: act.now), in: act), nearby: nearby,
            clashes: try EventStore.listed(inOrder: clashes, in: act), wantsPapers: told.wantsPapers, phone: told.phone, job: told.job)
    }

    @Sendable package static func sent(_ visit: Visit) async throws -> Answer { visit.page(ApplicationViews(reader: visit.reader).sent()) }
}
