import Accounts
import Catalogue
import Events
import Forms
import Kernel
import Languages
import Centres
package import Web

/// Applying, and what one does with an application of one's own.
package enum RegistrationPages {
    // MARK: Applying

    /// What the form shows, read in one look.
    struct Opening: Sendable {
        var event: Event
        var centre: Centre
        var seats: Seats
        var own: Registration?
        var schools: [School]
        var clashes: [ListedEvent]
        /// Whether whoever is signed in wants papers by mail.
        var wantsPapers: Bool
    }

    @Sendable package static func form(_ visit: Visit) async throws -> Answer {
        let opening = try await opening(visit)
        if let own = opening.own { return .redirect(visit.link("/registrations/\(own.id)")) }
        return RegistrationViews.form(visit, opening, SchoolChoice.typed(opening.schools.first), found: [], nil)
    }

    @Sendable package static func apply(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let payers = try await visit.read { try EventStore.payers(of: id, in: $0) }
        var found: [School] = []
        do {
            let form = try ApplicationForm(visit.typed, isSignedIn: visit.actor.isSignedIn, payers: payers)
            let school = try await form.school.school(visit, found: &found)
            let application = Application(school: school, payer: form.payer, note: form.note)
            guard let newcomer = form.newcomer else { return try await applyKnown(id, application, visit) }
            return try await applyNew(newcomer, id, application, visit)
        } catch let problem as Problem where problem.kind != .missing {
            return RegistrationViews.form(visit, try await opening(visit), visit.typed, found: found, problem)
        }
    }

    private static func applyKnown(_ id: Event.ID, _ application: Application, _ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let wantsPapers = visit.typed.has("papers")
        return try await visit.act { act in
            try AccountStore.wish(papers: wantsPapers, of: person, in: act)
            if let school = application.school { try EmploymentStore.add(person, at: school, in: act) }
            let registration = try RegistrationStore.apply(person, for: id, application, in: act)
            let said = registration.state == .admitted ? T.registration.saidAdmitted : T.registration.saidWaiting
            return Redirect(visit.link("/registrations/\(registration.id)"), said)
        }
    }

    /// A newcomer, or somebody known who has not signed in: the answer is the same, so that nobody learns who is known here.
    private static func applyNew(_ newcomer: (name: PersonName, email: String), _ id: Event.ID, _ application: Application, _ visit: Visit) async throws -> Answer {
        try await visit.count(Attempts("apply", of: newcomer.email, limit: 6, within: 3_600), Attempts("apply from", of: visit.client, limit: 200, within: 3_600))
        let token = Token.random()
        return try await visit.act { act in
            let person = try PersonStore.newcomer(name: newcomer.name, email: newcomer.email, language: visit.language, in: act)
            try RegistrationStore.applyUnconfirmed(person, for: id, application, token: token, in: act)
            return Redirect(visit.link("/registrations/sent"))
        }
    }

    private static func opening(_ visit: Visit) async throws -> Opening {
        let id: Event.ID = try visit.id("event")
        let person = visit.actor.person
        return try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            let clashing = try person.map { try RegistrationStore.clashes(of: $0, with: id, in: act) } ?? []
            return Opening(
                event: event, centre: try CentreStore.centre(event.centre, in: act), seats: try RegistrationStore.seats(of: event, in: act),
                own: try person.flatMap { try RegistrationStore.open(of: $0, for: id, in: act) },
                schools: try person.map { try EmploymentStore.schools(of: $0, in: act) } ?? [],
                clashes: try EventStore.listed(inOrder: clashing, in: act), wantsPapers: try person.map { try PersonStore.person($0, in: act).wantsPapers } ?? false)
        }
    }

    @Sendable package static func sent(_ visit: Visit) async throws -> Answer { RegistrationViews.sent(visit) }

    // MARK: One's own application

    /// An application as its owner sees it.
    struct Sight: Sendable {
        var registration: Registration
        var event: Event
        var centre: Centre
        var seats: Seats
        var place: Int?
        var school: School?
        var clashes: [ListedEvent]
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        RegistrationViews.show(visit, try await sight(visit))
    }

    @Sendable package static func accept(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.accept(id, in: act)
            return Redirect(visit.link("/registrations/\(id)"), T.registration.saidAccepted)
        }
    }

    @Sendable package static func askWithdraw(_ visit: Visit) async throws -> Answer {
        RegistrationViews.askWithdraw(visit, try await sight(visit))
    }

    @Sendable package static func withdraw(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.withdraw(id, in: act)
            return Redirect(visit.link("/registrations/\(id)"), T.registration.saidWithdrawn)
        }
    }

    @Sendable package static func handOver(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        let email = visit.typed["colleague"]
        do {
            guard !email.isEmpty else { throw Problem.invalid("colleague", T.registration.emailMissing) }
            // Only a whole, proved address of somebody of the same school is ever found.
            return try await visit.act { act in
                guard let colleague = try PersonStore.person(email: email, in: act), colleague.verified != nil else {
                    throw Problem.invalid("colleague", T.registration.handOverOtherSchool)
                }
                _ = try RegistrationStore.handOver(id, to: colleague.id, in: act)
                return Redirect(visit.link("/registrations/\(id)"), T.registration.saidHandedOver)
            }
        } catch let problem as Problem where problem.kind != .missing {
            return RegistrationViews.show(visit, try await sight(visit), problem, colleague: email)
        }
    }

    private static func sight(_ visit: Visit) async throws -> Sight {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.read { act in
            let registration = try RegistrationStore.registration(id, in: act)
            let event = try EventStore.event(registration.event, in: act)
            let clashing = registration.state.isOpen ? try RegistrationStore.clashes(of: registration.person, with: event.id, in: act) : []
            return Sight(
                registration: registration, event: event, centre: try CentreStore.centre(event.centre, in: act), seats: try RegistrationStore.seats(of: event, in: act),
                place: try RegistrationStore.place(of: registration, in: act), school: try registration.school.map { try SchoolStore.school($0, in: act) },
                clashes: try EventStore.listed(inOrder: clashing, in: act))
        }
    }
}
