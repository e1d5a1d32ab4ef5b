import Accounts
import Centres
import Forms
import Kernel
import Languages
import Library
import Look
import Web

enum MyLoanPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func renew(_ visit: Visit) async throws -> Answer {
        let id: Loan.ID = try visit.id("loan"), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                let due = try LendStore.renew(id, at: centre, in: act)
                return Redirect(visit.link("/me/loans"), T.loans.saidRenewed(day: .day(due)))
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        let id: Reservation.ID = try visit.id("reservation"), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try ReservationStore.cancel(id, at: centre, in: act)
                return Redirect(visit.link("/me/loans"), T.loans.saidCancelled)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        let sight = try await visit.read { try MyLoanStore.sight(at: centre, in: $0) }
        return MyLoanViews(reader: visit.reader).page(sight, form)
    }

    // MARK: Cards for pupils

    @Sendable static func pupils(_ visit: Visit) async throws -> Answer { visit.page(try await pupils(visit, visit.form())) }

    @Sendable static func addPupil(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        let (actor, today) = (visit.actor, visit.today)
        let schools = try await visit.read { try workplaces(of: actor, on: today, in: $0) }
        return try await visit.submit {
            let school = School.ID(typed["pupilSchool"])
            guard school == nil || schools.contains(where: { $0.id == school }) else { throw Problem.invalid("pupilSchool", T.common.errorChoose) }
            let details = try PupilDetails(typed, school: school)
            return try await visit.act { act in
                _ = try BorrowerStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/me/pupils"), T.loans.saidCard)
            }
        } again: { try await pupils(visit, $0) }
    }

    private static func workplaces(of actor: Actor, on day: Day, in act: Act) throws -> [School] {
        try actor.person.map { try EmploymentStore.schools(of: $0, on: day, in: act) } ?? []
    }

    private static func pupils(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id, today = visit.today
        let (borrowers, schools, desk) = try await visit.read { act in
            (
                try BorrowerStore.answeredFor(by: person, at: centre, in: act), try workplaces(of: visit.actor, on: today, in: act),
                try LoanRuleStore.desk(of: centre, on: today, in: act))
        }
        return MyLoanViews(reader: visit.reader).pupils(borrowers, schools, desk, form)
    }

    // MARK: Reserve

    @Sendable static func askToReserve(_ visit: Visit) async throws -> Answer { visit.page(try await reserve(visit, visit.form())) }

    @Sendable static func reserve(_ visit: Visit) async throws -> Answer {
        let id: LibraryTitle.ID = try visit.id("title"), centre = visit.centre.id, typed = visit.typed["borrower"]
        guard let person = visit.actor.person else { throw Problem.missing }
        let others = try await visit.read { try MyLoanStore.others(at: centre, in: $0) }
        return try await visit.submit {
            let chosen = others.first { "\($0.id)" == typed }
            guard chosen != nil || typed == "own" || (typed.isEmpty && others.isEmpty) else { throw Problem.invalid("borrower", T.common.errorChoose) }
            return try await visit.act { act in
                let borrower = try chosen?.id ?? BorrowerStore.own(makingFor: person, at: centre, in: act)
                _ = try ReservationStore.reserve(id, for: borrower, at: centre, in: act)
                return Redirect(visit.link("/me/loans"), T.loans.saidReserved)
            }
        } again: { try await reserve(visit, $0) }
    }

    private static func reserve(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: LibraryTitle.ID = try visit.id("title"), centre = visit.centre.id
        let (title, others, waiting, soonest) = try await visit.read { act in
            (
                try TitleStore.title(id, at: centre, in: act), try MyLoanStore.others(at: centre, in: act), try ReservationStore.open(of: id, in: act).count,
                try MyLoanStore.soonest(of: id, in: act))
        }
        return MyLoanViews(reader: visit.reader).reserve(title, others, waiting: waiting, soonest: soonest, form)
    }
}
