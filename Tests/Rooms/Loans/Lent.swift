import Accounts
import Centres
import Kernel
import Languages
import Library
import Loans
import Site
import Storage
import Testing
import Town
import Web

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A title with so many copies on the shelf.
    func title(_ name: String = "Прича о разломцима", _ kind: TitleKind = .book, copies: Int = 1) async throws -> (id: LibraryTitle.ID, copies: [Copy.ID]) {
        let centre = centre, today = today
        return try await does { act in
            let id = try TitleStore.add(TitleDraft(name, kind), at: centre, in: act)
            return (id, try CopyStore.takeIn((0..<copies).map { _ in CopyDraft(acquired: today) }, of: id, at: centre, in: act))
        }
    }

    func label(of copy: Copy.ID) async throws -> String {
        let centre = centre
        return try await finds { try CopyStore.copy(copy, at: centre, in: $0).label }
    }

    /// Somebody's own card.
    func borrower(_ someone: Someone) async throws -> Borrower.ID {
        let (id, centre) = (someone.id, centre)
        return try await does { try BorrowerStore.own(makingFor: id, at: centre, in: $0) }
    }

    func card(of borrower: Borrower.ID) async throws -> String {
        let centre = centre
        return try await finds { try BorrowerStore.borrower(borrower, at: centre, in: $0).card }
    }

    /// At the desk, some seconds after the last one: the page that is open takes it.
    @discardableResult
    func scan(_ code: String) async throws -> Page {
        clock.passes(seconds: 5)
        return try await vesna.sends("/staff/desk", ["code": code])
    }

    func scan(_ copy: Copy.ID) async throws -> Page { try await scan(label(of: copy)) }

    /// Lends in one act, without the pages.
    func lend(_ copy: Copy.ID, to borrower: Borrower.ID) async throws -> Loan.ID {
        let centre = centre
        return try await vesna.does { try LendStore.lend(copy, to: borrower, at: centre, in: $0).loan }
    }

    @discardableResult
    func takeBack(_ loan: Loan.ID) async throws -> Reservation.ID? {
        let centre = centre
        return try await vesna.does { try LoanStore.takeBack(loan, at: centre, in: $0)?.id }
    }

    func loan(_ id: Loan.ID) async throws -> Loan {
        let centre = centre
        return try await finds { try LoanStore.loan(id, at: centre, in: $0) }
    }

    func reserve(_ title: LibraryTitle.ID, for borrower: Borrower.ID) async throws -> Reservation.ID {
        let centre = centre
        return try await vesna.does { try ReservationStore.reserve(title, for: borrower, at: centre, in: $0) }
    }

    func state(of reservation: Reservation.ID) async throws -> String? { try await value("SELECT state FROM reservation WHERE id = \(reservation)") }

    /// Lets so many days pass, the clock do its work and the post go out.
    func goesOn(days: Int = 0) async throws {
        clock.passes(days: days)
        try await LoanTendingStore.tend(records)
        try await settles()
    }

    /// What somebody is refused.
    func refusal(_ body: () async throws -> Void) async throws -> Problem? {
        do { try await body() } catch let problem as Problem { return problem }
        return nil
    }
}
