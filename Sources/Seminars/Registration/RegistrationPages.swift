import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages
package import Web

/// What one does with an application of one's own.
package enum RegistrationPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        visit.page(RegistrationViews(reader: visit.reader).show(try await sight(visit), visit.form()))
    }

    @Sendable package static func confirm(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.confirm(id, in: act)
            return Redirect(visit.link("/registrations/\(id)"), T.registration.saidConfirmed)
        }
    }

    @Sendable package static func accept(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.accept(id, in: act)
            return Redirect(visit.link("/registrations/\(id)"), T.registration.saidAccepted)
        }
    }

    @Sendable package static func askWithdraw(_ visit: Visit) async throws -> Answer {
        visit.page(RegistrationViews(reader: visit.reader).askWithdraw(try await sight(visit)))
    }

    @Sendable package static func withdraw(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.act { act in
            try RegistrationStore.withdraw(id, in: act)
            return Redirect(visit.link("/registrations/\(id)"), T.registration.saidWithdrawn)
        }
    }

    static func sight(_ visit: Visit) async throws -> Sight {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.read { act in
            let registration = try RegistrationStore.registration(id, in: act)
            let event = try EventStore.event(registration.event, in: act)
            let clashes = registration.state.isOpen ? try RegistrationStore.clashes(of: registration.person, with: event.id, in: act) : []
            return Sight(
                registration: registration, event: event, centre: try CentreStore.centre(event.centre, in: act),
                seats: try RegistrationStore.seats(of: event, in: act), place: try RegistrationStore.place(of: registration, in: act),
                school: try registration.school.map { try SchoolStore.school($0, in: act) },
                colleague: registration.state == .admitted ? try RegistrationStore.handOverName(of: id, in: act) : nil,
                clashes: try EventStore.listed(inOrder: clashes, in: act), workshops: try WorkshopStore.open(event, in: act),
                choices: try WorkshopStore.choices(of: event, only: id, in: act),
                need: registration.hasCounted ? try SeatNeedStore.own(registration, for: event, in: act) : nil)
        }
    }
}
