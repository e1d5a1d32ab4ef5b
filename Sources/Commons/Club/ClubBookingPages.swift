import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// A teacher brings a group: books, changes its numbers, gives it up.
enum ClubBookingPages {
    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, nil)) }

    private static func new(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session"))
        guard let person = visit.actor.person else { throw Problem.missing }
        let (session, schools) = try await visit.read { act in
            (try ClubSessionStore.session(id, at: centre, in: act), try ClubBookingStore.schools(of: person, at: centre, in: act))
        }
        let filled = form ?? visit.form(Typed(["school": schools.count == 1 ? "\(schools[0].id)" : "", "adults": "\(ClubBookingDraft.adultsLeast)"]))
        return ClubBookingViews(reader: visit.reader).new(session, schools, filled)
    }

    @Sendable static func book(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubSession.ID) = (visit.centre.id, try visit.id("session")), typed = visit.typed
        return try await visit.submit {
            let draft = try ClubBookingDraft(typed, isNew: true)
            return try await visit.act { act in
                let booking = try ClubBookingStore.book(draft, for: id, at: centre, in: act)
                let isWaiting = try ClubBookingStore.booking(booking, at: centre, in: act).state == .waiting
                return Redirect(visit.link("/me/club/bookings/\(booking)"), isWaiting ? T.club.saidWaiting : T.club.saidBooked)
            }
        } again: { try await new(visit, $0) }
    }

    // MARK: One's own

    @Sendable static func mine(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        let own = try await visit.read { try ClubOwn(of: person, at: centre, in: $0) }
        return visit.page(ClubBookingViews(reader: visit.reader).mine(own))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, ClubBooking.ID) = (visit.centre.id, try visit.id("booking"))
        let own = try await visit.read { try ClubBookingStore.visit(id, at: centre, in: $0) }
        return ClubBookingViews(reader: visit.reader).show(own, form ?? visit.form(own.booking.draft.typed))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubBooking.ID) = (visit.centre.id, try visit.id("booking")), typed = visit.typed
        return try await visit.submit {
            let draft = try ClubBookingDraft(typed, isNew: false)
            return try await visit.act { act in
                try ClubBookingStore.change(id, to: draft, at: centre, in: act)
                return Redirect(visit.link("/me/club/bookings/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubBooking.ID) = (visit.centre.id, try visit.id("booking"))
        return try await visit.submit {
            try await visit.act { act in
                guard try ClubBookingStore.booking(id, at: centre, in: act).person == act.by.person else { throw Problem.missing }
                try ClubBookingStore.cancel(id, at: centre, in: act)
                return Redirect(visit.link("/me/club"), T.club.saidGivenUp)
            }
        } again: { try await show(visit, $0) }
    }
}
