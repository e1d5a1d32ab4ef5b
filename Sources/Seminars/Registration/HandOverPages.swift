import Accounts
import Forms
import Kernel
import Languages
package import Web

/// A seat that is offered to a colleague: the bearer's side and the colleague's.
package enum HandOverPages {
    @Sendable package static func offer(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        let email = visit.typed["colleague"]
        return try await visit.submit {
            guard !email.isEmpty else { throw Problem.invalid("colleague", T.registration.emailMissing) }
            // Only a whole, proved address of somebody of the same school is ever found.
            return try await visit.act { act in
                guard let colleague = try PersonStore.person(email: email, in: act), colleague.verified != nil else {
                    throw Problem.invalid("colleague", T.registration.handOverOtherSchool)
                }
                try RegistrationStore.offerHandOver(id, to: colleague.id, in: act)
                return Redirect(visit.link("/registrations/\(id)"), T.registration.saidHandOverOffered)
            }
        } again: { form in
            RegistrationViews(reader: visit.reader).show(try await RegistrationPages.sight(visit), form)
        }
    }

    @Sendable package static func takeBack(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.takeBackHandOver(id, in: act)
            return Redirect(visit.link("/registrations/\(id)"), T.registration.saidHandOverTakenBack)
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return visit.page(HandOverViews(reader: visit.reader).ask(try await visit.read { try RegistrationStore.offeredHandOver(id, in: $0) }))
    }

    @Sendable package static func accept(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            let new = try RegistrationStore.acceptHandOver(id, in: act)
            return Redirect(visit.link("/registrations/\(new.id)"), T.registration.saidAccepted)
        }
    }

    @Sendable package static func decline(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.declineHandOver(id, in: act)
            return Redirect(visit.link("/me"), T.registration.saidHandOverDeclined)
        }
    }
}
