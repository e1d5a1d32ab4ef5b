import Centres
import Forms
import Kernel
import Languages
import Look
import Web

enum LoanListPages {
    @Sendable static func loans(_ visit: Visit) async throws -> Answer {
        let filter = LoanList.Filter(rawValue: visit.query["show"]) ?? .out, centre = visit.centre.id, page = visit.query.page
        let list = try await visit.read { try LoanListStore.list(filter, page: page, of: centre, in: $0) }
        return visit.page(LoanListViews(reader: visit.reader).loans(list))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    /// Back with a word of what is wrong with it; it may go to be mended.
    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer {
        let id: Loan.ID = try visit.id("loan"), centre = visit.centre.id
        return try await visit.submit {
            let damage = try LoanWord.read(visit.typed, "damage"), mend = visit.typed.has("mend")
            return try await visit.act { act in
                let loan = try LoanStore.loan(id, at: centre, in: act)
                let done = try DeskStore.return(loan, damage: damage, mend: mend, at: centre, in: act)
                return Redirect(visit.link("/staff/desk?did=\(done)"))
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func lose(_ visit: Visit) async throws -> Answer {
        let id: Loan.ID = try visit.id("loan"), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try LoanStore.lose(id, at: centre, in: act)
                return Redirect(visit.link("/staff/loans/\(id)"), T.loans.saidLost)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Loan.ID = try visit.id("loan"), centre = visit.centre.id
        let (line, currency) = try await visit.read { (try LoanListStore.line(id, at: centre, in: $0), try CentreStore.centre(centre, in: $0).currency) }
        return LoanListViews(reader: visit.reader).loan(line, currency, form)
    }

    // MARK: Reservations

    @Sendable static func reservations(_ visit: Visit) async throws -> Answer { visit.page(try await waiting(visit, visit.form())) }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let id: Reservation.ID = try visit.id("reservation"), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try ReservationStore.cancel(id, at: centre, in: act)
                return Redirect(visit.link("/staff/reservations"), T.loans.saidCancelled)
            }
        } again: { try await waiting(visit, $0) }
    }

    private static func waiting(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let (ready, waiting) = try await visit.read { try LoanListStore.reservations(of: centre, in: $0) }
        return LoanListViews(reader: visit.reader).reservations(ready, waiting, form)
    }
}
