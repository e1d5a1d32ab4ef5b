import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// A package as everybody sees it, and applying for several of its events at once.
package enum EventPackagePages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let packages = try await visit.read { try EventPackageStore.packages(of: centre, openOnly: true, in: $0) }
        return visit.page(EventPackageViews(reader: visit.reader).list(packages))
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        visit.page(EventPackageViews(reader: visit.reader).show(try await sight(visit)))
    }

    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return visit.page(EventPackageViews(reader: visit.reader).form(sight, visit.form(sight.typed), offered: sight.schools))
    }

    @Sendable package static func apply(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        let (choice, alphabet) = (SchoolChoice(visit.typed), visit.language.alphabet)
        let found = try await visit.read { try SchoolStore.schools(for: choice, near: sight.centre.id, alphabet, in: $0) }
        return try await visit.submit {
            let form = try ApplicationForm(visit.typed, isSignedIn: visit.actor.isSignedIn, payers: sight.payers, asks: sight.centre.asks, found: found)
            let events = visit.typed.all("events").compactMap { Event.ID($0) }
            guard !events.isEmpty, events.allSatisfy({ sight.package.details.events.contains($0) }) else {
                throw Problem.invalid("events", T.registration.packageNoneChosen)
            }
            guard let newcomer = form.newcomer else { return try await applyKnown(form, sight, events, visit) }
            return try await applyNew(newcomer, form.application, events, visit)
        } again: { form in
            EventPackageViews(reader: visit.reader).form(sight, form, offered: choice.offered(found, else: sight.schools))
        }
    }

    private static func applyKnown(_ form: ApplicationForm, _ sight: EventPackageSight, _ events: [Event.ID], _ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let t = visit.t
        return try await visit.act { act in
            let reader = try PersonStore.person(person, in: act)
            if reader.wantsPapers != form.wantsPapers { try AccountStore.wish(papers: form.wantsPapers, of: person, in: act) }
            let lines = try RegistrationStore.apply(person, together: events, form.application, reader: reader, in: act)
            let told = lines.map { "\(t.shown($0.event.title(in: t.language).text)): \(t($0.standing))" }
            return Redirect(visit.link("/packages/\(sight.package.id)"), T.common.said(text: .text(told.joined(separator: " · "))))
        }
    }

    /// A newcomer, or somebody known who has not signed in: the answer is the same, so that nobody learns who is known here.
    private static func applyNew(_ newcomer: NamedPerson, _ application: Application, _ events: [Event.ID], _ visit: Visit) async throws -> Answer {
        let email = newcomer.email.text
        try await visit.count(Attempts("apply", of: email, limit: 6, within: 3_600), Attempts("apply from", from: visit.network, limit: 200, within: 3_600))
        let token = Token.random()
        return try await visit.act { act in
            let person = try PersonStore.newcomer(name: newcomer.name, email: email, language: visit.language, in: act)
            try RegistrationStore.applyUnconfirmed(person, named: newcomer.name, together: events, application, token: token, in: act)
            return Redirect(visit.link("/registrations/sent"))
        }
    }

    private static func sight(_ visit: Visit) async throws -> EventPackageSight {
        let (id, language): (EventPackage.ID, _) = (try visit.id("package"), visit.language)
        return try await visit.read { act in
            let package = try EventPackageStore.package(id, in: act)
            let centre = try CentreStore.centre(package.centre, in: act)
            let events = try EventStore.listed(inOrder: package.details.events, in: act).filter { $0.state != .draft && !$0.form.isInternal }
            let seats = try RegistrationStore.seats(of: events, in: act)
            let payers = Set(try EventStore.events(events.map(\.id), in: act).flatMap(\.plan.payers))
            var sight = EventPackageSight(
                package: package, centre: centre, payers: Payer.allCases.filter(payers.contains), nearby: try SchoolStore.nearby(centre.id, in: act),
                terms: try act.texts(language, of: centre)(T.registration.terms))
            sight.lines = try events.map { event in
                let own = try act.by.person.flatMap { try RegistrationStore.open(of: $0, for: event.id, in: act) }
                return EventPackageSight.Line(
                    event: event, seats: seats[event.id], own: own?.state == .unconfirmed ? nil : own, refusal: event.refusal(at: act.now, in: centre.zone))
            }
            if let person = act.by.person {
                sight.schools = try EmploymentStore.schools(of: person, on: centre.zone.day(of: act.now), in: act)
                let told = try PersonStore.told(by: person, in: act)
                (sight.wantsPapers, sight.phone, sight.job) = (told.wantsPapers, told.phone, told.job)
            }
            return sight
        }
    }
}
